// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.models;

import io.github.entente.reason.models.Concept.Kind;
import io.github.entente.reason.models.Policy.Witnesses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLDataRange;

/** The ways to make hold what must hold and does not, those to be tried first in front. */
final class Choices {
  private static final int MOST_PAIRS = 40;
  private static final int MOST_WITNESSES = 4;
  private static final int MOST_VALUES = 16;

  /** How far chance moves what is otherwise in the order of costs. */
  private static final int SPREAD = 14;

  private final State state;
  private final Rules rules;
  private final Propagation propagation;
  private final Truth truth;
  private final int mostNodes;
  private Policy policy;
  private Random random;

  /** A way to make something hold. */
  sealed interface Way {}

  /** A concept is to hold of an element. */
  record Require(Concept concept, int node) implements Way {}

  /** Two elements are to be one. */
  record Merge(int one, int other) implements Way {}

  /** An element that exists is to be the value. */
  record Witness(int role, int node, Concept filler, int value) implements Way {}

  /** A new element is to be the value, other than some. */
  record Fresh(int role, int node, Concept filler, int[] apart) implements Way {}

  /** A literal is to be the value. */
  record Datum(int property, int node, int value) implements Way {}

  Choices(State state, Rules rules, Propagation propagation, Truth truth, int mostNodes) {
    this.state = state;
    this.rules = rules;
    this.propagation = propagation;
    this.truth = truth;
    this.mostNodes = mostNodes;
  }

  void begin(Policy policy, long turn) {
    this.policy = policy;
    this.random = new Random(policy.seed().orElse(0L) * 31 + turn);
  }

  void apply(Way way) {
    if (way instanceof Require require) {
      propagation.require(require.concept(), require.node());
    } else if (way instanceof Merge merge) {
      state.mergeLater(merge.one(), merge.other());
    } else if (way instanceof Witness witness) {
      state.addEdge(witness.role(), witness.node(), witness.value());
      propagation.require(witness.filler(), witness.value());
    } else if (way instanceof Fresh fresh) {
      int value = propagation.node();
      for (int other : fresh.apart()) {
        state.different(value, other);
      }
      propagation.require(fresh.filler(), value);
      state.addEdge(fresh.role(), fresh.node(), value);
      state.addWitness(fresh.filler().id, value);
    } else if (way instanceof Datum datum) {
      state.addDatum(datum.property(), datum.node(), datum.value());
    }
  }

  List<Way> of(Concept c, int node) {
    return switch (c.kind) {
      case OR -> disjuncts(c, node);
      case ONE_OF ->
          drawn(
              Arrays.stream(c.nodes)
                  .map(state::find)
                  .distinct()
                  .filter(one -> !state.known(one, node))
                  .<Way>mapToObj(one -> new Merge(one, node))
                  .toList());
      case SOME, MIN -> values(c, node);
      case MAX -> fewer(c, node);
      case DATA_SOME, DATA_MIN -> data(c, node);
      default -> List.of();
    };
  }

  private List<Way> drawn(List<Way> ways) {
    var order = new ArrayList<>(ways);
    if (policy.seed().isPresent()) {
      Collections.shuffle(order, random);
    }
    return order;
  }

  // ---- disjunctions ----

  /** How many operands of a disjunction can still hold. */
  int left(Concept or, int node) {
    return possible(or, node).size();
  }

  private List<Concept> possible(Concept or, int node) {
    var parts = new ArrayList<Concept>();
    for (var part : or.parts) {
      if (!impossible(part, node)) {
        parts.add(part);
      }
    }
    return parts;
  }

  private List<Way> disjuncts(Concept or, int node) {
    var parts = possible(or, node);
    int[] costs = new int[state.concepts.count()];
    for (var part : parts) {
      costs[part.id] = cost(part, node) + (policy.seed().isPresent() ? random.nextInt(SPREAD) : 0);
    }
    parts.sort(Comparator.comparingInt(part -> costs[part.id]));
    return parts.stream().<Way>map(part -> new Require(part, node)).toList();
  }

  private boolean impossible(Concept part, int node) {
    return part.kind == Kind.BOTTOM
        || part.kind == Kind.NOT_ATOM && state.fact(part.symbol, node)
        || part.complement() != null && state.label(part.complement(), node)
        || part.kind == Kind.ONE_OF
            && Arrays.stream(part.nodes).allMatch(one -> state.known(state.find(one), node))
        || part.kind == Kind.MAX && !truth.holds(part, node) && fewer(part, node).isEmpty()
        || part.kind == Kind.AND && part.parts.stream().anyMatch(one -> impossible(one, node));
  }

  /** How much it says, names above all. */
  private int cost(Concept c, int node) {
    return switch (c.kind) {
      case ATOM -> state.fact(c.symbol, node) ? 0 : 10;
      case NOT_ATOM, NOT_ONE_OF, NOT_SELF -> 1;
      case ONE_OF -> 30;
      case SELF -> 12;
      case AND -> c.parts.stream().mapToInt(part -> cost(part, node)).sum();
      case OR -> c.parts.stream().mapToInt(part -> cost(part, node)).min().orElse(0);
      case SOME -> truth.holds(c, node) ? 0 : 20 + (c.part().kind == Kind.MIN ? 20 : 0);
      case MIN -> 15 * c.count;
      case ALL, MAX -> truth.holds(c, node) ? 1 : 14;
      case DATA_SOME, DATA_MIN -> truth.holds(c, node) ? 0 : 7;
      default -> 2;
    };
  }

