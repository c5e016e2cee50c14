// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.entente.KnowledgeBase;
import io.github.entente.app.cli.Main;
import io.github.entente.app.store.Store;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changing what is served: checked, whole or not at all, and kept. */
class UpdateTest {
  private static final String TOKEN = "a-token-for-the-tests";
  private static final int KILLED_AFTER = 5;
  private static final String PREFIX = "PREFIX : <http://example.org/> ";
  private static final String DATA =
      """
      PREFIX : <http://example.org/>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      :A a owl:Class ; rdfs:subClassOf :C . :B a owl:Class ; owl:disjointWith :A . :C a owl:Class .
      :p a owl:ObjectProperty . :age a owl:DatatypeProperty .
      :i a :A ; :p [ a :C ] .
      """;
  private static final String SHAPES =
      """
      PREFIX : <http://example.org/>
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      :Shape a sh:NodeShape ; sh:targetClass :A ;
        sh:property [ sh:path :age ; sh:maxCount 1 ; sh:message "One age at most." ] .
      """;

  @TempDir Path folder;
  private KnowledgeBase base;
  private Store store;
  private Server server;
  private Http http;

  @BeforeEach
  void start() throws Exception {
    Files.writeString(folder.resolve("data.ttl"), DATA);
    Files.writeString(folder.resolve("shapes.ttl"), SHAPES);
    open();
  }

  private void open() {
    base =
        KnowledgeBase.builder()
            .data(folder.resolve("data.ttl"))
            .data(folder.resolve("shapes.ttl"))
            .build();
    store = Store.open(base, folder.resolve("store"), true, Duration.ofMinutes(1));
    server = Server.start(store, List.of(), Settings.defaults().token(TOKEN));
    http = Http.to(server).with("Authorization", "Bearer " + TOKEN);
  }

  @AfterEach
  void close() {
    server.close();
    store.close();
    base.close();
  }

  private void reopen() {
    close();
    open();
  }

  private boolean ask(String pattern) {
    var answer = http.query(PREFIX + "ASK " + pattern);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return JSON.parse(answer.body()).get("boolean").getAsBoolean().value();
  }

  private void done(Http.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(204);
  }

  @Test
  void whatIsAddedIsReasonedWith() {
    assertThat(ask("{ :j a :C }")).isFalse();
    done(http.update(PREFIX + "INSERT DATA { :j a :A }"));
    assertThat(ask("{ :j a :C }")).isTrue();
    done(http.update(PREFIX + "DELETE { ?x a :A } WHERE { ?x a :A }"));
    assertThat(ask("{ :j a :C }")).isFalse();
    assertThat(ask("{ :i a :C }")).as("in the file's graph, not in the default graph").isTrue();
  }

  @Test
  void aNewNamedGraphIsAContentAndNoFact() {
    done(http.update(PREFIX + "INSERT DATA { GRAPH :said { :j a :A } }"));
    assertThat(ask("{ :j a :C }")).isFalse();
    assertThat(ask("{ GRAPH :said { :j a :A } }")).isTrue();
  }

  @Test
  void aFilesGraphCanBeChanged() {
    String graph = base.graphs().keySet().iterator().next();
    done(
        http.update(
            PREFIX + "WITH <" + graph + "> DELETE { :i a :A } INSERT { :i a :B } WHERE { }"));
    assertThat(ask("{ :i a :A }")).isFalse();
    assertThat(ask("{ :i a :B }")).isTrue();
    reopen();
    assertThat(ask("{ :i a :B }")).isTrue();
  }

  @Test
  void onlyWhoShowsTheTokenMayChange() {
    var plain = Http.to(server);
    for (var other :
        List.of(
            plain,
            plain.with("Authorization", "Bearer wrong"),
            plain.with("Authorization", "Bearer "),
            plain.with("Authorization", TOKEN),
            plain.with("Authorization", "Basic " + TOKEN))) {
      var answer = other.update("CLEAR ALL");
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
      assertThat(other.send("DELETE", "/gsp?default", new byte[0]).status()).isEqualTo(401);
    }
    assertThat(ask("{ :i a :C }")).isTrue();
    assertThat(plain.query("ASK {}").status()).as("anybody may ask").isEqualTo(200);
  }

