// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.reason.rules.Clause.Atom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLDataFactory;

/** Matching of atoms with facts: terms 0 to 5, two relations and a set. */
class SaturationTest {
  private static final int P = 1;
  private static final int Q = 2;
  private static final int SET = 3;

  private final FactTable facts = new FactTable(4);

  SaturationTest() {
    facts.add(P, 0, 1);
    facts.add(P, 0, 2);
    facts.add(P, 1, 2);
    facts.add(SET, 2, Atom.NONE);
    facts.add(Q, 2, 3);
  }

  private static int the(int term) {
    return Atom.constant(term);
  }

  private static Atom p(int first, int second) {
    return new Atom(P, first, second);
  }

  private static Atom q(int first, int second) {
    return new Atom(Q, first, second);
  }

  private static Atom same(int first, int second) {
    return new Atom(Symbols.SAME, first, second);
  }

  private static Atom set(int term) {
    return Atom.of(SET, term);
  }

  private boolean exists(int[] bindings, Atom... atoms) {
    return Saturation.exists(facts, List.of(atoms), bindings, all -> true);
  }

  private boolean exists(Atom... atoms) {
    return exists(Saturation.unbound(3), atoms);
  }

  @Test
  void atomsOfConstantsAreLookedUp() {
    assertThat(exists(p(the(0), the(1)))).isTrue();
    assertThat(exists(p(the(1), the(0)))).isFalse();
    assertThat(exists(set(the(2)))).isTrue();
    assertThat(exists(set(the(1)))).isFalse();
    assertThat(exists(p(the(0), the(1)), set(the(1)))).isFalse();
  }

  @Test
  void variablesTakeValuesThatSatisfyAllAtoms() {
    assertThat(exists(p(the(0), 0))).isTrue();
    assertThat(exists(p(the(3), 0))).isFalse();
    assertThat(exists(p(0, the(2)))).isTrue();
    assertThat(exists(p(0, the(0)))).isFalse();
    assertThat(exists(p(0, 1), q(1, 2))).isTrue();
    assertThat(exists(p(0, 1), q(0, 2))).isFalse();
    assertThat(exists(p(0, 1), p(1, 2), set(2))).isTrue();
    assertThat(exists(p(0, 1), p(1, 2), set(0))).isFalse();
    assertThat(exists(set(0), p(0, 1))).isFalse();
  }

  @Test
  void aVariableHasOneValue() {
    assertThat(exists(p(0, 0))).isFalse();
    facts.add(P, 5, 5);
    assertThat(exists(p(0, 0))).isTrue();
  }

  @Test
  void theTestDecidesAmongSolutions() {
    var found = new HashSet<List<Integer>>();
    var bindings = Saturation.unbound(2);
    var atoms = List.of(p(0, 1), set(1));
    boolean any =
        Saturation.exists(facts, atoms, bindings, all -> !found.add(List.of(all[0], all[1])));
    assertThat(any).isFalse();
    assertThat(found).containsExactlyInAnyOrder(List.of(0, 2), List.of(1, 2));
    assertThat(bindings).as("what was bound is free again").containsOnly(-1);
    assertThat(Saturation.exists(facts, atoms, bindings, all -> all[0] == 1)).isTrue();
  }

  @Test
  void givenValuesStay() {
    var bindings = new int[] {0, 1, -1};
    assertThat(exists(bindings, p(0, 1), p(1, 2))).isTrue();
    assertThat(exists(new int[] {1, 0, -1}, p(0, 1))).isFalse();
    assertThat(exists(new int[] {1, -1, -1}, p(0, 1), q(0, 1))).isFalse();
  }

  @Test
  void whatEqualsItselfNeedsNoFact() {
    assertThat(exists(new int[] {4, 4, -1}, same(0, 1))).isTrue();
    assertThat(exists(new int[] {4, 4, -1}, same(0, 1), set(0))).isFalse();
    assertThat(exists(same(the(4), the(4)), set(0))).isTrue();
    assertThat(exists(same(the(0), the(0)), same(the(1), the(1)))).isTrue();
    assertThat(exists(same(the(1), the(4)))).isFalse();
    facts.add(Symbols.SAME, 1, 4);
    assertThat(exists(same(the(1), the(4)))).isTrue();
    assertThat(exists(same(the(4), the(1)))).isFalse();
  }

