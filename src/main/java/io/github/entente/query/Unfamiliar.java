// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.Near;
import io.github.entente.model.Outcome;
import io.github.entente.model.Regime;
import io.github.entente.model.Viewpoint;
import io.github.entente.reason.rdf.Materialisation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Terms in a query that nothing speaks of, where patterns and axioms want classes, properties or
 * individuals: no row matches them, most often because they are mistyped, which an empty answer
 * does not tell by itself.
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

  /** Predicates whose subjects and objects are classes, properties, or individuals of axioms. */
  private static final Set<Node> BETWEEN_TERMS =
      nodes(
          RDFS.subClassOf,
          OWL2.equivalentClass,
          OWL2.disjointWith,
          OWL2.complementOf,
          RDFS.subPropertyOf,
          OWL2.equivalentProperty,
          OWL2.propertyDisjointWith,
          OWL2.inverseOf,
          RDFS.domain,
          RDFS.range,
          OWL2.sameAs,
          OWL2.differentFrom);

  /** Predicates whose objects are such; those of lists are, since lists spell axioms only. */
  private static final Set<Node> OF_TERMS =
      nodes(
          RDF.type,
          RDF.first,
          OWL2.onProperty,
          OWL2.onClass,
          OWL2.onDataRange,
          OWL2.onDatatype,
          OWL2.someValuesFrom,
          OWL2.allValuesFrom,
          OWL2.hasValue,
          OWL2.datatypeComplementOf,
          OWL2.sourceIndividual,
          OWL2.assertionProperty,
          OWL2.targetIndividual);

  /** Predicates whose subjects are such, and whose objects are lists. */
  private static final Set<Node> OF_LISTS =
      nodes(
          OWL2.unionOf,
          OWL2.intersectionOf,
          OWL2.oneOf,
          OWL2.disjointUnionOf,
          OWL2.hasKey,
          OWL2.propertyChainAxiom);

  private static Set<Node> nodes(Resource... resources) {
    return Stream.of(resources).map(Resource::asNode).collect(Collectors.toUnmodifiableSet());
  }

  private Unfamiliar() {}

  /** A note for each, with what may have been meant. */
  static List<String> notes(Request request, Viewpoint view, Worlds worlds) {
    var query = request.query();
    var snapshot = worlds.snapshot(view);
    var graphs = new ArrayList<>(List.of(snapshot.asserted(), snapshot.generated()));
    graphs.addAll(worlds.stored().values());
    if (request.regime() == Regime.RIF
        && worlds.materialised(view, Regime.RIF, request.deadline())
            instanceof Outcome.Answered<Materialisation> answered) {
      graphs.add(answered.value().graph()); // rules bring terms of their own
    }
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
    var terms = Stream.<Node>builder().add(predicate);
    if (BETWEEN_TERMS.contains(predicate) || OF_LISTS.contains(predicate)) {
      terms.add(path.getSubject());
    }
    if (BETWEEN_TERMS.contains(predicate) || OF_TERMS.contains(predicate)) {
      terms.add(path.getObject());
    }
    return terms.build();
  }

  private static boolean occurs(Node term, Graph graph) {
    return graph.contains(term, Node.ANY, Node.ANY)
        || graph.contains(Node.ANY, term, Node.ANY)
        || graph.contains(Node.ANY, Node.ANY, term);
  }

  /**
   * What is declared or has a type, and whose name begins as that of a term does, without that
   * beginning.
   */
  private static Set<String> alike(Node term, Graph graph) {
    String namespace = term.getURI().substring(0, term.getURI().length() - local(term).length());
    var names = new TreeSet<String>();
    graph
        .find(Node.ANY, RDF.type.asNode(), Node.ANY)
        .mapWith(Triple::getSubject)
        .filterKeep(node -> node.isURI() && node.getURI().startsWith(namespace))
        .forEachRemaining(node -> names.add(node.getURI().substring(namespace.length())));
    return names;
  }

  private static String local(Node term) {
    return term.getURI().replaceFirst(".*[#/]", "");
  }
}
