// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import org.apache.jena.graph.Graph;

/**
 * Reads the syntaxes of OWL that are no syntaxes of RDF: OWL/XML, functional and Manchester. This
 * package knows no OWL library; whoever has one hands it in.
 */
@FunctionalInterface
public interface ForeignSyntax {
  /**
   * The triples that a document stands for. The bytes were checked to be UTF-8, to be nested no
   * deeper than is safe and, if they are XML, to be well-formed without external entities.
   *
   * @param baseIri the document's base IRI
   * @param location where it was read from, for messages
   * @param bytes its bytes, without byte order mark
   * @throws io.github.entente.model.EntenteException if it is malformed
   */
  Graph read(String baseIri, String location, byte[] bytes);
}
