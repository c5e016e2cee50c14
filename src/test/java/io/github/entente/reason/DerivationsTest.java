// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static io.github.entente.reason.Oracle.FACTORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.certificate.StepCheck;
import io.github.entente.model.Outcome;
import io.github.entente.reason.rules.Closure;
import io.github.entente.reason.rules.Closure.Derivation;
import io.github.entente.reason.rules.Program;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;

/** The derivations of closures, replayed by the checker that knows nothing of the rules. */
class DerivationsTest {
  private static final int DRAWN = 400;
  private static final int ALTERED = 400;

  private static boolean follows(StepCheck check, Derivation step) {
    return check.follows(step.conclusion(), step.premises(), step.axioms());
  }

  @Test
  void eachStepForTheBundledDataIsReplayed() {
    try (var kb = KnowledgeBase.bundled()) {
      var outcome = kb.entailments(kb.defaultDay(), Duration.ofMinutes(2));
      var world = ((Outcome.Answered<Entailments>) outcome).value();
      var check = StepCheck.of(world.axioms());
      assertThat(world.closure().derivations().filter(step -> !follows(check, step)).limit(5))
          .isEmpty();
    }
  }

  private static Closure closure(RandomOntology drawn) {
    return Closure.of(Program.of(drawn.axioms, FACTORY), FACTORY, () -> false).orElseThrow();
  }

  @Test
  void eachStepForRandomAxiomsIsReplayed() {
    int derived = 0;
    for (long seed = 0; seed < DRAWN; seed++) {
      var drawn = RandomOntology.of(seed);
      var check = StepCheck.of(drawn.axioms);
      for (var step : closure(drawn).derivations().toList()) {
        assertThat(follows(check, step)).as("seed %d: %s", seed, step).isTrue();
        derived += step.premises().isEmpty() ? 0 : 1;
      }
    }
    assertThat(derived).isGreaterThan(3000);
  }

  /** What is accepted of altered steps must follow all the same, as a new HermiT sees it. */
  @Test
  void noStepIsAcceptedThatDoesNotFollow() {
    var random = new Random(1);
    int rejected = 0;
    int accepted = 0;
    for (long seed = 0; accepted + rejected < ALTERED; seed++) {
      var drawn = RandomOntology.of(seed);
      if (!new OWL2DLProfile().checkOntology(drawn.ontology()).getViolations().isEmpty()) {
        continue;
      }
      var check = StepCheck.of(drawn.axioms);
      var steps = closure(drawn).derivations().filter(step -> !step.premises().isEmpty()).toList();
      for (int i = 0; i < 6 && !steps.isEmpty(); i++) {
        var altered = altered(steps.get(random.nextInt(steps.size())), steps, random);
        if (!follows(check, altered)) {
          rejected++;
          continue;
        }
        accepted++;
        var given = Stream.concat(altered.axioms().stream(), altered.premises().stream());
        assertThat(Oracle.entails(given.distinct().toList(), altered.conclusion()))
            .as("seed %d: %s", seed, altered)
            .isTrue();
      }
    }
    assertThat(rejected).isGreaterThan(ALTERED / 2);
    assertThat(accepted).isPositive();
  }

  private static Derivation altered(Derivation step, List<Derivation> steps, Random random) {
    var other = steps.get(random.nextInt(steps.size()));
    var premises = new ArrayList<>(step.premises());
    return switch (random.nextInt(4)) {
      case 0 -> {
        premises.remove(random.nextInt(premises.size()));
        yield new Derivation(step.conclusion(), step.axioms(), premises);
      }
      case 1 -> new Derivation(step.conclusion(), other.axioms(), premises);
      case 2 -> new Derivation(other.conclusion(), step.axioms(), premises);
      default -> {
        premises.set(random.nextInt(premises.size()), other.conclusion());
        yield new Derivation(step.conclusion(), step.axioms(), premises);
      }
    };
  }

  @Test
  void whatIsFunctionalHasAtMostOneValueOfAnyKind() {
    var p = FACTORY.getOWLObjectProperty(RandomOntology.NS + "p");
    var q = FACTORY.getOWLObjectProperty(RandomOntology.NS + "q");
    var datum = FACTORY.getOWLDataProperty(RandomOntology.NS + "d");
    var c = FACTORY.getOWLClass(RandomOntology.NS + "C");
    var a = FACTORY.getOWLNamedIndividual(RandomOntology.NS + "a");
    var functional = FACTORY.getOWLFunctionalObjectPropertyAxiom(p);
    var inverse = FACTORY.getOWLInverseFunctionalObjectPropertyAxiom(p);
    var functionalDatum = FACTORY.getOWLFunctionalDataPropertyAxiom(datum);
    var check = StepCheck.of(List.of());
    record Case(OWLClassExpression bound, OWLAxiom axiom) {}
    var right =
        List.of(
            new Case(FACTORY.getOWLObjectMaxCardinality(1, p, c), functional),
            new Case(FACTORY.getOWLObjectMaxCardinality(3, p), functional),
            new Case(FACTORY.getOWLObjectMaxCardinality(1, p.getInverseProperty(), c), inverse),
            new Case(FACTORY.getOWLDataMaxCardinality(1, datum), functionalDatum));
    var wrong =
        List.of(
            new Case(FACTORY.getOWLObjectMaxCardinality(0, p, c), functional),
            new Case(FACTORY.getOWLObjectMaxCardinality(1, q, c), functional),
            new Case(FACTORY.getOWLObjectMinCardinality(1, p, c), functional),
            new Case(FACTORY.getOWLObjectMaxCardinality(1, p, c), inverse),
            new Case(FACTORY.getOWLDataMaxCardinality(0, datum), functionalDatum));
    for (var one : right) {
      var fact = FACTORY.getOWLClassAssertionAxiom(one.bound(), a);
      assertThat(check.follows(fact, List.of(), List.of(one.axiom()))).as("%s", one).isTrue();
      assertThat(Oracle.entails(List.of(one.axiom()), fact)).as("%s", one).isTrue();
    }
    for (var one : wrong) {
      var fact = FACTORY.getOWLClassAssertionAxiom(one.bound(), a);
      assertThat(check.follows(fact, List.of(), List.of(one.axiom()))).as("%s", one).isFalse();
      assertThat(Oracle.entails(List.of(one.axiom()), fact)).as("%s", one).isFalse();
    }
  }

