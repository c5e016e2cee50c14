// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import io.github.entente.reason.rules.Clause.Atom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semanticweb.owlapi.model.*;

/**
 * Turns axioms into clauses. Each complex class expression gets a predicate of its own, defined by
 * clauses in the direction in which it is used (a structural transformation), so that a clause
 * stays small and each derived fact can be written as an OWL axiom again.
 *
 * @see <a href="https://www.w3.org/TR/owl2-direct-semantics/">OWL 2 Direct Semantics</a>
 */
final class Compiler {
  private static final int X = 0;
  private static final int Y = 1;
  private static final int Z = 2;

  private final Symbols symbols;
  private final OWLDataFactory factory;
  private final int thing;
  private final List<Clause> clauses = new ArrayList<>();
  private final List<AtLeast> atLeasts = new ArrayList<>();
  private final List<AssertedFact> facts = new ArrayList<>();
  private final List<Set<Integer>> differents = new ArrayList<>();
  private final List<OWLAxiom> differentSources = new ArrayList<>();
  private final Set<OWLClassExpression> recognised = new HashSet<>();
  private final Set<OWLClassExpression> unfolded = new HashSet<>();
  private final Deque<OWLClassExpression> complements = new ArrayDeque<>();
  private final Set<OWLClassExpression> ruledOut = new LinkedHashSet<>();

  /** The clauses that say what axioms say, without those made of them by contraposition. */
  private final List<Clause> stated = new ArrayList<>();

  /** Number of clauses that {@link #stated} has taken account of. */
  private int settled;

  private final Map<OWLObjectPropertyExpression, OWLAxiom> functionals = new HashMap<>();
  private OWLAxiom source;

  /** A fact that an axiom states outright. */
  record AssertedFact(Atom atom, OWLAxiom source) {}

  Compiler(Symbols symbols, OWLDataFactory factory) {
    this.symbols = symbols;
    this.factory = factory;
    this.thing = symbols.predicate(factory.getOWLThing());
  }

  /** A copy to which axioms can be added. */
  private Compiler(Compiler base, Symbols symbols) {
    this(symbols, base.factory);
    clauses.addAll(base.clauses);
    atLeasts.addAll(base.atLeasts);
    facts.addAll(base.facts);
    differents.addAll(base.differents);
    differentSources.addAll(base.differentSources);
    recognised.addAll(base.recognised);
    unfolded.addAll(base.unfolded);
    ruledOut.addAll(base.ruledOut);
    stated.addAll(base.stated);
    functionals.putAll(base.functionals);
    settled = base.settled;
  }

  /** The same with more axioms; the clauses that there are come first. */
  Compiler with(Collection<? extends OWLAxiom> axioms, Symbols symbols) {
    var more = new Compiler(this, symbols);
    more.compile(axioms);
    return more;
  }

  List<Clause> clauses() {
    return clauses;
  }

  List<AtLeast> atLeasts() {
    return atLeasts;
  }

  List<AssertedFact> facts() {
    return facts;
  }

  List<Set<Integer>> differents() {
    return differents;
  }

  List<OWLAxiom> differentSources() {
    return differentSources;
  }

  int thing() {
    return thing;
  }

  void compile(Collection<? extends OWLAxiom> axioms) {
    for (var axiom : axioms) {
      if (axiom instanceof OWLFunctionalObjectPropertyAxiom functional) {
        functionals.put(functional.getProperty(), functional);
      }
    }
    var visitor = new AxiomVisitor();
    for (var axiom : axioms) {
      source = axiom;
      axiom.accept(visitor);
    }
    source = null;
    contrapose();
    int everything = symbols.known(factory.getOWLTopObjectProperty());
    if (everything >= 0) {
      beyondRules(atoms(), List.of(new Atom(everything, X, Y)));
    }
    settled = clauses.size();
  }

  // ---- clauses ----

  private void rule(List<Atom> body, Atom head) {
    clauses.add(Clause.rule(body, head, source));
  }

  private void contradiction(List<Atom> body) {
    clauses.add(new Clause(body, List.of(), true, source));
  }

  /** One of the heads follows. */
  private void either(List<Atom> body, List<Atom> heads) {
    clauses.add(new Clause(body, heads.stream().map(List::of).toList(), true, source));
  }

