// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint over the bundled knowledge base, read-only as it is by default. */
class EndpointTest {
  private static final String MEMBER = "ASK { entente:Finland entente:fullMemberOf entente:NATO }";
  private static final List<String> LOG = new CopyOnWriteArrayList<>();

  private static KnowledgeBase kb;
  private static Server server;
  private static Http http;

  @BeforeAll
  static void start() {
    kb = KnowledgeBase.bundled();
    server = Server.start(() -> kb, List.of(), Settings.defaults().log(LOG::add));
    http = Http.to(server);
  }

  @AfterAll
  static void stop() {
    server.close();
    kb.close();
  }

  private static boolean truth(Http.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return JSON.parse(answer.body()).get("boolean").getAsBoolean().value();
  }

  @Test
  void theAnswerSaysHowFarItCanBeTrusted() {
    var answer = http.query(MEMBER);
    assertThat(truth(answer)).isTrue();
    assertThat(answer.header("Entente-Guarantee")).isEqualTo("sound and complete");
    assertThat(answer.header("Entente-Basis")).startsWith("by rules");
    assertThat(answer.header("Entente-As-Of")).isEqualTo("2024-04-04");
    assertThat(answer.header("Entente-Regime")).isEqualTo("owl-direct");
    var links = new ArrayList<String>();
    JSON.parse(answer.body())
        .get("head")
        .getAsObject()
        .get("link")
        .getAsArray()
        .forEach(link -> links.add(link.getAsString().value()));
    assertThat(links)
        .containsExactly(
            "https://w3id.org/entente/as-of/2024-04-04",
            "http://www.w3.org/ns/entailment/OWL-Direct",
            http.base() + "/guarantee/sound-and-complete");
    assertThat(http.get(links.get(2)).body()).contains("all that follow are there");
  }

  /** Finland acceded on 4 April 2023. */
  @ParameterizedTest
  @CsvSource({"2023-04-03,false", "2023-04-04,true"})
  void theDayIsNamedInThreeWays(String day, boolean member) {
    String world = "https://w3id.org/entente/as-of/" + day;
    assertThat(truth(http.query(MEMBER.replace("{", "FROM <" + world + "> {")))).isEqualTo(member);
    String encoded = Http.encoded(MEMBER);
    var byProtocol =
        http.get("/sparql?query=" + encoded + "&default-graph-uri=" + Http.encoded(world));
    assertThat(truth(byProtocol)).isEqualTo(member);
    assertThat(byProtocol.header("Entente-As-Of")).isEqualTo(day);
    assertThat(truth(http.get("/sparql?as-of=" + day + "&query=" + encoded))).isEqualTo(member);
  }

  @Test
  void theDatasetOfTheProtocolWinsOverThatOfTheQuery() {
    var query = MEMBER.replace("{", "FROM <https://w3id.org/entente/as-of/2023-04-03> {");
    var world = Http.encoded("https://w3id.org/entente/as-of/2024-04-04");
    assertThat(
            truth(http.get("/sparql?query=" + Http.encoded(query) + "&default-graph-uri=" + world)))
        .isTrue();
  }

  @Test
  void daysAreComparedThroughNamedGraphs() {
    var query = "ASK { GRAPH ?g { entente:Finland entente:fullMemberOf entente:NATO } }";
    var before = "&named-graph-uri=" + Http.encoded("https://w3id.org/entente/as-of/2023-04-03");
    var after = "&named-graph-uri=" + Http.encoded("https://w3id.org/entente/as-of/2023-04-04");
    assertThat(truth(http.get("/sparql?query=" + Http.encoded(query) + before))).isFalse();
    assertThat(truth(http.get("/sparql?query=" + Http.encoded(query) + before + after))).isTrue();
  }

