// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.Test;

/** The commands over the bundled knowledge base, as a user sees them. */
class CommandsTest {
  @Test
  void overlappingFrameworksIsACompactViewWithTheNamedClassFirst() {
    var run = Run.onTerminal("ask", "overlapping-frameworks");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .anyMatch(line -> line.matches("Indo-Pacific partner · 4"))
        .anyMatch(line -> line.matches("  Japan +44  .*"))
        .anyMatch(line -> line.matches("others · 20"))
        .contains(
            "owl-direct · sound and complete · by rules and models · as of 2024-04-04 · 172 rows")
        .allMatch(line -> line.length() <= 100);
    assertThat(run.out().lines().filter(l -> l.matches("  \\S.* \\d+  .*"))).hasSize(24);
  }

  @Test
  void overlappingFrameworksInAPipeHasEachRow() {
    var run = Run.of("ask", "overlapping-frameworks");
    assertThat(run.out().lines()).hasSize(173);
    assertThat(run.err()).contains("as of 2024-04-04 · 172 rows");
  }

  @Test
  void rowsReplacesTheCompactView() {
    var run = Run.onTerminal("ask", "overlapping-frameworks", "--rows");
    assertThat(run.out().lines().filter(line -> line.startsWith("Japan "))).hasSizeGreaterThan(43);
  }

  @Test
  void allQuestionsAreAnsweredAsEachIsByItself() {
    var names = Run.of("questions").out().lines().skip(1).map(line -> line.split("\t")[0]).toList();
    var all = Run.of("ask", "--all", "--regime", "simple");
    assertThat(all.code()).as(all.err()).isZero();
    assertThat(all.out().lines().filter(names::contains)).containsExactlyElementsOf(names);
    for (var name : List.of("nato-and-eu", "defence-pact-means-consultation", "codes-of-states")) {
      var alone = Run.of("ask", name, "--regime", "simple", "--format", "table");
      assertThat(all.out())
          .contains(System.lineSeparator() + name + System.lineSeparator() + alone.out());
    }
  }

  @Test
  void aYearMeansItsLastDayAndTheAnswerEchoesIt() {
    assertThat(Run.of("ask", "nato-and-eu", "--as-of", "2022").err()).contains("as of 2022-12-31");
    assertThat(Run.of("ask", "nato-and-eu", "--as-of", "2024-02").err())
        .contains("as of 2024-02-29");
  }

  @Test
  void anAnswerOfYesOrNoStandsUnderTheSummaryOfItsQuestion() {
    var run = Run.onTerminal("ask", "defence-pact-means-consultation");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).startsWith("Whether it follows").contains("\nfalse\n");
  }

  @Test
  void ownDataCanStandBesideTheBundledOnes() {
    var run =
        Run.of(
            "query",
            "-e",
            "ASK { entente:Japan entente:partnerOf entente:NATO }",
            "--with-bundled",
            "--data",
            Run.BASE.resolve("ontology/core.ttl").toString());
    assertThat(run.out()).isEqualTo("true" + System.lineSeparator());
    assertThat(run.err()).contains("as of 2024-04-04");
  }

  @Test
  void ownDataReplaceTheBundledOnesAndAreFilteredByTimeOnlyWhenAskedTo() {
    var query = new String[] {"query", "-e", "SELECT ?c WHERE { ?c a owl:Class }", "--ontology"};
    var own = append(query, Run.BASE.resolve("ontology/core.ttl").toString());
    var always = Run.of(own);
    assertThat(always.out()).contains("entente:Party").doesNotContain("entente:NatoPartner");
    assertThat(always.err()).doesNotContain("as of");
    assertThat(Run.of(append(own, "--as-of", "2019")).err()).contains("as of 2019-12-31");
  }

  private static String[] append(String[] words, String... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void questionsAreListedAndShown() throws IOException {
    var list = Run.of("questions");
    assertThat(list.out().lines().count()).isGreaterThan(15);
    assertThat(list.out()).contains("overlapping-frameworks\tWhich ");
    var shown = Run.of("questions", "overlapping-frameworks");
    assertThat(shown.out())
        .isEqualTo(Files.readString(Run.BASE.resolve("queries/cq/033-overlapping-frameworks.rq")));
  }

  @Test
  void overlapOnATerminalShowsMatrixPairsAndGroups() {
    var run = Run.onTerminal("overlap");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("Who sits where", "■ full", "and 226 more pairs", "35 frameworks")
        .containsPattern("\n +23  .*EU +NATO");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void overlapAsJsonSaysHowFarItCanBeTrusted() {
    var run =
        Run.of("overlap", "--format", "json", "--as-of", "2023-04-04", "--accept", "certain-facts");
    var json = JSON.parse(run.out());
    assertThat(json.get("results").getAsObject().get("bindings").getAsArray()).isNotEmpty();
    var trust = json.get("entente").getAsObject();
    assertThat(trust.getString("regime")).isEqualTo("owl-direct");
    assertThat(trust.getString("guarantee")).startsWith("sound");
    assertThat(trust.getString("asOf")).isEqualTo("2023-04-04");
    assertThat(trust.getString("accept")).isEqualTo("certain-facts");
    var weakest = trust.get("weakestVerification").getAsObject();
    assertThat(weakest.getBoolean("traced")).isTrue();
    assertThat(weakest.getString("level")).startsWith("https://w3id.org/entente/");
    assertThat(run.err()).contains("accepting certain-facts", "weakest verification: ");
    assertThat(JSON.parse(Run.of("overlap", "--format", "json", "--quiet").out()).hasKey("entente"))
        .isFalse();
  }

  @Test
  void overlapForAProgramIsOnePart() {
    assertThat(Run.of("overlap").out().lines().toList())
        .hasSize(242)
        .startsWith("frameworkA\tframeworkB\tshared\tparties");
    assertThat(Run.of("overlap", "--part", "matrix", "--format", "csv").out())
        .startsWith("party,framework,status\r\n");
    assertThat(Run.of("overlap", "--part", "groups", "--format", "md").out())
        .startsWith("| size | parties | frameworks |");
  }

  @Test
  void theBundledKnowledgeBasePassesItsOwnCheck() {
    var run = Run.onTerminal("check");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("no findings: within OWL 2 DL, consistent, ");
  }

  @Test
  void theVersionNamesWhatIsInside() {
    assertThat(Run.of("--version").out().lines().map(line -> line.replaceAll(" \\d.*", "")))
        .containsExactly("entente", "Jena", "OWL API", "HermiT", "Java");
  }

  @Test
  void completionKnowsCommandsOptionsAndQuestions() {
    for (var shell : List.of("bash", "zsh", "fish")) {
      assertThat(Run.of("completion", shell).out())
          .contains("overlap", "as-of", "owl-direct", "five-members", "completion");
    }
  }

  @Test
  void helpIsAResult() {
    for (var call : Stream.of("--help", "help", "help ask", "query -h").toList()) {
      var run = Run.of(call.split(" "));
      assertThat(run.code()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).startsWith("Usage: entente ");
    }
  }
}
