// SPDX-License-Identifier: Apache-2.0
package io.github.entente.model;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * A graph that nothing changes any more, with triples added on top: it takes the memory of what is
 * added only. A triple is found once, also when it is added though the graph below has it.
 *
 * <p>Finding takes the time of both parts. As other graphs in memory: for reading by many threads
 * once nothing is added any more.
 */
public final class LayeredGraph extends GraphBase {
  /** From so many triples on it pays not to copy them. */
  public static final int MANY = 200_000;

  private final Graph below;
  private final Graph added = GraphFactory.createGraphMem();

  /** A graph on top of another. */
  public LayeredGraph(Graph below) {
    this.below = below;
  }

  @Override
  public void performAdd(Triple triple) {
    if (!below.contains(triple)) {
      added.add(triple);
    }
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
    return below.find(pattern).andThen(added.find(pattern));
  }

  @Override
  protected boolean graphBaseContains(Triple pattern) {
    return below.contains(pattern) || added.contains(pattern);
  }

  @Override
  protected int graphBaseSize() {
    return below.size() + added.size();
  }
}
