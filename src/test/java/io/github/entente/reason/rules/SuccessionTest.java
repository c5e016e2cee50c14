// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.certificate.StepCheck;
import io.github.entente.model.Entente;
import io.github.entente.reason.RandomOntology;
import io.github.entente.reason.dl.OwlBridge;
import io.github.entente.reason.dl.Theory;
import io.github.entente.reason.rules.Closure.Derivation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.compose.Union;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLDataFactory;

/** A closure continued from that of other facts, against the closure made anew of the same. */
class SuccessionTest {
  private static final OWLDataFactory FACTORY = OWLManager.getOWLDataFactory();
  private static final int DRAWN = 600;
  private static final int CHANGES = 4;

  private static Program program(Collection<OWLAxiom> axioms, Collection<OWLAxiom> facts) {
    var all = new ArrayList<>(axioms);
    all.addAll(facts);
    return Program.of(all, FACTORY);
  }

  private static Closure anew(Program program) {
    return Closure.of(program, FACTORY, () -> false).orElseThrow();
  }

  private static Set<OWLAxiom> facts(Closure closure) {
    return closure.derivations().map(Derivation::conclusion).collect(Collectors.toSet());
  }

  private static void assertReplayed(Closure closure, Collection<OWLAxiom> axioms, String what) {
    var check = StepCheck.of(axioms);
    var known = new HashSet<OWLAxiom>();
    for (var step : closure.derivations().toList()) {
      assertThat(known).as(what).containsAll(step.premises());
      assertThat(axioms).as(what).containsAll(step.axioms());
      assertThat(check.follows(step.conclusion(), step.premises(), step.axioms()))
          .as("%s: %s", what, step)
          .isTrue();
      known.add(step.conclusion());
    }
  }

  @Test
  void chainsOfChangesOfRandomFactsEndWhereABeginningDoes() {
    int continued = 0;
    int lost = 0;
    for (long seed = 0; seed < DRAWN; seed++) {
      var random = new Random(seed);
      var drawn = RandomOntology.of(seed).axioms;
      var plain =
          drawn.stream()
              .filter(
                  axiom ->
                      axiom.isOfType(
                          AxiomType.CLASS_ASSERTION,
                          AxiomType.OBJECT_PROPERTY_ASSERTION,
                          AxiomType.DATA_PROPERTY_ASSERTION,
                          AxiomType.SAME_INDIVIDUAL))
              .toList();
      var others = new ArrayList<>(drawn);
      others.removeAll(plain);
      var here = new ArrayList<OWLAxiom>();
      plain.stream().filter(fact -> random.nextInt(3) > 0).forEach(here::add);
      var closure = anew(program(others, here));
      for (int change = 0; change < CHANGES; change++) {
        var after = new ArrayList<>(here);
        Collections.shuffle(after, random);
        after.subList(0, Math.min(after.size(), random.nextInt(3))).clear();
        plain.stream()
            .filter(fact -> !after.contains(fact) && random.nextInt(4) == 0)
            .forEach(after::add);
        var removed = new HashSet<>(here);
        after.forEach(removed::remove);
        var next = program(others, after);
        var succession = Succession.of(closure, next, removed, () -> false);
        var expected = anew(next);
        String what = "seed " + seed + ", change " + change;
        if (succession.isPresent()) {
          continued++;
          lost += facts(closure).stream().anyMatch(f -> !expected.has(f)) ? 1 : 0;
          assertThat(succession.get().contradiction().isPresent())
              .as(what)
              .isEqualTo(expected.contradiction().isPresent());
          if (expected.contradiction().isEmpty()) {
            assertThat(facts(succession.get())).as(what).isEqualTo(facts(expected));
            var all = new HashSet<OWLAxiom>(others);
            all.addAll(after);
            assertReplayed(succession.get(), all, what);
          }
        }
        closure = closure.after(next, removed, () -> false).orElseThrow();
        here.clear();
        here.addAll(after);
      }
    }
    assertThat(continued).isGreaterThan(DRAWN);
    assertThat(lost).isGreaterThan(DRAWN / 4);
  }

  @Test
  void oneMembershipOfTheBundledDataChanges() {
    try (var kb = KnowledgeBase.bundled()) {
      var snapshot = kb.snapshot(kb.defaultDay());
      var theory = Theory.of(OwlBridge.of(new Union(snapshot.asserted(), snapshot.generated())));
      var closure = Closure.of(theory.program(), theory.factory(), () -> false).orElseThrow();
      OWLAxiom one =
          FACTORY.getOWLObjectPropertyAssertionAxiom(
              FACTORY.getOWLObjectProperty(Entente.NS + "ofParty"),
              FACTORY.getOWLNamedIndividual(Entente.NS + "GroupOfSeven_Japan"),
              FACTORY.getOWLNamedIndividual(Entente.NS + "Japan"));
      assertThat(theory.axioms()).contains(one);
      var left = new ArrayList<>(theory.axioms());
      left.remove(one);
      var next = Program.of(left, theory.individuals(), theory.factory());
      var less = Succession.of(closure, next, Set.of(one), () -> false).orElseThrow();
      var expected = Closure.of(next, theory.factory(), () -> false).orElseThrow();
      assertThat(facts(less)).isEqualTo(facts(expected)).hasSizeLessThan((int) closure.size());
      assertReplayed(less, Set.copyOf(left), "without " + one);
      var again = Succession.of(less, theory.program(), Set.of(), () -> false).orElseThrow();
      assertThat(facts(again)).isEqualTo(facts(closure));
      assertReplayed(again, theory.axioms(), "with it again");
    }
  }

  @Test
  void otherClausesBeginAnew() {
    var a = FACTORY.getOWLClass("urn:a");
    var b = FACTORY.getOWLClass("urn:b");
    var i = FACTORY.getOWLNamedIndividual("urn:i");
    List<OWLAxiom> fact = List.of(FACTORY.getOWLClassAssertionAxiom(a, i));
    OWLAxiom inclusion = FACTORY.getOWLSubClassOfAxiom(a, b);
    var before = anew(program(List.of(inclusion), fact));
    assertThat(before.holds(b, i)).isTrue();
    var next = program(List.of(), fact);
    assertThat(Succession.of(before, next, Set.of(inclusion), () -> false)).isEmpty();
    var after = before.after(next, Set.of(inclusion), () -> false).orElseThrow();
    assertThat(after.holds(a, i)).isTrue();
    assertThat(after.holds(b, i)).isFalse();
  }
}
