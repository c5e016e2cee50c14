// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rif;

import io.github.entente.reason.rif.Formula.Builtin;
import io.github.entente.reason.rif.Formula.Equal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * Makes rules without disjunction of one with, and checks that each is safe: what is looked up, and
 * equalities and functions of what is bound, give every variable a value.
 *
 * @see <a href="https://www.w3.org/TR/rif-core/#Safeness_Criteria">RIF Core, safeness</a>
 */
final class Safeness {
  private static final int MOST = 1_000;

  private Safeness() {}

  static List<Rule> rules(List<Formula> head, Formula body, String where) {
    return disjuncts(body, where).stream()
        .map(conjuncts -> new Rule(head, ordered(conjuncts, head, where), where))
        .toList();
  }

  private static List<List<Formula>> disjuncts(Formula formula, String where) {
    var all = new ArrayList<List<Formula>>();
    if (formula instanceof Formula.Or or) {
      or.parts().forEach(part -> all.addAll(disjuncts(part, where)));
    } else if (formula instanceof Formula.And and) {
      all.add(List.of());
      for (var part : and.parts()) {
        var choices = disjuncts(part, where);
        var before = List.copyOf(all);
        all.clear();
        bounded((long) before.size() * choices.size(), where);
        for (var first : before) {
          for (var second : choices) {
            all.add(Stream.concat(first.stream(), second.stream()).toList());
          }
        }
      }
    } else {
      all.add(List.of(formula));
    }
    bounded(all.size(), where);
    return all;
  }

  private static void bounded(long disjuncts, String where) {
    if (disjuncts > MOST) {
      throw Refusal.of(
          where,
          "the condition has more than " + MOST + " disjuncts when it is multiplied out",
          "Give a disjunction a predicate of its own, which other rules conclude.");
    }
  }

  private static List<Formula> ordered(List<Formula> all, List<Formula> head, String where) {
    var ordered = new ArrayList<>(all.stream().filter(Formula::binds).toList());
    var left = new ArrayList<>(all.stream().filter(formula -> !formula.binds()).toList());
    var bound = new HashSet<Node>();
    ordered.forEach(formula -> bound.addAll(formula.variables()));
    for (boolean found = true; found; ) {
      var ready = left.stream().filter(formula -> ready(formula, bound)).findFirst();
      ready.ifPresent(
          formula -> {
            left.remove(formula);
            ordered.add(formula);
            bound.addAll(formula.variables());
          });
      found = ready.isPresent();
    }
    var unbound = new HashSet<Node>();
    Stream.concat(all.stream(), head.stream()).forEach(f -> unbound.addAll(f.variables()));
    unbound.removeAll(bound);
    if (!unbound.isEmpty() || !left.isEmpty()) {
      throw Refusal.of(
          where,
          "the rule is not safe: nothing gives a value to " + names(unbound),
          "Have each variable occur in a Frame, Member or Atom of the condition, in each branch of"
              + " an Or.");
    }
    return ordered;
  }

  private static boolean ready(Formula formula, Set<Node> bound) {
    if (formula instanceof Equal equal) {
      return known(equal.left(), bound) || known(equal.right(), bound);
    }
    return ((Builtin) formula).arguments().stream().allMatch(node -> known(node, bound));
  }

  private static boolean known(Node node, Set<Node> bound) {
    return !node.isVariable() || bound.contains(node);
  }

  private static String names(Set<Node> variables) {
    return variables.stream()
        .map(node -> "?" + node.getName().replaceFirst("\\.[0-9]+$", ""))
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
