// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.Near;
import io.github.entente.model.Viewpoint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Classes and properties in a query that nothing speaks of: no row matches them, most often because
 * they are mistyped, which an empty answer does not tell by itself.
 */
final class Unfamiliar {
  private static final List<String> LANGUAGE =
      List.of(
          RDF.getURI(),
          RDFS.getURI(),
          OWL2.getURI(),
          "http://www.w3.org/2001/XMLSchema#",
          "http://jena.apache.org/",
          "http://jena.hpl.hp.com/",
          "java:");

  /** Predicates whose objects are classes or properties. */
  private static final Set<Node> OF_TERMS =
      Set.of(
          RDF.type.asNode(),
          RDFS.subClassOf.asNode(),
          RDFS.subPropertyOf.asNode(),
          OWL2.onProperty.asNode(),
          OWL2.onClass.asNode(),
          OWL2.someValuesFrom.asNode(),
          OWL2.allValuesFrom.asNode(),
          OWL2.complementOf.asNode(),
          OWL2.inverseOf.asNode());

  private static final List<Node> KINDS =
      List.of(
          OWL2.Class.asNode(),
          OWL2.ObjectProperty.asNode(),
          OWL2.DatatypeProperty.asNode(),
          OWL2.AnnotationProperty.asNode());

  private Unfamiliar() {}

  /** A note for each, with what may have been meant. */
  static List<String> notes(Query query, Viewpoint view, Worlds worlds) {
    var snapshot = worlds.snapshot(view);
    var graphs = new ArrayList<>(List.of(snapshot.asserted(), snapshot.generated()));
    graphs.addAll(worlds.stored().values());
    return terms(query).stream()
        .filter(term -> graphs.stream().noneMatch(graph -> occurs(term, graph)))
        .map(
            term ->
                worlds.labels().curie(term)
                    + " is in neither ontology nor data, so that nothing matches it."
                    + Near.names(local(term), alike(term, snapshot.asserted()))
                        .map(near -> " Did you mean " + near + "?")
                        .orElse(""))
        .toList();
  }

  private static Set<Node> terms(Query query) {
    var terms = new LinkedHashSet<Node>();
    if (query.getQueryPattern() != null) {
      ElementWalker.walk(
          query.getQueryPattern(),
          new ElementVisitorBase() {
            @Override
            public void visit(ElementPathBlock block) {
              block.patternElts().forEachRemaining(path -> terms(path).forEach(terms::add));
            }
          });
    }
    terms.removeIf(term -> !term.isURI() || LANGUAGE.stream().anyMatch(term.getURI()::startsWith));
    return terms;
  }

  private static Stream<Node> terms(TriplePath path) {
    if (!path.isTriple()) {
      return Stream.empty();
    }
    var predicate = path.getPredicate();
    return OF_TERMS.contains(predicate)
        ? Stream.of(predicate, path.getObject())
        : Stream.of(predicate);
  }

  private static boolean occurs(Node term, Graph graph) {
    return graph.contains(term, Node.ANY, Node.ANY)
        || graph.contains(Node.ANY, term, Node.ANY)
        || graph.contains(Node.ANY, Node.ANY, term);
  }

  /**
   * The classes and properties whose names begin as that of a term does, without that beginning.
   */
  private static Set<String> alike(Node term, Graph graph) {
    String namespace = term.getURI().substring(0, term.getURI().length() - local(term).length());
    var names = new TreeSet<String>();
    for (var kind : KINDS) {
      graph
          .find(Node.ANY, RDF.type.asNode(), kind)
          .mapWith(Triple::getSubject)
          .filterKeep(node -> node.isURI() && node.getURI().startsWith(namespace))
          .forEachRemaining(node -> names.add(node.getURI().substring(namespace.length())));
    }
    return names;
  }

  private static String local(Node term) {
    return term.getURI().replaceFirst(".*[#/]", "");
  }
}
