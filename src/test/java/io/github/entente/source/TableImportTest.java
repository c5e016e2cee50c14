// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.SourceDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows become facts when every cell has a meaning, and all that has none is told at once. */
class TableImportTest {
  private static final Path BASE = Path.of(System.getProperty("entente.basedir", "."));
  private static final String NS = "https://example.org/memberships/";
  private static final String ENTENTE = "https://w3id.org/entente/";
  private static final String HEADER = "framework,party,status,from,until,source\n";
  private static final List<SourceDocument> BUNDLED = Bundled.documents();

  private static final String OWN =
      """
      @prefix own: <https://example.org/frameworks/> .
      @prefix entente: <https://w3id.org/entente/> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      own:NATO a entente:Alliance ; rdfs:label "Our NATO"@en ; skos:notation "ONATO" .
      own:Twin a entente:Alliance ; rdfs:label "Quad"@en .
      own:Ruritania a entente:State ; rdfs:label "Ruritania"@en .
      """;

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("", "t.csv:1: the table is empty"),
        Arguments.of("\n\n,a\n", "t.csv:3, column 1 (): the column has no name"),
        Arguments.of("\n \n", "t.csv:1: the table is empty"),
        Arguments.of(HEADER, "t.csv:1: there is no row under the header"),
        Arguments.of("framework;party\nNATO;Japan\n", "t.csv:1: the columns are separated by semi"),
        Arguments.of(
            "framework\tparty\nNATO\tJapan\n", "t.csv:1: the columns are separated by tabs"),
        Arguments.of(
            "framework,party,status,from,source\nNATO,Japan,member,2020,x\n",
            "t.csv:1: the header lacks until"),
        Arguments.of(
            "framework,partie,status,from,until,source\n",
            "t.csv:1, column 2 (partie): there is no such column. Did you mean 'party'?"),
        Arguments.of(
            "framework,party,party,status,from,until,source\n",
            "t.csv:1, column 3 (party): there are two columns of this name"),
        Arguments.of(
            HEADER + "NATO,Jappan,partner,2020,,x\n",
            "t.csv:2, column 2 (party): 'Jappan' is not known. Did you mean 'Japan'"),
        Arguments.of(
            HEADER + "NATO,Xyz,partner,2020,,x\n",
            "t.csv:2, column 2 (party): 'Xyz' is not known. Write a name, code or IRI"),
        Arguments.of(
            HEADER + "Quadd,Japan,partner,2020,,x\n",
            "t.csv:2, column 1 (framework): 'Quadd' is not known. Did you mean 'QUAD'?"),
        Arguments.of(
            HEADER + "NATO,Japan,boss,2020,,x\n",
            "t.csv:2, column 3 (status): 'boss' is not known. Known are, among others, 'member'"),
        Arguments.of(
            "framework,party,status,from,until,source,verification\nNATO,Japan,partner,2020,,x,sure",
            "t.csv:2, column 7 (verification): 'sure' is not known"),
        Arguments.of(
            HEADER + "NATO,Japan,partner,2020-02-30,,x\n",
            "t.csv:2, column 4 (from): '2020-02-30' is no day"),
        Arguments.of(
            HEADER + "NATO,Japan,partner,0000,,x\n", "t.csv:2, column 4 (from): '0000' is no day"),
        Arguments.of(
            HEADER + "NATO,Japan,partner,2020,04/05/2021,x\n",
            "t.csv:2, column 5 (until): '04/05/2021' is no day"),
        Arguments.of(
            HEADER + "NATO,Japan,partner,2020-05,2020-04-30,x\n",
            "t.csv:2, column 5 (until): the last day lies before the first"),
        Arguments.of(
            HEADER + "NATO,Japan,partner,,,x\n", "t.csv:2, column 4 (from): the cell is blank"),
        Arguments.of(
            HEADER + "NATO,Japan,partner,2020,,\n",
            "t.csv:2, column 6 (source): the cell is blank"),
        Arguments.of(
            HEADER + "NATO,Japan,partner,2020,,x\nNATO,JPN,partner,2020,,y\n",
            "t.csv:3: the same is stated in line 2. Remove one of the two (same framework, party,"
                + " role)."),
        Arguments.of(
            HEADER + "NATO,Japan,partner,2020,2022-01-01,x\nNATO,JPN,partner,2022-01-01,,y\n",
            "t.csv:3: it is in force on the same days as line 2 (2020-01-01 to 2020-12-31 until"
                + " 2022-01-01)"),
        Arguments.of(
            HEADER + "NATO,Finland,member,2024,,x\n",
            "t.csv:2: it is in force on the same days as entente:NATO_Finland of entente:data/rosters/nato.ttl (2023-04-04, open)"),
        Arguments.of(
            HEADER + "NATO,Finland,member,2023-04-04,,x\n",
            "t.csv:2: the same is stated in entente:NATO_Finland"),
        Arguments.of(
            HEADER + "NATO,Japan,partner,2020,,\"x\nNATO,Korea,partner,2020,,x\n",
            "t.csv:2: a double quote is opened in this row and never closed"),
        Arguments.of(
            HEADER + "NATO,\"Japan\"ese,partner,2020,,x\n",
            "t.csv:2: text follows the double quote that closes a field"),
        Arguments.of(
            HEADER + "NATO,Japan,partner,2020,x\n",
            "t.csv:2: the row has 5 fields, and the header 6"),
        Arguments.of(
            HEADER + "NATO,Japan,partner,2020,,\"two\nlines\"\n\nNATO,Japan\n",
            "t.csv:5: the row has 2 fields, and the header 6"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void brokenTableIsRefusedWithItsPlace(String table, String message) {
    assertThatThrownBy(() -> bundled(table))
        .isInstanceOfSatisfying(
            EntenteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_TABLE))
        .hasMessageContaining(message);
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceInTheOrderOfTheTable() {
    var table =
        HEADER
            + "NATO,Japan,partner,2020,,x\nNATO,Jappan,boss,soon,,\nNATO,Japan,partner,2020,,x\na,b\n";
    var failure = catchThrowableOfType(EntenteException.class, () -> bundled(table));
    assertThat(failure.getMessage().lines().map(line -> line.replaceFirst(": .*", "")))
        .containsExactly(
            "6 problems in the table; nothing is imported from it.",
            "  t.csv:3, column 2 (party)",
            "  t.csv:3, column 3 (status)",
            "  t.csv:3, column 4 (from)",
            "  t.csv:3, column 6 (source)",
            "  t.csv:4",
            "  t.csv:5");
  }

  @Test
  void ofVeryManyProblemsTheRestIsCounted() {
    var rows =
        IntStream.range(0, 60).mapToObj(i -> "NATO,No" + i + "where,member,2020,,x\n").toList();
    var failure =
        catchThrowableOfType(EntenteException.class, () -> bundled(HEADER + String.join("", rows)));
    assertThat(failure.getMessage()).startsWith("60 problems").endsWith("… and 10 more.");
    assertThat(failure.getMessage().lines()).hasSize(Problems.SHOWN + 2);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    var bytes =
        (HEADER + "NATO,T\u00fcrkiye,partner,2020,,x\n").getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> TableImport.of(BUNDLED, Bundled.imports(), "t.csv", bytes, NS))
        .isInstanceOfSatisfying(
            EntenteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_UTF8))
        .hasMessageContaining("t.csv:2");
  }

  /** Byte order mark, line ends, blank rows, order of columns, case, spaces: none has a meaning. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "framework,party,status,from,until,source\nAUKUS,Japan,partner,2020-05,,x, y",
        "\ufeffframework,party,status,from,until,source\nAUKUS,Japan,partner,2020-05,,\"x, y\"\n",
        "framework,party,status,from,until,source\r\nAUKUS,JPN,partner,2020-05,,\"x, y\"\r\n",
        "framework,party,status,from,until,source\rAUKUS,JP,partner,2020-05,,\"x, y\"\r",
        "\n,,,,,\nframework,party,status,from,until,source\n\nAUKUS,jpn,partner,2020-05,,\"x, y\"\n,,,,,\n",
        "source, FROM ,party,until,Framework,status\n\"x, y\" , 2020-05,\u00a0Japan ,,aukus,Active  Partner\n",
        "framework,party,status,from,until,source\nentente:AUKUS,https://w3id.org/entente/Japan,partner,2020-05,,\"x, y\"\n",
        "framework,party,status,from,until,source,note,verification\nAUKUS,Japan,partner,2020-05,,\"x, y\",,\n"
      })
  void theFormOfTheTableHasNoMeaning(String table) {
    var text = table.endsWith("x, y") ? table.replace("x, y", "\"x, y\"") : table;
    var facts = bundled(text);
    assertThat(facts.turtle())
        .contains(
            """
            row:AUKUS_Japan_PartnerMembership_2020-05 a owl:NamedIndividual, entente:ActiveMembership, entente:PartnerMembership ;
              rdfs:label "Japan in AUKUS, as a partner, since 2020-05"@en ;
              entente:citation "x, y" ;
              entente:firstDay "2020-05"^^xsd:gYearMonth ;
              entente:inFramework entente:AUKUS ;
              entente:ofParty entente:Japan ;
              entente:verification entente:VerifiedMonth .
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020,2021,2021,2022",
        "2020-01-01,2020-06-30,2020-07-01,",
        "2020,2021-03-31,2021-04-01,2021-04-01"
      })
  void runsOfDaysThatNeedNotOverlapAreTaken(String days) {
    var d = days.split(",", -1);
    var table =
        HEADER
            + "AUKUS,Japan,partner,%s,%s,x\nAUKUS,Japan,partner,%s,%s,x\nAUKUS,Japan,observer,2000,,x\n"
                .formatted(d[0], d[1], d[2], d[3]);
    assertThat(bundled(table).lines().values()).containsExactly(2, 3, 4);
  }

  @Test
  void levelAndNoteOfARowAreKept() {
    var facts =
        bundled(
            "framework,party,status,from,until,source,verification,note\n"
                + "AUKUS,Japan,suspended observer,1999,2001-02,\"He said \"\"no\"\"\",recalled,A\\b\n");
    assertThat(facts.turtle())
        .contains("entente:SuspendedMembership", "as a suspended observer, 1999 to 2001-02")
        .contains("entente:citation \"He said \\\"no\\\"\"", "skos:editorialNote \"A\\\\b\"@en")
        .contains("entente:verification entente:Unverified", "\"2001-02\"^^xsd:gYearMonth");
  }

  @Test
  void frameworksAndPartiesOfOnesOwnAreKnownAndKeepTheirNamesApart() {
    var documents = withOwn();
    var facts =
        imported(
            documents,
            HEADER
                + "ONATO,Ruritania,member,2020-03-01,2022,x\nNATO,Ruritania,member,2020-03-01,,x\n");
    assertThat(facts.lines().keySet().stream().map(Node::getURI))
        .containsExactly(
            NS + "NATO_Ruritania_MemberMembership_2020-03-01",
            NS + "NATO_Ruritania_MemberMembership_2020-03-01_2");
    assertThat(facts.turtle())
        .contains("entente:inFramework own:NATO", "entente:inFramework entente:NATO");
    var curated = NodeFactory.createURI(ENTENTE + "curatedUntil");
    assertThat(facts.document().graph().find(Node.ANY, curated, Node.ANY).toList())
        .as("only the roster that had no day gets one, the last that its rows name")
        .singleElement()
        .hasToString(
            "https://example.org/frameworks/NATO https://w3id.org/entente/curatedUntil"
                + " \"2022-01-01\"^^xsd:date");
  }

  @Test
  void nameOfTwoThingsIsAmbiguousUnlessOneIsWrittenInFull() {
    assertThatThrownBy(() -> imported(withOwn(), HEADER + "Quad,Ruritania,member,2020,,x\n"))
        .hasMessageContaining(
            "t.csv:2, column 1 (framework): 'Quad' may be <https://example.org/frameworks/Twin> or"
                + " <https://w3id.org/entente/Quad>");
    assertThat(imported(withOwn(), HEADER + "own:Twin,Ruritania,member,2020,,x\n").lines())
        .hasSize(1);
  }

  @Test
  void aNameThatTheDataGiveToSomethingElseIsNotTaken() {
    var taken =
        document("<" + NS + "AUKUS_Japan_PartnerMembership_2020> <http://example.org/p> 1 .");
    var facts = imported(with(taken), HEADER + "AUKUS,Japan,partner,2020,,x\n");
    assertThat(facts.lines().keySet())
        .containsExactly(NodeFactory.createURI(NS + "AUKUS_Japan_PartnerMembership_2020_2"));
  }

  /** Another mapping, another vocabulary: which columns there are is no matter of the code. */
  @Test
  void mappingIsData() {
    var clubs =
        document(
            """
            @prefix : <http://example.org/clubs#> .
            :chess a :Club ; :name "Chess" . :ann a :Person ; :name "Ann" .
            :one :who :ann ; :club :chess ; :since "1999" .
            """);
    var queries =
        Map.of(
            "rows",
            """
            #+ columns: club who since left
            #+ blank: left
            #+ days: since left
            #+ key: club who
            PREFIX : <http://example.org/clubs#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            CONSTRUCT { ?row :who ?who ; :club ?club ; :since ?since ; :comment ?text }
            WHERE { BIND (CONCAT(?table, "!") AS ?text) }
            """,
            "club",
            "PREFIX : <http://example.org/clubs#> SELECT ?text ?club { ?club a :Club ; :name ?text }",
            "who",
            "PREFIX : <http://example.org/clubs#> SELECT ?text ?who { ?who a :Person ; :name ?text }",
            "stored",
            "PREFIX : <http://example.org/clubs#> SELECT ?fact ?club ?who ?since { ?fact :who ?who ;"
                + " :club ?club ; :since ?since }",
            "rosters",
            "PREFIX : <http://example.org/clubs#> CONSTRUCT { ?c :size 1 } WHERE { ?f :club ?c }");
    var open = "who,club,since,left\nAnn,Chess,2001,\n";
    assertThatThrownBy(
            () -> TableImport.of(List.of(clubs), queries, "c.csv", open.getBytes(UTF_8), NS))
        .hasMessageContaining(":one (1999-01-01 to 1999-12-31, open)")
        .hasMessageContaining("(same club, who)");
    var later = "who,club,since,left\nann,chess,1990,1991\n";
    var facts = TableImport.of(List.of(clubs), queries, "c.csv", later.getBytes(UTF_8), NS);
    assertThat(facts.turtle())
        .endsWith(
            """
            row:chess_ann_1990 :club :chess ;
              :comment "c.csv!" ;
              :since "1990"^^xsd:gYear ;
              :who :ann .

            :chess :size 1 .
            """);
  }

  @Test
  void theCodeNamesNoColumnAndNoTermOfTheOntology() throws IOException {
    var terms = new ArrayList<>(Mapping.parse(Bundled.imports()).columns());
    terms.removeAll(List.of("from", "until", "source", "note"));
    assertThat(terms).contains("framework", "party", "status");
    terms.add("membership");
    for (var name :
        List.of(
            "TableImport",
            "Mapping",
            "CsvTable",
            "Lexicon",
            "Spans",
            "Problems",
            "TableWriter",
            "TableFacts")) {
      var file = BASE.resolve("src/main/java/io/github/entente/source/" + name + ".java");
      assertThat(Files.readString(file).toLowerCase(Locale.ROOT))
          .as(name)
          .doesNotContain("model.entente;")
          .doesNotContain("w3id.org")
          .doesNotContain(terms);
    }
  }

  private static SourceDocument document(String turtle) {
    return DocumentReader.readTrusted("urn:x-test", "own.ttl", turtle.getBytes(UTF_8));
  }

  private static List<SourceDocument> withOwn() {
    return with(document(OWN));
  }

  private static List<SourceDocument> with(SourceDocument document) {
    return Stream.concat(BUNDLED.stream(), Stream.of(document)).toList();
  }

  private static TableFacts bundled(String table) {
    return imported(BUNDLED, table);
  }

  private static TableFacts imported(List<SourceDocument> documents, String table) {
    return TableImport.of(documents, Bundled.imports(), "t.csv", table.getBytes(UTF_8), NS);
  }
}
