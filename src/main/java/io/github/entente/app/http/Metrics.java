// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts of what was answered.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Prometheus text
 *     format</a>
 */
final class Metrics {
  private static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
  private static final double NANOS = 1e9;

  private final Map<String, LongAdder> requests = new ConcurrentSkipListMap<>();
  private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
  private final LongAdder nanos = new LongAdder();
  private final LongAdder bytes = new LongAdder();

  Metrics() {
    for (int i = 0; i < buckets.length; i++) {
      buckets[i] = new LongAdder();
    }
  }

  void count(String route, int status, int sent, long took) {
    requests
        .computeIfAbsent(
            "route=\"%s\",status=\"%d\"".formatted(route, status), k -> new LongAdder())
        .increment();
    int at = 0;
    while (at < BOUNDS.length && took > BOUNDS[at] * NANOS) {
      at++;
    }
    buckets[at].increment();
    nanos.add(took);
    bytes.add(sent);
  }

  String text(Gate gate) {
    var out = new StringBuilder();
    head(out, "entente_requests_total", "counter", "Requests answered.");
    requests.forEach((labels, n) -> line(out, "entente_requests_total{" + labels + "}", n.sum()));
    head(out, "entente_request_duration_seconds", "histogram", "How long they took.");
    long sum = 0;
    for (int i = 0; i < buckets.length; i++) {
      sum += buckets[i].sum();
      String bound = i < BOUNDS.length ? "" + BOUNDS[i] : "+Inf";
      line(out, "entente_request_duration_seconds_bucket{le=\"" + bound + "\"}", sum);
    }
    out.append(
        String.format(
            Locale.ROOT, "entente_request_duration_seconds_sum %.6f%n", nanos.sum() / NANOS));
    line(out, "entente_request_duration_seconds_count", sum);
    head(out, "entente_response_bytes_total", "counter", "Bytes of the bodies sent.");
    line(out, "entente_response_bytes_total", bytes.sum());
    head(out, "entente_requests_busy", "gauge", "Requests being answered.");
    line(out, "entente_requests_busy", gate.busy());
    head(out, "entente_requests_waiting", "gauge", "Requests waiting for their turn.");
    line(out, "entente_requests_waiting", gate.waiting());
    var memory = Runtime.getRuntime();
    head(out, "entente_memory_used_bytes", "gauge", "Memory of the heap in use.");
    line(out, "entente_memory_used_bytes", memory.totalMemory() - memory.freeMemory());
    return out.toString().replace(System.lineSeparator(), "\n");
  }

  private static void head(StringBuilder out, String name, String type, String help) {
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static void line(StringBuilder out, String name, long value) {
    out.append(name).append(' ').append(value).append('\n');
  }
}
