// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.models;

import io.github.entente.reason.models.Concept.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.semanticweb.owlapi.model.*;

/**
 * Brings axioms into normal form. An inclusion is a disjunction that holds everywhere; those of its
 * parts whose complements facts can show become premises, each with a predicate as its sign, so
 * that what is left is to be satisfied only where the premises hold.
 */
final class NormalForm {
  private static final int MANY = 400;

  private final Names names;
  private final Concepts concepts;
  private final Rules rules = new Rules();
  private final Map<Concept, Integer> signs = new HashMap<>();

  private NormalForm(Names names, Concepts concepts) {
    this.names = names;
    this.concepts = concepts;
  }

  /**
   * The normal form.
   *
   * @throws Unsupported where an axiom has none here
   */
  static Rules of(Collection<OWLAxiom> axioms, Names names, Concepts concepts) {
    var form = new NormalForm(names, concepts);
    for (var axiom : axioms) {
      if (axiom instanceof OWLDatatypeDefinitionAxiom definition) {
        names.ranges().define(definition.getDatatype(), definition.getDataRange());
      }
    }
    var visitor = form.new AxiomVisitor();
    axioms.forEach(axiom -> axiom.accept(visitor));
    form.rules.findEquivalences(names.propertyCount());
    return form.rules;
  }

  // ---- inclusions ----

  private void included(Concept sub, Concept sup) {
    var conjuncts = sup.kind == Kind.AND ? sup.parts : List.of(sup);
    for (var conjunct : conjuncts) {
      clause(concepts.or(List.of(concepts.not(sub), conjunct)));
    }
  }

  /** It holds everywhere. */
  private void clause(Concept disjunction) {
    if (disjunction == concepts.top) {
      return;
    }
    if (disjunction.kind == Kind.AND) {
      disjunction.parts.forEach(this::clause);
      return;
    }
    if (disjunction.kind == Kind.ALL) { // Said of values: they are fewer than the elements.
      disjunction =
          concepts.or(
              List.of(concepts.all(disjunction.symbol ^ 1, concepts.bottom), disjunction.part()));
    }
    var body = new ArrayList<Integer>();
    var head = new ArrayList<Concept>();
    var confined = new ArrayList<Concept>();
    for (var part : disjunction.kind == Kind.OR ? disjunction.parts : List.of(disjunction)) {
      var premise = concepts.not(part);
      if (part.kind == Kind.DATA_ALL) {
        confined.add(part);
      } else if (premise.recognisable) {
        body.add(sign(premise));
      } else {
        head.add(part);
      }
    }
    if (head.isEmpty() && confined.size() == 1) { // It guides the choice of values.
      head.addAll(confined);
    } else {
      confined.forEach(part -> body.add(sign(concepts.not(part))));
    }
    var rest = concepts.or(head);
    if (body.isEmpty()) {
      rules.everywhere.add(rest);
    } else {
      conjunction(body.stream().mapToInt(Integer::intValue).toArray(), rest);
    }
  }

  private void conjunction(int[] body, Concept head) {
    for (int i = 0; i < body.length; i++) {
      int[] others = new int[body.length - 1];
      for (int j = 0, k = 0; j < body.length; j++) {
        if (j != i) {
          others[k++] = body[j];
        }
      }
      Rules.put(rules.conjunctions, body[i], new Rules.Conjunction(others, head));
    }
  }

  /** The predicate that holds where facts show the concept. */
  private int sign(Concept concept) {
    if (concept.kind == Kind.ATOM) {
      return concept.symbol;
    }
    var known = signs.get(concept);
    if (known != null) {
      return known;
    }
    int sign = names.sign();
    signs.put(concept, sign);
    var atom = concepts.atom(sign);
    switch (concept.kind) {
      case TOP -> rules.everywhere.add(atom);
      case AND -> conjunction(concept.parts.stream().mapToInt(this::sign).toArray(), atom);
      case OR -> concept.parts.forEach(part -> conjunction(new int[] {sign(part)}, atom));
      case SOME -> some(concept, sign);
      case ONE_OF -> {
        for (int node : concept.nodes) {
          rules.assertions.add(new Rules.Assertion(atom, node));
        }
      }
      case SELF -> rules.selfSigns.put(concept.symbol, sign);
      case DATA_SOME ->
          Rules.put(rules.dataSigns, concept.symbol, new Rules.DataSign(concept.range, sign));
      default -> throw new IllegalStateException("no sign of " + concept.kind);
    }
    return sign;
  }