  /** All heads follow, for some value of the variables that are not in the body. */
  private void some(List<Atom> body, List<Atom> heads) {
    clauses.add(new Clause(body, List.of(heads), true, source));
  }

  /** What follows is not put exactly; it may be any of the heads. */
  private void beyondRules(List<Atom> body, List<Atom> heads) {
    clauses.add(new Clause(body, List.of(heads), false, source));
  }

  private static List<Atom> atoms(Atom... atoms) {
    return List.of(atoms);
  }

  private Atom at(OWLClassExpression expression, int term) {
    return Atom.of(symbols.predicate(expression), term);
  }

  private Atom role(OWLObjectPropertyExpression property, int subject, int value) {
    var named = property.getNamedProperty();
    boolean inverse = property.isAnonymous();
    return inverse
        ? new Atom(symbols.predicate(named), value, subject)
        : new Atom(symbols.predicate(named), subject, value);
  }

  private Atom data(OWLDataPropertyExpression property, int subject, int value) {
    return new Atom(symbols.predicate(property.asOWLDataProperty()), subject, value);
  }

  private int constant(OWLIndividual individual) {
    int id = symbols.term(individual);
    return Atom.constant(id);
  }

  private int constant(OWLLiteral literal) {
    return Atom.constant(symbols.term(literal));
  }

  private static Atom same(int first, int second) {
    return new Atom(Symbols.SAME, first, second);
  }

  private void subClass(OWLClassExpression sub, OWLClassExpression sup) {
    if (sub.isOWLNothing() || sup.isOWLThing()) {
      return;
    }
    var body = new ArrayList<Atom>();
    for (var conjunct : sub.asConjunctSet()) {
      recognise(conjunct);
      body.add(at(conjunct, X));
    }
    for (var conjunct : sup.asConjunctSet()) {
      implied(body, conjunct, X);
    }
  }

  /** The body implies the expression of a term. */
  private void implied(List<Atom> body, OWLClassExpression head, int term) {
    if (head.isOWLNothing()) {
      contradiction(body);
    } else if (head instanceof OWLObjectComplementOf complement) {
      recognise(complement.getOperand());
      contradiction(and(body, at(complement.getOperand(), term)));
    } else if (!head.isOWLThing()) {
      rule(body, at(head, term));
      unfold(head);
    }
  }

  private static List<Atom> and(List<Atom> body, Atom... more) {
    var all = new ArrayList<>(body);
    all.addAll(List.of(more));
    return all;
  }

  // ---- expressions on the left: what makes something an instance ----

  private void recognise(OWLClassExpression expression) {
    if (!expression.isAnonymous() || !recognised.add(expression)) {
      return;
    }
    var outer = source;
    source = null;
    expression.accept(new Recogniser(at(expression, X)));
    source = outer;
  }

  private final class Recogniser implements OWLClassExpressionVisitor {
    private final Atom head;

    Recogniser(Atom head) {
      this.head = head;
    }

    @Override
    public void visit(OWLObjectIntersectionOf ce) {
      var body = new ArrayList<Atom>();
      for (var operand : ce.getOperandsAsList()) {
        recognise(operand);
        body.add(at(operand, X));
      }
      rule(body, head);
    }

    @Override
    public void visit(OWLObjectUnionOf ce) {
      for (var operand : ce.getOperandsAsList()) {
        recognise(operand);
        rule(atoms(at(operand, X)), head);
      }
    }

    @Override
    public void visit(OWLObjectComplementOf ce) {
      recognise(ce.getOperand());
      unfold(ce.getOperand());
      either(atoms(), List.of(head, at(ce.getOperand(), X)));
      complements.add(ce.getOperand());
    }

    @Override
    public void visit(OWLObjectSomeValuesFrom ce) {
      recognise(ce.getFiller());
      var body = new ArrayList<>(atoms(role(ce.getProperty(), X, Y)));
      if (!ce.getFiller().isOWLThing()) {
        body.add(at(ce.getFiller(), Y));
      }
      rule(body, head);
    }

    @Override
    public void visit(OWLObjectAllValuesFrom ce) {
      recognise(ce.getFiller());
      beyondRules(atoms(at(ce.getFiller(), Y)), List.of(head, role(ce.getProperty(), X, Y)));
    }

