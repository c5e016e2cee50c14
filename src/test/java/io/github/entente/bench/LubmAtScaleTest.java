// SPDX-License-Identifier: Apache-2.0
package io.github.entente.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.EntenteException;
import io.github.entente.model.Guarantee;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * LUBM's 14 queries over {@code entente.lubm} universities (10 without it; 1 is there too), each
 * once. With {@code entente.certify} set to a number of seconds each answer is certified as well.
 */
@Tag("bench")
class LubmAtScaleTest {
  private static final int UNIVERSITIES = Integer.getInteger("entente.lubm", 10);
  private static final int CERTIFY = Integer.getInteger("entente.certify", 0);
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @Test
  void everyQueryIsAnsweredCompletely() throws IOException {
    var data = Lubm.FOLDER.resolve("lubm-" + UNIVERSITIES + ".nt.gz");
    assumeTrue(Files.exists(data), () -> data + " is absent");
    var guarantees = new ArrayList<Guarantee>();
    var counts = new ArrayList<Integer>();
    try (var kb = KnowledgeBase.of(Lubm.FOLDER.resolve("univ-bench.owl"), data)) {
      kb.query("ASK { ?x a <urn:none> }").timeout(LIMIT).run();
      System.out.printf(
          "LUBM(%d): loaded; CPU of the process %.1f s%n", UNIVERSITIES, PatternsTest.cpu() / 1e9);
      var queries = Lubm.queries();
      long before = PatternsTest.cpu();
      for (int i = 0; i < queries.size(); i++) {
        long cpu = PatternsTest.cpu();
        var answers = kb.query(queries.get(i)).timeout(LIMIT).run();
        int checks =
            answers.plan().parts().stream().mapToInt(part -> part.decision().checks()).sum();
        counts.add(answers.rows().size());
        guarantees.add(answers.guarantee());
        System.out.printf(
            "LUBM(%d), Q%d: %d rows, CPU %d ms, %d checks, %s%n",
            UNIVERSITIES,
            i + 1,
            answers.rows().size(),
            (PatternsTest.cpu() - cpu) / 1_000_000,
            checks,
            answers.guarantee().label());
      }
      System.out.printf(
          "LUBM(%d): 14 queries, CPU %.1f s%n", UNIVERSITIES, (PatternsTest.cpu() - before) / 1e9);
      for (int i = 0; i < queries.size() && CERTIFY > 0; i++) {
        long cpu = PatternsTest.cpu();
        String label;
        try {
          var limit = Duration.ofSeconds(CERTIFY);
          label = kb.query(queries.get(i)).timeout(limit).certify().verdict().label();
        } catch (EntenteException e) {
          label = e.code() + " " + e.getMessage();
        }
        System.out.printf(
            "LUBM(%d), Q%d: %s (CPU %d ms)%n",
            UNIVERSITIES, i + 1, label, (PatternsTest.cpu() - cpu) / 1_000_000);
      }
    }
    assertThat(guarantees).containsOnly(Guarantee.SOUND_AND_COMPLETE);
    if (UNIVERSITIES == 1) {
      assertThat(counts).isEqualTo(Lubm.REFERENCE);
    }
  }
}