  private void some(Concept concept, int sign) {
    if (concept.part() == concepts.top) {
      rules.hasValue.put(concept.symbol, sign);
      return;
    }
    var join = new Rules.Join(concept.symbol, sign(concept.part()), sign);
    Rules.put(rules.joinsByRole, join.role(), join);
    Rules.put(rules.joinsByFiller, join.filler(), join);
  }

  // ---- roles ----

  private void roleIncluded(int sub, int sup) {
    if (sub == sup || sub == Names.NOTHING) {
      return;
    }
    if (sup == Names.NOTHING) {
      clause(concepts.all(sub, concepts.bottom));
      return;
    }
    Rules.put(rules.including, sub & ~1, sup ^ (sub & 1));
  }

  private void chain(List<Integer> roles, int whole) {
    if (roles.contains(Names.NOTHING)) {
      return;
    }
    if (whole == Names.NOTHING) {
      var nothing = concepts.bottom;
      for (int i = roles.size() - 1; i >= 0; i--) {
        nothing = concepts.all(roles.get(i), nothing);
      }
      clause(nothing);
      return;
    }
    int first = roles.get(0);
    for (int i = 1; i < roles.size(); i++) {
      int to = i == roles.size() - 1 ? whole : names.sideRole();
      var chain = new Rules.Chain(first, roles.get(i), to);
      Rules.put(rules.chainsByFirst, chain.first(), chain);
      Rules.put(rules.chainsBySecond, chain.second(), chain);
      first = to;
    }
  }

  private final class AxiomVisitor implements OWLAxiomVisitor {
    private int role(OWLObjectPropertyExpression property) {
      return names.role(property);
    }

    private int property(OWLDataPropertyExpression property) {
      return names.dataProperty(property.asOWLDataProperty());
    }

    private Concept hasValue(int role) {
      return concepts.some(role, concepts.top);
    }

    @Override
    public void doDefault(Object object) {
      if (object instanceof OWLAxiom axiom && axiom.isLogicalAxiom()) {
        throw new Unsupported(axiom.getAxiomType().getName());
      }
    }

    // classes

    @Override
    public void visit(OWLSubClassOfAxiom axiom) {
      included(concepts.of(axiom.getSubClass()), concepts.of(axiom.getSuperClass()));
    }

    @Override
    public void visit(OWLEquivalentClassesAxiom axiom) {
      var all = axiom.classExpressions().map(concepts::of).toList();
      for (int i = 0; i < all.size(); i++) {
        included(all.get(i), all.get((i + 1) % all.size()));
      }
    }

    private void disjoint(List<Concept> all) {
      for (int i = 0; i < all.size(); i++) {
        for (int j = i + 1; j < all.size(); j++) {
          included(all.get(i), concepts.not(all.get(j)));
        }
      }
    }

    @Override
    public void visit(OWLDisjointClassesAxiom axiom) {
      if (axiom.classExpressions().count() > MANY) {
        throw new Unsupported("that many disjoint classes");
      }
      disjoint(axiom.classExpressions().map(concepts::of).toList());
    }

    @Override
    public void visit(OWLDisjointUnionAxiom axiom) {
      var whole = concepts.of(axiom.getOWLClass());
      var parts = axiom.classExpressions().map(concepts::of).toList();
      included(whole, concepts.or(parts));
      included(concepts.or(parts), whole);
      disjoint(parts);
    }

    @Override
    public void visit(OWLHasKeyAxiom axiom) {
      rules.keys.add(
          new Rules.Key(
              concepts.of(axiom.getClassExpression()),
              axiom.objectPropertyExpressions().mapToInt(this::role).toArray(),
              axiom.dataPropertyExpressions().mapToInt(this::property).toArray()));
    }

