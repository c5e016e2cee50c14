// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import static io.github.entente.certificate.Draw.F;
import static io.github.entente.certificate.Draw.NS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.entente.model.EntenteException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.ClassExpressionType;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.vocab.OWL2Datatype;

/** The evaluator of axioms in models, against the semantics' tables read off one by one. */
class EvaluatorTest {
  private static final Set<AxiomType<?>> KINDS =
      Set.of(
          AxiomType.SUBCLASS_OF,
          AxiomType.EQUIVALENT_CLASSES,
          AxiomType.DISJOINT_CLASSES,
          AxiomType.DISJOINT_UNION,
          AxiomType.SUB_OBJECT_PROPERTY,
          AxiomType.SUB_PROPERTY_CHAIN_OF,
          AxiomType.EQUIVALENT_OBJECT_PROPERTIES,
          AxiomType.DISJOINT_OBJECT_PROPERTIES,
          AxiomType.INVERSE_OBJECT_PROPERTIES,
          AxiomType.OBJECT_PROPERTY_DOMAIN,
          AxiomType.OBJECT_PROPERTY_RANGE,
          AxiomType.FUNCTIONAL_OBJECT_PROPERTY,
          AxiomType.INVERSE_FUNCTIONAL_OBJECT_PROPERTY,
          AxiomType.REFLEXIVE_OBJECT_PROPERTY,
          AxiomType.IRREFLEXIVE_OBJECT_PROPERTY,
          AxiomType.SYMMETRIC_OBJECT_PROPERTY,
          AxiomType.ASYMMETRIC_OBJECT_PROPERTY,
          AxiomType.TRANSITIVE_OBJECT_PROPERTY,
          AxiomType.SUB_DATA_PROPERTY,
          AxiomType.EQUIVALENT_DATA_PROPERTIES,
          AxiomType.DISJOINT_DATA_PROPERTIES,
          AxiomType.DATA_PROPERTY_DOMAIN,
          AxiomType.DATA_PROPERTY_RANGE,
          AxiomType.FUNCTIONAL_DATA_PROPERTY,
          AxiomType.HAS_KEY,
          AxiomType.SAME_INDIVIDUAL,
          AxiomType.DIFFERENT_INDIVIDUALS,
          AxiomType.CLASS_ASSERTION,
          AxiomType.OBJECT_PROPERTY_ASSERTION,
          AxiomType.NEGATIVE_OBJECT_PROPERTY_ASSERTION,
          AxiomType.DATA_PROPERTY_ASSERTION,
          AxiomType.NEGATIVE_DATA_PROPERTY_ASSERTION);

  @Test
  void everyKindOfAxiomHoldsJustWhereTheTablesSaySo() {
    var seen = new HashMap<AxiomType<?>, Set<Boolean>>();
    for (long seed = 0; seed < 800; seed++) {
      var draw = new Draw(seed);
      var naive = draw.interpretation();
      var definition =
          F.getOWLDatatypeDefinitionAxiom(Draw.OWN, F.getOWLDataComplementOf(draw.range(0)));
      boolean circular = definition.getDataRange().toString().contains(Draw.OWN.toString());
      var range = circular ? F.getOWLDatatype(OWL2Datatype.XSD_INTEGER) : definition.getDataRange();
      naive.definitions.put(Draw.OWN, range);
      var evaluator =
          Evaluator.of(naive.model(), List.of(F.getOWLDatatypeDefinitionAxiom(Draw.OWN, range)));
      for (int i = 0; i < 40; i++) {
        var axiom = draw.axiom();
        boolean expected = naive.holds(axiom);
        assertThat(evaluator.holds(axiom)).as("seed %d: %s", seed, axiom).isEqualTo(expected);
        seen.computeIfAbsent(axiom.getAxiomType(), k -> new HashSet<>()).add(expected);
      }
    }
    assertThat(seen.keySet()).isEqualTo(KINDS);
    assertThat(seen.values()).allMatch(both -> both.size() == 2);
  }

