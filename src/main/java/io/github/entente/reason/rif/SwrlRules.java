// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rif;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Rules of RIF as rules of SWRL, which reasoning under the Direct Semantics takes: a frame's slot
 * is an object or data property, a membership a class. Only rules over what is declared become
 * such.
 *
 * @see <a href="https://www.w3.org/TR/rif-rdf-owl/#OWL_Direct_Semantics">RIF-OWL Direct
 *     combinations</a>; <a href="https://www.w3.org/Submission/SWRL/">SWRL</a>
 */
public final class SwrlRules {
  private static final String SWRL = "http://www.w3.org/2003/11/swrl#";
  private static final String VARIABLE = "urn:swrl:var#";
  private static final Node TYPE = RDF.type.asNode();
  private static final Node COMMENT = RDFS.comment.asNode();

  private final Graph declarations;
  private final Graph graph = GraphFactory.createDefaultGraph();
  private final Graph facts = GraphFactory.createDefaultGraph();
  private final Map<Node, Node> names = new HashMap<>();
  private Rule rule;
  private Map<Node, Node> replaced;
  private final Set<Node> individuals = new HashSet<>();
  private final Set<Node> values = new HashSet<>();

  private SwrlRules(Graph declarations) {
    this.declarations = declarations;
  }

  /**
   * What rules become.
   *
   * @param axioms triples of SWRL in RDF and the facts, each with its file and line as a comment
   * @param facts the facts alone
   */
  public record Translation(Graph axioms, Graph facts) {}

  /**
   * The rules as triples of SWRL in RDF, and the facts among them as they are.
   *
   * @param declarations a graph that declares classes and properties
   * @throws EntenteException {@link ErrorCode#REFUSED_RULE} for the first that cannot be one
   */
  public static Translation of(Ruleset ruleset, Graph declarations) {
    var translation = new SwrlRules(declarations);
    ruleset.rules().forEach(translation::add);
    return new Translation(translation.graph, translation.facts);
  }

  private EntenteException refused(String what, String remedy) {
    return Refusal.of(
        rule.where(),
        "under owl-direct, " + what,
        remedy + " Or ask under the regime rif (--regime rif), where rules are about triples.");
  }

  private void add(Rule next) {
    rule = next;
    names.clear();
    individuals.clear();
    values.clear();
    replaced = equalities();
    var body = next.body().stream().filter(f -> !(f instanceof Formula.Equal)).toList();
    if (body.isEmpty()) {
      next.head().forEach(fact -> state(ground(fact)));
      return;
    }
    var imp = NodeFactory.createBlankNode();
    graph.add(Triple.create(imp, TYPE, swrl("Imp")));
    graph.add(Triple.create(imp, COMMENT, NodeFactory.createLiteralString(next.where())));
    graph.add(Triple.create(imp, swrl("body"), atoms(body, false)));
    graph.add(Triple.create(imp, swrl("head"), atoms(next.head(), true)));
    if (individuals.stream().anyMatch(values::contains)) {
      throw refused(
          "a variable stands for an individual in one place and for a literal in another",
          "Use two variables.");
    }
  }

  /** What the equalities in the condition put in place of variables. */
  private Map<Node, Node> equalities() {
    var found = new HashMap<Node, Node>();
    for (var formula : rule.body()) {
      if (formula instanceof Formula.Equal equal) {
        var left = found.getOrDefault(equal.left(), equal.left());
        var right = found.getOrDefault(equal.right(), equal.right());
        if (!left.isVariable() && !right.isVariable()) {
          throw refused("two constants are compared", "Leave the equality out.");
        }
        var from = left.isVariable() ? left : right;
        var to = left.isVariable() ? right : left;
        found.replaceAll((variable, term) -> term.equals(from) ? to : term);
        found.put(from, to);
      }
    }
    return found;
  }

  private void state(Triple fact) {
    graph.add(fact);
    facts.add(fact);
    var note = NodeFactory.createBlankNode();
    graph.add(Triple.create(note, TYPE, OWL2.Axiom.asNode()));
    graph.add(Triple.create(note, OWL2.annotatedSource.asNode(), fact.getSubject()));
    graph.add(Triple.create(note, OWL2.annotatedProperty.asNode(), fact.getPredicate()));
    graph.add(Triple.create(note, OWL2.annotatedTarget.asNode(), fact.getObject()));
    graph.add(Triple.create(note, COMMENT, NodeFactory.createLiteralString(rule.where())));
  }

