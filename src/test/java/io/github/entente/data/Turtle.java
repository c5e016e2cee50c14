// SPDX-License-Identifier: Apache-2.0
package io.github.entente.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/** Reads Turtle with Jena alone, independently of the classes under test. */
final class Turtle {

  static final String NS = "https://w3id.org/entente/";

  private Turtle() {}

  /** Every Turtle file under a folder, in one model. */
  static Model under(Path folder) {
    Model model = ModelFactory.createDefaultModel();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().endsWith(".ttl"))
          .sorted()
          .forEach(
              file ->
                  RDFParser.source(file)
                      .errorHandler(ErrorHandlerFactory.errorHandlerStrict)
                      .parse(model));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return model;
  }

  static Property property(String name) {
    return ResourceFactory.createProperty(NS + name);
  }

  /**
   * The objects of a property, sorted, as one text: an IRI, a string, or a value followed by its
   * datatype; empty when there is none.
   */
  static String objects(Resource subject, String property) {
    return sorted(
        subject.listProperties(property(property)).mapWith(s -> text(s.getObject())).toList());
  }

  /** Those among some classes that a subject is said to belong to, sorted, as one text. */
  static String types(Resource subject, Collection<String> among) {
    return sorted(
        subject.listProperties(RDF.type).mapWith(s -> type(s.getResource())).toList().stream()
            .filter(among::contains)
            .toList());
  }

  static String sorted(Collection<String> texts) {
    return texts.stream().sorted().collect(Collectors.joining(" "));
  }

  static String local(String iri) {
    return iri.startsWith(NS) ? iri.substring(NS.length()) : iri;
  }

  private static String text(RDFNode node) {
    if (node.isURIResource()) {
      return node.asResource().getURI();
    }
    Literal literal = node.asLiteral();
    String datatype = literal.getDatatypeURI();
    boolean isText = !literal.getLanguage().isEmpty() || datatype.equals(XSD.xstring.getURI());
    return literal.getLexicalForm()
        + (isText ? "" : " " + datatype.substring(XSD.getURI().length()));
  }

  private static String type(Resource type) {
    if (type.isURIResource()) {
      return local(type.getURI());
    }
    return "one of "
        + sorted(
            type.getProperty(OWL.unionOf).getObject().as(RDFList.class).asJavaList().stream()
                .map(node -> local(node.asResource().getURI()))
                .toList());
  }
}
