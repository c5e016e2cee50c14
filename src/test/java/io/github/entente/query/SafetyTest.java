// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import io.github.entente.KnowledgeBase;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Outcome;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that would reach outside, or bring the evaluator down. */
class SafetyTest {
  private static final AtomicInteger ASKED = new AtomicInteger();
  private static KnowledgeBase kb;
  private static HttpServer server;
  private static String url;

  @BeforeAll
  static void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          ASKED.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    String turtle =
        """
        PREFIX : <http://example.org/>
        PREFIX owl: <http://www.w3.org/2002/07/owl#>
        :A a owl:Class . :i a :A . :p a owl:ObjectProperty . :i :p :i .
        """;
    kb =
        KnowledgeBase.builder()
            .document(
                "http://example.org/graph", "test.ttl", turtle.getBytes(StandardCharsets.UTF_8))
            .build();
  }

  @AfterAll
  static void stop() {
    kb.close();
    server.stop(0);
  }

  private static void assertRefused(String query, ErrorCode... codes) {
    var thrown = catchThrowable(() -> kb.query(query).timeout(Duration.ofSeconds(10)).run());
    assertThat(thrown).isInstanceOf(EntenteException.class);
    assertThat(((EntenteException) thrown).code()).as(thrown.getMessage()).isIn((Object[]) codes);
    assertThat(ASKED).as("nothing was fetched").hasValue(0);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }",
        "SELECT * { BIND(<URL> AS ?u) SERVICE ?u { ?s ?p ?o } }",
        "SELECT * { ?s a :A FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
        "SELECT * { ?s a :A MINUS { SERVICE SILENT <URL> { ?s ?p ?o } } }",
        "SELECT (EXISTS { SERVICE <URL> { ?s ?p ?o } } AS ?b) { }",
        "SELECT * { { SELECT * { SERVICE <URL> { ?s ?p ?o } } } }",
        "SELECT * { } ORDER BY (EXISTS { SERVICE <URL> { ?s ?p ?o } })",
        "SELECT (SUM(IF(EXISTS { SERVICE <URL> { ?s ?p ?o } }, 1, 0)) AS ?n) { }",
        "SELECT * { } GROUP BY (EXISTS { SERVICE <URL> { ?s ?p ?o } } AS ?b)",
        "SELECT * { ?s a :A } HAVING (EXISTS { SERVICE <URL> { ?s ?p ?o } })",
        "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }",
        "ASK { SERVICE <URL> { ?s ?p ?o } }",
        "DESCRIBE ?s { SERVICE <URL> { ?s ?p ?o } }",
      })
  void noServiceIsAsked(String query) {
    assertRefused(
        "PREFIX : <http://example.org/> " + query.replace("URL", url),
        ErrorCode.REFUSED_QUERY,
        ErrorCode.BAD_QUERY);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "SELECT * { BIND(<java:io.github.entente.query.SafetyTest.Evil>() AS ?x) }",
        "SELECT * { BIND(<java:java.lang.System.exit>(1) AS ?x) }",
        "SELECT * { ?s a <http://example.org/A> FILTER(<java:x.Y>(?s)) }",
        "SELECT (<java:x.Y>(?s) AS ?z) { ?s ?p ?o }",
        "SELECT (<java:x.Y>(?s) AS ?z) { ?s ?p ?o } ORDER BY <java:x.Y>(?s)",
        "SELECT * { ?s ?p ?o } ORDER BY <java:x.Y>(?s)",
        "SELECT (COUNT(<java:x.Y>(?s)) AS ?n) { ?s ?p ?o }",
        "SELECT ?z { ?s ?p ?o } GROUP BY (<java:x.Y>(?s) AS ?z)",
        "SELECT * { ?s <java:x.Y> ?o }",
        "SELECT * { ?s <java:x.Y> (1 2) }",
        "SELECT * { ?s a <http://example.org/A> FILTER EXISTS { ?s <java:x.Y> ?o } }",
        "SELECT * { ?s <java:x.Y>+ ?o }",
      })
  void noJavaClassIsRun(String query) {
    assertRefused(query, ErrorCode.REFUSED_QUERY);
  }

  /** Loaded by nothing. */
  static final class Evil {
    static {
      ASKED.incrementAndGet();
    }

    private Evil() {}
  }

  @Test
  void fromFetchesNeitherFilesNorPages(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("x.ttl"), "<urn:a> <urn:b> <urn:c> .");
    assertRefused("SELECT * FROM <" + file.toUri() + "> { ?s ?p ?o }", ErrorCode.REFUSED_QUERY);
    assertRefused("SELECT * FROM <" + url + "> { ?s ?p ?o }", ErrorCode.REFUSED_QUERY);
    for (var iri : new String[] {file.toUri().toString(), url}) {
      var named = "SELECT * FROM NAMED <" + iri + "> { GRAPH ?g { ?s ?p ?o } }";
      assertThat(kb.query(named).run().rows()).isEmpty();
      assertThat(kb.query("SELECT * { GRAPH <" + iri + "> { ?s ?p ?o } }").run().rows()).isEmpty();
    }
    assertThat(ASKED).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LOAD <URL>",
        "LOAD SILENT <URL> INTO GRAPH <urn:g>",
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "1:%",
        "SELECT * { ?x 1:% ?y }",
        "SELECT * { ?x ?y \"\\uD800\" }",
        "SELECT",
        "\u0000",
      })
  void whatIsNoQueryIsABadQuery(String text) {
    assertRefused(text.replace("URL", url), ErrorCode.BAD_QUERY, ErrorCode.UNKNOWN_PREFIX);
  }

  @Test
  void nothingIsNoQuery() {
    assertRefused("", ErrorCode.BAD_QUERY);
    assertRefused("  \n", ErrorCode.BAD_QUERY);
  }

  @ParameterizedTest
  @ValueSource(ints = {150, 1_000, 100_000})
  void deepNestingEndsWithACode(int depth) {
    var group = "SELECT * " + "{".repeat(depth) + " ?s ?p ?o " + "}".repeat(depth);
    var sum = "SELECT ((" + "(".repeat(depth) + "1" + ")".repeat(depth) + ") AS ?x) { }";
    var not = "SELECT * { FILTER(" + "!".repeat(depth) + "true) }";
    var minus = "SELECT (" + "- ".repeat(depth) + "1 AS ?x) { }";
    var plus = "SELECT (1" + " + 1".repeat(depth) + " AS ?x) { }";
    var path = "SELECT * { ?s " + "<urn:p>/".repeat(depth) + "<urn:p> ?o }";
    var turned = "SELECT * { ?s " + "^".repeat(1) + "<urn:p>" + "|^<urn:p>".repeat(depth) + " ?o }";
    var union = "SELECT * { { ?s a ?o }" + " UNION { ?s a ?o }".repeat(depth) + " }";
    var optional = "SELECT * { ?s a ?o" + " OPTIONAL { ?s a ?o }".repeat(depth) + " }";
    var binds = new StringBuilder("SELECT * { BIND(1 AS ?x0)");
    for (int i = 1; i <= depth; i++) {
      binds.append(" BIND(?x").append(i - 1).append(" AS ?x").append(i).append(')');
    }
    for (var query :
        new String[] {
          group, sum, not, minus, plus, path, turned, union, optional, binds.append(" }").toString()
        }) {
      endsWithACodeOrAnswers(query);
    }
  }

  private static void endsWithACodeOrAnswers(String query) {
    var head = query.substring(0, Math.min(60, query.length()));
    var thrown =
        catchThrowable(
            () -> {
              var outcome = kb.query(query).timeout(Duration.ofSeconds(5)).outcome();
              assertThat(outcome)
                  .isInstanceOfAny(Outcome.Answered.class, Outcome.LimitReached.class);
            });
    if (thrown != null) {
      assertThat(thrown).as(head).isInstanceOf(EntenteException.class);
      assertThat(((EntenteException) thrown).code())
          .as(head)
          .isIn(ErrorCode.BAD_QUERY, ErrorCode.REFUSED_QUERY, ErrorCode.LIMIT_REACHED);
    }
  }

  @Test
  void aVeryLongQueryIsRefused() {
    assertRefused("SELECT * { ?s ?p \"" + "x".repeat(2_000_000) + "\" }", ErrorCode.BAD_QUERY);
    assertRefused("#" + " ".repeat(2_000_000) + "\nSELECT * { }", ErrorCode.BAD_QUERY);
  }

  /** One that is there, and would tell if it were loaded. */
  @Test
  void noClassThatIsThereIsRunWhereverItIsNamed() {
    String evil = "<java:" + Evil.class.getName() + ">";
    for (var query :
        new String[] {
          "SELECT * { ?s ?p ?o } ORDER BY EVIL(?s)",
          "SELECT (COUNT(EVIL(?s)) AS ?n) { ?s ?p ?o }",
          "SELECT (SUM(IF(EXISTS { ?s EVIL ?o }, 1, 0)) AS ?n) { ?s ?p ?o }",
          "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY (EVIL(?s) AS ?z)",
          "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (SUM(EVIL(?o)) > 0)",
          "SELECT * { ?s EVIL/<urn:p> ?o }",
          "SELECT * { ?s ^EVIL ?o }",
          "SELECT * { VALUES ?f { EVIL } ?s ?f ?o BIND(CALL(?f, ?s) AS ?x) }",
          "SELECT * { BIND(CALL(EVIL, 1) AS ?x) }",
          "SELECT * { ?s ?p ?o } ORDER BY CALL(EVIL, 1)",
          "SELECT (AGG EVIL(?s) AS ?n) { ?s ?p ?o }",
          "SELECT * { BIND(IRI(CONCAT('java', ':x')) AS ?f) BIND(CALL(?f, 1) AS ?x) }",
        }) {
      var thrown =
          catchThrowable(
              () -> kb.query(query.replace("EVIL", evil)).timeout(Duration.ofSeconds(5)).run());
      assertThat(thrown == null || thrown instanceof EntenteException).as(query).isTrue();
      assertThat(ASKED).as(query).hasValue(0);
    }
  }

  @Test
  void aQueryThatDoublesItsTextEndsAtTheLimit() {
    var query = new StringBuilder("SELECT ?x30 { BIND(\"0123456789\" AS ?x0)");
    for (int i = 1; i <= 24; i++) {
      query.append(" BIND(CONCAT(?x%d, ?x%d) AS ?x%d)".formatted(i - 1, i - 1, i));
    }
    endsWithACodeOrAnswers(query.append(" }").toString());
  }

  @Test
  void aSlowExpressionEndsAtTheLimit() {
    var start = System.nanoTime();
    var all = new StringBuilder("SELECT (COUNT(*) AS ?n) {");
    IntStream.range(0, 20)
        .forEach(i -> all.append(" ?s").append(i).append(" ?p ?o").append(i).append(" ."));
    var outcome = kb.query(all.append(" }").toString()).timeout(Duration.ofMillis(500)).outcome();
    assertThat(outcome).isInstanceOf(Outcome.LimitReached.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
  }

  /** The regular expression takes time exponential in the text. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "ASK { FILTER(SLOW) }",
        "SELECT (SLOW AS ?x) { }",
        "SELECT * { BIND(SLOW AS ?x) }",
        "SELECT * { ?s a :A FILTER EXISTS { ?s a :A FILTER(SLOW) } }",
        "SELECT * { ?s a :A FILTER NOT EXISTS { { SELECT * { ?s a :A FILTER(SLOW) } } } }",
        "SELECT * { { SELECT * { ?s a :A FILTER(SLOW) } } }",
        "SELECT (SUM(IF(SLOW, 1, 0)) AS ?n) { ?s a :A }",
        "SELECT (COUNT(*) AS ?n) { ?s a :A } GROUP BY (SLOW AS ?x)",
        "SELECT ?s { ?s a :A } GROUP BY ?s HAVING (SLOW)",
        "SELECT ?s { ?s a :A } GROUP BY ?s HAVING (SUM(IF(SLOW, 1, 0)) > 0)",
        "SELECT ?s { ?s ?p ?o } ORDER BY (SLOW)",
        "CONSTRUCT { ?s a ?x } { ?s a :A BIND(SLOW AS ?x) }",
      })
  void aRegularExpressionThatBacktracksEndsAtTheLimit(String query) {
    var text = "\"" + "a".repeat(60) + "b\"";
    for (var slow :
        new String[] {
          "REGEX(TEXT, \"^(.*a){20}$\")",
          "(REPLACE(TEXT, \"^(.*a){20}$\", \"x\") = \"x\")",
          "REGEX(TEXT, CONCAT(\"^(.*a)\", \"{20}$\"), \"i\")",
        }) {
      var asked =
          "PREFIX : <http://example.org/> " + query.replace("SLOW", slow.replace("TEXT", text));
      var start = System.nanoTime();
      var outcome = kb.query(asked).timeout(Duration.ofMillis(100)).outcome();
      assertThat(outcome).as(asked).isInstanceOf(Outcome.LimitReached.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
  }

  /** Under another name it is no function: an error, as of any that is unknown. */
  @Test
  void noOtherNameEvadesTheGuard() {
    String fn = "<http://www.w3.org/2005/xpath-functions#";
    for (var call :
        new String[] {
          fn + "matches>(\"" + "a".repeat(60) + "b\", \"^(.*a){20}$\")",
          fn + "replace>(\"" + "a".repeat(60) + "b\", \"^(.*a){20}$\", \"x\")",
        }) {
      var rows = kb.query("SELECT (" + call + " AS ?x) { }").run().rows();
      assertThat(rows).hasSize(1);
      assertThat(rows.get(0).get("x")).isEmpty();
    }
  }

  @Test
  void guardedFunctionsGiveWhatTheyShould() {
    var rows =
        kb.query(
                "SELECT (REGEX(\"Abc\", \"^a\", \"i\") AS ?r) (REPLACE(\"abab\"@en, \"(a)\", \"$1x\") AS"
                    + " ?p) (CONCAT(\"a\", \"b\") AS ?c)"
                    + " (REGEX(<urn:a>, \"a\") AS ?f) { }")
            .run()
            .rows();
    var row = rows.get(0);
    assertThat(row.get("r").orElseThrow().getLiteralLexicalForm()).isEqualTo("true");
    assertThat(row.get("p").orElseThrow().getLiteralLexicalForm()).isEqualTo("axbaxb");
    assertThat(row.get("p").orElseThrow().getLiteralLanguage()).isEqualTo("en");
    assertThat(row.get("c").orElseThrow().getLiteralLexicalForm()).isEqualTo("ab");
    assertThat(row.get("f")).isEmpty();
  }

  @Test
  void aTextThatDoublesForEverIsALimit() {
    var query = new StringBuilder("SELECT ?x60 { BIND(\"0123456789\" AS ?x0)");
    for (int i = 1; i <= 60; i++) {
      query.append(" BIND(CONCAT(?x%d, ?x%d) AS ?x%d)".formatted(i - 1, i - 1, i));
    }
    assertRefused(query.append(" }").toString(), ErrorCode.LIMIT_REACHED);
  }

  @Test
  void aPathOverADenseGraphEndsAtTheLimit() {
    var dense =
        new StringBuilder(
            "PREFIX : <http://example.org/> PREFIX owl: <http://www.w3.org/2002/07/owl#> :p a owl:ObjectProperty .\n");
    for (int i = 0; i < 300; i++) {
      for (int j = 0; j < 300; j++) {
        dense.append(":i").append(i).append(" :p :i").append(j).append(" .\n");
      }
    }
    try (var many =
        KnowledgeBase.builder()
            .document(
                "http://example.org/dense",
                "dense.ttl",
                dense.toString().getBytes(StandardCharsets.UTF_8))
            .build()) {
      var start = System.nanoTime();
      var outcome =
          many.query(
                  "PREFIX : <http://example.org/> SELECT (COUNT(*) AS ?n) { ?a :p*/:p*/:p* ?b . ?b"
                      + " (:p|^:p)+ ?c }")
              .regime(io.github.entente.model.Regime.SIMPLE)
              .timeout(Duration.ofMillis(100))
              .outcome();
      assertThat(outcome).isInstanceOf(Outcome.LimitReached.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }
  }

  @Test
  void aResultHasNoMoreRowsThanAllowed() {
    var query = "SELECT * { VALUES ?x { 1 2 3 } }";
    assertThat(kb.query(query).most(3).run().rows()).hasSize(3);
    assertThat(kb.query(query).most(2).outcome()).isInstanceOf(Outcome.LimitReached.class);
    var triples = "CONSTRUCT { <urn:a> <urn:b> ?x } { VALUES ?x { 1 2 3 } }";
    assertThat(kb.query(triples).most(3).run().graph().size()).isEqualTo(3);
    assertThat(kb.query(triples).most(2).outcome()).isInstanceOf(Outcome.LimitReached.class);
  }
}