  @Test
  void eachBodyIsMatchedWhicheverOfItsFactsIsNewest() {
    facts.add(P, 5, 5);
    facts.add(P, 2, 0);
    var clause = Clause.rule(List.of(p(0, 1), p(1, 2)), p(0, 2), null);
    var matched = new HashSet<List<Integer>>();
    var saturation =
        new Saturation(
            facts,
            4,
            new Saturation.Listener() {
              @Override
              public void matched(Clause which, int[] bindings, int[] premises) {
                assertThat(premises).hasSize(2);
                assertThat(Arrays.stream(premises).map(facts::predicate)).containsOnly(P);
                matched.add(List.of(bindings[0], bindings[1], bindings[2]));
              }

              @Override
              public void substituted(int p, int first, int second, int fact, int equality) {}

              @Override
              public void reversed(int equality) {}
            });
    saturation.add(clause);
    for (int fact = 0; fact < facts.size(); fact++) {
      saturation.match(fact);
    }
    assertThat(matched)
        .isEqualTo(
            Set.of(
                List.of(0, 1, 2),
                List.of(0, 2, 0),
                List.of(1, 2, 0),
                List.of(2, 0, 1),
                List.of(2, 0, 2),
                List.of(5, 5, 5)));
  }

  @Test
  void aKeyIsJoinedByItsValueNotByItsMembers() {
    assertThat(Saturation.ordered(set(0), List.of(set(1), p(0, 2), p(1, 2))))
        .containsExactly(p(0, 2), p(1, 2), set(1));
    assertThat(Saturation.ordered(p(0, 1), List.of(q(2, 3), p(1, 2))))
        .containsExactly(p(1, 2), q(2, 3));
    assertThat(Saturation.ordered(p(0, 1), List.of(p(1, 2), p(1, 0))))
        .as("what is bound as a whole is only looked up")
        .containsExactly(p(1, 0), p(1, 2));
    assertThat(Saturation.ordered(set(0), List.of(q(1, 2), p(the(4), 1))))
        .as("a constant is bound")
        .containsExactly(p(the(4), 1), q(1, 2));
  }

  @Test
  void aFunctionalPropertyIsToldFromWhatOnlyLooksLikeOne() {
    OWLDataFactory factory = OWLManager.getOWLDataFactory();
    var axiom =
        factory.getOWLFunctionalObjectPropertyAxiom(factory.getOWLObjectProperty("urn:test:p"));
    var other =
        factory.getOWLTransitiveObjectPropertyAxiom(factory.getOWLObjectProperty("urn:test:p"));
    assertThat(Clause.rule(List.of(p(0, 1), p(0, 2)), same(1, 2), axiom).functional()).isTrue();
    assertThat(Clause.rule(List.of(p(0, 1), p(0, 2)), same(1, 2), other).functional()).isFalse();
    assertThat(Clause.rule(List.of(p(1, 0), p(2, 0)), same(1, 2), axiom).functional()).isFalse();
    assertThat(Clause.rule(List.of(p(0, 1)), same(0, 1), axiom).functional()).isFalse();
    assertThat(Clause.rule(List.of(p(0, 1), p(0, 1)), same(0, 1), axiom).functional()).isFalse();
  }

  @Test
  void contradictionsHaveNoAlternative() {
    assertThat(new Clause(List.of(set(0)), List.of(), true, null).contradicts()).isTrue();
    assertThat(Clause.rule(List.of(set(0)), set(0), null).contradicts()).isFalse();
    assertThat(new Clause(List.of(p(0, 1)), List.of(), true, null).aboutOneTerm()).isTrue();
    assertThat(new Clause(List.of(p(the(0), 1)), List.of(), true, null).aboutOneTerm()).isFalse();
    assertThat(new Clause(List.of(p(0, 0)), List.of(), true, null).aboutOneTerm()).isFalse();
  }

  @Test
  void classesOfAnEquivalenceAreApart() {
    for (int[] pair : new int[][] {{0, 1}, {3, 4}}) {
      facts.add(Q, pair[0], pair[1]);
      facts.add(Q, pair[1], pair[0]);
    }
    facts.add(Q, 3, 2);
    var classes = Equivalence.of(facts, Q, 6);
    assertThat(classes.classes()).containsExactlyInAnyOrder(new int[] {0, 1}, new int[] {2, 3, 4});
    assertThat(classes.pairs()).isEqualTo(13);
    assertThat(classes.has(0, 1)).isTrue();
    assertThat(classes.has(0, 3)).isFalse();
    assertThat(classes.has(5, 5)).isFalse();
    assertThat(classes.has(-1, 0)).isFalse();
    assertThat(classes.path(2, 4)).containsExactly(2, 3, 4);
    assertThat(classes.path(0, 0)).containsExactly(0, 1, 0);
  }
}
