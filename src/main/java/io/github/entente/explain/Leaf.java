// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import io.github.entente.source.Origin;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Triple;
import org.semanticweb.owlapi.model.OWLAxiom;

/**
 * A statement that explanations end at, with where it comes from.
 *
 * @param number by which explanations refer to it, from 1
 * @param words what it says, in plain words
 * @param axiom the axiom; empty for what has no logical meaning, such as an annotation
 * @param triples the triples that state it, where it takes several those that the others hang on
 * @param origins all its sources
 */
public record Leaf(
    int number,
    String words,
    Optional<OWLAxiom> axiom,
    List<Triple> triples,
    List<Origin> origins) {
  public Leaf {
    triples = List.copyOf(triples);
    origins = List.copyOf(origins);
  }
}
