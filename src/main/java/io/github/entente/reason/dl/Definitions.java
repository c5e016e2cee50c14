// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.dl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLEntity;
import org.semanticweb.owlapi.model.OWLEquivalentClassesAxiom;

/**
 * Leaves out definitions that nothing asks about. An axiom {@code N ≡ C} whose name N stands in no
 * other axiom adds nothing to the rest: whatever model the rest has can be extended by interpreting
 * N as C (a conservative extension). Leaving it out, and then others that have become so, changes
 * no answer about other names and makes reasoning cheaper.
 */
final class Definitions {
  private final List<OWLAxiom> axioms;
  private final Set<OWLClass> inUse;
  private final Map<OWLClass, List<OWLAxiom>> uses = new HashMap<>();

  private Definitions(List<OWLAxiom> axioms, Set<OWLClass> inUse) {
    this.axioms = axioms;
    this.inUse = inUse;
  }

  /**
   * Indexes axioms by the classes in them.
   *
   * @param inUse classes that stand in further axioms, and so are not left out
   */
  static Definitions of(Collection<OWLAxiom> axioms, Set<OWLClass> inUse) {
    var definitions = new Definitions(List.copyOf(axioms), inUse);
    for (var axiom : definitions.axioms) {
      axiom
          .classesInSignature()
          .forEach(c -> definitions.uses.computeIfAbsent(c, k -> new ArrayList<>()).add(axiom));
    }
    return definitions;
  }

  /** The axioms without definitions that the given names do not need. */
  Set<OWLAxiom> without(Collection<? extends OWLEntity> asked) {
    var left = new LinkedHashSet<>(axioms);
    var count = new HashMap<OWLClass, Integer>();
    uses.forEach((name, list) -> count.put(name, list.size()));
    var keep = new HashSet<OWLEntity>(asked);
    keep.addAll(inUse);
    var open = new ArrayDeque<>(count.keySet());
    while (!open.isEmpty()) {
      var name = open.pop();
      if (keep.contains(name) || count.get(name) != 1) {
        continue;
      }
      var axiom = uses.get(name).stream().filter(left::contains).findFirst().orElse(null);
      if (axiom instanceof OWLEquivalentClassesAxiom equivalence && defines(equivalence, name)) {
        left.remove(axiom);
        axiom
            .classesInSignature()
            .forEach(
                other -> {
                  count.merge(other, -1, Integer::sum);
                  open.push(other);
                });
      }
    }
    return left;
  }

  private static boolean defines(OWLEquivalentClassesAxiom axiom, OWLClass name) {
    var operands = axiom.getOperandsAsList();
    return operands.size() == 2
        && !name.isBuiltIn()
        && operands.contains(name)
        && operands.stream()
            .filter(e -> !e.equals(name))
            .noneMatch(e -> e.containsEntityInSignature(name));
  }
}
