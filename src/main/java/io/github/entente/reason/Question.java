// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAsymmetricObjectPropertyAxiom;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLDataProperty;
import org.semanticweb.owlapi.model.OWLDataPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLDataPropertyDomainAxiom;
import org.semanticweb.owlapi.model.OWLDataPropertyRangeAxiom;
import org.semanticweb.owlapi.model.OWLDatatypeDefinitionAxiom;
import org.semanticweb.owlapi.model.OWLDifferentIndividualsAxiom;
import org.semanticweb.owlapi.model.OWLDisjointClassesAxiom;
import org.semanticweb.owlapi.model.OWLDisjointDataPropertiesAxiom;
import org.semanticweb.owlapi.model.OWLDisjointObjectPropertiesAxiom;
import org.semanticweb.owlapi.model.OWLDisjointUnionAxiom;
import org.semanticweb.owlapi.model.OWLEquivalentClassesAxiom;
import org.semanticweb.owlapi.model.OWLEquivalentDataPropertiesAxiom;
import org.semanticweb.owlapi.model.OWLEquivalentObjectPropertiesAxiom;
import org.semanticweb.owlapi.model.OWLFunctionalDataPropertyAxiom;
import org.semanticweb.owlapi.model.OWLFunctionalObjectPropertyAxiom;
import org.semanticweb.owlapi.model.OWLHasKeyAxiom;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLInverseFunctionalObjectPropertyAxiom;
import org.semanticweb.owlapi.model.OWLInverseObjectPropertiesAxiom;
import org.semanticweb.owlapi.model.OWLIrreflexiveObjectPropertyAxiom;
import org.semanticweb.owlapi.model.OWLLiteral;
import org.semanticweb.owlapi.model.OWLNegativeDataPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLNegativeObjectPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLObject;
import org.semanticweb.owlapi.model.OWLObjectInverseOf;
import org.semanticweb.owlapi.model.OWLObjectOneOf;
import org.semanticweb.owlapi.model.OWLObjectPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLObjectPropertyDomainAxiom;
import org.semanticweb.owlapi.model.OWLObjectPropertyExpression;
import org.semanticweb.owlapi.model.OWLObjectPropertyRangeAxiom;
import org.semanticweb.owlapi.model.OWLReflexiveObjectPropertyAxiom;
import org.semanticweb.owlapi.model.OWLSameIndividualAxiom;
import org.semanticweb.owlapi.model.OWLSubClassOfAxiom;
import org.semanticweb.owlapi.model.OWLSubDataPropertyOfAxiom;
import org.semanticweb.owlapi.model.OWLSubObjectPropertyOfAxiom;
import org.semanticweb.owlapi.model.OWLSubPropertyChainOfAxiom;
import org.semanticweb.owlapi.model.OWLSymmetricObjectPropertyAxiom;
import org.semanticweb.owlapi.model.OWLTransitiveObjectPropertyAxiom;

/**
 * Something that follows or not, in a form whose falsity a few facts about new individuals can say.
 * An axiom is one or several of them. OWL API's own axioms will not do: those over a set lose an
 * operand when two variables stand for the same, so that a class would be disjoint with itself.
 *
 * @param form what is asked
 * @param parts what it is asked of, as the form wants them
 */
record Question(Form form, List<OWLObject> parts) {
  private static final String FRESH = "urn:x-entente:fresh:";

  /** What can be asked. */
  enum Form {
    /** Is the second, an individual, in the first, a class? */
    MEMBER,
    /** Does the property relate the two individuals? */
    RELATED,
    /** Can the property not relate the two individuals? */
    UNRELATED,
    /** Is the first class included in the second? */
    INCLUDED,
    /** Is the chain of the properties from the second on included in the first? */
    CHAIN,
    /** Can no pair be in both object properties? */
    DISJOINT,
    /** Has nothing two values of the object property? */
    FUNCTIONAL,
    /** Does the object property relate everything to itself? */
    REFLEXIVE,
    /** Does the object property relate nothing to itself? */
    IRREFLEXIVE,
    /** Is the first data property included in the second? */
    DATA_INCLUDED,
    /** Have the two data properties no value in common? */
    DATA_DISJOINT,
    /** Has nothing two values of the data property? */
    DATA_FUNCTIONAL,
    /** Do values of the properties from the second on identify members of the first? */
    KEY
  }

