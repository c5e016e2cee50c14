// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.semanticweb.owlapi.model.OWLAxiom;

/**
 * Shows of many justifications that what they conclude follows, and that without any one of their
 * axioms something of it no longer does; by new reasoners, sharing what one of them says.
 *
 * <p>What follows from some axioms follows from more, and what does not follow from all the axioms
 * of all justifications but one does not follow from fewer. So one consistent set, all but one
 * axiom and the denials of all conclusions that it is needed for, speaks for many justifications;
 * only where that does not do are they looked at one by one.
 */
final class Minimality {
  private final Map<List<Object>, Item> items = new LinkedHashMap<>();

  /** A justification, with what each conclusion is said to follow from. */
  private record Item(Set<OWLAxiom> axioms, Map<OWLAxiom, Set<OWLAxiom>> goals, String said) {
    boolean lost(OWLAxiom without) {
      var rest = new LinkedHashSet<>(axioms);
      rest.remove(without);
      return goals.keySet().stream().anyMatch(goal -> !Fresh.entails(rest, goal));
    }
  }

  /** Takes in the justifications of an explanation. */
  void add(Explanation explanation) {
    explanation.cases().forEach(one -> add(one, explanation));
  }

  private void add(Case one, Explanation explanation) {
    one.pieces().forEach(piece -> piece.inside().forEach(inner -> add(inner, explanation)));
    for (var support : one.supports()) {
      for (var justification : support.justifications()) {
        add(justification, explanation);
      }
    }
  }

  private void add(Justification justification, Explanation explanation) {
    var axioms = axioms(justification.leaves(), explanation);
    items.computeIfAbsent(
        List.of(Set.copyOf(justification.conclusions()), axioms),
        key -> {
          var goals = new LinkedHashMap<OWLAxiom, Set<OWLAxiom>>();
          for (int i = 0; i < justification.conclusions().size(); i++) {
            var numbers = new LinkedHashSet<Integer>();
            leaves(justification.proofs().get(i), numbers);
            goals.put(justification.conclusions().get(i), axioms(numbers, explanation));
          }
          return new Item(axioms, goals, explanation.title());
        });
  }

  private static void leaves(Proof proof, Set<Integer> numbers) {
    numbers.addAll(proof.leaves());
    proof.premises().forEach(premise -> leaves(premise, numbers));
  }

  private static Set<OWLAxiom> axioms(Collection<Integer> numbers, Explanation explanation) {
    var axioms = new LinkedHashSet<OWLAxiom>();
    numbers.forEach(number -> axioms.add(explanation.leaf(number).axiom().orElseThrow()));
    return axioms;
  }

  /** How many there are. */
  int size() {
    return items.size();
  }

  /** Fails where a conclusion does not follow, or an axiom is not needed. */
  void check() {
    var enough = new HashMap<OWLAxiom, List<Set<OWLAxiom>>>();
    for (var item : items.values()) {
      item.goals.forEach((goal, from) -> assertFollows(goal, from, item, enough));
    }
    var needed = neededAmongAll(enough);
    items.values().parallelStream()
        .forEach(
            item ->
                item.axioms.forEach(
                    axiom ->
                        assertThat(
                                item.goals.keySet().stream()
                                        .anyMatch(
                                            goal ->
                                                needed.getOrDefault(axiom, Set.of()).contains(goal))
                                    || item.lost(axiom))
                            .as("%s: needs %s of %s", item.said, axiom, item.axioms)
                            .isTrue()));
  }

  private static void assertFollows(
      OWLAxiom goal, Set<OWLAxiom> from, Item item, Map<OWLAxiom, List<Set<OWLAxiom>>> enough) {
    var known = enough.computeIfAbsent(goal, g -> new ArrayList<>());
    if (known.stream().anyMatch(item.axioms::containsAll)) {
      return;
    }
    var least = Fresh.entails(from, goal) ? from : item.axioms;
    assertThat(least == from || Fresh.entails(least, goal))
        .as("%s: %s follows from %s", item.said, goal, item.axioms)
        .isTrue();
    known.add(least);
  }

  /** For each axiom, conclusions that do not follow from all the axioms without it. */
  private Map<OWLAxiom, Set<OWLAxiom>> neededAmongAll(Map<OWLAxiom, List<Set<OWLAxiom>>> enough) {
    var all = new LinkedHashSet<OWLAxiom>();
    items.values().forEach(item -> all.addAll(item.axioms));
    var needed = new ConcurrentHashMap<OWLAxiom, Set<OWLAxiom>>();
    all.parallelStream()
        .forEach(
            axiom -> {
              var goals = new LinkedHashSet<OWLAxiom>();
              enough.forEach(
                  (goal, sets) -> {
                    if (sets.stream().allMatch(set -> set.contains(axiom))) {
                      goals.add(goal);
                    }
                  });
              var denied =
                  Stream.concat(
                          all.stream().filter(other -> !other.equals(axiom)),
                          goals.stream().map(Fresh::negation))
                      .toList();
              if (!goals.isEmpty() && Fresh.consistent(denied)) {
                needed.put(axiom, goals);
              }
            });
    return needed;
  }
}
