// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import io.github.entente.reason.rules.Ways.Ground;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * For each node of a graph of ground rules the minimal sets of axioms that it follows from, by
 * fixpoint: an axiom follows from itself, a head from the union of one set for each node of the
 * body. Where a node has more sets than are kept, the smallest are, and it is remembered that there
 * were more. For use by one thread, once.
 */
final class Labels {
  /** Past so many unions it ends early. */
  private static final int MOST_UNIONS = 4_000_000;

  private static final int LEAST_KEPT = 64;
  private static final int KEPT_FOR_EACH = 4;

  /** The smallest first; among those of one size in the order of the axioms. */
  private static final Comparator<BitSet> SMALLEST_FIRST =
      Comparator.comparingInt(BitSet::cardinality)
          .thenComparing((one, other) -> Arrays.compare(other.toLongArray(), one.toLongArray()));

  private final List<List<Ground>> byBody = new ArrayList<>();
  private final List<List<BitSet>> labels = new ArrayList<>();
  private final List<Ground> rules;
  private final int axioms;
  private final int kept;
  private boolean all = true;
  private int unions;

  Labels(List<Ground> rules, int axioms, int nodes, int most) {
    this.rules = rules;
    this.axioms = axioms;
    this.kept = (int) Math.max(LEAST_KEPT, Math.min((long) most * KEPT_FOR_EACH, 1 << 14));
    for (int node = 0; node < nodes; node++) {
      byBody.add(new ArrayList<>());
      labels.add(List.of());
    }
    rules.forEach(
        rule -> Arrays.stream(rule.body()).distinct().forEach(node -> byBody.get(node).add(rule)));
  }

  /** Finds the sets; says whether it found all. */
  boolean run(BooleanSupplier stop) {
    var open = new ArrayDeque<Integer>();
    var waiting = new BitSet();
    for (int axiom = 0; axiom < axioms; axiom++) {
      var alone = new BitSet();
      alone.set(axiom);
      labels.set(axiom, List.of(alone));
      open.add(axiom);
      waiting.set(axiom);
    }
    for (var rule : rules) {
      if (rule.body().length == 0 && labels.get(rule.head()).isEmpty()) {
        labels.set(rule.head(), List.of(new BitSet()));
        open.add(rule.head());
        waiting.set(rule.head());
      }
    }
    while (!open.isEmpty()) {
      if (unions > MOST_UNIONS || stop.getAsBoolean()) {
        return false;
      }
      int node = open.remove();
      waiting.clear(node);
      for (var rule : byBody.get(node)) {
        if (add(rule) && !waiting.get(rule.head())) {
          waiting.set(rule.head());
          open.add(rule.head());
        }
      }
    }
    return all;
  }

  List<BitSet> of(int node) {
    return labels.get(node);
  }

  private boolean add(Ground rule) {
    for (int node : rule.body()) {
      if (labels.get(node).isEmpty()) {
        return false;
      }
    }
    List<BitSet> joint = List.of(new BitSet());
    for (int node : rule.body()) {
      var next = new ArrayList<BitSet>();
      for (var one : joint) {
        for (var other : labels.get(node)) {
          var union = (BitSet) one.clone();
          union.or(other);
          next.add(union);
          unions++;
        }
      }
      joint = next.size() == 1 ? next : least(next);
    }
    var known = labels.get(rule.head());
    if (joint.stream().allMatch(set -> known.stream().anyMatch(k -> includes(set, k)))) {
      return false;
    }
    var more = new ArrayList<>(known);
    more.addAll(joint);
    var label = least(more);
    labels.set(rule.head(), label);
    return !label.equals(known);
  }

  /** Those that include no other, as many as are kept. */
  private List<BitSet> least(List<BitSet> sets) {
    sets.sort(SMALLEST_FIRST);
    var least = new ArrayList<BitSet>();
    for (var set : sets) {
      if (least.stream().noneMatch(smaller -> includes(set, smaller))) {
        if (least.size() == kept) {
          all = false;
          break;
        }
        least.add(set);
      }
    }
    return least;
  }

  private static boolean includes(BitSet set, BitSet part) {
    for (int i = part.nextSetBit(0); i >= 0; i = part.nextSetBit(i + 1)) {
      if (!set.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** The nodes that follow from some axioms. */
  static BitSet reached(List<Ground> rules, BitSet stated, int nodes) {
    var reached = (BitSet) stated.clone();
    boolean more = true;
    while (more) {
      more = false;
      for (var rule : rules) {
        if (!reached.get(rule.head()) && Arrays.stream(rule.body()).allMatch(reached::get)) {
          reached.set(rule.head());
          more = true;
        }
      }
    }
    return reached;
  }
}