  private static Question of(Form form, OWLObject... parts) {
    return new Question(form, List.of(parts));
  }

  static Question member(OWLClassExpression expression, OWLIndividual individual) {
    return of(Form.MEMBER, expression, individual);
  }

  static Question included(OWLClassExpression sub, OWLClassExpression sup) {
    return of(Form.INCLUDED, sub, sup);
  }

  OWLClassExpression expression(int part) {
    return (OWLClassExpression) parts.get(part);
  }

  private OWLObjectPropertyExpression property(int part) {
    return (OWLObjectPropertyExpression) parts.get(part);
  }

  private OWLIndividual individual(int part) {
    return (OWLIndividual) parts.get(part);
  }

  /** Whether individuals stand in it. */
  boolean hasIndividuals() {
    return parts.stream()
        .anyMatch(
            part ->
                part instanceof OWLIndividual
                    || part.individualsInSignature().findAny().isPresent());
  }

  /** What it asks as an axiom, where a model of the theory can tell that it does not follow. */
  Optional<OWLAxiom> asked(OWLDataFactory factory) {
    return switch (form) {
      case MEMBER -> Optional.of(factory.getOWLClassAssertionAxiom(expression(0), individual(1)));
      case RELATED ->
          Optional.of(
              factory.getOWLObjectPropertyAssertionAxiom(
                  property(0), individual(1), individual(2)));
      case INCLUDED -> Optional.of(factory.getOWLSubClassOfAxiom(expression(0), expression(1)));
      default -> Optional.empty();
    };
  }

  /** The same of other parts. */
  Question with(UnaryOperator<OWLObject> change) {
    return new Question(form, parts.stream().map(change).toList());
  }

  /** Whether it follows from nothing. */
  boolean trivial() {
    return form == Form.INCLUDED
            && (expression(0).isOWLNothing()
                || expression(1).isOWLThing()
                || expression(0).equals(expression(1)))
        || form == Form.MEMBER
            && (expression(0).isOWLThing()
                || expression(0) instanceof OWLObjectOneOf one
                    && one.individuals().anyMatch(parts.get(1)::equals))
        || (form == Form.CHAIN && parts.size() == 2 || form == Form.DATA_INCLUDED)
            && parts.get(0).equals(parts.get(1));
  }

  // ---- from axioms ----

  /** The questions that an axiom comes to; empty for axioms that cannot be asked about. */
  static Optional<List<Question>> of(OWLAxiom axiom, OWLDataFactory factory) {
    var questions = ofIndividuals(axiom, factory);
    if (questions.isEmpty()) {
      questions = ofClasses(axiom, factory);
    }
    if (questions.isEmpty()) {
      questions = ofObjectProperties(axiom);
    }
    if (questions.isEmpty()) {
      questions = ofDataProperties(axiom, factory);
    }
    return questions.isEmpty() ? Optional.empty() : Optional.of(questions);
  }

