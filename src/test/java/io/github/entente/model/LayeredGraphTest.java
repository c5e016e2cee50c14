// SPDX-License-Identifier: Apache-2.0
package io.github.entente.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class LayeredGraphTest {
  private static final int NAMES = 6;

  private static Node node(int number) {
    return NodeFactory.createURI("urn:" + number);
  }

  /** Beside a plain set of triples, for every pattern. */
  @Test
  void findsEachTripleOfEitherPartOnce() {
    var random = new Random(7);
    for (int round = 0; round < 50; round++) {
      var below = GraphFactory.createGraphMem();
      Set<Triple> all = new HashSet<>();
      for (int i = 0; i < 20; i++) {
        below.add(triple(random));
      }
      below.find().forEachRemaining(all::add);
      int size = below.size();
      var layered = new LayeredGraph(below);
      for (int i = 0; i < 20; i++) {
        var triple = triple(random);
        layered.add(triple);
        all.add(triple);
      }
      assertThat(below.size()).isEqualTo(size);
      assertThat(layered.size()).isEqualTo(all.size());
      for (int pattern = 0; pattern < 8; pattern++) {
        var sought = triple(random);
        var s = (pattern & 1) == 0 ? Node.ANY : sought.getSubject();
        var p = (pattern & 2) == 0 ? Node.ANY : sought.getPredicate();
        var o = (pattern & 4) == 0 ? Node.ANY : sought.getObject();
        var matching = all.stream().filter(t -> Triple.create(s, p, o).matches(t)).toList();
        assertThat(layered.find(s, p, o).toList()).containsExactlyInAnyOrderElementsOf(matching);
        assertThat(layered.contains(s, p, o)).isEqualTo(!matching.isEmpty());
      }
    }
  }

  private static Triple triple(Random random) {
    return Triple.create(
        node(random.nextInt(NAMES)), node(random.nextInt(2)), node(random.nextInt(NAMES)));
  }
}
