// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Results go to standard output and are what their format says; all else goes to standard error.
 */
class FormatsTest {
  private static final String ANIMALS =
      """
      @prefix : <https://example.org/> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      <https://example.org/ontology> a owl:Ontology .
      :Animal a owl:Class ; rdfs:label "animal"@en , "Tier"@de .
      :Cat a owl:Class ; rdfs:subClassOf :Animal .
      :tom a :Cat ; rdfs:label "Tom, \\"the\\" | cat"@en .
      :Jerry a :Animal .
      """;

  private static final String SELECT =
      "SELECT ?x ?name WHERE { ?x a :Animal OPTIONAL { ?x rdfs:label ?name } } ORDER BY ?x";
  private static final String CONSTRUCT = "CONSTRUCT { ?x a :Animal } WHERE { ?x a :Animal }";

  @TempDir private Path folder;
  private String data;

  @BeforeEach
  void animals() throws IOException {
    data = Files.writeString(folder.resolve("animals.ttl"), ANIMALS).toString();
  }

  private Run query(String text, String... options) {
    return Run.of(words(text, options));
  }

  private Run queryOnTerminal(String text, String... options) {
    return Run.onTerminal(words(text, options));
  }

  private String[] words(String text, String... options) {
    var all = new ArrayList<>(List.of("query", "-e", text, "--data", data));
    all.addAll(List.of(options));
    return all.toArray(String[]::new);
  }

