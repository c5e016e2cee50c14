// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLDataPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLDifferentIndividualsAxiom;
import org.semanticweb.owlapi.model.OWLDisjointClassesAxiom;
import org.semanticweb.owlapi.model.OWLEquivalentClassesAxiom;
import org.semanticweb.owlapi.model.OWLEquivalentObjectPropertiesAxiom;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLObjectPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLObjectPropertyDomainAxiom;
import org.semanticweb.owlapi.model.OWLObjectPropertyExpression;
import org.semanticweb.owlapi.model.OWLObjectPropertyRangeAxiom;
import org.semanticweb.owlapi.model.OWLSameIndividualAxiom;
import org.semanticweb.owlapi.model.OWLSubClassOfAxiom;
import org.semanticweb.owlapi.model.OWLSubObjectPropertyOfAxiom;

/**
 * One thing to be shown of axioms: that with what is assumed a fact follows, or where there is none
 * a contradiction. Equally: that they are inconsistent with what refutes it.
 *
 * @param assumed axioms about samples that stand for anything
 * @param fact the fact that is to follow; empty for a contradiction
 * @param refuting axioms that say that it is not so, what is assumed among them
 */
record Goal(List<OWLAxiom> assumed, Optional<OWLAxiom> fact, List<OWLAxiom> refuting) {
  private static final String SAMPLE = "urn:x-entente:sample:";

  /** That the axioms are inconsistent by themselves. */
  static final Goal CONTRADICTION = new Goal(List.of(), Optional.empty(), List.of());

  Goal {
    assumed = List.copyOf(assumed);
    refuting = List.copyOf(refuting);
  }

  /** What is to be shown so that an axiom follows; empty for kinds that are not explained. */
  static Optional<List<Goal>> of(OWLAxiom axiom, OWLDataFactory f) {
    if (axiom instanceof OWLClassAssertionAxiom type) {
      return one(type(type.getClassExpression(), type.getIndividual(), List.of(), f));
    } else if (axiom instanceof OWLObjectPropertyAssertionAxiom value) {
      return one(value(value, List.of(), f));
    } else if (axiom instanceof OWLDataPropertyAssertionAxiom value) {
      var not =
          f.getOWLNegativeDataPropertyAssertionAxiom(
              value.getProperty(), value.getSubject(), value.getObject());
      return one(new Goal(List.of(), Optional.of(value), List.of(not)));
    } else if (axiom instanceof OWLSameIndividualAxiom same) {
      var not = f.getOWLDifferentIndividualsAxiom(same.getIndividualsAsList());
      return one(new Goal(List.of(), Optional.of(same), List.of(not)));
    } else if (axiom instanceof OWLDifferentIndividualsAxiom different) {
      return pairs(
          different.getIndividualsAsList(),
          (a, b) -> impossible(f.getOWLSameIndividualAxiom(a, b)));
    } else if (axiom instanceof OWLSubClassOfAxiom included) {
      return one(included(included.getSubClass(), included.getSuperClass(), f));
    } else if (axiom instanceof OWLEquivalentClassesAxiom same) {
      return pairs(
          same.getOperandsAsList(), (a, b) -> included(a, b, f), (a, b) -> included(b, a, f));
    } else if (axiom instanceof OWLDisjointClassesAxiom apart) {
      var x = sample("1", f);
      return pairs(
          apart.getOperandsAsList(),
          (a, b) ->
              impossible(f.getOWLClassAssertionAxiom(a, x), f.getOWLClassAssertionAxiom(b, x)));
    } else if (axiom instanceof OWLSubObjectPropertyOfAxiom sub) {
      return one(included(sub.getSubProperty(), sub.getSuperProperty(), f));
    } else if (axiom instanceof OWLEquivalentObjectPropertiesAxiom same) {
      return pairs(
          same.getOperandsAsList(), (a, b) -> included(a, b, f), (a, b) -> included(b, a, f));
    } else if (axiom instanceof OWLObjectPropertyDomainAxiom domain) {
      return one(
          type(
              domain.getDomain(),
              sample("1", f),
              List.of(
                  f.getOWLObjectPropertyAssertionAxiom(
                      domain.getProperty(), sample("1", f), sample("2", f))),
              f));
    } else if (axiom instanceof OWLObjectPropertyRangeAxiom range) {
      return one(
          type(
              range.getRange(),
              sample("2", f),
              List.of(
                  f.getOWLObjectPropertyAssertionAxiom(
                      range.getProperty(), sample("1", f), sample("2", f))),
              f));
    }
    return Optional.empty();
  }

