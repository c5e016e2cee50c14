// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table becomes a file as a whole, or there is no file. */
class ImportTest {
  private static final Path EXAMPLE = Run.BASE.resolve("docs/guide/example/blue-pact");
  private static final String HEADER = "framework,party,status,from,until,source\n";
  private static final String GOOD = HEADER + "AUKUS,Japan,partner,2023,,Invented\n";
  private static final String BAD = HEADER + "AUKUS,Japan,partner,2023,,Invented\nAUKUS,X,y,z,,\n";

  @TempDir Path folder;

  @Test
  void theExampleIsWhatTheCommandMakesOfItsTable() throws IOException {
    var run =
        Run.of(
            "import",
            EXAMPLE.resolve("memberships.csv").toString(),
            "--data",
            EXAMPLE.resolve("blue-pact.ttl").toString(),
            "--print");
    assertThat(run.code()).as(run.err()).isEqualTo(Exit.OK);
    assertThat(run.err()).isEqualToIgnoringNewLines("20 memberships");
    assertThat(run.out()).isEqualTo(Files.readString(EXAMPLE.resolve("memberships.ttl")));
  }

  @Test
  void frameworkThatNewFrameworkBeganIsFilledByATableAndItsSeatsCount() throws IOException {
    var file =
        Path.of(Run.of("new-framework", "Red Pact", "--out", folder.toString()).out().strip());
    Files.writeString(
        file,
        Files.readString(file)
            .replaceAll("(?m)^ *#.*\\R", "")
            .replace("YYYY-MM-DD", "2020-01-01")
            .replace("curatedUntil \"2020-01-01\"", "curatedUntil \"2024-04-04\"")
            .replace("TODO", "Statement"));
    var table =
        write(
            "t.csv",
            HEADER
                + "Red Pact,Japan,member,2020-01-01,,Invented\nRED-PACT,KOR,partner,2021,,Invented\n");
    var out = folder.resolve("out.ttl");
    var run =
        Run.of("import", table.toString(), "--data", file.toString(), "--out", out.toString());
    assertThat(run.code()).as(run.err()).isEqualTo(Exit.OK);
    assertThat(run.out().strip()).isEqualTo(out.toString());
    assertThat(Files.readString(out))
        .as("the framework has its own day")
        .doesNotContain("curatedUntil");
    var asked =
        Run.of(
            "query",
            "--with-bundled",
            "--data",
            file.toString(),
            "--data",
            out.toString(),
            "-e",
            "SELECT ?p { ?p entente:seatIn <https://example.org/frameworks/RedPact> } ORDER BY ?p");
    assertThat(asked.out().lines())
        .containsExactly("p", "entente:Japan", "entente:RepublicOfKorea");
  }

  @Test
  void brokenTableLeavesNothingBehind() throws IOException {
    var out = folder.resolve("out.ttl");
    var run = Run.of("import", write("t.csv", BAD).toString(), "--out", out.toString());
    assertThat(run.error()).isEqualTo("BAD_TABLE");
    assertThat(run.code()).isEqualTo(Exit.FAILURE);
    assertThat(run.err())
        .contains("t.csv:3, column 2 (party)")
        .contains("docs/errors.md#bad_table");
    assertThat(run.out()).isEmpty();
    assertThat(files()).containsExactly("t.csv");
  }

  @Test
  void existingFileIsReplacedOnlyByForceAndOnlyByAGoodTable() throws IOException {
    var out = write("out.ttl", "mine");
    var good = write("good.csv", GOOD).toString();
    assertThat(Run.of("import", good, "--out", out.toString()).error()).isEqualTo("NOT_WRITABLE");
    assertThat(out).hasContent("mine");
    var bad = write("bad.csv", BAD).toString();
    assertThat(Run.of("import", bad, "--out", out.toString(), "--force").error())
        .isEqualTo("BAD_TABLE");
    assertThat(out).hasContent("mine");
    assertThat(Run.of("import", good, "--out", out.toString(), "--force").code())
        .isEqualTo(Exit.OK);
    assertThat(out).content().contains("entente:Japan");
    assertThat(files()).containsExactly("bad.csv", "good.csv", "out.ttl");
  }

