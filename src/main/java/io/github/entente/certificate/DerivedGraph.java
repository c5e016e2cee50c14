// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import java.util.HashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLDataPropertyAssertionAxiom;

/** The data of a certificate with what its steps derive. Linear in both. */
record DerivedGraph(List<Certificate.Step> steps, Verifier.Data data, Signature signature) {
  /** The data, and the facts that were derived, as triples. */
  Graph of(Patterns patterns) {
    var graph = GraphFactory.createDefaultGraph();
    data.graph().find().forEachRemaining(graph::add);
    var ranges = new DataRanges(data.axioms());
    for (var step : steps) {
      triples(step.fact(), ranges).forEach(graph::add);
    }
    boolean asksForSame =
        patterns.all().stream()
            .flatMap(pattern -> pattern.getList().stream())
            .anyMatch(triple -> signature.kind(triple) == Signature.Kind.SAME);
    patterns.expressions().forEach(expression -> written(expression, graph));
    if (asksForSame) {
      data.axioms().stream()
          .flatMap(axiom -> axiom.individualsInSignature())
          .map(Solving::node)
          .forEach(node -> graph.add(Triple.create(node, OWL2.sameAs.asNode(), node)));
    }
    return graph;
  }

  /**
   * Adds the derived instances of a class expression: under the name put for it, and as the query
   * writes it, so that the query as it is finds each of them once.
   */
  private void written(Patterns.Expression expression, Graph graph) {
    var blanks = new HashMap<Node, Node>();
    UnaryOperator<Node> blank =
        node ->
            node.isVariable()
                ? blanks.computeIfAbsent(node, n -> NodeFactory.createBlankNode())
                : node;
    graph
        .find(Node.ANY, RDF.type.asNode(), Node.ANY)
        .filterKeep(t -> t.getObject().isBlank() && data.graph().contains(t))
        .toList()
        .forEach(graph::delete);
    for (var triple : expression.triples()) {
      graph.add(
          Triple.create(
              blank.apply(triple.getSubject()),
              triple.getPredicate(),
              blank.apply(triple.getObject())));
    }
    for (var step : steps) {
      if (step.fact() instanceof OWLClassAssertionAxiom type
          && type.getClassExpression().equals(expression.means())) {
        var individual = Solving.node(type.getIndividual());
        graph.add(Triple.create(individual, RDF.type.asNode(), expression.name()));
        graph.add(Triple.create(individual, RDF.type.asNode(), blank.apply(expression.root())));
      }
    }
  }

  private static Stream<Triple> triples(OWLAxiom axiom, DataRanges ranges) {
    var fact = Fact.of(axiom, ranges);
    if (fact instanceof Fact.Type type) {
      return type.of().isAnonymous()
          ? Stream.of()
          : Stream.of(
              Triple.create(
                  Solving.node(type.individual()),
                  RDF.type.asNode(),
                  NodeFactory.createURI(type.of().asOWLClass().toStringID())));
    } else if (fact instanceof Fact.Edge edge) {
      return Stream.of(
          Triple.create(
              Solving.node(edge.from()),
              NodeFactory.createURI(edge.by().toStringID()),
              Solving.node(edge.to())));
    } else if (fact instanceof Fact.Datum datum) {
      var literal = ((OWLDataPropertyAssertionAxiom) axiom).getObject();
      return Stream.of(
          Triple.create(
              Solving.node(datum.from()),
              NodeFactory.createURI(datum.by().toStringID()),
              Solving.node(literal)));
    }
    var same = (Fact.Same) fact;
    var one = Solving.node(same.one());
    var other = Solving.node(same.other());
    return Stream.of(
        Triple.create(one, OWL2.sameAs.asNode(), other),
        Triple.create(other, OWL2.sameAs.asNode(), one));
  }
}
