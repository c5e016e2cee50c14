// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.reason.Demand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * A query whose axioms are taken out. The triples that spell an axiom with its expressions are
 * replaced by triples that its solutions are matched with: a row for each, with the term of each
 * variable. So joins and all that stands above patterns stay as they are.
 */
final class AxiomTemplates {
  private static final String ROWS = "urn:x-entente:template:";

  /** Words that a blank node is the subject of where it spells an expression or list. */
  private static final Set<Node> SPELLING =
      Set.of(
          OWL2.onProperty.asNode(),
          OWL2.onProperties.asNode(),
          OWL2.unionOf.asNode(),
          OWL2.intersectionOf.asNode(),
          OWL2.complementOf.asNode(),
          OWL2.datatypeComplementOf.asNode(),
          OWL2.oneOf.asNode(),
          OWL2.onDatatype.asNode(),
          OWL2.inverseOf.asNode(),
          OWL2.members.asNode(),
          OWL2.distinctMembers.asNode(),
          OWL2.sourceIndividual.asNode(),
          RDF.first.asNode());

  /** Types of blank nodes that are axioms themselves. */
  private static final Set<Node> AXIOM_TYPES =
      Set.of(
          OWL2.AllDisjointClasses.asNode(),
          OWL2.AllDisjointProperties.asNode(),
          OWL2.AllDifferent.asNode(),
          OWL2.NegativePropertyAssertion.asNode());

  private static final Set<Node> CHARACTERISTICS =
      Set.of(
          OWL2.FunctionalProperty.asNode(),
          OWL2.InverseFunctionalProperty.asNode(),
          OWL2.TransitiveProperty.asNode(),
          OWL2.SymmetricProperty.asNode(),
          OWL2.AsymmetricProperty.asNode(),
          OWL2.ReflexiveProperty.asNode(),
          OWL2.IrreflexiveProperty.asNode());

  private static final Set<Node> DECLARING =
      Set.of(
          OWL2.Class.asNode(),
          OWL2.ObjectProperty.asNode(),
          OWL2.DatatypeProperty.asNode(),
          OWL2.NamedIndividual.asNode(),
          RDFS.Datatype.asNode());

  /** Predicates of axioms, other than those between names that the hierarchy knows of. */
  private static final Set<Node> BETWEEN_NAMES =
      Set.of(
          RDFS.domain.asNode(),
          RDFS.range.asNode(),
          RDFS.subPropertyOf.asNode(),
          OWL2.equivalentProperty.asNode(),
          OWL2.disjointWith.asNode(),
          OWL2.complementOf.asNode(),
          OWL2.inverseOf.asNode(),
          OWL2.propertyDisjointWith.asNode(),
          OWL2.differentFrom.asNode());

  private static final Set<Node> OF_CLASSES =
      Set.of(RDF.type.asNode(), RDFS.subClassOf.asNode(), OWL2.equivalentClass.asNode());

  /** Predicates whose object may be a list or expression where the subject is a name. */
  private static final Set<Node> DEFINING =
      Set.of(
          OWL2.unionOf.asNode(),
          OWL2.intersectionOf.asNode(),
          OWL2.oneOf.asNode(),
          OWL2.disjointUnionOf.asNode(),
          OWL2.hasKey.asNode(),
          OWL2.propertyChainAxiom.asNode());

  private static final String FACETS = "http://www.w3.org/2001/XMLSchema#";

  private final List<Demand.Axiom> axioms = new ArrayList<>();
  private final Query query;

  private AxiomTemplates(Query query, Predicate<Node> isWorld, boolean reasoned) {
    this.query = reasoned && query.getQueryPattern() != null ? rewritten(query, isWorld) : query;
  }

  private Query rewritten(Query original, Predicate<Node> isWorld) {
    var rewritten = QueryTransformOps.transform(original, new Rewriting(isWorld));
    if (original.isQueryResultStar()) {
      // The columns stay in the order in which the variables were written.
      rewritten.setQueryResultStar(false);
      rewritten.getProject().clear();
      original.getProjectVars().forEach(rewritten::addResultVar);
    }
    return rewritten;
  }