  private static List<Question> ofIndividuals(OWLAxiom axiom, OWLDataFactory factory) {
    if (axiom instanceof OWLClassAssertionAxiom type) {
      return List.of(member(type.getClassExpression(), type.getIndividual()));
    } else if (axiom instanceof OWLObjectPropertyAssertionAxiom pair) {
      return List.of(of(Form.RELATED, pair.getProperty(), pair.getSubject(), pair.getObject()));
    } else if (axiom instanceof OWLNegativeObjectPropertyAssertionAxiom pair) {
      return List.of(of(Form.UNRELATED, pair.getProperty(), pair.getSubject(), pair.getObject()));
    } else if (axiom instanceof OWLDataPropertyAssertionAxiom pair) {
      return List.of(
          member(
              factory.getOWLDataHasValue(pair.getProperty(), pair.getObject()), pair.getSubject()));
    } else if (axiom instanceof OWLNegativeDataPropertyAssertionAxiom pair) {
      return List.of(
          member(
              factory
                  .getOWLDataHasValue(pair.getProperty(), pair.getObject())
                  .getObjectComplementOf(),
              pair.getSubject()));
    } else if (axiom instanceof OWLSameIndividualAxiom same) {
      var list = same.getIndividualsAsList();
      return list.stream().map(one -> member(factory.getOWLObjectOneOf(one), list.get(0))).toList();
    } else if (axiom instanceof OWLDifferentIndividualsAxiom different) {
      return pairs(
          different.getIndividualsAsList(),
          (one, other) -> member(factory.getOWLObjectOneOf(other).getObjectComplementOf(), one));
    }
    return List.of();
  }

  private static List<Question> ofClasses(OWLAxiom axiom, OWLDataFactory factory) {
    if (axiom instanceof OWLSubClassOfAxiom inclusion) {
      return List.of(included(inclusion.getSubClass(), inclusion.getSuperClass()));
    } else if (axiom instanceof OWLEquivalentClassesAxiom equivalence) {
      return around(equivalence.getOperandsAsList(), Question::included);
    } else if (axiom instanceof OWLDisjointClassesAxiom disjoint) {
      return pairs(
          disjoint.getOperandsAsList(),
          (one, other) ->
              included(factory.getOWLObjectIntersectionOf(one, other), factory.getOWLNothing()));
    } else if (axiom instanceof OWLDisjointUnionAxiom union) {
      var questions =
          new ArrayList<Question>(
              pairs(
                  union.getOperandsAsList(),
                  (one, other) ->
                      included(
                          factory.getOWLObjectIntersectionOf(one, other),
                          factory.getOWLNothing())));
      var all = factory.getOWLObjectUnionOf(union.getOperandsAsList());
      questions.addAll(around(List.of(union.getOWLClass(), all), Question::included));
      return questions;
    } else if (axiom instanceof OWLObjectPropertyDomainAxiom domain) {
      var having = factory.getOWLObjectSomeValuesFrom(domain.getProperty(), factory.getOWLThing());
      return List.of(included(having, domain.getDomain()));
    } else if (axiom instanceof OWLObjectPropertyRangeAxiom range) {
      var being =
          factory.getOWLObjectSomeValuesFrom(
              range.getProperty().getInverseProperty(), factory.getOWLThing());
      return List.of(included(being, range.getRange()));
    } else if (axiom instanceof OWLDataPropertyDomainAxiom domain) {
      var having = factory.getOWLDataSomeValuesFrom(domain.getProperty(), factory.getTopDatatype());
      return List.of(included(having, domain.getDomain()));
    } else if (axiom instanceof OWLDataPropertyRangeAxiom range) {
      return List.of(
          included(
              factory.getOWLThing(),
              factory.getOWLDataAllValuesFrom(range.getProperty(), range.getRange())));
    } else if (axiom instanceof OWLDatatypeDefinitionAxiom definition) {
      // Values of a new property are anything: a thing has one in a range just in that case.
      var datum = factory.getOWLDataProperty(IRI.create(FRESH + "datum"));
      return around(
          List.of(
              factory.getOWLDataSomeValuesFrom(datum, definition.getDatatype()),
              factory.getOWLDataSomeValuesFrom(datum, definition.getDataRange())),
          Question::included);
    } else if (axiom instanceof OWLHasKeyAxiom key) {
      var parts = new ArrayList<OWLObject>(List.of(key.getClassExpression()));
      key.propertyExpressions().forEach(parts::add);
      return List.of(new Question(Form.KEY, List.copyOf(parts)));
    }
    return List.of();
  }

