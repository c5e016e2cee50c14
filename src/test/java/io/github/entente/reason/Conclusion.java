// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.reason.dl.OwlBridge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLDataPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLObjectPropertyAssertionAxiom;

/**
 * An ontology of which it is asked whether it follows. Its anonymous individuals are existential
 * variables: what is said of them becomes class expressions about named ones.
 */
final class Conclusion {
  private final Set<OWLAxiom> axioms;
  private final OWLDataFactory factory;
  private final Set<OWLIndividual> done = new HashSet<>();

  private Conclusion(Stream<OWLAxiom> axioms, OWLDataFactory factory) {
    this.axioms = axioms.collect(Collectors.toCollection(LinkedHashSet::new));
    this.factory = factory;
  }

  /** The axioms without anonymous individuals that say the same. */
  static List<OWLAxiom> axioms(Stream<OWLAxiom> axioms, OWLDataFactory factory) {
    var conclusion = new Conclusion(axioms, factory);
    var plain = new ArrayList<OWLAxiom>();
    for (var axiom : conclusion.axioms) {
      var anonymous = conclusion.anonymous(axiom);
      if (anonymous.isEmpty()) {
        plain.add(axiom);
      }
    }
    var named = new LinkedHashSet<OWLIndividual>();
    conclusion.axioms.forEach(
        axiom -> axiom.individualsInSignature().filter(i -> !isBlank(i)).forEach(named::add));
    for (var individual : named) {
      conclusion
          .edges(individual)
          .forEach(type -> plain.add(factory.getOWLClassAssertionAxiom(type, individual)));
    }
    for (var axiom : conclusion.axioms) {
      for (var individual : conclusion.anonymous(axiom)) {
        if (!conclusion.done.contains(individual)) {
          plain.add(
              factory.getOWLSubClassOfAxiom(
                  factory.getOWLThing(),
                  factory.getOWLObjectSomeValuesFrom(
                      factory.getOWLTopObjectProperty(), conclusion.description(individual))));
        }
      }
    }
    return plain;
  }

  private List<OWLIndividual> anonymous(OWLAxiom axiom) {
    return axiom
        .individualsInSignature()
        .filter(Conclusion::isBlank)
        .map(OWLIndividual.class::cast)
        .toList();
  }

  private static boolean isBlank(OWLIndividual individual) {
    return OwlBridge.node(individual).isBlank();
  }

  /** What is said of an anonymous individual, and of those that hang on it. */
  private OWLClassExpression description(OWLIndividual individual) {
    done.add(individual);
    var parts = new LinkedHashSet<OWLClassExpression>();
    for (var axiom : axioms) {
      if (axiom instanceof OWLClassAssertionAxiom type && type.getIndividual().equals(individual)) {
        parts.add(type.getClassExpression());
      } else if (axiom instanceof OWLDataPropertyAssertionAxiom value
          && value.getSubject().equals(individual)) {
        parts.add(factory.getOWLDataHasValue(value.getProperty(), value.getObject()));
      }
    }
    parts.addAll(edges(individual));
    return parts.isEmpty()
        ? factory.getOWLThing()
        : parts.size() == 1 ? parts.iterator().next() : factory.getOWLObjectIntersectionOf(parts);
  }

  /** The edges between an individual and others of which at least one is anonymous. */
  private Set<OWLClassExpression> edges(OWLIndividual individual) {
    var edges = new LinkedHashSet<OWLClassExpression>();
    for (var axiom : axioms) {
      if (axiom instanceof OWLObjectPropertyAssertionAxiom edge && !anonymous(axiom).isEmpty()) {
        if (edge.getSubject().equals(individual)) {
          end(individual, edge.getObject())
              .map(e -> factory.getOWLObjectSomeValuesFrom(edge.getProperty(), e))
              .ifPresent(edges::add);
        } else if (edge.getObject().equals(individual)) {
          end(individual, edge.getSubject())
              .map(
                  e ->
                      factory.getOWLObjectSomeValuesFrom(
                          edge.getProperty().getInverseProperty(), e))
              .ifPresent(edges::add);
        }
      }
    }
    return edges;
  }

  private Optional<OWLClassExpression> end(OWLIndividual from, OWLIndividual to) {
    if (!isBlank(to)) {
      return isBlank(from) ? Optional.of(factory.getOWLObjectOneOf(to)) : Optional.empty();
    }
    return done.contains(to) ? Optional.empty() : Optional.of(description(to));
  }
}