  private static Optional<List<Goal>> one(Goal goal) {
    return Optional.of(List.of(goal));
  }

  private interface OfTwo<T> {
    Goal of(T one, T other);
  }

  @SafeVarargs
  private static <T> Optional<List<Goal>> pairs(List<T> operands, OfTwo<T>... goals) {
    var all = new ArrayList<Goal>();
    for (int i = 0; i < operands.size(); i++) {
      for (int j = i + 1; j < operands.size(); j++) {
        for (var goal : goals) {
          all.add(goal.of(operands.get(i), operands.get(j)));
        }
      }
    }
    return Optional.of(all);
  }

  private static OWLIndividual sample(String number, OWLDataFactory factory) {
    return factory.getOWLNamedIndividual(IRI.create(SAMPLE + number));
  }

  /** Whether an individual stands for anything. */
  static boolean isSample(OWLIndividual individual) {
    return individual.isNamed() && individual.toStringID().startsWith(SAMPLE);
  }

  /** Whether a class is the name given to a nameless one. */
  static boolean isSample(OWLClass named) {
    return named.toStringID().startsWith(SAMPLE);
  }

  private static Goal impossible(OWLAxiom... assumed) {
    return new Goal(List.of(assumed), Optional.empty(), List.of(assumed));
  }

  private static Goal included(OWLClassExpression sub, OWLClassExpression sup, OWLDataFactory f) {
    var x = sample("1", f);
    List<OWLAxiom> assumed =
        sub.isOWLThing() ? List.of() : List.of(f.getOWLClassAssertionAxiom(sub, x));
    return sup.isOWLNothing()
        ? new Goal(assumed, Optional.empty(), assumed)
        : type(sup, x, assumed, f);
  }

  private static Goal included(
      OWLObjectPropertyExpression sub, OWLObjectPropertyExpression sup, OWLDataFactory f) {
    var one = sample("1", f);
    var other = sample("2", f);
    return value(
        f.getOWLObjectPropertyAssertionAxiom(sup, one, other),
        List.of(f.getOWLObjectPropertyAssertionAxiom(sub, one, other)),
        f);
  }

  private static Goal value(
      OWLObjectPropertyAssertionAxiom value, List<OWLAxiom> assumed, OWLDataFactory f) {
    var plain = value.getSimplified();
    var not =
        f.getOWLNegativeObjectPropertyAssertionAxiom(
            plain.getProperty(), plain.getSubject(), plain.getObject());
    return new Goal(assumed, Optional.of(plain), with(assumed, not));
  }

  /** A nameless class gets a name of its own, so that rules can conclude it. */
  private static Goal type(
      OWLClassExpression expression,
      OWLIndividual individual,
      List<OWLAxiom> assumed,
      OWLDataFactory f) {
    var not = f.getOWLClassAssertionAxiom(expression.getObjectComplementOf(), individual);
    if (!expression.isAnonymous()) {
      return new Goal(
          assumed,
          Optional.of(f.getOWLClassAssertionAxiom(expression, individual)),
          with(assumed, not));
    }
    var name = f.getOWLClass(IRI.create(SAMPLE + "class"));
    return new Goal(
        with(assumed, f.getOWLSubClassOfAxiom(expression, name)),
        Optional.of(f.getOWLClassAssertionAxiom(name, individual)),
        with(assumed, not));
  }

  private static List<OWLAxiom> with(List<OWLAxiom> axioms, OWLAxiom more) {
    return Stream.concat(axioms.stream(), Stream.of(more)).toList();
  }
}
