// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.reason.dl.Theory;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.semanticweb.owlapi.model.OWLAxiom;

/**
 * How the facts of one theory differ from those of another with the same other axioms.
 *
 * @param removed what only the former has
 * @param added what only the latter has
 */
record Change(Set<OWLAxiom> removed, Set<OWLAxiom> added) {
  /** The part of the facts that may change; with more it is as well to begin anew. */
  private static final int MOST = 4;

  /** The change from one theory to another; empty where it is of more than some facts. */
  static Optional<Change> between(Theory before, Theory after) {
    if (!before.differsInFactsAlone(after)) {
      return Optional.empty();
    }
    var removed = missing(before.axioms(), after.axioms());
    var added = missing(after.axioms(), before.axioms());
    return (removed.size() + added.size()) * MOST <= after.axioms().size()
        ? Optional.of(new Change(removed, added))
        : Optional.empty();
  }

  private static Set<OWLAxiom> missing(Set<OWLAxiom> from, Set<OWLAxiom> in) {
    return from.stream().filter(axiom -> !in.contains(axiom)).collect(Collectors.toSet());
  }
}
