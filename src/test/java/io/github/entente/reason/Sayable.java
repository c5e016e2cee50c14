// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static io.github.entente.reason.Oracle.FACTORY;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLDataProperty;
import org.semanticweb.owlapi.model.OWLNamedIndividual;
import org.semanticweb.owlapi.model.OWLObjectProperty;

/** What can be said with the names of a drawn ontology, whether it follows or not. */
record Sayable(RandomOntology drawn) {

  /** Everything but inclusions. */
  List<OWLAxiom> facts() {
    var all = new ArrayList<OWLAxiom>();
    drawn.classes.forEach(c -> all.addAll(types(c)));
    drawn.properties.forEach(p -> all.addAll(values(p)));
    drawn.dataProperties.forEach(d -> all.addAll(values(d)));
    all.addAll(equalities());
    return all;
  }

  List<OWLAxiom> types(OWLClass named) {
    return drawn.individuals.stream()
        .<OWLAxiom>map(i -> FACTORY.getOWLClassAssertionAxiom(named, i))
        .toList();
  }

  List<OWLAxiom> values(OWLObjectProperty property) {
    return drawn.individuals.stream()
        .flatMap(
            i ->
                drawn.individuals.stream()
                    .<OWLAxiom>map(j -> FACTORY.getOWLObjectPropertyAssertionAxiom(property, i, j)))
        .toList();
  }

  List<OWLAxiom> values(OWLDataProperty property) {
    return drawn.individuals.stream()
        .flatMap(
            i ->
                drawn.literals.stream()
                    .<OWLAxiom>map(v -> FACTORY.getOWLDataPropertyAssertionAxiom(property, i, v)))
        .toList();
  }

  List<OWLAxiom> equalities() {
    var all = new ArrayList<OWLAxiom>();
    for (int i = 0; i < drawn.individuals.size(); i++) {
      for (int j = i + 1; j < drawn.individuals.size(); j++) {
        all.add(
            FACTORY.getOWLSameIndividualAxiom(
                List.of(drawn.individuals.get(i), drawn.individuals.get(j))));
      }
    }
    return all;
  }

  /** Each class, and owl:Thing, below each other. */
  List<OWLAxiom> inclusions() {
    var all = new ArrayList<OWLClass>(drawn.classes);
    all.add(FACTORY.getOWLThing());
    return all.stream()
        .flatMap(
            sub ->
                all.stream()
                    .filter(sup -> !sub.equals(sup))
                    .<OWLAxiom>map(sup -> FACTORY.getOWLSubClassOfAxiom(sub, sup)))
        .toList();
  }

  /** Types of expressions, two for each individual; drawn, so other ones with each call. */
  List<OWLAxiom> expressions() {
    return drawn.individuals.stream()
        .flatMap(i -> Stream.of(drawn.expression(), drawn.expression()).map(c -> type(c, i)))
        .toList();
  }

  private static OWLAxiom type(OWLClassExpression c, OWLNamedIndividual i) {
    return FACTORY.getOWLClassAssertionAxiom(c, i);
  }
}
