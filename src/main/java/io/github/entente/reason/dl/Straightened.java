// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.dl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLDisjointUnionAxiom;
import org.semanticweb.owlapi.model.OWLEquivalentObjectPropertiesAxiom;
import org.semanticweb.owlapi.model.OWLInverseObjectPropertiesAxiom;
import org.semanticweb.owlapi.model.OWLNegativeObjectPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLObjectAllValuesFrom;
import org.semanticweb.owlapi.model.OWLObjectComplementOf;
import org.semanticweb.owlapi.model.OWLObjectExactCardinality;
import org.semanticweb.owlapi.model.OWLObjectHasValue;
import org.semanticweb.owlapi.model.OWLObjectIntersectionOf;
import org.semanticweb.owlapi.model.OWLObjectMaxCardinality;
import org.semanticweb.owlapi.model.OWLObjectMinCardinality;
import org.semanticweb.owlapi.model.OWLObjectProperty;
import org.semanticweb.owlapi.model.OWLObjectPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLObjectPropertyDomainAxiom;
import org.semanticweb.owlapi.model.OWLObjectPropertyExpression;
import org.semanticweb.owlapi.model.OWLObjectPropertyRangeAxiom;
import org.semanticweb.owlapi.model.OWLObjectRestriction;
import org.semanticweb.owlapi.model.OWLObjectSomeValuesFrom;
import org.semanticweb.owlapi.model.OWLObjectUnionOf;
import org.semanticweb.owlapi.model.OWLReflexiveObjectPropertyAxiom;
import org.semanticweb.owlapi.model.OWLSubClassOfAxiom;
import org.semanticweb.owlapi.model.OWLSubClassOfAxiomSetShortCut;
import org.semanticweb.owlapi.model.OWLSubObjectPropertyOfAxiom;
import org.semanticweb.owlapi.model.OWLSubPropertyChainOfAxiom;
import org.semanticweb.owlapi.model.OWLSymmetricObjectPropertyAxiom;
import org.semanticweb.owlapi.model.OWLTransitiveObjectPropertyAxiom;

/**
 * Axioms without inverses of properties that are above a chain, as consistent as those they are
 * made from. HermiT takes such inverses wrongly: what it says of consistency then depends on the
 * spelling of names, and is wrong both ways.
 *
 * <p>Where a property p is above a chain, another one stands for its inverse, above the chains read
 * backwards; nothing else links the two. What there is by a statement or an expression that asks
 * for a neighbour, is there by a third property below both, which is above no chain; what is said
 * of all neighbours is said by the first two. So the least properties that fulfil the axioms about
 * properties are inverse to each other, and whatever holds of all neighbours holds of theirs.
 * Axioms without such inverses stay as they are. Linear in the axioms.
 */
final class Straightened {
  private static final OWLDataFactory FACTORY = OWLManager.getOWLDataFactory();
  private static final String OWN = "urn:x-entente:stated:";
  private static final String BACK = "urn:x-entente:back:";

  private final Map<OWLObjectProperty, OWLObjectPropertyExpression> names = new LinkedHashMap<>();
  private final Set<OWLObjectProperty> composed = new HashSet<>();
  private final Set<OWLObjectProperty> symmetric = new HashSet<>();
  private final Set<OWLAxiom> result = new LinkedHashSet<>();

  private Straightened() {}

  /** Axioms that are consistent exactly where those given are. */
  static Collection<OWLAxiom> of(Collection<OWLAxiom> axioms) {
    var bent = new Straightened();
    try {
      return bent.needed(axioms) ? bent.straighten(axioms) : axioms;
    } catch (Unfit e) {
      return axioms;
    }
  }

  /** A chain of properties, or one, that is below another. */
  private record Inclusion(
      List<OWLObjectPropertyExpression> chain, OWLObjectPropertyExpression above) {
    Inclusion reversed() {
      var reverse = new ArrayList<OWLObjectPropertyExpression>();
      chain.forEach(part -> reverse.add(0, part.getInverseProperty()));
      return new Inclusion(reverse, above.getInverseProperty());
    }
  }

