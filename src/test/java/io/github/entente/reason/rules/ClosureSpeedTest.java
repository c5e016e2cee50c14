// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.bench.Lubm;
import io.github.entente.reason.dl.OwlBridge;
import io.github.entente.reason.dl.Theory;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.graph.compose.Union;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How fast the rules derive, and in how much memory. */
@Tag("bench")
class ClosureSpeedTest {
  private static final int RUNS = Integer.getInteger("entente.runs", 7);

  @ParameterizedTest
  @MethodSource("io.github.entente.bench.Lubm#measured")
  void closure(String names) {
    Theory theory;
    try (var kb = KnowledgeBase.of(Lubm.files(names))) {
      var snapshot = kb.snapshot(Optional.empty());
      theory = Theory.of(OwlBridge.of(new Union(snapshot.asserted(), snapshot.generated())));
    }
    var program = theory.program();
    var threads = ManagementFactory.getThreadMXBean();
    var times = new long[RUNS];
    for (int run = 0; run < RUNS; run++) {
      System.gc();
      long begin = threads.getCurrentThreadCpuTime();
      Closure.of(program, theory.factory(), () -> false).orElseThrow();
      times[run] = threads.getCurrentThreadCpuTime() - begin;
    }
    long before = live();
    var closure = Closure.of(program, theory.factory(), () -> false).orElseThrow();
    long bytes = live() - before;
    int stated = program.compiled().facts().size();
    long derived = closure.size() - stated;
    Arrays.sort(times);
    System.out.printf(
        "ClosureSpeedTest: %s: %,d facts stated, %,d derived; first %.2f s, best %.2f s of the"
            + " processor, %,.0f derived a second; %.1f bytes a fact%n",
        names,
        stated,
        derived,
        times[RUNS - 1] / 1e9,
        times[0] / 1e9,
        derived / (times[0] / 1e9),
        (double) bytes / closure.size());
    assertThat(derived).isPositive();
  }

  /** Bytes in use after garbage was collected. */
  private static long live() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
