// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.Deadline;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * A graph that is read until a deadline: paths and constraints ask no clock of their own. For use
 * by one thread.
 *
 * <p>Reading throws {@link QueryCancelledException} once the deadline has passed.
 */
public final class DeadlineGraph extends WrappedGraph {
  private static final int MASK = 0x3ff;

  private final Deadline deadline;
  private int reads;

  /** A graph until a deadline. */
  public DeadlineGraph(Graph base, Deadline deadline) {
    super(base);
    this.deadline = deadline;
  }

  @Override
  public ExtendedIterator<Triple> find(Triple pattern) {
    tick();
    return super.find(pattern).mapWith(this::ticked);
  }

  @Override
  public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
    tick();
    return super.find(subject, predicate, object).mapWith(this::ticked);
  }

  @Override
  public boolean contains(Node subject, Node predicate, Node object) {
    tick();
    return super.contains(subject, predicate, object);
  }

  private Triple ticked(Triple triple) {
    tick();
    return triple;
  }

  private void tick() {
    if ((reads++ & MASK) == 0 && deadline.passed()) {
      throw new QueryCancelledException();
    }
  }
}