  private static List<Question> ofObjectProperties(OWLAxiom axiom) {
    if (axiom instanceof OWLSubObjectPropertyOfAxiom inclusion) {
      return List.of(of(Form.CHAIN, inclusion.getSuperProperty(), inclusion.getSubProperty()));
    } else if (axiom instanceof OWLSubPropertyChainOfAxiom chain) {
      var parts = new ArrayList<OWLObject>(List.of(chain.getSuperProperty()));
      parts.addAll(chain.getPropertyChain());
      return List.of(new Question(Form.CHAIN, List.copyOf(parts)));
    } else if (axiom instanceof OWLEquivalentObjectPropertiesAxiom equivalence) {
      return around(equivalence.getOperandsAsList(), (one, other) -> of(Form.CHAIN, one, other));
    } else if (axiom instanceof OWLDisjointObjectPropertiesAxiom disjoint) {
      return pairs(disjoint.getOperandsAsList(), (one, other) -> of(Form.DISJOINT, one, other));
    } else if (axiom instanceof OWLInverseObjectPropertiesAxiom inverse) {
      var first = inverse.getFirstProperty();
      var second = inverse.getSecondProperty();
      return List.of(
          of(Form.CHAIN, second.getInverseProperty(), first),
          of(Form.CHAIN, first.getInverseProperty(), second));
    } else if (axiom instanceof OWLFunctionalObjectPropertyAxiom functional) {
      return List.of(of(Form.FUNCTIONAL, functional.getProperty()));
    } else if (axiom instanceof OWLInverseFunctionalObjectPropertyAxiom functional) {
      return List.of(of(Form.FUNCTIONAL, functional.getProperty().getInverseProperty()));
    } else if (axiom instanceof OWLTransitiveObjectPropertyAxiom transitive) {
      var property = transitive.getProperty();
      return List.of(of(Form.CHAIN, property, property, property));
    } else if (axiom instanceof OWLSymmetricObjectPropertyAxiom symmetric) {
      var property = symmetric.getProperty();
      return List.of(of(Form.CHAIN, property, property.getInverseProperty()));
    } else if (axiom instanceof OWLAsymmetricObjectPropertyAxiom asymmetric) {
      var property = asymmetric.getProperty();
      return List.of(of(Form.DISJOINT, property, property.getInverseProperty()));
    } else if (axiom instanceof OWLReflexiveObjectPropertyAxiom reflexive) {
      return List.of(of(Form.REFLEXIVE, reflexive.getProperty()));
    } else if (axiom instanceof OWLIrreflexiveObjectPropertyAxiom irreflexive) {
      return List.of(of(Form.IRREFLEXIVE, irreflexive.getProperty()));
    }
    return List.of();
  }

  private static List<Question> ofDataProperties(OWLAxiom axiom, OWLDataFactory factory) {
    if (axiom instanceof OWLSubDataPropertyOfAxiom inclusion) {
      return List.of(
          of(Form.DATA_INCLUDED, inclusion.getSubProperty(), inclusion.getSuperProperty()));
    } else if (axiom instanceof OWLEquivalentDataPropertiesAxiom equivalence) {
      return around(
          equivalence.getOperandsAsList(), (one, other) -> of(Form.DATA_INCLUDED, one, other));
    } else if (axiom instanceof OWLDisjointDataPropertiesAxiom disjoint) {
      return pairs(
          disjoint.getOperandsAsList(), (one, other) -> of(Form.DATA_DISJOINT, one, other));
    } else if (axiom instanceof OWLFunctionalDataPropertyAxiom functional) {
      return List.of(of(Form.DATA_FUNCTIONAL, functional.getProperty()));
    }
    return List.of();
  }

  private interface Pairing<T> {
    Question of(T one, T other);
  }