  /**
   * The axioms in a query.
   *
   * @param isWorld whether a name is that of a graph with entailments; in others nothing follows
   * @param reasoned whether anything follows in the default graph
   */
  static AxiomTemplates of(Query query, Predicate<Node> isWorld, boolean reasoned) {
    return new AxiomTemplates(query, isWorld, reasoned);
  }

  /** The query with rows in place of axioms. */
  Query query() {
    return query;
  }

  /** The axiom whose rows have a predicate. */
  Optional<Demand.Axiom> of(Node predicate) {
    if (!isOfRows(predicate)) {
      return Optional.empty();
    }
    String rest = predicate.getURI().substring(ROWS.length());
    return Optional.of(axioms.get(Integer.parseInt(rest.substring(0, rest.indexOf(':')))));
  }

  /** All axioms. */
  List<Demand.Axiom> axioms() {
    return axioms;
  }

  static boolean isOfRows(Node predicate) {
    return predicate.isURI() && predicate.getURI().startsWith(ROWS);
  }

  /** The triples of a row: the row itself, and the term of each variable. */
  Stream<Triple> row(Demand.Axiom axiom, Node row, UnaryOperator<Node> terms) {
    int number = axioms.indexOf(axiom);
    var variables = axiom.variables();
    var triples = new ArrayList<Triple>();
    triples.add(Triple.create(row, predicate(number, "row"), RDF.nil.asNode()));
    for (int i = 0; i < variables.size(); i++) {
      triples.add(Triple.create(row, predicate(number, "" + i), terms.apply(variables.get(i))));
    }
    return triples.stream();
  }

