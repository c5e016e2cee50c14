// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static io.github.entente.reason.Oracle.FACTORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Outcome;
import io.github.entente.reason.rules.Closure;
import io.github.entente.reason.rules.Closure.Derivation;
import io.github.entente.reason.rules.Program;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;

/** Each step of a derivation follows by itself, as a new HermiT sees it. */
class ClosureTest {
  private static final long SEED = 20240404;
  private static final int SAMPLE = 500;
  private static final int BROKEN = 150;
  private static final int DRAWN = 60;
  private static final int CONTINUED = 1000;

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

  private static Set<OWLAxiom> conclusions(Closure closure) {
    return closure.derivations().map(Derivation::conclusion).collect(Collectors.toSet());
  }

  /** A closure that is continued against one that begins anew: the same facts, and as traceable. */
  @Test
  void continuedWithMoreAxiomsItIsTheClosureOfAllTogether() {
    int compared = 0;
    int added = 0;
    for (long seed = 30_000; seed < 30_000 + CONTINUED; seed++) {
      var drawn = RandomOntology.of(seed);
      var more = new ArrayList<OWLAxiom>();
      for (int i = 0; i < 4; i++) {
        var name = FACTORY.getOWLClass(IRI.create(RandomOntology.NS + "more" + i));
        more.add(FACTORY.getOWLSubClassOfAxiom(drawn.expression(), name));
      }
      // Some axioms of the ontology come later too: rules, existentials, equalities.
      var axioms = new ArrayList<>(drawn.axioms);
      Collections.shuffle(axioms, new Random(seed));
      int later = axioms.size() / 4;
      more.addAll(axioms.subList(0, later));
      var before = axioms.subList(later, axioms.size());
      var all = new ArrayList<>(before);
      all.addAll(more);
      var base = Closure.of(Program.of(before, FACTORY), FACTORY, () -> false).orElseThrow();
      long size = base.size();
      var continued = base.with(more, () -> false).orElseThrow();
      var anew = Closure.of(Program.of(all, FACTORY), FACTORY, () -> false).orElseThrow();
      assertThat(conclusions(continued)).as("seed %d", seed).isEqualTo(conclusions(anew));
      assertThat(continued.size()).isEqualTo(anew.size());
      assertThat(continued.contradiction().isPresent())
          .as("seed %d", seed)
          .isEqualTo(anew.contradiction().isPresent());
      assertInOrder(continued.derivations().toList());
      assertThat(base.size()).as("the first is as it was").isEqualTo(size);
      compared++;
      added += continued.size() - size;
    }
    assertThat(compared).isEqualTo(CONTINUED);
    assertThat(added).isGreaterThan(10 * CONTINUED);
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
