// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import io.github.entente.KnowledgeBase;
import io.github.entente.explain.Explainer;
import io.github.entente.explain.Explanation;
import io.github.entente.explain.Leaf;
import io.github.entente.model.Deadline;
import io.github.entente.query.Answers;
import io.github.entente.query.Row;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a change of the world makes of the rows of an answer.
 *
 * @param lost those that are gone
 * @param gained those that are new
 * @param losing those that remain, and lose one of several justifications
 * @param winning those that were there, and gain one
 * @param withdrawn whether the change only takes away, so that what is lost has no justification
 *     left
 */
public record Difference(
    Answers lost, Answers gained, List<Row> losing, List<Row> winning, boolean withdrawn) {
  /** The justifications of so many rows are looked at. */
  private static final int ROWS = 30;

  private static final int WAYS = 10;

  /**
   * An answer before or after the change.
   *
   * @param kb what it was asked of
   */
  public record Side(KnowledgeBase kb, Answers answers) {}

  /**
   * Compares answers.
   *
   * @param less whether the change takes something away
   * @param more whether it adds something
   */
  public static Difference of(Side now, Side before, boolean less, boolean more, Duration limit) {
    var there = new HashSet<>(now.answers.rows());
    var both = before.answers.rows().stream().filter(there::contains).limit(ROWS).toList();
    return new Difference(
        now.answers.lostFrom(before.answers),
        before.answers.lostFrom(now.answers),
        less ? resting(both, before, now, limit) : List.of(),
        more ? resting(both, now, before, limit) : List.of(),
        less && !more);
  }

  /** The rows that have a justification on one side that rests on what the other lacks. */
  private static List<Row> resting(List<Row> rows, Side side, Side other, Duration limit) {
    var deadline = Deadline.after(limit);
    return rows.stream()
        .filter(row -> !deadline.passed())
        .filter(
            row -> {
              var why = side.kb.explain(side.answers, row, new Explainer.Wish(WAYS, false), limit);
              var absent =
                  other.kb.absent(why, other.answers.view().orElseThrow()).stream()
                      .map(Leaf::number)
                      .collect(Collectors.toSet());
              return rests(why, absent);
            })
        .toList();
  }

  private static boolean rests(Explanation why, Set<Integer> absent) {
    return why.cases().stream()
        .flatMap(way -> way.supports().stream())
        .flatMap(support -> support.justifications().stream())
        .flatMap(justification -> justification.leaves().stream())
        .anyMatch(absent::contains);
  }
}