  /** The inclusions that an axiom about properties says. */
  private static List<Inclusion> inclusions(OWLAxiom axiom) {
    if (axiom instanceof OWLSubPropertyChainOfAxiom a) {
      return List.of(new Inclusion(a.getPropertyChain(), a.getSuperProperty()));
    } else if (axiom instanceof OWLSubObjectPropertyOfAxiom a) {
      return List.of(new Inclusion(List.of(a.getSubProperty()), a.getSuperProperty()));
    } else if (axiom instanceof OWLTransitiveObjectPropertyAxiom a) {
      return List.of(new Inclusion(List.of(a.getProperty(), a.getProperty()), a.getProperty()));
    } else if (axiom instanceof OWLSymmetricObjectPropertyAxiom a) {
      return List.of(new Inclusion(List.of(a.getProperty().getInverseProperty()), a.getProperty()));
    } else if (axiom instanceof OWLEquivalentObjectPropertiesAxiom a) {
      var all = a.operands().toList();
      var each = new ArrayList<Inclusion>();
      for (int i = 0; i < all.size(); i++) {
        each.add(new Inclusion(List.of(all.get(i)), all.get((i + 1) % all.size())));
      }
      return each;
    } else if (axiom instanceof OWLInverseObjectPropertiesAxiom a) {
      var one = a.getFirstProperty();
      var other = a.getSecondProperty().getInverseProperty();
      return List.of(new Inclusion(List.of(one), other), new Inclusion(List.of(other), one));
    }
    return List.of();
  }

  // ---- whether there is such an inverse ----

  /** The properties that are above a chain, or above such a property. */
  static Set<OWLObjectProperty> composed(Collection<? extends OWLAxiom> axioms) {
    var bent = new Straightened();
    bent.compose(axioms);
    return bent.composed;
  }

  private void compose(Collection<? extends OWLAxiom> axioms) {
    var all = axioms.stream().flatMap(axiom -> inclusions(axiom).stream()).toList();
    all.stream()
        .filter(inclusion -> inclusion.chain().size() > 1)
        .forEach(inclusion -> composed.add(inclusion.above().getNamedProperty()));
    int before = -1;
    while (composed.size() > before) {
      before = composed.size();
      all.stream()
          .filter(i -> i.chain().stream().anyMatch(p -> composed.contains(p.getNamedProperty())))
          .forEach(inclusion -> composed.add(inclusion.above().getNamedProperty()));
    }
    composed.removeIf(OWLObjectProperty::isBuiltIn);
  }

  private boolean needed(Collection<OWLAxiom> axioms) {
    compose(axioms);
    return !composed.isEmpty()
        && axioms.stream()
            .anyMatch(
                axiom ->
                    axiom instanceof OWLInverseObjectPropertiesAxiom && ofComposed(axiom)
                        || ofComposed(axiom) && hasInverse(axiom));
  }

  private boolean ofComposed(OWLAxiom axiom) {
    return axiom.objectPropertiesInSignature().anyMatch(composed::contains);
  }

  private boolean isInverse(OWLObjectPropertyExpression property) {
    return property.isAnonymous() && composed.contains(property.getNamedProperty());
  }

  private boolean hasInverse(OWLAxiom axiom) {
    return inclusions(axiom).stream()
            .anyMatch(i -> i.chain().stream().anyMatch(this::isInverse) || isInverse(i.above()))
        || axiom
            .nestedClassExpressions()
            .anyMatch(
                part ->
                    part instanceof OWLObjectRestriction restriction
                        && isInverse(restriction.getProperty()));
  }

  // ---- what takes their place ----

  private Collection<OWLAxiom> straighten(Collection<OWLAxiom> axioms) {
    var rest = new ArrayList<OWLAxiom>();
    for (var axiom : axioms) {
      if (!(axiom instanceof OWLInverseObjectPropertiesAxiom inverse)
          || !ofComposed(inverse)
          || !oneName(inverse)) {
        rest.add(axiom);
      }
    }
    rest.stream()
        .filter(OWLSymmetricObjectPropertyAxiom.class::isInstance)
        .forEach(
            axiom ->
                symmetric.add(
                    last(((OWLSymmetricObjectPropertyAxiom) axiom).getProperty())
                        .getNamedProperty()));
    composed.removeIf(names::containsKey);
    for (var property : composed) {
      var own = own(property);
      result.add(FACTORY.getOWLSubObjectPropertyOfAxiom(own, property));
      result.add(FACTORY.getOWLSubObjectPropertyOfAxiom(own.getInverseProperty(), back(property)));
    }
    rest.forEach(this::add);
    return result;
  }