  @Test
  void whatIsReadIsNeverReplaced() throws IOException {
    var own = Files.copy(EXAMPLE.resolve("blue-pact.ttl"), folder.resolve("own.ttl")).toString();
    var before = Files.readString(Path.of(own));
    var table = write("t.csv", GOOD).toString();
    assertThat(Run.of("import", table, "--data", own, "--out", own, "--force").error())
        .isEqualTo("BAD_OPTION");
    assertThat(Path.of(own)).hasContent(before);
  }

  @Test
  void standardInputIsRead() {
    var run = Run.in(Map.of(), GOOD, "import", "-", "--print");
    assertThat(run.out()).contains("entente:ofParty entente:Japan", "from standard input");
    var bad = Run.in(Map.of(), BAD, "import", "-", "--print");
    assertThat(bad.err()).contains("standard input:3, column 3 (status): 'y' is not known");
  }

  @Test
  void optionsThatMeanNothingAreRefused() throws IOException {
    var table = write("t.csv", GOOD).toString();
    var out = folder.resolve("out.ttl").toString();
    for (var options :
        List.of(
            List.of("import", table),
            List.of("import", table, "--out", out, "--print"),
            List.of("import", table, "--out", folder.resolve("out.rdf").toString()),
            List.of("import", table, "--print", "--namespace", "none"))) {
      assertThat(Run.of(options.toArray(String[]::new)).error())
          .as(options.toString())
          .isEqualTo("BAD_OPTION");
    }
    assertThat(Run.of("import", folder.resolve("none.csv").toString(), "--print").error())
        .isEqualTo("FILE_NOT_FOUND");
    assertThat(Run.of("import", table, "--out", folder.resolve("no/out.ttl").toString()).error())
        .isEqualTo("NOT_WRITABLE");
    assertThat(files()).containsExactly("t.csv");
  }

  @Test
  void factThatAShapeDoubtsIsImportedWithAWarning() throws IOException {
    var table = write("t.csv", HEADER + "AUKUS,Japan,designee,2020,,Invented\n").toString();
    var run = Run.of("import", table, "--print");
    assertThat(run.code()).as(run.err()).isEqualTo(Exit.OK);
    assertThat(run.err())
        .contains("warning: t.csv:2: Only a designation has designees.")
        .contains("begins before the framework");
  }

  @Test
  void ofVeryManyWarningsTheRestIsCounted() throws IOException {
    var rows = new StringBuilder(HEADER);
    for (int year = 1901; year <= 1925; year++) {
      rows.append("AUKUS,Japan,observer,%d-01-01,%d-12-31,Invented\n".formatted(year, year));
    }
    var run = Run.of("import", write("t.csv", rows.toString()).toString(), "--print");
    assertThat(run.err().lines().filter(l -> l.startsWith("warning: "))).hasSize(20);
    assertThat(run.err()).contains("… and 5 more warnings");
  }

  @Test
  void rowsThatAnswersLeaveOutAreCounted() throws IOException {
    var table =
        write(
            "t.csv",
            "framework,party,status,from,until,source,verification\n"
                + "AUKUS,Japan,partner,2022,,Invented,unverified\n");
    assertThat(Run.of("import", table.toString(), "--print").err())
        .contains("warning: 1 row is unverified", "--include-unverified");
  }

  /** A membership is no party: the shapes do not see that a party of one's own is both. */
  @Test
  void tableThatContradictsTheOntologyIsRefused() throws IOException {
    var own =
        write(
            "own.ttl",
            """
            @prefix own: <https://example.org/own/> .
            @prefix entente: <https://w3id.org/entente/> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            own:Neutral a owl:Class ; rdfs:subClassOf entente:State , [ a owl:Restriction ;
              owl:onProperty entente:hasMembership ; owl:maxCardinality 0 ] .
            own:Ruritania a owl:NamedIndividual , own:Neutral ; rdfs:label "Ruritania"@en ;
              entente:isoAlpha3 "XRU" .
            """);
    var table = write("t.csv", HEADER + "AUKUS,Ruritania,member,2022,,Invented\n");
    var run = Run.of("import", table.toString(), "--data", own.toString(), "--print");
    assertThat(run.error()).isEqualTo("BAD_TABLE");
    assertThat(run.err()).contains("does not go together").contains("Ruritania");
    assertThat(run.out()).isEmpty();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
