// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Guarantee;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The Lehigh University Benchmark with one university: its queries and published counts. */
@Tag("full")
class LubmTest {
  /**
   * Rows of queries 1 to 14, as the benchmark's authors publish them for one university, seed 0.
   */
  private static final List<Integer> REFERENCE =
      List.of(4, 0, 6, 34, 719, 7790, 67, 7790, 208, 4, 224, 15, 1, 5916);

  private static final Path FOLDER =
      Path.of(System.getProperty("entente.shared", "../shared"), "bench");

  @Test
  void everyQueryHasTheReferenceCountAndIsKnownToBeComplete() throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), () -> FOLDER + " is absent");
    var queries = queries();
    assertThat(queries).hasSize(REFERENCE.size());
    try (var kb =
        KnowledgeBase.of(FOLDER.resolve("univ-bench.owl"), FOLDER.resolve("lubm-1.nt.gz"))) {
      var answers =
          queries.stream()
              .map(query -> kb.query(query).timeout(Duration.ofMinutes(10)).run())
              .toList();
      assertThat(answers).extracting(a -> a.rows().size()).isEqualTo(REFERENCE);
      assertThat(answers).extracting(Answers::guarantee).containsOnly(Guarantee.SOUND_AND_COMPLETE);
    }
  }

  /** The queries stand in one file, each under a heading in brackets. */
  private static List<String> queries() throws IOException {
    var text = Files.readString(FOLDER.resolve("lubm-queries-1-14.sparql"));
    return Arrays.stream(text.split("(?m)^\\^\\[query\\d+]\\s*$")).skip(1).toList();
  }
}
