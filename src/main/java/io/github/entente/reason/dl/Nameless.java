// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.dl;

import io.github.entente.reason.rules.Program;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLDataPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLDifferentIndividualsAxiom;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLNegativeObjectPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLObjectPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLSameIndividualAxiom;

/**
 * Axioms in which blank nodes are anonymous individuals again, where there are keys or DL-safe
 * rules: these pass over what has no name. One that a class expression mentions keeps its name.
 */
final class Nameless {
  private static final OWLDataFactory FACTORY = OWLManager.getOWLDataFactory();

  private Nameless() {}

  /** The same axioms where there is nothing to pass over. Linear in the axioms. */
  static Collection<OWLAxiom> of(Collection<OWLAxiom> axioms) {
    if (axioms.stream().noneMatch(a -> a.isOfType(AxiomType.HAS_KEY, AxiomType.SWRL_RULE))) {
      return axioms;
    }
    var kept = new HashSet<OWLIndividual>();
    for (var axiom : axioms) {
      if (axiom instanceof OWLClassAssertionAxiom type) {
        type.getClassExpression().individualsInSignature().forEach(kept::add);
      } else if (with(axiom, kept) == axiom) {
        axiom.individualsInSignature().forEach(kept::add);
      }
    }
    return axioms.stream().map(axiom -> with(axiom, kept)).toList();
  }

  private static OWLAxiom with(OWLAxiom axiom, Set<OWLIndividual> kept) {
    if (axiom instanceof OWLClassAssertionAxiom a) {
      return FACTORY.getOWLClassAssertionAxiom(a.getClassExpression(), of(a.getIndividual(), kept));
    } else if (axiom instanceof OWLObjectPropertyAssertionAxiom a) {
      return FACTORY.getOWLObjectPropertyAssertionAxiom(
          a.getProperty(), of(a.getSubject(), kept), of(a.getObject(), kept));
    } else if (axiom instanceof OWLNegativeObjectPropertyAssertionAxiom a) {
      return FACTORY.getOWLNegativeObjectPropertyAssertionAxiom(
          a.getProperty(), of(a.getSubject(), kept), of(a.getObject(), kept));
    } else if (axiom instanceof OWLDataPropertyAssertionAxiom a) {
      return FACTORY.getOWLDataPropertyAssertionAxiom(
          a.getProperty(), of(a.getSubject(), kept), a.getObject());
    } else if (axiom instanceof OWLSameIndividualAxiom a) {
      return FACTORY.getOWLSameIndividualAxiom(of(a.getIndividualsAsList(), kept));
    } else if (axiom instanceof OWLDifferentIndividualsAxiom a) {
      return FACTORY.getOWLDifferentIndividualsAxiom(of(a.getIndividualsAsList(), kept));
    }
    return axiom;
  }

  private static Set<OWLIndividual> of(List<OWLIndividual> individuals, Set<OWLIndividual> kept) {
    return individuals.stream().map(i -> of(i, kept)).collect(Collectors.toSet());
  }

  private static OWLIndividual of(OWLIndividual individual, Set<OWLIndividual> kept) {
    String name = individual.toStringID();
    return name.startsWith(Program.SKOLEM) && !kept.contains(individual)
        ? FACTORY.getOWLAnonymousIndividual("_:nameless" + name.substring(Program.SKOLEM.length()))
        : individual;
  }
}
