// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLObjectPropertyExpression;

/**
 * Class expressions as triples of a query write them, with names alone in them. Other ones are
 * refused.
 *
 * @see <a href="https://www.w3.org/TR/owl2-mapping-to-rdf/#Parsing_of_Expressions">OWL 2 Mapping to
 *     RDF Graphs, 3.2.4: Parsing of Expressions</a>
 */
final class Written {
  private static final String NAME = "urn:x-entente:class:";
  private static final OWLDataFactory FACTORY = OWLManager.getOWLDataFactory();

  private final Collection<Triple> pattern;
  private final Signature signature;
  private final Set<Triple> used = new LinkedHashSet<>();

  private Written(Collection<Triple> pattern, Signature signature) {
    this.pattern = pattern;
    this.signature = signature;
  }

  /**
   * The expression that triples of a pattern write with a node.
   *
   * @throws EntenteException REFUSED_QUERY where it is none of those that are read
   */
  static Patterns.Expression of(Node root, Collection<Triple> pattern, Signature signature) {
    var written = new Written(pattern, signature);
    var means = written.expression(root);
    return new Patterns.Expression(
        NodeFactory.createURI(NAME + means), means, root, Set.copyOf(written.used));
  }

  private static EntenteException refused(Node node) {
    return new EntenteException(
        ErrorCode.REFUSED_QUERY,
        "No certificate can be made: the class expression at "
            + node
            + " is not read; restrictions of object properties, intersections, unions, complements"
            + " and enumerations of names are, each with one triple for each of its parts.");
  }

  private boolean has(Node subject, Property predicate) {
    return pattern.stream()
        .anyMatch(
            t -> t.getSubject().equals(subject) && t.getPredicate().equals(predicate.asNode()));
  }

  /** The one object of a subject and predicate. */
  private Node object(Node subject, Property predicate) {
    var found =
        pattern.stream()
            .filter(
                t -> t.getSubject().equals(subject) && t.getPredicate().equals(predicate.asNode()))
            .toList();
    if (found.size() != 1) {
      throw refused(subject);
    }
    used.add(found.get(0));
    return found.get(0).getObject();
  }

  /** Takes note of what an expression is said to be, and of nothing else. */
  private void typed(Node node, int parts) {
    var all = pattern.stream().filter(t -> t.getSubject().equals(node)).toList();
    var types = all.stream().filter(t -> t.getPredicate().equals(RDF.type.asNode())).toList();
    if (all.size() - types.size() != parts
        || types.stream()
            .anyMatch(
                t ->
                    !Set.of(OWL2.Class.asNode(), OWL2.Restriction.asNode())
                        .contains(t.getObject()))) {
      throw refused(node);
    }
    used.addAll(types);
  }

  private OWLClassExpression expression(Node node) {
    if (node.isURI()) {
      if (!signature.classes().contains(node)) {
        throw refused(node);
      }
      return FACTORY.getOWLClass(node.getURI());
    } else if (has(node, OWL2.onProperty)) {
      return restriction(node);
    }
    typed(node, 1);
    if (has(node, OWL2.intersectionOf)) {
      return FACTORY.getOWLObjectIntersectionOf(expressions(object(node, OWL2.intersectionOf)));
    } else if (has(node, OWL2.unionOf)) {
      return FACTORY.getOWLObjectUnionOf(expressions(object(node, OWL2.unionOf)));
    } else if (has(node, OWL2.complementOf)) {
      return FACTORY.getOWLObjectComplementOf(expression(object(node, OWL2.complementOf)));
    } else if (has(node, OWL2.oneOf)) {
      return FACTORY.getOWLObjectOneOf(
          list(object(node, OWL2.oneOf)).stream().map(Written::individual));
    }
    throw refused(node);
  }

  private OWLClassExpression restriction(Node node) {
    var property = property(object(node, OWL2.onProperty));
    if (has(node, OWL2.onClass)) {
      typed(node, 3);
      return counted(node, property);
    }
    typed(node, 2);
    if (has(node, OWL2.someValuesFrom)) {
      return FACTORY.getOWLObjectSomeValuesFrom(
          property, expression(object(node, OWL2.someValuesFrom)));
    } else if (has(node, OWL2.allValuesFrom)) {
      return FACTORY.getOWLObjectAllValuesFrom(
          property, expression(object(node, OWL2.allValuesFrom)));
    } else if (has(node, OWL2.hasValue)) {
      return FACTORY.getOWLObjectHasValue(property, individual(object(node, OWL2.hasValue)));
    } else if (has(node, OWL2.minCardinality)) {
      return FACTORY.getOWLObjectMinCardinality(
          number(object(node, OWL2.minCardinality)), property);
    } else if (has(node, OWL2.maxCardinality)) {
      return FACTORY.getOWLObjectMaxCardinality(
          number(object(node, OWL2.maxCardinality)), property);
    } else if (has(node, OWL2.cardinality)) {
      return FACTORY.getOWLObjectExactCardinality(number(object(node, OWL2.cardinality)), property);
    }
    throw refused(node);
  }

  private OWLClassExpression counted(Node node, OWLObjectPropertyExpression property) {
    var filler = expression(object(node, OWL2.onClass));
    if (has(node, OWL2.minQualifiedCardinality)) {
      return FACTORY.getOWLObjectMinCardinality(
          number(object(node, OWL2.minQualifiedCardinality)), property, filler);
    } else if (has(node, OWL2.maxQualifiedCardinality)) {
      return FACTORY.getOWLObjectMaxCardinality(
          number(object(node, OWL2.maxQualifiedCardinality)), property, filler);
    }
    return FACTORY.getOWLObjectExactCardinality(
        number(object(node, OWL2.qualifiedCardinality)), property, filler);
  }

  private OWLObjectPropertyExpression property(Node node) {
    if (node.isURI()) {
      if (!signature.isObjectProperty(node)) {
        throw refused(node);
      }
      return FACTORY.getOWLObjectProperty(node.getURI());
    }
    return property(object(node, OWL2.inverseOf)).getInverseProperty();
  }

  private static int number(Node node) {
    if (!node.isLiteral() || !node.getLiteralLexicalForm().matches("\\d{1,6}")) {
      throw refused(node);
    }
    return Integer.parseInt(node.getLiteralLexicalForm());
  }

  private static OWLIndividual individual(Node node) {
    if (!node.isURI()) {
      throw refused(node);
    }
    return FACTORY.getOWLNamedIndividual(node.getURI());
  }

  private List<OWLClassExpression> expressions(Node list) {
    return list(list).stream().map(this::expression).toList();
  }

  private List<Node> list(Node first) {
    var members = new ArrayList<Node>();
    var cell = first;
    while (!cell.equals(RDF.nil.asNode())) {
      if (members.size() > pattern.size()) {
        throw refused(first);
      }
      members.add(object(cell, RDF.first));
      cell = object(cell, RDF.rest);
    }
    return members;
  }
}
