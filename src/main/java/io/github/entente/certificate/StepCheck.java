// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.semanticweb.owlapi.model.*;

/**
 * Whether one step of a derivation is right: its conclusion follows from its premises by the axioms
 * it cites, or by the meaning of class expressions and of equality where it cites none. It knows
 * the axioms and not the rules by which a reasoner found the step. For use by one thread.
 * Complexity: linear in the step for most, its individuals times its axioms at worst.
 */
public final class StepCheck {
  /** Beginning of the names that individuals without a name were given. */
  static final String UNNAMED = "urn:x-entente:skolem:";

  private final DataRanges ranges;

  StepCheck(DataRanges ranges) {
    this.ranges = ranges;
  }

  /**
   * A check of steps.
   *
   * @param axioms all axioms there are: their definitions of datatypes are looked up
   */
  public static StepCheck of(Collection<? extends OWLAxiom> axioms) {
    return new StepCheck(new DataRanges(axioms));
  }

  /**
   * Whether a conclusion follows from premises by the axioms that are cited.
   *
   * @throws io.github.entente.model.EntenteException BAD_CERTIFICATE where conclusion or premises
   *     are no facts; MALFORMED_LITERAL, UNSUPPORTED_DATATYPE
   */
  public boolean follows(
      OWLAxiom conclusion,
      Collection<? extends OWLAxiom> premises,
      Collection<? extends OWLAxiom> cited) {
    return follows(
        Fact.of(conclusion, ranges),
        premises.stream().map(premise -> Fact.of(premise, ranges)).toList(),
        cited);
  }

  private boolean follows(
      Fact conclusion, List<Fact> premises, Collection<? extends OWLAxiom> axioms) {
    var prover = new Prover(Facts.of(premises), axioms, ranges);
    return holds(conclusion, prover)
        || axioms.stream().anyMatch(axiom -> axiom.accept(new Step(conclusion, prover)));
  }

  /** Whether a fact holds by the meaning of expressions and equality. */
  private static boolean holds(Fact goal, Prover prover) {
    var facts = prover.facts();
    if (facts.has(goal) || equal(goal, facts)) {
      return true;
    } else if (goal instanceof Fact.Type type && prover.proves(type.of(), type.individual())) {
      return true;
    } else if (goal instanceof Fact.Edge edge && edge.by().isOWLTopObjectProperty()) {
      return true;
    }
    return facts.all().stream()
        .anyMatch(
            fact ->
                fact instanceof Fact.Type type && prover.gives(type.of(), type.individual(), goal));
  }

  /** Whether it is one of the facts with equals put for equals. */
  private static boolean equal(Fact goal, Facts facts) {
    if (goal instanceof Fact.Type type) {
      return facts.same(type.individual()).stream()
          .anyMatch(x -> facts.has(new Fact.Type(type.of(), x)));
    } else if (goal instanceof Fact.Datum datum) {
      return facts.same(datum.from()).stream()
          .anyMatch(x -> facts.has(new Fact.Datum(datum.by(), x, datum.value())));
    } else if (goal instanceof Fact.Edge edge) {
      return with(edge.from(), facts).stream()
          .anyMatch(
              x ->
                  with(edge.to(), facts).stream()
                      .anyMatch(y -> facts.has(new Fact.Edge(edge.by(), x, y))));
    }
    var same = (Fact.Same) goal;
    return with(same.one(), facts).stream()
        .anyMatch(
            x ->
                with(same.other(), facts).stream()
                    .anyMatch(y -> x.equals(y) || facts.same(x).contains(y)));
  }

  private static Set<OWLIndividual> with(OWLIndividual individual, Facts facts) {
    var all = new LinkedHashSet<>(facts.same(individual));
    all.add(individual);
    return all;
  }

  /** What one axiom makes of the premises; each method is one line of the semantics' tables. */
  private record Step(Fact goal, Prover prover) implements OWLAxiomVisitorEx<Boolean> {
    @Override
    public <T> Boolean doDefault(T axiom) {
      return false;
    }

