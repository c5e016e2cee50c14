// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.model.Deadline;
import io.github.entente.reason.dl.Refuter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLClassExpression;

/** All justifications are those that trying every subset finds. */
class AllJustificationsTest {
  private static final String NS = "http://example.org/";
  private static Refuter refuter;

  @BeforeAll
  static void open() {
    refuter = Refuter.create();
  }

  @AfterAll
  static void close() {
    refuter.close();
  }

  private static OWLClass named(String name) {
    return Fresh.F.getOWLClass(IRI.create(NS + name));
  }

  private static Set<Set<OWLAxiom>> found(
      List<OWLAxiom> axioms, OWLAxiom goal, boolean consistent) {
    var justifier =
        new Justifier(Fresh.F, refuter, consistent, Deadline.after(Duration.ofMinutes(5)));
    var found = justifier.all(axioms, Goal.of(goal, Fresh.F).orElseThrow(), 1000);
    assertThat(found.all()).isTrue();
    assertThat(found.minimal()).isTrue();
    assertThat(found.sets())
        .isEqualTo(justifier.all(axioms, Goal.of(goal, Fresh.F).orElseThrow(), 1000).sets());
    return new HashSet<>(found.sets());
  }

  /** Subsets by size, those above a set that was found left out. */
  private static Set<Set<OWLAxiom>> tried(List<OWLAxiom> axioms, OWLAxiom goal) {
    var minimal = new LinkedHashSet<Set<OWLAxiom>>();
    var subsets = new ArrayList<Set<OWLAxiom>>();
    for (int bits = 0; bits < 1 << axioms.size(); bits++) {
      var subset = new HashSet<OWLAxiom>();
      for (int i = 0; i < axioms.size(); i++) {
        if ((bits >> i & 1) == 1) {
          subset.add(axioms.get(i));
        }
      }
      subsets.add(subset);
    }
    subsets.sort(Comparator.comparingInt(Set::size));
    for (var subset : subsets) {
      if (minimal.stream().noneMatch(subset::containsAll) && Fresh.entails(subset, goal)) {
        minimal.add(subset);
      }
    }
    return minimal;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void ofRandomAxioms(int seed) {
    var random = new Random(seed);
    var f = Fresh.F;
    var names = List.of(named("A"), named("B"), named("C"), named("D"));
    var a = f.getOWLNamedIndividual(IRI.create(NS + "a"));
    var axioms = new LinkedHashSet<OWLAxiom>();
    while (axioms.size() < 7) {
      OWLClassExpression sub = names.get(random.nextInt(4));
      OWLClassExpression sup = names.get(random.nextInt(4));
      switch (random.nextInt(4)) {
        case 0 -> axioms.add(f.getOWLSubClassOfAxiom(sub, sup));
        case 1 ->
            axioms.add(
                f.getOWLSubClassOfAxiom(
                    sub, f.getOWLObjectUnionOf(sup, names.get(random.nextInt(4)))));
        case 2 ->
            axioms.add(
                f.getOWLSubClassOfAxiom(
                    f.getOWLObjectIntersectionOf(sub, names.get(random.nextInt(4))), sup));
        default -> axioms.add(f.getOWLClassAssertionAxiom(sub, a));
      }
    }
    var list = List.copyOf(axioms);
    int some = 0;
    for (var goal :
        List.of(
            f.getOWLClassAssertionAxiom(named("D"), a),
            f.getOWLSubClassOfAxiom(named("A"), named("D")))) {
      var expected = tried(list, goal);
      assertThat(found(list, goal, true)).isEqualTo(expected);
      some += expected.size();
    }
    assertThat(some).isNotNegative();
  }

  /** The koala that has too many habits to be: two clashes that share axioms. */
  @Test
  void ofAnUnsatisfiableClass() {
    var f = Fresh.F;
    var hardWorking = f.getOWLDataProperty(IRI.create(NS + "isHardWorking"));
    var yes = f.getOWLLiteral(true);
    var no = f.getOWLLiteral(false);
    var koala = named("Koala");
    var quokka = named("Quokka");
    var marsupial = named("Marsupial");
    var parent = named("Parent");
    var axioms =
        List.<OWLAxiom>of(
            f.getOWLSubClassOfAxiom(koala, marsupial),
            f.getOWLSubClassOfAxiom(koala, f.getOWLDataHasValue(hardWorking, no)),
            f.getOWLSubClassOfAxiom(marsupial, f.getOWLDataHasValue(hardWorking, yes)),
            f.getOWLFunctionalDataPropertyAxiom(hardWorking),
            f.getOWLSubClassOfAxiom(quokka, marsupial),
            f.getOWLSubClassOfAxiom(koala, parent),
            f.getOWLDisjointClassesAxiom(parent, marsupial));
    var goal = f.getOWLSubClassOfAxiom(koala, f.getOWLNothing());
    var expected = tried(axioms, goal);
    assertThat(expected).hasSize(2);
    assertThat(found(axioms, goal, true)).isEqualTo(expected);
  }

  @Test
  void ofAContradiction() {
    var f = Fresh.F;
    var a = f.getOWLNamedIndividual(IRI.create(NS + "a"));
    var b = f.getOWLNamedIndividual(IRI.create(NS + "b"));
    var axioms =
        List.<OWLAxiom>of(
            f.getOWLClassAssertionAxiom(named("A"), a),
            f.getOWLClassAssertionAxiom(named("B"), b),
            f.getOWLDisjointClassesAxiom(named("A"), named("B")),
            f.getOWLSameIndividualAxiom(a, b),
            f.getOWLDifferentIndividualsAxiom(a, b),
            f.getOWLSubClassOfAxiom(named("A"), named("C")));
    var goal = f.getOWLSubClassOfAxiom(f.getOWLThing(), f.getOWLNothing());
    var expected = tried(axioms, goal);
    assertThat(expected).hasSize(2);
    assertThat(found(axioms, goal, false)).isEqualTo(expected);
  }
}
