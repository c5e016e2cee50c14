// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static io.github.entente.reason.Oracle.FACTORY;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLDataProperty;
import org.semanticweb.owlapi.model.OWLNamedIndividual;
import org.semanticweb.owlapi.model.OWLObjectProperty;
import org.semanticweb.owlapi.vocab.OWLFacet;

/** Small ontologies that are hard on purpose, each in one way, drawn at random. */
final class Adversary {
  private static final String NS = "http://example.org/";

  /** In which way. */
  enum Way {
    DISJUNCTIVE,
    CARDINALITY,
    NOMINAL,
    CHAIN,
    DATATYPE
  }

  private final SplittableRandom random;
  final List<OWLClass> classes = IntStream.range(0, 6).mapToObj(Adversary::named).toList();
  final List<OWLNamedIndividual> individuals =
      IntStream.range(0, 7)
          .mapToObj(i -> FACTORY.getOWLNamedIndividual(IRI.create(NS + "i" + i)))
          .toList();

  /** The last two are above chains or transitive where there are chains. */
  final List<OWLObjectProperty> properties =
      IntStream.range(0, 4)
          .mapToObj(i -> FACTORY.getOWLObjectProperty(IRI.create(NS + "p" + i)))
          .toList();

  private final OWLDataProperty datum = FACTORY.getOWLDataProperty(IRI.create(NS + "d"));
  final Set<OWLAxiom> axioms = new LinkedHashSet<>();

  private Adversary(long seed) {
    random = new SplittableRandom(seed);
  }

  static Adversary of(Way way, long seed) {
    var drawn = new Adversary(seed * Way.values().length + way.ordinal());
    // More than a few bounds on values contradict each other.
    for (int i = 0; i < (way == Way.DATATYPE ? 5 : 9); i++) {
      switch (way) {
        case DISJUNCTIVE -> drawn.disjunctive();
        case CARDINALITY -> drawn.counting();
        case NOMINAL -> drawn.nominal();
        case CHAIN -> drawn.chain();
        case DATATYPE -> drawn.datatype();
      }
    }
    drawn.facts(way);
    return drawn;
  }

