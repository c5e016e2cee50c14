// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.models;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What axioms come to in normal form: what facts set off, and what every element must satisfy. */
final class Rules {
  /** Where all predicates hold, so does the concept. */
  record Conjunction(int[] others, Concept head) {}

  /** A value that a predicate holds of makes another predicate hold. */
  record Join(int role, int filler, int sign) {}

  /** Two roles in a row are within a third. */
  record Chain(int first, int second, int whole) {}

  /** Values of a data property in a range make a predicate hold. */
  record DataSign(Range range, int sign) {}

  /** Named members that agree on values are the same. */
  record Key(Concept members, int[] roles, int[] dataProperties) {}

  final Map<Integer, List<Conjunction>> conjunctions = new HashMap<>();
  final Map<Integer, List<Join>> joinsByRole = new HashMap<>();
  final Map<Integer, List<Join>> joinsByFiller = new HashMap<>();

  /** A predicate for each directed role that holds of what has a value of it. */
  final Map<Integer, Integer> hasValue = new HashMap<>();

  final Map<Integer, Integer> selfSigns = new HashMap<>();
  final Map<Integer, List<Integer>> including = new HashMap<>();
  final Map<Integer, List<Chain>> chainsByFirst = new HashMap<>();
  final Map<Integer, List<Chain>> chainsBySecond = new HashMap<>();
  final Map<Integer, List<Integer>> disjoint = new HashMap<>();
  final Map<Integer, List<Integer>> dataIncluding = new HashMap<>();
  final Map<Integer, List<Integer>> dataDisjoint = new HashMap<>();
  final Map<Integer, List<DataSign>> dataSigns = new HashMap<>();
  final List<Integer> reflexive = new ArrayList<>();
  final List<Integer> irreflexive = new ArrayList<>();
  final List<Concept> everywhere = new ArrayList<>();
  final List<Key> keys = new ArrayList<>();

  // ---- facts ----

  /** A concept that a node is said to satisfy. */
  record Assertion(Concept concept, int node) {}

  /** A pair that a role, or data property, is said to relate or not to relate. */
  record Pair(int property, int subject, int value) {}

  final List<Assertion> assertions = new ArrayList<>();
  final List<Pair> edges = new ArrayList<>();
  final List<Pair> noEdges = new ArrayList<>();
  final List<Pair> data = new ArrayList<>();
  final List<Pair> noData = new ArrayList<>();
  final List<int[]> same = new ArrayList<>();
  final List<int[]> different = new ArrayList<>();

  /** Symmetric and transitive properties: whoever is in a pair is in a class of such. */
  final BitSet equivalences = new BitSet();

  /** Finds them, and takes out what would make their pairs one by one. */
  void findEquivalences(int properties) {
    for (int property = 0; property < properties; property++) {
      int role = 2 * property;
      Predicate<Chain> own =
          chain ->
              chain.first() >> 1 == role >> 1
                  && chain.second() >> 1 == role >> 1
                  && chain.whole() >> 1 == role >> 1;
      boolean symmetric = including.getOrDefault(role, List.of()).contains(role + 1);
      if (symmetric && chains(role).anyMatch(own)) {
        equivalences.set(property);
        including.get(role).removeIf(sup -> sup == role + 1);
        for (int one = role; one <= role + 1; one++) {
          chainsByFirst.getOrDefault(one, new ArrayList<>()).removeIf(own);
          chainsBySecond.getOrDefault(one, new ArrayList<>()).removeIf(own);
        }
      }
    }
  }

  /** Whether anything but its terms' having a value depends on a pair of a property. */
  boolean heeds(int property) {
    int role = 2 * property;
    return irreflexive.contains(role)
        || IntStream.of(role, role + 1)
            .anyMatch(
                one ->
                    Stream.of(disjoint, including, joinsByRole, chainsByFirst, chainsBySecond)
                            .anyMatch(map -> map.get(one) != null && !map.get(one).isEmpty())
                        || selfSigns.containsKey(one));
  }

  private Stream<Chain> chains(int role) {
    return IntStream.of(role, role + 1)
        .boxed()
        .flatMap(one -> chainsByFirst.getOrDefault(one, List.of()).stream());
  }

  static <T> void put(Map<Integer, List<T>> map, int key, T value) {
    map.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
  }
}
