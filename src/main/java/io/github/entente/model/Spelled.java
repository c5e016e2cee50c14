// SPDX-License-Identifier: Apache-2.0
package io.github.entente.model;

import java.util.ArrayList;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Triples that take others with them: those of the blank nodes in them. */
public final class Spelled {
  private Spelled() {}

  /** A triple with all that a graph says of its blank subject, and of blank nodes below it. */
  public static Graph of(Triple triple, Graph graph) {
    var spelled = GraphMemFactory.createDefaultGraph();
    var open = new ArrayList<Triple>();
    open.add(triple);
    if (triple.getSubject().isBlank()) {
      graph.find(triple.getSubject(), Node.ANY, Node.ANY).forEachRemaining(open::add);
    }
    while (!open.isEmpty()) {
      var next = open.remove(open.size() - 1);
      if (!spelled.contains(next)) {
        spelled.add(next);
        if (next.getObject().isBlank()) {
          graph.find(next.getObject(), Node.ANY, Node.ANY).forEachRemaining(open::add);
        }
      }
    }
    return spelled;
  }
}