  private static OWLClass named(int number) {
    return FACTORY.getOWLClass(IRI.create(NS + "C" + number));
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private OWLClass c() {
    return one(classes);
  }

  private OWLObjectProperty simple() {
    return properties.get(random.nextInt(2));
  }

  private OWLClassExpression literal() {
    var named = c();
    return random.nextInt(3) == 0 ? named.getObjectComplementOf() : named;
  }

  private OWLClassExpression or() {
    return FACTORY.getOWLObjectUnionOf(literal(), literal(), literal());
  }

  private void included(OWLClassExpression sub, OWLClassExpression sup) {
    axioms.add(FACTORY.getOWLSubClassOfAxiom(sub, sup));
  }

  private void disjunctive() {
    var p = simple();
    switch (random.nextInt(6)) {
      case 0 -> included(c(), or());
      case 1 -> included(c(), FACTORY.getOWLObjectSomeValuesFrom(p, or()));
      case 2 -> included(c(), FACTORY.getOWLObjectAllValuesFrom(p, or()));
      case 3 ->
          // By cases: one of the values of a value is the last that is one.
          axioms.add(
              FACTORY.getOWLEquivalentClassesAxiom(
                  c(),
                  FACTORY.getOWLObjectSomeValuesFrom(
                      p,
                      FACTORY.getOWLObjectIntersectionOf(
                          c(), FACTORY.getOWLObjectSomeValuesFrom(p, literal())))));
      case 4 -> included(c(), c().getObjectComplementOf());
      default -> axioms.add(FACTORY.getOWLClassAssertionAxiom(or(), one(individuals)));
    }
  }

  private void counting() {
    var p = simple();
    int n = 1 + random.nextInt(3);
    switch (random.nextInt(7)) {
      case 0 -> included(c(), FACTORY.getOWLObjectMinCardinality(n, p, c()));
      case 1 -> included(c(), FACTORY.getOWLObjectMaxCardinality(n, p, c()));
      case 2 -> included(c(), FACTORY.getOWLObjectMaxCardinality(n, p));
      case 3 -> included(FACTORY.getOWLObjectMinCardinality(n, p, c()), c());
      case 4 -> included(FACTORY.getOWLObjectMaxCardinality(n - 1, p, c()), literal());
      case 5 -> included(c(), FACTORY.getOWLObjectExactCardinality(n, p.getInverseProperty(), c()));
      default ->
          axioms.add(
              FACTORY.getOWLDifferentIndividualsAxiom(
                  individuals.get(random.nextInt(3)), individuals.get(3 + random.nextInt(4))));
    }
  }

  private void nominal() {
    var some = FACTORY.getOWLObjectOneOf(one(individuals), one(individuals), one(individuals));
    switch (random.nextInt(6)) {
      case 0 -> axioms.add(FACTORY.getOWLEquivalentClassesAxiom(c(), some));
      case 1 -> included(c(), some);
      case 2 -> included(c(), FACTORY.getOWLObjectSomeValuesFrom(simple(), some));
      case 3 -> included(FACTORY.getOWLObjectHasValue(simple(), one(individuals)), literal());
      case 4 -> included(c(), FACTORY.getOWLObjectAllValuesFrom(simple(), some));
      default ->
          axioms.add(
              FACTORY.getOWLDifferentIndividualsAxiom(
                  individuals.get(random.nextInt(3)), individuals.get(3 + random.nextInt(4))));
    }
  }

  private void chain() {
    var composed = properties.get(2 + random.nextInt(2));
    switch (random.nextInt(7)) {
      case 0 ->
          axioms.add(
              FACTORY.getOWLSubPropertyChainOfAxiom(
                  List.of(simple(), simple()), properties.get(2)));
      case 1 -> axioms.add(FACTORY.getOWLTransitiveObjectPropertyAxiom(properties.get(3)));
      case 2 -> axioms.add(FACTORY.getOWLSubObjectPropertyOfAxiom(simple(), composed));
      case 3 -> included(c(), FACTORY.getOWLObjectAllValuesFrom(composed, literal()));
      case 4 -> included(FACTORY.getOWLObjectSomeValuesFrom(composed, literal()), c());
      case 5 -> included(c(), FACTORY.getOWLObjectSomeValuesFrom(simple(), c()));
      default -> included(c(), or());
    }
  }

  private void datatype() {
    int bound = random.nextInt(6);
    var below =
        FACTORY.getOWLDatatypeRestriction(
            FACTORY.getIntegerOWLDatatype(), OWLFacet.MAX_EXCLUSIVE, FACTORY.getOWLLiteral(bound));
    var above =
        FACTORY.getOWLDatatypeRestriction(
            FACTORY.getIntegerOWLDatatype(), OWLFacet.MIN_INCLUSIVE, FACTORY.getOWLLiteral(bound));
    var values =
        FACTORY.getOWLDataOneOf(FACTORY.getOWLLiteral(bound), FACTORY.getOWLLiteral(bound + 1));
    switch (random.nextInt(7)) {
      case 0 -> included(FACTORY.getOWLDataSomeValuesFrom(datum, below), literal());
      case 1 -> included(FACTORY.getOWLDataSomeValuesFrom(datum, above), literal());
      case 2 -> included(c(), FACTORY.getOWLDataSomeValuesFrom(datum, below));
      case 3 -> included(c(), FACTORY.getOWLDataAllValuesFrom(datum, above));
      case 4 -> included(c(), FACTORY.getOWLDataSomeValuesFrom(datum, values));
      case 5 -> included(c(), FACTORY.getOWLDataMaxCardinality(1, datum));
      default -> included(FACTORY.getOWLDataMinCardinality(2, datum), literal());
    }
  }

  private void facts(Way way) {
    for (int i = 0; i < 8; i++) {
      axioms.add(FACTORY.getOWLClassAssertionAxiom(c(), one(individuals)));
      axioms.add(
          FACTORY.getOWLObjectPropertyAssertionAxiom(simple(), one(individuals), one(individuals)));
      if (way == Way.DATATYPE && i % 2 == 0) {
        axioms.add(
            FACTORY.getOWLDataPropertyAssertionAxiom(
                datum, one(individuals), FACTORY.getOWLLiteral(random.nextInt(6))));
      }
    }
  }

  /** Types and pairs that are not stated. */
  List<OWLAxiom> candidates() {
    var candidates = new ArrayList<OWLAxiom>();
    for (var one : individuals) {
      classes.forEach(c -> candidates.add(FACTORY.getOWLClassAssertionAxiom(c, one)));
      for (var other : individuals) {
        properties.forEach(
            p -> candidates.add(FACTORY.getOWLObjectPropertyAssertionAxiom(p, one, other)));
      }
    }
    candidates.removeAll(axioms);
    return candidates;
  }
}