    @Override
    public void visit(OWLObjectHasValue ce) {
      rule(atoms(role(ce.getProperty(), X, constant(ce.getFiller()))), head);
    }

    @Override
    public void visit(OWLObjectMinCardinality ce) {
      if (ce.getCardinality() == 0) {
        rule(atoms(Atom.of(thing, X)), head);
      } else if (ce.getCardinality() == 1) {
        visit(factory.getOWLObjectSomeValuesFrom(ce.getProperty(), ce.getFiller()));
      } else {
        recognise(ce.getFiller());
        var role = role(ce.getProperty(), X, Y);
        atLeasts.add(
            new AtLeast(
                ce,
                ce.getCardinality(),
                role.predicate(),
                role.first() == Y,
                at(ce.getFiller(), Y).predicate(),
                head.predicate()));
        beyondRules(atoms(role, at(ce.getFiller(), Y)), List.of(head, same(Y, Z)));
      }
    }

    @Override
    public void visit(OWLObjectExactCardinality ce) {
      visit((OWLObjectIntersectionOf) ce.asIntersectionOfMinMax());
    }

    @Override
    public void visit(OWLObjectMaxCardinality ce) {
      unfold(ce.getFiller());
      var functional = functionals.get(ce.getProperty());
      if (functional != null && ce.getCardinality() > 0) {
        clauses.add(Clause.rule(atoms(Atom.of(thing, X)), head, functional));
      }
      beyondRules(atoms(), List.of(head, role(ce.getProperty(), X, Y), at(ce.getFiller(), Y)));
    }

    @Override
    public void visit(OWLObjectHasSelf ce) {
      rule(atoms(role(ce.getProperty(), X, X)), head);
    }

    @Override
    public void visit(OWLObjectOneOf ce) {
      for (var individual : ce.getOperandsAsList()) {
        rule(atoms(), Atom.of(head.predicate(), constant(individual)));
      }
    }

    @Override
    public void visit(OWLDataSomeValuesFrom ce) {
      if (ce.getFiller().isTopDatatype()) {
        rule(atoms(data(ce.getProperty(), X, Y)), head);
      } else {
        beyondRules(atoms(data(ce.getProperty(), X, Y)), List.of(head));
      }
    }

    @Override
    public void visit(OWLDataHasValue ce) {
      rule(atoms(data(ce.getProperty(), X, constant(ce.getFiller()))), head);
    }

    @Override
    public void visit(OWLDataAllValuesFrom ce) {
      beyondRules(atoms(), List.of(head, data(ce.getProperty(), X, Y)));
    }

    @Override
    public void visit(OWLDataMinCardinality ce) {
      if (ce.getCardinality() == 0) {
        rule(atoms(Atom.of(thing, X)), head);
      } else if (ce.getCardinality() == 1) {
        visit(factory.getOWLDataSomeValuesFrom(ce.getProperty(), ce.getFiller()));
      } else {
        beyondRules(atoms(data(ce.getProperty(), X, Y)), List.of(head));
      }
    }

    @Override
    public void visit(OWLDataExactCardinality ce) {
      beyondRules(atoms(data(ce.getProperty(), X, Y)), List.of(head, data(ce.getProperty(), X, Y)));
    }

    @Override
    public void visit(OWLDataMaxCardinality ce) {
      beyondRules(atoms(), List.of(head, data(ce.getProperty(), X, Y)));
    }
  }

  // ---- expressions on the right: what an instance brings with it ----

  private void unfold(OWLClassExpression expression) {
    if (!expression.isAnonymous() || !unfolded.add(expression)) {
      return;
    }
    var outer = source;
    source = null;
    expression.accept(new Unfolder(atoms(at(expression, X))));
    source = outer;
  }

  private final class Unfolder implements OWLClassExpressionVisitor {
    private final List<Atom> body;

    Unfolder(List<Atom> body) {
      this.body = body;
    }

    @Override
    public void visit(OWLObjectIntersectionOf ce) {
      for (var operand : ce.getOperandsAsList()) {
        implied(body, operand, X);
      }
    }

