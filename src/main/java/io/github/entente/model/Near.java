// SPDX-License-Identifier: Apache-2.0
package io.github.entente.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Names that resemble one that was mistyped: by the pairs of letters that they share, or by how few
 * letters have to be changed.
 */
public final class Near {
  private static final int SHOWN = 3;
  private static final double ENOUGH = 0.4;
  private static final double ENOUGH_KEPT = 0.6;

  private Near() {}

  /** The nearest few, such as {@code 'a', 'b' or 'c'}; empty when none resembles it. */
  public static Optional<String> names(String wanted, Collection<String> known) {
    List<String> near =
        known.stream()
            .filter(name -> likeness(wanted, name) >= ENOUGH)
            .sorted(Comparator.comparing((String name) -> -likeness(wanted, name)))
            .limit(SHOWN)
            .map(name -> "'" + name + "'")
            .toList();
    if (near.isEmpty()) {
      return Optional.empty();
    }
    int last = near.size() - 1;
    return Optional.of(
        last == 0
            ? near.get(0)
            : String.join(", ", near.subList(0, last)) + " or " + near.get(last));
  }

  private static double likeness(String one, String other) {
    double kept = kept(lower(one), lower(other));
    return Math.max(shared(one, other), kept < ENOUGH_KEPT ? 0 : kept);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** The share of letters that stay when as few as possible are changed. */
  private static double kept(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    return longer == 0 ? 0 : 1 - (double) distance(one, other) / longer;
  }

  /**
   * How many letters to add, drop, change or swap with their neighbour.
   *
   * @see <a href="https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance">optimal
   *     string alignment distance</a>
   */
  public static int distance(String one, String other) {
    var cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        least = Math.min(least, cost[i - 1][j - 1] + (same ? 0 : 1));
        boolean exchanged =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        cost[i][j] = exchanged ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
      }
    }
    return cost[one.length()][other.length()];
  }

  private static double shared(String one, String other) {
    var ofOne = pairs(one);
    var ofOther = pairs(other);
    int all = ofOne.size() + ofOther.size();
    ofOne.retainAll(ofOther);
    return all == 0 ? 0 : 2.0 * ofOne.size() / all;
  }

  private static Set<String> pairs(String text) {
    var pairs = new LinkedHashSet<String>();
    for (int i = 0; i + 1 < text.length(); i++) {
      pairs.add(text.substring(i, i + 2).toLowerCase(Locale.ROOT));
    }
    return pairs;
  }
}