    @Override
    public void visit(OWLDatatypeDefinitionAxiom axiom) {
      // Known before all others.
    }

    // object properties

    @Override
    public void visit(OWLSubObjectPropertyOfAxiom axiom) {
      if (!axiom.getSuperProperty().isOWLTopObjectProperty()) {
        roleIncluded(role(axiom.getSubProperty()), role(axiom.getSuperProperty()));
      }
    }

    @Override
    public void visit(OWLEquivalentObjectPropertiesAxiom axiom) {
      var all = axiom.properties().map(this::role).toList();
      for (int i = 0; i < all.size(); i++) {
        roleIncluded(all.get(i), all.get((i + 1) % all.size()));
      }
    }

    @Override
    public void visit(OWLInverseObjectPropertiesAxiom axiom) {
      int one = role(axiom.getFirstProperty());
      int other = role(axiom.getSecondProperty());
      if (one == Names.NOTHING || other == Names.NOTHING) {
        roleIncluded(one, other);
        roleIncluded(other, one);
        return;
      }
      roleIncluded(one, other ^ 1);
      roleIncluded(other, one ^ 1);
    }

    @Override
    public void visit(OWLSymmetricObjectPropertyAxiom axiom) {
      int role = role(axiom.getProperty());
      if (role != Names.NOTHING) {
        roleIncluded(role, role ^ 1);
      }
    }

    @Override
    public void visit(OWLTransitiveObjectPropertyAxiom axiom) {
      int role = role(axiom.getProperty());
      chain(List.of(role, role), role);
    }

    @Override
    public void visit(OWLSubPropertyChainOfAxiom axiom) {
      if (!axiom.getSuperProperty().isOWLTopObjectProperty()) {
        chain(
            axiom.getPropertyChain().stream().map(this::role).toList(),
            role(axiom.getSuperProperty()));
      }
    }

    @Override
    public void visit(OWLFunctionalObjectPropertyAxiom axiom) {
      clause(concepts.max(1, role(axiom.getProperty()), concepts.top));
    }

    @Override
    public void visit(OWLInverseFunctionalObjectPropertyAxiom axiom) {
      int role = role(axiom.getProperty());
      if (role != Names.NOTHING) {
        clause(concepts.max(1, role ^ 1, concepts.top));
      }
    }

    @Override
    public void visit(OWLReflexiveObjectPropertyAxiom axiom) {
      int role = role(axiom.getProperty());
      if (role == Names.NOTHING) {
        rules.everywhere.add(concepts.bottom);
      } else {
        rules.reflexive.add(role);
      }
    }

    @Override
    public void visit(OWLIrreflexiveObjectPropertyAxiom axiom) {
      int role = role(axiom.getProperty());
      if (role != Names.NOTHING) {
        rules.irreflexive.add(role & ~1);
      }
    }

    @Override
    public void visit(OWLAsymmetricObjectPropertyAxiom axiom) {
      int role = role(axiom.getProperty());
      if (role != Names.NOTHING) {
        apart(role, role ^ 1);
      }
    }

    private void apart(int one, int other) {
      if (one == Names.NOTHING || other == Names.NOTHING) {
        return;
      }
      Rules.put(rules.disjoint, one & ~1, other ^ (one & 1));
      Rules.put(rules.disjoint, other & ~1, one ^ (other & 1));
    }

    @Override
    public void visit(OWLDisjointObjectPropertiesAxiom axiom) {
      var all = axiom.properties().map(this::role).toList();
      for (int i = 0; i < all.size(); i++) {
        for (int j = i + 1; j < all.size(); j++) {
          apart(all.get(i), all.get(j));
        }
      }
    }

    @Override
    public void visit(OWLObjectPropertyDomainAxiom axiom) {
      included(hasValue(role(axiom.getProperty())), concepts.of(axiom.getDomain()));
    }

    @Override
    public void visit(OWLObjectPropertyRangeAxiom axiom) {
      clause(concepts.all(role(axiom.getProperty()), concepts.of(axiom.getRange())));
    }

    // data properties

    private Concept values(Kind kind, int count, OWLDataPropertyExpression property, Range range) {
      return concepts.data(kind, count, property(property), range);
    }

