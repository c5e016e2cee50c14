// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * What one update changes. Applied in this order: graphs dropped, graphs begun anew, triples
 * deleted, triples inserted.
 *
 * @param dropped graphs that are gone
 * @param begun graphs that are written whole: new ones, and those that the journal has not yet
 * @param deleted triples that are gone, with their graphs
 * @param inserted triples that are new, with their graphs
 */
record Change(Set<String> dropped, Set<String> begun, List<Quad> deleted, List<Quad> inserted) {
  Change {
    dropped = Set.copyOf(dropped);
    begun = Set.copyOf(begun);
    deleted = List.copyOf(deleted);
    inserted = List.copyOf(inserted);
  }

  /**
   * The difference of two states.
   *
   * @param written the graphs that the journal has whole
   */
  static Change between(Map<String, Graph> before, Map<String, Graph> after, Set<String> written) {
    var dropped = new LinkedHashSet<>(before.keySet());
    dropped.removeAll(after.keySet());
    var begun = new LinkedHashSet<String>();
    var deleted = new ArrayList<Quad>();
    var inserted = new ArrayList<Quad>();
    after.forEach(
        (name, graph) -> {
          var old = before.get(name);
          if (graph == old) {
            return;
          }
          boolean whole = old == null || !written.contains(name);
          var gone = old == null || whole ? List.<Quad>of() : missing(name, old, graph);
          var come = missing(name, graph, whole ? Graph.emptyGraph : old);
          boolean same =
              old != null && old.size() == graph.size() && missing(name, graph, old).isEmpty();
          if (same) {
            return;
          }
          if (whole) {
            begun.add(name);
          }
          deleted.addAll(gone);
          inserted.addAll(come);
        });
    return new Change(dropped, begun, deleted, inserted);
  }

  private static List<Quad> missing(String name, Graph from, Graph in) {
    var node = NodeFactory.createURI(name);
    return from.find().filterDrop(in::contains).mapWith(triple -> new Quad(node, triple)).toList();
  }

  boolean isEmpty() {
    return dropped.isEmpty() && begun.isEmpty() && deleted.isEmpty() && inserted.isEmpty();
  }

  /** The graphs that it touches. */
  Set<String> touched() {
    var touched = new LinkedHashSet<>(dropped);
    touched.addAll(begun);
    deleted.forEach(quad -> touched.add(quad.getGraph().getURI()));
    inserted.forEach(quad -> touched.add(quad.getGraph().getURI()));
    return touched;
  }

  /** The graphs after it; those that it does not touch are the same objects. */
  Map<String, Graph> on(Map<String, Graph> graphs) {
    var after = new LinkedHashMap<>(graphs);
    dropped.forEach(after::remove);
    begun.forEach(name -> after.put(name, GraphFactory.createGraphMem()));
    var own = new LinkedHashSet<>(begun);
    for (var quad : deleted) {
      writable(quad.getGraph().getURI(), after, own).delete(quad.asTriple());
    }
    for (var quad : inserted) {
      writable(quad.getGraph().getURI(), after, own).add(quad.asTriple());
    }
    return after;
  }

  private static Graph writable(String name, Map<String, Graph> graphs, Set<String> own) {
    if (own.add(name)) {
      var copy = GraphFactory.createGraphMem();
      var old = graphs.get(name);
      if (old != null) {
        old.find().forEachRemaining(copy::add);
      }
      graphs.put(name, copy);
    }
    return graphs.get(name);
  }
}
