// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * Names of terms for people: the label in English or without language, else the CURIE, else the
 * IRI; literals by their lexical form. Safe for use by many threads.
 */
public final class Labels {
  private static final Node LABEL = RDFS.label.asNode();
  private static final Node ALTERNATIVE = SKOS.altLabel.asNode();

  private final Graph graph;
  private final PrefixMapping prefixes;

  private Labels(Graph graph, PrefixMapping prefixes) {
    this.graph = graph;
    this.prefixes = prefixes;
  }

  /** Labels from the {@code rdfs:label} triples of a graph. */
  public static Labels of(Graph graph, PrefixMapping prefixes) {
    return new Labels(graph, prefixes);
  }

  /** The prefixes of {@link #curie}. */
  public PrefixMapping prefixes() {
    return prefixes;
  }

  /**
   * What a person calls the term where room is short: an alternative label if one is at most half
   * as long as the label.
   */
  public String shortLabel(Node node) {
    String label = label(node);
    return node.isURI()
        ? labels(node, ALTERNATIVE)
            .map(Node::getLiteralLexicalForm)
            .filter(other -> other.length() * 2 <= label.length())
            .min(Comparator.comparing(String::length).thenComparing(other -> other))
            .orElse(label)
        : label;
  }

  private Stream<Node> labels(Node node, Node property) {
    return graph.find(node, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
        .filter(o -> o.isLiteral() && speaksEnglish(o.getLiteralLanguage()));
  }

  /** What a person calls the term. */
  public String label(Node node) {
    if (node.isURI() || node.isBlank()) {
      return labels(node, LABEL)
          .min(
              Comparator.comparing((Node o) -> o.getLiteralLanguage().isEmpty())
                  .thenComparing(Node::getLiteralLexicalForm))
          .map(Node::getLiteralLexicalForm)
          .orElseGet(() -> curie(node));
    }
    return curie(node);
  }

  /** The CURIE where a prefix fits, else the IRI in angle brackets; literals by lexical form. */
  public String curie(Node node) {
    if (node.isURI()) {
      String curie = prefixes.qnameFor(node.getURI());
      return curie == null ? "<" + node.getURI() + ">" : curie;
    }
    if (node.isBlank()) {
      return "_:" + node.getBlankNodeLabel();
    }
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
  }

  private static boolean speaksEnglish(String language) {
    return language.isEmpty() || language.toLowerCase(Locale.ROOT).startsWith("en");
  }
}