    private Range anything() {
      return names.ranges().top();
    }

    @Override
    public void visit(OWLSubDataPropertyOfAxiom axiom) {
      if (!axiom.getSuperProperty().isOWLTopDataProperty()) {
        dataIncluded(property(axiom.getSubProperty()), property(axiom.getSuperProperty()));
      }
    }

    private void dataIncluded(int sub, int sup) {
      if (sub == sup || sub == Names.NOTHING) {
        return;
      }
      if (sup == Names.NOTHING) {
        clause(concepts.not(concepts.data(Kind.DATA_SOME, 0, sub, anything())));
      } else {
        Rules.put(rules.dataIncluding, sub, sup);
      }
    }

    @Override
    public void visit(OWLEquivalentDataPropertiesAxiom axiom) {
      var all = axiom.properties().map(this::property).toList();
      for (int i = 0; i < all.size(); i++) {
        dataIncluded(all.get(i), all.get((i + 1) % all.size()));
      }
    }

    @Override
    public void visit(OWLDisjointDataPropertiesAxiom axiom) {
      var all = axiom.properties().map(this::property).toList();
      for (int one : all) {
        for (int other : all) {
          if (one != other && one != Names.NOTHING && other != Names.NOTHING) {
            Rules.put(rules.dataDisjoint, one, other);
          }
        }
      }
    }

    @Override
    public void visit(OWLFunctionalDataPropertyAxiom axiom) {
      clause(values(Kind.DATA_MAX, 1, axiom.getProperty(), anything()));
    }

    @Override
    public void visit(OWLDataPropertyDomainAxiom axiom) {
      included(
          values(Kind.DATA_SOME, 0, axiom.getProperty(), anything()),
          concepts.of(axiom.getDomain()));
    }

    @Override
    public void visit(OWLDataPropertyRangeAxiom axiom) {
      clause(values(Kind.DATA_ALL, 0, axiom.getProperty(), names.ranges().of(axiom.getRange())));
    }

    // individuals

    @Override
    public void visit(OWLClassAssertionAxiom axiom) {
      rules.assertions.add(
          new Rules.Assertion(
              concepts.of(axiom.getClassExpression()), names.node(axiom.getIndividual())));
    }

    @Override
    public void visit(OWLObjectPropertyAssertionAxiom axiom) {
      int subject = names.node(axiom.getSubject());
      int role = role(axiom.getProperty());
      if (role == Names.NOTHING) {
        rules.assertions.add(new Rules.Assertion(concepts.bottom, subject));
      } else {
        rules.edges.add(new Rules.Pair(role, subject, names.node(axiom.getObject())));
      }
    }

    @Override
    public void visit(OWLNegativeObjectPropertyAssertionAxiom axiom) {
      int role = role(axiom.getProperty());
      if (role != Names.NOTHING) {
        rules.noEdges.add(
            new Rules.Pair(role, names.node(axiom.getSubject()), names.node(axiom.getObject())));
      }
    }

    @Override
    public void visit(OWLDataPropertyAssertionAxiom axiom) {
      int subject = names.node(axiom.getSubject());
      int property = property(axiom.getProperty());
      if (property == Names.NOTHING) {
        rules.assertions.add(new Rules.Assertion(concepts.bottom, subject));
      } else {
        rules.data.add(new Rules.Pair(property, subject, names.ranges().number(axiom.getObject())));
      }
    }

    @Override
    public void visit(OWLNegativeDataPropertyAssertionAxiom axiom) {
      int property = property(axiom.getProperty());
      if (property != Names.NOTHING) {
        rules.noData.add(
            new Rules.Pair(
                property,
                names.node(axiom.getSubject()),
                names.ranges().number(axiom.getObject())));
      }
    }

    @Override
    public void visit(OWLSameIndividualAxiom axiom) {
      rules.same.add(axiom.individuals().mapToInt(names::node).toArray());
    }

    @Override
    public void visit(OWLDifferentIndividualsAxiom axiom) {
      rules.different.add(axiom.individuals().mapToInt(names::node).toArray());
    }
  }
}
