// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.dl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;

/**
 * Unions and intersections of a single operand, which OWL 1 had: each stands for its operand.
 *
 * @see <a href="https://www.w3.org/TR/owl2-mapping-to-rdf/#Parsing_of_Expressions">OWL 2 Mapping to
 *     RDF Graphs, table 15</a>
 */
final class SingleOperands {
  private final Map<Node, Node> first = new HashMap<>();
  private final Map<Node, Node> rest = new HashMap<>();
  private final Map<Node, Node> operands = new HashMap<>();
  private final Set<Node> cells = new HashSet<>();

  private SingleOperands(List<Triple> triples) {
    for (var triple : triples) {
      if (triple.getPredicate().equals(RDF.first.asNode())) {
        first.put(triple.getSubject(), triple.getObject());
      } else if (triple.getPredicate().equals(RDF.rest.asNode())) {
        rest.put(triple.getSubject(), triple.getObject());
      }
    }
  }

  /** The triples with each such expression replaced by its operand. */
  static List<Triple> replaced(List<Triple> triples) {
    var single = new SingleOperands(triples);
    var kept = new ArrayList<Triple>();
    for (var triple : triples) {
      var operand = single.operand(triple);
      if (operand.isEmpty()) {
        kept.add(triple);
      } else if (triple.getSubject().isBlank()) {
        single.operands.put(triple.getSubject(), operand.get());
      } else {
        kept.add(Triple.create(triple.getSubject(), OWL2.equivalentClass.asNode(), operand.get()));
      }
    }
    return single.cells.isEmpty() ? triples : single.without(kept);
  }

  /** The one operand, which may be listed twice, of the union or intersection that a triple is. */
  private Optional<Node> operand(Triple triple) {
    var predicate = triple.getPredicate();
    if (!predicate.equals(OWL2.intersectionOf.asNode())
        && !predicate.equals(OWL2.unionOf.asNode())) {
      return Optional.empty();
    }
    var members = new HashSet<Node>();
    var list = new HashSet<Node>();
    var cell = triple.getObject();
    while (first.containsKey(cell) && rest.containsKey(cell) && list.add(cell)) {
      members.add(first.get(cell));
      cell = rest.get(cell);
    }
    if (members.size() != 1 || !cell.equals(RDF.nil.asNode())) {
      return Optional.empty();
    }
    cells.addAll(list);
    return members.stream().findFirst();
  }

  private List<Triple> without(List<Triple> triples) {
    var result = new ArrayList<Triple>();
    for (var triple : triples) {
      boolean syntax =
          cells.contains(triple.getSubject())
              || operands.containsKey(triple.getSubject())
                  && triple.getPredicate().equals(RDF.type.asNode());
      if (!syntax) {
        result.add(
            Triple.create(
                resolved(triple.getSubject()),
                triple.getPredicate(),
                resolved(triple.getObject())));
      }
    }
    return result;
  }

  private Node resolved(Node node) {
    var seen = new HashSet<Node>();
    var end = node;
    while (operands.containsKey(end) && seen.add(end)) {
      end = operands.get(end);
    }
    return end;
  }
}
