// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import io.github.entente.reason.rules.Clause.Atom;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;

/**
 * The closure of a program made of that of an earlier one with the same clauses and other facts.
 * What is derived without the axioms that are gone keeps its derivation; the clauses that lead to
 * predicates of the rest are applied anew to what is kept, and all clauses to what is new. So facts
 * that come about in another way too are found again, as in deletion and rederivation.
 *
 * <p>Linear in the facts kept, with little work for each; beside that the work is that of the
 * clauses in question.
 *
 * @see <a href="https://doi.org/10.1145/170035.170066">Gupta, Mumick, Subrahmanian: Maintaining
 *     Views Incrementally (1993)</a>
 */
final class Succession {
  private static final int GONE = -1;

  private final Closure before;
  private final Program next;
  private final int[] predicates;
  private final int[] terms;

  /** Numbers of earlier facts in the new table; {@link #GONE} where they are not kept. */
  private final int[] numbers;

  private Succession(Closure before, Program next) {
    this.before = before;
    this.next = next;
    this.predicates =
        mapped(
            before.symbols().predicateCount(),
            id -> id == Symbols.SAME ? id : next.symbols().known(before.symbols().predicate(id)));
    this.terms =
        mapped(
            before.symbols().termCount(),
            id -> next.symbols().knownTerm(before.symbols().term(id)));
    this.numbers = new int[before.facts().size()];
  }

  private static int[] mapped(int count, IntUnaryOperator map) {
    var mapped = new int[count];
    Arrays.setAll(mapped, map);
    return mapped;
  }

  /**
   * The closure of a program.
   *
   * @param removed the axioms of the earlier program that this one lacks
   * @return empty where the clauses are not the same, the earlier closure has a contradiction, or
   *     it was stopped
   */
  static Optional<Closure> of(
      Closure before, Program next, Set<? extends OWLAxiom> removed, BooleanSupplier stop) {
    if (before.contradiction().isPresent()) {
      return Optional.empty();
    }
    var succession = new Succession(before, next);
    return succession.sameClauses() ? succession.closure(removed, stop) : Optional.empty();
  }

  private Optional<Closure> closure(Set<? extends OWLAxiom> removed, BooleanSupplier stop) {
    var facts = new FactTable(next.symbols().predicateCount(), numbers.length);
    var steps = new Steps();
    var composed = new BitSet();
    var lost = new BitSet();
    for (int fact = 0; fact < numbers.length; fact++) {
      if (keeps(fact, removed)) {
        numbers[fact] = facts.size();
        facts.add(predicate(fact), first(fact), second(fact));
        steps.add(before.steps(), fact, numbers);
        composed.set(numbers[fact], before.composed().get(fact));
      } else {
        numbers[fact] = GONE;
        if (predicate(fact) >= 0) {
          lost.set(predicate(fact));
        }
      }
    }
    var incomplete = (BitSet) lost.clone();
    before.keptAsClasses().stream().map(kept -> predicates[kept]).forEach(incomplete::set);
    return before.continued(
        next, facts, steps, composed, next.leadingTo(incomplete), !lost.isEmpty(), stop);
  }

  private boolean keeps(int fact, Set<? extends OWLAxiom> removed) {
    return predicate(fact) >= 0
        && first(fact) >= 0
        && (second(fact) >= 0 || second(fact) == Atom.NONE)
        && !before.steps().rests(fact, removed)
        && before.steps().hasPremises(fact, premise -> numbers[premise] != GONE);
  }

  private int predicate(int fact) {
    return predicates[before.facts().predicate(fact)];
  }

  private int first(int fact) {
    return terms[before.facts().first(fact)];
  }

  private int second(int fact) {
    int second = before.facts().second(fact);
    return second == Atom.NONE ? Atom.NONE : terms[second];
  }

  // ---- whether the clauses are the same, their numbers apart ----

  /** In whichever order they were compiled. */
  private boolean sameClauses() {
    var old = before.program().compiled();
    var now = next.compiled();
    return renumbered(old.clauses()).equals(Set.copyOf(now.clauses()))
        && Set.copyOf(old.differentSources()).equals(Set.copyOf(now.differentSources()))
        && counted(old.atLeasts()).equals(counted(now.atLeasts()));
  }

  private static Set<OWLClassExpression> counted(List<AtLeast> atLeasts) {
    return atLeasts.stream().map(AtLeast::expression).collect(Collectors.toSet());
  }

  private Set<Clause> renumbered(List<Clause> clauses) {
    return clauses.stream()
        .map(
            clause ->
                new Clause(
                    renumberedAtoms(clause.body()),
                    clause.alternatives().stream().map(this::renumberedAtoms).toList(),
                    clause.exact(),
                    clause.source()))
        .collect(Collectors.toSet());
  }

  private List<Atom> renumberedAtoms(List<Atom> atoms) {
    return atoms.stream()
        .map(
            atom -> new Atom(predicates[atom.predicate()], term(atom.first()), term(atom.second())))
        .toList();
  }

  private int term(int term) {
    if (term >= 0 || term == Atom.NONE) {
      return term;
    }
    int mapped = terms[Atom.constant(term)];
    // A constant that is gone equals none.
    return mapped < 0 ? Integer.MAX_VALUE : Atom.constant(mapped);
  }
}
