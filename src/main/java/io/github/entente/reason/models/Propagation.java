// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.models;

import io.github.entente.reason.models.Concept.Kind;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Draws what follows without a choice from what is new in a {@link State}. */
final class Propagation {
  private static final int ASK_EVERY = 8192;

  private final State state;
  private final Rules rules;
  private final Concepts concepts;
  private final BooleanSupplier stop;
  private final BitSet irreflexive = new BitSet();
  private final BitSet ofAll = new BitSet();

  /** Equivalences of which each pair has to have its turn. */
  private final BitSet heeded = new BitSet();

  private int facts;
  private int edges;
  private int data;
  private int merges;
  private int steps;
  private boolean stopped;

  Propagation(State state, Rules rules, BooleanSupplier stop) {
    this.state = state;
    this.rules = rules;
    this.concepts = state.concepts;
    this.stop = stop;
    rules.irreflexive.forEach(role -> irreflexive.set(role >> 1));
    rules.everywhere.forEach(concept -> ofAll.set(concept.id));
    rules.equivalences.stream().filter(rules::heeds).forEach(heeded::set);
  }

  boolean stopped() {
    return stopped;
  }

  /** A new element, of which holds what holds of all. */
  int node() {
    int node = state.node();
    rules.reflexive.forEach(role -> state.addEdge(role, node, node));
    rules.everywhere.forEach(concept -> require(concept, node));
    return node;
  }

  // ---- requirements ----

  /** Makes a concept hold of an element, or puts that on the agenda. */
  void require(Concept concept, int node) {
    if (concept.kind == Kind.ATOM) {
      if (concept.complement() != null && state.label(concept.complement(), node)) {
        state.clashes();
      } else {
        state.addFact(concept.symbol, node);
      }
      return;
    } else if (concept.kind == Kind.TOP) {
      return;
    } else if (concept.kind == Kind.BOTTOM) {
      state.clashes();
      return;
    }
    if (!state.addLabel(concept, node)) {
      return;
    }
    switch (concept.kind) {
      case NOT_ATOM -> {
        if (state.fact(concept.symbol, node)) {
          state.clashes();
        }
      }
      case AND -> concept.parts.forEach(part -> require(part, node));
      case ALL ->
          state.values(concept.symbol, node).forEach(value -> require(concept.part(), value));
      case NOT_ONE_OF -> {
        for (int one : concept.nodes) {
          differ(node, one);
        }
      }
      case ONE_OF -> {
        if (concept.nodes.length == 1) {
          state.mergeLater(node, concept.nodes[0]);
        } else {
          state.agenda.add(list(concept), concept, node);
        }
      }
      case SELF -> state.addEdge(concept.symbol, node, node);
      case NOT_SELF -> state.forbidEdge(concept.symbol, node, node);
      case DATA_ALL -> state.data(concept.symbol, node).forEach(value -> within(concept, value));
      default -> state.agenda.add(list(concept), concept, node);
    }
  }

  private int list(Concept concept) {
    int list = Agenda.listFor(concept);
    return list == Agenda.CHOICES && ofAll.get(concept.id) ? Agenda.OF_ALL : list;
  }

  void differ(int one, int other) {
    if (state.find(one) == state.find(other)) {
      state.clashes();
    } else {
      state.different(one, other);
    }
  }

  private void within(Concept all, int value) {
    if (!all.range.contains(value)) {
      state.clashes();
    }
  }

  // ---- consequences ----

  /** Draws consequences until there is no more, or a clash, or it is stopped. */
  void run() {
    while (!state.clash() && !stopped) {
      if (++steps % ASK_EVERY == 0 && stop.getAsBoolean()) {
        stopped = true;
      } else if (merges < state.mergeQueue.size()) {
        merges += 2;
        merge(
            state.find(state.mergeQueue.get(merges - 2)),
            state.find(state.mergeQueue.get(merges - 1)));
      } else if (facts < state.factQueue.size()) {
        facts += 2;
        fact(state.factQueue.get(facts - 2), state.factQueue.get(facts - 1));
      } else if (data < state.dataQueue.size()) {
        data += 3;
        datum(
            state.dataQueue.get(data - 3),
            state.dataQueue.get(data - 2),
            state.dataQueue.get(data - 1));
      } else if (edges < state.edgeQueue.size()) {
        edges += 3;
        edge(
            state.edgeQueue.get(edges - 3),
            state.edgeQueue.get(edges - 2),
            state.edgeQueue.get(edges - 1));
      } else {
        break;
      }
    }
    reset();
  }

  /** Forgets what is waiting, and that it was stopped. */
  void reset() {
    stopped &= stop.getAsBoolean();
    state.clearQueues();
    facts = 0;
    edges = 0;
    data = 0;
    merges = 0;
  }

  private void fact(int predicate, int node) {
    if (!state.alive(node)) {
      return;
    }
    var atom = concepts.atom(predicate);
    if (atom.complement() != null && state.label(atom.complement(), node)) {
      state.clashes();
      return;
    }
    for (var rule : rules.conjunctions.getOrDefault(predicate, List.of())) {
      boolean all = true;
      for (int other : rule.others()) {
        all &= state.fact(other, node);
      }
      if (all) {
        require(rule.head(), node);
      }
    }
    for (var join : rules.joinsByFiller.getOrDefault(predicate, List.of())) {
      state.values(join.role() ^ 1, node).forEach(from -> state.addFact(join.sign(), from));
    }
  }

