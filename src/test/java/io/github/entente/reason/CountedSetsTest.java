// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static io.github.entente.reason.Oracle.FACTORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.certificate.Evaluator;
import io.github.entente.certificate.Model;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLNamedIndividual;
import org.semanticweb.owlapi.model.OWLObjectProperty;

/**
 * Sets counted by functions between them, as the W3C's cases 908 to 910 of description logic do it.
 * Case 909 is listed there as inconsistent. It says that whatever has values of {@code f} to {@code
 * only} is finite, and that {@code only}, which is {@code d} alone, is all that has at most so many
 * values backwards; but not that there is anything finite. HermiT runs out of memory over its
 * thousand million; the number takes no part in the argument, so that it is smaller here.
 */
class CountedSetsTest {
  private static final OWLObjectProperty P = property("p");
  private static final OWLObjectProperty Q = property("q");
  private static final OWLObjectProperty R = property("r");
  private static final OWLObjectProperty F = property("f");
  private static final OWLClass ONLY = named("only");
  private static final OWLClass FINITE = named("finite");
  private static final OWLClass N = named("n");
  private static final OWLClass NM = named("nm");
  private static final OWLNamedIndividual D =
      FACTORY.getOWLNamedIndividual(RandomOntology.NS + "d");

  private static OWLObjectProperty property(String name) {
    return FACTORY.getOWLObjectProperty(RandomOntology.NS + name);
  }

  private static OWLClass named(String name) {
    return FACTORY.getOWLClass(RandomOntology.NS + name);
  }

  private static List<OWLAxiom> axioms(int most) {
    var axioms = new ArrayList<OWLAxiom>();
    function(P, N, FINITE, axioms);
    function(Q, NM, N, axioms);
    function(R, NM, FINITE, axioms);
    function(F, FINITE, ONLY, axioms);
    same(ONLY, FACTORY.getOWLObjectOneOf(D), axioms);
    same(ONLY, FACTORY.getOWLObjectMaxCardinality(most, F.getInverseProperty()), axioms);
    same(FINITE, FACTORY.getOWLObjectExactCardinality(2, P.getInverseProperty()), axioms);
    same(FINITE, FACTORY.getOWLObjectExactCardinality(5, R.getInverseProperty()), axioms);
    same(FINITE, FACTORY.getOWLObjectSomeValuesFrom(F, ONLY), axioms);
    same(N, FACTORY.getOWLObjectSomeValuesFrom(P, FINITE), axioms);
    same(N, FACTORY.getOWLObjectExactCardinality(3, Q.getInverseProperty()), axioms);
    same(NM, FACTORY.getOWLObjectSomeValuesFrom(Q, N), axioms);
    same(NM, FACTORY.getOWLObjectSomeValuesFrom(R, FINITE), axioms);
    return axioms;
  }

  private static void function(
      OWLObjectProperty property, OWLClass from, OWLClass to, List<OWLAxiom> axioms) {
    axioms.add(FACTORY.getOWLFunctionalObjectPropertyAxiom(property));
    axioms.add(FACTORY.getOWLObjectPropertyDomainAxiom(property, from));
    axioms.add(FACTORY.getOWLObjectPropertyRangeAxiom(property, to));
  }

  private static void same(OWLClass one, OWLClassExpression other, List<OWLAxiom> axioms) {
    axioms.add(FACTORY.getOWLEquivalentClassesAxiom(one, other));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1_000_000_000})
  void oneElementAloneIsAModel(int most) {
    var model = Model.builder(1).name(D, 0).instance(ONLY, 0).build();
    assertThat(Evaluator.allViolated(model, axioms(most))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void hermitSeesNoContradictionEither(int most) {
    assertThat(Oracle.consistent(axioms(most))).isTrue();
  }

  /** Any other element would have to be in {@code only}, as it has no values backwards. */
  @Test
  void everyModelIsThatOne() {
    var axioms = axioms(2);
    assertThat(Oracle.entails(axioms, FACTORY.getOWLSubClassOfAxiom(FACTORY.getOWLThing(), ONLY)))
        .isTrue();
    assertThat(
            Oracle.entails(axioms, FACTORY.getOWLSubClassOfAxiom(FINITE, FACTORY.getOWLNothing())))
        .isTrue();
  }

  /** With something finite it is what the case wants to be. */
  @Test
  void withSomethingFiniteThereIsNone() {
    var axioms = axioms(1);
    axioms.add(
        FACTORY.getOWLClassAssertionAxiom(
            FINITE, FACTORY.getOWLNamedIndividual(RandomOntology.NS + "some")));
    assertThat(Oracle.consistent(axioms)).isFalse();
  }
}