  @Test
  void everyKindOfExpressionHasJustTheElementsThatTheTablesSay() {
    var seen = new HashMap<ClassExpressionType, Set<Boolean>>();
    for (long seed = 0; seed < 800; seed++) {
      var draw = new Draw(seed);
      var naive = draw.interpretation();
      naive.definitions.put(Draw.OWN, F.getOWLDatatype(OWL2Datatype.XSD_INTEGER));
      var evaluator =
          Evaluator.of(
              naive.model(),
              List.of(
                  F.getOWLDatatypeDefinitionAxiom(
                      Draw.OWN, F.getOWLDatatype(OWL2Datatype.XSD_INTEGER))));
      for (int i = 0; i < 20; i++) {
        OWLClassExpression expression = draw.expression(3);
        var expected =
            IntStream.range(0, naive.size).filter(x -> naive.in(expression, x)).boxed().toList();
        assertThat(evaluator.instances(expression).stream().boxed())
            .as("seed %d: %s", seed, expression)
            .containsExactlyElementsOf(expected);
        seen.computeIfAbsent(expression.getClassExpressionType(), k -> new HashSet<>())
            .add(expected.isEmpty());
      }
    }
    assertThat(seen).hasSize(ClassExpressionType.values().length);
    seen.remove(ClassExpressionType.OBJECT_ONE_OF); // never empty
    assertThat(seen.values()).allMatch(both -> both.size() == 2);
  }

  /** Other ways to say the same; the two sides take different ways through the evaluator. */
  @Test
  void axiomsThatSayTheSameHoldTogether() {
    for (long seed = 0; seed < 500; seed++) {
      var draw = new Draw(seed);
      var evaluator = Evaluator.of(draw.interpretation().model(), List.of(own()));
      var c = draw.expression(2);
      var d = draw.expression(2);
      var p = draw.property();
      var thing = F.getOWLThing();
      Map<OWLAxiom, OWLAxiom> same =
          Map.of(
              F.getOWLSubClassOfAxiom(c, d),
                  F.getOWLSubClassOfAxiom(
                      F.getOWLObjectIntersectionOf(List.of(c, F.getOWLObjectComplementOf(d))),
                      F.getOWLNothing()),
              F.getOWLObjectPropertyDomainAxiom(p, c),
                  F.getOWLSubClassOfAxiom(F.getOWLObjectSomeValuesFrom(p, thing), c),
              F.getOWLObjectPropertyRangeAxiom(p, c),
                  F.getOWLSubClassOfAxiom(thing, F.getOWLObjectAllValuesFrom(p, c)),
              F.getOWLFunctionalObjectPropertyAxiom(p),
                  F.getOWLSubClassOfAxiom(thing, F.getOWLObjectMaxCardinality(1, p)),
              F.getOWLReflexiveObjectPropertyAxiom(p),
                  F.getOWLSubClassOfAxiom(thing, F.getOWLObjectHasSelf(p)),
              F.getOWLTransitiveObjectPropertyAxiom(p),
                  F.getOWLSubPropertyChainOfAxiom(List.of(p, p), p),
              F.getOWLSymmetricObjectPropertyAxiom(p),
                  F.getOWLSubObjectPropertyOfAxiom(p, p.getInverseProperty()));
      same.forEach(
          (one, other) ->
              assertThat(evaluator.holds(one))
                  .as("%s and %s", one, other)
                  .isEqualTo(evaluator.holds(other)));
    }
  }

  private static OWLAxiom own() {
    return F.getOWLDatatypeDefinitionAxiom(Draw.OWN, F.getOWLDatatype(OWL2Datatype.XSD_INTEGER));
  }

  @Test
  void namesMayBePutOtherwise() {
    for (long seed = 0; seed < 300; seed++) {
      var draw = new Draw(seed);
      var naive = draw.interpretation();
      var turned = new Naive(naive.size, Draw.LITERALS);
      int last = naive.size - 1;
      naive.names.forEach((i, x) -> turned.names.put(i, last - x));
      naive.classes.forEach(
          (c, set) ->
              turned.classes.put(c, new HashSet<>(set.stream().map(x -> last - x).toList())));
      naive.edges.forEach(
          (p, set) ->
              turned.edges.put(
                  p,
                  new HashSet<>(
                      set.stream().map(e -> List.of(last - e.get(0), last - e.get(1))).toList())));
      naive.values.forEach(
          (d, set) ->
              turned.values.put(
                  d,
                  new HashSet<>(
                      set.stream()
                          .map(v -> List.of(last - (Integer) v.get(0), v.get(1)))
                          .toList())));
      for (int i = 0; i < 20; i++) {
        var axiom = draw.axiom();
        assertThat(Evaluator.violated(turned.model(), List.of(own(), axiom)))
            .as("seed %d", seed)
            .isEqualTo(Evaluator.violated(naive.model(), List.of(own(), axiom)));
      }
    }
  }

