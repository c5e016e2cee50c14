// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.dl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLDataProperty;
import org.semanticweb.owlapi.model.OWLDatatype;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLObjectProperty;

/**
 * Facts that one triple states by itself: a type, or a value of a property, of a thing that is no
 * part of an axiom's encoding. What they mean does not depend on any other triple but the
 * declarations of their terms, and none of them can be outside OWL 2 DL: classes and properties are
 * declared as one kind only, no name is reserved, literals are well formed and of a datatype of the
 * map.
 *
 * @param axioms each fact once
 * @param individuals those in the facts, and those only declared
 */
record PlainFacts(List<OWLAxiom> axioms, Set<OWLIndividual> individuals) {
  private static final List<String> RESERVED =
      List.of(OWL2.NS, RDF.getURI(), RDFS.getURI(), "http://www.w3.org/2001/XMLSchema#");
  private static final List<Node> KINDS =
      List.of(
          OWL2.Class.asNode(),
          RDFS.Class.asNode(),
          RDFS.Datatype.asNode(),
          OWL2.DataRange.asNode(),
          OWL2.ObjectProperty.asNode(),
          OWL2.DatatypeProperty.asNode(),
          OWL2.AnnotationProperty.asNode());

  /** Whether values of a datatype are read as they stand; XML literals are not. */
  private static boolean isPlain(String datatype) {
    return Datatypes.inTheMap(datatype) && !datatype.equals(RDF.getURI() + "XMLLiteral");
  }

  /** Takes the plain facts out of a graph's triples, for triples of the same graph. */
  static Reader of(Graph graph, Set<Node> syntax) {
    return new Reader(graph, syntax);
  }

  static final class Reader {
    private final OWLDataFactory factory = OWLManager.getOWLDataFactory();
    private final Set<Node> notPlain;
    private final Map<Node, Node> kinds = new HashMap<>();
    private final Map<Node, OWLClass> classes = new HashMap<>();
    private final Map<Node, OWLObjectProperty> roles = new HashMap<>();
    private final Map<Node, OWLDataProperty> attributes = new HashMap<>();
    private final Map<Node, OWLIndividual> individuals = new HashMap<>();
    private final Map<String, Optional<OWLDatatype>> datatypes = new HashMap<>();
    private final List<OWLAxiom> axioms = new ArrayList<>();
    private int triples;

    private Reader(Graph graph, Set<Node> syntax) {
      notPlain = new HashSet<>(syntax);
      // Of an axiom that is annotated OWL API's reader wants to see the triple itself.
      graph
          .find(Node.ANY, OWL2.annotatedSource.asNode(), Node.ANY)
          .forEachRemaining(triple -> notPlain.add(triple.getObject()));
      for (var kind : KINDS) {
        graph
            .find(Node.ANY, RDF.type.asNode(), kind)
            .forEachRemaining(triple -> declare(triple.getSubject(), kind));
      }
    }

    /** A name declared as two kinds has none. */
    private void declare(Node name, Node kind) {
      kinds.merge(name, kind, (one, other) -> one.equals(other) ? one : Node.ANY);
    }

    /** Takes a triple if it is a plain fact, or declares an individual. */
    boolean take(Triple triple) {
      boolean taken = taken(triple);
      if (taken) {
        triples++;
      }
      return taken;
    }

    private boolean taken(Triple triple) {
      var subject = triple.getSubject();
      var predicate = triple.getPredicate();
      var object = triple.getObject();
      if (!isIndividual(subject)) {
        return false;
      }
      if (predicate.equals(RDF.type.asNode())) {
        if (object.equals(OWL2.NamedIndividual.asNode())) {
          individual(subject);
          return true;
        }
        if (!isDeclared(object, OWL2.Class)) {
          return false;
        }
        axioms.add(
            factory.getOWLClassAssertionAxiom(
                classes.computeIfAbsent(object, c -> factory.getOWLClass(iri(c))),
                individual(subject)));
        return true;
      }
      if (isDeclared(predicate, OWL2.ObjectProperty) && isIndividual(object)) {
        axioms.add(
            factory.getOWLObjectPropertyAssertionAxiom(
                roles.computeIfAbsent(predicate, p -> factory.getOWLObjectProperty(iri(p))),
                individual(subject),
                individual(object)));
        return true;
      }
      if (isDeclared(predicate, OWL2.DatatypeProperty) && isValue(object)) {
        axioms.add(
            factory.getOWLDataPropertyAssertionAxiom(
                attributes.computeIfAbsent(predicate, p -> factory.getOWLDataProperty(iri(p))),
                individual(subject),
                OwlBridge.literal(object, factory, uri -> datatype(uri).orElseThrow())));
        return true;
      }
      return false;
    }

    private boolean isDeclared(Node name, Resource kind) {
      return name.isURI() && kind.asNode().equals(kinds.get(name)) && !isReserved(name);
    }

    private boolean isIndividual(Node node) {
      return individuals.containsKey(node)
          || (node.isURI() && !isReserved(node) || node.isBlank()) && !notPlain.contains(node);
    }

    private static boolean isReserved(Node name) {
      return RESERVED.stream().anyMatch(name.getURI()::startsWith);
    }

    private boolean isValue(Node node) {
      return node.isLiteral()
          && datatype(node.getLiteralDatatypeURI()).isPresent()
          && node.getLiteral().isWellFormed();
    }

    private OWLIndividual individual(Node node) {
      return individuals.computeIfAbsent(node, n -> factory.getOWLNamedIndividual(iri(n)));
    }

    /** A datatype, if its values are read as they stand. */
    private Optional<OWLDatatype> datatype(String uri) {
      return datatypes.computeIfAbsent(
          uri,
          name ->
              isPlain(name)
                  ? Optional.of(factory.getOWLDatatype(IRI.create(name)))
                  : Optional.empty());
    }

    private static IRI iri(Node node) {
      return OwlBridge.iri(node);
    }

    /** Number of triples taken. */
    int triples() {
      return triples;
    }

    PlainFacts facts() {
      return new PlainFacts(axioms, Set.copyOf(individuals.values()));
    }
  }
}
