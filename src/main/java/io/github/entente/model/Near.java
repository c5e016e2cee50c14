// SPDX-License-Identifier: Apache-2.0
package io.github.entente.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names that resemble one that was mistyped, by the pairs of letters that they share. */
public final class Near {
  private static final int SHOWN = 3;
  private static final double ENOUGH = 0.4;

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
    var ofOne = pairs(one);
    var ofOther = pairs(other);
    int all = ofOne.size() + ofOther.size();
    ofOne.retainAll(ofOther);
    return all == 0 ? 0 : 2.0 * ofOne.size() / all;
  }

  private static Set<String> pairs(String text) {
    var pairs = new LinkedHashSet<String>();
    for (int i = 0; i + 1 < text.length(); i++) {
      pairs.add(text.substring(i, i + 2).toLowerCase(java.util.Locale.ROOT));
    }
    return pairs;
  }
}
