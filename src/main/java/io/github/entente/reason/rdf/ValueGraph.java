// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rdf;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.util.iterator.ExtendedIterator;

/** A graph with literals in canonical form, asked by value: {@code 01} finds {@code 1}. */
final class ValueGraph extends WrappedGraph {
  ValueGraph(Graph base) {
    super(base);
  }

  @Override
  public ExtendedIterator<Triple> find(Triple pattern) {
    return super.find(Values.canonical(pattern));
  }

  @Override
  public ExtendedIterator<Triple> find(Node s, Node p, Node o) {
    return super.find(s, p, Values.canonical(o));
  }

  @Override
  public boolean contains(Triple pattern) {
    return super.contains(Values.canonical(pattern));
  }

  @Override
  public boolean contains(Node s, Node p, Node o) {
    return super.contains(s, p, Values.canonical(o));
  }
}