  @Test
  void anyOtherKindOfAxiomIsNotSaidToHold() {
    var rule = F.getSWRLRule(List.of(), List.of());
    var model = Model.builder(1).build();
    assertThat(Evaluator.violated(model, List.of(rule))).contains(rule);
    assertThat(Evaluator.allViolated(model, List.of(rule, rule))).hasSize(2);
    assertThat(
            Evaluator.violated(model, List.of(F.getOWLDeclarationAxiom(F.getOWLClass(NS + "C")))))
        .isEmpty();
  }

  @Test
  void whatStandsForNothingIsToldOf() {
    var model = Model.builder(1).name(F.getOWLNamedIndividual(NS + "a"), 0).build();
    var evaluator = Evaluator.of(model, List.of());
    var d = F.getOWLDataProperty(NS + "d");
    assertThatThrownBy(
            () ->
                evaluator.holds(
                    F.getOWLClassAssertionAxiom(
                        F.getOWLThing(), F.getOWLNamedIndividual(NS + "b"))))
        .isInstanceOf(EntenteException.class)
        .hasMessageContaining(NS + "b");
    assertThatThrownBy(
            () ->
                evaluator.holds(
                    F.getOWLDataPropertyAssertionAxiom(
                        d,
                        F.getOWLNamedIndividual(NS + "a"),
                        F.getOWLLiteral("x", OWL2Datatype.XSD_INTEGER))))
        .isInstanceOf(EntenteException.class)
        .hasMessageContaining("x");
    assertThatThrownBy(
            () ->
                evaluator.instances(
                    F.getOWLDataSomeValuesFrom(F.getOWLTopDataProperty(), F.getTopDatatype())))
        .isInstanceOf(EntenteException.class)
        .hasMessageContaining("topDataProperty");
    assertThatThrownBy(() -> Model.builder(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Model.builder(2).instance(F.getOWLThing(), 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDatatypeHasOneDefinition() {
    var integer = F.getOWLDatatype(OWL2Datatype.XSD_INTEGER);
    var one = F.getOWLDatatypeDefinitionAxiom(Draw.OWN, integer);
    var other = F.getOWLDatatypeDefinitionAxiom(Draw.OWN, F.getOWLDataComplementOf(integer));
    var builtIn = F.getOWLDatatypeDefinitionAxiom(integer, F.getTopDatatype());
    var model = Model.builder(1).build();
    assertThat(Evaluator.allViolated(model, List.of(one, other, builtIn)))
        .containsExactly(other, builtIn);
  }

  /** An equivalence relation is kept as its classes, so that millions of pairs are checked. */
  @Test
  void anEquivalenceRelationOfMillionsOfPairsIsCheckedAtOnce() {
    var p = F.getOWLObjectProperty(NS + "p");
    var built = Model.builder(4000);
    for (int half = 0; half < 2; half++) {
      var members = IntStream.range(half * 2000, half * 2000 + 2000).toArray();
      for (int member : members) {
        built.row(p, member, members);
      }
    }
    var model = built.build();
    assertThat(model.relation(p).size()).isEqualTo(8_000_000L);
    assertThat(model.relation(p).rows()).hasNumberOfRows(2);
    long start = System.nanoTime();
    List<OWLAxiom> axioms =
        List.of(
            F.getOWLTransitiveObjectPropertyAxiom(p),
            F.getOWLSymmetricObjectPropertyAxiom(p),
            F.getOWLReflexiveObjectPropertyAxiom(p),
            F.getOWLSubPropertyChainOfAxiom(List.of(p, p, p), p));
    assertThat(Evaluator.allViolated(model, axioms)).isEmpty();
    assertThat((System.nanoTime() - start) / 1e9).isCloseTo(0, within(5.0));
    var broken = built.edge(p, 0, 3999).build();
    assertThat(Evaluator.allViolated(broken, axioms))
        .containsExactly(axioms.get(0), axioms.get(1), axioms.get(3));
  }
}
