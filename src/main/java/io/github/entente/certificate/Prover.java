// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.semanticweb.owlapi.model.*;

/**
 * What follows from some facts by the meaning of class expressions alone, and by what some axioms
 * say of differences and contradictions. Each line is one law of the Direct Semantics; what it does
 * not see it does not say. For use by one thread.
 */
final class Prover {
  private final Facts facts;
  private final Collection<? extends OWLAxiom> axioms;
  private final DataRanges ranges;
  private final boolean assuming;

  Prover(Facts facts, Collection<? extends OWLAxiom> axioms, DataRanges ranges) {
    this(facts, axioms, ranges, false);
  }

  private Prover(
      Facts facts, Collection<? extends OWLAxiom> axioms, DataRanges ranges, boolean assuming) {
    this.facts = facts;
    this.axioms = axioms;
    this.ranges = ranges;
    this.assuming = assuming;
  }

  DataRanges ranges() {
    return ranges;
  }

  Facts facts() {
    return facts;
  }

  /** Whether it is seen that an individual has a value, named or not. */
  boolean valued(OWLObjectPropertyExpression property, OWLIndividual x) {
    return !facts.from(property, x).isEmpty() || inSome(property, x);
  }

  /** Whether it is seen that an individual has a value of a data property. */
  boolean valued(OWLDataPropertyExpression property, OWLIndividual x) {
    return !facts.values(property, x).isEmpty() || inSome(property, x);
  }

  /** Whether an individual is stated to have some value of a property. */
  private boolean inSome(OWLPropertyExpression property, OWLIndividual x) {
    return facts.all().stream()
        .anyMatch(
            fact ->
                fact instanceof Fact.Type type
                    && type.individual().equals(x)
                    && type.of() instanceof OWLQuantifiedRestriction<?> some
                    && (some instanceof OWLObjectSomeValuesFrom
                        || some instanceof OWLDataSomeValuesFrom)
                    && some.getProperty().equals(property));
  }

  // ---- what makes something an instance ----

  /** Whether an individual is seen to be in a class. */
  boolean proves(OWLClassExpression c, OWLIndividual x) {
    if (c.isOWLThing() || facts.has(new Fact.Type(c, x))) {
      return true;
    } else if (c instanceof OWLObjectIntersectionOf and) {
      return and.operands().allMatch(operand -> proves(operand, x));
    } else if (c instanceof OWLObjectUnionOf or) {
      return or.operands().anyMatch(operand -> proves(operand, x));
    } else if (c instanceof OWLObjectOneOf oneOf) {
      return oneOf.individuals().anyMatch(x::equals);
    } else if (c instanceof OWLObjectSomeValuesFrom some) {
      return facts.from(some.getProperty(), x).stream().anyMatch(y -> proves(some.getFiller(), y));
    } else if (c instanceof OWLObjectHasValue has) {
      return facts.related(has.getProperty(), x, has.getFiller());
    } else if (c instanceof OWLObjectHasSelf self) {
      return facts.related(self.getProperty(), x, x);
    } else if (c instanceof OWLObjectMinCardinality min) {
      return distinct(min.getCardinality(), min.getProperty(), min.getFiller(), x);
    } else if (c instanceof OWLObjectExactCardinality exact) {
      return proves(exact.asIntersectionOfMinMax(), x);
    } else if (c instanceof OWLDataSomeValuesFrom some) {
      return values(some.getProperty(), some.getFiller(), x) >= 1;
    } else if (c instanceof OWLDataHasValue has) {
      return facts.values(has.getProperty(), x).contains(ranges.value(has.getFiller()));
    } else if (c instanceof OWLDataMinCardinality min) {
      return values(min.getProperty(), min.getFiller(), x) >= min.getCardinality();
    } else if (c instanceof OWLObjectComplementOf not) {
      return refutes(new Fact.Type(not.getOperand(), x));
    }
    return false;
  }

  private long values(OWLDataPropertyExpression property, OWLDataRange range, OWLIndividual x) {
    return facts.values(property, x).stream().filter(v -> ranges.contains(range, v)).count();
  }