  @Test
  void regimeEngineAndPolicyAreParameters() {
    String encoded = "/sparql?query=" + Http.encoded(MEMBER);
    var simple = http.get(encoded + "&regime=simple");
    assertThat(truth(simple)).as("membership is inferred").isFalse();
    assertThat(simple.header("Entente-Regime")).isEqualTo("simple");
    var iri = Http.encoded("http://www.w3.org/ns/entailment/OWL-Direct");
    assertThat(truth(http.get(encoded + "&regime=" + iri))).isTrue();
    var rules = http.get(encoded + "&engine=rules&accept=certain-facts");
    assertThat(truth(rules)).isTrue();
    assertThat(rules.body()).contains("engine=rules").contains("accept=certain-facts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "as-of=yesterday",
        "regime=magic",
        "engine=magic",
        "accept=no-such-policy",
        "without=no-such-source",
        "timeout=-1",
        "timeout=soon",
        "recorded=x",
        "as-of=2024&as-of=2023",
      })
  void aParameterThatMeansNothingIsRefused(String parameter) {
    var answer = http.get("/sparql?query=" + Http.encoded("ASK { ?s a ?o }") + "&" + parameter);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Entente-Error")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "application/sparql-results+json,application/sparql-results+json",
    "application/json,application/sparql-results+json",
    "application/sparql-results+xml,application/sparql-results+xml",
    "text/csv,text/csv",
    "text/tab-separated-values,text/tab-separated-values",
    "text/plain,text/plain",
    "application/sparql-results+thrift,application/sparql-results+thrift",
    "application/sparql-results+protobuf,application/sparql-results+protobuf",
    "*/*,application/sparql-results+json",
    "'text/html,application/xml;q=0.9,*/*;q=0.8',application/sparql-results+xml",
    "'text/csv;q=0.2,application/sparql-results+xml;q=0.1',text/csv",
    "'application/sparql-results+json;q=0,*/*',application/sparql-results+xml",
    "'application/sparql-results+json,*/*;q=0.9',application/sparql-results+json",
  })
  void rowsComeInEveryFormat(String accept, String type) {
    var answer =
        http.query("SELECT ?x { entente:Japan a ?x } ORDER BY ?x LIMIT 3", "Accept", accept);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.type()).isEqualTo(type);
    assertThat(answer.header("Vary")).contains("Accept");
    assertThat(answer.bytes().length).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/turtle",
        "application/n-triples",
        "application/rdf+xml",
        "application/ld+json",
        "application/rdf+json",
        "application/trig",
        "application/n-quads",
        "application/rdf+thrift",
        "application/rdf+protobuf",
        "application/trix+xml",
      })
  void triplesComeInEveryFormatAndAreTheSame(String type) {
    var query = "CONSTRUCT { entente:Japan a ?x } WHERE { entente:Japan a ?x }";
    var turtle = http.query(query);
    var other = http.query(query, "Accept", type);
    assertThat(other.type()).isEqualTo(type);
    assertThat(model(turtle).size()).isGreaterThan(3);
    assertThat(model(other).isIsomorphicWith(model(turtle))).isTrue();
  }

  private static Model model(Http.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    var model = ModelFactory.createDefaultModel();
    RDFParser.create()
        .source(new ByteArrayInputStream(answer.bytes()))
        .lang(RDFLanguages.contentTypeToLang(answer.type()))
        .parse(model);
    return model;
  }

  @Test
  void whatCannotBeSentIsNotAcceptable() {
    assertThat(http.query("ASK {}", "Accept", "image/png").status()).isEqualTo(406);
    assertThat(http.get("/sparql?query=ASK%7B%7D&format=png").status()).isEqualTo(406);
    assertThat(http.get("/sparql?query=ASK%7B%7D&format=xml").type())
        .isEqualTo("application/sparql-results+xml");
  }

  @Test
  void jsonIsWellFormedWhateverTheTerms() {
    var answer =
        http.query(
            "SELECT * { VALUES ?x { \"a\\\"b\\\\c\\n\\u0001\\u2028\\U0001F600\" \"x\"@en 1.50"
                + " <http://e.x/é> UNDEF <<( <urn:a> <urn:b> 3 )>> } }");
    if (answer.status() == 400) {
      // Jena 5.6 parses triple terms in VALUES only in some places.
      answer =
          http.query(
              "SELECT * { VALUES ?x { \"a\\\"b\\\\c\\n\\u0001\\u2028\\U0001F600\" \"x\"@en 1.50"
                  + " <http://e.x/é> UNDEF } }");
    }
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    var results = ResultSetFactory.fromJSON(new ByteArrayInputStream(answer.bytes()));
    var first = results.next().getLiteral("x").getString();
    assertThat(first).isEqualTo("a\"b\\c\n\u0001\u2028\uD83D\uDE00");
    assertThat(results.next().getLiteral("x").getLanguage()).isEqualTo("en");
    assertThat(results.next().getLiteral("x").getLexicalForm()).isEqualTo("1.50");
    assertThat(results.next().getResource("x").getURI()).isEqualTo("http://e.x/é");
    assertThat(results.next().get("x")).isNull();
  }

  @Test
  void aBareGetDescribesTheService() {
    var model = model(http.get("/sparql", "Accept", "application/rdf+xml"));
    String text = http.get("/sparql").body();
    assertThat(text).contains("OWL-Direct").contains("SPARQLSelectExecutable");
    var sh = "http://www.w3.org/ns/shacl#";
    assertThat(
            model
                .listSubjectsWithProperty(RDF.type, model.createResource(sh + "SPARQLExecutable"))
                .toList())
        .as("one example for each question")
        .hasSize(kb.questions().size());
    assertThat(
            model
                .listObjectsOfProperty(model.createProperty(sh, "prefix"))
                .mapWith(Object::toString)
                .toList())
        .contains("entente", "owl");
    var voids = "http://rdfs.org/ns/void#";
    assertThat(model.listSubjectsWithProperty(model.createProperty(voids, "class")).toList())
        .isNotEmpty();
    assertThat(model.listSubjectsWithProperty(model.createProperty(voids, "property")).toList())
        .isNotEmpty();
  }

  /** As editors ask for prefixes, examples and statistics: at the endpoint, and of it. */
  @Test
  void theDescriptionCanBeAskedAtTheEndpoint() {
    var shacl = "PREFIX sh: <http://www.w3.org/ns/shacl#> ";
    var prefixes =
        http.query(
            shacl
                + "SELECT DISTINCT ?prefix ?namespace WHERE { [] sh:namespace ?namespace ; sh:prefix"
                + " ?prefix } ORDER BY ?prefix",
            "Accept",
            "text/csv");
    assertThat(prefixes.body()).contains("entente,https://w3id.org/entente/");
    assertThat(prefixes.header("Entente-Regime")).isEqualTo("simple");
    var examples =
        http.query(
            shacl
                + "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> SELECT ?q ?comment ?query"
                + " WHERE { ?q a sh:SPARQLExecutable ; rdfs:comment ?comment ;"
                + " sh:select|sh:ask|sh:construct|sh:describe ?query } ORDER BY ?q",
            "Accept",
            "application/sparql-results+json");
    assertThat(
            JSON.parse(examples.body())
                .get("results")
                .getAsObject()
                .get("bindings")
                .getAsArray()
                .size())
        .isEqualTo(kb.questions().size());
    var partitions =
        "PREFIX void: <http://rdfs.org/ns/void#> ASK { ?g void:classPartition [ void:class ?c ;"
            + " void:entities ?n ] FILTER (?n > 0) }";
    assertThat(truth(http.query(partitions))).isTrue();
    var whole = "/sparql?query=" + Http.encoded("ASK { ?s ?p <" + http.base() + "/sparql> }");
    var itself = "&default-graph-uri=" + Http.encoded(http.base() + "/sparql");
    assertThat(truth(http.get(whole + itself))).isTrue();
    assertThat(truth(http.get(whole))).as("the data do not speak of the endpoint").isFalse();
    assertThat(
            truth(
                http.query(
                    shacl + "ASK { ?x sh:prefix ?p . FILTER NOT EXISTS { ?x a entente:State } }")))
        .as("who speaks of the data too asks the data")
        .isFalse();
    assertThat(
            http.query(shacl + "ASK { SERVICE <http://127.0.0.1:1/> { ?x sh:prefix ?p } }")
                .status())
        .isEqualTo(400);
  }

  @Test
  void anEntityLeadsToItsDescription() {
    var there = http.get("/id/Japan?as-of=2024-04-04");
    assertThat(there.status()).isEqualTo(303);
    assertThat(there.header("Location")).isEqualTo(http.base() + "/doc/Japan?as-of=2024-04-04");
    assertThat(there.header("Vary")).contains("Accept");
    var turtle = http.get(there.header("Location"), "Accept", "text/turtle");
    assertThat(turtle.type()).isEqualTo("text/turtle");
    assertThat(turtle.header("Vary")).contains("Accept");
    assertThat(turtle.header("Link"))
        .contains("<https://w3id.org/entente/Japan>; rel=\"describes\"")
        .contains("/doc/Japan.jsonld>; rel=\"alternate\"; type=\"application/ld+json\"");
    var wanted = model(turtle);
    assertThat(wanted.size()).isGreaterThan(10);
    for (var type :
        List.of("application/ld+json", "application/rdf+xml", "application/n-triples")) {
      var other = http.get("/doc/Japan", "Accept", type);
      assertThat(other.type()).isEqualTo(type);
      assertThat(model(other).size()).isEqualTo(wanted.size());
    }
    assertThat(http.get("/doc/Japan.nt", "Accept", "text/html").type())
        .isEqualTo("application/n-triples");
    var iri = Http.encoded("https://w3id.org/entente/Japan");
    assertThat(model(http.get("/doc?iri=" + iri)).isIsomorphicWith(wanted)).isTrue();
  }

  @Test
  void theDescriptionIsAPageForPeople() {
    var page = http.get("/doc/Japan", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    assertThat(page.type()).isEqualTo("text/html");
    assertThat(page.body()).contains("<h1>Japan</h1>").contains("inferred").contains("stated");
    assertThat(page.header("Entente-Guarantee")).isNotEmpty();
  }

  @Test
  void whatNothingIsKnownOfIsNotFound() {
    assertThat(http.get("/doc/Atlantis").status()).isEqualTo(404);
    assertThat(http.get("/doc/").status()).isEqualTo(400);
    assertThat(http.get("/doc?iri=" + Http.encoded("x> . ?s ?p ?o . <y")).status()).isEqualTo(400);
    assertThat(http.get("/nothing/here").status()).isEqualTo(404);
  }

  @Test
  void theCodeOfTheRedirectCanBeChosen() {
    try (var other = Server.start(() -> kb, List.of(), Settings.defaults().redirect(307))) {
      assertThat(Http.to(other).get("/id/Japan").status()).isEqualTo(307);
    }
  }

  @Test
  void pagesOfOtherSitesMayRead() {
    assertThat(http.query(MEMBER).header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(http.query(MEMBER).header("Access-Control-Expose-Headers"))
        .contains("Entente-Guarantee");
    var preflight =
        http.send(
            "OPTIONS",
            "/sparql",
            new byte[0],
            "Origin",
            "https://example.org",
            "Access-Control-Request-Method",
            "POST",
            "Access-Control-Request-Headers",
            "content-type");
    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.header("Access-Control-Allow-Methods")).contains("POST");
    assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Content-Type");
    assertThat(
            http.query("ASK {", "Origin", "https://example.org")
                .header("Access-Control-Allow-Origin"))
        .as("errors can be read too")
        .isEqualTo("*");
  }

  @Test
  void largeAnswersArePacked() throws Exception {
    var query = "SELECT ?s ?o { ?s a ?o } ORDER BY ?s ?o LIMIT 500";
    var plain = http.query(query);
    var packed = http.query(query, "Accept-Encoding", "gzip, deflate, br");
    assertThat(plain.header("Content-Encoding")).isEmpty();
    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(packed.header("Vary")).contains("Accept-Encoding");
    assertThat(packed.bytes().length).isLessThan(plain.bytes().length / 3);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.bytes())).readAllBytes())
        .isEqualTo(plain.bytes());
    assertThat(http.query(query, "Accept-Encoding", "gzip;q=0").header("Content-Encoding"))
        .isEmpty();
  }

  @Test
  void headIsAGetWithoutBody() {
    var head = http.send("HEAD", "/sparql?query=" + Http.encoded(MEMBER), new byte[0]);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Entente-Guarantee")).isEqualTo("sound and complete");
    assertThat(head.bytes()).isEmpty();
  }

  @Test
  void nothingCanBeChanged() {
    assertThat(http.update("CLEAR ALL").status()).isEqualTo(403);
    assertThat(
            http.post("/sparql", "application/x-www-form-urlencoded", "update=CLEAR+ALL").status())
        .isEqualTo(403);
    for (var method : List.of("PUT", "POST", "DELETE")) {
      var answer =
          http.send(
              method,
              "/gsp?default",
              "<urn:a> <urn:b> 1 .".getBytes(java.nio.charset.StandardCharsets.UTF_8),
              "Content-Type",
              "text/turtle");
      assertThat(answer.status()).as(method).isEqualTo(403);
    }
  }

  @Test
  void storedGraphsCanBeRead() {
    String name = kb.graphs().keySet().iterator().next();
    var graph = model(http.get("/gsp?graph=" + Http.encoded(name)));
    assertThat(graph.size()).isEqualTo(kb.graphs().get(name).size());
    assertThat(http.get("/gsp?graph=urn:none").status()).isEqualTo(404);
    assertThat(http.get("/gsp?default").status()).isEqualTo(200);
    assertThat(http.get("/gsp").status()).isEqualTo(400);
  }

  @Test
  void itIsAliveAndCounts() {
    assertThat(http.get("/$/ping").status()).isEqualTo(200);
    http.query(MEMBER);
    var metrics = http.get("/$/metrics");
    assertThat(metrics.header("Content-Type")).startsWith("text/plain; version=0.0.4");
    assertThat(metrics.body())
        .containsPattern("(?m)^entente_requests_total\\{route=\"/sparql\",status=\"200\"} [1-9]")
        .contains("# TYPE entente_request_duration_seconds histogram")
        .containsPattern("(?m)^entente_request_duration_seconds_bucket\\{le=\"\\+Inf\"} [1-9]");
    metrics
        .body()
        .lines()
        .forEach(
            line ->
                assertThat(line)
                    .matches(
                        "# (HELP|TYPE) .*|[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? [0-9.]+"));
  }

  @Test
  void theLogTellsEachRequestOnOneLine() {
    http.get("/sparql?query=ASK%7B%7D&x=%0A%22quoted");
    // It is written when the reply has left.
    for (int i = 0; i < 100 && LOG.stream().noneMatch(line -> line.contains("quoted")); i++) {
      LockSupport.parkNanos(20_000_000);
    }
    assertThat(LOG)
        .anyMatch(
            line ->
                line.matches(
                    "127\\.0\\.0\\.1 - - \\[[^]]+] \"GET /sparql\\?query=ASK%7B%7D&x=%0A%22quoted"
                        + " HTTP/1\\.1\" 200 \\d+ \\d+"));
    assertThat(LOG).allMatch(line -> line.lines().count() == 1);
  }

  @Test
  void pagesLoadNothingFromElsewhere() {
    for (var path : List.of("/", "/sparql", "/doc/Japan.html", "/nothing")) {
      assertThat(http.get(path).header("Content-Security-Policy"))
          .contains("default-src 'self'")
          .contains("object-src 'none'")
          .doesNotContain("unsafe");
      assertThat(http.get(path).header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
    assertThat(http.get("/").type()).isEqualTo("text/html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../etc/passwd",
        "/%2e%2e/entente/index.txt",
        "/..%2fentente/index.txt",
        "/a/../../entente/index.txt",
        "/web/../entente/index.txt",
        "/%00",
        "/index.html%00.js",
        "//etc/passwd",
        "/.hidden.js",
        "/index.class",
      })
  void noOtherFileIsServed(String path) throws Exception {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                  .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      var answer =
          new String(
              socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      assertThat(answer).containsPattern("^HTTP/1.1 4\\d\\d");
      assertThat(answer).doesNotContain("ontology/");
    }
  }

  /** A name of elsewhere that was made to lead here would give its pages what is here. */
  @ParameterizedTest
  @CsvSource({
    "evil.example,421",
    "evil.example:3030,421",
    "localhost.evil.example,421",
    "127.0.0.1.evil.example,421",
    "10.0.0.1,421",
    "localhost,200",
    "LOCALHOST:80,200",
    "entente.localhost,200",
    "127.0.0.1,200",
    "[::1]:3030,200",
  })
  void onlyNamesOfThisMachineAreAnsweredTo(String host, int status) throws Exception {
    for (var path : List.of("/sparql?query=ASK%7B%7D", "/", "/$/ping")) {
      var answer =
          raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(path).startsWith("HTTP/1.1 " + status);
    }
  }

  @Test
  void theNameOfAProxiedRequestCountsToo() throws Exception {
    var answer =
        raw(
            "GET http://evil.example/sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: evil.example\r\n"
                + "X-Forwarded-Host: localhost\r\nForwarded: host=localhost\r\n"
                + "Connection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 421");
  }

  private static String raw(String request) throws java.io.IOException {
    try (var socket = new Socket("127.0.0.1", server.port())) {
      socket.getOutputStream().write(request.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      return new String(
          socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  @Test
  void everyErrorLinksToWhereItIsExplained() {
    var page = http.get("/errors");
    assertThat(page.type()).isEqualTo("text/html");
    for (var code : io.github.entente.model.ErrorCode.values()) {
      String anchor = code.name().toLowerCase(Locale.ROOT);
      assertThat(page.body()).contains("<h2 id=\"" + anchor + "\">" + code + "</h2>");
    }
    assertThat(page.body()).doesNotContain("```", "](", "\n#", "\n|", "\n&gt;");
    var refused = http.get("/api/overlap?as-of=soon");
    String help = JSON.parse(refused.body()).get("help").getAsString().value();
    assertThat(help).isEqualTo("/errors#bad_date");
    assertThat(refused.header("Link")).isEqualTo("<" + help + ">; rel=\"help\"");
    assertThat(http.get("/nothing").header("Link")).isEqualTo("</errors>; rel=\"help\"");
    assertThat(http.post("/errors", "text/plain", "x").status()).isEqualTo(405);
  }

  @Test
  void onlyThisMachineCanReachIt() throws Exception {
    var addresses = new ArrayList<InetAddress>();
    for (var card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      Collections.list(card.getInetAddresses()).stream()
          .filter(address -> !address.isLoopbackAddress())
          .forEach(addresses::add);
    }
    for (var address : addresses) {
      try (var socket = new Socket()) {
        assertThat(
                org.assertj.core.api.Assertions.catchThrowable(
                    () -> socket.connect(new InetSocketAddress(address, server.port()), 1000)))
            .as(address.toString())
            .isNotNull();
      }
    }
  }

  @Test
  void aPortInUseIsToldPlainly() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () ->
                    Server.start(
                        () -> kb,
                        List.of(),
                        new Settings(
                            server.port(),
                            true,
                            io.github.entente.model.Regime.OWL_DIRECT,
                            Settings.Limits.defaults(),
                            Optional.empty(),
                            303,
                            Optional.empty(),
                            line -> {}))))
        .isInstanceOf(io.github.entente.model.EntenteException.class)
        .hasMessageContaining("--port");
  }

  @Test
  void everyQuestionAnswersAsTheLibraryDoes() {
    for (var question : kb.questions()) {
      var wanted = kb.ask(question.name()).run();
      var ask = "/sparql?query=" + Http.encoded(question.text());
      var day = question.asOf().map(d -> "&as-of=" + d).orElse("");
      if (wanted.form() != io.github.entente.query.Answers.Form.ROWS) {
        continue;
      }
      var answer = http.get(ask + day + "&regime=" + question.regime().label());
      assertThat(answer.status()).as(question.name() + answer.body()).isEqualTo(200);
      var results = ResultSetFactory.fromJSON(new ByteArrayInputStream(answer.bytes()));
      int rows = 0;
      while (results.hasNext()) {
        results.next();
        rows++;
      }
      assertThat(rows).as(question.name()).isEqualTo(wanted.rows().size());
      assertThat(answer.header("Entente-Guarantee")).isEqualTo(wanted.guarantee().label());
    }
  }
}
