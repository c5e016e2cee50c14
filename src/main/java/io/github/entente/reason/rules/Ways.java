// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.semanticweb.owlapi.model.OWLAxiom;

/**
 * All ways in which rules lead to some facts: every application of a rule in the closure from which
 * they can be reached, without variables. Besides, where clauses that are no rules lead to the
 * facts, what they bring about in the closure, so that it can be told which sets of axioms cannot
 * suffice by any reasoning. Immutable; safe for use by many threads.
 *
 * @see <a href="https://doi.org/10.1016/0004-3702(86)90080-9">de Kleer, An assumption-based TMS,
 *     1986</a> for how the minimal sets are found
 */
public final class Ways {
  private final List<OWLAxiom> axioms;
  private final List<Ground> rules;
  private final int nodes;
  private final int goal;
  private final boolean bounded;

  /**
   * A rule applied. Nodes below the number of axioms are axioms; the others are facts and the like.
   *
   * @param head what it concludes
   * @param body what it needs, axioms among it
   * @param certain whether it is a rule; otherwise what a clause with a choice does in the closure
   */
  record Ground(int head, int[] body, boolean certain) {}

  /**
   * Sets of axioms.
   *
   * @param sets none includes another; the smallest first
   * @param all whether there are no others; those that there are may be larger than need be where
   *     not
   */
  public record Sets(List<Set<OWLAxiom>> sets, boolean all) {}

  Ways(List<OWLAxiom> axioms, List<Ground> rules, int nodes, int goal, boolean bounded) {
    this.axioms = List.copyOf(axioms);
    this.rules = List.copyOf(rules);
    this.nodes = nodes;
    this.goal = goal;
    this.bounded = bounded;
  }

  /**
   * The ways to all of some facts of a closure. Linear in the number of applications of rules that
   * lead there.
   *
   * @param program of the axioms, or without definitions that the facts do not need: it says what
   *     else than rules leads to them
   * @return empty where there are too many, it was stopped, or a fact is not there
   */
  public static Optional<Ways> of(
      Closure closure,
      Collection<? extends OWLAxiom> facts,
      Program program,
      BooleanSupplier stop) {
    var entities =
        facts.stream()
            .flatMap(OWLAxiom::signature)
            .filter(entity -> !entity.isOWLNamedIndividual())
            .toList();
    return of(closure, facts, Choices.of(program, closure, entities), stop);
  }

  /** The same without what else than rules leads to the facts. */
  public static Optional<Ways> of(
      Closure closure, Collection<? extends OWLAxiom> facts, BooleanSupplier stop) {
    return of(closure, facts, Optional.empty(), stop);
  }

  private static Optional<Ways> of(
      Closure closure,
      Collection<? extends OWLAxiom> facts,
      Optional<List<Choices.Made>> choices,
      BooleanSupplier stop) {
    var numbers = facts.stream().mapToInt(closure::number).toArray();
    return IntStream.of(numbers).anyMatch(number -> number < 0)
        ? Optional.empty()
        : new Lineage(closure.program(), closure.facts(), choices).of(numbers, stop);
  }

  /** The axioms that take part. */
  public Set<OWLAxiom> axioms() {
    return new LinkedHashSet<>(axioms);
  }

  /** The number of applications of rules. */
  public int size() {
    return rules.size();
  }

  /**
   * The minimal sets of axioms from which rules derive all the facts.
   *
   * @param most so many at least are looked for, where there are so many
   */
  public Sets byRules(int most, BooleanSupplier stop) {
    return sets(rules.stream().filter(Ground::certain).toList(), most, stop);
  }

  /**
   * Sets of axioms one of which is included in every set that the facts follow from, by whatever
   * reasoning; empty, and not all, where that cannot be told.
   *
   * <p>Why: take some of the axioms, a model of all of them, and in it for the predicates that lead
   * to the facts only what these rules derive from the chosen axioms. Clauses that conclude such a
   * predicate hold, since of their alternatives the one that holds in the closure is derived; in
   * all others it stands in the body only, where fewer facts do no harm. See {@link
   * Program#beyondRules}.
   */
  public Sets least(int most, BooleanSupplier stop) {
    return bounded ? sets(rules, most, stop) : new Sets(List.of(), false);
  }

  private Sets sets(List<Ground> used, int most, BooleanSupplier stop) {
    var labels = new Labels(used, axioms.size(), nodes, most);
    boolean all = labels.run(stop);
    return new Sets(labels.of(goal).stream().map(this::named).toList(), all);
  }

  private Set<OWLAxiom> named(BitSet numbers) {
    var named = new LinkedHashSet<OWLAxiom>();
    numbers.stream().forEach(number -> named.add(axioms.get(number)));
    return named;
  }

  /** Whether rules derive all the facts from the axioms but some. */
  public boolean derivable(Collection<? extends OWLAxiom> without) {
    var used = new ArrayList<Ground>();
    rules.stream().filter(Ground::certain).forEach(used::add);
    var stated = new BitSet();
    for (int i = 0; i < axioms.size(); i++) {
      stated.set(i, !without.contains(axioms.get(i)));
    }
    return Labels.reached(used, stated, nodes).get(goal);
  }
}
