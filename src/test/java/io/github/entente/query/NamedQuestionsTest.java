// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.entente.KnowledgeBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each named question gives the answer that was obtained without our engine. */
class NamedQuestionsTest {
  private static final Path BASE = Path.of(System.getProperty("entente.basedir", "."));
  private static KnowledgeBase kb;

  @BeforeAll
  static void open() {
    kb = KnowledgeBase.bundled();
  }

  @AfterAll
  static void close() {
    kb.close();
  }

  @TestFactory
  Stream<DynamicTest> everyQuestionHasItsExpectedAnswer() {
    var questions = kb.questions();
    assertThat(questions).hasSizeGreaterThanOrEqualTo(34);
    return questions.stream()
        .map(
            question ->
                dynamicTest(
                    question.id() + " " + question.name(),
                    () -> {
                      var answers = kb.ask(question.name()).run();
                      assertThat(answers.guarantee().label())
                          .isEqualTo(
                              question.front().getOrDefault("guarantee", "sound and complete"));
                      var expected = expected(question);
                      if (answers.form() == Answers.Form.TRUTH) {
                        assertThat(expected).isEqualTo(List.of(List.of("" + answers.truth())));
                      } else {
                        assertThat(rows(answers)).isEqualTo(expected);
                      }
                    }));
  }

  @Test
  void overlappingFrameworksHasThePublishedFigures() {
    var answers = kb.ask("overlapping-frameworks").asOf("2024-04-04").run();
    assertThat(answers.rows()).hasSize(172);
    assertThat(answers.guarantee().label()).isEqualTo("sound and complete");
    var byPartner =
        answers.rows().stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.get("partner").orElseThrow().getLocalName(), Collectors.counting()));
    assertThat(byPartner)
        .hasSize(24)
        .containsEntry("Japan", 44L)
        .containsEntry("Australia", 35L)
        .containsEntry("NewZealand", 14L)
        .containsEntry("RepublicOfKorea", 9L);
  }

  @TestFactory
  Stream<DynamicTest> memberCountsOfEveryDayAreThoseOfTheTables() throws IOException {
    var lines = Files.readAllLines(BASE.resolve("src/test/resources/cq/counts.tsv"));
    assertThat(lines).hasSizeGreaterThan(50);
    var property =
        Map.of(
            "fullMembers", "fullMemberOf",
            "seats", "seatIn",
            "partners", "partnerOf",
            "activePartners", "activePartnerOf");
    return lines.stream()
        .skip(1)
        .map(line -> line.split("\t"))
        .filter(cells -> property.containsKey(cells[2]))
        .map(
            cells ->
                dynamicTest(
                    String.join(" ", cells),
                    () -> {
                      // The table counts three classes of parties among the frameworks.
                      boolean isClass =
                          kb.questions().stream().anyMatch(q -> mentionsClass(q, cells[1]));
                      var pattern = isClass ? "a" : "entente:" + property.get(cells[2]);
                      var answers =
                          kb.query(
                                  "SELECT DISTINCT ?p WHERE { ?p "
                                      + pattern
                                      + " <"
                                      + cells[1]
                                      + "> }")
                              .asOf(cells[0])
                              .run();
                      assertThat(answers.rows()).hasSize(Integer.parseInt(cells[3]));
                      assertThat(answers.guarantee().label()).isEqualTo("sound and complete");
                    }));
  }

  private static boolean mentionsClass(Question question, String iri) {
    String name = iri.substring(iri.lastIndexOf('/') + 1);
    return question.name().equals("nato-and-eu") && question.text().contains(":" + name + " ");
  }

  @Test
  void eightThreadsOverOneKnowledgeBaseGetTheSameAnswers() throws Exception {
    var names =
        kb.questions().stream().map(Question::name).filter(n -> !n.startsWith("grand")).toList();
    var alone = names.stream().map(n -> rows(kb.ask(n).run())).toList();
    try (var fresh = KnowledgeBase.bundled()) {
      var pool = Executors.newFixedThreadPool(8);
      Callable<List<List<List<String>>>> all =
          () -> names.stream().map(n -> rows(fresh.ask(n).run())).toList();
      for (var future : pool.invokeAll(Collections.nCopies(8, all))) {
        assertThat(future.get()).isEqualTo(alone);
      }
      pool.shutdown();
    }
  }

  private static List<List<String>> rows(Answers answers) {
    return answers.rows().stream()
        .map(
            row ->
                answers.variables().stream()
                    .map(v -> row.get(v).map(Node::toString).orElse(""))
                    .toList())
        .toList();
  }

  private static List<List<String>> expected(Question question) throws IOException {
    var file = BASE.resolve(question.front().get("expect"));
    if (question.text().contains("\nASK")) {
      return List.of(List.of(Files.readAllLines(file).get(1)));
    }
    try (var in = Files.newInputStream(file)) {
      RowSet rows =
          RowSetReaderRegistry.getFactory(ResultSetLang.RS_TSV)
              .create(ResultSetLang.RS_TSV)
              .read(in, Context.emptyContext());
      var variables = rows.getResultVars();
      return rows.stream()
          .map(
              binding ->
                  variables.stream()
                      .map(v -> binding.contains(v) ? binding.get(v).toString() : "")
                      .toList())
          .toList();
    }
  }
}