    @Override
    public void visit(OWLObjectUnionOf ce) {
      var heads = new ArrayList<Atom>();
      for (var operand : ce.getOperandsAsList()) {
        unfold(operand);
        heads.add(at(operand, X));
      }
      either(body, heads);
    }

    @Override
    public void visit(OWLObjectComplementOf ce) {
      recognise(ce.getOperand());
      contradiction(and(body, at(ce.getOperand(), X)));
    }

    @Override
    public void visit(OWLObjectSomeValuesFrom ce) {
      witness(ce.getProperty(), ce.getFiller());
    }

    private void witness(OWLObjectPropertyExpression property, OWLClassExpression filler) {
      unfold(filler);
      some(body, List.of(role(property, X, Y), at(filler, Y)));
    }

    private void witnesses(
        int count, OWLObjectPropertyExpression property, OWLClassExpression filler) {
      if (count == 1) {
        witness(property, filler);
      } else if (count > 1) {
        unfold(filler);
        beyondRules(body, List.of(role(property, X, Y), at(filler, Y)));
      }
    }

    @Override
    public void visit(OWLObjectAllValuesFrom ce) {
      var given = and(body, role(ce.getProperty(), X, Y));
      var filler = ce.getFiller();
      if (filler.isOWLNothing()) {
        contradiction(given);
      } else if (filler instanceof OWLObjectComplementOf complement) {
        recognise(complement.getOperand());
        contradiction(and(given, at(complement.getOperand(), Y)));
      } else if (!filler.isOWLThing()) {
        unfold(filler);
        rule(given, at(filler, Y));
      }
    }

    @Override
    public void visit(OWLObjectHasValue ce) {
      rule(body, role(ce.getProperty(), X, constant(ce.getFiller())));
    }

    @Override
    public void visit(OWLObjectMinCardinality ce) {
      witnesses(ce.getCardinality(), ce.getProperty(), ce.getFiller());
    }

    @Override
    public void visit(OWLObjectExactCardinality ce) {
      witnesses(ce.getCardinality(), ce.getProperty(), ce.getFiller());
      atMost(ce.getCardinality(), ce.getProperty(), ce.getFiller());
    }

    @Override
    public void visit(OWLObjectMaxCardinality ce) {
      atMost(ce.getCardinality(), ce.getProperty(), ce.getFiller());
    }

    private void atMost(
        int count, OWLObjectPropertyExpression property, OWLClassExpression filler) {
      recognise(filler);
      var one = and(body, role(property, X, Y), at(filler, Y));
      if (count == 0) {
        contradiction(one);
        return;
      }
      var two = and(one, role(property, X, Z), at(filler, Z));
      if (count == 1) {
        rule(two, same(Y, Z));
      } else {
        beyondRules(two, List.of(same(Y, Z)));
      }
    }

    @Override
    public void visit(OWLObjectHasSelf ce) {
      rule(body, role(ce.getProperty(), X, X));
    }

    @Override
    public void visit(OWLObjectOneOf ce) {
      var individuals = ce.getOperandsAsList();
      if (individuals.size() == 1) {
        rule(body, same(X, constant(individuals.get(0))));
      } else {
        either(body, individuals.stream().map(i -> same(X, constant(i))).toList());
      }
    }

    @Override
    public void visit(OWLDataSomeValuesFrom ce) {
      var heads = List.of(data(ce.getProperty(), X, Y));
      if (ce.getFiller().isTopDatatype()) {
        some(body, heads);
      } else {
        beyondRules(body, heads);
      }
    }

    @Override
    public void visit(OWLDataAllValuesFrom ce) {
      // Confines values that are there; it brings about nothing.
    }

    @Override
    public void visit(OWLDataHasValue ce) {
      rule(body, data(ce.getProperty(), X, constant(ce.getFiller())));
    }

    @Override
    public void visit(OWLDataMinCardinality ce) {
      if (ce.getCardinality() > 0) {
        beyondRules(body, List.of(data(ce.getProperty(), X, Y)));
      }
    }

    @Override
    public void visit(OWLDataExactCardinality ce) {
      if (ce.getCardinality() > 0) {
        beyondRules(body, List.of(data(ce.getProperty(), X, Y)));
      }
    }