    private Facts facts() {
      return prover.facts();
    }

    private boolean some(Function<OWLIndividual, Boolean> wanted) {
      var all = new LinkedHashSet<>(facts().individuals());
      goal.individuals().forEach(all::add);
      return all.stream().anyMatch(wanted::apply);
    }

    private boolean sub(OWLClassExpression sub, OWLClassExpression sup) {
      return some(x -> prover.proves(sub, x) && prover.gives(sup, x, goal));
    }

    @Override
    public Boolean visit(OWLSubClassOfAxiom axiom) {
      return sub(axiom.getSubClass(), axiom.getSuperClass());
    }

    @Override
    public Boolean visit(OWLEquivalentClassesAxiom axiom) {
      return axiom.operands().anyMatch(c -> axiom.operands().anyMatch(d -> sub(c, d)));
    }

    @Override
    public Boolean visit(OWLDisjointUnionAxiom axiom) {
      var whole = axiom.getOWLClass();
      return axiom.operands().anyMatch(part -> sub(part, whole))
          || some(
              x ->
                  prover.proves(whole, x)
                      && axiom
                          .operands()
                          .allMatch(
                              part -> prover.clashes(part, x) || prover.gives(part, x, goal)));
    }

    @Override
    public Boolean visit(OWLClassAssertionAxiom axiom) {
      return prover.gives(axiom.getClassExpression(), axiom.getIndividual(), goal);
    }

    @Override
    public Boolean visit(OWLObjectPropertyAssertionAxiom axiom) {
      return Prover.states(goal, axiom.getProperty(), axiom.getSubject(), axiom.getObject());
    }

    @Override
    public Boolean visit(OWLDataPropertyAssertionAxiom axiom) {
      return goal.equals(Fact.of(axiom, prover.ranges()));
    }

    @Override
    public Boolean visit(OWLSameIndividualAxiom axiom) {
      return goal instanceof Fact.Same same
          && axiom.getIndividualsAsList().containsAll(List.of(same.one(), same.other()));
    }

    // ---- object properties ----

    /** Whether the goal says by a property what a path along a chain leads to. */
    private boolean path(
        List<? extends OWLObjectPropertyExpression> chain, OWLObjectPropertyExpression property) {
      if (!(goal instanceof Fact.Edge edge) || !edge.by().equals(property.getNamedProperty())) {
        return false;
      }
      boolean turned = property.isAnonymous();
      Set<OWLIndividual> reached = Set.of(turned ? edge.to() : edge.from());
      for (var link : chain) {
        var next = new LinkedHashSet<OWLIndividual>();
        reached.forEach(x -> next.addAll(facts().from(link, x)));
        reached = next;
      }
      return reached.contains(turned ? edge.from() : edge.to());
    }

    @Override
    public Boolean visit(OWLSubObjectPropertyOfAxiom axiom) {
      return path(List.of(axiom.getSubProperty()), axiom.getSuperProperty());
    }

    @Override
    public Boolean visit(OWLEquivalentObjectPropertiesAxiom axiom) {
      return axiom.operands().anyMatch(p -> axiom.operands().anyMatch(q -> path(List.of(p), q)));
    }

    @Override
    public Boolean visit(OWLSubPropertyChainOfAxiom axiom) {
      return path(axiom.getPropertyChain(), axiom.getSuperProperty());
    }

    @Override
    public Boolean visit(OWLTransitiveObjectPropertyAxiom axiom) {
      return path(List.of(axiom.getProperty(), axiom.getProperty()), axiom.getProperty());
    }

    @Override
    public Boolean visit(OWLInverseObjectPropertiesAxiom axiom) {
      var one = axiom.getFirstProperty();
      var other = axiom.getSecondProperty();
      return path(List.of(one.getInverseProperty()), other)
          || path(List.of(other.getInverseProperty()), one);
    }

