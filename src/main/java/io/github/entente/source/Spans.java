// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** Runs of days of facts that may not be in force at the same time. For one thread. */
final class Spans {
  /**
   * A run of days.
   *
   * @param where it is stated, for messages: {@code line 3}, or a fact's name
   * @param last empty while it is open
   */
  record Span(String where, PartialDate first, Optional<PartialDate> last) {
    /** Whether it ends before it begins, whichever of the possible days are the true ones. */
    boolean isReversed() {
      return last.filter(l -> l.last().isBefore(first.first())).isPresent();
    }

    private boolean sameDays(Span other) {
      return first.equals(other.first) && last.equals(other.last);
    }

    /** Whether they share a day, whichever of the possible days are the true ones. */
    private boolean overlaps(Span other) {
      return !first.last().isAfter(other.certainEnd()) && !other.first.last().isAfter(certainEnd());
    }

    private LocalDate certainEnd() {
      return last.map(PartialDate::first).orElse(LocalDate.MAX);
    }

    private String text() {
      return where
          + " ("
          + Names.of(first)
          + last.map(l -> " until " + Names.of(l)).orElse(", open")
          + ")";
    }
  }

  private final Map<List<Node>, List<Span>> byKey = new HashMap<>();

  /** Adds one, and tells how it contradicts an earlier one of the same key. */
  Optional<String> add(List<Node> key, Span span) {
    var others = byKey.computeIfAbsent(key, k -> new ArrayList<>());
    var found =
        others.stream()
            .filter(span::sameDays)
            .findFirst()
            .map(same -> "the same is stated in " + same.where() + ". Remove one of the two")
            .or(
                () ->
                    others.stream()
                        .filter(span::overlaps)
                        .findFirst()
                        .map(
                            other ->
                                "it is in force on the same days as "
                                    + other.text()
                                    + ". Let one end on the day before the other begins"));
    others.add(span);
    return found;
  }
}
