// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_FixedLength;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.eval.PathEval;

/** The triples along a property path between two nodes. */
record Walk(Graph graph) {
  /** One way along the path, with as few repetitions as can be; empty where there is none. */
  Optional<List<Triple>> along(Path path, Node from, Node to) {
    if (path instanceof P_Link link) {
      return triple(from, link.getNode(), to);
    } else if (path instanceof P_ReverseLink link) {
      return triple(to, link.getNode(), from);
    } else if (path instanceof P_Inverse inverse) {
      return along(inverse.getSubPath(), to, from)
          .map(
              steps -> {
                var turned = new ArrayList<>(steps);
                Collections.reverse(turned);
                return turned;
              });
    } else if (path instanceof P_Alt either) {
      return along(either.getLeft(), from, to).or(() -> along(either.getRight(), from, to));
    } else if (path instanceof P_Seq sequence) {
      return through(sequence.getLeft(), sequence.getRight(), from, to);
    } else if (path instanceof P_ZeroOrOne maybe) {
      return from.equals(to) ? Optional.of(List.of()) : along(maybe.getSubPath(), from, to);
    } else if (path instanceof P_ZeroOrMore1 any) {
      return from.equals(to) ? Optional.of(List.of()) : repeated(any.getSubPath(), from, to);
    } else if (path instanceof P_OneOrMore1 some) {
      return repeated(some.getSubPath(), from, to);
    } else if (path instanceof P_FixedLength fixed && fixed.getCount() == 1) {
      return along(fixed.getSubPath(), from, to);
    } else if (path instanceof P_FixedLength fixed && fixed.getCount() > 1) {
      var rest = new P_FixedLength(fixed.getSubPath(), fixed.getCount() - 1);
      return through(fixed.getSubPath(), rest, from, to);
    } else if (path instanceof P_NegPropSet negated) {
      return other(from, to, negated.getFwdNodes())
          .or(
              () ->
                  negated.getBwdNodes().isEmpty()
                      ? Optional.empty()
                      : other(to, from, negated.getBwdNodes()));
    }
    return Optional.empty();
  }

  private Optional<List<Triple>> triple(Node subject, Node predicate, Node object) {
    var triple = Triple.create(subject, predicate, object);
    return graph.contains(triple) ? Optional.of(List.of(triple)) : Optional.empty();
  }

  private Optional<List<Triple>> other(Node subject, Node object, List<Node> excluded) {
    return graph.find(subject, Node.ANY, object).toList().stream()
        .filter(triple -> !excluded.contains(triple.getPredicate()))
        .findFirst()
        .map(List::of);
  }

  private Optional<List<Triple>> through(Path first, Path second, Node from, Node to) {
    for (var middle : next(from, first)) {
      var rest = along(second, middle, to);
      if (rest.isPresent()) {
        var steps = new ArrayList<>(along(first, from, middle).orElse(List.of()));
        steps.addAll(rest.get());
        return Optional.of(steps);
      }
    }
    return Optional.empty();
  }

  private Optional<List<Triple>> repeated(Path path, Node from, Node to) {
    Map<Node, Node> reachedFrom = new HashMap<>();
    var waiting = new ArrayDeque<>(List.of(from));
    while (!waiting.isEmpty() && !reachedFrom.containsKey(to)) {
      var node = waiting.remove();
      for (var other : next(node, path)) {
        if (reachedFrom.putIfAbsent(other, node) == null) {
          waiting.add(other);
        }
      }
    }
    if (!reachedFrom.containsKey(to)) {
      return Optional.empty();
    }
    var steps = new ArrayList<Triple>();
    var end = to;
    do {
      var start = reachedFrom.get(end);
      steps.addAll(0, along(path, start, end).orElse(List.of()));
      end = start;
    } while (!end.equals(from));
    return Optional.of(steps);
  }

  private List<Node> next(Node node, Path path) {
    var nodes = new ArrayList<Node>();
    PathEval.eval(graph, node, path, ARQ.getContext()).forEachRemaining(nodes::add);
    return nodes.stream().distinct().sorted(Comparator.comparing(Node::toString)).toList();
  }
}
