// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.model.Deadline;
import io.github.entente.reason.models.Models;
import io.github.entente.reason.rules.Closure;
import io.github.entente.reason.rules.Program;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLObjectProperty;
import org.semanticweb.owlapi.reasoner.TimeOutException;

/** Models of symmetric and transitive properties, alone and with what depends on their pairs. */
class EquivalenceModelsTest {
  private static final OWLDataFactory FACTORY = OWLManager.getOWLDataFactory();
  private static final int DRAWN = 150;
  private static final Duration EACH = Duration.ofMillis(500);

  private final OWLObjectProperty near = FACTORY.getOWLObjectProperty("urn:test:near");

  private List<OWLAxiom> drawn(RandomOntology drawn, Random random) {
    var axioms = new ArrayList<>(drawn.axioms);
    axioms.add(FACTORY.getOWLSymmetricObjectPropertyAxiom(near));
    axioms.add(FACTORY.getOWLTransitiveObjectPropertyAxiom(near));
    var one = drawn.classes.get(0);
    var other = drawn.classes.get(1);
    switch (random.nextInt(6)) {
      case 0 -> axioms.add(FACTORY.getOWLObjectPropertyRangeAxiom(near, one));
      case 1 ->
          axioms.add(
              FACTORY.getOWLSubClassOfAxiom(one, FACTORY.getOWLObjectAllValuesFrom(near, other)));
      case 2 ->
          axioms.add(
              FACTORY.getOWLSubClassOfAxiom(FACTORY.getOWLObjectSomeValuesFrom(near, one), other));
      case 3 ->
          axioms.add(
              FACTORY.getOWLSubClassOfAxiom(one, FACTORY.getOWLObjectSomeValuesFrom(near, other)));
      case 4 -> axioms.add(FACTORY.getOWLSubObjectPropertyOfAxiom(near, drawn.properties.get(0)));
      default -> axioms.add(FACTORY.getOWLSubObjectPropertyOfAxiom(drawn.properties.get(0), near));
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      axioms.add(
          FACTORY.getOWLObjectPropertyAssertionAxiom(
              near,
              drawn.individuals.get(random.nextInt(drawn.individuals.size())),
              drawn.individuals.get(random.nextInt(drawn.individuals.size()))));
    }
    return axioms;
  }

  private static boolean consistent(List<OWLAxiom> axioms) {
    try {
      return Oracle.consistent(axioms);
    } catch (IllegalArgumentException | TimeOutException e) {
      return false; // It makes a property that has to be simple composite, or is too hard.
    }
  }

  @Test
  void theyAreModelsAndDenyAllPairsThatRulesShowNotToFollow() {
    int consistent = 0;
    int modelled = 0;
    int open = 0;
    int denied = 0;
    for (long seed = 0; seed < DRAWN; seed++) {
      var drawn = RandomOntology.of(seed);
      var axioms = drawn(drawn, new Random(seed));
      if (!consistent(axioms)) {
        continue;
      }
      consistent++;
      var models = Models.of(axioms, drawn.individuals);
      modelled += models.consistent(Deadline.after(EACH)::passed) ? 1 : 0;
      assertThat(models.rejected()).as("seed %d: proposals that are no models", seed).isZero();
      var program = Program.of(axioms, drawn.individuals, FACTORY);
      var closure = Closure.of(program, FACTORY, () -> false).orElseThrow();
      var pairs = new ArrayList<OWLAxiom>();
      for (var one : drawn.individuals) {
        for (var other : drawn.individuals) {
          var pair = FACTORY.getOWLObjectPropertyAssertionAxiom(near, one, other);
          if (!closure.has(pair)) {
            pairs.add(pair);
          }
        }
      }
      var left = models.open(pairs, Deadline.after(EACH)::passed);
      assertThat(models.rejected()).as("seed %d: proposals that are no models", seed).isZero();
      if (program.beyondRules(List.of(near), closure).isEmpty()) {
        open += pairs.size();
        denied += pairs.size() - left.size();
      }
    }
    System.out.printf(
        "EquivalenceModelsTest: %d of %d modelled, %d of %d pairs denied%n",
        modelled, consistent, denied, open);
    assertThat(consistent).isGreaterThan(DRAWN / 4);
    assertThat(modelled).isGreaterThanOrEqualTo(consistent - 1);
    assertThat(open).isGreaterThan(400);
    assertThat(denied).isGreaterThan(open * 98 / 100);
  }
}
