// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.certificate.StepCheck;
import io.github.entente.reason.RandomOntology;
import io.github.entente.reason.rules.Closure.Derivation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLObjectProperty;

/** Pairs kept as classes are the pairs that would be written out, with derivations. */
class EquivalenceTest {
  private static final OWLDataFactory FACTORY = OWLManager.getOWLDataFactory();
  private static final int DRAWN = 400;
  private static final int ALWAYS = -1;
  private static final int NEVER = Integer.MAX_VALUE;

  private final OWLObjectProperty near = FACTORY.getOWLObjectProperty("urn:test:near");

  /** A random ontology with a symmetric and transitive property. */
  private List<OWLAxiom> drawn(long seed) {
    var drawn = RandomOntology.of(seed);
    var random = new Random(seed);
    var axioms = new ArrayList<>(drawn.axioms);
    axioms.add(FACTORY.getOWLSymmetricObjectPropertyAxiom(near));
    axioms.add(FACTORY.getOWLTransitiveObjectPropertyAxiom(near));
    axioms.add(FACTORY.getOWLObjectPropertyDomainAxiom(near, drawn.classes.get(0)));
    if (random.nextBoolean()) {
      axioms.add(FACTORY.getOWLSubObjectPropertyOfAxiom(drawn.properties.get(0), near));
    }
    if (random.nextInt(4) == 0) {
      axioms.add(FACTORY.getOWLSubObjectPropertyOfAxiom(near, drawn.properties.get(1)));
    }
    axioms.addAll(pairs(drawn.individuals, random, 4));
    return axioms;
  }