  /** Whether so many values in a class are seen, each two of them different. */
  private boolean distinct(
      int count, OWLObjectPropertyExpression property, OWLClassExpression filler, OWLIndividual x) {
    var fillers = facts.from(property, x).stream().filter(y -> proves(filler, y)).toList();
    return chosen(count, fillers, 0, new ArrayList<>());
  }

  private boolean chosen(int count, List<OWLIndividual> from, int at, List<OWLIndividual> chosen) {
    if (chosen.size() >= count) {
      return true;
    }
    for (int i = at; from.size() - i >= count - chosen.size(); i++) {
      var next = from.get(i);
      if (chosen.stream().allMatch(other -> different(other, next))) {
        chosen.add(next);
        if (chosen(count, from, i + 1, chosen)) {
          return true;
        }
        chosen.remove(chosen.size() - 1);
      }
    }
    return false;
  }

  /** Whether two individuals are declared different, or have different values where one is due. */
  private boolean different(OWLIndividual one, OWLIndividual other) {
    return axioms.stream()
        .anyMatch(
            axiom ->
                declares(axiom, one, other)
                    || axiom instanceof OWLFunctionalObjectPropertyAxiom functional
                        && facts.from(functional.getProperty(), one).stream()
                            .anyMatch(
                                a ->
                                    facts.from(functional.getProperty(), other).stream()
                                        .anyMatch(b -> declared(a, b))));
  }

  private boolean declared(OWLIndividual one, OWLIndividual other) {
    return axioms.stream().anyMatch(axiom -> declares(axiom, one, other));
  }

  private static boolean declares(OWLAxiom axiom, OWLIndividual one, OWLIndividual other) {
    return axiom instanceof OWLDifferentIndividualsAxiom different
        && !one.equals(other)
        && different.getIndividualsAsList().contains(one)
        && different.getIndividualsAsList().contains(other);
  }

  // ---- what an instance brings with it ----

  /** Whether it is seen that a fact holds if an individual is in a class. */
  boolean gives(OWLClassExpression c, OWLIndividual x, Fact goal) {
    if (goal.equals(new Fact.Type(c, x))) {
      return true;
    } else if (c instanceof OWLObjectIntersectionOf and) {
      return and.operands().anyMatch(operand -> gives(operand, x, goal));
    } else if (c instanceof OWLObjectUnionOf or) {
      return or.operands().allMatch(operand -> clashes(operand, x) || gives(operand, x, goal));
    } else if (c instanceof OWLObjectAllValuesFrom only) {
      return facts.from(only.getProperty(), x).stream()
          .anyMatch(y -> gives(only.getFiller(), y, goal));
    } else if (c instanceof OWLObjectHasValue has) {
      return states(goal, has.getProperty(), x, has.getFiller());
    } else if (c instanceof OWLObjectHasSelf self) {
      return states(goal, self.getProperty(), x, x);
    } else if (c instanceof OWLObjectOneOf oneOf) {
      return oneOf.individuals().allMatch(a -> goal instanceof Fact.Same same && same.of(x, a));
    } else if (c instanceof OWLObjectMaxCardinality max) {
      return max.getCardinality() == 1
          && goal instanceof Fact.Same same
          && filler(max.getProperty(), max.getFiller(), x, same.one())
          && filler(max.getProperty(), max.getFiller(), x, same.other());
    } else if (c instanceof OWLObjectExactCardinality exact) {
      return gives(exact.asIntersectionOfMinMax(), x, goal);
    } else if (c instanceof OWLDataHasValue has) {
      return goal.equals(
          new Fact.Datum(has.getProperty().asOWLDataProperty(), x, ranges.value(has.getFiller())));
    }
    return false;
  }

  private boolean filler(
      OWLObjectPropertyExpression property,
      OWLClassExpression filler,
      OWLIndividual x,
      OWLIndividual y) {
    return facts.related(property, x, y) && proves(filler, y);
  }

  /** Whether a fact is that two individuals are related. */
  static boolean states(
      Fact goal, OWLObjectPropertyExpression property, OWLIndividual one, OWLIndividual other) {
    var named = property.getNamedProperty();
    return goal.equals(
        property.isAnonymous()
            ? new Fact.Edge(named, other, one)
            : new Fact.Edge(named, one, other));
  }

  // ---- what cannot be ----

