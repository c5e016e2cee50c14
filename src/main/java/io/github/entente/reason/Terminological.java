// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.model.Deadline;
import io.github.entente.reason.dl.Refuter;
import io.github.entente.reason.dl.Refuter.Verdict;
import io.github.entente.reason.dl.Theory;
import io.github.entente.reason.rules.Closure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLIndividual;

/**
 * Types that the axioms which are not about individuals imply of the types that are known, by a new
 * reasoner without the data: a sound part of what follows, since it uses some of the axioms only.
 */
final class Terminological {
  private static final int MOST_GROUPS = 12;

  private final Theory theory;
  private final Closure closure;
  private final Refuter refuter;

  Terminological(Theory theory, Closure closure, Refuter refuter) {
    this.theory = theory;
    this.closure = closure;
    this.refuter = refuter;
  }

  /**
   * What it found.
   *
   * @param entailed facts that follow
   * @param checks consistency checks that it took
   */
  record Found(List<OWLAxiom> entailed, int checks) {}

  /** Those of the facts, all of one class, that follow from what individuals are known to be. */
  Found of(OWLClass named, List<OWLAxiom> facts, Deadline deadline) {
    if (implied(named, Set.of(), deadline)) {
      return new Found(facts, 1);
    }
    var groups = new HashMap<Set<OWLClass>, List<OWLAxiom>>();
    var types = types(facts);
    for (var fact : facts) {
      var known = types.getOrDefault(individual(fact), Set.of());
      groups.computeIfAbsent(known, k -> new ArrayList<>()).add(fact);
    }
    groups.remove(Set.of());
    var largest =
        groups.entrySet().stream()
            .sorted(Comparator.comparing(group -> -group.getValue().size()))
            .limit(MOST_GROUPS)
            .toList();
    var entailed = new ArrayList<OWLAxiom>();
    for (var group : largest) {
      if (!deadline.passed() && implied(named, group.getKey(), deadline)) {
        entailed.addAll(group.getValue());
      }
    }
    return new Found(entailed, 1 + largest.size());
  }

  private static OWLIndividual individual(OWLAxiom fact) {
    return ((OWLClassAssertionAxiom) fact).getIndividual();
  }

  private Map<OWLIndividual, Set<OWLClass>> types(List<OWLAxiom> facts) {
    var asked = new LinkedHashSet<OWLIndividual>();
    facts.forEach(fact -> asked.add(individual(fact)));
    var types = new HashMap<OWLIndividual, Set<OWLClass>>();
    for (var named : theory.classes()) {
      for (var one : closure.instances(named)) {
        if (asked.contains(one)) {
          types.computeIfAbsent(one, k -> new LinkedHashSet<>()).add(named);
        }
      }
    }
    return types;
  }

  private boolean implied(OWLClass named, Set<OWLClass> known, Deadline deadline) {
    var factory = theory.factory();
    var parts = new ArrayList<OWLClassExpression>(known);
    parts.add(named.getObjectComplementOf());
    var sample = factory.getOWLAnonymousIndividual("_:sample");
    var axioms = new ArrayList<OWLAxiom>(theory.terminology());
    parts.forEach(part -> axioms.add(factory.getOWLClassAssertionAxiom(part, sample)));
    return refuter.check(axioms, deadline) == Verdict.INCONSISTENT;
  }
}