  /** Gives the one property the name of the other, if that says no more than the axiom. */
  private boolean oneName(OWLInverseObjectPropertiesAxiom inverse) {
    var first = last(inverse.getFirstProperty());
    var second = last(inverse.getSecondProperty());
    var from = second.getNamedProperty();
    if (from.isBuiltIn() || first.getNamedProperty().isBuiltIn()) {
      return false;
    } else if (first.getNamedProperty().equals(from)) {
      return first.equals(second.getInverseProperty());
    }
    names.put(from, second.isAnonymous() ? first : first.getInverseProperty());
    composed.add(first.getNamedProperty());
    return true;
  }

  private OWLObjectPropertyExpression last(OWLObjectPropertyExpression property) {
    var other = names.get(property.getNamedProperty());
    if (other == null) {
      return property;
    }
    return last(property.isAnonymous() ? other.getInverseProperty() : other);
  }

  private static OWLObjectProperty own(OWLObjectProperty property) {
    return FACTORY.getOWLObjectProperty(IRI.create(OWN + property.getIRI()));
  }

  private OWLObjectProperty back(OWLObjectProperty property) {
    return symmetric.contains(property)
        ? property
        : FACTORY.getOWLObjectProperty(IRI.create(BACK + property.getIRI()));
  }

  /** The property of which it is said that there is a neighbour. */
  private OWLObjectPropertyExpression some(OWLObjectPropertyExpression property) {
    var one = last(property);
    if (!composed.contains(one.getNamedProperty())) {
      return one;
    }
    var own = own(one.getNamedProperty());
    return one.isAnonymous() ? own.getInverseProperty() : own;
  }

  /** The property of whose neighbours something is said. */
  private OWLObjectPropertyExpression all(OWLObjectPropertyExpression property) {
    var one = last(property);
    return isInverse(one) ? back(one.getNamedProperty()) : one;
  }

  private void add(OWLAxiom axiom) {
    if (!ofComposed(axiom) && axiom.objectPropertiesInSignature().noneMatch(names::containsKey)) {
      result.add(axiom);
      return;
    }
    var inclusions = inclusions(axiom);
    inclusions.forEach(this::add);
    if (!inclusions.isEmpty() || axiom.isOfType(AxiomType.DECLARATION)) {
      return;
    } else if (axiom instanceof OWLSubClassOfAxiom a) {
      var sub = of(a.getSubClass().getComplementNNF()).getComplementNNF();
      result.add(FACTORY.getOWLSubClassOfAxiom(sub, of(a.getSuperClass().getNNF())));
    } else if (axiom instanceof OWLSubClassOfAxiomSetShortCut a) {
      a.asOWLSubClassOfAxioms().forEach(this::add);
    } else if (axiom instanceof OWLDisjointUnionAxiom a) {
      add(a.getOWLEquivalentClassesAxiom());
      add(a.getOWLDisjointClassesAxiom());
    } else if (axiom instanceof OWLObjectPropertyDomainAxiom a) {
      var one = all(a.getProperty().getInverseProperty());
      result.add(FACTORY.getOWLObjectPropertyRangeAxiom(one, of(a.getDomain().getNNF())));
    } else if (axiom instanceof OWLObjectPropertyRangeAxiom a) {
      var one = all(a.getProperty());
      result.add(FACTORY.getOWLObjectPropertyRangeAxiom(one, of(a.getRange().getNNF())));
    } else if (axiom instanceof OWLClassAssertionAxiom a) {
      var type = of(a.getClassExpression().getNNF());
      result.add(FACTORY.getOWLClassAssertionAxiom(type, a.getIndividual()));
    } else if (axiom instanceof OWLObjectPropertyAssertionAxiom a) {
      var one = some(a.getProperty());
      result.add(
          FACTORY
              .getOWLObjectPropertyAssertionAxiom(one, a.getSubject(), a.getObject())
              .getSimplified());
    } else if (axiom instanceof OWLNegativeObjectPropertyAssertionAxiom a) {
      var one = all(a.getProperty());
      result.add(
          FACTORY.getOWLNegativeObjectPropertyAssertionAxiom(one, a.getSubject(), a.getObject()));
    } else if (axiom instanceof OWLReflexiveObjectPropertyAxiom a) {
      result.add(FACTORY.getOWLReflexiveObjectPropertyAxiom(some(a.getProperty())));
    } else {
      throw new Unfit();
    }
  }

