// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.entente.KnowledgeBase;
import io.github.entente.app.store.Store;
import io.github.entente.model.Regime;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The W3C's tests of the SPARQL 1.1 protocol, graph store protocol and service description, against
 * a running endpoint. They are not part of this repository: without them they are skipped.
 */
class W3cHttpTest {
  private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
  private static final String HT = "http://www.w3.org/2011/http#";
  private static final String CNT = "http://www.w3.org/2011/content#";
  private static final String DATA = "http://kasei.us/2009/09/sparql/data/";
  private static final String TOKEN = "a-token-for-the-tests";

  @TempDir Path folder;

  private static Path suite(String part) {
    var path =
        Path.of(
            System.getProperty("entente.shared", ""), "suites/w3c-sparql/sparql/sparql11", part);
    assumeTrue(
        Files.isDirectory(path),
        "not run: there is no " + path + "; the property entente.shared names the folder");
    return path;
  }

  private interface Work {
    void with(Http http) throws Exception;
  }

  /** A server of its own, so that no test sees what another left. */
  private void onServer(String name, Work work) throws Exception {
    var builder = KnowledgeBase.builder();
    builder.document(DATA + "data0.rdf", "data0.nt", new byte[0]);
    for (int i = 1; i <= 3; i++) {
      var file = suite("protocol").resolve("data" + i + ".nt");
      builder.document(DATA + "data" + i + ".rdf", "data" + i + ".nt", Files.readAllBytes(file));
    }
    try (var kb = builder.build();
        var store = Store.open(kb, folder.resolve(name), false, Duration.ofMinutes(1));
        var server =
            Server.start(
                store, List.of(), Settings.defaults().regime(Regime.SIMPLE).token(TOKEN))) {
      work.with(Http.to(server).with("Authorization", "Bearer " + TOKEN));
    }
  }

