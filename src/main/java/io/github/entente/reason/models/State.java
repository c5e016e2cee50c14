// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.models;

import io.github.entente.reason.models.Trail.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An interpretation in the making: elements, what holds of them and must hold of them. Each change
 * can be undone. What is new waits in queues for {@link Propagation}. For use by one thread.
 */
final class State {
  /** Elements that a role relates, both ways; where it is symmetric, each pair is its reverse. */
  private static final class Pairs {
    private final boolean symmetric;
    private IntSet[] forward = {};
    private IntSet[] backward = {};
    private int size;

    private Pairs(boolean symmetric) {
      this.symmetric = symmetric;
    }

    private IntSet row(boolean ahead, int node) {
      return row(ahead || symmetric ? forward : backward, node);
    }

    private static IntSet row(IntSet[] rows, int node) {
      var row = node < rows.length ? rows[node] : null;
      return row == null ? IntSet.EMPTY : row;
    }

    private static IntSet[] withRow(IntSet[] rows, int node) {
      var grown =
          node < rows.length ? rows : Arrays.copyOf(rows, Math.max(node + 1, 2 * rows.length));
      if (grown[node] == null) {
        grown[node] = new IntSet();
      }
      return grown;
    }

    private boolean add(int from, int to) {
      forward = withRow(forward, from);
      if (!forward[from].add(to)) {
        return false;
      }
      size++;
      if (symmetric) {
        forward = withRow(forward, to);
        forward[to].add(from);
      } else {
        backward = withRow(backward, to);
        backward[to].add(from);
      }
      return true;
    }

    /** Relates each of some elements to each of others, a row at a time. */
    private void addRows(int[] from, int[] to) {
      for (int one : from) {
        forward = withRow(forward, one);
        for (int other : to) {
          forward[one].add(other);
        }
        size += to.length;
      }
    }

    private boolean remove(int from, int to) {
      if (!row(forward, from).contains(to)) {
        return false;
      }
      forward[from].remove(to);
      (symmetric ? forward : backward)[to].remove(from);
      size--;
      return true;
    }
  }

  private static final int[] NO_GROUPS = {};

  final Names names;
  final Concepts concepts;

  /** Properties whose pairs {@link #join} makes. */
  final BitSet equivalences;

  final Trail trail = new Trail();
  final IntList factQueue = new IntList();
  final IntList edgeQueue = new IntList();
  final IntList dataQueue = new IntList();
  final IntList mergeQueue = new IntList();
  final Agenda agenda = new Agenda();

  private final List<IntSet> facts = new ArrayList<>();
  private final List<IntSet> labels = new ArrayList<>();
  private final List<Pairs> edges = new ArrayList<>();
  private final List<Pairs> noEdges = new ArrayList<>();
  private final List<Pairs> data = new ArrayList<>();
  private final List<Pairs> noData = new ArrayList<>();
  private int[] mergedInto = new int[64];
  private int[][] groups = new int[64][];
  private final Map<Integer, int[]> witnesses = new HashMap<>();
  private int named;
  private int nodes;
  private int groupCount;
  private boolean clash;

  State(Names names, Concepts concepts, BitSet equivalences) {
    this.names = names;
    this.concepts = concepts;
    this.equivalences = equivalences;
  }

  // ---- clashes ----

  boolean clash() {
    return clash;
  }

  void clashes() {
    clash = true;
  }

  // ---- elements ----

  /** Number of elements there ever were, those merged into others too. */
  int nodes() {
    return nodes;
  }

  /** The first elements stand for individuals. */
  int named() {
    return named;
  }

  void name(int count) {
    named = count;
  }

  int node() {
    int node = nodes++;
    if (node >= mergedInto.length) {
      mergedInto = Arrays.copyOf(mergedInto, 2 * node);
      groups = Arrays.copyOf(groups, 2 * node);
    }
    mergedInto[node] = node;
    groups[node] = NO_GROUPS;
    trail.add(Change.NODE, node, 0, 0);
    return node;
  }

  boolean alive(int node) {
    return mergedInto[node] == node;
  }

  int find(int node) {
    int at = node;
    while (mergedInto[at] != at) {
      at = mergedInto[at];
    }
    return at;
  }

  void mergeLater(int one, int other) {
    mergeQueue.add(one);
    mergeQueue.add(other);
  }

