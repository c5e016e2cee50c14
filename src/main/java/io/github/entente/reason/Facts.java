// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.reason.dl.OwlBridge;
import io.github.entente.reason.dl.Theory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLDataProperty;
import org.semanticweb.owlapi.model.OWLDataPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLObjectProperty;
import org.semanticweb.owlapi.model.OWLObjectPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLSameIndividualAxiom;

/** Facts that names alone can state, as triples. */
final class Facts {
  private Facts() {}

  /** The fact that a triple states, where names of the theory state it. */
  static Optional<OWLAxiom> of(Triple triple, Theory theory) {
    var factory = theory.factory();
    var subject = triple.getSubject();
    var object = triple.getObject();
    if (subject.isLiteral() || subject.isTripleTerm() || object.isTripleTerm()) {
      return Optional.empty();
    }
    var one = factory.getOWLNamedIndividual(OwlBridge.iri(subject));
    if (triple.getPredicate().equals(RDF.type.asNode())) {
      return theory.classNamed(object).map(c -> factory.getOWLClassAssertionAxiom(c, one));
    } else if (triple.getPredicate().equals(OWL2.sameAs.asNode())) {
      return Optional.of(
          factory.getOWLSameIndividualAxiom(
              List.of(one, factory.getOWLNamedIndividual(OwlBridge.iri(object)))));
    }
    var property = theory.propertyNamed(triple.getPredicate()).orElse(null);
    if (property instanceof OWLObjectProperty role && !object.isLiteral()) {
      var other = factory.getOWLNamedIndividual(OwlBridge.iri(object));
      return Optional.of(factory.getOWLObjectPropertyAssertionAxiom(role, one, other));
    } else if (property instanceof OWLDataProperty attribute && object.isLiteral()) {
      var value = OwlBridge.literal(object, factory);
      return Optional.of(factory.getOWLDataPropertyAssertionAxiom(attribute, one, value));
    }
    return Optional.empty();
  }

  /** The fact or, between names, the axiom that a triple states. */
  static Optional<OWLAxiom> axiom(Triple triple, Theory theory) {
    var factory = theory.factory();
    var predicate = triple.getPredicate();
    var subject = triple.getSubject();
    var object = triple.getObject();
    if (predicate.equals(OWL2.differentFrom.asNode()) && !object.isLiteral()) {
      return Optional.of(
          factory.getOWLDifferentIndividualsAxiom(
              factory.getOWLNamedIndividual(OwlBridge.iri(subject)),
              factory.getOWLNamedIndividual(OwlBridge.iri(object))));
    }
    var sub = theory.classNamed(subject);
    var sup = theory.classNamed(object);
    if (sub.isPresent() && sup.isPresent()) {
      if (predicate.equals(RDFS.subClassOf.asNode())) {
        return Optional.of(factory.getOWLSubClassOfAxiom(sub.get(), sup.get()));
      } else if (predicate.equals(OWL2.equivalentClass.asNode())) {
        return Optional.of(factory.getOWLEquivalentClassesAxiom(sub.get(), sup.get()));
      } else if (predicate.equals(OWL2.disjointWith.asNode())) {
        return Optional.of(factory.getOWLDisjointClassesAxiom(sub.get(), sup.get()));
      }
    }
    var property = theory.propertyNamed(subject).orElse(null);
    if (property instanceof OWLObjectProperty role) {
      var other = theory.propertyNamed(object).orElse(null);
      if (predicate.equals(RDFS.domain.asNode()) && sup.isPresent()) {
        return Optional.of(factory.getOWLObjectPropertyDomainAxiom(role, sup.get()));
      } else if (predicate.equals(RDFS.range.asNode()) && sup.isPresent()) {
        return Optional.of(factory.getOWLObjectPropertyRangeAxiom(role, sup.get()));
      } else if (other instanceof OWLObjectProperty including) {
        if (predicate.equals(RDFS.subPropertyOf.asNode())) {
          return Optional.of(factory.getOWLSubObjectPropertyOfAxiom(role, including));
        } else if (predicate.equals(OWL2.equivalentProperty.asNode())) {
          return Optional.of(factory.getOWLEquivalentObjectPropertiesAxiom(role, including));
        }
      }
    }
    return of(triple, theory);
  }

  /** The triples of a graph that state a fact by names alone. */
  static List<Triple> plainlyStated(OWLAxiom axiom, Graph graph) {
    return axiom instanceof OWLClassAssertionAxiom type && type.getClassExpression().isAnonymous()
        ? List.of()
        : stated(axiom, graph);
  }

  /** The triples of a graph that state an axiom about individuals; none for any other axiom. */
  static List<Triple> stated(OWLAxiom axiom, Graph graph) {
    if (axiom instanceof OWLClassAssertionAxiom type && type.getClassExpression().isAnonymous()) {
      // Which of the subject's nameless classes it was does not matter: all say it of the subject.
      return graph
          .find(OwlBridge.node(type.getIndividual()), RDF.type.asNode(), Node.ANY)
          .filterKeep(triple -> triple.getObject().isBlank())
          .toList();
    }
    var plain =
        axiom instanceof OWLObjectPropertyAssertionAxiom value ? value.getSimplified() : axiom;
    return triples(plain).stream().filter(graph::contains).toList();
  }

  static List<Triple> triples(OWLAxiom fact) {
    var triples = new ArrayList<Triple>();
    if (fact instanceof OWLClassAssertionAxiom type) {
      triples.add(
          Triple.create(
              OwlBridge.node(type.getIndividual()),
              RDF.type.asNode(),
              OwlBridge.node(type.getClassExpression().asOWLClass().getIRI())));
    } else if (fact instanceof OWLObjectPropertyAssertionAxiom value) {
      triples.add(
          Triple.create(
              OwlBridge.node(value.getSubject()),
              OwlBridge.node(value.getProperty().getNamedProperty().getIRI()),
              OwlBridge.node(value.getObject())));
    } else if (fact instanceof OWLDataPropertyAssertionAxiom value) {
      triples.add(
          Triple.create(
              OwlBridge.node(value.getSubject()),
              OwlBridge.node(value.getProperty().asOWLDataProperty().getIRI()),
              OwlBridge.node(value.getObject())));
    } else if (fact instanceof OWLSameIndividualAxiom same) {
      var individuals = same.getIndividualsAsList();
      for (var one : individuals) {
        for (var other : individuals) {
          if (!one.equals(other)) {
            triples.add(
                Triple.create(OwlBridge.node(one), OWL2.sameAs.asNode(), OwlBridge.node(other)));
          }
        }
      }
    }
    return triples;
  }

  /** The triples of facts, in their order. */
  static List<Triple> triples(Collection<? extends OWLAxiom> facts) {
    return facts.stream().flatMap(fact -> triples(fact).stream()).toList();
  }

  /** That two individuals are the same, for each two of them. */
  static List<OWLAxiom> equalities(List<OWLIndividual> individuals, OWLDataFactory factory) {
    var facts = new ArrayList<OWLAxiom>();
    for (int i = 0; i < individuals.size(); i++) {
      for (int j = i + 1; j < individuals.size(); j++) {
        var both = List.of(individuals.get(i), individuals.get(j));
        facts.add(factory.getOWLSameIndividualAxiom(both));
      }
    }
    return facts;
  }
}
