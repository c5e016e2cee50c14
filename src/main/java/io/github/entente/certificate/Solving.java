// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLLiteral;

/**
 * Solutions of basic graph patterns: over triples, and over what is true of names in a model. Each
 * literal is replaced by the first one met of the same value, so that solutions are compared by
 * value. For use by one thread.
 */
final class Solving {
  private final OWLDataFactory factory = OWLManager.getOWLDataFactory();
  private final Map<Value, Node> literals = new HashMap<>();
  private final Map<Node, Node> canonical = new HashMap<>();
  private final Map<Node, OWLClassExpression> expressions = new HashMap<>();
  private final Collection<? extends OWLAxiom> axioms;
  private final Signature signature;

  Solving(Signature signature, Collection<? extends OWLAxiom> axioms) {
    this.signature = signature;
    this.axioms = axioms;
  }

  /** Lets a name in patterns stand for a class expression. */
  void put(Node name, OWLClassExpression means) {
    expressions.put(name, means);
  }

  // ---- literals ----

  private Node plain(Node node) {
    return node.isLiteral() ? canonical.computeIfAbsent(node, this::first) : node;
  }

  private Node first(Node node) {
    return Value.of(literal(node))
        .map(value -> literals.computeIfAbsent(value, v -> node))
        .orElse(node);
  }

  private OWLLiteral literal(Node node) {
    String language = node.getLiteralLanguage();
    return language.isEmpty()
        ? factory.getOWLLiteral(
            node.getLiteralLexicalForm(), factory.getOWLDatatype(node.getLiteralDatatypeURI()))
        : factory.getOWLLiteral(node.getLiteralLexicalForm(), language);
  }

  static Node node(OWLLiteral literal) {
    return literal.hasLang()
        ? NodeFactory.createLiteralLang(literal.getLiteral(), literal.getLang())
        : NodeFactory.createLiteralDT(
            literal.getLiteral(),
            TypeMapper.getInstance().getSafeTypeByName(literal.getDatatype().toStringID()));
  }

  static Node node(OWLIndividual individual) {
    return NodeFactory.createURI(individual.asOWLNamedIndividual().getIRI().toString());
  }

  private Triple plain(Triple triple) {
    return Triple.create(triple.getSubject(), triple.getPredicate(), plain(triple.getObject()));
  }

  /** The same triples with one literal for each value. */
  Graph plain(Graph graph) {
    var plain = GraphFactory.createDefaultGraph();
    graph.find().forEachRemaining(triple -> plain.add(plain(triple)));
    return plain;
  }

  // ---- solutions ----

  /** A pattern's solutions over plain triples, each a term for each variable in a fixed order. */
  Set<List<Node>> solutions(BasicPattern pattern, Graph plain) {
    var sought = new BasicPattern();
    pattern.forEach(triple -> sought.add(plain(triple)));
    return solved(sought, plain);
  }

  /** A pattern's solutions over triples as they are, told by value. */
  Set<List<Node>> told(BasicPattern pattern, Graph graph) {
    var told = new LinkedHashSet<List<Node>>();
    solved(pattern, graph).forEach(row -> told.add(row.stream().map(this::plain).toList()));
    return told;
  }

  /** A pattern's solutions, each with the triples that it makes of the pattern. */
  static Set<Triple> instances(BasicPattern pattern, Graph graph) {
    var triples = new LinkedHashSet<Triple>();
    solved(pattern, graph).forEach(row -> put(pattern, row).forEach(triples::add));
    return triples;
  }

  /** The triples that a solution makes of a pattern. */
  static Stream<Triple> put(BasicPattern pattern, List<Node> row) {
    var variables = variables(pattern);
    return pattern.getList().stream()
        .map(
            triple ->
                Triple.create(
                    put(triple.getSubject(), variables, row),
                    put(triple.getPredicate(), variables, row),
                    put(triple.getObject(), variables, row)));
  }