  /** One law after the other, each with what is one word off. */
  @Test
  void eachLawWantsAllOfItsPremises() {
    var p = FACTORY.getOWLObjectProperty(RandomOntology.NS + "p");
    var q = FACTORY.getOWLObjectProperty(RandomOntology.NS + "q");
    var c = FACTORY.getOWLClass(RandomOntology.NS + "C");
    var d = FACTORY.getOWLClass(RandomOntology.NS + "D");
    var a = FACTORY.getOWLNamedIndividual(RandomOntology.NS + "a");
    var b = FACTORY.getOWLNamedIndividual(RandomOntology.NS + "b");
    var e = FACTORY.getOWLNamedIndividual(RandomOntology.NS + "e");
    var check = StepCheck.of(List.of());
    OWLAxiom ac = FACTORY.getOWLClassAssertionAxiom(c, a);
    OWLAxiom bc = FACTORY.getOWLClassAssertionAxiom(c, b);
    OWLAxiom pab = FACTORY.getOWLObjectPropertyAssertionAxiom(p, a, b);
    OWLAxiom pba = FACTORY.getOWLObjectPropertyAssertionAxiom(p, b, a);
    OWLAxiom pae = FACTORY.getOWLObjectPropertyAssertionAxiom(p, a, e);
    OWLAxiom qbe = FACTORY.getOWLObjectPropertyAssertionAxiom(q, b, e);
    OWLAxiom same = FACTORY.getOWLSameIndividualAxiom(b, e);
    var notC = FACTORY.getOWLObjectComplementOf(c);
    var or = FACTORY.getOWLObjectUnionOf(c, d);
    var two = FACTORY.getOWLObjectMinCardinality(2, p, FACTORY.getOWLThing());
    record Law(OWLAxiom axiom, List<OWLAxiom> premises, OWLAxiom conclusion) {}
    var laws =
        List.of(
            new Law(
                FACTORY.getOWLSubClassOfAxiom(c, d),
                List.of(ac),
                FACTORY.getOWLClassAssertionAxiom(d, a)),
            new Law(
                FACTORY.getOWLDisjointClassesAxiom(c, d),
                List.of(ac),
                FACTORY.getOWLClassAssertionAxiom(FACTORY.getOWLObjectComplementOf(d), a)),
            new Law(
                FACTORY.getOWLSubClassOfAxiom(FACTORY.getOWLThing(), or),
                List.of(FACTORY.getOWLClassAssertionAxiom(notC, a)),
                FACTORY.getOWLClassAssertionAxiom(d, a)),
            new Law(
                FACTORY.getOWLSubPropertyChainOfAxiom(List.of(p, q), p), List.of(pab, qbe), pae),
            new Law(FACTORY.getOWLFunctionalObjectPropertyAxiom(p), List.of(pab, pae), same),
            new Law(
                FACTORY.getOWLDifferentIndividualsAxiom(b, e),
                List.of(pab, pae),
                FACTORY.getOWLClassAssertionAxiom(two, a)),
            new Law(FACTORY.getOWLSymmetricObjectPropertyAxiom(p), List.of(pab), pba),
            new Law(FACTORY.getOWLObjectPropertyRangeAxiom(p, c), List.of(pab), bc),
            new Law(
                FACTORY.getOWLHasKeyAxiom(c, p),
                List.of(
                    bc,
                    FACTORY.getOWLClassAssertionAxiom(c, e),
                    pba,
                    FACTORY.getOWLObjectPropertyAssertionAxiom(p, e, a)),
                same));
    for (var law : laws) {
      assertThat(check.follows(law.conclusion(), law.premises(), List.of(law.axiom())))
          .as("%s", law)
          .isTrue();
      assertThat(law.axiom().isOfType(AxiomType.CLASS_ASSERTION)).isFalse();
      assertThat(check.follows(law.conclusion(), law.premises(), List.of()))
          .as("without its axiom: %s", law)
          .isFalse();
      for (int i = 0; i < law.premises().size(); i++) {
        var fewer = new ArrayList<>(law.premises());
        fewer.remove(i);
        assertThat(check.follows(law.conclusion(), fewer, List.of(law.axiom())))
            .as("without premise %d: %s", i, law)
            .isFalse();
      }
    }
  }
}
