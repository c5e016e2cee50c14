// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.models;

/** What holds in a {@link State} as it is, if what it does not say is false. */
final class Truth {
  private final State state;

  Truth(State state) {
    this.state = state;
  }

  boolean holds(Concept c, int node) {
    return switch (c.kind) {
      case TOP -> true;
      case BOTTOM -> false;
      case ATOM -> state.fact(c.symbol, node);
      case NOT_ATOM -> !state.fact(c.symbol, node);
      case AND -> all(c, node);
      case OR -> any(c, node);
      case SOME -> count(c, node, 1) >= 1;
      case MIN -> count(c, node, c.count) >= c.count;
      case MAX -> count(c, node, c.count + 1) <= c.count;
      case ALL -> every(c, node);
      case ONE_OF -> among(c.nodes, node);
      case NOT_ONE_OF -> !among(c.nodes, node);
      case SELF -> state.edge(c.symbol, node, node);
      case NOT_SELF -> !state.edge(c.symbol, node, node);
      case DATA_SOME -> countData(c, node, 1) >= 1;
      case DATA_MIN -> countData(c, node, c.count) >= c.count;
      case DATA_MAX -> countData(c, node, c.count + 1) <= c.count;
      case DATA_ALL -> countData(c, node, Integer.MAX_VALUE) == state.data(c.symbol, node).size();
    };
  }

  /** Whether a concept that an element must satisfy holds, or will once all else does. */
  boolean settled(Concept c, int node) {
    if (holds(c, node)) {
      return true;
    }
    return switch (c.kind) {
      case OR -> c.parts.stream().anyMatch(part -> required(part, node));
      case SOME, MIN -> {
        int found = 0;
        for (int value : state.values(c.symbol, node).toArray()) {
          if (required(c.part(), value) || holds(c.part(), value)) {
            found++;
          }
        }
        yield found >= Math.max(1, c.count);
      }
      default -> false;
    };
  }

  private boolean required(Concept c, int node) {
    return state.label(c, node) || c.kind == Concept.Kind.ATOM && state.fact(c.symbol, node);
  }

  private boolean all(Concept c, int node) {
    for (var part : c.parts) {
      if (!holds(part, node)) {
        return false;
      }
    }
    return true;
  }

  private boolean any(Concept c, int node) {
    for (var part : c.parts) {
      if (holds(part, node)) {
        return true;
      }
    }
    return false;
  }

  private boolean among(int[] nodes, int node) {
    for (int one : nodes) {
      if (state.find(one) == node) {
        return true;
      }
    }
    return false;
  }

  /** How many values satisfy the filler; no more are looked for than enough. */
  private int count(Concept c, int node, int enough) {
    var values = state.values(c.symbol, node);
    if (c.part().kind == Concept.Kind.TOP) {
      return values.size();
    }
    if (values.size() == 0) {
      return 0;
    }
    int found = 0;
    for (int value : values.toArray()) {
      if (holds(c.part(), value) && ++found == enough) {
        return found;
      }
    }
    return found;
  }

  private boolean every(Concept c, int node) {
    for (int value : state.values(c.symbol, node).toArray()) {
      if (!holds(c.part(), value)) {
        return false;
      }
    }
    return true;
  }

  private int countData(Concept c, int node, int enough) {
    int found = 0;
    for (int value : state.data(c.symbol, node).toArray()) {
      if (c.range.contains(value) && ++found == enough) {
        return found;
      }
    }
    return found;
  }
}