    @Override
    public Boolean visit(OWLSymmetricObjectPropertyAxiom axiom) {
      return path(List.of(axiom.getProperty().getInverseProperty()), axiom.getProperty());
    }

    @Override
    public Boolean visit(OWLReflexiveObjectPropertyAxiom axiom) {
      return goal instanceof Fact.Edge edge
          && Prover.states(goal, axiom.getProperty(), edge.from(), edge.from());
    }

    @Override
    public Boolean visit(OWLObjectPropertyDomainAxiom axiom) {
      return some(
          x -> prover.valued(axiom.getProperty(), x) && prover.gives(axiom.getDomain(), x, goal));
    }

    @Override
    public Boolean visit(OWLObjectPropertyRangeAxiom axiom) {
      return some(
          x ->
              prover.valued(axiom.getProperty().getInverseProperty(), x)
                  && prover.gives(axiom.getRange(), x, goal));
    }

    /** Whether the goal is that two values of something are one. */
    private boolean functional(OWLObjectPropertyExpression property) {
      return goal instanceof Fact.Same same
          && some(
              x ->
                  facts().related(property, x, same.one())
                      && facts().related(property, x, same.other()));
    }

    @Override
    public Boolean visit(OWLFunctionalObjectPropertyAxiom axiom) {
      return functional(axiom.getProperty()) || atMostOne(axiom.getProperty());
    }

    /** That there is at most one value, of whatever kind. */
    private boolean atMostOne(OWLPropertyExpression property) {
      return goal instanceof Fact.Type type
          && (type.of() instanceof OWLObjectMaxCardinality
              || type.of() instanceof OWLDataMaxCardinality)
          && ((OWLCardinalityRestriction<?>) type.of()).getCardinality() >= 1
          && ((OWLRestriction) type.of()).getProperty().equals(property);
    }

    @Override
    public Boolean visit(OWLFunctionalDataPropertyAxiom axiom) {
      return atMostOne(axiom.getProperty());
    }

    @Override
    public Boolean visit(OWLInverseFunctionalObjectPropertyAxiom axiom) {
      var inverse = axiom.getProperty().getInverseProperty();
      return functional(inverse) || atMostOne(inverse);
    }

    // ---- data properties ----

    private boolean renamed(OWLDataPropertyExpression sub, OWLDataPropertyExpression sup) {
      return goal instanceof Fact.Datum datum
          && datum.by().equals(sup)
          && facts().values(sub, datum.from()).contains(datum.value());
    }

    @Override
    public Boolean visit(OWLSubDataPropertyOfAxiom axiom) {
      return renamed(axiom.getSubProperty(), axiom.getSuperProperty());
    }

    @Override
    public Boolean visit(OWLEquivalentDataPropertiesAxiom axiom) {
      return axiom.operands().anyMatch(p -> axiom.operands().anyMatch(q -> renamed(p, q)));
    }

    @Override
    public Boolean visit(OWLDataPropertyDomainAxiom axiom) {
      return some(
          x -> prover.valued(axiom.getProperty(), x) && prover.gives(axiom.getDomain(), x, goal));
    }

    // ---- keys ----

    @Override
    public Boolean visit(OWLHasKeyAxiom axiom) {
      if (!(goal instanceof Fact.Same same)) {
        return false;
      }
      var one = same.one();
      var other = same.other();
      return named(one)
          && named(other)
          && prover.proves(axiom.getClassExpression(), one)
          && prover.proves(axiom.getClassExpression(), other)
          && axiom
              .objectPropertyExpressions()
              .allMatch(
                  p ->
                      facts().from(p, one).stream()
                          .anyMatch(z -> named(z) && facts().related(p, other, z)))
          && axiom
              .dataPropertyExpressions()
              .allMatch(
                  p ->
                      facts().values(p, one).stream().anyMatch(facts().values(p, other)::contains));
    }
  }

  /** Whether keys are about an individual: those are about what has a name. */
  static boolean named(OWLIndividual individual) {
    return individual.isNamed() && !individual.toStringID().startsWith(UNNAMED);
  }
}
