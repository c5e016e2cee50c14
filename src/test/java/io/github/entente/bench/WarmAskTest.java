// SPDX-License-Identifier: Apache-2.0
package io.github.entente.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long a warm library takes for each named question: {@code mvn -P bench test}. It prints
 * figures and judges none.
 */
@Tag("bench")
class WarmAskTest {
  private static final int WARM_UP = 200;
  private static final int RUNS = 200;

  @Test
  void everyNamedQuestion() {
    try (var kb = KnowledgeBase.bundled()) {
      for (var question : kb.questions()) {
        int rows = 0;
        for (int i = 0; i < WARM_UP; i++) {
          rows = kb.ask(question.name()).run().rows().size();
        }
        var nanos = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
          long start = System.nanoTime();
          kb.ask(question.name()).run();
          nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
            "%s %s: median %.1f ms, maximum %.1f ms, %d rows%n",
            question.id(), question.name(), nanos[RUNS / 2] / 1e6, nanos[RUNS - 1] / 1e6, rows);
        assertThat(nanos).hasSize(RUNS);
      }
    }
  }
}
