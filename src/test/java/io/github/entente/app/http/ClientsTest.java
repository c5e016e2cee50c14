// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.app.store.Store;
import io.github.entente.model.Regime;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.http.auth.AuthEnv;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdfconnection.RDFConnectionRemote;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The requests that real clients send; those of Jena are sent by Jena. */
class ClientsTest {
  private static final String TOKEN = "a-token-for-the-tests";
  private static final String ROWS = "SELECT ?x WHERE { ?x a <http://example.org/A> } ORDER BY ?x";
  private static final String TRIPLES = "CONSTRUCT WHERE { ?x a <http://example.org/A> }";

  @TempDir static Path folder;
  private static KnowledgeBase kb;
  private static Store store;
  private static Server server;
  private static Http http;

  @BeforeAll
  static void start() {
    String turtle =
        "PREFIX : <http://example.org/> :A a <http://www.w3.org/2002/07/owl#Class> . :i a :A .";
    kb =
        KnowledgeBase.builder()
            .document(
                "http://example.org/graph", "test.ttl", turtle.getBytes(StandardCharsets.UTF_8))
            .build();
    store = Store.open(kb, folder.resolve("store"), false, Duration.ofMinutes(1));
    server = Server.start(store, List.of(), Settings.defaults().regime(Regime.SIMPLE).token(TOKEN));
    http = Http.to(server);
  }

  @AfterAll
  static void stop() {
    server.close();
    store.close();
    kb.close();
  }

  private static void assertRows(Http.Answer answer, String type) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.type()).isEqualTo(type);
    assertThat(answer.body()).contains("example.org");
  }

  @Test
  void sparqlWrapper() {
    String agent = "sparqlwrapper 2.0.0 (rdflib.github.io/sparqlwrapper)";
    assertRows(
        http.get(
            "/sparql?query=" + Http.encoded(ROWS) + "&format=json&output=json&results=json",
            "Accept",
            "application/sparql-results+json,application/json,text/javascript,application/javascript",
            "User-Agent",
            agent),
        "application/sparql-results+json");
    assertRows(
        http.get(
            "/sparql?query=" + Http.encoded(ROWS) + "&format=xml&output=xml&results=xml",
            "Accept",
            "application/sparql-results+xml",
            "User-Agent",
            agent),
        "application/sparql-results+xml");
    assertRows(
        http.get(
            "/sparql?query="
                + Http.encoded(TRIPLES)
                + "&format=rdf%2Bxml&output=rdf%2Bxml&results=rdf%2Bxml",
            "Accept",
            "application/rdf+xml",
            "User-Agent",
            agent),
        "application/rdf+xml");
    assertRows(
        http.get(
            "/sparql?query=" + Http.encoded(TRIPLES) + "&format=n3&output=n3&results=n3",
            "Accept",
            "application/turtle,text/turtle,text/rdf+n3,text/n3",
            "User-Agent",
            agent),
        "text/turtle");
    assertRows(
        http.post(
            "/sparql",
            "application/x-www-form-urlencoded",
            "query=" + Http.encoded(ROWS) + "&format=json&output=json&results=json",
            "Accept",
            "*/*"),
        "application/sparql-results+json");
  }

  @Test
  void rdfLib() {
    String accept = "application/sparql-results+xml, application/rdf+xml";
    assertRows(
        http.get("/sparql?query=" + Http.encoded(ROWS), "Accept", accept),
        "application/sparql-results+xml");
    assertRows(
        http.post("/sparql", "application/sparql-query", ROWS, "Accept", accept),
        "application/sparql-results+xml");
    assertRows(
        http.get("/sparql?query=" + Http.encoded(TRIPLES), "Accept", accept),
        "application/rdf+xml");
    var update =
        http.post(
            "/sparql",
            "application/sparql-update; charset=UTF-8",
            "INSERT DATA { GRAPH <urn:rdflib> { <urn:a> <urn:b> \"é\" } }",
            "Accept",
            accept,
            "Authorization",
            "Bearer " + TOKEN);
    assertThat(update.status()).isEqualTo(204);
    assertThat(http.query("SELECT ?o { GRAPH <urn:rdflib> { ?s ?p ?o } }").body()).contains("é");
  }

  @Test
  void yasgui() {
    assertRows(
        http.post(
            "/sparql",
            "application/x-www-form-urlencoded; charset=UTF-8",
            "query=" + Http.encoded(ROWS),
            "Accept",
            "application/sparql-results+json,*/*;q=0.9",
            "Origin",
            "https://yasgui.org",
            "X-Requested-With",
            "XMLHttpRequest"),
        "application/sparql-results+json");
    assertRows(
        http.get(
            "/sparql?query=" + Http.encoded(TRIPLES),
            "Accept",
            "application/n-triples,*/*;q=0.9",
            "Origin",
            "https://yasgui.org"),
        "application/n-triples");
  }

  @Test
  void curl() {
    assertRows(
        http.get(
            "/sparql?query=" + Http.encoded(ROWS),
            "Accept",
            "text/csv",
            "User-Agent",
            "curl/8.5.0"),
        "text/csv");
    assertRows(
        http.post(
            "/sparql",
            "application/x-www-form-urlencoded",
            "query=" + Http.encoded(ROWS).replace("%20", "+"),
            "Accept",
            "*/*",
            "User-Agent",
            "curl/8.5.0"),
        "application/sparql-results+json");
  }

  @Test
  void jena() {
    AuthEnv.get().setBearerToken(http.base() + "/sparql", TOKEN);
    AuthEnv.get().setBearerToken(http.base() + "/gsp", TOKEN);
    try (var connection =
        RDFConnectionRemote.newBuilder()
            .destination(http.base())
            .queryEndpoint("sparql")
            .updateEndpoint("sparql")
            .gspEndpoint("gsp")
            .build()) {
      assertThat(connection.queryAsk("ASK { <http://example.org/i> a <http://example.org/A> }"))
          .isTrue();
      var seen = new ArrayList<String>();
      connection.querySelect(ROWS, row -> seen.add(row.getResource("x").getURI()));
      assertThat(seen).contains("http://example.org/i");
      assertThat(connection.queryConstruct(TRIPLES).size()).isPositive();
      connection.update("INSERT DATA { GRAPH <urn:jena> { <urn:a> <urn:b> 1 } }");
      assertThat(connection.queryAsk("ASK { GRAPH <urn:jena> { <urn:a> <urn:b> 1 } }")).isTrue();
      var model = ModelFactory.createDefaultModel();
      model.createResource("urn:s").addProperty(model.createProperty("urn:p"), "o");
      connection.put("urn:put", model);
      assertThat(connection.fetch("urn:put").isIsomorphicWith(model)).isTrue();
      connection.load("urn:put", ModelFactory.createDefaultModel().add(model));
      connection.delete("urn:put");
      assertThat(connection.queryAsk("ASK { GRAPH <urn:put> { ?s ?p ?o } }")).isFalse();
      connection.load(model);
      assertThat(connection.fetch().size()).isEqualTo(1);
      connection.delete();
    } finally {
      AuthEnv.get().clearAuthEnv();
    }
  }
}
