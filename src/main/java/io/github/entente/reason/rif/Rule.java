// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rif;

import java.util.List;

/**
 * A safe rule without disjunction.
 *
 * @param head facts and atoms that all follow
 * @param body what must hold: first what is looked up, then equalities and built-ins, in an order
 *     in which each has what it needs; empty for a fact
 * @param where file and line, for messages
 */
public record Rule(List<Formula> head, List<Formula> body, String where) {
  public Rule {
    head = List.copyOf(head);
    body = List.copyOf(body);
  }

  /** Whether a function of RIF makes values that follow. */
  boolean makesValues() {
    return body.stream().anyMatch(f -> f instanceof Formula.Builtin b && b.result().isPresent());
  }
}
