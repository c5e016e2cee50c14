// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import io.github.entente.reason.NamedParts;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLDataPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLInverseObjectPropertiesAxiom;
import org.semanticweb.owlapi.model.OWLObjectPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLSameIndividualAxiom;
import org.semanticweb.owlapi.model.OWLSubClassOfAxiom;

/** What follows by a new reasoner each time: shares no code with what it judges. */
final class Fresh {
  static final OWLDataFactory F = OWLManager.getOWLDataFactory();

  private Fresh() {}

  static boolean consistent(Collection<? extends OWLAxiom> axioms) {
    try {
      return decided(axioms);
    } catch (NullPointerException e) {
      // HermiT fails on a union of parts that are all nothing.
      return decided(NamedParts.of(axioms));
    }
  }

  private static boolean decided(Collection<? extends OWLAxiom> axioms) {
    var configuration = new Configuration();
    configuration.individualTaskTimeout = 20_000;
    try {
      var ontology =
          OWLManager.createOWLOntologyManager()
              .createOntology(axioms.stream().flatMap(Fresh::understood).toList());
      var reasoner = new Reasoner(configuration, ontology);
      try {
        return reasoner.isConsistent();
      } finally {
        reasoner.dispose();
      }
    } catch (OWLOntologyCreationException e) {
      throw new AssertionError(e);
    }
  }

  /** What HermiT says of declared inverses above chains depends on their names: see its traps. */
  private static Stream<OWLAxiom> understood(OWLAxiom axiom) {
    if (axiom instanceof OWLInverseObjectPropertiesAxiom inverse) {
      var one = inverse.getFirstProperty();
      var other = inverse.getSecondProperty().getInverseProperty();
      return Stream.of(
          F.getOWLSubObjectPropertyOfAxiom(one, other),
          F.getOWLSubObjectPropertyOfAxiom(other, one));
    }
    return Stream.of(axiom);
  }

  static boolean entails(Collection<? extends OWLAxiom> axioms, OWLAxiom goal) {
    return !consistent(Stream.concat(axioms.stream(), Stream.of(negation(goal))).toList());
  }

  static OWLAxiom negation(OWLAxiom goal) {
    if (goal instanceof OWLClassAssertionAxiom type) {
      return F.getOWLClassAssertionAxiom(
          F.getOWLObjectComplementOf(type.getClassExpression()), type.getIndividual());
    } else if (goal instanceof OWLObjectPropertyAssertionAxiom value) {
      var plain = value.getSimplified();
      return F.getOWLNegativeObjectPropertyAssertionAxiom(
          plain.getProperty(), plain.getSubject(), plain.getObject());
    } else if (goal instanceof OWLDataPropertyAssertionAxiom value) {
      return F.getOWLClassAssertionAxiom(
          F.getOWLObjectComplementOf(F.getOWLDataHasValue(value.getProperty(), value.getObject())),
          value.getSubject());
    } else if (goal instanceof OWLSameIndividualAxiom same) {
      return F.getOWLDifferentIndividualsAxiom(same.getIndividualsAsList());
    } else if (goal instanceof OWLSubClassOfAxiom included) {
      return F.getOWLClassAssertionAxiom(
          F.getOWLObjectIntersectionOf(
              List.of(
                  included.getSubClass(), F.getOWLObjectComplementOf(included.getSuperClass()))),
          F.getOWLNamedIndividual(IRI.create("urn:test:fresh")));
    }
    throw new IllegalArgumentException("no negation of " + goal);
  }
}
