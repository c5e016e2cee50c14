// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a table, gathered so that all of it is told at once. For one thread. */
final class Problems {
  /** How many are told. */
  static final int SHOWN = 50;

  /** A line counts from 1, a column too; 0 where the whole of it is meant. */
  private record Problem(int line, int column, String text) {}

  private final String location;
  private final List<Problem> found = new ArrayList<>();

  Problems(String location) {
    this.location = location;
  }

  void line(int line, String what) {
    found.add(new Problem(line, 0, location + ":" + line + ": " + what));
  }

  void cell(int line, int column, String name, String what) {
    found.add(
        new Problem(
            line,
            column,
            "%s:%d, column %d (%s): %s".formatted(location, line, column, name, what)));
  }

  boolean none() {
    return found.isEmpty();
  }

  /** All of them, in the order of the table. */
  EntenteException exception() {
    int more = found.size() - SHOWN;
    var text = new StringBuilder();
    text.append(found.size() == 1 ? "1 problem" : found.size() + " problems");
    text.append(" in the table; nothing is imported from it.");
    found.stream()
        .sorted(Comparator.comparing(Problem::line).thenComparing(Problem::column))
        .limit(SHOWN)
        .forEach(problem -> text.append("\n  ").append(problem.text()));
    if (more > 0) {
      text.append("\n  … and ").append(more).append(" more.");
    }
    return new EntenteException(ErrorCode.BAD_TABLE, text.toString());
  }
}
