// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A symmetric and transitive relation as the classes of terms that it relates to each other: the
 * parts into which pairs in a table connect them. Room linear in the terms, not in the pairs. A
 * tree of pairs in the table spans each class, so that each pair has a path on which transitivity
 * leads to it. Immutable.
 */
final class Equivalence {
  private static final int NONE = -1;

  private final int[] classOf;
  private final int[] parents;
  private final int[] depths;
  private final List<int[]> classes = new ArrayList<>();

  private Equivalence(int terms) {
    this.classOf = filled(terms);
    this.parents = filled(terms);
    this.depths = new int[terms];
  }

  private static int[] filled(int length) {
    var filled = new int[length];
    Arrays.fill(filled, NONE);
    return filled;
  }

  /**
   * The classes that pairs of a predicate make; the table has each pair both ways round. Linear in
   * these pairs.
   */
  static Equivalence of(FactTable facts, int predicate, int terms) {
    var made = new Equivalence(terms);
    IntFunction<FactTable.Numbers> pairs = term -> facts.withFirst(predicate, term);
    var all = facts.of(predicate);
    for (int i = 0; i < all.size(); i++) {
      int root = facts.first(all.get(i));
      if (made.classOf[root] == NONE) {
        made.classes.add(made.reached(root, facts, pairs));
      }
    }
    return made;
  }

  private int[] reached(int root, FactTable facts, IntFunction<FactTable.Numbers> pairs) {
    var members = IntStream.builder();
    var open = new ArrayList<Integer>(List.of(root));
    classOf[root] = classes.size();
    for (int i = 0; i < open.size(); i++) {
      int term = open.get(i);
      members.add(term);
      pairs
          .apply(term)
          .forEach(
              pair -> {
                int other = facts.second(pair);
                if (classOf[other] == NONE) {
                  classOf[other] = classes.size();
                  parents[other] = term;
                  depths[other] = depths[term] + 1;
                  open.add(other);
                }
              });
    }
    return members.build().sorted().toArray();
  }

  /** The classes, the terms of each ascending; the caller leaves the arrays as they are. */
  List<int[]> classes() {
    return classes;
  }

  /** Number of pairs. */
  long pairs() {
    return classes.stream().mapToLong(members -> (long) members.length * members.length).sum();
  }

  /** Whether two terms are related. */
  boolean has(int one, int other) {
    return one >= 0 && other >= 0 && classOf[one] != NONE && classOf[one] == classOf[other];
  }

  /**
   * The terms on a way from one to another, both among them, of which each two in a row are a pair
   * in the table; for a term itself to a neighbour and back.
   */
  int[] path(int from, int to) {
    if (from == to) {
      int neighbour = parents[from] == NONE ? child(from) : parents[from];
      return neighbour == NONE ? new int[] {from, from} : new int[] {from, neighbour, from};
    }
    var up = new ArrayList<Integer>();
    var down = new ArrayList<Integer>();
    int one = from;
    int other = to;
    while (one != other) {
      if (depths[one] >= depths[other]) {
        up.add(one);
        one = parents[one];
      } else {
        down.add(0, other);
        other = parents[other];
      }
    }
    up.add(one);
    up.addAll(down);
    return up.stream().mapToInt(Integer::intValue).toArray();
  }

  private int child(int term) {
    return Arrays.stream(classes.get(classOf[term]))
        .filter(member -> parents[member] == term)
        .findFirst()
        .orElse(NONE);
  }
}
