// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.reason.dl.OwlBridge;
import io.github.entente.reason.rules.Closure;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NullIterator;
import org.apache.jena.util.iterator.SingletonIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLLiteral;
import org.semanticweb.owlapi.model.OWLObjectProperty;
import org.semanticweb.owlapi.model.OWLProperty;

/**
 * The triples of a snapshot with the facts of its closure. Pairs of a property are written out when
 * it is first asked for, unless they are kept as classes: most queries want few properties. Nothing
 * changes it. Safe for use by many threads.
 */
final class ClosureGraph extends GraphBase {
  private static final int[] NOBODY = {};
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
    closure.forEachTypeAndEquality(
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
          var classes =
              properties.get(p) instanceof OWLObjectProperty object
                  ? closure.classes(object)
                  : Optional.<List<int[]>>empty();
          if (classes.isPresent()) {
            return new ClassPairs(p, classes.get());
          }
          var graph = GraphFactory.createDefaultGraph();
          others.find(Node.ANY, p, Node.ANY).forEachRemaining(graph::add);
          closure.forEachNamedFact(
              properties.get(p),
              (predicate, first, second) -> graph.add(Triple.create(term(first), p, term(second))));
          return graph;
        });
  }

  /** The pairs of a property that relates the members of each of some classes to each other. */
  private final class ClassPairs extends GraphBase {
    private final Node property;
    private final List<int[]> classes;
    private final Map<Node, int[]> classOf = new HashMap<>();

    ClassPairs(Node property, List<int[]> classes) {
      this.property = property;
      this.classes = classes;
      for (var members : classes) {
        Arrays.stream(members).forEach(member -> classOf.put(term(member), members));
      }
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
      if (pattern.getPredicate().isConcrete() && !pattern.getPredicate().equals(property)) {
        return NullIterator.instance();
      }
      var subject = pattern.getSubject();
      var value = pattern.getObject();
      if (subject.isConcrete()) {
        var members = classOf.getOrDefault(subject, NOBODY);
        if (!value.isConcrete()) {
          return found(terms(members), v -> triple(subject, v));
        }
        return classOf.get(value) == members
            ? new SingletonIterator<>(triple(subject, value))
            : NullIterator.instance();
      } else if (value.isConcrete()) {
        return found(terms(classOf.getOrDefault(value, NOBODY)), s -> triple(s, value));
      }
      return WrappedIterator.create(
          Iter.flatMap(
              classes.iterator(),
              members ->
                  Iter.flatMap(terms(members), s -> Iter.map(terms(members), v -> triple(s, v)))));
    }

    private Iterator<Node> terms(int[] members) {
      return Iter.map(Arrays.stream(members).iterator(), ClosureGraph.this::term);
    }

    private Triple triple(Node subject, Node value) {
      return Triple.create(subject, property, value);
    }

    private static ExtendedIterator<Triple> found(
        Iterator<Node> terms, Function<Node, Triple> triple) {
      return WrappedIterator.create(Iter.map(terms, triple));
    }
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