    @Override
    public void visit(OWLDataMaxCardinality ce) {
      // Values are what they are: it can only contradict.
    }
  }

  // ---- complements: what follows by ruling out ----

  /**
   * For each complement that some rule waits for, the rules that establish it: by contraposition
   * from rules with one premise, and from contradictions.
   */
  private void contrapose() {
    var fresh = List.copyOf(clauses.subList(settled, clauses.size()));
    stated.addAll(fresh);
    ruledOut.forEach(expression -> contrapose(expression, fresh));
    while (!complements.isEmpty()) {
      var expression = complements.pop();
      if (ruledOut.add(expression)) {
        contrapose(expression, stated);
      }
    }
    source = null;
  }

  private void contrapose(OWLClassExpression expression, List<Clause> known) {
    int predicate = symbols.predicate(expression);
    int complement = symbols.predicate(factory.getOWLObjectComplementOf(expression));
    for (var clause : known) {
      source = clause.source();
      if (clause.contradicts()) {
        excluded(clause, predicate, complement);
      } else if (clause.derives()
          && clause.body().size() == 1
          && clause.body().get(0).equals(Atom.of(predicate, X))
          && clause.head().unary()
          && clause.head().first() == X) {
        var implied = (OWLClassExpression) symbols.predicate(clause.head().predicate());
        rule(atoms(at(factory.getOWLObjectComplementOf(implied), X)), Atom.of(complement, X));
        complements.add(implied);
      }
    }
  }

  private void excluded(Clause clause, int predicate, int complement) {
    for (int i = 0; i < clause.body().size(); i++) {
      var atom = clause.body().get(i);
      if (atom.predicate() == predicate && atom.unary() && clause.body().size() > 1) {
        var rest = new ArrayList<>(clause.body());
        rest.remove(i);
        boolean bound =
            rest.stream().anyMatch(a -> a.first() == atom.first() || a.second() == atom.first());
        if (bound) {
          rule(rest, Atom.of(complement, atom.first()));
        }
      }
    }
  }

  // ---- axioms ----

  private final class AxiomVisitor implements OWLAxiomVisitor {
    @Override
    public void visit(OWLSubClassOfAxiom axiom) {
      subClass(axiom.getSubClass(), axiom.getSuperClass());
    }

    @Override
    public void visit(OWLEquivalentClassesAxiom axiom) {
      var expressions = axiom.getOperandsAsList();
      for (var one : expressions) {
        for (var other : expressions) {
          if (!one.equals(other)) {
            subClass(one, other);
          }
        }
      }
    }

    @Override
    public void visit(OWLDisjointClassesAxiom axiom) {
      var expressions = axiom.getOperandsAsList();
      for (int i = 0; i < expressions.size(); i++) {
        for (int j = i + 1; j < expressions.size(); j++) {
          recognise(expressions.get(i));
          recognise(expressions.get(j));
          contradiction(atoms(at(expressions.get(i), X), at(expressions.get(j), X)));
        }
      }
    }

    @Override
    public void visit(OWLDisjointUnionAxiom axiom) {
      visit(axiom.getOWLDisjointClassesAxiom());
      visit(axiom.getOWLEquivalentClassesAxiom());
    }

    @Override
    public void visit(OWLClassAssertionAxiom axiom) {
      int individual = constant(axiom.getIndividual());
      for (var conjunct : axiom.getClassExpression().asConjunctSet()) {
        if (conjunct instanceof OWLObjectComplementOf complement) {
          recognise(complement.getOperand());
          contradiction(atoms(at(complement.getOperand(), individual)));
          facts.add(new AssertedFact(at(conjunct, individual), source));
        } else {
          facts.add(new AssertedFact(at(conjunct, individual), source));
          unfold(conjunct);
        }
      }
    }

    @Override
    public void visit(OWLObjectPropertyAssertionAxiom axiom) {
      facts.add(
          new AssertedFact(
              role(axiom.getProperty(), constant(axiom.getSubject()), constant(axiom.getObject())),
              source));
    }

    @Override
    public void visit(OWLDataPropertyAssertionAxiom axiom) {
      facts.add(
          new AssertedFact(
              data(axiom.getProperty(), constant(axiom.getSubject()), constant(axiom.getObject())),
              source));
    }

