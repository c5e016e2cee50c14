// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Outcome;
import io.github.entente.model.Viewpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Withdrawing a source and accepting claims change answers exactly as can be reckoned without a
 * reasoner: from the expected overlaps, which come from the tables, and from the file of claims as
 * plain RDF.
 */
class ViewpointAnswersTest {
  private static final Path BASE = Path.of(System.getProperty("entente.basedir", "."));
  private static final String NS = "https://w3id.org/entente/";

  private static final Viewpoint DAY = Viewpoint.on(Optional.of(LocalDate.of(2024, 4, 4)));
  private static final String PREFIX = "PREFIX entente: <" + NS + "> ";
  private static KnowledgeBase kb;
  private static List<List<String>> overlaps;

  @BeforeAll
  static void open() throws IOException {
    kb = KnowledgeBase.bundled();
    overlaps =
        Files.readAllLines(BASE.resolve("src/test/resources/cq/033.tsv")).stream()
            .skip(1)
            .map(line -> List.of(line.replaceAll("[<>]", "").split("\t")))
            .toList();
  }

  @AfterAll
  static void close() {
    kb.close();
  }

  private static Set<List<String>> overlapsWithout(String source) {
    return kb.ask("overlapping-frameworks").from(DAY.without(source)).run().rows().stream()
        .map(
            row ->
                List.of("partner", "frameworkA", "frameworkB").stream()
                    .map(v -> row.get(v).orElseThrow().getURI())
                    .toList())
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({"aukus, AUKUS", "fvey, FiveEyes", "quad, Quad", "anzus, ANZUS", "g7, GroupOfSeven"})
  void aRosterWithdrawnTakesTheOverlapsOfItsFrameworkAndNoOther(String roster, String framework) {
    var expected =
        overlaps.stream().filter(row -> !row.contains(NS + framework)).collect(Collectors.toSet());
    assertThat(overlapsWithout("rosters/" + roster)).isEqualTo(expected).hasSizeLessThan(172);
  }

  @Test
  void oneMembershipWithdrawnTakesTheOverlapsOfItsParty() {
    var expected =
        overlaps.stream()
            .filter(row -> !row.contains(NS + "AUKUS") || !row.get(0).equals(NS + "Australia"))
            .collect(Collectors.toSet());
    assertThat(overlapsWithout(NS + "AUKUS_Australia")).isEqualTo(expected).hasSize(164);
  }

  @Test
  void theInterviewWithdrawnTakesNoOverlap() {
    assertThat(overlapsWithout("interviews/grand-2024-04-04")).isEqualTo(Set.copyOf(overlaps));
  }

  @ParameterizedTest
  @CsvSource({
    "facts, entente:FactMode, ",
    "certain-facts, entente:FactMode, entente:Certain",
    "reports, entente:ReportMode, ",
    "everything, , "
  })
  void aPolicyAcceptsTheClaimsThatItsModesAndCertaintiesName(
      String policy, String mode, String certainty) {
    var data =
        RDFDataMgr.loadDataset(BASE.resolve("data/interviews/grand-2024-04-04.trig").toString());
    String pattern =
        "?claim a entente:Claim ; entente:content ?content ."
            + (mode == null ? "" : " ?claim entente:hasMode " + mode + " .")
            + (certainty == null ? "" : " ?claim entente:hasCertainty " + certainty + " .");
    int accepted;
    try (var plain =
        QueryExecutionFactory.create(
            PREFIX + "SELECT (COUNT(DISTINCT ?claim) AS ?n) { " + pattern + " }", data)) {
      accepted = plain.execSelect().next().getLiteral("n").getInt();
    }
    var answers =
        kb.query(PREFIX + "ASK { entente:NATO a entente:Framework }")
            .from(DAY.policy(Optional.of(policy)))
            .run();
    assertThat(accepted).isPositive();
    assertThat(answers.notes())
        .anyMatch(note -> note.startsWith(accepted + " claims accepted by the policy"));
  }

  /** What holds once facts are accepted is what held before, and what the affirmed ones state. */
  @Test
  void acceptedFactsAddTheStatementsOfTheirContents() {
    var data =
        RDFDataMgr.loadDataset(BASE.resolve("data/interviews/grand-2024-04-04.trig").toString());
    String reliance = PREFIX + "SELECT ?a ?b { ?a entente:dependsOn ?b }";
    var stated = new TreeSet<String>();
    try (var plain =
        QueryExecutionFactory.create(
            PREFIX
                + "SELECT ?a ?b { ?c entente:hasMode entente:FactMode ;"
                + " entente:hasPolarity entente:Affirmed ; entente:content ?g ."
                + " GRAPH ?g { ?a entente:dependsOn ?b } }",
            data)) {
      plain
          .execSelect()
          .forEachRemaining(row -> stated.add(row.getResource("a") + " " + row.getResource("b")));
    }
    assertThat(stated).isNotEmpty();
    assertThat(kb.query(reliance).run().rows()).isEmpty();
    var held = new TreeSet<String>();
    for (var row : kb.query(reliance).from(DAY.policy(Optional.of("facts"))).run().rows()) {
      held.add(row.get("a").orElseThrow().getURI() + " " + row.get("b").orElseThrow().getURI());
    }
    assertThat(held).isEqualTo(stated);
  }

  @Test
  void aClaimThatDeniesARosterClashesWithItOnceAccepted(@TempDir Path folder) throws IOException {
    var file =
        Files.writeString(
            folder.resolve("denial.trig"),
            """
            @prefix entente: <https://w3id.org/entente/> .
            @prefix : <urn:x:> .
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            :denial a owl:NamedIndividual , entente:Claim ; entente:speaker entente:CamilleGrand ;
              entente:hasMode entente:FactMode ; entente:hasPolarity entente:Denied ;
              entente:hasCertainty entente:Certain ; entente:content :content .
            :content { entente:Australia entente:fullMemberOf entente:AUKUS . }
            """);
    try (var more = KnowledgeBase.builder().withBundled().data(file).build()) {
      assertThat(more.ask("everything-accepted").outcome())
          .isInstanceOfSatisfying(
              Outcome.Inconsistent.class,
              inconsistent ->
                  assertThat(inconsistent.conflict().toString()).contains("AUKUS", "Australia"));
      assertThat(more.ask("overlapping-frameworks").run().rows()).hasSize(172);
    }
  }
}
