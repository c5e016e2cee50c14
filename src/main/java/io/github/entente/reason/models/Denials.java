// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.models;

import java.util.List;
import java.util.stream.IntStream;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLDataPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLObjectPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLSameIndividualAxiom;
import org.semanticweb.owlapi.model.OWLSubClassOfAxiom;

/** Makes facts false that are to be shown not to follow. */
final class Denials {
  private final State state;
  private final Propagation propagation;

  Denials(State state, Propagation propagation) {
    this.state = state;
    this.propagation = propagation;
  }

  /** Makes a fact false; of other axioms, and of individuals without a number, nothing is said. */
  void deny(OWLAxiom fact) {
    var concepts = state.concepts;
    var names = state.names;
    if (fact instanceof OWLClassAssertionAxiom type && known(type.getIndividual())) {
      var concept = concepts.not(concepts.of(type.getClassExpression()));
      propagation.require(concept, node(type.getIndividual()));
    } else if (fact instanceof OWLObjectPropertyAssertionAxiom value
        && known(value.getSubject(), value.getObject())) {
      int role = names.role(value.getProperty());
      if (role != Names.NOTHING) {
        state.forbidEdge(role, node(value.getSubject()), node(value.getObject()));
      }
    } else if (fact instanceof OWLDataPropertyAssertionAxiom value && known(value.getSubject())) {
      int property = names.dataProperty(value.getProperty().asOWLDataProperty());
      if (property != Names.NOTHING) {
        state.forbidDatum(
            property, node(value.getSubject()), names.ranges().number(value.getObject()));
      }
    } else if (fact instanceof OWLSameIndividualAxiom same) {
      var pair = same.getIndividualsAsList();
      if (pair.size() == 2 && known(pair.get(0), pair.get(1))) {
        propagation.differ(node(pair.get(0)), node(pair.get(1)));
      }
    } else if (fact instanceof OWLSubClassOfAxiom inclusion) {
      var sub = concepts.of(inclusion.getSubClass());
      var sup = concepts.of(inclusion.getSuperClass());
      propagation.require(concepts.and(List.of(sub, concepts.not(sup))), propagation.node());
    }
  }

  /** The elements that a fact is about. */
  IntStream nodes(OWLAxiom fact) {
    return fact.individualsInSignature().filter(this::known).mapToInt(this::node);
  }

  private boolean known(OWLIndividual... individuals) {
    for (var individual : individuals) {
      if (!state.names.knows(individual)) {
        return false;
      }
    }
    return true;
  }

  private int node(OWLIndividual individual) {
    return state.find(state.names.node(individual));
  }
}
