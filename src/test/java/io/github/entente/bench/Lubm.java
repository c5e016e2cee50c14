// SPDX-License-Identifier: Apache-2.0
package io.github.entente.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

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

  private Lubm() {}

  /** The queries: they stand in one file, each under a heading in brackets. */
  public static List<String> queries() throws IOException {
    var text = Files.readString(FOLDER.resolve("lubm-queries-1-14.sparql"));
    return Arrays.stream(text.split("(?m)^\\^\\[query\\d+]\\s*$")).skip(1).toList();
  }
}
