// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.models;

import io.github.entente.reason.rules.Program;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;

/** Merges named elements that agree on the values of a key. */
final class Keys {
  private final State state;
  private final Rules rules;
  private final Truth truth;

  Keys(State state, Rules rules, Truth truth) {
    this.state = state;
    this.rules = rules;
    this.truth = truth;
  }

  /** Whether elements must become one; they wait for it. */
  boolean merge() {
    if (rules.keys.isEmpty()) {
      return false;
    }
    var named = named();
    boolean merged = false;
    for (var key : rules.keys) {
      merged |= merge(key, named);
    }
    return merged;
  }

  private BitSet named() {
    var named = new BitSet();
    var individuals = state.names.individuals();
    for (int node = 0; node < state.named(); node++) {
      if (Program.hasName(individuals.get(node))) {
        named.set(state.find(node));
      }
    }
    return named;
  }

  private boolean merge(Rules.Key key, BitSet named) {
    boolean merged = false;
    if (key.roles().length + key.dataProperties().length == 0) {
      return false;
    }
    var byValue = new HashMap<Integer, List<Integer>>();
    for (int node = named.nextSetBit(0); node >= 0; node = named.nextSetBit(node + 1)) {
      if (!truth.holds(key.members(), node)) {
        continue;
      }
      for (int value : first(key, node)) {
        if (key.roles().length > 0 && !named.get(value)) {
          continue;
        }
        var others = byValue.computeIfAbsent(value, v -> new ArrayList<>());
        for (int other : others) {
          if (other != node && agree(key, node, other, named)) {
            state.mergeLater(other, node);
            merged = true;
          }
        }
        others.add(node);
      }
    }
    return merged;
  }

  private int[] first(Rules.Key key, int node) {
    int role = key.roles().length > 0 ? key.roles()[0] : Names.NOTHING;
    if (key.roles().length > 0) {
      return role == Names.NOTHING ? new int[0] : state.values(role, node).toArray();
    }
    int property = key.dataProperties()[0];
    return property == Names.NOTHING ? new int[0] : state.data(property, node).toArray();
  }

  private boolean agree(Rules.Key key, int one, int other, BitSet named) {
    for (int role : key.roles()) {
      if (role == Names.NOTHING || !meet(role, one, other, named)) {
        return false;
      }
    }
    for (int property : key.dataProperties()) {
      if (property == Names.NOTHING || !meet(property, one, other)) {
        return false;
      }
    }
    return true;
  }

  private boolean meet(int role, int one, int other, BitSet named) {
    for (int value : state.values(role, one).toArray()) {
      if (named.get(value) && state.edge(role, other, value)) {
        return true;
      }
    }
    return false;
  }

  private boolean meet(int property, int one, int other) {
    for (int value : state.data(property, one).toArray()) {
      if (state.data(property, other).contains(value)) {
        return true;
      }
    }
    return false;
  }
}