  void mergedInto(int gone, int kept) {
    mergedInto[gone] = kept;
    trail.add(Change.MERGED, gone, 0, 0);
  }

  // ---- differences ----

  /** Makes elements different from each other. */
  void different(int... all) {
    int group = groupCount++;
    for (int node : all) {
      int here = find(node);
      if (has(groups[here], group)) {
        clashes();
      } else {
        groups(here, with(groups[here], group));
      }
    }
  }

  private static boolean has(int[] groups, int group) {
    for (int one : groups) {
      if (one == group) {
        return true;
      }
    }
    return false;
  }

  private static int[] with(int[] groups, int group) {
    int[] more = Arrays.copyOf(groups, groups.length + 1);
    more[groups.length] = group;
    return more;
  }

  private void groups(int node, int[] now) {
    trail.add(Change.GROUPS, node, groups[node]);
    groups[node] = now;
  }

  boolean known(int one, int other) {
    for (int group : groups[one]) {
      if (has(groups[other], group)) {
        return true;
      }
    }
    return false;
  }

  /** Lets an element be different from whatever another is different from. */
  void inheritDifferences(int kept, int gone) {
    int[] all = groups[kept];
    for (int group : groups[gone]) {
      all = with(all, group);
    }
    if (all.length > groups[kept].length) {
      groups(kept, all);
    }
  }

  // ---- facts ----

  private static <T> T at(List<T> list, int index, Supplier<T> make) {
    while (list.size() <= index) {
      list.add(make.get());
    }
    return list.get(index);
  }

  IntSet members(int predicate) {
    return at(facts, predicate, IntSet::new);
  }

  boolean fact(int predicate, int node) {
    return predicate < facts.size() && facts.get(predicate).contains(node);
  }

  void addFact(int predicate, int node) {
    if (members(predicate).add(node)) {
      trail.add(Change.FACT, predicate, node, 0);
      factQueue.add(predicate);
      factQueue.add(node);
    }
  }

  int predicates() {
    return facts.size();
  }

  // ---- what must hold ----

  boolean label(Concept concept, int node) {
    return concept.id < labels.size() && labels.get(concept.id).contains(node);
  }

  /** Whether a concept must hold of any element. */
  boolean labels(Concept concept) {
    return concept.id < labels.size() && labels.get(concept.id).size() > 0;
  }

  boolean addLabel(Concept concept, int node) {
    boolean added = at(labels, concept.id, IntSet::new).add(node);
    if (added) {
      trail.add(Change.LABEL, concept.id, node, 0);
    }
    return added;
  }

  int labels() {
    return labels.size();
  }

  boolean label(int concept, int node) {
    return labels.get(concept).contains(node);
  }

  // ---- roles ----

  private static Pairs of(List<Pairs> all, int property) {
    return at(all, property, () -> new Pairs(false));
  }

  private Pairs edges(int property) {
    return at(edges, property, () -> new Pairs(equivalences.get(edges.size())));
  }

  /** What a directed role relates an element to. */
  IntSet values(int role, int node) {
    return edges(role >> 1).row((role & 1) == 0, node);
  }

  boolean edge(int role, int from, int to) {
    return values(role, from).contains(to);
  }

  /** Relates two elements; those of an equivalence once the pair has its turn in the queue. */
  void addEdge(int role, int from, int to) {
    boolean forward = (role & 1) == 0;
    int subject = forward ? from : to;
    int value = forward ? to : from;
    if (equivalences.get(role >> 1)) {
      if (!edge(role, from, to)) {
        queueEdge(role >> 1, subject, value);
      }
    } else {
      relate(role >> 1, subject, value, true);
    }
  }

  private void relate(int property, int from, int to, boolean heeded) {
    if (edges(property).add(from, to)) {
      trail.add(Change.EDGE, property, from, to);
      if (heeded) {
        queueEdge(property, from, to);
      }
    }
  }

  private void queueEdge(int property, int from, int to) {
    edgeQueue.add(property);
    edgeQueue.add(from);
    edgeQueue.add(to);
  }

