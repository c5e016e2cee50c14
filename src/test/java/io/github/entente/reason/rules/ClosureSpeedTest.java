// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.entente.KnowledgeBase;
import io.github.entente.bench.Lubm;
import io.github.entente.reason.dl.OwlBridge;
import io.github.entente.reason.dl.Theory;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.compose.Union;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How fast the rules derive, and in how much memory. */
@Tag("bench")
class ClosureSpeedTest {
  private static final int RUNS = Integer.getInteger("entente.runs", 7);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "univ-bench.owl lubm-1.nt.gz",
        "univ-bench.owl lubm-10.nt.gz",
        "owl2bench-dl-1.nt.gz"
      })
  void closure(String names) {
    var files = Arrays.stream(names.split(" ")).map(Lubm.FOLDER::resolve).toArray(Path[]::new);
    assumeTrue(Stream.of(files).allMatch(Files::exists), () -> names + " is absent");
    Theory theory;
    try (var kb = KnowledgeBase.of(files)) {
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
    int derived = closure.size() - stated;
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
