// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import io.github.entente.reason.rules.Clause.Atom;
import io.github.entente.reason.rules.Ways.Ground;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLIndividual;

/**
 * Finds the ways to facts: each rule is followed backwards from its conclusion to all premises in
 * the closure that satisfy its body. For use by one thread, once.
 */
final class Lineage {
  /** More applications of rules than this are not looked at. */
  private static final int MOST = 100_000;

  /** What it meets: a fact, an axiom, or that two individuals are different. */
  private record Node(Object what) {}

  private record Two(int one, int other) {}

  private final Symbols symbols;
  private final Compiler compiled;
  private final FactTable facts;
  private final Optional<List<Choices.Made>> choices;
  private final Map<Integer, List<OWLAxiom>> asserted = new HashMap<>();
  private final Map<Integer, List<Clause>> byHead = new HashMap<>();
  private final Map<Integer, List<Choices.Made>> chosen = new HashMap<>();
  private final Map<Node, Integer> numbers = new LinkedHashMap<>();
  private final List<Ground> rules = new ArrayList<>();
  private final Set<Object> met = new HashSet<>();
  private final ArrayDeque<Integer> open = new ArrayDeque<>();

  /**
   * @param choices what clauses that are no rules bring about in the closure; empty where that
   *     cannot be told
   */
  Lineage(Program program, FactTable facts, Optional<List<Choices.Made>> choices) {
    this.symbols = program.symbols();
    this.compiled = program.compiled();
    this.facts = facts;
    this.choices = choices;
    for (var fact : compiled.facts()) {
      int number = facts.find(fact.atom(), new int[0]);
      if (number >= 0) {
        asserted.computeIfAbsent(number, k -> new ArrayList<>()).add(fact.source());
      }
    }
    for (var clause : compiled.clauses()) {
      if (clause.derives()) {
        byHead.computeIfAbsent(clause.head().predicate(), k -> new ArrayList<>()).add(clause);
      }
    }
    choices.ifPresent(
        made ->
            made.forEach(
                one ->
                    Arrays.stream(one.heads())
                        .distinct()
                        .forEach(
                            head ->
                                chosen.computeIfAbsent(head, k -> new ArrayList<>()).add(one))));
  }

  /** The ways to all of some facts; empty where there are too many, or it was stopped. */
  Optional<Ways> of(int[] wanted, BooleanSupplier stop) {
    int goal = number("goal");
    rules.add(new Ground(goal, Arrays.stream(wanted).map(this::fact).toArray(), true));
    while (!open.isEmpty()) {
      if (rules.size() > MOST || stop.getAsBoolean()) {
        return Optional.empty();
      }
      follow(open.remove());
    }
    return rules.size() > MOST ? Optional.empty() : Optional.of(ways(goal));
  }

  /** With the axioms numbered first. */
  private Ways ways(int goal) {
    var axioms = new ArrayList<OWLAxiom>();
    var order = new int[numbers.size()];
    numbers.forEach(
        (node, number) -> {
          if (node.what() instanceof OWLAxiom axiom) {
            order[number] = axioms.size();
            axioms.add(axiom);
          }
        });
    int next = axioms.size();
    for (var entry : numbers.entrySet()) {
      if (!(entry.getKey().what() instanceof OWLAxiom)) {
        order[entry.getValue()] = next++;
      }
    }
    var ordered =
        rules.stream()
            .map(
                rule ->
                    new Ground(
                        order[rule.head()],
                        Arrays.stream(rule.body()).map(node -> order[node]).distinct().toArray(),
                        rule.certain()))
            .toList();
    return new Ways(axioms, ordered, next, order[goal], choices.isPresent());
  }

  // ---- nodes ----

  private int number(Object what) {
    return numbers.computeIfAbsent(new Node(what), k -> numbers.size());
  }

  private int fact(int fact) {
    if (met.add(fact)) {
      open.add(fact);
    }
    return number(fact);
  }

  private void rule(int head, OWLAxiom source, IntStream body) {
    rules.add(new Ground(head, nodes(body, source), true));
  }

  private int[] nodes(IntStream body, OWLAxiom source) {
    return (source == null ? body : IntStream.concat(body, IntStream.of(number(source)))).toArray();
  }

  // ---- one fact ----

  private void follow(int fact) {
    int node = number(fact);
    asserted.getOrDefault(fact, List.of()).forEach(axiom -> rule(node, axiom, IntStream.empty()));
    if (facts.predicate(fact) == compiled.thing()
        && symbols.term(facts.first(fact)) instanceof OWLIndividual) {
      rule(node, null, IntStream.empty());
    }
    for (var clause : byHead.getOrDefault(facts.predicate(fact), List.of())) {
      var bindings = Saturation.unbound(clause.variables());
      var head = clause.head();
      if (Saturation.unify(head.first(), facts.first(fact), bindings)
          && (head.unary() || Saturation.unify(head.second(), facts.second(fact), bindings))) {
        match(clause, 0, bindings, new int[clause.body().size()], node);
      }
    }
    counted(fact);
    equated(fact);
    for (var made : chosen.getOrDefault(fact, List.of())) {
      var body = Arrays.stream(made.body()).map(this::fact);
      rules.add(new Ground(node, nodes(body, made.source()), false));
    }
  }