  private static Node put(Node node, List<Var> variables, List<Node> row) {
    int place = node.isVariable() ? variables.indexOf(Var.alloc(node)) : -1;
    return place < 0 ? node : row.get(place);
  }

  static List<Var> variables(BasicPattern pattern) {
    var variables = new LinkedHashSet<Var>();
    for (var triple : pattern) {
      for (var node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
        if (node.isVariable()) {
          variables.add(Var.alloc(node));
        }
      }
    }
    return List.copyOf(variables);
  }

  private static Set<List<Node>> solved(BasicPattern pattern, Graph graph) {
    var variables = variables(pattern);
    var rows = new LinkedHashSet<List<Node>>();
    var found = Algebra.exec(new OpBGP(pattern), graph);
    try {
      while (found.hasNext()) {
        var binding = found.next();
        rows.add(variables.stream().map(binding::get).toList());
      }
    } finally {
      found.close();
    }
    return rows;
  }

  // ---- models ----

  /**
   * What is true in a model of what a pattern asks for, told with names and with the literals that
   * were met before; values that no literal of the data has stand in no solution.
   *
   * @param plain the data, with one literal for each value, for what is looked up
   */
  Graph triples(Model model, BasicPattern pattern, Graph plain) {
    var graph = GraphFactory.createDefaultGraph();
    var names = names(model);
    for (var triple : pattern) {
      var predicate = triple.getPredicate();
      switch (signature.kind(triple)) {
        case TYPE -> types(model, names, triple.getObject(), plain, graph);
        case EDGE -> {
          var relation = model.relation(factory.getOWLObjectProperty(predicate.getURI()));
          for (int from = 0; from < model.size(); from++) {
            for (int to : relation.row(from)) {
              pairs(names.get(from), predicate, names.get(to), graph);
            }
          }
        }
        case DATUM ->
            model
                .values(factory.getOWLDataProperty(predicate.getURI()))
                .forEach((from, values) -> pairs(names.get(from), predicate, known(values), graph));
        case SAME -> names.forEach(all -> pairs(all, OWL2.sameAs.asNode(), all, graph));
        default -> plain.find(Node.ANY, predicate, Node.ANY).forEachRemaining(graph::add);
      }
    }
    return graph;
  }

  /** The types by one class, or by all; with all go those types in the data that are no classes. */
  private void types(Model model, List<List<Node>> names, Node wanted, Graph plain, Graph graph) {
    for (var type : wanted.isVariable() ? signature.classes() : Set.of(wanted)) {
      var means = expressions.get(type);
      var elements =
          means == null
              ? model.extension(factory.getOWLClass(type.getURI()))
              : Evaluator.of(model, axioms).instances(means);
      elements.stream().forEach(x -> pairs(names.get(x), RDF.type.asNode(), List.of(type), graph));
    }
    if (wanted.isVariable()) {
      plain
          .find(Node.ANY, RDF.type.asNode(), Node.ANY)
          .filterDrop(triple -> signature.classes().contains(triple.getObject()))
          .forEachRemaining(graph::add);
    }
  }

  private List<Node> known(Set<OWLLiteral> values) {
    return values.stream()
        .flatMap(literal -> Value.of(literal).stream())
        .filter(literals::containsKey)
        .map(literals::get)
        .toList();
  }

  private static void pairs(List<Node> ones, Node predicate, List<Node> others, Graph graph) {
    for (var one : ones) {
      for (var other : others) {
        graph.add(Triple.create(one, predicate, other));
      }
    }
  }

  /** The names of each element. */
  private static List<List<Node>> names(Model model) {
    var names = new ArrayList<List<Node>>();
    for (int x = 0; x < model.size(); x++) {
      names.add(new ArrayList<>());
    }
    model
        .individuals()
        .forEach(
            (individual, x) -> {
              if (individual.isNamed()) {
                names.get(x).add(node(individual));
              }
            });
    return names;
  }
}
