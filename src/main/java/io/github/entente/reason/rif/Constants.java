// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rif;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * The constants of one document. A local one is a blank node, which no other document and no query
 * can name.
 *
 * @param document IRI of the document
 */
record Constants(String document) {
  private static final String RIF = "http://www.w3.org/2007/rif#";

  Node of(Element element) {
    String text = element.text().toString();
    String type = element.attributes().get("type");
    if (type == null || !element.children().isEmpty()) {
      throw Refusal.of(
          element.where(), "a Const without type, or with elements in it", "Give it a type.");
    } else if (type.equals(RIF + "iri")) {
      return NodeFactory.createURI(absolute(text.strip(), element.where()));
    } else if (type.equals(RIF + "local")) {
      return NodeFactory.createBlankNode("rif " + document + " " + text.strip());
    } else if (type.equals(RDF.getURI() + "PlainLiteral")) {
      int at = text.lastIndexOf('@');
      if (at < 0) {
        throw malformed(element, text, type);
      }
      return at == text.length() - 1
          ? NodeFactory.createLiteralString(text.substring(0, at))
          : NodeFactory.createLiteralLang(text.substring(0, at), text.substring(at + 1));
    }
    var datatype = TypeMapper.getInstance().getSafeTypeByName(type);
    // White space around numbers and the like is no part of them.
    String form = datatype.equals(XSDDatatype.XSDstring) ? text : text.strip();
    var literal = NodeFactory.createLiteralDT(form, datatype);
    if (type.startsWith(XSDDatatype.XSD + "#") && !literal.getLiteral().isWellFormed()) {
      throw malformed(element, text, type);
    }
    return literal;
  }

  private static EntenteException malformed(Element element, String text, String type) {
    return new EntenteException(
        ErrorCode.MALFORMED_LITERAL,
        element.where() + ": '" + text + "' is no literal of " + type + ". Mend it.");
  }

  /** An IRI, resolved against that of the document. */
  String absolute(String iri, String where) {
    try {
      var parsed = new URI(iri);
      return parsed.isAbsolute()
          ? iri
          : URI.create(document)
              .resolve(parsed)
              .toString()
              .replaceFirst("^file:/(?!/)", "file:///");
    } catch (URISyntaxException | IllegalArgumentException e) {
      if (iri.matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]*")) {
        return iri; // an IRI beyond ASCII
      }
      throw Refusal.of(where, "'" + iri + "' is no IRI", "Mend it.");
    }
  }
}