    @Override
    public void visit(OWLNegativeObjectPropertyAssertionAxiom axiom) {
      contradiction(
          atoms(
              role(
                  axiom.getProperty(), constant(axiom.getSubject()), constant(axiom.getObject()))));
    }

    @Override
    public void visit(OWLNegativeDataPropertyAssertionAxiom axiom) {
      contradiction(
          atoms(
              data(
                  axiom.getProperty(), constant(axiom.getSubject()), constant(axiom.getObject()))));
    }

    @Override
    public void visit(OWLSameIndividualAxiom axiom) {
      var individuals = axiom.getIndividualsAsList();
      for (int i = 1; i < individuals.size(); i++) {
        facts.add(
            new AssertedFact(
                same(constant(individuals.get(0)), constant(individuals.get(i))), source));
      }
    }

    @Override
    public void visit(OWLDifferentIndividualsAxiom axiom) {
      var ids = new HashSet<Integer>();
      axiom.getIndividualsAsList().forEach(i -> ids.add(symbols.term(i)));
      differents.add(ids);
      differentSources.add(axiom);
      var list = List.copyOf(ids);
      for (int i = 0; i < list.size() && list.size() == 2; i++) {
        for (int j = i + 1; j < list.size(); j++) {
          contradiction(atoms(same(Atom.constant(list.get(i)), Atom.constant(list.get(j)))));
        }
      }
    }

    @Override
    public void visit(OWLSubObjectPropertyOfAxiom axiom) {
      rule(atoms(role(axiom.getSubProperty(), X, Y)), role(axiom.getSuperProperty(), X, Y));
    }

    @Override
    public void visit(OWLEquivalentObjectPropertiesAxiom axiom) {
      for (var one : axiom.getOperandsAsList()) {
        for (var other : axiom.getOperandsAsList()) {
          if (!one.equals(other)) {
            rule(atoms(role(one, X, Y)), role(other, X, Y));
          }
        }
      }
    }

    @Override
    public void visit(OWLSubPropertyChainOfAxiom axiom) {
      var body = new ArrayList<Atom>();
      int variable = X;
      for (var property : axiom.getPropertyChain()) {
        body.add(role(property, variable, variable + 1));
        variable++;
      }
      rule(body, role(axiom.getSuperProperty(), X, variable));
    }

    @Override
    public void visit(OWLInverseObjectPropertiesAxiom axiom) {
      rule(atoms(role(axiom.getFirstProperty(), X, Y)), role(axiom.getSecondProperty(), Y, X));
      rule(atoms(role(axiom.getSecondProperty(), X, Y)), role(axiom.getFirstProperty(), Y, X));
    }

    @Override
    public void visit(OWLObjectPropertyDomainAxiom axiom) {
      subClass(
          factory.getOWLObjectSomeValuesFrom(axiom.getProperty(), factory.getOWLThing()),
          axiom.getDomain());
    }

    @Override
    public void visit(OWLObjectPropertyRangeAxiom axiom) {
      subClass(
          factory.getOWLObjectSomeValuesFrom(
              axiom.getProperty().getInverseProperty(), factory.getOWLThing()),
          axiom.getRange());
    }

    @Override
    public void visit(OWLTransitiveObjectPropertyAxiom axiom) {
      rule(
          atoms(role(axiom.getProperty(), X, Y), role(axiom.getProperty(), Y, Z)),
          role(axiom.getProperty(), X, Z));
    }

    @Override
    public void visit(OWLSymmetricObjectPropertyAxiom axiom) {
      rule(atoms(role(axiom.getProperty(), X, Y)), role(axiom.getProperty(), Y, X));
    }

    @Override
    public void visit(OWLAsymmetricObjectPropertyAxiom axiom) {
      contradiction(atoms(role(axiom.getProperty(), X, Y), role(axiom.getProperty(), Y, X)));
    }

    @Override
    public void visit(OWLReflexiveObjectPropertyAxiom axiom) {
      rule(atoms(Atom.of(thing, X)), role(axiom.getProperty(), X, X));
    }

    @Override
    public void visit(OWLIrreflexiveObjectPropertyAxiom axiom) {
      contradiction(atoms(role(axiom.getProperty(), X, X)));
    }

