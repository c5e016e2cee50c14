// SPDX-License-Identifier: Apache-2.0
package io.github.entente.model;

import java.util.List;

/**
 * What came of a question: answers, or the reason why there can be none.
 *
 * @param <A> the type of the answers
 */
public sealed interface Outcome<A> {
  /**
   * Answers.
   *
   * @param value the answers
   * @param <A> their type
   */
  record Answered<A>(A value) implements Outcome<A> {}

  /**
   * The knowledge base contradicts itself, so that everything follows from it and no answer means
   * anything.
   *
   * @param conflict a small set of axioms that cannot hold together, each in Manchester syntax
   * @param <A> the type the answers would have had
   */
  record Inconsistent<A>(List<String> conflict) implements Outcome<A> {
    public Inconsistent {
      conflict = List.copyOf(conflict);
    }
  }

  /**
   * A limit of time was reached before anything could be answered.
   *
   * @param what which limit, and what was being done
   * @param <A> the type the answers would have had
   */
  record LimitReached<A>(String what) implements Outcome<A> {}
}
