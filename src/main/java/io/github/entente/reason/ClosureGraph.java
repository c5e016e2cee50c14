// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.reason.dl.OwlBridge;
import io.github.entente.reason.rules.Closure;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NullIterator;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLLiteral;
import org.semanticweb.owlapi.model.OWLProperty;

/**
 * The triples of a snapshot with the facts of its closure. Pairs of a property are written out when
 * it is first asked for: most queries want few properties, and some have millions of pairs. Nothing
 * changes it. Safe for use by many threads.
 */
final class ClosureGraph extends GraphBase {
  private final Closure closure;
  private final Graph others = GraphFactory.createDefaultGraph();
  private final Map<Node, OWLProperty> properties = new HashMap<>();
  private final Map<Node, Graph> written = new ConcurrentHashMap<>();
  private final Node[] terms;

  ClosureGraph(Closure closure, Graph... stated) {
    this.closure = closure;
    this.terms = new Node[closure.termCount()];
    for (var graph : stated) {
      graph.find().forEachRemaining(others::add);
    }
    var names = new HashMap<OWLClass, Node>();
    closure.forEachNamedFact(
        (predicate, first, second) -> {
          if (predicate instanceof OWLClass type) {
            var name = names.computeIfAbsent(type, c -> OwlBridge.node(c.getIRI()));
            others.add(Triple.create(term(first), RDF.type.asNode(), name));
          } else if (predicate == null && first != second) {
            others.add(Triple.create(term(first), OWL2.sameAs.asNode(), term(second)));
          }
        });
    for (var property : closure.properties()) {
      properties.put(OwlBridge.node(property.getIRI()), property);
    }
  }

  /** What stands there is the same whoever puts it there first. */
  private Node term(int number) {
    var known = terms[number];
    if (known == null) {
      known =
          closure.term(number) instanceof OWLLiteral literal
              ? OwlBridge.node(literal)
              : OwlBridge.node((OWLIndividual) closure.term(number));
      terms[number] = known;
    }
    return known;
  }

  private Graph of(Node property) {
    return written.computeIfAbsent(
        property,
        p -> {
          var graph = GraphFactory.createDefaultGraph();
          others.find(Node.ANY, p, Node.ANY).forEachRemaining(graph::add);
          closure.forEachNamedFact(
              properties.get(p),
              (predicate, first, second) -> graph.add(Triple.create(term(first), p, term(second))));
          return graph;
        });
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
    var predicate = pattern.getPredicate();
    if (predicate.isConcrete()) {
      return (properties.containsKey(predicate) ? of(predicate) : others).find(pattern);
    }
    ExtendedIterator<Triple> all = NullIterator.instance();
    for (var property : properties.keySet()) {
      all = all.andThen(of(property).find(pattern));
    }
    return all.andThen(
        others.find(pattern).filterDrop(triple -> properties.containsKey(triple.getPredicate())));
  }
}