    @Override
    public void visit(OWLFunctionalObjectPropertyAxiom axiom) {
      rule(atoms(role(axiom.getProperty(), X, Y), role(axiom.getProperty(), X, Z)), same(Y, Z));
    }

    @Override
    public void visit(OWLInverseFunctionalObjectPropertyAxiom axiom) {
      rule(atoms(role(axiom.getProperty(), Y, X), role(axiom.getProperty(), Z, X)), same(Y, Z));
    }

    @Override
    public void visit(OWLDisjointObjectPropertiesAxiom axiom) {
      var properties = axiom.getOperandsAsList();
      for (int i = 0; i < properties.size(); i++) {
        for (int j = i + 1; j < properties.size(); j++) {
          contradiction(atoms(role(properties.get(i), X, Y), role(properties.get(j), X, Y)));
        }
      }
    }

    @Override
    public void visit(OWLSubDataPropertyOfAxiom axiom) {
      rule(atoms(data(axiom.getSubProperty(), X, Y)), data(axiom.getSuperProperty(), X, Y));
    }

    @Override
    public void visit(OWLEquivalentDataPropertiesAxiom axiom) {
      for (var one : axiom.getOperandsAsList()) {
        for (var other : axiom.getOperandsAsList()) {
          if (!one.equals(other)) {
            rule(atoms(data(one, X, Y)), data(other, X, Y));
          }
        }
      }
    }

    @Override
    public void visit(OWLDataPropertyDomainAxiom axiom) {
      subClass(
          factory.getOWLDataSomeValuesFrom(axiom.getProperty(), factory.getTopDatatype()),
          axiom.getDomain());
    }

    @Override
    public void visit(OWLHasKeyAxiom axiom) {
      recognise(axiom.getClassExpression());
      var body = new ArrayList<Atom>();
      body.add(at(axiom.getClassExpression(), X));
      body.add(at(axiom.getClassExpression(), Y));
      int variable = Z;
      for (var property : axiom.getOperandsAsList()) {
        int value = variable++;
        if (property instanceof OWLObjectPropertyExpression object) {
          body.add(role(object, X, value));
          body.add(role(object, Y, value));
        } else if (property instanceof OWLDataPropertyExpression datum) {
          body.add(data(datum, X, value));
          body.add(data(datum, Y, value));
        }
      }
      rule(body, same(X, Y));
    }

    @Override
    public void visit(SWRLRule rule) {
      DlSafeRule.of(rule).ifPresentOrElse(this::safe, () -> notFollowed(rule));
    }

    private void safe(DlSafeRule rule) {
      var body = new ArrayList<Atom>();
      for (var part : rule.body()) {
        if (part.predicate() instanceof OWLClassExpression expression) {
          recognise(expression);
        }
        body.add(atom(part));
      }
      for (var part : rule.head()) {
        if (part.predicate() instanceof OWLClassExpression expression) {
          expression.asConjunctSet().forEach(c -> implied(body, c, term(part.first())));
        } else {
          rule(body, atom(part));
        }
      }
      if (rule.head().isEmpty()) {
        contradiction(body);
      }
    }

    private Atom atom(DlSafeRule.Part part) {
      int first = term(part.first());
      if (part.predicate() instanceof OWLClassExpression expression) {
        return at(expression, first);
      } else if (part.predicate() instanceof OWLObjectPropertyExpression property) {
        return role(property, first, term(part.second()));
      }
      return part.predicate() == null
          ? same(first, term(part.second()))
          : data((OWLDataPropertyExpression) part.predicate(), first, term(part.second()));
    }

    private int term(Object term) {
      if (term instanceof Integer variable) {
        return variable;
      }
      return term instanceof OWLLiteral literal
          ? constant(literal)
          : constant((OWLIndividual) term);
    }

    private void notFollowed(SWRLRule rule) {
      for (var predicate : rule.signature().toList()) {
        if (predicate instanceof OWLClass named) {
          beyondRules(atoms(), List.of(at(named, X)));
        } else if (predicate instanceof OWLProperty property) {
          beyondRules(atoms(), List.of(new Atom(symbols.predicate(property), X, Y)));
        }
      }
    }
  }
}
