// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.reason.dl.OwlBridge;
import io.github.entente.reason.dl.Theory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLDataProperty;
import org.semanticweb.owlapi.model.OWLDataPropertyAssertionAxiom;
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
}
