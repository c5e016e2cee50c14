// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.model.Near;
import java.util.Collection;
import java.util.Comparator;

/** What a mistyped word may have meant. */
final class Spelling {
  private Spelling() {}

  /** Such as {@code " Did you mean 'ask'?"}; empty when no known word is near. */
  static String hint(String word, Collection<String> known) {
    int enough = Math.max(1, word.length() / 3);
    return known.stream()
        .filter(candidate -> Near.distance(word, candidate) <= Math.min(enough, 3))
        .min(Comparator.comparingInt(candidate -> Near.distance(word, candidate)))
        .map(nearest -> " Did you mean '" + nearest + "'?")
        .orElse("");
  }
}
