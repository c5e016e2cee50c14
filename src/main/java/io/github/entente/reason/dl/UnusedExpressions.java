// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.dl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;

/**
 * Complete class expressions that stand in no axiom. They are legal and say nothing, and OWL API
 * leaves their triples over.
 */
final class UnusedExpressions {
  private static final Set<Node> BOOLEAN =
      nodes(OWL2.intersectionOf, OWL2.unionOf, OWL2.complementOf, OWL2.oneOf);
  private static final Set<Node> FILLER =
      nodes(
          OWL2.someValuesFrom,
          OWL2.allValuesFrom,
          OWL2.hasValue,
          OWL2.hasSelf,
          OWL2.minCardinality,
          OWL2.maxCardinality,
          OWL2.cardinality,
          OWL2.minQualifiedCardinality,
          OWL2.maxQualifiedCardinality,
          OWL2.qualifiedCardinality);
  private static final Set<Node> OTHER =
      nodes(RDF.type, OWL2.onProperty, OWL2.onClass, OWL2.onDataRange);
  private static final Set<Node> LIST = nodes(RDF.type, RDF.first, RDF.rest);

  private UnusedExpressions() {}

  private static Set<Node> nodes(Resource... resources) {
    var nodes = new HashSet<Node>();
    for (var resource : resources) {
      nodes.add(resource.asNode());
    }
    return nodes;
  }

  /** The triples without those of unused expressions, of what they consist of, and so on. */
  static List<Triple> without(List<Triple> triples, Set<Node> syntax) {
    var left = triples;
    var parts = new HashSet<Node>();
    while (true) {
      var used = left.stream().map(Triple::getObject).collect(Collectors.toSet());
      Map<Node, List<Triple>> open =
          left.stream()
              .filter(t -> syntax.contains(t.getSubject()) && !used.contains(t.getSubject()))
              .collect(Collectors.groupingBy(Triple::getSubject));
      open.values().removeIf(about -> !isExpression(about) && !isPart(about, parts));
      if (open.isEmpty()) {
        return left;
      }
      var next = new ArrayList<Triple>();
      for (var triple : left) {
        if (open.containsKey(triple.getSubject())) {
          parts.add(triple.getObject());
        } else {
          next.add(triple);
        }
      }
      left = next;
    }
  }

  private static boolean isExpression(List<Triple> about) {
    var predicates = about.stream().map(Triple::getPredicate).collect(Collectors.toSet());
    boolean complete =
        !Collections.disjoint(predicates, BOOLEAN)
            || predicates.contains(OWL2.onProperty.asNode())
                && !Collections.disjoint(predicates, FILLER);
    return complete
        && predicates.stream()
            .allMatch(p -> BOOLEAN.contains(p) || FILLER.contains(p) || OTHER.contains(p));
  }

  private static boolean isPart(List<Triple> about, Set<Node> parts) {
    return parts.contains(about.get(0).getSubject())
        && about.stream().map(Triple::getPredicate).allMatch(LIST::contains);
  }
}
