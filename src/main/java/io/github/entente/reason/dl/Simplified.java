// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.dl;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLClassExpressionVisitorEx;
import org.semanticweb.owlapi.model.OWLDataAllValuesFrom;
import org.semanticweb.owlapi.model.OWLDataCardinalityRestriction;
import org.semanticweb.owlapi.model.OWLDataComplementOf;
import org.semanticweb.owlapi.model.OWLDataExactCardinality;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLDataHasValue;
import org.semanticweb.owlapi.model.OWLDataIntersectionOf;
import org.semanticweb.owlapi.model.OWLDataMaxCardinality;
import org.semanticweb.owlapi.model.OWLDataMinCardinality;
import org.semanticweb.owlapi.model.OWLDataPropertyDomainAxiom;
import org.semanticweb.owlapi.model.OWLDataPropertyRangeAxiom;
import org.semanticweb.owlapi.model.OWLDataRange;
import org.semanticweb.owlapi.model.OWLDataSomeValuesFrom;
import org.semanticweb.owlapi.model.OWLDataUnionOf;
import org.semanticweb.owlapi.model.OWLDatatypeDefinitionAxiom;
import org.semanticweb.owlapi.model.OWLDisjointClassesAxiom;
import org.semanticweb.owlapi.model.OWLDisjointUnionAxiom;
import org.semanticweb.owlapi.model.OWLEquivalentClassesAxiom;
import org.semanticweb.owlapi.model.OWLHasKeyAxiom;
import org.semanticweb.owlapi.model.OWLObjectAllValuesFrom;
import org.semanticweb.owlapi.model.OWLObjectCardinalityRestriction;
import org.semanticweb.owlapi.model.OWLObjectComplementOf;
import org.semanticweb.owlapi.model.OWLObjectExactCardinality;
import org.semanticweb.owlapi.model.OWLObjectHasSelf;
import org.semanticweb.owlapi.model.OWLObjectHasValue;
import org.semanticweb.owlapi.model.OWLObjectIntersectionOf;
import org.semanticweb.owlapi.model.OWLObjectMaxCardinality;
import org.semanticweb.owlapi.model.OWLObjectMinCardinality;
import org.semanticweb.owlapi.model.OWLObjectPropertyDomainAxiom;
import org.semanticweb.owlapi.model.OWLObjectPropertyRangeAxiom;
import org.semanticweb.owlapi.model.OWLObjectSomeValuesFrom;
import org.semanticweb.owlapi.model.OWLObjectUnionOf;
import org.semanticweb.owlapi.model.OWLPropertyExpression;
import org.semanticweb.owlapi.model.OWLSubClassOfAxiom;

/**
 * Axioms whose expressions have no part that is everything or nothing, other than an expression as
 * a whole or a filler. HermiT makes unions without operands of such parts, and fails.
 */
final class Simplified implements OWLClassExpressionVisitorEx<OWLClassExpression> {
  private static final OWLDataFactory FACTORY = OWLManager.getOWLDataFactory();
  private static final OWLClassExpression ALL = FACTORY.getOWLThing();
  private static final OWLClassExpression NONE = FACTORY.getOWLNothing();
  private static final OWLDataRange ALL_VALUES = FACTORY.getTopDatatype();
  private static final OWLDataRange NO_VALUES = FACTORY.getOWLDataComplementOf(ALL_VALUES);
  private static final Simplified VISITOR = new Simplified();

  private Simplified() {}

  /** Axioms that say the same. */
  static Stream<OWLAxiom> of(OWLAxiom axiom) {
    if (axiom instanceof OWLDisjointClassesAxiom a) {
      return apart(a.classExpressions());
    } else if (axiom instanceof OWLDisjointUnionAxiom a) {
      var union = FACTORY.getOWLObjectUnionOf(a.classExpressions());
      var whole = FACTORY.getOWLEquivalentClassesAxiom(a.getOWLClass(), of(union));
      return Stream.concat(Stream.of(whole), apart(a.classExpressions()));
    }
    return Stream.of(one(axiom));
  }

  /** Two by two: what simplifies to the same is still apart, and so empty. */
  private static Stream<OWLAxiom> apart(Stream<OWLClassExpression> operands) {
    var simplified = operands.map(Simplified::of).toList();
    return IntStream.range(0, simplified.size())
        .boxed()
        .flatMap(
            i ->
                simplified.subList(i + 1, simplified.size()).stream()
                    .map(
                        other -> FACTORY.getOWLSubClassOfAxiom(simplified.get(i), of(not(other)))));
  }