  /**
   * Relates two elements by an equivalence, and with them all that either is related to.
   *
   * @param heeded whether the new pairs go into the queue
   */
  void join(int property, int one, int other, boolean heeded) {
    int[] left = with(property, one);
    int[] right = with(property, other);
    relate(property, one, one, heeded);
    relate(property, other, other, heeded);
    if (!heeded && !trail.recording()) {
      edges(property).addRows(left, right);
      edges(property).addRows(right, left);
      return;
    }
    for (int a : left) {
      for (int b : right) {
        relate(property, a, b, heeded);
        if (heeded) {
          queueEdge(property, b, a);
        }
      }
    }
  }

  /** What an equivalence relates an element to, the element among it. */
  private int[] with(int property, int node) {
    var values = values(2 * property, node);
    return values.size() == 0 ? new int[] {node} : values.toArray();
  }

  void removeEdge(int property, int from, int to) {
    if (edges(property).remove(from, to)) {
      trail.add(Change.EDGE_GONE, property, from, to);
    }
  }

  int properties() {
    return edges.size();
  }

  void forbidEdge(int role, int from, int to) {
    boolean forward = (role & 1) == 0;
    int subject = forward ? from : to;
    int value = forward ? to : from;
    if (of(noEdges, role >> 1).add(subject, value)) {
      trail.add(Change.NO_EDGE, role >> 1, subject, value);
    }
    if (edge(role, from, to)) {
      clashes();
    }
  }

  boolean forbidden(int property, int from, int to) {
    return property < noEdges.size() && Pairs.row(noEdges.get(property).forward, from).contains(to);
  }

  /** Whether there are pairs that a property must not relate. */
  boolean forbidsAny(int property) {
    return property < noEdges.size() && noEdges.get(property).size > 0;
  }

  /** Elements to which the role must not relate another. */
  IntSet forbidden(int role, int node) {
    if (role >> 1 >= noEdges.size()) {
      return IntSet.EMPTY;
    }
    return noEdges.get(role >> 1).row((role & 1) == 0, node);
  }

  // ---- data ----

  IntSet data(int property, int node) {
    return Pairs.row(of(data, property).forward, node);
  }

  /** Elements that have a value. */
  IntSet having(int property, int value) {
    return Pairs.row(of(data, property).backward, value);
  }

  void addDatum(int property, int node, int value) {
    if (of(data, property).add(node, value)) {
      trail.add(Change.DATUM, property, node, value);
      dataQueue.add(property);
      dataQueue.add(node);
      dataQueue.add(value);
    }
  }

  int dataProperties() {
    return data.size();
  }

  void forbidDatum(int property, int node, int value) {
    if (of(noData, property).add(node, value)) {
      trail.add(Change.NO_DATUM, property, node, value);
    }
    if (data(property, node).contains(value)) {
      clashes();
    }
  }

  IntSet forbiddenData(int property, int node) {
    return property < noData.size() ? Pairs.row(noData.get(property).forward, node) : IntSet.EMPTY;
  }

  // ---- witnesses ----

  /** Elements that were made to satisfy a concept, or a pair of role and concept. */
  int[] witnesses(int key) {
    return witnesses.getOrDefault(key, NO_GROUPS);
  }

  void addWitness(int key, int node) {
    var before = witnesses(key);
    trail.add(Change.WITNESS, key, before);
    witnesses.put(key, with(before, node));
  }

  // ---- undoing ----

  void clearQueues() {
    factQueue.cut(0);
    edgeQueue.cut(0);
    dataQueue.cut(0);
    mergeQueue.cut(0);
  }

  /** Undoes all changes since the trail had a size. */
  void undo(int size) {
    clash = false;
    clearQueues();
    while (trail.size() > size) {
      int a = trail.last(0);
      int b = trail.last(1);
      int c = trail.last(2);
      switch (Trail.CHANGES[trail.last(3)]) {
        case FACT -> facts.get(a).remove(b);
        case LABEL -> labels.get(a).remove(b);
        case EDGE -> edges.get(a).remove(b, c);
        case EDGE_GONE -> edges.get(a).add(b, c);
        case NO_EDGE -> noEdges.get(a).remove(b, c);
        case DATUM -> data.get(a).remove(b, c);
        case NO_DATUM -> noData.get(a).remove(b, c);
        case MERGED -> mergedInto[a] = a;
        case NODE -> nodes = a;
        case GROUPS -> groups[a] = (int[]) trail.lastObject();
        case WITNESS -> witnesses.put(a, (int[]) trail.lastObject());
      }
      trail.drop();
    }
  }
}
