// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.query.Answers;
import io.github.entente.query.Question;
import io.github.entente.query.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows of the named questions are explained; what a justification concludes follows from it and,
 * without any one of its axioms, no longer does, as a new reasoner says.
 */
class EveryRowTest {
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

  static Stream<String> questions() {
    return KnowledgeBase.bundled().questions().stream().map(Question::name);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("questions")
  void theFirstRowIsExplained(String name) {
    check(name, 1);
  }

  @Tag("full")
  @ParameterizedTest(name = "{0}")
  @MethodSource("questions")
  void everyRowIsExplained(String name) {
    check(name, Integer.MAX_VALUE);
  }

  private static void check(String name, int most) {
    var answers = kb.ask(name).run();
    boolean truth = answers.form() == Answers.Form.TRUTH;
    var rows = truth ? List.of(new Row(Map.of())) : answers.rows();
    if (truth && !answers.truth()) {
      return;
    }
    assertThat(rows).isNotEmpty();
    var justifications = new Minimality();
    for (var row : rows.subList(0, Math.min(most, rows.size()))) {
      var explanation = kb.explain(answers, row);
      var said = explanation.toString();
      assertThat(explanation.cases()).as(said).isNotEmpty();
      assertThat(said).doesNotContain("not explained").doesNotContain("source not found");
      justifications.add(explanation);
    }
    justifications.check();
  }

  /** Australia is a partner by two rosters; in AUKUS it is by one. */
  @Test
  void allWaysOfARowAreToldAsSuch() {
    var answers = kb.ask("partners-in-aukus-or-five-eyes").run();
    var support = all(answers).cases().get(0).supports().get(0);
    assertThat(support.all()).isTrue();
    assertThat(support.justifications()).hasSize(2);
  }

  /** What follows by cases is looked for near the first justification, and that is said. */
  @Test
  void whatWasNotLookedThroughIsTold() {
    var explanation = all(kb.ask("is-ukusa-binding").run());
    assertThat(explanation.cases().get(0).supports().get(0).all()).isFalse();
    assertThat(explanation.notes()).anyMatch(note -> note.contains("further justifications"));
  }

  private static Explanation all(Answers answers) {
    var row = answers.rows().isEmpty() ? new Row(Map.of()) : answers.rows().get(0);
    return kb.explain(answers, row, new Explainer.Wish(10, false), Duration.ofMinutes(1));
  }

  /** Against the expected answers, which were obtained without this engine. */
  @Test
  void whyAustraliaEndsAtTheRostersAndSentencesExpected() throws Exception {
    var expected = Files.readAllLines(BASE.resolve("src/test/resources/cq/026.tsv"));
    var answers = kb.ask("why-australia").run();
    assertThat(answers.rows()).hasSize(expected.size() - 1);
    int passages = 0;
    for (var row : answers.rows().subList(0, 12)) {
      var said = kb.explain(answers, row).toString();
      var roster = row.get("source").orElseThrow().getURI().replaceFirst(".*/graph/", "");
      assertThat(said).contains(roster + ".ttl:").contains("cited: ");
      assertThat(expected.stream().anyMatch(line -> line.contains(roster.replaceFirst(".*/", ""))))
          .isTrue();
      if (row.get("passage").isPresent()) {
        passages++;
        var id = row.get("passage").get().getURI().replaceFirst(".*/", "");
        assertThat(said).contains("passage " + id + " of ").contains("speaker ");
      }
    }
    assertThat(passages).isPositive();
  }
}
