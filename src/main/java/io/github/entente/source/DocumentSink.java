// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.SourceDocument;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/** Collects the triples of one document. */
class DocumentSink extends StreamRDFBase {
  private final String graphName;
  private final String location;
  private final StrictErrors errors;
  private final Graph graph = DocumentReader.newGraph();
  private final Map<String, Graph> named = new LinkedHashMap<>();

  DocumentSink(String graphName, String location, StrictErrors errors) {
    this.graphName = graphName;
    this.location = location;
    this.errors = errors;
  }

  @Override
  public void triple(Triple triple) {
    graph.add(triple);
    added();
  }

  @Override
  public void quad(Quad quad) {
    added();
    if (quad.isTriple() || quad.isDefaultGraph()) {
      graph.add(quad.asTriple());
    } else {
      named
          .computeIfAbsent(name(quad.getGraph()), name -> DocumentReader.newGraph())
          .add(quad.asTriple());
    }
  }

  @Override
  public void prefix(String prefix, String iri) {
    graph.getPrefixMapping().setNsPrefix(prefix, iri);
  }

  /** Called for each triple and quad, repeated ones too. */
  void added() {}

  /** Jena's own way to write a blank node as an IRI. */
  private static String name(Node graph) {
    return graph.isBlank() ? "_:" + graph.getBlankNodeLabel() : graph.getURI();
  }

  /** The same sink behind a check of literals and fresh blank nodes, for parsers that lack them. */
  StreamRDF checked() {
    var fresh = new HashMap<Node, Node>();
    return new StreamRDFBase() {
      @Override
      public void triple(Triple triple) {
        DocumentSink.this.triple(checked(triple, fresh));
      }

      @Override
      public void quad(Quad quad) {
        var graphNode = quad.isTriple() ? null : quad.getGraph();
        if (graphNode != null && graphNode.isBlank()) {
          graphNode = checked(graphNode, fresh);
        }
        var triple = checked(quad.asTriple(), fresh);
        DocumentSink.this.quad(Quad.create(graphNode, triple));
      }

      @Override
      public void prefix(String prefix, String iri) {
        DocumentSink.this.prefix(prefix, iri);
      }
    };
  }

  /** Adds the triples of a graph that came from elsewhere. */
  void addAll(Graph other) {
    var check = checked();
    var triples = other.find();
    try {
      triples.forEachRemaining(check::triple);
    } finally {
      triples.close();
    }
    graph.getPrefixMapping().setNsPrefixes(other.getPrefixMapping());
  }

  private Triple checked(Triple triple, Map<Node, Node> fresh) {
    return Triple.create(
        checked(triple.getSubject(), fresh),
        checked(triple.getPredicate(), fresh),
        checked(triple.getObject(), fresh));
  }

  private Node checked(Node node, Map<Node, Node> fresh) {
    if (node.isBlank()) {
      return fresh.computeIfAbsent(node, old -> NodeFactory.createBlankNode());
    }
    if (node.isLiteral() && !node.getLiteral().isWellFormed()) {
      throw errors.literal(
          "Lexical form '%s' not valid for datatype <%s>"
              .formatted(node.getLiteralLexicalForm(), node.getLiteralDatatypeURI()),
          -1,
          -1);
    }
    return node;
  }

  SourceDocument document(String sha256) {
    return new SourceDocument(graphName, location, graph, named, sha256);
  }
}
