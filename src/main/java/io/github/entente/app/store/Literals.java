// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.store;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** Literals as strictly as in files: a lexical form is one of its datatype. */
final class Literals {
  private Literals() {}

  /**
   * Checks new triples.
   *
   * @throws EntenteException {@link ErrorCode#MALFORMED_LITERAL}
   */
  static void check(List<Quad> quads) {
    quads.forEach(quad -> check(quad.getObject(), quad));
  }

  private static void check(Node term, Quad quad) {
    if (term.isLiteral() && !term.getLiteral().isWellFormed()) {
      throw new EntenteException(
          ErrorCode.MALFORMED_LITERAL,
          "'"
              + term.getLiteralLexicalForm()
              + "' is no "
              + term.getLiteralDatatypeURI()
              + ", in a triple about "
              + quad.getSubject()
              + ". Write it as the datatype has it.");
    }
  }
}
