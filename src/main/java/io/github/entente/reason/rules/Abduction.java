// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import io.github.entente.reason.rules.Clause.Atom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semanticweb.owlapi.model.OWLClassExpression;

/**
 * Searches for what would have to be added so that rules derive a fact: as few facts of asserted
 * kinds as it finds within bounds. For use by one thread, once.
 */
final class Abduction {
  private static final int MAX_STEPS = 200_000;
  private static final int MAX_MATCHES = 60;

  /** Terms from here on stand for something that need not have a name. */
  static final int SOME = 1 << 21;

  private final Symbols symbols;
  private final FactTable facts;
  private final Map<Integer, List<Clause>> byHead = new HashMap<>();
  private final BitSet assertedKinds = new BitSet();
  private final BitSet functional = new BitSet();
  private int steps;
  private int unnamed;

  /**
   * A way to come to a fact.
   *
   * @param absent what is missing
   * @param present numbers of the facts that are there
   * @param clauses the rules applied
   */
  record Plan(Set<Atom> absent, Set<Integer> present, Set<Clause> clauses) {
    int cost() {
      return 8 * absent.size() + clauses.size();
    }

    static Plan none() {
      return new Plan(Set.of(), Set.of(), Set.of());
    }

    Plan and(Plan other) {
      return new Plan(
          union(absent, other.absent),
          union(present, other.present),
          union(clauses, other.clauses));
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
      var all = new LinkedHashSet<>(one);
      all.addAll(other);
      return all;
    }
  }

  Abduction(Program program, FactTable facts) {
    this.symbols = program.symbols();
    this.facts = facts;
    program.compiled().facts().forEach(fact -> assertedKinds.set(fact.atom().predicate()));
    for (var clause : program.compiled().clauses()) {
      if (clause.derives()) {
        byHead.computeIfAbsent(clause.head().predicate(), k -> new ArrayList<>()).add(clause);
        int only = functional(clause);
        if (only >= 0) {
          functional.set(only);
        }
      }
    }
  }

  /** The property of which a rule says that nothing has two different values; else -1. */
  private static int functional(Clause clause) {
    if (clause.head().predicate() != Symbols.SAME || clause.body().size() != 2) {
      return -1;
    }
    var one = clause.body().get(0);
    var other = clause.body().get(1);
    boolean same = one.predicate() == other.predicate() && !one.unary() && !other.unary();
    return same && one.first() == other.first() ? one.predicate() : -1;
  }

  /** Whether a functional property has another value there already. */
  private boolean taken(Atom atom) {
    return !atom.unary()
        && functional.get(atom.predicate())
        && atom.first() < SOME
        && facts.withFirst(atom.predicate(), atom.first()).size() > 0;
  }

  /** The cheapest plan found; null where there is none. */
  Plan of(Atom goal, int depth) {
    return search(goal, depth, new HashSet<>(), Integer.MAX_VALUE);
  }

  private Plan search(Atom goal, int depth, Set<Atom> above, int below) {
    if (known(goal) >= 0) {
      return new Plan(Set.of(), Set.of(known(goal)), Set.of());
    }
    Plan best = null;
    boolean top = above.isEmpty();
    if (!top && named(goal.predicate()) && assertedKinds.get(goal.predicate()) && !taken(goal)) {
      best = new Plan(Set.of(goal), Set.of(), Set.of());
    }
    if (depth == 0 || steps > MAX_STEPS || !above.add(goal)) {
      return best;
    }
    for (var clause : byHead.getOrDefault(goal.predicate(), List.of())) {
      int limit = best == null ? below : Math.min(below, best.cost());
      var bindings = new int[clause.variables()];
      Arrays.fill(bindings, -1);
      var head = clause.head();
      if (bind(head.first(), goal.first(), bindings)
          && (head.unary() || bind(head.second(), goal.second(), bindings))) {
        var rule = new Plan(Set.of(), Set.of(), Set.of(clause));
        var plan = body(new ArrayList<>(clause.body()), bindings, depth - 1, above, rule, limit);
        if (plan != null && (best == null || plan.cost() < best.cost())) {
          best = plan;
        }
      }
    }
    above.remove(goal);
    return best;
  }