  private static OWLAxiom one(OWLAxiom axiom) {
    if (axiom instanceof OWLSubClassOfAxiom a) {
      return FACTORY.getOWLSubClassOfAxiom(of(a.getSubClass()), of(a.getSuperClass()));
    } else if (axiom instanceof OWLEquivalentClassesAxiom a) {
      return FACTORY.getOWLEquivalentClassesAxiom(of(a.classExpressions()));
    } else if (axiom instanceof OWLClassAssertionAxiom a) {
      return FACTORY.getOWLClassAssertionAxiom(of(a.getClassExpression()), a.getIndividual());
    } else if (axiom instanceof OWLObjectPropertyDomainAxiom a) {
      return FACTORY.getOWLObjectPropertyDomainAxiom(a.getProperty(), of(a.getDomain()));
    } else if (axiom instanceof OWLObjectPropertyRangeAxiom a) {
      return FACTORY.getOWLObjectPropertyRangeAxiom(a.getProperty(), of(a.getRange()));
    } else if (axiom instanceof OWLDataPropertyDomainAxiom a) {
      return FACTORY.getOWLDataPropertyDomainAxiom(a.getProperty(), of(a.getDomain()));
    } else if (axiom instanceof OWLDataPropertyRangeAxiom a) {
      return FACTORY.getOWLDataPropertyRangeAxiom(a.getProperty(), of(a.getRange()));
    } else if (axiom instanceof OWLDatatypeDefinitionAxiom a) {
      return FACTORY.getOWLDatatypeDefinitionAxiom(a.getDatatype(), of(a.getDataRange()));
    } else if (axiom instanceof OWLHasKeyAxiom a) {
      return FACTORY.getOWLHasKeyAxiom(
          of(a.getClassExpression()), a.propertyExpressions().collect(Collectors.toSet()));
    }
    return axiom;
  }

  /** An expression with the same instances. */
  static OWLClassExpression of(OWLClassExpression expression) {
    return expression.accept(VISITOR);
  }