  private static RowSet parsed(String text, Lang lang) {
    return RowSetReaderRegistry.getFactory(lang)
        .create(lang)
        .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ARQ.getContext())
        .rewindable();
  }

  private static Graph graph(String text, Lang lang) {
    return RDFParser.fromString(text, lang).toGraph();
  }

  @Test
  void inAPipeRowsAreTabSeparatedCuriesAndNothingElse() {
    var run = query(SELECT);
    assertThat(run.out().lines())
        .containsExactly("x\tname", ":Jerry\t", ":tom\tTom, \"the\" | cat");
    assertThat(run.err())
        .startsWith("owl-direct · sound and complete · by rules, modulo 1 HermiT verdict · 2 rows");
    assertThat(run.code()).isZero();
  }

  @Test
  void onATerminalRowsAreATableWithLabelsAndTheGuaranteeUnderIt() {
    var run = queryOnTerminal(SELECT);
    assertThat(run.out())
        .isEqualTo(
            """
            x                 name
            ────────────────  ────────────────
            :Jerry
            Tom, "the" | cat  Tom, "the" | cat

            owl-direct · sound and complete · by rules, modulo 1 HermiT verdict · 2 rows
            """);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void colourIsForTerminalsOnlyAndNotWhereItIsUnwanted() {
    String bold = "\u001b[1m";
    var coloured = Map.of("ENTENTE_TTY", "1", "COLUMNS", "80");
    assertThat(Run.in(coloured, "", words(SELECT)).out()).contains(bold);
    assertThat(queryOnTerminal(SELECT).out()).doesNotContain("\u001b");
    assertThat(query(SELECT, "--format", "table").out()).doesNotContain("\u001b");
  }

  @Test
  void quietLeavesOnlyTheResult() {
    assertThat(query(SELECT, "--quiet").err()).isEmpty();
    assertThat(queryOnTerminal(SELECT, "--quiet").out()).doesNotContain("sound");
  }

  @Test
  void verboseSaysHowLongEachStepTook() {
    assertThat(query(SELECT, "-v").err()).contains("reading: ", "reasoning and answering: ");
  }

  @Test
  void csvQuotesAsItsStandardSays() {
    assertThat(query(SELECT, "--format", "csv").out())
        .isEqualTo("x,name\r\n:Jerry,\r\n:tom,\"Tom, \"\"the\"\" | cat\"\r\n");
  }

  @Test
  void markdownEscapesItsOwnMarks() {
    assertThat(query(SELECT, "--format", "md").out())
        .isEqualTo(
            """
            | x | name |
            | --- | --- |
            | :Jerry |  |
            | Tom, "the" \\| cat | Tom, "the" \\| cat |
            """);
  }

  @Test
  void fullIrisWhereAskedFor() {
    assertThat(query(SELECT, "--format", "table", "--iri").out())
        .contains("https://example.org/tom");
  }

  @Test
  void jsonXmlAndTsvAndCsvWithFullIrisAreStandardResults() {
    for (var lang :
        Map.of(
                "json", ResultSetLang.RS_JSON,
                "xml", ResultSetLang.RS_XML,
                "csv", ResultSetLang.RS_CSV,
                "tsv", ResultSetLang.RS_TSV)
            .entrySet()) {
      var rows = parsed(query(SELECT, "--iri", "--format", lang.getKey()).out(), lang.getValue());
      assertThat(rows.getResultVars()).extracting(v -> v.getVarName()).containsExactly("x", "name");
      assertThat(rows.stream().map(b -> b.get("x").toString().replaceAll("\"", "")))
          .containsExactly("https://example.org/Jerry", "https://example.org/tom");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "xml"})
  void truthIsAStandardResultToo(String format) {
    var lang = format.equals("json") ? ResultSetLang.RS_JSON : ResultSetLang.RS_XML;
    String text = query("ASK { :tom a :Animal }", "--format", format).out();
    var result =
        RowSetReaderRegistry.getFactory(lang)
            .create(lang)
            .readAny(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ARQ.getContext());
    assertThat(result.booleanResult()).isTrue();
  }

  @Test
  void jsonSaysHowFarTheResultCanBeTrusted() {
    for (var text : List.of(SELECT, "ASK { :tom a :Animal }")) {
      var trust = JSON.parse(query(text, "--format", "json").out()).getObj("entente");
      assertThat(trust.keySet())
          .containsExactlyInAnyOrder(
              "regime",
              "guarantee",
              "basis",
              "includeUnverified",
              "without",
              "engine",
              "reasons",
              "notes");
      assertThat(trust.getObj("basis").get("hermitVerdicts").getAsNumber().value().intValue())
          .isEqualTo(1);
      assertThat(trust.getString("regime")).isEqualTo("owl-direct");
      assertThat(trust.getString("guarantee")).isEqualTo("sound and complete");
      assertThat(JSON.parse(query(text, "--format", "json", "-q").out()).hasKey("entente"))
          .isFalse();
    }
    var counted = "SELECT (COUNT(*) AS ?n) { ?x a :Animal }";
    var open = JSON.parse(query(counted, "--engine", "rules", "--format", "json").out());
    assertThat(open.getObj("entente").getString("engine")).isEqualTo("rules");
  }

  @Test
  void jsonHasTheWholeViewpointAndTheWeakestLevel() {
    var run =
        Run.of(
            Run.words(
                    "query -e 'SELECT ?m { ?m entente:inFramework entente:AUKUS }' --format json"
                        + " --as-of 2024-04-10 --recorded 2024-04-20 --accept certain-facts"
                        + " --include-unverified --without data/rosters/quad.ttl")
                .toArray(String[]::new));
    var trust = JSON.parse(run.out()).getObj("entente");
    assertThat(trust.getString("asOf")).isEqualTo("2024-04-10");
    assertThat(trust.getString("recorded")).isEqualTo("2024-04-20");
    assertThat(trust.getString("accept")).isEqualTo("certain-facts");
    assertThat(trust.getBoolean("includeUnverified")).isTrue();
    assertThat(trust.get("without").getAsArray())
        .extracting(source -> source.getAsString().value())
        .containsExactly("data/rosters/quad.ttl");
    assertThat(trust.get("notes").getAsArray().size()).isPositive();
    var level = trust.getObj("weakestVerification");
    assertThat(level.getBoolean("traced")).isTrue();
    assertThat(level.getString("name")).isEqualTo("verified-day");
    assertThat(level.getNumber("facts").intValue()).isEqualTo(3);
    assertThat(level.getNumber("untraced").intValue()).isZero();
  }

  @Test
  void triplesAreTurtleUnlessAnotherFormatIsAskedFor() {
    assertThat(graph(query(CONSTRUCT).out(), Lang.TURTLE).size()).isEqualTo(2);
    assertThat(graph(query(CONSTRUCT, "--format", "json").out(), Lang.JSONLD).size()).isEqualTo(2);
    assertThat(graph(query(CONSTRUCT, "--format", "xml").out(), Lang.RDFXML).size()).isEqualTo(2);
    assertThat(query(CONSTRUCT, "--format", "tsv").out().lines())
        .containsExactly(
            "subject\tpredicate\tobject", ":Jerry\trdf:type\t:Animal", ":tom\trdf:type\t:Animal");
  }

  @Test
  void aQueryIsReadFromAFileAndFromStandardInput() throws IOException {
    var file = Files.writeString(folder.resolve("own.rq"), SELECT).toString();
    var fromFile = Run.of("query", file, "--data", data);
    var fromInput = Run.in(Map.of(), SELECT, "query", "-", "--data", data);
    assertThat(fromFile.out()).isEqualTo(query(SELECT).out()).isEqualTo(fromInput.out());
  }

  @Test
  void withoutReasoningOnlyWhatIsAssertedIsAnswered() {
    assertThat(query(SELECT, "--regime", "simple").out()).contains(":Jerry").doesNotContain(":tom");
  }
}