  private Plan body(
      List<Atom> open, int[] bindings, int depth, Set<Atom> above, Plan sofar, int below) {
    if (++steps > MAX_STEPS || sofar.cost() >= below) {
      return null;
    }
    if (open.isEmpty()) {
      return sofar;
    }
    var atom =
        open.stream().max(Comparator.comparingInt((Atom a) -> bound(a, bindings))).orElseThrow();
    var rest = new ArrayList<>(open);
    rest.remove(atom);
    Plan best = null;
    int limit = below;
    if (bound(atom, bindings) > 0) {
      int tried = 0;
      for (int fact : candidates(atom, bindings)) {
        var extended = bindings.clone();
        if (bind(atom.first(), facts.first(fact), extended)
            && (atom.unary() || bind(atom.second(), facts.second(fact), extended))) {
          if (++tried > MAX_MATCHES) {
            break;
          }
          var met = sofar.and(new Plan(Set.of(), Set.of(fact), Set.of()));
          var plan = body(rest, extended, depth, above, met, limit);
          if (plan != null && plan.cost() < limit) {
            best = plan;
            limit = plan.cost();
          }
        }
      }
    }
    var extended = bindings.clone();
    var wanted = filled(atom, extended);
    if (known(wanted) < 0) {
      var missing = search(wanted, depth, above, limit);
      if (missing != null) {
        var plan = body(rest, extended, depth, above, sofar.and(missing), limit);
        if (plan != null && plan.cost() < limit) {
          best = plan;
        }
      }
    }
    return best;
  }

  private int[] candidates(Atom atom, int[] bindings) {
    int first = value(atom.first(), bindings);
    int second = atom.unary() ? Atom.NONE : value(atom.second(), bindings);
    if (first >= SOME || second >= SOME) {
      return new int[0];
    }
    if (first >= 0 && (atom.unary() || second >= 0)) {
      int fact = facts.find(atom.predicate(), first, second);
      return fact < 0 ? new int[0] : new int[] {fact};
    }
    return (first >= 0
            ? facts.withFirst(atom.predicate(), first)
            : second >= 0 ? facts.withSecond(atom.predicate(), second) : facts.of(atom.predicate()))
        .toArray();
  }

  /** The atom with terms for its variables; those that have none stand for something unnamed. */
  private Atom filled(Atom atom, int[] bindings) {
    return atom.unary()
        ? Atom.of(atom.predicate(), term(atom.first(), bindings))
        : new Atom(atom.predicate(), term(atom.first(), bindings), term(atom.second(), bindings));
  }

  private int term(int term, int[] bindings) {
    if (term >= 0 && bindings[term] < 0) {
      bindings[term] = SOME + unnamed++;
    }
    return value(term, bindings);
  }

  private static int bound(Atom atom, int[] bindings) {
    int first = value(atom.first(), bindings) >= 0 ? 1 : 0;
    return first + (!atom.unary() && value(atom.second(), bindings) >= 0 ? 1 : 0);
  }

  private int known(Atom atom) {
    return atom.first() >= SOME || !atom.unary() && atom.second() >= SOME
        ? -1
        : facts.find(atom.predicate(), atom.first(), atom.second());
  }

  private boolean named(int predicate) {
    return !(symbols.predicate(predicate) instanceof OWLClassExpression expression)
        || !expression.isAnonymous();
  }

  private static int value(int term, int[] bindings) {
    return term < 0 ? -1 - term : bindings[term];
  }

  private static boolean bind(int term, int value, int[] bindings) {
    if (term < 0) {
      return -1 - term == value;
    }
    if (bindings[term] < 0) {
      bindings[term] = value;
      return true;
    }
    return bindings[term] == value;
  }
}