  private static <T> List<Question> pairs(List<? extends T> operands, Pairing<T> pairing) {
    if (operands.size() == 1) {
      return List.of(pairing.of(operands.get(0), operands.get(0)));
    }
    var questions = new ArrayList<Question>();
    for (int i = 0; i < operands.size(); i++) {
      for (int j = i + 1; j < operands.size(); j++) {
        questions.add(pairing.of(operands.get(i), operands.get(j)));
      }
    }
    return questions;
  }

  /** Each with the next, and the last with the first. */
  private static <T> List<Question> around(List<? extends T> operands, Pairing<T> pairing) {
    var questions = new ArrayList<Question>();
    for (int i = 0; i < operands.size(); i++) {
      questions.add(pairing.of(operands.get(i), operands.get((i + 1) % operands.size())));
    }
    return questions;
  }

  // ---- what is so when it does not follow ----

  /**
   * Axioms that are consistent with a theory if and only if it does not follow from it. New
   * individuals are anonymous, as keys hold of named ones only; what makes a data value is a new
   * property below the given ones.
   *
   * @param number of this question, by which what is new in it differs from others'
   */
  Stream<OWLAxiom> negated(OWLDataFactory factory, int number) {
    return switch (form) {
      case MEMBER ->
          Stream.of(
              factory.getOWLClassAssertionAxiom(
                  expression(0).getObjectComplementOf(), individual(1)));
      case RELATED -> Stream.of(unrelated(factory, property(0), individual(1), individual(2)));
      case UNRELATED -> Stream.of(related(factory, property(0), individual(1), individual(2)));
      case INCLUDED ->
          Stream.of(
              factory.getOWLClassAssertionAxiom(expression(0), fresh(factory, number, 0)),
              factory.getOWLClassAssertionAxiom(
                  expression(1).getObjectComplementOf(), fresh(factory, number, 0)));
      case CHAIN -> {
        var axioms = new ArrayList<OWLAxiom>();
        for (int i = 1; i < parts.size(); i++) {
          axioms.add(
              related(
                  factory, property(i), fresh(factory, number, i - 1), fresh(factory, number, i)));
        }
        yield Stream.concat(axioms.stream(), apart(factory, number, 0, parts.size() - 1));
      }
      case DISJOINT ->
          Stream.of(
              related(factory, property(0), fresh(factory, number, 0), fresh(factory, number, 1)),
              related(factory, property(1), fresh(factory, number, 0), fresh(factory, number, 1)));
      case FUNCTIONAL ->
          Stream.of(
              related(factory, property(0), fresh(factory, number, 0), fresh(factory, number, 1)),
              related(factory, property(0), fresh(factory, number, 0), fresh(factory, number, 2)),
              factory.getOWLClassAssertionAxiom(mark(factory, number), fresh(factory, number, 1)),
              factory.getOWLClassAssertionAxiom(
                  mark(factory, number).getObjectComplementOf(), fresh(factory, number, 2)));
      case REFLEXIVE -> apart(factory, number, 0, 0);
      case IRREFLEXIVE ->
          Stream.of(
              related(factory, property(0), fresh(factory, number, 0), fresh(factory, number, 0)));
      case DATA_INCLUDED -> {
        var value = value(factory, number, 0);
        yield Stream.of(
            having(factory, number, value),
            factory.getOWLSubDataPropertyOfAxiom(value, (OWLDataProperty) parts.get(0)),
            factory.getOWLDisjointDataPropertiesAxiom(value, (OWLDataProperty) parts.get(1)));
      }
      case DATA_DISJOINT -> {
        var value = value(factory, number, 0);
        yield Stream.of(
            having(factory, number, value),
            factory.getOWLSubDataPropertyOfAxiom(value, (OWLDataProperty) parts.get(0)),
            factory.getOWLSubDataPropertyOfAxiom(value, (OWLDataProperty) parts.get(1)));
      }
      case DATA_FUNCTIONAL -> {
        var one = value(factory, number, 0);
        var other = value(factory, number, 1);
        yield Stream.of(
            having(factory, number, one),
            having(factory, number, other),
            factory.getOWLSubDataPropertyOfAxiom(one, (OWLDataProperty) parts.get(0)),
            factory.getOWLSubDataPropertyOfAxiom(other, (OWLDataProperty) parts.get(0)),
            factory.getOWLDisjointDataPropertiesAxiom(one, other));
      }
      case KEY -> violated(factory, number, Map.of());
    };
  }

