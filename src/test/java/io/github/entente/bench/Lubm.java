// SPDX-License-Identifier: Apache-2.0
package io.github.entente.bench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The Lehigh University Benchmark. */
public final class Lubm {
  /** Where its files are, if they are there. */
  public static final Path FOLDER =
      Path.of(System.getProperty("entente.shared", "../shared"), "bench");

  /**
   * Rows of queries 1 to 14, as the benchmark's authors publish them for one university, seed 0.
   */
  public static final List<Integer> REFERENCE =
      List.of(4, 0, 6, 34, 719, 7790, 67, 7790, 208, 4, 224, 15, 1, 5916);

  /**
   * Of sets of data, which {@link #files} finds, those that the engine's speed is measured with.
   */
  public static Stream<String> measured() {
    return Stream.of(
        "univ-bench.owl lubm-1.nt.gz", "univ-bench.owl lubm-10.nt.gz", "owl2bench-dl-1.nt.gz");
  }

  private Lubm() {}

  /** The files of names parted by blanks; where one is absent, the test is skipped. */
  public static Path[] files(String names) {
    var files = Arrays.stream(names.split(" ")).map(FOLDER::resolve).toArray(Path[]::new);
    assumeTrue(Stream.of(files).allMatch(Files::exists), () -> names + " is absent");
    return files;
  }

  /** The queries: they stand in one file, each under a heading in brackets. */
  public static List<String> queries() throws IOException {
    var text = Files.readString(FOLDER.resolve("lubm-queries-1-14.sparql"));
    return Arrays.stream(text.split("(?m)^\\^\\[query\\d+]\\s*$")).skip(1).toList();
  }
}