  private void match(Clause clause, int place, int[] bindings, int[] premises, int head) {
    if (rules.size() > MOST) {
      return;
    }
    if (place == clause.body().size()) {
      if (!clause.ofNamesOnly() || Arrays.stream(bindings).noneMatch(symbols::unnamed)) {
        rule(head, clause.source(), Arrays.stream(premises).map(this::fact));
      }
      return;
    }
    var atom = clause.body().get(place);
    int first = Saturation.value(atom.first(), bindings);
    int second = atom.unary() ? Atom.NONE : Saturation.value(atom.second(), bindings);
    if (first >= 0 && (atom.unary() || second >= 0)) {
      int fact = facts.find(atom.predicate(), first, second);
      if (fact >= 0) {
        premises[place] = fact;
        match(clause, place + 1, bindings, premises, head);
      }
      return;
    }
    var candidates = facts.matching(atom.predicate(), first, second);
    candidates.forEach(
        fact -> {
          var extended = bindings.clone();
          if (Saturation.unify(atom.first(), facts.first(fact), extended)
              && (atom.unary() || Saturation.unify(atom.second(), facts.second(fact), extended))) {
            var chosenPremises = premises.clone();
            chosenPremises[place] = fact;
            match(clause, place + 1, extended, chosenPremises, head);
          }
        });
  }

  // ---- minimum cardinalities ----

  private void counted(int fact) {
    for (var atLeast : compiled.atLeasts()) {
      if (atLeast.head() == facts.predicate(fact)) {
        var fillers = AtLeast.fillers(atLeast, facts.first(fact), facts);
        subsets(fact, atLeast, List.copyOf(fillers.keySet()), fillers, 0, new ArrayList<>());
      }
    }
  }

  /** Each choice of as many fillers as are wanted, with what says that they are different. */
  private void subsets(
      int head,
      AtLeast atLeast,
      List<Integer> fillers,
      Map<Integer, int[]> premises,
      int from,
      List<Integer> taken) {
    if (rules.size() > MOST) {
      return;
    }
    if (taken.size() == atLeast.count()) {
      var body = new ArrayList<Integer>();
      for (int i = 0; i < taken.size(); i++) {
        Arrays.stream(premises.get(taken.get(i))).forEach(premise -> body.add(fact(premise)));
        for (int j = i + 1; j < taken.size(); j++) {
          body.add(different(taken.get(i), taken.get(j)));
        }
      }
      rule(number(head), null, body.stream().mapToInt(Integer::intValue));
      return;
    }
    for (int i = from; i < fillers.size(); i++) {
      taken.add(fillers.get(i));
      subsets(head, atLeast, fillers, premises, i + 1, taken);
      taken.remove(taken.size() - 1);
    }
  }

  /** That two individuals are different: declared so, or by a functional property. */
  private int different(int one, int other) {
    var two = new Two(Math.min(one, other), Math.max(one, other));
    int node = number(two);
    if (!met.add(two)) {
      return node;
    }
    if (choices.isPresent()) {
      rules.add(new Ground(node, new int[0], false));
    }
    declared(one, other).forEach(axiom -> rule(node, axiom, IntStream.empty()));
    for (var clause : compiled.clauses()) {
      if (clause.functional()) {
        int property = clause.body().get(0).predicate();
        for (int a : facts.withFirst(property, one).toArray()) {
          for (int b : facts.withFirst(property, other).toArray()) {
            for (var axiom : declared(facts.second(a), facts.second(b))) {
              rule(node, clause.source(), IntStream.of(fact(a), fact(b), number(axiom)));
            }
          }
        }
      }
    }
    return node;
  }

  private List<OWLAxiom> declared(int one, int other) {
    var groups = compiled.differents();
    return IntStream.range(0, groups.size())
        .filter(group -> one != other)
        .filter(group -> groups.get(group).contains(one) && groups.get(group).contains(other))
        .mapToObj(compiled.differentSources()::get)
        .toList();
  }

  // ---- equality ----

  private void equated(int fact) {
    int predicate = facts.predicate(fact);
    int first = facts.first(fact);
    int second = facts.second(fact);
    if (predicate == Symbols.SAME) {
      int reverse = facts.find(Symbols.SAME, second, first);
      if (reverse >= 0) {
        rule(number(fact), null, IntStream.of(fact(reverse)));
      }
    }
    for (int same : facts.withSecond(Symbols.SAME, first).toArray()) {
      substituted(fact, facts.find(predicate, facts.first(same), second), same);
    }
    if (second != Atom.NONE) {
      for (int same : facts.withSecond(Symbols.SAME, second).toArray()) {
        substituted(fact, facts.find(predicate, first, facts.first(same)), same);
      }
    }
  }

  private void substituted(int fact, int from, int equality) {
    if (from >= 0) {
      rule(number(fact), null, IntStream.of(fact(from), fact(equality)));
    }
  }
}
