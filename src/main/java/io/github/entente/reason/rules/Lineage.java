// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import io.github.entente.reason.rules.Clause.Atom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLFunctionalObjectPropertyAxiom;

/**
 * The axioms in all derivations of facts: each rule is followed backwards from its conclusion to
 * all premises in the closure that satisfy its body. For use by one thread, once.
 */
final class Lineage {
  private final Compiler compiled;
  private final FactTable facts;
  private final Map<Integer, List<OWLAxiom>> asserted = new HashMap<>();
  private final Map<Integer, List<Clause>> byHead = new HashMap<>();
  private final Set<OWLAxiom> axioms = new LinkedHashSet<>();
  private final BitSet seen = new BitSet();
  private final ArrayDeque<Integer> open = new ArrayDeque<>();

  Lineage(Program program, FactTable facts) {
    this.compiled = program.compiled();
    this.facts = facts;
    for (var fact : compiled.facts()) {
      var atom = fact.atom();
      int number = find(atom, new int[0]);
      if (number >= 0) {
        asserted.computeIfAbsent(number, k -> new ArrayList<>()).add(fact.source());
      }
    }
    for (var clause : compiled.clauses()) {
      if (clause.derives()) {
        byHead.computeIfAbsent(clause.head().predicate(), k -> new ArrayList<>()).add(clause);
      }
    }
  }

  Set<OWLAxiom> of(IntStream wanted) {
    wanted.forEach(this::meet);
    while (!open.isEmpty()) {
      follow(open.remove());
    }
    return axioms;
  }

  Set<OWLAxiom> ofContradictions() {
    for (var clause : compiled.clauses()) {
      if (clause.contradicts()) {
        premises(clause, unbound(clause));
      }
    }
    return of(IntStream.empty());
  }

  private void meet(int fact) {
    if (!seen.get(fact)) {
      seen.set(fact);
      open.add(fact);
    }
  }

  private void follow(int fact) {
    axioms.addAll(asserted.getOrDefault(fact, List.of()));
    for (var clause : byHead.getOrDefault(facts.predicate(fact), List.of())) {
      var bindings = unbound(clause);
      var head = clause.head();
      if (bind(head.first(), facts.first(fact), bindings)
          && (head.unary() || bind(head.second(), facts.second(fact), bindings))) {
        premises(clause, bindings);
      }
    }
    counted(fact);
    equated(fact);
  }

  private static int[] unbound(Clause clause) {
    var bindings = new int[clause.variables()];
    Arrays.fill(bindings, -1);
    return bindings;
  }

  private void premises(Clause clause, int[] bindings) {
    match(clause, 0, bindings, new int[clause.body().size()]);
  }

  private void match(Clause clause, int place, int[] bindings, int[] premises) {
    if (place == clause.body().size()) {
      if (clause.source() != null) {
        axioms.add(clause.source());
      }
      Arrays.stream(premises).forEach(this::meet);
      return;
    }
    var atom = clause.body().get(place);
    int first = value(atom.first(), bindings);
    int second = atom.unary() ? Atom.NONE : value(atom.second(), bindings);
    if (first >= 0 && (atom.unary() || second >= 0)) {
      int fact = facts.find(atom.predicate(), first, second);
      if (fact >= 0) {
        premises[place] = fact;
        match(clause, place + 1, bindings, premises);
      }
      return;
    }
    var candidates =
        first >= 0
            ? facts.withFirst(atom.predicate(), first)
            : second >= 0 ? facts.withSecond(atom.predicate(), second) : facts.of(atom.predicate());
    candidates.forEach(
        fact -> {
          var extended = bindings.clone();
          if (bind(atom.first(), facts.first(fact), extended)
              && (atom.unary() || bind(atom.second(), facts.second(fact), extended))) {
            var chosen = premises.clone();
            chosen[place] = fact;
            match(clause, place + 1, extended, chosen);
          }
        });
  }

  /** Minimum cardinalities: all fillers, and all that says that they are different. */
  private void counted(int fact) {
    for (var atLeast : compiled.atLeasts()) {
      if (atLeast.head() != facts.predicate(fact)) {
        continue;
      }
      int subject = facts.first(fact);
      var links =
          atLeast.inverse()
              ? facts.withSecond(atLeast.property(), subject)
              : facts.withFirst(atLeast.property(), subject);
      links.forEach(
          link -> {
            int filler = atLeast.inverse() ? facts.first(link) : facts.second(link);
            int type = facts.find(atLeast.filler(), filler, Atom.NONE);
            if (type >= 0) {
              meet(link);
              meet(type);
            }
          });
      axioms.addAll(compiled.differentSources());
      for (var clause : compiled.clauses()) {
        if (clause.source() instanceof OWLFunctionalObjectPropertyAxiom functional) {
          axioms.add(functional);
          facts.of(clause.body().get(0).predicate()).forEach(this::meet);
        }
      }
    }
  }

  private void equated(int fact) {
    int predicate = facts.predicate(fact);
    int first = facts.first(fact);
    int second = facts.second(fact);
    if (predicate == Symbols.SAME) {
      meetIfKnown(facts.find(Symbols.SAME, second, first));
    }
    for (int same : facts.withSecond(Symbols.SAME, first).toArray()) {
      substituted(facts.find(predicate, facts.first(same), second), same);
    }
    if (second != Atom.NONE) {
      for (int same : facts.withSecond(Symbols.SAME, second).toArray()) {
        substituted(facts.find(predicate, first, facts.first(same)), same);
      }
    }
  }

  private void substituted(int fact, int equality) {
    if (fact >= 0) {
      meet(fact);
      meet(equality);
    }
  }

  private void meetIfKnown(int fact) {
    if (fact >= 0) {
      meet(fact);
    }
  }

  private int find(Atom atom, int[] bindings) {
    return facts.find(
        atom.predicate(),
        value(atom.first(), bindings),
        atom.unary() ? Atom.NONE : value(atom.second(), bindings));
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
