// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static io.github.entente.reason.Oracle.FACTORY;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLClassExpressionVisitorEx;
import org.semanticweb.owlapi.model.OWLDataPropertyDomainAxiom;
import org.semanticweb.owlapi.model.OWLDisjointClassesAxiom;
import org.semanticweb.owlapi.model.OWLDisjointUnionAxiom;
import org.semanticweb.owlapi.model.OWLEquivalentClassesAxiom;
import org.semanticweb.owlapi.model.OWLHasKeyAxiom;
import org.semanticweb.owlapi.model.OWLObjectAllValuesFrom;
import org.semanticweb.owlapi.model.OWLObjectComplementOf;
import org.semanticweb.owlapi.model.OWLObjectExactCardinality;
import org.semanticweb.owlapi.model.OWLObjectIntersectionOf;
import org.semanticweb.owlapi.model.OWLObjectMaxCardinality;
import org.semanticweb.owlapi.model.OWLObjectMinCardinality;
import org.semanticweb.owlapi.model.OWLObjectPropertyDomainAxiom;
import org.semanticweb.owlapi.model.OWLObjectPropertyRangeAxiom;
import org.semanticweb.owlapi.model.OWLObjectSomeValuesFrom;
import org.semanticweb.owlapi.model.OWLObjectUnionOf;
import org.semanticweb.owlapi.model.OWLSubClassOfAxiom;

/**
 * Axioms in which each part of an expression has a name, everything and nothing too: for oracles
 * where HermiT fails on a union of parts that are all nothing. It simplifies nothing, and so shares
 * no way of thought with what the product does there.
 */
public final class NamedParts implements OWLClassExpressionVisitorEx<OWLClassExpression> {
  private final Map<OWLClassExpression, OWLClass> names = new LinkedHashMap<>();
  private final List<OWLAxiom> definitions = new ArrayList<>();
  private int extremes;

  private NamedParts() {
    var all = fresh();
    var none = fresh();
    names.put(FACTORY.getOWLThing(), all);
    names.put(FACTORY.getOWLNothing(), none);
    definitions.add(FACTORY.getOWLSubClassOfAxiom(FACTORY.getOWLThing(), all));
    definitions.add(FACTORY.getOWLSubClassOfAxiom(none, all.getObjectComplementOf()));
  }

  /** Axioms that are consistent exactly where the given ones are. */
  public static List<OWLAxiom> of(Collection<? extends OWLAxiom> axioms) {
    var parts = new NamedParts();
    var result = axioms.stream().map(parts::axiom).collect(Collectors.toList());
    result.addAll(parts.definitions);
    return result;
  }

  private OWLClass fresh() {
    return FACTORY.getOWLClass(IRI.create("urn:test:extreme:" + extremes++));
  }

  private OWLClass name(OWLClassExpression part) {
    if (part instanceof OWLClass named && !names.containsKey(part)) {
      return named;
    }
    if (!names.containsKey(part)) {
      var inner = part.accept(this);
      var name = FACTORY.getOWLClass(IRI.create("urn:test:part:of:" + names.size()));
      names.put(part, name);
      definitions.add(FACTORY.getOWLSubClassOfAxiom(name, inner));
      definitions.add(FACTORY.getOWLSubClassOfAxiom(inner, name));
    }
    return names.get(part);
  }

  private OWLAxiom axiom(OWLAxiom axiom) {
    if (axiom instanceof OWLSubClassOfAxiom a) {
      return FACTORY.getOWLSubClassOfAxiom(name(a.getSubClass()), name(a.getSuperClass()));
    } else if (axiom instanceof OWLEquivalentClassesAxiom a) {
      return FACTORY.getOWLEquivalentClassesAxiom(a.classExpressions().map(this::name).toList());
    } else if (axiom instanceof OWLDisjointClassesAxiom a) {
      return FACTORY.getOWLDisjointClassesAxiom(a.classExpressions().map(this::name).toList());
    } else if (axiom instanceof OWLDisjointUnionAxiom a) {
      return FACTORY.getOWLDisjointUnionAxiom(
          name(a.getOWLClass()), a.classExpressions().map(this::name));
    } else if (axiom instanceof OWLClassAssertionAxiom a) {
      return FACTORY.getOWLClassAssertionAxiom(name(a.getClassExpression()), a.getIndividual());
    } else if (axiom instanceof OWLObjectPropertyDomainAxiom a) {
      return FACTORY.getOWLObjectPropertyDomainAxiom(a.getProperty(), name(a.getDomain()));
    } else if (axiom instanceof OWLObjectPropertyRangeAxiom a) {
      return FACTORY.getOWLObjectPropertyRangeAxiom(a.getProperty(), name(a.getRange()));
    } else if (axiom instanceof OWLDataPropertyDomainAxiom a) {
      return FACTORY.getOWLDataPropertyDomainAxiom(a.getProperty(), name(a.getDomain()));
    } else if (axiom instanceof OWLHasKeyAxiom a) {
      return FACTORY.getOWLHasKeyAxiom(
          name(a.getClassExpression()), a.propertyExpressions().collect(Collectors.toSet()));
    }
    return axiom;
  }

  @Override
  public OWLClassExpression doDefault(Object expression) {
    return (OWLClassExpression) expression;
  }

  @Override
  public OWLClassExpression visit(OWLObjectComplementOf e) {
    return name(e.getOperand()).getObjectComplementOf();
  }

  @Override
  public OWLClassExpression visit(OWLObjectUnionOf e) {
    return FACTORY.getOWLObjectUnionOf(e.operands().map(this::name).toList());
  }

  @Override
  public OWLClassExpression visit(OWLObjectIntersectionOf e) {
    return FACTORY.getOWLObjectIntersectionOf(e.operands().map(this::name).toList());
  }

  @Override
  public OWLClassExpression visit(OWLObjectSomeValuesFrom e) {
    return FACTORY.getOWLObjectSomeValuesFrom(e.getProperty(), name(e.getFiller()));
  }

  @Override
  public OWLClassExpression visit(OWLObjectAllValuesFrom e) {
    return FACTORY.getOWLObjectAllValuesFrom(e.getProperty(), name(e.getFiller()));
  }

  @Override
  public OWLClassExpression visit(OWLObjectMinCardinality e) {
    return FACTORY.getOWLObjectMinCardinality(
        e.getCardinality(), e.getProperty(), name(e.getFiller()));
  }

  @Override
  public OWLClassExpression visit(OWLObjectMaxCardinality e) {
    return FACTORY.getOWLObjectMaxCardinality(
        e.getCardinality(), e.getProperty(), name(e.getFiller()));
  }

  @Override
  public OWLClassExpression visit(OWLObjectExactCardinality e) {
    return FACTORY.getOWLObjectExactCardinality(
        e.getCardinality(), e.getProperty(), name(e.getFiller()));
  }
}