  private Triple ground(Formula formula) {
    var fact = fact(formula);
    part(fact, true);
    return Triple.create(term(fact.subject()), fact.predicate(), term(fact.object()));
  }

  private Formula.Fact fact(Formula formula) {
    if (formula instanceof Formula.Fact fact) {
      return fact;
    } else if (formula instanceof Formula.Atom atom) {
      throw refused(
          "the predicate <"
              + atom.predicate()
              + "> of positional arguments is no class or property",
          "Write it as a Frame.");
    }
    throw refused(
        "the built-in <" + ((Formula.Builtin) formula).name() + "> is not reasoned with",
        "Say it with a data range or a restriction in the ontology.");
  }

  private Node atoms(List<Formula> formulas, boolean head) {
    Node list = RDF.nil.asNode();
    for (int i = formulas.size() - 1; i >= 0; i--) {
      var cell = NodeFactory.createBlankNode();
      graph.add(Triple.create(cell, TYPE, swrl("AtomList")));
      graph.add(Triple.create(cell, RDF.first.asNode(), atom(fact(formulas.get(i)), head)));
      graph.add(Triple.create(cell, RDF.rest.asNode(), list));
      list = cell;
    }
    return list;
  }

  private Node atom(Formula.Fact fact, boolean head) {
    var atom = NodeFactory.createBlankNode();
    String kind = part(fact, head);
    graph.add(Triple.create(atom, TYPE, swrl(kind)));
    switch (kind) {
      case "ClassAtom" ->
          graph.add(Triple.create(atom, swrl("classPredicate"), term(fact.object())));
      case "SameIndividualAtom" -> {}
      default -> graph.add(Triple.create(atom, swrl("propertyPredicate"), term(fact.predicate())));
    }
    graph.add(Triple.create(atom, swrl("argument1"), argument(term(fact.subject()))));
    if (!kind.equals("ClassAtom")) {
      graph.add(Triple.create(atom, swrl("argument2"), argument(term(fact.object()))));
    }
    return atom;
  }

  /** What kind of atom a fact is. */
  private String part(Formula.Fact fact, boolean head) {
    var subject = term(fact.subject());
    var predicate = term(fact.predicate());
    var object = term(fact.object());
    if (subject.isLiteral()) {
      throw refused("a literal has properties", "Give the value to an individual.");
    } else if (predicate.isVariable()) {
      throw refused("a variable stands for a property", "Write a rule for each property.");
    }
    individuals.add(subject);
    if (predicate.equals(TYPE)) {
      if (!object.isURI() || !declared(object, OWL2.Class.asNode())) {
        throw refused(
            object.isURI()
                ? "<" + object + "> is not declared as a class"
                : object + " is no class",
            "Name a class, and declare it as owl:Class in the ontology.");
      }
      return "ClassAtom";
    }
    boolean role = declared(predicate, OWL2.ObjectProperty.asNode());
    boolean attribute = declared(predicate, OWL2.DatatypeProperty.asNode());
    if (predicate.equals(OWL2.sameAs.asNode()) && head) {
      individuals.add(object);
      return "SameIndividualAtom";
    } else if (role && !object.isLiteral()) {
      individuals.add(object);
      return "IndividualPropertyAtom";
    } else if (attribute && (object.isLiteral() || object.isVariable())) {
      values.add(object);
      return "DatavaluedPropertyAtom";
    }
    throw refused(
        "<"
            + predicate
            + (role || attribute
                ? "> does not take " + object + " as its value"
                : "> is not declared as an object or data property"),
        role || attribute
            ? "Mend the value, or the declaration."
            : "Declare it as owl:ObjectProperty or owl:DatatypeProperty in the ontology.");
  }

  private boolean declared(Node term, Node kind) {
    return declarations.contains(term, TYPE, kind);
  }

  private Node term(Node node) {
    return replaced.getOrDefault(node, node);
  }

  private Node argument(Node node) {
    if (!node.isVariable()) {
      return node;
    }
    var variable = names.computeIfAbsent(node, this::named);
    graph.add(Triple.create(variable, TYPE, swrl("Variable")));
    return variable;
  }

  /** A variable by the name that it has in the document, unless another in the rule has it too. */
  private Node named(Node node) {
    var plain = NodeFactory.createURI(VARIABLE + node.getName().replaceFirst("\\.[0-9]+$", ""));
    return names.containsValue(plain)
        ? NodeFactory.createURI(VARIABLE + node.getName().replace('.', '-'))
        : plain;
  }

  private static Node swrl(String local) {
    return NodeFactory.createURI(SWRL + local);
  }
}
