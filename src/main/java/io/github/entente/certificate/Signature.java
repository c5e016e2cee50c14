// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.semanticweb.owlapi.model.HasIRI;
import org.semanticweb.owlapi.model.OWLAxiom;

/** What the names in axioms are names of, and so what a triple pattern asks for. */
final class Signature {
  /** What a triple pattern is about. */
  enum Kind {
    /** An individual in a class that has a name, or that is asked for. */
    TYPE,
    /** Two individuals related by an object property. */
    EDGE,
    /** A value of a data property. */
    DATUM,
    /** Two names of one individual. */
    SAME,
    /** Something without logical content, matched as it is asserted. */
    LOOKUP,
    /** Something that a certificate does not speak of. */
    OTHER
  }

  private final Set<Node> classes = new HashSet<>();
  private final Set<Node> objectProperties = new HashSet<>();
  private final Set<Node> dataProperties = new HashSet<>();

  private Signature() {
    classes.add(OWL2.Thing.asNode());
    classes.add(OWL2.Nothing.asNode());
  }

  static Signature of(Collection<? extends OWLAxiom> axioms) {
    var signature = new Signature();
    for (var axiom : axioms) {
      axiom.classesInSignature().forEach(c -> signature.classes.add(node(c)));
      axiom.objectPropertiesInSignature().forEach(p -> signature.objectProperties.add(node(p)));
      axiom.dataPropertiesInSignature().forEach(p -> signature.dataProperties.add(node(p)));
    }
    return signature;
  }

  private static Node node(HasIRI name) {
    return NodeFactory.createURI(name.getIRI().toString());
  }

  boolean isObjectProperty(Node node) {
    return objectProperties.contains(node);
  }

  /** The names of classes. */
  Set<Node> classes() {
    return classes;
  }

  Kind kind(Triple triple) {
    var predicate = triple.getPredicate();
    if (predicate.isVariable()) {
      return Kind.OTHER;
    } else if (predicate.equals(RDF.type.asNode())) {
      var object = triple.getObject();
      boolean any = object.isVariable() && !Var.isBlankNodeVar(object);
      return any || classes.contains(object) || unused(object) ? Kind.TYPE : Kind.OTHER;
    } else if (predicate.equals(OWL2.sameAs.asNode())) {
      return Kind.SAME;
    } else if (objectProperties.contains(predicate)) {
      return Kind.EDGE;
    } else if (dataProperties.contains(predicate)) {
      return Kind.DATUM;
    }
    return logical(predicate) ? Kind.OTHER : Kind.LOOKUP;
  }

  /**
   * A name of which no axiom says anything: as a class it is empty in some model, of any axioms.
   * The names put for class expressions are such.
   */
  private static boolean unused(Node name) {
    return name.isURI()
        && Stream.of(OWL2.NS, RDF.getURI(), RDFS.getURI()).noneMatch(name.getURI()::startsWith);
  }

  /** Whether a predicate is a word of the language that makes axioms. */
  private static boolean logical(Node predicate) {
    String iri = predicate.getURI();
    boolean ofOwl =
        iri.startsWith(OWL2.NS)
            && !Set.of(
                    OWL2.versionInfo.getURI(),
                    OWL2.versionIRI.getURI(),
                    OWL2.deprecated.getURI(),
                    OWL2.imports.getURI())
                .contains(iri);
    return ofOwl
        || Set.of(
                RDFS.subClassOf.getURI(),
                RDFS.subPropertyOf.getURI(),
                RDFS.domain.getURI(),
                RDFS.range.getURI(),
                RDF.first.getURI(),
                RDF.rest.getURI())
            .contains(iri);
  }
}
