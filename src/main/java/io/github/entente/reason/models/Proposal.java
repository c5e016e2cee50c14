// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.models;

import io.github.entente.certificate.Model;
import java.util.Arrays;
import java.util.HashMap;

/** Writes a {@link State} down as an interpretation: what it does not say is false. */
final class Proposal {
  private final State state;
  private final int[] elements;
  private final int size;

  private Proposal(State state) {
    this.state = state;
    this.elements = new int[state.nodes()];
    int count = 0;
    for (int node = 0; node < elements.length; node++) {
      elements[node] = state.alive(node) ? count++ : -1;
    }
    this.size = count;
  }

  static Model of(State state) {
    return new Proposal(state).model();
  }

  private Model model() {
    var model = Model.builder(size);
    var names = state.names;
    for (int node = 0; node < state.named(); node++) {
      model.name(names.individuals().get(node), elements[state.find(node)]);
    }
    for (int predicate = 0; predicate < names.predicateCount(); predicate++) {
      var named = names.classOf(predicate);
      if (named != null) {
        state
            .members(predicate)
            .forEach(
                node -> {
                  if (elements[node] >= 0) {
                    model.instance(named, elements[node]);
                  }
                });
      }
    }
    for (int property = 0; property < names.propertyCount(); property++) {
      if (names.property(property) != null) {
        rows(model, property);
      }
    }
    for (int property = 0; property < names.dataPropertyCount(); property++) {
      values(model, property);
    }
    return model.build();
  }

  private void rows(Model.Builder model, int property) {
    var name = state.names.property(property);
    var shared = new HashMap<Integer, int[]>();
    for (int node = 0; node < elements.length; node++) {
      var values = state.values(2 * property, node);
      if (elements[node] >= 0 && values.size() > 0) {
        var row = shared.get(node);
        if (row == null) {
          row = row(values);
          if (state.equivalences.get(property)) {
            var whole = row;
            values.forEach(value -> shared.put(value, whole));
          }
        }
        model.row(name, elements[node], row);
      }
    }
  }

  private int[] row(IntSet values) {
    int[] row = values.toArray();
    int kept = 0;
    for (int value : row) {
      if (elements[value] >= 0) {
        row[kept++] = elements[value];
      }
    }
    row = kept == row.length ? row : Arrays.copyOf(row, kept);
    Arrays.sort(row);
    return row;
  }

  private void values(Model.Builder model, int property) {
    var name = state.names.attribute(property);
    for (int node = 0; node < elements.length; node++) {
      if (elements[node] >= 0) {
        int element = elements[node];
        state
            .data(property, node)
            .forEach(value -> model.value(name, element, state.names.ranges().literal(value)));
      }
    }
  }
}
