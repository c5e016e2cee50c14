// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.model.EntenteException;
import io.github.entente.model.Spelled;
import io.github.entente.reason.dl.OwlBridge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.semanticweb.owlapi.model.OWLAxiom;

/**
 * Finds the triples that spell axioms: those with a name or axiom node as their subject are
 * translated, each by itself with the declarations of its names, and compared. Safe for use by many
 * threads.
 */
public final class Spellings {
  private static final Set<Node> BETWEEN =
      Set.of(
          RDFS.subClassOf.asNode(),
          OWL2.equivalentClass.asNode(),
          OWL2.disjointWith.asNode(),
          OWL2.disjointUnionOf.asNode(),
          OWL2.hasKey.asNode(),
          OWL2.unionOf.asNode(),
          OWL2.intersectionOf.asNode(),
          OWL2.complementOf.asNode(),
          OWL2.oneOf.asNode(),
          RDFS.subPropertyOf.asNode(),
          OWL2.equivalentProperty.asNode(),
          OWL2.propertyDisjointWith.asNode(),
          OWL2.propertyChainAxiom.asNode(),
          OWL2.inverseOf.asNode(),
          RDFS.domain.asNode(),
          RDFS.range.asNode(),
          OWL2.sameAs.asNode(),
          OWL2.differentFrom.asNode(),
          RDF.type.asNode());

  private static final String SWRL = "http://www.w3.org/2003/11/swrl#";
  private static final Node RULE = NodeFactory.createURI(SWRL + "Imp");

  private static final Set<Node> AXIOM_NODES =
      Set.of(
          OWL2.AllDisjointClasses.asNode(),
          OWL2.AllDisjointProperties.asNode(),
          OWL2.AllDifferent.asNode(),
          OWL2.NegativePropertyAssertion.asNode(),
          RULE);

  private static final Set<Node> DECLARATIONS =
      Set.of(
          OWL2.Class.asNode(),
          OWL2.ObjectProperty.asNode(),
          OWL2.DatatypeProperty.asNode(),
          OWL2.AnnotationProperty.asNode(),
          OWL2.NamedIndividual.asNode(),
          RDFS.Datatype.asNode(),
          NodeFactory.createURI(SWRL + "Variable"));

  private final Graph graph;
  private final Map<OWLAxiom, List<Triple>> known = new ConcurrentHashMap<>();

  /** Of the axioms that a graph spells. */
  public Spellings(Graph graph) {
    this.graph = graph;
  }

  /**
   * The triples that spell an axiom, one for each place: where it takes several, the one that the
   * others hang on.
   */
  public List<Triple> of(OWLAxiom axiom) {
    return known.computeIfAbsent(axiom, this::find);
  }

  private List<Triple> find(OWLAxiom axiom) {
    var stated = Facts.plainlyStated(axiom, graph);
    if (!stated.isEmpty()) {
      return stated;
    }
    var names = new HashSet<Node>();
    axiom
        .signature()
        .filter(entity -> !entity.isBuiltIn())
        .forEach(entity -> names.add(OwlBridge.node(entity.getIRI())));
    var roots = new ArrayList<Triple>();
    for (var root : candidates(names)) {
      var spelled = spelled(root);
      if (mentions(spelled).containsAll(names) && translate(spelled).contains(axiom)) {
        roots.add(root);
      }
    }
    roots.sort(Comparator.comparing(triple -> triple.getSubject().toString()));
    return roots;
  }

  /** A triple with what hangs on it; of a rule with a name, all that is said of it. */
  private Graph spelled(Triple root) {
    var spelled = Spelled.of(root, graph);
    if (root.getObject().equals(RULE)) {
      graph
          .find(root.getSubject(), Node.ANY, Node.ANY)
          .forEachRemaining(
              triple -> Spelled.of(triple, graph).find().forEachRemaining(spelled::add));
    }
    return spelled;
  }

  private List<Triple> candidates(Set<Node> names) {
    var candidates = new ArrayList<Triple>();
    for (var name : names) {
      graph
          .find(name, Node.ANY, Node.ANY)
          .filterKeep(triple -> BETWEEN.contains(triple.getPredicate()))
          .forEachRemaining(candidates::add);
    }
    for (var kind : AXIOM_NODES) {
      graph.find(Node.ANY, RDF.type.asNode(), kind).forEachRemaining(candidates::add);
    }
    for (var relation : List.of(RDFS.subClassOf, OWL2.equivalentClass, OWL2.disjointWith)) {
      graph
          .find(Node.ANY, relation.asNode(), Node.ANY)
          .filterKeep(triple -> triple.getSubject().isBlank())
          .forEachRemaining(candidates::add);
    }
    return candidates;
  }

  private static Set<Node> mentions(Graph spelled) {
    var nodes = new HashSet<Node>();
    spelled
        .find()
        .forEachRemaining(
            triple -> {
              nodes.add(triple.getSubject());
              nodes.add(triple.getPredicate());
              nodes.add(triple.getObject());
            });
    return nodes;
  }

  private Set<OWLAxiom> translate(Graph spelled) {
    for (var name : mentions(spelled)) {
      if (name.isURI()) {
        graph
            .find(name, RDF.type.asNode(), Node.ANY)
            .filterKeep(triple -> DECLARATIONS.contains(triple.getObject()))
            .forEachRemaining(spelled::add);
      }
    }
    try {
      return OwlBridge.of(spelled).logicalAxioms().collect(Collectors.toSet());
    } catch (EntenteException e) {
      // Part of something else, that makes no axiom by itself.
      return Set.of();
    }
  }
}
