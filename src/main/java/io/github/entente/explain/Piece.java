// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import java.util.List;

/**
 * A part of the query's pattern, as it took part in a row.
 *
 * @param kind what became of it
 * @param words the part, in plain words
 * @param leaves numbers of the statements that state it; none where it is inferred, or no statement
 * @param inside for rows taken together, some of them
 */
public record Piece(Kind kind, String words, List<Integer> leaves, List<Case> inside) {
  /** What becomes of parts of patterns. */
  public enum Kind {
    /** It follows, as the justifications show. */
    INFERRED,
    /** It is stated as it stands. */
    STATED,
    /** The way along a property path. */
    PATH,
    /** A condition that holds, or a value computed. */
    CONDITION,
    /** A branch of alternatives. */
    BRANCH,
    /** What is absent, as the query allows or demands. */
    ABSENT,
    /** Rows taken together. */
    GROUP,
    /** It cannot be explained further. */
    OPEN
  }

  public Piece {
    leaves = List.copyOf(leaves);
    inside = List.copyOf(inside);
  }

  static Piece of(Kind kind, String words) {
    return new Piece(kind, words, List.of(), List.of());
  }
}