  @TestFactory
  Stream<DynamicTest> protocol() {
    var tests = tests(suite("protocol").resolve("manifest.ttl"));
    assertThat(tests).hasSize(34);
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> graphStore() {
    var tests = new ArrayList<DynamicTest>();
    for (var file : List.of("manifest-direct.ttl", "manifest-indirect.ttl")) {
      tests.addAll(tests(suite("graph-store-protocol").resolve(file)));
    }
    assertThat(tests).hasSize(13);
    return tests.stream();
  }

  private List<DynamicTest> tests(Path manifest) {
    var model = RDFDataMgr.loadModel(manifest.toUri().toString());
    var entries =
        model.listObjectsOfProperty(model.createProperty(MF, "entries")).next().as(RDFList.class);
    return entries.asJavaList().stream()
        .map(node -> (Resource) node)
        .map(
            test ->
                dynamicTest(
                    test.getLocalName(),
                    () -> onServer(test.getLocalName(), http -> run(http, test))))
        .toList();
  }

  private static Resource resource(Resource subject, String namespace, String name) {
    var statement = subject.getProperty(subject.getModel().createProperty(namespace, name));
    return statement == null ? null : statement.getResource();
  }

  private static String text(Resource subject, String namespace, String name) {
    var statement = subject.getProperty(subject.getModel().createProperty(namespace, name));
    return statement == null ? "" : statement.getString();
  }

  private static void run(Http http, Resource test) {
    var requests = resource(resource(test, MF, "action"), HT, "requests").as(RDFList.class);
    assertThat(requests.size()).isPositive();
    String location = "";
    for (var node : requests.asJavaList()) {
      var request = node.asResource();
      String target =
          text(request, HT, "absolutePath").replace("$LOCATION$", Http.encoded(location));
      var answer =
          http.send(text(request, HT, "methodName"), target, body(request), headers(request));
      check(target, resource(request, HT, "resp"), answer);
      location = answer.header("Location").isEmpty() ? location : answer.header("Location");
    }
  }

  private static byte[] body(Resource request) {
    var body = resource(request, HT, "body");
    return body == null
        ? new byte[0]
        : text(body, CNT, "chars").getBytes(Charset.forName(text(body, CNT, "characterEncoding")));
  }

  private static String[] headers(Resource message) {
    var list = resource(message, HT, "headers");
    var headers = new ArrayList<String>();
    if (list != null) {
      for (var node : list.as(RDFList.class).asJavaList()) {
        headers.add(text(node.asResource(), HT, "fieldName"));
        headers.add(text(node.asResource(), HT, "fieldValue"));
      }
    }
    return headers.toArray(String[]::new);
  }

  private static void check(String target, Resource expected, Http.Answer answer) {
    var statuses =
        expected.listProperties(expected.getModel().createProperty(MF, "expectedStatus")).toList();
    assertThat(statuses).isNotEmpty();
    assertThat(
            statuses.stream()
                .map(s -> s.getResource().getLocalName())
                .anyMatch(name -> isStatus(name, answer.status())))
        .as(target + " " + answer.status() + " " + answer.body())
        .isTrue();
    var headers = headers(expected);
    for (int i = 0; i < headers.length; i += 2) {
      assertThat(answer.header(headers[i])).isEqualToIgnoringCase(headers[i + 1]);
    }
    switch (text(expected, MF, "expectedFormat")) {
      case "boolean" ->
          assertThat(answer.type())
              .isIn("application/sparql-results+json", "application/sparql-results+xml");
      case "tabular" ->
          assertThat(answer.type())
              .isIn(
                  "application/sparql-results+json",
                  "application/sparql-results+xml",
                  "text/csv",
                  "text/tab-separated-values");
      case "RDF" -> model(answer);
      default -> {}
    }
    if (expected.hasProperty(expected.getModel().createProperty(MF, "expectedBoolean"))) {
      assertThat(truth(answer)).isEqualTo("true".equals(text(expected, MF, "expectedBoolean")));
    }
    var body = resource(expected, HT, "body");
    if (body != null) {
      var wanted = ModelFactory.createDefaultModel();
      RDFParser.create()
          .source(new StringReader(text(body, CNT, "chars")))
          .lang(Lang.TURTLE)
          .parse(wanted);
      assertThat(model(answer).isIsomorphicWith(wanted)).as(target + "\n" + answer.body()).isTrue();
    }
  }

  private static boolean isStatus(String name, int status) {
    return switch (name) {
      case "OK" -> status == 200;
      case "Created" -> status == 201;
      case "NoContent" -> status == 204;
      case "NotFound" -> status == 404;
      default -> name.equals("StatusCode" + status / 100 + "xx");
    };
  }

  private static boolean truth(Http.Answer answer) {
    return JSON.parse(answer.body()).get("boolean").getAsBoolean().value();
  }

  private static Model model(Http.Answer answer) {
    var model = ModelFactory.createDefaultModel();
    RDFParser.create()
        .source(new java.io.ByteArrayInputStream(answer.bytes()))
        .lang(RDFLanguages.contentTypeToLang(answer.type()))
        .parse(model);
    return model;
  }

  @Test
  void serviceDescriptionReturnsRdf() throws Exception {
    suite("service-description");
    onServer(
        "returns-rdf",
        http -> {
          var answer = http.get("/sparql");
          assertThat(answer.status()).isEqualTo(200);
          assertThat(model(answer).isEmpty()).isFalse();
        });
  }

  @Test
  void serviceDescriptionHasAMatchingEndpointTriple() throws Exception {
    suite("service-description");
    onServer(
        "has-endpoint-triple",
        http -> {
          var model = model(http.get("/sparql"));
          var sd = "http://www.w3.org/ns/sparql-service-description#";
          assertThat(
                  model
                      .listObjectsOfProperty(model.createProperty(sd, "endpoint"))
                      .toList()
                      .stream()
                      .map(Object::toString))
              .contains(http.base() + "/sparql");
        });
  }

  /**
   * What the vocabulary's definition requires: one endpoint, and instances of the right classes.
   */
  @Test
  void serviceDescriptionConformsToTheSchema() throws Exception {
    suite("service-description");
    onServer(
        "conforms-to-schema",
        http -> {
          var model = model(http.get("/sparql"));
          String sd = "http://www.w3.org/ns/sparql-service-description#";
          var services =
              model
                  .listSubjectsWithProperty(RDF.type, model.createResource(sd + "Service"))
                  .toList();
          assertThat(services).hasSize(1);
          var known =
              Stream.of(
                      "endpoint defaultEntailmentRegime supportedEntailmentRegime supportedLanguage"
                          + " resultFormat defaultDataset defaultGraph namedGraph name graph"
                          + " entailmentRegime")
                  .flatMap(words -> Stream.of(words.split(" ")))
                  .toList();
          model
              .listStatements()
              .filterKeep(s -> s.getPredicate().getURI().startsWith(sd))
              .forEach(
                  s -> {
                    assertThat(known).contains(s.getPredicate().getLocalName());
                    assertThat(s.getObject().isResource()).isTrue();
                  });
          assertThat(services.get(0).listProperties(model.createProperty(sd, "endpoint")).toList())
              .hasSize(1);
          model
              .listStatements(null, model.createProperty(sd, "namedGraph"), (Resource) null)
              .forEach(
                  s ->
                      assertThat(s.getResource().hasProperty(model.createProperty(sd, "name")))
                          .isTrue());
        });
  }
}
