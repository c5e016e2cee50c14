// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLEntity;

/**
 * Sets of axioms, each larger: those that share names with some, with those, and so on, at last
 * all. For use by one thread.
 */
final class Growing {
  private final Collection<OWLAxiom> axioms;
  private final Set<OWLAxiom> taken = new LinkedHashSet<>();
  private final Set<OWLEntity> names = new HashSet<>();

  Growing(Collection<OWLAxiom> axioms, Collection<OWLAxiom> start) {
    this.axioms = axioms;
    start.forEach(this::name);
  }

  private void name(OWLAxiom axiom) {
    axiom.signature().filter(entity -> !entity.isBuiltIn()).forEach(names::add);
  }

  /** The next set; empty where there is no larger one. */
  List<OWLAxiom> next() {
    if (taken.size() == axioms.size()) {
      return List.of();
    }
    var more =
        axioms.stream()
            .filter(axiom -> !taken.contains(axiom))
            .filter(axiom -> axiom.signature().anyMatch(names::contains))
            .toList();
    taken.addAll(more.isEmpty() ? axioms : more);
    more.forEach(this::name);
    return List.copyOf(taken);
  }
}