  private void edge(int property, int from, int to) {
    if (state.equivalences.get(property) && !state.edge(2 * property, from, to)) {
      join(property, state.find(from), state.find(to));
      return;
    }
    if (!state.alive(from) || !state.alive(to)) {
      return;
    }
    int role = 2 * property;
    if (from == to && irreflexive.get(property) || state.forbidden(property, from, to)) {
      state.clashes();
      return;
    }
    for (int apart : rules.disjoint.getOrDefault(role, List.of())) {
      if (state.edge(apart, from, to)) {
        state.clashes();
        return;
      }
    }
    for (int including : rules.including.getOrDefault(role, List.of())) {
      state.addEdge(including, from, to);
    }
    if (from == to) {
      var sign = rules.selfSigns.get(role);
      if (sign != null) {
        state.addFact(sign, from);
      }
    }
    directed(role, from, to);
    directed(role + 1, to, from);
  }

  /** Of an equivalence of which only having a value matters, the pairs need not have a turn. */
  private void join(int property, int from, int to) {
    int role = 2 * property;
    if (state.edge(role, from, to)) {
      return;
    }
    boolean each =
        heeded.get(property)
            || state.forbidsAny(property)
            || concepts.universals(role).stream().anyMatch(state::labels)
            || concepts.universals(role + 1).stream().anyMatch(state::labels);
    state.join(property, from, to, each);
    for (int directed = role; directed <= role + 1; directed++) {
      hasValue(directed, from);
      hasValue(directed, to);
    }
  }

  private void hasValue(int role, int node) {
    var sign = rules.hasValue.get(role);
    if (sign != null) {
      state.addFact(sign, node);
    }
  }

  private void directed(int role, int from, int to) {
    hasValue(role, from);
    for (var join : rules.joinsByRole.getOrDefault(role, List.of())) {
      if (state.fact(join.filler(), to)) {
        state.addFact(join.sign(), from);
      }
    }
    for (var all : concepts.universals(role)) {
      if (state.label(all, from)) {
        require(all.part(), to);
      }
    }
    for (var chain : rules.chainsByFirst.getOrDefault(role, List.of())) {
      relate(chain.whole(), from, state.values(chain.second(), to));
    }
    for (var chain : rules.chainsBySecond.getOrDefault(role, List.of())) {
      relate(chain.whole() ^ 1, to, state.values(chain.first() ^ 1, from));
    }
  }

  private void relate(int role, int from, IntSet to) {
    if (to.size() > 0) {
      to.forEachNotIn(state.values(role, from), value -> state.addEdge(role, from, value));
    }
  }

  private void datum(int property, int node, int value) {
    if (!state.alive(node)) {
      return;
    }
    if (state.forbiddenData(property, node).contains(value)) {
      state.clashes();
      return;
    }
    for (int apart : rules.dataDisjoint.getOrDefault(property, List.of())) {
      if (state.data(apart, node).contains(value)) {
        state.clashes();
        return;
      }
    }
    for (int including : rules.dataIncluding.getOrDefault(property, List.of())) {
      state.addDatum(including, node, value);
    }
    for (var sign : rules.dataSigns.getOrDefault(property, List.of())) {
      if (sign.range().contains(value)) {
        state.addFact(sign.sign(), node);
      }
    }
    for (var all : concepts.dataUniversals(property)) {
      if (state.label(all, node)) {
        within(all, value);
      }
    }
  }

  // ---- merging ----

  private void merge(int one, int other) {
    if (one == other) {
      return;
    }
    if (state.known(one, other)) {
      state.clashes();
      return;
    }
    int kept = Math.min(one, other);
    int gone = Math.max(one, other);
    state.inheritDifferences(kept, gone);
    state.mergedInto(gone, kept);
    state.agenda.touch();
    for (int property = 0; property < state.properties(); property++) {
      move(2 * property, gone, kept);
      move(2 * property + 1, gone, kept);
    }
    for (int property = 0; property < state.dataProperties(); property++) {
      int attribute = property;
      state.data(property, gone).forEach(value -> state.addDatum(attribute, kept, value));
      state
          .forbiddenData(property, gone)
          .forEach(value -> state.forbidDatum(attribute, kept, value));
    }
    for (int predicate = 0; predicate < state.predicates(); predicate++) {
      if (state.fact(predicate, gone)) {
        state.addFact(predicate, kept);
      }
    }
    for (int label = 0, count = state.labels(); label < count; label++) {
      if (state.label(label, gone)) {
        require(concepts.get(label), kept);
      }
    }
  }

  /** Gives one element the edges of another. */
  private void move(int role, int gone, int kept) {
    boolean forward = (role & 1) == 0;
    for (int value : state.values(role, gone).toArray()) {
      int to = value == gone ? kept : value;
      state.addEdge(role, kept, to);
      state.removeEdge(role >> 1, forward ? gone : value, forward ? value : gone);
    }
    for (int value : state.forbidden(role, gone).toArray()) {
      state.forbidEdge(role, kept, value == gone ? kept : state.find(value));
    }
  }
}
