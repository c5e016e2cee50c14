// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import java.util.Collection;
import java.util.Comparator;

/** What a mistyped word may have meant. */
final class Spelling {
  private Spelling() {}

  /** Such as {@code " Did you mean 'ask'?"}; empty when no known word is near. */
  static String hint(String word, Collection<String> known) {
    int enough = Math.max(1, word.length() / 3);
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= Math.min(enough, 3))
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .map(nearest -> " Did you mean '" + nearest + "'?")
        .orElse("");
  }

  /**
   * How many letters to add, drop, change or swap with their neighbour.
   *
   * @see <a href="https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance">optimal
   *     string alignment distance</a>
   */
  private static int distance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        cost[i][j] =
            Math.min(
                Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[one.length()][other.length()];
  }
}
