// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLDataPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLObjectPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLSameIndividualAxiom;
import org.semanticweb.owlapi.model.OWLSubClassOfAxiom;

/**
 * What follows, by the one thing that HermiT can be trusted with: the consistency of axioms and
 * negated fact on a new reasoner. It shares no code with what it is to judge.
 */
final class Oracle {
  static final OWLDataFactory FACTORY = OWLManager.getOWLDataFactory();
  private static final long TIMEOUT_MILLIS = 4000;
  private static final long PATIENT_MILLIS = 120_000;
  private static final ThreadLocal<Long> TIMEOUT = ThreadLocal.withInitial(() -> TIMEOUT_MILLIS);

  private Oracle() {}

  static boolean consistent(Collection<? extends OWLAxiom> axioms) {
    try {
      return decided(axioms);
    } catch (NullPointerException e) {
      // HermiT's normal form makes a union of nothing where each operand can have no instance.
      return decided(NamedParts.of(axioms));
    }
  }

  private static boolean decided(Collection<? extends OWLAxiom> axioms) {
    var configuration = new Configuration();
    configuration.individualTaskTimeout = TIMEOUT.get();
    try {
      var manager = OWLManager.createOWLOntologyManager();
      var all = new LinkedHashSet<OWLAxiom>(axioms);
      var reasoner = new Reasoner(configuration, manager.createOntology(all));
      try {
        return reasoner.isConsistent();
      } finally {
        reasoner.dispose();
      }
    } catch (OWLOntologyCreationException e) {
      throw new AssertionError(e);
    }
  }

  /** What a call says that has more time for each check. */
  static <T> T patiently(Supplier<T> call) {
    TIMEOUT.set(PATIENT_MILLIS);
    try {
      return call.get();
    } finally {
      TIMEOUT.remove();
    }
  }

  static boolean entails(Collection<? extends OWLAxiom> axioms, OWLAxiom fact) {
    return !consistent(with(axioms, List.of(fact)));
  }

  /** Those of the facts that follow: none, if they can all be false at once. */
  static Set<OWLAxiom> entailed(Collection<? extends OWLAxiom> axioms, List<OWLAxiom> facts) {
    var entailed = new LinkedHashSet<OWLAxiom>();
    if (facts.isEmpty() || consistent(with(axioms, facts))) {
      return entailed;
    }
    if (facts.size() == 1) {
      entailed.addAll(facts);
      return entailed;
    }
    // Thirds, unlike what is judged.
    int third = Math.max(1, facts.size() / 3);
    for (int start = 0; start < facts.size(); start += third) {
      int end = Math.min(facts.size(), start + third);
      entailed.addAll(entailed(axioms, facts.subList(start, end)));
    }
    return entailed;
  }

  private static List<OWLAxiom> with(
      Collection<? extends OWLAxiom> axioms, List<OWLAxiom> negatedFacts) {
    var all = new ArrayList<OWLAxiom>(axioms);
    negatedFacts.forEach(fact -> all.add(negated(fact, all.size())));
    return all;
  }

  private static OWLAxiom negated(OWLAxiom fact, int number) {
    if (fact instanceof OWLClassAssertionAxiom type) {
      return FACTORY.getOWLClassAssertionAxiom(
          FACTORY.getOWLObjectComplementOf(type.getClassExpression()), type.getIndividual());
    } else if (fact instanceof OWLObjectPropertyAssertionAxiom value) {
      return FACTORY.getOWLNegativeObjectPropertyAssertionAxiom(
          value.getProperty(), value.getSubject(), value.getObject());
    } else if (fact instanceof OWLDataPropertyAssertionAxiom value) {
      // HermiT takes the literal of a negative assertion by its spelling, not by its value.
      return FACTORY.getOWLClassAssertionAxiom(
          FACTORY
              .getOWLDataHasValue(value.getProperty(), value.getObject())
              .getObjectComplementOf(),
          value.getSubject());
    } else if (fact instanceof OWLSameIndividualAxiom same) {
      return FACTORY.getOWLDifferentIndividualsAxiom(same.getIndividualsAsList());
    } else if (fact instanceof OWLSubClassOfAxiom inclusion) {
      // Anonymous: keys hold of named individuals only, and the counter-example need not be one.
      return FACTORY.getOWLClassAssertionAxiom(
          FACTORY.getOWLObjectIntersectionOf(
              inclusion.getSubClass(), inclusion.getSuperClass().getObjectComplementOf()),
          FACTORY.getOWLAnonymousIndividual("_:counterexample" + number));
    }
    throw new IllegalArgumentException("no negation of " + fact);
  }
}
