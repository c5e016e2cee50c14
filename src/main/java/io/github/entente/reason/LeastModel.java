// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.certificate.Model;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLDataPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLObjectPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLSameIndividualAxiom;

/**
 * A closure as an interpretation: there is nothing but what has a name, and nothing is true but
 * what the rules derive. Where the axioms are rules it is a model, and the least of all; where they
 * are not, the check of the model says so.
 */
final class LeastModel {
  private final Map<OWLIndividual, OWLIndividual> representatives = new HashMap<>();

  private LeastModel() {}

  /** The interpretation of an inhabited closure; linear in it. */
  static Model of(Entailments world) {
    return new LeastModel().build(world);
  }

  private Model build(Entailments world) {
    var facts = world.closure().namedFacts().toList();
    for (var fact : facts) {
      if (fact instanceof OWLSameIndividualAxiom same) {
        var pair = same.getIndividualsAsList();
        var one = representative(pair.get(0));
        var other = representative(pair.get(pair.size() - 1));
        if (!one.equals(other)) {
          representatives.put(other, one);
        }
      }
    }
    var individuals = world.closure().individuals();
    var numbers = numbers(individuals);
    var built = Model.builder(Math.max(1, Set.copyOf(numbers.values()).size()));
    numbers.forEach(built::name);
    for (var fact : facts) {
      if (fact instanceof OWLClassAssertionAxiom type) {
        built.instance(type.getClassExpression().asOWLClass(), numbers.get(type.getIndividual()));
      } else if (fact instanceof OWLObjectPropertyAssertionAxiom edge) {
        built.edge(
            edge.getProperty().asOWLObjectProperty(),
            numbers.get(edge.getSubject()),
            numbers.get(edge.getObject()));
      } else if (fact instanceof OWLDataPropertyAssertionAxiom datum) {
        built.value(
            datum.getProperty().asOWLDataProperty(),
            numbers.get(datum.getSubject()),
            datum.getObject());
      }
    }
    return built.build();
  }

  private Map<OWLIndividual, Integer> numbers(Set<OWLIndividual> individuals) {
    var elements = new HashMap<OWLIndividual, Integer>();
    var numbers = new HashMap<OWLIndividual, Integer>();
    for (var individual : individuals) {
      var representative = representative(individual);
      elements.putIfAbsent(representative, elements.size());
      numbers.put(individual, elements.get(representative));
    }
    return numbers;
  }

  private OWLIndividual representative(OWLIndividual individual) {
    var current = individual;
    while (representatives.containsKey(current)) {
      current = representatives.get(current);
    }
    return current;
  }
}
