// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import java.util.List;
import org.apache.jena.graph.Triple;

/**
 * The part that matters of a world in which all axioms hold and a statement does not: a checked
 * model, cut down to the things that the statement is about, what they are, and what they are
 * related to.
 *
 * @param facts what holds there, in words
 * @param not what does not hold there, in words: the statement
 * @param triples the same facts, with their terms; things without a name are blank nodes
 * @param things how many things that world has
 * @param left how many facts of that world are left out
 */
public record CounterWorld(
    List<String> facts, String not, List<Triple> triples, int things, long left) {
  public CounterWorld {
    facts = List.copyOf(facts);
    triples = List.copyOf(triples);
  }

  /** How large the whole is, in words. */
  public String size() {
    return "of a checked world of "
        + things
        + (things == 1 ? " thing" : " things")
        + (left == 0 ? "; nothing is left out" : "; " + left + " further facts are left out");
  }
}