  /** Which of its axiom's variables a predicate of rows is about; empty for that of the row. */
  static OptionalInt place(Node predicate) {
    String part = predicate.getURI().replaceFirst("^.*:", "");
    return part.equals("row") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(part));
  }

  private static Node predicate(int number, String part) {
    return NodeFactory.createURI(ROWS + number + ":" + part);
  }

  // ---- rewriting ----

  private final class Rewriting extends ElementTransformCopyBase {
    private final Predicate<Node> isWorld;

    Rewriting(Predicate<Node> isWorld) {
      this.isWorld = isWorld;
    }

    /** In a stored graph syntax is matched as it stands. */
    @Override
    public Element transform(ElementNamedGraph element, Node name, Element inner) {
      return isWorld.test(name) ? super.transform(element, name, inner) : element;
    }

    /** A filter holds of its whole group wherever it stands: triples around it are one pattern. */
    @Override
    public Element transform(ElementGroup element, List<Element> elements) {
      var group = new ElementGroup();
      var filters = new ArrayList<Element>();
      List<TriplePath> block = null;
      var among = NamesLeft.of(elements);
      for (var inner : elements) {
        if (inner instanceof ElementFilter) {
          filters.add(inner);
        } else if (inner instanceof ElementPathBlock || inner instanceof ElementTriplesBlock) {
          block = block == null ? new ArrayList<>() : block;
          block.addAll(triples(inner));
        } else {
          add(group, block, among);
          block = null;
          group.addElement(inner);
        }
      }
      add(group, block, among);
      filters.forEach(group::addElement);
      return group;
    }

    private static List<TriplePath> triples(Element element) {
      var triples = new ArrayList<TriplePath>();
      if (element instanceof ElementPathBlock block) {
        block.patternElts().forEachRemaining(triples::add);
      } else {
        ((ElementTriplesBlock) element)
            .patternElts()
            .forEachRemaining(triple -> triples.add(new TriplePath(triple)));
      }
      return triples;
    }

    private void add(ElementGroup group, List<TriplePath> block, Map<Node, Set<Node>> among) {
      if (block != null) {
        var element = new ElementPathBlock();
        rewritten(block, among).forEach(element::addTriplePath);
        group.addElement(element);
      }
    }
  }

  private List<TriplePath> rewritten(List<TriplePath> block, Map<Node, Set<Node>> among) {
    var triples =
        block.stream().filter(TriplePath::isTriple).map(TriplePath::asTriple).distinct().toList();
    var spelling = new HashSet<Node>();
    triples.stream().filter(AxiomTemplates::spells).forEach(t -> spelling.add(t.getSubject()));
    var taken = new HashSet<Triple>();
    var rows = new ArrayList<TriplePath>();
    for (var triple : triples) {
      if (isRoot(triple, spelling)) {
        var syntax = syntax(triple, triples, spelling);
        taken.add(triple);
        taken.addAll(syntax);
        var axiom = axiom(triple, syntax, triples, spelling, among);
        if (!syntax.isEmpty()) {
          triples.stream().filter(t -> declares(t, axiom)).forEach(taken::add);
        }
        if (!axioms.contains(axiom)) {
          axioms.add(axiom);
        }
        var row = Var.alloc("?row" + axioms.size() + "x" + rows.size());
        row(axiom, row, node -> node).forEach(t -> rows.add(new TriplePath(t)));
      }
    }
    var result = new ArrayList<>(rows);
    block.stream()
        .filter(path -> !path.isTriple() || !taken.contains(path.asTriple()))
        .forEach(result::add);
    return result;
  }

  private static boolean spells(Triple triple) {
    var predicate = triple.getPredicate();
    return Var.isBlankNodeVar(triple.getSubject())
        && predicate.isURI()
        && (SPELLING.contains(predicate)
            || predicate.getURI().startsWith(FACETS)
            || predicate.equals(RDF.type.asNode()) && AXIOM_TYPES.contains(triple.getObject()));
  }

  private static boolean isRoot(Triple triple, Set<Node> spelling) {
    var predicate = triple.getPredicate();
    var object = triple.getObject();
    boolean type = predicate.equals(RDF.type.asNode());
    boolean between = BETWEEN_NAMES.contains(predicate) || OF_CLASSES.contains(predicate);
    if (spelling.contains(triple.getSubject())) {
      return type
          ? AXIOM_TYPES.contains(object) || CHARACTERISTICS.contains(object)
          : between && !SPELLING.contains(predicate) || predicate.equals(OWL2.hasKey.asNode());
    } else if (spelling.contains(object)) {
      return between || DEFINING.contains(predicate);
    }
    boolean named = !Var.isBlankNodeVar(triple.getSubject()) && !Var.isBlankNodeVar(object);
    return named && (BETWEEN_NAMES.contains(predicate) || type && CHARACTERISTICS.contains(object));
  }

  /** The triples of the expressions and lists that an axiom leads to. */
  private static Set<Triple> syntax(Triple root, List<Triple> triples, Set<Node> spelling) {
    var syntax = new LinkedHashSet<Triple>();
    var open = new ArrayList<>(List.of(root.getSubject(), root.getObject()));
    var seen = new HashSet<Node>();
    while (!open.isEmpty()) {
      var node = open.remove(open.size() - 1);
      if (spelling.contains(node) && seen.add(node)) {
        for (var triple : triples) {
          if (triple.getSubject().equals(node)
              && !triple.equals(root)
              && !isRoot(triple, spelling)) {
            syntax.add(triple);
            open.add(triple.getObject());
          }
        }
      }
    }
    return syntax;
  }

  private static Demand.Axiom axiom(
      Triple root,
      Set<Triple> syntax,
      List<Triple> all,
      Set<Node> spelling,
      Map<Node, Set<Node>> among) {
    var bare = new Demand.Axiom(blanked(root, spelling), blanked(syntax, spelling));
    var declared = new LinkedHashSet<>(syntax);
    all.stream().filter(triple -> declares(triple, bare)).forEach(declared::add);
    var narrowed = new HashMap<>(among);
    narrowed.keySet().retainAll(bare.variables());
    return new Demand.Axiom(bare.root(), blanked(declared, spelling), narrowed);
  }

  private static boolean declares(Triple triple, Demand.Axiom axiom) {
    return triple.getPredicate().equals(RDF.type.asNode())
        && DECLARING.contains(triple.getObject())
        && axiom.variables().contains(triple.getSubject());
  }

  private static Set<Triple> blanked(Set<Triple> triples, Set<Node> spelling) {
    var blanked = new LinkedHashSet<Triple>();
    triples.forEach(triple -> blanked.add(blanked(triple, spelling)));
    return blanked;
  }

  private static Triple blanked(Triple triple, Set<Node> spelling) {
    return Triple.create(
        blanked(triple.getSubject(), spelling),
        triple.getPredicate(),
        blanked(triple.getObject(), spelling));
  }

  private static Node blanked(Node node, Set<Node> spelling) {
    return spelling.contains(node) ? NodeFactory.createBlankNode(node.getName()) : node;
  }
}