  private List<OWLAxiom> pairs(List<? extends OWLIndividual> individuals, Random random, int most) {
    var pairs = new ArrayList<OWLAxiom>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      pairs.add(
          FACTORY.getOWLObjectPropertyAssertionAxiom(
              near,
              individuals.get(random.nextInt(individuals.size())),
              individuals.get(random.nextInt(individuals.size()))));
    }
    return pairs;
  }

  private static Closure closure(Collection<OWLAxiom> axioms, int manyPairs) {
    return Closure.of(Program.of(axioms, FACTORY), FACTORY, manyPairs, () -> false).orElseThrow();
  }

  private void assertSame(Closure kept, Closure written, Collection<OWLAxiom> axioms, long seed) {
    assertThat(kept.contradiction().isPresent())
        .as("seed %d", seed)
        .isEqualTo(written.contradiction().isPresent());
    if (written.contradiction().isPresent()) {
      return;
    }
    var facts = written.namedFacts().collect(Collectors.toSet());
    assertThat(kept.namedFacts().collect(Collectors.toSet())).as("seed %d", seed).isEqualTo(facts);
    assertThat(kept.size()).as("seed %d", seed).isEqualTo(written.size());
    assertThat(facts).as("seed %d", seed).allMatch(kept::has);
    var one = new HashSet<List<OWLIndividual>>();
    var other = new HashSet<List<OWLIndividual>>();
    kept.pairs(near, (a, b) -> one.add(List.of(a, b)));
    written.pairs(near, (a, b) -> other.add(List.of(a, b)));
    assertThat(one).as("seed %d", seed).isEqualTo(other);
    assertReplayed(kept, axioms, seed);
  }

  private static void assertReplayed(Closure closure, Collection<OWLAxiom> axioms, long seed) {
    var check = StepCheck.of(axioms);
    var known = new HashSet<OWLAxiom>();
    for (var step : closure.derivations().toList()) {
      assertThat(known).as("seed %d", seed).containsAll(step.premises());
      assertThat(check.follows(step.conclusion(), step.premises(), step.axioms()))
          .as("seed %d: %s", seed, step)
          .isTrue();
      assertThat(closure.derivation(step.conclusion()).map(Derivation::conclusion))
          .contains(step.conclusion());
      known.add(step.conclusion());
    }
  }

  @Test
  void keptOrWrittenOutThePairsAreTheSame() {
    int kept = 0;
    for (long seed = 0; seed < DRAWN; seed++) {
      var axioms = drawn(seed);
      var classes = closure(axioms, ALWAYS);
      kept += classes.classes(near).filter(all -> !all.isEmpty()).isPresent() ? 1 : 0;
      assertSame(classes, closure(axioms, NEVER), Set.copyOf(axioms), seed);
    }
    assertThat(kept).isGreaterThan(DRAWN / 4);
  }

  @Test
  void axiomsUnderAPairAreEnoughForIt() {
    int looked = 0;
    for (long seed = 0; seed < DRAWN; seed++) {
      var closure = closure(drawn(seed), ALWAYS);
      if (closure.classes(near).isEmpty() || closure.contradiction().isPresent()) {
        continue;
      }
      for (var fact : closure.namedFacts().toList()) {
        if (fact.containsEntityInSignature(near)) {
          looked++;
          var under = closure.axiomsUnder(Set.of(fact));
          var program = Program.of(under, fact.individualsInSignature().toList(), FACTORY);
          assertThat(Closure.of(program, FACTORY, NEVER, () -> false).orElseThrow().has(fact))
              .as("seed %d: %s from %s", seed, fact, closure.axiomsUnder(Set.of(fact)))
              .isTrue();
        }
      }
    }
    assertThat(looked).isGreaterThan(DRAWN);
  }

  @Test
  void furtherAxiomsAndOtherFactsChangeThemAsTheyShould() {
    int woken = 0;
    for (long seed = 0; seed < DRAWN; seed++) {
      var random = new Random(seed);
      var axioms = drawn(seed);
      var drawn = RandomOntology.of(seed);
      var before = closure(axioms, ALWAYS);
      var more = new ArrayList<OWLAxiom>(pairs(drawn.individuals, random, 2));
      if (random.nextBoolean()) {
        more.add(
            FACTORY.getOWLSubClassOfAxiom(
                FACTORY.getOWLObjectSomeValuesFrom(near, drawn.classes.get(0)),
                drawn.classes.get(1)));
      }
      var all = new ArrayList<>(axioms);
      all.addAll(more);
      var with = before.with(more, () -> false).orElseThrow();
      woken += before.classes(near).isPresent() && with.classes(near).isEmpty() ? 1 : 0;
      assertSame(with, closure(all, NEVER), Set.copyOf(all), seed);

      var removed = pairsIn(all);
      removed.removeIf(pair -> random.nextBoolean());
      var left = new ArrayList<>(all);
      left.removeAll(removed);
      var after = with.after(Program.of(left, FACTORY), removed, () -> false).orElseThrow();
      assertSame(after, closure(left, NEVER), Set.copyOf(left), seed);
    }
    assertThat(woken).isGreaterThan(DRAWN / 8);
  }

  private Set<OWLAxiom> pairsIn(Collection<OWLAxiom> axioms) {
    return axioms.stream()
        .filter(axiom -> axiom.isOfType(AxiomType.OBJECT_PROPERTY_ASSERTION))
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Test
  void anUpperBoundOpensNoFewerFactsThanOneOfPairsWrittenOut() {
    int opened = 0;
    for (long seed = 0; seed < DRAWN; seed++) {
      var axioms = drawn(seed);
      var drawn = RandomOntology.of(seed);
      var program = Program.of(axioms, FACTORY);
      var kept = UpperBound.of(closure(axioms, ALWAYS), program, () -> false);
      var written = UpperBound.of(closure(axioms, NEVER), program, () -> false);
      if (kept.isEmpty() || written.isEmpty()) {
        continue;
      }
      assertThat(kept.get().satisfiesAll())
          .as("seed %d", seed)
          .isEqualTo(written.get().satisfiesAll());
      for (var named : drawn.classes) {
        assertThat(kept.get().open(named).map(Set::copyOf))
            .as("seed %d, %s", seed, named)
            .isEqualTo(written.get().open(named).map(Set::copyOf));
      }
      Optional<List<OWLAxiom>> pairs = kept.get().open(near);
      if (pairs.isPresent()) {
        opened++;
        assertThat(Set.copyOf(pairs.get()))
            .as("seed %d", seed)
            .isEqualTo(Set.copyOf(written.get().open(near).orElseThrow()));
      }
    }
    assertThat(opened).isGreaterThan(DRAWN / 8);
  }
}
