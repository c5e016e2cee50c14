// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;

/**
 * Statements about statements in a graph: {@code owl:Axiom} nodes and the reifiers of RDF 1.2.
 *
 * @param byTriple the nodes that stand for a triple
 * @param byMention the nodes that stand for a triple of which a node is subject or object
 */
record Statements(Map<Triple, List<Node>> byTriple, Map<Node, List<Node>> byMention) {
  private static final Node REIFIES = NodeFactory.createURI(RDF.getURI() + "reifies");

  static Statements in(Graph graph) {
    var statements = new Statements(new HashMap<>(), new HashMap<>());
    graph
        .find(Node.ANY, OWL2.annotatedSource.asNode(), Node.ANY)
        .forEachRemaining(
            source -> statements.addAxiom(graph, source.getSubject(), source.getObject()));
    graph
        .find(Node.ANY, REIFIES, Node.ANY)
        .filterKeep(triple -> triple.getObject().isTripleTerm())
        .forEachRemaining(
            triple -> statements.add(triple.getSubject(), triple.getObject().getTriple()));
    return statements;
  }

  private void addAxiom(Graph graph, Node axiom, Node source) {
    graph
        .find(axiom, OWL2.annotatedProperty.asNode(), Node.ANY)
        .toList()
        .forEach(
            property ->
                graph
                    .find(axiom, OWL2.annotatedTarget.asNode(), Node.ANY)
                    .toList()
                    .forEach(
                        target ->
                            add(
                                axiom,
                                Triple.create(source, property.getObject(), target.getObject()))));
  }

  private void add(Node node, Triple triple) {
    byTriple.computeIfAbsent(triple, key -> new ArrayList<>()).add(node);
    mention(node, triple.getSubject());
    mention(node, triple.getObject());
  }

  private void mention(Node node, Node term) {
    if (term.isTripleTerm()) {
      mention(node, term.getTriple().getSubject());
      mention(node, term.getTriple().getObject());
    } else if (!term.isLiteral()) {
      byMention.computeIfAbsent(term, key -> new ArrayList<>()).add(node);
    }
  }
}