  private void add(Inclusion inclusion) {
    var above = last(inclusion.above());
    var named = above.getNamedProperty();
    if (above.isOWLTopObjectProperty()) {
      return;
    } else if (!composed.contains(named)) {
      throw new Unfit();
    }
    var forward = above.isAnonymous() ? inclusion.reversed() : inclusion;
    said(forward.chain(), named);
    said(forward.reversed().chain(), back(named));
  }

  private void said(List<OWLObjectPropertyExpression> chain, OWLObjectProperty above) {
    var parts = chain.stream().map(this::all).toList();
    if (parts.size() > 1) {
      result.add(
          parts.stream().allMatch(above::equals) && parts.size() == 2
              ? FACTORY.getOWLTransitiveObjectPropertyAxiom(above)
              : FACTORY.getOWLSubPropertyChainOfAxiom(parts, above));
    } else if (!parts.get(0).equals(above)) {
      result.add(FACTORY.getOWLSubObjectPropertyOfAxiom(parts.get(0), above));
    }
  }

  /** There is something that this does not know to say. */
  private static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unfit() {
      super(null, null, false, false);
    }
  }

  // ---- expressions in negation normal form ----

  private OWLClassExpression of(OWLClassExpression expression) {
    if (expression
        .objectPropertiesInSignature()
        .noneMatch(p -> composed.contains(p) || names.containsKey(p))) {
      return expression;
    } else if (expression instanceof OWLObjectUnionOf e) {
      return FACTORY.getOWLObjectUnionOf(e.operands().map(this::of));
    } else if (expression instanceof OWLObjectIntersectionOf e) {
      return FACTORY.getOWLObjectIntersectionOf(e.operands().map(this::of));
    } else if (expression instanceof OWLObjectSomeValuesFrom e) {
      return FACTORY.getOWLObjectSomeValuesFrom(some(e.getProperty()), of(e.getFiller()));
    } else if (expression instanceof OWLObjectHasValue e) {
      return FACTORY.getOWLObjectHasValue(some(e.getProperty()), e.getFiller());
    } else if (expression instanceof OWLObjectAllValuesFrom e) {
      return FACTORY.getOWLObjectAllValuesFrom(all(e.getProperty()), of(e.getFiller()));
    } else if (expression instanceof OWLObjectMinCardinality e && simple(e.getProperty())) {
      return FACTORY.getOWLObjectMinCardinality(
          e.getCardinality(), e.getProperty(), of(e.getFiller()));
    } else if (expression instanceof OWLObjectMaxCardinality e && simple(e.getProperty())) {
      // what is not to be counted: the filler is under a negation
      var filler = of(e.getFiller().getComplementNNF()).getComplementNNF();
      return FACTORY.getOWLObjectMaxCardinality(e.getCardinality(), e.getProperty(), filler);
    } else if (expression instanceof OWLObjectExactCardinality e && simple(e.getProperty())) {
      return of(e.asIntersectionOfMinMax().getNNF());
    } else if (expression instanceof OWLObjectComplementOf e
        && e.getOperand() instanceof OWLObjectHasValue value) {
      var other = FACTORY.getOWLObjectOneOf(value.getFiller()).getObjectComplementOf();
      return FACTORY.getOWLObjectAllValuesFrom(all(value.getProperty()), other);
    }
    throw new Unfit();
  }

  private boolean simple(OWLObjectPropertyExpression property) {
    return !composed.contains(property.getNamedProperty())
        && !names.containsKey(property.getNamedProperty());
  }
}
