// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Which triples are left when some facts are not in force or left out: those go of which such a
 * fact is subject or object, with the statements about them and the blank nodes that nothing else
 * refers to. What an event says of a fact that is not in force stays: it has happened.
 */
final class Selection {
  private final Graph all;
  private final Statements statements;
  private final Set<Node> events;
  private final Set<Node> leftOut;
  private final Set<Node> dropped = new HashSet<>();
  private final Set<Triple> droppedTriples = new HashSet<>();

  private Selection(Graph all, Statements statements, Set<Node> events, Set<Node> leftOut) {
    this.all = all;
    this.statements = statements;
    this.events = events;
    this.leftOut = leftOut;
  }

  /**
   * @param marks which facts have temporal marks, and which are events
   * @param notInForce facts that events may still speak of
   * @param leftOut facts of which nothing is said at all
   */
  static Selection of(
      Graph all, Statements statements, Marks marks, Set<Node> notInForce, Set<Node> leftOut) {
    var selection = new Selection(all, statements, marks.events(), leftOut);
    var out = new HashSet<>(notInForce);
    out.addAll(leftOut);
    out.forEach(selection::drop);
    if (!out.isEmpty()) {
      var marked = new HashSet<>(marks.intervals().keySet());
      marked.addAll(leftOut);
      selection.dropStated(statements.byTriple(), marked, out);
      selection.sweep();
    }
    return selection;
  }

  /** Whether nothing is dropped at all. */
  boolean keepsAll() {
    return dropped.isEmpty() && droppedTriples.isEmpty();
  }

  boolean dropped(Node node) {
    return dropped.contains(node);
  }

  boolean keeps(Triple triple) {
    return !dropped.contains(triple.getSubject())
        && (!dropped.contains(triple.getObject()) || tellsOfThePast(triple))
        && !droppedTriples.contains(triple);
  }

  private boolean tellsOfThePast(Triple triple) {
    return events.contains(triple.getSubject()) && !leftOut.contains(triple.getObject());
  }

  /** Drops a node and, since they say nothing any more, the statements about its triples. */
  private void drop(Node node) {
    var waiting = new ArrayDeque<Node>();
    waiting.add(node);
    while (!waiting.isEmpty()) {
      var next = waiting.remove();
      if (dropped.add(next)) {
        waiting.addAll(statements.byMention().getOrDefault(next, List.of()));
      }
    }
  }

  /** A triple goes whose dated statements are all out of force. */
  private void dropStated(Map<Triple, List<Node>> byTriple, Set<Node> marked, Set<Node> out) {
    byTriple.forEach(
        (triple, nodes) -> {
          var dated = nodes.stream().filter(marked::contains).toList();
          if (!dated.isEmpty() && out.containsAll(dated)) {
            droppedTriples.add(triple);
            nodes.forEach(this::drop);
          }
        });
  }

  /** Drops blank nodes to which only dropped triples lead; repeats while that drops statements. */
  private void sweep() {
    int before;
    do {
      before = dropped.size();
      var candidates = blanksBelow();
      reach(rootsAmong(candidates), candidates::contains).forEach(candidates::remove);
      candidates.forEach(this::drop);
    } while (dropped.size() > before);
  }

  private Set<Node> blanksBelow() {
    var starts = new HashSet<Node>();
    droppedTriples.forEach(triple -> addBlank(starts, triple.getObject()));
    for (var node : dropped) {
      all.find(node, Node.ANY, Node.ANY)
          .forEachRemaining(triple -> addBlank(starts, triple.getObject()));
    }
    return reach(starts, node -> !dropped.contains(node));
  }

  private void addBlank(Set<Node> nodes, Node node) {
    if (node.isBlank() && !dropped.contains(node)) {
      nodes.add(node);
    }
  }

  private Set<Node> rootsAmong(Set<Node> candidates) {
    var roots = new HashSet<Node>();
    for (var candidate : candidates) {
      var referrers = all.find(Node.ANY, Node.ANY, candidate);
      try {
        while (referrers.hasNext()) {
          var triple = referrers.next();
          if (keeps(triple) && !candidates.contains(triple.getSubject())) {
            roots.add(candidate);
            break;
          }
        }
      } finally {
        referrers.close();
      }
    }
    return roots;
  }

  /** The blank nodes that can be reached from some, these included, through blank nodes only. */
  private Set<Node> reach(Set<Node> starts, Predicate<Node> within) {
    var reached = new HashSet<>(starts);
    var waiting = new ArrayDeque<>(starts);
    while (!waiting.isEmpty()) {
      all.find(waiting.remove(), Node.ANY, Node.ANY)
          .forEachRemaining(
              triple -> {
                var object = triple.getObject();
                if (object.isBlank()
                    && !droppedTriples.contains(triple)
                    && within.test(object)
                    && reached.add(object)) {
                  waiting.add(object);
                }
              });
    }
    return reached;
  }
}
