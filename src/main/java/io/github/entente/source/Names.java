// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.PartialDate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;

/** How nodes and days are called in messages. */
final class Names {
  private Names() {}

  static String of(Node node) {
    if (node.isURI()) {
      return "<" + node.getURI() + ">";
    }
    if (node.isBlank()) {
      return "a blank node";
    }
    return node.toString();
  }

  /** The label, where the graph has one. */
  static String of(Node node, Graph graph) {
    return graph
        .find(node, RDFS.label.asNode(), Node.ANY)
        .mapWith(triple -> triple.getObject())
        .filterKeep(Node::isLiteral)
        .toList()
        .stream()
        .map(Node::getLiteralLexicalForm)
        .min(String::compareTo)
        .orElseGet(() -> of(node));
  }

  static String of(PartialDate date) {
    return date.exact() ? date.first().toString() : date.first() + " to " + date.last();
  }
}
