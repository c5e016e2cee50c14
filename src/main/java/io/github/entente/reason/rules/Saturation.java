// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import io.github.entente.reason.rules.Clause.Atom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Matches the bodies of clauses with facts, each combination once: when the newest of its facts is
 * applied. What a match means is the listener's business. For use by one thread.
 */
final class Saturation {
  /** What is told of matches. The arrays are used again: who keeps them copies them. */
  interface Listener {
    /** A body holds. The premises are in the order in which they were matched. */
    void matched(Clause clause, int[] bindings, int[] premises);

    /** The same of a property's transitivity, where matches of it are found step by step. */
    default void composed(Clause clause, int[] bindings, int[] premises) {
      matched(clause, bindings, premises);
    }

    /** A fact holds since another does, and one of its terms equals another. */
    void substituted(int predicate, int first, int second, int fact, int equality);

    /** An equality holds the other way round too. */
    void reversed(int equality);
  }

  /** A clause, and the place in its body at which a new fact sets it off. */
  private record Trigger(
      Clause clause, Atom atom, List<Atom> rest, int[] bindings, int[] premises) {}

  private static final int UNBOUND = -1;

  private final FactTable facts;
  private final Listener listener;
  private final List<List<Trigger>> triggers = new ArrayList<>();
  private final IntPredicate composed;
  private final Map<Integer, Clause> transitive = new HashMap<>();
  private final Map<Integer, Map<Integer, FactTable.Numbers>> stepsByEnd = new HashMap<>();
  private int known;

  Saturation(FactTable facts, int predicateCount, Listener listener) {
    this(facts, predicateCount, listener, null);
  }

  /**
   * Of facts that are there before a clause is added, no matches with each other need be found.
   *
   * @param composed whether a fact of a transitive property came about by its transitivity alone.
   *     Such a fact is no first step of another: every path begins with a step that is not
   *     composed. So a clique of n costs as many matches as it has pairs for each step, not n³.
   */
  Saturation(FactTable facts, int predicateCount, Listener listener, IntPredicate composed) {
    this.facts = facts;
    this.listener = listener;
    this.composed = composed;
    for (int i = 0; i < predicateCount; i++) {
      triggers.add(new ArrayList<>());
    }
  }

  /** Adds a clause; one without a body is never matched. */
  void add(Clause clause) {
    var body = clause.body();
    int variables = clause.variables();
    if (composed != null && clause.composes()) {
      transitive(clause);
      return;
    }
    for (int i = 0; i < body.size(); i++) {
      var rest = new ArrayList<>(body);
      var atom = rest.remove(i);
      triggers
          .get(atom.predicate())
          .add(
              new Trigger(
                  clause, atom, ordered(atom, rest), unbound(variables), new int[body.size()]));
    }
  }

  private void transitive(Clause clause) {
    int predicate = clause.head().predicate();
    var steps = new HashMap<Integer, FactTable.Numbers>();
    known = facts.size();
    facts.of(predicate).forEach(fact -> step(steps, fact));
    stepsByEnd.put(predicate, steps);
    transitive.put(predicate, clause);
  }

  private void step(Map<Integer, FactTable.Numbers> steps, int fact) {
    if (!composed.test(fact)) {
      steps.computeIfAbsent(facts.second(fact), k -> new FactTable.Numbers()).add(fact);
    }
  }

  static int[] unbound(int variables) {
    var bindings = new int[variables];
    Arrays.fill(bindings, UNBOUND);
    return bindings;
  }

  /** The other atoms, each as far as possible after one that binds a variable of it. */
  static List<Atom> ordered(Atom start, List<Atom> atoms) {
    var bound = new BitSet();
    bind(start, bound);
    var open = new ArrayList<>(atoms);
    var result = new ArrayList<Atom>();
    while (!open.isEmpty()) {
      var next =
          open.stream()
              .max(Comparator.comparingInt((Atom a) -> boundTerms(a, bound)))
              .orElseThrow();
      open.remove(next);
      result.add(next);
      bind(next, bound);
    }
    return List.copyOf(result);
  }

  private static void bind(Atom atom, BitSet bound) {
    if (atom.first() >= 0) {
      bound.set(atom.first());
    }
    if (atom.second() >= 0) {
      bound.set(atom.second());
    }
  }

  private static int boundTerms(Atom atom, BitSet bound) {
    boolean first = atom.first() < 0 || bound.get(atom.first());
    boolean second = atom.unary() ? first : atom.second() < 0 || bound.get(atom.second());
    return (first ? 1 : 0) + (second ? 1 : 0);
  }

  // ---- one fact ----

  /** Finds the matches in which a fact is the newest. */
  void match(int fact) {
    var steps = stepsByEnd.get(facts.predicate(fact));
    if (steps != null) {
      compose(transitive.get(facts.predicate(fact)), steps, fact);
    }
    var waiting = triggers.get(facts.predicate(fact));
    for (int i = 0; i < waiting.size(); i++) {
      var trigger = waiting.get(i);
      Arrays.fill(trigger.bindings(), UNBOUND);
      if (unify(trigger.atom(), fact, trigger.bindings())) {
        trigger.premises()[0] = fact;
        join(trigger, 0, fact);
      }
    }
  }