  /** Whether it is seen that an individual is not in a class. */
  boolean clashes(OWLClassExpression c, OWLIndividual x) {
    if (c.isOWLNothing() || facts.has(new Fact.Type(complement(c), x))) {
      return true;
    } else if (c instanceof OWLObjectComplementOf not) {
      return proves(not.getOperand(), x);
    } else if (c instanceof OWLObjectIntersectionOf and) {
      return and.operands().anyMatch(operand -> clashes(operand, x));
    } else if (c instanceof OWLObjectUnionOf or) {
      return or.operands().allMatch(operand -> clashes(operand, x));
    } else if (c instanceof OWLObjectAllValuesFrom only) {
      return facts.from(only.getProperty(), x).stream().anyMatch(y -> clashes(only.getFiller(), y));
    } else if (c instanceof OWLObjectOneOf oneOf) {
      return oneOf.individuals().allMatch(a -> different(x, a));
    } else if (c instanceof OWLObjectMaxCardinality max) {
      return distinct(max.getCardinality() + 1, max.getProperty(), max.getFiller(), x);
    } else if (c instanceof OWLObjectExactCardinality exact) {
      return clashes(exact.asIntersectionOfMinMax(), x);
    }
    return false;
  }

  private static OWLClassExpression complement(OWLClassExpression c) {
    return c.getObjectComplementOf();
  }

  /** Whether a fact is seen to contradict the facts and the axioms; one assumption at a time. */
  boolean refutes(Fact assumption) {
    return !assuming && new Prover(facts.and(assumption), axioms, ranges, true).contradiction();
  }

  private boolean contradiction() {
    return facts.all().stream()
            .anyMatch(
                fact -> fact instanceof Fact.Type type && clashes(type.of(), type.individual()))
        || axioms.stream().anyMatch(this::contradicted);
  }

  /** Whether the facts contradict an axiom. */
  private boolean contradicted(OWLAxiom axiom) {
    if (axiom instanceof OWLSubClassOfAxiom sub) {
      return impossible(sub.getSubClass(), sub.getSuperClass());
    } else if (axiom instanceof OWLEquivalentClassesAxiom same) {
      return same.operands().anyMatch(c -> same.operands().anyMatch(d -> impossible(c, d)));
    } else if (axiom instanceof OWLDisjointClassesAxiom disjoint) {
      return disjoint(disjoint.getOperandsAsList());
    } else if (axiom instanceof OWLDisjointUnionAxiom union) {
      var whole = union.getOWLClass();
      return disjoint(union.getOperandsAsList())
          || union.operands().anyMatch(part -> impossible(part, whole))
          || facts.individuals().stream()
              .anyMatch(
                  x -> proves(whole, x) && union.operands().allMatch(part -> clashes(part, x)));
    } else if (axiom instanceof OWLObjectPropertyDomainAxiom domain) {
      return facts.individuals().stream()
          .anyMatch(x -> valued(domain.getProperty(), x) && clashes(domain.getDomain(), x));
    } else if (axiom instanceof OWLObjectPropertyRangeAxiom range) {
      var back = range.getProperty().getInverseProperty();
      return facts.individuals().stream()
          .anyMatch(x -> valued(back, x) && clashes(range.getRange(), x));
    } else if (axiom instanceof OWLDataPropertyDomainAxiom domain) {
      return facts.individuals().stream()
          .anyMatch(x -> valued(domain.getProperty(), x) && clashes(domain.getDomain(), x));
    }
    return axiom instanceof OWLClassAssertionAxiom type
        && clashes(type.getClassExpression(), type.getIndividual());
  }

  /** Whether something is in one class and cannot be in another that includes it. */
  private boolean impossible(OWLClassExpression sub, OWLClassExpression sup) {
    return facts.individuals().stream().anyMatch(x -> proves(sub, x) && clashes(sup, x));
  }

  private boolean disjoint(List<OWLClassExpression> classes) {
    for (int i = 0; i < classes.size(); i++) {
      for (int j = i + 1; j < classes.size(); j++) {
        var one = classes.get(i);
        var other = classes.get(j);
        if (facts.individuals().stream().anyMatch(x -> proves(one, x) && proves(other, x))) {
          return true;
        }
      }
    }
    return false;
  }
}
