// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.semanticweb.owlapi.model.*;

/** Class expressions as they are written in a query. */
final class Spelling {
  private final Optional<OWLClass> opened;

  private Spelling(Optional<OWLClass> opened) {
    this.opened = opened;
  }

  /** The expression, with the variable ?c for a class. */
  static String of(OWLClassExpression expression, Optional<OWLClass> opened) {
    return new Spelling(opened).of(expression);
  }

  private String of(OWLClassExpression expression) {
    if (expression instanceof OWLClass named) {
      return opened.filter(named::equals).isPresent() ? "?c" : iri(named);
    } else if (expression instanceof OWLObjectIntersectionOf and) {
      return "[ owl:intersectionOf " + list(and.operands().map(this::of)) + " ]";
    } else if (expression instanceof OWLObjectUnionOf or) {
      return "[ a owl:Class ; owl:unionOf " + list(or.operands().map(this::of)) + " ]";
    } else if (expression instanceof OWLObjectComplementOf not) {
      return "[ owl:complementOf " + of(not.getOperand()) + " ]";
    } else if (expression instanceof OWLObjectOneOf one) {
      return "[ a owl:Class ; owl:oneOf " + list(one.individuals().map(Spelling::of)) + " ]";
    } else if (expression instanceof OWLObjectSomeValuesFrom some) {
      return restriction(some.getProperty(), "owl:someValuesFrom " + of(some.getFiller()));
    } else if (expression instanceof OWLObjectAllValuesFrom all) {
      return restriction(all.getProperty(), "owl:allValuesFrom " + of(all.getFiller()));
    } else if (expression instanceof OWLObjectHasValue value) {
      return restriction(value.getProperty(), "owl:hasValue " + of(value.getFiller()));
    } else if (expression instanceof OWLObjectHasSelf self) {
      return restriction(self.getProperty(), "owl:hasSelf true");
    } else if (expression instanceof OWLObjectMinCardinality min) {
      return restriction(min.getProperty(), counted("min", min, of(min.getFiller())));
    } else if (expression instanceof OWLObjectMaxCardinality max) {
      return restriction(max.getProperty(), counted("max", max, of(max.getFiller())));
    } else if (expression instanceof OWLObjectExactCardinality exact) {
      return restriction(exact.getProperty(), counted("", exact, of(exact.getFiller())));
    } else if (expression instanceof OWLDataHasValue value) {
      return restriction(value.getProperty(), "owl:hasValue " + of(value.getFiller()));
    } else if (expression instanceof OWLDataSomeValuesFrom some) {
      return restriction(some.getProperty(), "owl:someValuesFrom " + of(some.getFiller()));
    } else if (expression instanceof OWLDataAllValuesFrom all) {
      return restriction(all.getProperty(), "owl:allValuesFrom " + of(all.getFiller()));
    } else if (expression instanceof OWLDataMaxCardinality max) {
      return restriction(max.getProperty(), "owl:maxCardinality " + number(max.getCardinality()));
    }
    throw new IllegalArgumentException("no spelling of " + expression);
  }

  private static String counted(String kind, OWLCardinalityRestriction<?> count, String filler) {
    String word = kind.isEmpty() ? "qualifiedCardinality" : kind + "QualifiedCardinality";
    return "owl:" + word + " " + number(count.getCardinality()) + " ; owl:onClass " + filler;
  }

  private static String number(int cardinality) {
    return "\"" + cardinality + "\"^^xsd:nonNegativeInteger";
  }

  private static String restriction(OWLPropertyExpression property, String rest) {
    String on =
        property instanceof OWLObjectInverseOf inverse
            ? "[ owl:inverseOf " + iri((OWLEntity) inverse.getInverse()) + " ]"
            : iri((OWLEntity) property);
    return "[ a owl:Restriction ; owl:onProperty " + on + " ; " + rest + " ]";
  }

  private static String of(OWLDataRange range) {
    return range instanceof OWLDataOneOf one
        ? "[ a rdfs:Datatype ; owl:oneOf " + list(one.values().map(Spelling::of)) + " ]"
        : iri((OWLDatatype) range);
  }

  private static String of(OWLIndividual individual) {
    return iri((OWLEntity) individual);
  }

  private static String of(OWLLiteral literal) {
    return "\"" + literal.getLiteral() + "\"^^" + iri(literal.getDatatype());
  }

  private static String iri(OWLEntity entity) {
    return entity.getIRI().toQuotedString();
  }

  private static String list(Stream<String> members) {
    return members.collect(Collectors.joining(" ", "( ", " )"));
  }
}