  /** Goes on from a step to where its end leads, and to a fact by each step to its start. */
  private void compose(Clause clause, Map<Integer, FactTable.Numbers> steps, int fact) {
    int predicate = facts.predicate(fact);
    int start = facts.first(fact);
    int end = facts.second(fact);
    if (fact >= known) {
      step(steps, fact);
    }
    if (!composed.test(fact)) {
      var onward = facts.withFirst(predicate, end);
      for (int i = 0; i < onward.size() && onward.get(i) <= fact; i++) {
        int next = onward.get(i);
        listener.composed(
            clause, new int[] {start, end, facts.second(next)}, new int[] {fact, next});
      }
    }
    var before = steps.getOrDefault(start, FactTable.Numbers.NONE);
    for (int i = 0; i < before.size(); i++) {
      int step = before.get(i);
      listener.composed(clause, new int[] {facts.first(step), start, end}, new int[] {step, fact});
    }
  }

  private boolean unify(Atom atom, int fact, int[] bindings) {
    return unify(atom.first(), facts.first(fact), bindings)
        && (atom.unary() || unify(atom.second(), facts.second(fact), bindings));
  }

  /** Whether a term stands for a value, or may: then it does. */
  static boolean unify(int term, int value, int[] bindings) {
    if (term < 0) {
      return Atom.constant(term) == value;
    }
    if (bindings[term] == UNBOUND) {
      bindings[term] = value;
      return true;
    }
    return bindings[term] == value;
  }

  /** The value of a term under bindings; negative when it has none. */
  static int value(int term, int[] bindings) {
    return term < 0 ? Atom.constant(term) : bindings[term];
  }

  /** Matches the remaining atoms with facts no newer than the one that set the clause off. */
  private void join(Trigger trigger, int place, int newest) {
    if (place == trigger.rest().size()) {
      listener.matched(trigger.clause(), trigger.bindings(), trigger.premises());
      return;
    }
    var atom = trigger.rest().get(place);
    var bindings = trigger.bindings();
    int first = value(atom.first(), bindings);
    int second = atom.unary() ? Atom.NONE : value(atom.second(), bindings);
    if (first >= 0 && (atom.unary() || second >= 0)) {
      int fact = facts.find(atom.predicate(), first, second);
      if (fact >= 0 && fact <= newest) {
        trigger.premises()[place + 1] = fact;
        join(trigger, place + 1, newest);
      }
      return;
    }
    var candidates = facts.matching(atom.predicate(), first, second);
    for (int i = 0; i < candidates.size() && candidates.get(i) <= newest; i++) {
      int fact = candidates.get(i);
      if (unify(atom, fact, bindings)) {
        trigger.premises()[place + 1] = fact;
        join(trigger, place + 1, newest);
      }
      release(atom, first, second, bindings);
    }
  }

  /** Unbinds what was unbound before the atom was matched. */
  private static void release(Atom atom, int first, int second, int[] bindings) {
    if (first == UNBOUND && atom.first() >= 0) {
      bindings[atom.first()] = UNBOUND;
    }
    if (second == UNBOUND && atom.second() >= 0) {
      bindings[atom.second()] = UNBOUND;
    }
  }

  /** Equality is symmetric and transitive, and equals can be put for equals in every fact. */
  void equate(int fact) {
    if (facts.predicate(fact) == Symbols.SAME) {
      listener.reversed(fact);
      for (int mention : facts.mentioning(facts.first(fact))) {
        if (mention <= fact) {
          substitute(mention, facts.first(fact), fact);
        }
      }
      return;
    }
    if (facts.of(Symbols.SAME).size() == 0) {
      return;
    }
    substituteEquals(fact, facts.first(fact));
    if (facts.second(fact) != Atom.NONE) {
      substituteEquals(fact, facts.second(fact));
    }
  }

  private void substituteEquals(int fact, int term) {
    for (int same : facts.withFirst(Symbols.SAME, term).toArray()) {
      if (same <= fact) {
        substitute(fact, term, same);
      }
    }
  }

  private void substitute(int fact, int one, int equality) {
    int predicate = facts.predicate(fact);
    int other = facts.second(equality);
    if (facts.first(fact) == one) {
      listener.substituted(predicate, other, facts.second(fact), fact, equality);
    }
    if (facts.second(fact) == one) {
      listener.substituted(predicate, facts.first(fact), other, fact, equality);
    }
  }

  // ---- whether something holds ----

  /** Whether there are values for the unbound variables with which all atoms, and a test, hold. */
  static boolean exists(FactTable facts, List<Atom> atoms, int[] bindings, Predicate<int[]> test) {
    return new Saturation(facts, 0, null).exists(atoms, 0, bindings, test);
  }

  private boolean exists(List<Atom> atoms, int place, int[] bindings, Predicate<int[]> test) {
    if (place == atoms.size()) {
      return test.test(bindings);
    }
    var atom = atoms.get(place);
    int first = value(atom.first(), bindings);
    int second = atom.unary() ? Atom.NONE : value(atom.second(), bindings);
    if (atom.predicate() == Symbols.SAME && first >= 0 && first == second) {
      return exists(atoms, place + 1, bindings, test);
    }
    if (first >= 0 && (atom.unary() || second >= 0)) {
      return facts.find(atom.predicate(), first, second) >= 0
          && exists(atoms, place + 1, bindings, test);
    }
    var candidates = facts.matching(atom.predicate(), first, second);
    for (int i = 0; i < candidates.size(); i++) {
      boolean found =
          unify(atom, candidates.get(i), bindings) && exists(atoms, place + 1, bindings, test);
      release(atom, first, second, bindings);
      if (found) {
        return true;
      }
    }
    return false;
  }
}
