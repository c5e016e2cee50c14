// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the endpoint does when more is asked of it than it gives. */
class LimitsTest {
  private static final String SLOW =
      "ASK { FILTER(REGEX(\"" + "a".repeat(60) + "b\", \"^(.*a){20}$\")) }";

  private static KnowledgeBase kb;

  @BeforeAll
  static void load() {
    var turtle =
        new StringBuilder(
            "PREFIX : <http://example.org/> :A a <http://www.w3.org/2002/07/owl#Class> .");
    for (int i = 0; i < 100; i++) {
      turtle.append(" :i").append(i).append(" a :A .");
    }
    kb =
        KnowledgeBase.builder()
            .document(
                "http://example.org/graph",
                "test.ttl",
                turtle.toString().getBytes(StandardCharsets.UTF_8))
            .build();
  }

  @AfterAll
  static void close() {
    kb.close();
  }

  private static Server with(Settings.Limits limits) {
    return Server.start(() -> kb, List.of(), Settings.defaults().limits(limits));
  }

  private static void assertNoResult(Http.Answer answer) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Entente-Error")).isEqualTo("LIMIT_REACHED");
    assertThat(answer.type()).isEqualTo("text/plain");
    assertThat(answer.body()).doesNotContain("http://example.org/i1");
  }

  @Test
  void aResultWithTooManyRowsIsNone() {
    try (var server = with(Settings.Limits.defaults().rows(99))) {
      var http = Http.to(server);
      var query = "SELECT ?x { ?x a <http://example.org/A> }";
      assertNoResult(http.query(query));
      assertThat(http.query(query + " LIMIT 99").status()).isEqualTo(200);
      assertNoResult(
          http.query("CONSTRUCT { ?x <urn:is> ?x } WHERE { ?x a <http://example.org/A> }"));
    }
  }

  @Test
  void aResultWithTooManyBytesIsNone() {
    try (var server = with(Settings.Limits.defaults().bytes(2000))) {
      var http = Http.to(server);
      for (var accept :
          List.of("application/json", "application/sparql-results+xml", "text/csv", "text/plain")) {
        var answer = http.query("SELECT ?x { ?x a <http://example.org/A> }", "Accept", accept);
        assertThat(answer.status()).as(accept).isEqualTo(503);
        assertThat(answer.header("Entente-Error")).isEqualTo("LIMIT_REACHED");
      }
      assertNoResult(
          http.query("CONSTRUCT WHERE { ?x a <http://example.org/A> }", "Accept", "text/turtle"));
    }
  }

  @Test
  void aRequestThatTakesTooLongIsCutOffAndSaysSo() {
    try (var server = with(Settings.Limits.defaults().time(Duration.ofMillis(200)))) {
      var http = Http.to(server);
      var start = System.nanoTime();
      assertNoResult(http.query(SLOW));
      assertNoResult(http.get("/sparql?timeout=3600&query=" + Http.encoded(SLOW)));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
  }

  @Test
  void aRequestThatIsTooLargeOrTooDeepIsRefused() {
    try (var server = with(Settings.Limits.defaults())) {
      var http = Http.to(server);
      var query = "application/sparql-query";
      assertThat(http.post("/sparql", query, "#" + " ".repeat(5 << 20)).status()).isEqualTo(413);
      assertThat(http.post("/sparql", query, "#" + " ".repeat(2 << 20)).status()).isEqualTo(400);
      var deep = "ASK " + "{".repeat(5000) + "}".repeat(5000);
      assertThat(http.post("/sparql", query, deep).status()).isEqualTo(400);
      var not = "ASK { FILTER(" + "!".repeat(100_000) + "true) }";
      assertThat(http.post("/sparql", query, not).status()).isEqualTo(400);
      assertThat(http.post("/sparql", query, "1:%").status()).isEqualTo(400);
      assertThat(http.query("ASK {}").status()).as("it is still there").isEqualTo(200);
    }
  }

  /** A client that still sends has to see why it is refused, whatever path it sends to. */
  @Test
  void aClientThatIsStillSendingGetsTheRefusal() throws Exception {
    try (var server = with(Settings.Limits.defaults())) {
      var http = Http.to(server);
      var query = "application/sparql-query";
      var large = "#" + " ".repeat(30 << 20);
      assertThat(http.post("/sparql", query, large).status()).isEqualTo(413);
      assertThat(http.post("/nowhere", query, large).status()).isEqualTo(413);
      try (var socket = new Socket("127.0.0.1", server.port())) {
        socket.setSoTimeout(5000);
        var waiting =
            "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                + query
                + "\r\nContent-Length: 999999999\r\nExpect: 100-continue\r\n\r\n";
        socket.getOutputStream().write(waiting.getBytes(StandardCharsets.US_ASCII));
        var line = new byte[12];
        assertThat(socket.getInputStream().readNBytes(line, 0, 12)).isEqualTo(12);
        assertThat(new String(line, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
      }
      assertThat(http.query("ASK {}").status()).as("it is still there").isEqualTo(200);
    }
  }

  @Test
  void whoComesWhenTooManyWaitIsTurnedAway() throws Exception {
    var limits =
        Settings.Limits.defaults()
            .time(Duration.ofSeconds(3))
            .concurrent(1)
            .queue(1, Duration.ofSeconds(60));
    try (var server = with(limits)) {
      var http = Http.to(server);
      var first = CompletableFuture.supplyAsync(() -> http.query(SLOW));
      until(http, "entente_requests_busy 1");
      var second = CompletableFuture.supplyAsync(() -> http.query("ASK {}"));
      until(http, "entente_requests_waiting 1");
      var third = http.query("ASK {}");
      assertThat(third.status()).isEqualTo(503);
      assertThat(Integer.parseInt(third.header("Retry-After"))).isPositive();
      assertThat(http.get("/$/ping").status()).as("it says that it is alive").isEqualTo(200);
      assertThat(second.get().status()).as("its turn came").isEqualTo(200);
      assertNoResult(first.get());
      assertThat(http.query("ASK {}").status()).isEqualTo(200);
    }
  }

  private static void until(Http http, String line) {
    for (int i = 0; i < 500 && !http.get("/$/metrics").body().contains("\n" + line + "\n"); i++) {
      LockSupport.parkNanos(10_000_000);
    }
  }

  @Test
  void whatIsBeingAnsweredIsAnsweredBeforeTheEnd() throws Exception {
    var server = with(Settings.Limits.defaults().time(Duration.ofMillis(500)));
    var http = Http.to(server);
    var asked = CompletableFuture.supplyAsync(() -> http.query(SLOW));
    until(http, "entente_requests_busy 1");
    server.close();
    assertNoResult(asked.get());
    server.close();
  }

  @Test
  void manyAtOnceAreAllAnswered() {
    try (var server = with(Settings.Limits.defaults())) {
      var http = Http.to(server);
      var all = new ArrayList<CompletableFuture<Http.Answer>>();
      for (int i = 0; i < 60; i++) {
        all.add(CompletableFuture.supplyAsync(() -> http.query("SELECT * { ?s a ?o }")));
      }
      assertThat(all).allMatch(answer -> answer.join().status() == 200);
    }
  }
}
