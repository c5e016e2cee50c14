// SPDX-License-Identifier: Apache-2.0
package io.github.entente.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.app.http.Http;
import io.github.entente.app.http.Server;
import io.github.entente.app.http.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many clients at once, over all named questions; then beside a hostile one. The property {@code
 * entente.load.seconds} says how long each part takes; 60 without it.
 */
@Tag("bench")
class LoadTest {
  private static final int CLIENTS = 50;

  @Test
  void fiftyClientsAreAnsweredAlsoBesideAHostileOne() throws Exception {
    var time = Duration.ofSeconds(Integer.getInteger("entente.load.seconds", 60));
    try (var kb = KnowledgeBase.bundled();
        var server = Server.start(() -> kb, List.of(), Settings.defaults())) {
      var http = Http.to(server);
      var requests =
          kb.questions().stream()
              .map(
                  q ->
                      "/sparql?query="
                          + Http.encoded(q.text())
                          + q.asOf().map(day -> "&as-of=" + day).orElse("")
                          + "&regime="
                          + q.regime().label())
              .toList();
      requests.forEach(request -> assertThat(http.get(request).status()).isEqualTo(200));
      var alone = load(http, requests, time, false);
      var beside = load(http, requests, time, true);
      System.out.printf(
          "alone: %d answers, p50 %d ms, p99 %d ms; beside a hostile client: %d answers, p50 %d ms,"
              + " p99 %d ms%n",
          alone.size(),
          at(alone, 50),
          at(alone, 99),
          beside.size(),
          at(beside, 50),
          at(beside, 99));
      assertThat(at(beside, 50)).isLessThanOrEqualTo(2 * at(alone, 50) + 5);
    }
  }

  private static long at(List<Long> sorted, int percent) {
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }

  /** Milliseconds of each answer, in order; fails when one is an error. */
  private static List<Long> load(Http http, List<String> requests, Duration time, boolean hostile)
      throws Exception {
    var took = new ConcurrentLinkedQueue<Long>();
    var errors = new AtomicInteger();
    var pool = Executors.newFixedThreadPool(CLIENTS + 1);
    long end = System.nanoTime() + time.toNanos();
    for (int i = 0; i < CLIENTS; i++) {
      int first = i;
      pool.execute(
          () -> {
            for (int n = first; System.nanoTime() < end; n++) {
              long start = System.nanoTime();
              if (http.get(requests.get(n % requests.size())).status() != 200) {
                errors.incrementAndGet();
              }
              took.add((System.nanoTime() - start) / 1_000_000);
            }
          });
    }
    if (hostile) {
      var slow =
          "ASK { FILTER(REGEX(\"" + "a".repeat(60) + "b\", \"^(.*a){20}$\")) ?a ?b ?c . ?d ?e ?f }";
      pool.execute(
          () -> {
            while (System.nanoTime() < end) {
              http.get("/sparql?timeout=5&query=" + Http.encoded(slow));
            }
          });
    }
    pool.shutdown();
    assertThat(pool.awaitTermination(time.toSeconds() + 120, TimeUnit.SECONDS)).isTrue();
    assertThat(errors).hasValue(0);
    var sorted = new ArrayList<>(took);
    Collections.sort(sorted);
    return sorted;
  }
}