  /**
   * Two new individuals that a key ought to make one.
   *
   * @param values what they share of each data property of the key
   */
  Stream<OWLAxiom> violated(OWLDataFactory factory, int number, Map<OWLObject, OWLLiteral> values) {
    var one = factory.getOWLNamedIndividual(IRI.create(FRESH + number + "one"));
    var other = factory.getOWLNamedIndividual(IRI.create(FRESH + number + "other"));
    var axioms = new ArrayList<OWLAxiom>();
    axioms.add(factory.getOWLClassAssertionAxiom(expression(0), one));
    axioms.add(factory.getOWLClassAssertionAxiom(expression(0), other));
    axioms.add(factory.getOWLDifferentIndividualsAxiom(one, other));
    for (int i = 1; i < parts.size(); i++) {
      if (parts.get(i) instanceof OWLDataProperty property) {
        var value = values.get(property);
        axioms.add(factory.getOWLDataPropertyAssertionAxiom(property, one, value));
        axioms.add(factory.getOWLDataPropertyAssertionAxiom(property, other, value));
      } else {
        var shared = factory.getOWLNamedIndividual(IRI.create(FRESH + number + "value" + i));
        axioms.add(related(factory, property(i), one, shared));
        axioms.add(related(factory, property(i), other, shared));
      }
    }
    return axioms.stream();
  }

  private static OWLIndividual fresh(OWLDataFactory factory, int number, int index) {
    return factory.getOWLAnonymousIndividual("_:fresh" + number + "x" + index);
  }

  /** A new class. HermiT takes no difference and no negative fact of anonymous individuals. */
  private static OWLClass mark(OWLDataFactory factory, int number) {
    return factory.getOWLClass(IRI.create(FRESH + number + "mark"));
  }

  /** That the first property does not relate two new individuals: the other one is marked. */
  private Stream<OWLAxiom> apart(OWLDataFactory factory, int number, int one, int other) {
    var mark = mark(factory, number);
    return Stream.of(
        factory.getOWLClassAssertionAxiom(mark, fresh(factory, number, other)),
        factory.getOWLClassAssertionAxiom(
            factory.getOWLObjectAllValuesFrom(property(0), mark.getObjectComplementOf()),
            fresh(factory, number, one)));
  }

  private static OWLDataProperty value(OWLDataFactory factory, int number, int index) {
    return factory.getOWLDataProperty(IRI.create(FRESH + number + "value" + index));
  }

  private static OWLAxiom having(OWLDataFactory factory, int number, OWLDataProperty property) {
    return factory.getOWLClassAssertionAxiom(
        factory.getOWLDataSomeValuesFrom(property, factory.getTopDatatype()),
        fresh(factory, number, 0));
  }

  private static OWLAxiom related(
      OWLDataFactory factory,
      OWLObjectPropertyExpression property,
      OWLIndividual one,
      OWLIndividual other) {
    return property instanceof OWLObjectInverseOf inverse
        ? related(factory, inverse.getInverse(), other, one)
        : factory.getOWLObjectPropertyAssertionAxiom(property, one, other);
  }

  private static OWLAxiom unrelated(
      OWLDataFactory factory,
      OWLObjectPropertyExpression property,
      OWLIndividual one,
      OWLIndividual other) {
    return property instanceof OWLObjectInverseOf inverse
        ? unrelated(factory, inverse.getInverse(), other, one)
        : factory.getOWLNegativeObjectPropertyAssertionAxiom(property, one, other);
  }
}