  // ---- values that must exist ----

  private List<Way> values(Concept c, int node) {
    int role = c.symbol;
    var filler = c.part();
    var nominals = nominals(filler);
    var ways = new ArrayList<Way>();
    if (nominals.isPresent()) {
      for (int one : nominals.get().nodes) {
        ways.add(new Witness(role, node, filler, state.find(one)));
      }
      return drawn(ways);
    }
    var have = new ArrayList<Integer>();
    var lack = new ArrayList<Way>();
    state
        .values(role, node)
        .forEach(
            value -> {
              if (truth.holds(filler, value) || state.label(filler, value)) {
                have.add(value);
              } else if (lack.size() < MOST_WITNESSES && !impossible(filler, value)) {
                lack.add(new Require(filler, value));
              }
            });
    int[] apart = have.stream().mapToInt(Integer::intValue).toArray();
    Way fresh = new Fresh(role, node, filler, c.kind == Kind.MIN ? apart : new int[0]);
    var shared = shared(role, node, filler, have);
    boolean own = policy.witnesses() == Witnesses.OWN && node < state.named() || c.kind == Kind.MIN;
    if (policy.witnesses() == Witnesses.EXISTING) {
      ways.addAll(existing(role, node, filler, have));
    }
    boolean room = state.nodes() < mostNodes;
    if (own && room) {
      ways.add(fresh);
      ways.addAll(shared);
    } else {
      ways.addAll(shared);
      if (room) {
        ways.add(fresh);
      }
    }
    ways.addAll(lack);
    return ways;
  }

  private static Optional<Concept> nominals(Concept filler) {
    return filler.kind == Kind.ONE_OF
        ? Optional.of(filler)
        : filler.kind == Kind.AND
            ? filler.parts.stream().filter(part -> part.kind == Kind.ONE_OF).findFirst()
            : Optional.empty();
  }

  private List<Way> shared(int role, int node, Concept filler, List<Integer> have) {
    var ways = new ArrayList<Way>();
    int[] made = state.witnesses(filler.id);
    for (int i = 0; i < made.length && ways.size() < MOST_WITNESSES; i++) {
      int value = state.find(made[i]);
      if (!have.contains(value) && !impossible(filler, value)) {
        ways.add(new Witness(role, node, filler, value));
      }
    }
    return ways;
  }

  private List<Way> existing(int role, int node, Concept filler, List<Integer> have) {
    var ways = new ArrayList<Way>();
    int count = state.nodes();
    int start = count == 0 ? 0 : random.nextInt(count);
    for (int i = 0; i < Math.min(count, 200) && ways.size() < MOST_WITNESSES; i++) {
      int value = (start + i) % count;
      if (state.alive(value) && !have.contains(value) && truth.holds(filler, value)) {
        ways.add(new Witness(role, node, filler, value));
      }
    }
    return ways;
  }

  // ---- too many values ----

  private List<Way> fewer(Concept max, int node) {
    var filler = max.part();
    var values = new ArrayList<Integer>();
    for (int value : state.values(max.symbol, node).toArray()) {
      if (truth.holds(filler, value)) {
        values.add(value);
      }
    }
    values.sort(Comparator.reverseOrder()); // Those without names first.
    var ways = new ArrayList<Way>();
    if (!filler.lasting) {
      for (int value : values) {
        ways.add(new Require(state.concepts.not(filler), value));
      }
    }
    for (int one : values) {
      for (int other : values) {
        if (one > other && ways.size() < MOST_PAIRS && !state.known(one, other)) {
          ways.add(new Merge(one, other));
        }
      }
    }
    return drawn(ways);
  }

  // ---- data ----

  private List<Way> data(Concept c, int node) {
    var ways = new ArrayList<Way>();
    var present = state.data(c.symbol, node);
    var forbidden = state.forbiddenData(c.symbol, node);
    for (int value : state.names.ranges().some(confined(c, node))) {
      if (ways.size() < MOST_VALUES && !present.contains(value) && !forbidden.contains(value)) {
        ways.add(new Datum(c.symbol, node, value));
      }
    }
    return ways;
  }

  /** The range, as far as what is said of all values leaves it. */
  private Range confined(Concept c, int node) {
    Set<OWLDataRange> ranges = new HashSet<>();
    ranges.add(c.range.spelled());
    for (int property : including(c.symbol)) {
      for (var all : state.concepts.dataUniversals(property)) {
        if (state.label(all, node)) {
          ranges.add(all.range.spelled());
        }
      }
    }
    return ranges.size() == 1
        ? c.range
        : state.names.ranges().of(OWLManager.getOWLDataFactory().getOWLDataIntersectionOf(ranges));
  }

  private Set<Integer> including(int property) {
    var all = new HashSet<Integer>();
    var open = new ArrayList<>(List.of(property));
    while (!open.isEmpty()) {
      int next = open.remove(open.size() - 1);
      if (all.add(next)) {
        open.addAll(rules.dataIncluding.getOrDefault(next, List.of()));
      }
    }
    return all.stream().collect(Collectors.toSet());
  }
}
