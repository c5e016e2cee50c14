// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.entente.KnowledgeBase;
import io.github.entente.bench.Lubm;
import io.github.entente.model.Guarantee;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The Lehigh University Benchmark with one university: its queries and published counts. */
@Tag("full")
class LubmTest {
  @Test
  void everyQueryHasTheReferenceCountAndIsKnownToBeComplete() throws IOException {
    assumeTrue(Files.isDirectory(Lubm.FOLDER), () -> Lubm.FOLDER + " is absent");
    var queries = Lubm.queries();
    assertThat(queries).hasSize(Lubm.REFERENCE.size());
    try (var kb =
        KnowledgeBase.of(
            Lubm.FOLDER.resolve("univ-bench.owl"), Lubm.FOLDER.resolve("lubm-1.nt.gz"))) {
      var answers =
          queries.stream()
              .map(query -> kb.query(query).timeout(Duration.ofMinutes(10)).run())
              .toList();
      assertThat(answers).extracting(a -> a.rows().size()).isEqualTo(Lubm.REFERENCE);
      assertThat(answers).extracting(Answers::guarantee).containsOnly(Guarantee.SOUND_AND_COMPLETE);
    }
  }
}