  @Test
  void aContradictionIsRefusedAndChangesNothing() throws Exception {
    long before = Files.size(folder.resolve("store/journal.log"));
    var answer = http.update(PREFIX + "INSERT DATA { :k a :A } ; INSERT DATA { :i a :B }");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.header("Entente-Error")).isEqualTo("REFUSED_UPDATE");
    assertThat(ask("{ :k a :A }")).isFalse();
    assertThat(Files.size(folder.resolve("store/journal.log"))).isEqualTo(before);
  }

  @Test
  void whatBreaksAShapeIsRefused() {
    done(http.update(PREFIX + "INSERT DATA { :i :age 3 }"));
    var answer = http.update(PREFIX + "INSERT DATA { :i :age 4 }");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("One age at most");
    assertThat(ask("{ :i :age 4 }")).isFalse();
  }

  @Test
  void whatIsOutsideTheProfileIsRefused() {
    assertThat(http.update(PREFIX + "INSERT DATA { :i :undeclared :j }").status()).isEqualTo(409);
    assertThat(
            http.update(
                    PREFIX
                        + "INSERT DATA { :i :age \"x\"^^<http://www.w3.org/2001/XMLSchema#integer> }")
                .status())
        .isEqualTo(400);
    assertThat(ask("{ :i :age ?x }")).isFalse();
  }

  @Test
  void anUpdateWithAnErrorInItsMiddleChangesNothing() {
    var answer =
        http.update(
            PREFIX
                + "INSERT DATA { :j a :A } ; INSERT DATA { GRAPH :g { :a :p :b } }"
                + " ; COPY <urn:none> TO :h");
    assertThat(answer.status()).isBetween(400, 499);
    assertThat(ask("{ :j a :A }")).isFalse();
    assertThat(ask("{ GRAPH :g { ?s ?p ?o } }")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LOAD <URL>",
        "LOAD SILENT <URL> INTO GRAPH <urn:g>",
        "INSERT DATA { <urn:a> a <urn:b> } ; LOAD <file:///etc/passwd>",
        "INSERT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }",
        "INSERT { ?s ?p ?o } WHERE { SERVICE SILENT <URL> { ?s ?p ?o } }",
        "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o FILTER EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
        "INSERT { ?s a ?x } WHERE { ?s a ?o BIND(<java:java.lang.System.exit>(1) AS ?x) }",
      })
  void noUpdateReachesOutside(String update) throws Exception {
    var asked = new AtomicInteger();
    var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    other.start();
    try {
      String url = "http://127.0.0.1:" + other.getAddress().getPort() + "/";
      assertThat(http.update(update.replace("URL", url)).status()).isEqualTo(400);
      assertThat(asked).hasValue(0);
    } finally {
      other.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@context\":\"URL\",\"@id\":\"urn:a\",\"urn:b\":1}",
        "{\"@context\":[\"URL\"],\"@id\":\"urn:a\"}",
      })
  void noContextIsFetched(String json) {
    var answer =
        http.send(
            "PUT",
            "/gsp?graph=urn:g",
            json.replace("URL", http.base() + "/$/ping").getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/ld+json");
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(http.get("/$/metrics").body()).doesNotContain("route=\"/$/ping\"");
  }

  @Test
  void noEntityBlowsUp() {
    var bomb = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 \"aaaaaaaaaa\">");
    for (int i = 1; i < 12; i++) {
      bomb.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
    }
    bomb.append("]><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"")
        .append(" xmlns:e=\"urn:e\"><rdf:Description><e:x>&a11;</e:x></rdf:Description></rdf:RDF>");
    var outside =
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rdf:RDF"
            + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:e=\"urn:e\">"
            + "<rdf:Description><e:x>&x;</e:x></rdf:Description></rdf:RDF>";
    for (var xml : List.of(bomb.toString(), outside)) {
      var answer =
          http.send(
              "PUT",
              "/gsp?graph=urn:g",
              xml.getBytes(StandardCharsets.UTF_8),
              "Content-Type",
              "application/rdf+xml");
      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    }
    assertThat(http.get("/gsp?graph=urn:g").status()).isEqualTo(404);
  }

  @Test
  void whatIsNotUtf8IsRefused() {
    byte[] latin = "<urn:a> <urn:b> \"\u00e9\" .".getBytes(StandardCharsets.ISO_8859_1);
    var answer = http.send("PUT", "/gsp?graph=urn:g", latin, "Content-Type", "text/turtle");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(http.get("/sparql?query=ASK%7B%3Curn:%E9%3E%20?p%20?o%7D").status()).isEqualTo(400);
  }

  /** What is served afterwards, written out, read anew and asked, answers the same. */
  @Test
  void answersAfterUpdatesEqualThoseOfAFreshLoad() throws Exception {
    String graph = base.graphs().keySet().iterator().next();
    done(http.update(PREFIX + "INSERT DATA { :j a :A ; :age 7 . :k :p :j }"));
    done(http.update("DELETE WHERE { GRAPH <" + graph + "> { ?s <http://example.org/p> ?b } }"));
    done(http.update(PREFIX + "INSERT DATA { GRAPH :said { :m a :B } }"));
    done(
        http.send(
            "POST",
            "/gsp?default",
            "<http://example.org/n> a <http://example.org/B> .".getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "text/turtle"));
    reopen();
    var dump = DatasetGraphFactory.create();
    store
        .knowledge()
        .graphs()
        .forEach(
            (name, triples) -> {
              boolean content = name.equals("http://example.org/said");
              triples
                  .find()
                  .forEachRemaining(
                      t ->
                          dump.add(
                              content ? NodeFactory.createURI(name) : Quad.defaultGraphIRI,
                              t.getSubject(),
                              t.getPredicate(),
                              t.getObject()));
            });
    var text = new StringWriter();
    RDFDataMgr.write(text, dump, Lang.TRIG);
    try (var fresh =
        KnowledgeBase.builder()
            .document("urn:fresh", "fresh.trig", text.toString().getBytes(StandardCharsets.UTF_8))
            .build()) {
      for (var query :
          List.of(
              "SELECT ?x ?t { ?x a ?t }",
              "SELECT ?x ?y { ?x :p ?y }",
              "SELECT ?x ?n { ?x :age ?n }",
              "SELECT ?x { ?x a :C MINUS { ?x a :B } }",
              "SELECT ?g ?x { GRAPH :said { ?x a ?g } }")) {
        var here = store.knowledge().query(PREFIX + query).run();
        var there = fresh.query(PREFIX + query).run();
        assertThat(named(here.rows()))
            .as(query)
            .containsExactlyInAnyOrderElementsOf(named(there.rows()));
        assertThat(here.guarantee()).isEqualTo(there.guarantee());
      }
    }
  }

  /** Rows whose blank nodes, which no reading gives the same names, are all alike. */
  private static List<String> named(List<io.github.entente.query.Row> rows) {
    return rows.stream()
        .map(row -> new TreeMap<>(row.terms()).toString().replaceAll("=_?:?[0-9a-f]{32}", "=_"))
        .toList();
  }

  @Test
  void blankNodesOfFilesCanBeDeletedAfterARestart() {
    assertThat(ask("{ :i :p ?b }")).isTrue();
    String graph = base.graphs().keySet().iterator().next();
    done(
        http.update(
            "INSERT DATA { GRAPH <"
                + graph
                + "> { <http://example.org/z> a <http://example.org/A> } }"));
    reopen();
    done(
        http.update(
            PREFIX + "DELETE { GRAPH ?g { ?b a :C } } WHERE { GRAPH ?g { :i :p ?b . ?b a :C } }"));
    reopen();
    assertThat(ask("{ GRAPH ?g { :i :p ?b } }")).isTrue();
    assertThat(ask("{ GRAPH ?g { :i :p ?b . ?b a :C } }")).isFalse();
  }

  @Test
  void whatAKillLeftOfTheLastChangeIsTakenAway() throws Exception {
    done(http.update(PREFIX + "INSERT DATA { :j a :A }"));
    close();
    var journal = folder.resolve("store/journal.log");
    byte[] whole = Files.readAllBytes(journal);
    for (int left : new int[] {1, 10, whole.length / 2, whole.length - 1}) {
      Files.write(journal, whole);
      Files.write(journal, Arrays.copyOf(whole, left), StandardOpenOption.APPEND);
      open();
      assertThat(ask("{ :j a :A }")).isTrue();
      assertThat(Files.readAllBytes(journal)).isEqualTo(whole);
      done(http.update(PREFIX + "INSERT DATA { :k a :A }"));
      reopen();
      assertThat(ask("{ :k a :A }")).isTrue();
      close();
    }
    open();
  }

  @Test
  void aJournalThatWasAlteredIsRefused() throws Exception {
    done(http.update(PREFIX + "INSERT DATA { :j a :A }"));
    done(http.update(PREFIX + "INSERT DATA { :k a :A }"));
    close();
    var journal = folder.resolve("store/journal.log");
    String text = Files.readString(journal);
    Files.writeString(journal, text.replaceFirst("example\\.org/j", "example.org/x"));
    base = KnowledgeBase.of(folder.resolve("data.ttl"));
    assertThatThrownBy(() -> Store.open(base, folder.resolve("store"), true, Duration.ofMinutes(1)))
        .isInstanceOfSatisfying(
            EntenteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_FILE));
    base.close();
    Files.writeString(journal, text);
    open();
  }

  @Test
  void aStoreIsHeldByOneAtATime() {
    assertThatThrownBy(() -> Store.open(base, folder.resolve("store"), true, Duration.ofMinutes(1)))
        .isInstanceOfSatisfying(
            EntenteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_WRITABLE));
  }

  /** A process that is killed while it is being written to keeps all that it acknowledged. */
  @Test
  void whatWasAcknowledgedSurvivesAKill() throws Exception {
    var where = folder.resolve("killed");
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--port",
                "0",
                "--quiet",
                "--regime",
                "simple",
                "--data",
                folder.resolve("data.ttl").toString(),
                "--allow-update",
                "--store",
                where.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("ENTENTE_TOKEN", TOKEN);
    var process = builder.start();
    int acknowledged = 0;
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      assertThat(line).startsWith("Workbench");
      var killed =
          new Http(line.replaceAll(".*(http://[^/]+)/.*", "$1"), List.of())
              .with("Authorization", "Bearer " + TOKEN);
      var killer =
          new Thread(
              () -> {
                LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
                process.destroyForcibly();
              });
      try {
        for (int i = 0; i < 100_000; i++) {
          var answer =
              killed.update(
                  PREFIX + "INSERT DATA { :x%d :age %d . :y%d :age %d }".formatted(i, i, i, i));
          assertThat(answer.status()).isEqualTo(204);
          acknowledged = i + 1;
          if (acknowledged == KILLED_AFTER) {
            killer.start();
          }
        }
      } catch (java.io.UncheckedIOException e) {
        assertThat(process.waitFor()).isNotZero();
      }
      killer.join();
    } finally {
      process.destroyForcibly();
    }
    assertThat(acknowledged).isGreaterThanOrEqualTo(KILLED_AFTER);
    try (var fresh = KnowledgeBase.of(folder.resolve("data.ttl"));
        var kept = Store.open(fresh, where, false, Duration.ofMinutes(1))) {
      var rows =
          kept.knowledge()
              .query(PREFIX + "SELECT ?n (COUNT(*) AS ?c) { ?x :age ?n } GROUP BY ?n")
              .regime(io.github.entente.model.Regime.SIMPLE)
              .run()
              .rows();
      assertThat(rows.size()).isBetween(acknowledged, acknowledged + 1);
      assertThat(rows)
          .allMatch(row -> row.get("c").orElseThrow().getLiteralLexicalForm().equals("2"));
    }
  }
}