  private static Set<OWLClassExpression> of(Stream<OWLClassExpression> operands) {
    return operands.map(Simplified::of).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public OWLClassExpression doDefault(Object expression) {
    return (OWLClassExpression) expression;
  }

  // ---- classes ----

  @Override
  public OWLClassExpression visit(OWLObjectComplementOf complement) {
    var operand = of(complement.getOperand());
    if (operand instanceof OWLObjectComplementOf inner) {
      return inner.getOperand();
    }
    return operand.equals(ALL) ? NONE : operand.equals(NONE) ? ALL : not(operand);
  }

  private static OWLClassExpression not(OWLClassExpression operand) {
    return FACTORY.getOWLObjectComplementOf(operand);
  }

  @Override
  public OWLClassExpression visit(OWLObjectUnionOf union) {
    var operands = of(union.operands());
    operands.remove(NONE);
    if (operands.contains(ALL) || operands.stream().anyMatch(o -> operands.contains(not(o)))) {
      return ALL;
    }
    return operands.isEmpty()
        ? NONE
        : operands.size() == 1 ? operands.iterator().next() : FACTORY.getOWLObjectUnionOf(operands);
  }

  @Override
  public OWLClassExpression visit(OWLObjectIntersectionOf intersection) {
    var operands = of(intersection.operands());
    operands.remove(ALL);
    if (operands.contains(NONE) || operands.stream().anyMatch(o -> operands.contains(not(o)))) {
      return NONE;
    }
    return operands.isEmpty()
        ? ALL
        : operands.size() == 1
            ? operands.iterator().next()
            : FACTORY.getOWLObjectIntersectionOf(operands);
  }

  @Override
  public OWLClassExpression visit(OWLObjectSomeValuesFrom some) {
    var filler = of(some.getFiller());
    return filler.equals(NONE) || empty(some.getProperty())
        ? NONE
        : FACTORY.getOWLObjectSomeValuesFrom(some.getProperty(), filler);
  }

  @Override
  public OWLClassExpression visit(OWLObjectAllValuesFrom all) {
    var filler = of(all.getFiller());
    return filler.equals(ALL) || empty(all.getProperty())
        ? ALL
        : FACTORY.getOWLObjectAllValuesFrom(all.getProperty(), filler);
  }

  @Override
  public OWLClassExpression visit(OWLObjectHasValue value) {
    return empty(value.getProperty()) ? NONE : value;
  }

  @Override
  public OWLClassExpression visit(OWLObjectHasSelf self) {
    return empty(self.getProperty()) ? NONE : self;
  }

  @Override
  public OWLClassExpression visit(OWLObjectMinCardinality min) {
    return min.getCardinality() == 0
        ? ALL
        : without(min)
            ? NONE
            : FACTORY.getOWLObjectMinCardinality(
                min.getCardinality(), min.getProperty(), of(min.getFiller()));
  }

  @Override
  public OWLClassExpression visit(OWLObjectMaxCardinality max) {
    return without(max)
        ? ALL
        : FACTORY.getOWLObjectMaxCardinality(
            max.getCardinality(), max.getProperty(), of(max.getFiller()));
  }

  @Override
  public OWLClassExpression visit(OWLObjectExactCardinality exact) {
    if (without(exact)) {
      return exact.getCardinality() == 0 ? ALL : NONE;
    }
    return FACTORY.getOWLObjectExactCardinality(
        exact.getCardinality(), exact.getProperty(), of(exact.getFiller()));
  }

  /** Whether nothing can be counted. */
  private static boolean without(OWLObjectCardinalityRestriction count) {
    return of(count.getFiller()).equals(NONE) || empty(count.getProperty());
  }

  private static boolean empty(OWLPropertyExpression property) {
    return property.isBottomEntity();
  }

  // ---- values ----

  @Override
  public OWLClassExpression visit(OWLDataSomeValuesFrom some) {
    var filler = of(some.getFiller());
    return filler.equals(NO_VALUES) || empty(some.getProperty())
        ? NONE
        : FACTORY.getOWLDataSomeValuesFrom(some.getProperty(), filler);
  }

  @Override
  public OWLClassExpression visit(OWLDataAllValuesFrom all) {
    var filler = of(all.getFiller());
    return filler.equals(ALL_VALUES) || empty(all.getProperty())
        ? ALL
        : FACTORY.getOWLDataAllValuesFrom(all.getProperty(), filler);
  }

  @Override
  public OWLClassExpression visit(OWLDataHasValue value) {
    return empty(value.getProperty()) ? NONE : value;
  }

  @Override
  public OWLClassExpression visit(OWLDataMinCardinality min) {
    return min.getCardinality() == 0
        ? ALL
        : without(min)
            ? NONE
            : FACTORY.getOWLDataMinCardinality(
                min.getCardinality(), min.getProperty(), of(min.getFiller()));
  }

  @Override
  public OWLClassExpression visit(OWLDataMaxCardinality max) {
    return without(max)
        ? ALL
        : FACTORY.getOWLDataMaxCardinality(
            max.getCardinality(), max.getProperty(), of(max.getFiller()));
  }

  @Override
  public OWLClassExpression visit(OWLDataExactCardinality exact) {
    if (without(exact)) {
      return exact.getCardinality() == 0 ? ALL : NONE;
    }
    return FACTORY.getOWLDataExactCardinality(
        exact.getCardinality(), exact.getProperty(), of(exact.getFiller()));
  }

  private static boolean without(OWLDataCardinalityRestriction count) {
    return of(count.getFiller()).equals(NO_VALUES) || empty(count.getProperty());
  }

  private static OWLDataRange of(OWLDataRange range) {
    if (range instanceof OWLDataComplementOf complement) {
      var operand = of(complement.getDataRange());
      return operand instanceof OWLDataComplementOf inner
          ? inner.getDataRange()
          : FACTORY.getOWLDataComplementOf(operand);
    } else if (range instanceof OWLDataUnionOf union) {
      var operands = union.operands().map(Simplified::of).collect(Collectors.toSet());
      operands.remove(NO_VALUES);
      return operands.contains(ALL_VALUES)
          ? ALL_VALUES
          : operands.isEmpty()
              ? NO_VALUES
              : operands.size() == 1
                  ? operands.iterator().next()
                  : FACTORY.getOWLDataUnionOf(operands);
    } else if (range instanceof OWLDataIntersectionOf intersection) {
      var operands = intersection.operands().map(Simplified::of).collect(Collectors.toSet());
      operands.remove(ALL_VALUES);
      return operands.contains(NO_VALUES)
          ? NO_VALUES
          : operands.isEmpty()
              ? ALL_VALUES
              : operands.size() == 1
                  ? operands.iterator().next()
                  : FACTORY.getOWLDataIntersectionOf(operands);
    }
    return range;
  }
}
