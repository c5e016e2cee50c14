// SPDX-License-Identifier: Apache-2.0
package io.github.entente.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.entente.check.CheckReport.Finding;
import io.github.entente.check.CheckReport.Kind;
import io.github.entente.check.CheckReport.Severity;
import io.github.entente.check.Section.State;
import io.github.entente.model.Deadline;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.SourceDocument;
import io.github.entente.source.Bundled;
import io.github.entente.source.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.GraphUtil;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each hygiene query finds what it is there for, and nothing in what is bundled. */
class HygieneTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("entente.basedir", "."), "src/test/resources/hygiene");
  private static final Hygiene HYGIENE = Hygiene.of(Bundled.hygiene());

  @TestFactory
  Stream<DynamicTest> theBadToyOfARuleIsFoundByItAndByNoOther() {
    return HYGIENE.rules().stream()
        .map(
            rule ->
                dynamicTest(
                    rule.name(),
                    () ->
                        assertThat(run(toy(rule, "bad")))
                            .isNotEmpty()
                            .extracting(f -> f.detail().orElseThrow().rule())
                            .containsOnly(rule.id() + " " + rule.name())));
  }

  @TestFactory
  Stream<DynamicTest> theGoodToyOfARuleIsNotFoundByIt() {
    return Bundled.hygiene().entrySet().stream()
        .map(
            text ->
                dynamicTest(
                    text.getKey(),
                    () -> {
                      var alone = Hygiene.of(Map.of(text.getKey(), text.getValue()));
                      var good = toy(alone.rules().get(0), "good");
                      assertThat(alone.run(good, Deadline.NEVER).findings()).isEmpty();
                    }));
  }

  @Test
  void everyToyBelongsToARule() throws IOException {
    try (var folders = Files.list(FOLDER)) {
      assertThat(folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()))
          .hasSizeGreaterThanOrEqualTo(40)
          .containsExactlyInAnyOrderElementsOf(
              HYGIENE.rules().stream().map(HygieneRule::name).toList());
    }
  }

  @Test
  void whatIsBundledIsClean() {
    var section = HYGIENE.run(Bundled.documents(), Deadline.NEVER);
    assertThat(section.findings()).isEmpty();
    assertThat(section.rules()).isGreaterThanOrEqualTo(40);
    assertThat(section.subjects()).isGreaterThan(10_000);
    assertThat(section.state()).isEqualTo(State.PASSED);
  }

  @Test
  void filesAreNamedByNumberAndName() {
    Bundled.hygiene()
        .forEach(
            (path, text) -> {
              var rule = HygieneRule.parse(path, text);
              assertThat(path)
                  .isEqualTo(
                      "queries/hygiene/%s-%s.rq".formatted(rule.id().substring(3), rule.name()));
              assertThat(rule.summary()).as(path).endsWith(".");
            });
    assertThat(HYGIENE.rules()).extracting(HygieneRule::id).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void queriesAreWrittenInTheHouseStyle() {
    Bundled.hygiene()
        .forEach(
            (path, text) -> {
              assertThat(text).as(path).contains("\nORDER BY ").doesNotContain("SELECT *");
              text.lines()
                  .filter(line -> line.startsWith("PREFIX "))
                  .map(line -> line.split(" ")[1])
                  .forEach(
                      prefix ->
                          assertThat(text.split("(?<![\\w/])" + prefix))
                              .as("%s uses %s", path, prefix)
                              .hasSizeGreaterThan(2));
            });
  }

  @Test
  void theMessageNamesWhatWasFound() {
    var rule = HYGIENE.rules().stream().filter(r -> r.name().equals("twice-open")).findFirst();
    var finding = run(toy(rule.orElseThrow(), "bad")).get(0);
    assertThat(finding.kind()).isEqualTo(Kind.HYGIENE);
    assertThat(finding.severity()).isEqualTo(Severity.VIOLATION);
    assertThat(finding.message()).contains("same role, ex:League_Freedonia_again.");
    assertThat(finding.place()).startsWith("https://example.org/League_Freedonia_1970 in ");
    assertThat(finding.detail().orElseThrow().value()).isPresent();
  }

  @Test
  void aPassedDeadlineIsALimitAndNoPass() {
    var section = HYGIENE.run(Bundled.documents(), new Deadline(() -> 1, 0));
    assertThat(section.state()).isEqualTo(State.CUT_SHORT);
    assertThat(section.findings())
        .extracting(Finding::message)
        .containsExactly("the time limit came after 0 of %d queries".formatted(section.rules()));
  }

  @Test
  void aRuleWithoutFrontMatterOrFocusIsRefused() {
    var head = "#+ id: HY-1\n#+ name: a\n#+ summary: A.\n#+ message: B.\n";
    var query = "SELECT ?focus WHERE { ?focus ?p ?o }";
    refused(head + query, "front matter lacks '#+ severity: …'");
    refused(head + "#+ severity: grave\n" + query, "is none of violation, warning, info");
    refused(head + "#+ severity: info\nSELECT ?s WHERE { ?s ?p ?o }", "selects ?focus");
    refused(head + "#+ severity: info\nSELECT", "rule.rq");
  }

  private static void refused(String text, String why) {
    assertThatThrownBy(() -> Hygiene.of(Map.of("rule.rq", text)))
        .isInstanceOf(EntenteException.class)
        .hasMessageContaining(why)
        .extracting(e -> ((EntenteException) e).code())
        .isEqualTo(ErrorCode.BAD_QUERY);
  }

  private static List<Finding> run(List<SourceDocument> toy) {
    return HYGIENE.run(toy, Deadline.NEVER).findings();
  }

  /** The toy, of which the first file and the prelude are one document. */
  private static List<SourceDocument> toy(HygieneRule rule, String sort) {
    var documents =
        files(FOLDER.resolve(rule.name()), sort).stream().map(HygieneTest::read).toList();
    GraphUtil.addInto(documents.get(0).graph(), read(FOLDER.resolve("prelude.ttl")).graph());
    return documents;
  }

  /** One file, or the files of a folder. */
  private static List<Path> files(Path folder, String sort) {
    try (var files = Files.walk(folder)) {
      var found =
          files
              .filter(Files::isRegularFile)
              .filter(file -> folder.relativize(file).getName(0).toString().startsWith(sort))
              .sorted()
              .toList();
      assertThat(found).as("%s in %s", sort, folder).isNotEmpty();
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceDocument read(Path file) {
    var name = file.getFileName().toString().equals("second.ttl") ? "second" : "toy";
    try {
      return Documents.read(
          "https://example.org/graph/" + name,
          file.toString(),
          Files.readAllBytes(file),
          (iri, location, bytes) -> null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
