// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Outcome;
import io.github.entente.reason.rules.Closure.Derivation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;

/** Each step of a derivation follows by itself, as a new HermiT sees it. */
class ClosureTest {
  private static final long SEED = 20240404;
  private static final int SAMPLE = 500;
  private static final int BROKEN = 150;
  private static final int DRAWN = 60;

  private static List<Derivation> bundled;
  private static Set<OWLAxiom> axioms;

  @BeforeAll
  static void closeTheBundledSnapshot() {
    try (var kb = KnowledgeBase.bundled()) {
      var entailments = entailments(kb).orElseThrow();
      bundled = entailments.closure().derivations().toList();
      axioms = entailments.axioms();
    }
  }

  private static Optional<Entailments> entailments(KnowledgeBase kb) {
    var outcome = kb.entailments(kb.defaultDay(), Duration.ofMinutes(2));
    return outcome instanceof Outcome.Answered<Entailments> answered
        ? Optional.of(answered.value())
        : Optional.empty();
  }

  private static List<OWLAxiom> given(Derivation step) {
    return Stream.concat(step.axioms().stream(), step.premises().stream()).distinct().toList();
  }

  private static boolean asserted(Derivation step) {
    return step.premises().isEmpty() && step.axioms().equals(List.of(step.conclusion()));
  }

  private static void assertFollows(Derivation step) {
    assertThat(Oracle.entails(given(step), step.conclusion())).as(step.toString()).isTrue();
  }

  @Test
  void premisesComeBeforeWhatIsDerivedFromThem() {
    assertInOrder(bundled);
    assertThat(bundled).hasSizeGreaterThan(10_000);
  }

  private static void assertInOrder(List<Derivation> steps) {
    var seen = new HashSet<OWLAxiom>();
    for (var step : steps) {
      assertThat(seen.containsAll(step.premises())).as(step.toString()).isTrue();
      seen.add(step.conclusion());
    }
  }

  @Test
  void axiomsOfTheDerivationsAreTheSnapshots() {
    assertThat(bundled).allMatch(step -> axioms.containsAll(step.axioms()));
  }

  @Test
  void eachAxiomIsAppliedAsHermitWouldApplyIt() {
    var applied = new HashSet<OWLAxiom>();
    int checked = 0;
    for (var step : bundled) {
      if (!asserted(step) && applied.addAll(step.axioms())) {
        assertFollows(step);
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(100);
  }

  @Test
  void aSampleOfStepsFollows() {
    sample(bundled, SAMPLE).forEach(ClosureTest::assertFollows);
  }

  private static List<Derivation> sample(List<Derivation> steps, int size) {
    var drawn = new ArrayList<>(steps.stream().filter(step -> !asserted(step)).toList());
    Collections.shuffle(drawn, new Random(SEED));
    return drawn.subList(0, Math.min(size, drawn.size()));
  }

  @Test
  void noStepStandsWithoutOneOfItsAxiomsAndPremises() {
    int broken = 0;
    for (var step : sample(bundled, BROKEN)) {
      for (var needed : given(step)) {
        if (isThing(needed)) {
          continue;
        }
        var rest = new ArrayList<>(given(step));
        rest.remove(needed);
        assertThat(Oracle.entails(rest, step.conclusion()))
            .as("%s without %s", step, needed)
            .isFalse();
        broken++;
      }
    }
    assertThat(broken).isGreaterThan(BROKEN);
  }

  private static boolean isThing(OWLAxiom axiom) {
    return axiom instanceof OWLClassAssertionAxiom type && type.getClassExpression().isOWLThing();
  }

  @Test
  void eachStepFollowsInOntologiesDrawnAtRandom() {
    int checked = 0;
    for (long seed = 10_000; seed < 10_000 + DRAWN; seed++) {
      var drawn = RandomOntology.of(seed);
      if (!new OWL2DLProfile().checkOntology(drawn.ontology()).getViolations().isEmpty()) {
        continue;
      }
      try (var kb =
          KnowledgeBase.builder()
              .document(RandomOntology.NS + "graph", "drawn.ttl", drawn.turtle())
              .build()) {
        var steps = entailments(kb).map(e -> e.closure().derivations().toList()).orElse(List.of());
        assertInOrder(steps);
        for (var step : steps) {
          if (!asserted(step) && !isThing(step.conclusion())) {
            assertThat(Oracle.entails(given(step), step.conclusion()))
                .as("seed %d: %s", seed, step)
                .isTrue();
            checked++;
          }
        }
      }
    }
    assertThat(checked).isGreaterThan(400);
  }
}
