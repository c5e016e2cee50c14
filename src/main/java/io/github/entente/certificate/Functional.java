// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.semanticweb.owlapi.model.*;
import org.semanticweb.owlapi.vocab.OWLFacet;

/**
 * Reads facts, and the expressions in them, from the functional-style syntax with full IRIs; the
 * names of owl, rdf, rdfs and xsd may have their usual prefixes. It is what OWL API writes for one
 * axiom. For use by one thread.
 *
 * @see <a href="https://www.w3.org/TR/owl2-syntax/">OWL 2 Structural Specification and
 *     Functional-Style Syntax</a>
 */
final class Functional {
  private static final Map<String, String> PREFIXES =
      Map.of(
          "owl", "http://www.w3.org/2002/07/owl#",
          "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
          "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
          "xsd", "http://www.w3.org/2001/XMLSchema#");

  private final OWLDataFactory factory;
  private String text;
  private int at;

  Functional(OWLDataFactory factory) {
    this.factory = factory;
  }

  /**
   * A fact.
   *
   * @throws EntenteException BAD_CERTIFICATE where the text is none
   */
  OWLAxiom fact(String written) {
    return whole(written, this::fact);
  }

  OWLIndividual individual(String written) {
    return whole(written, this::individual);
  }

  OWLLiteral literal(String written) {
    return whole(written, this::literal);
  }

  /** An IRI in angle brackets or with a usual prefix. */
  IRI iri(String written) {
    return whole(written, this::iri);
  }

  private <T> T whole(String written, Supplier<T> part) {
    text = written;
    at = 0;
    try {
      var result = part.get();
      skip();
      if (at < text.length()) {
        throw bad("an end");
      }
      return result;
    } catch (IndexOutOfBoundsException e) {
      throw bad("more");
    }
  }

  private EntenteException bad(String wanted) {
    return new EntenteException(
        ErrorCode.BAD_CERTIFICATE, "'" + text + "' wants " + wanted + " at place " + at + ".");
  }

  // ---- tokens ----

  private void skip() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean next(char wanted) {
    skip();
    return at < text.length() && text.charAt(at) == wanted;
  }

  private void expect(char wanted) {
    if (!next(wanted)) {
      throw bad("'" + wanted + "'");
    }
    at++;
  }

  private String word() {
    skip();
    int start = at;
    while (at < text.length() && " ()<>\"^\t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private int number() {
    String digits = word();
    if (!digits.matches("\\d{1,9}")) {
      throw bad("a number");
    }
    return Integer.parseInt(digits);
  }

  private IRI iri() {
    if (next('<')) {
      int end = text.indexOf('>', at);
      if (end < 0) {
        throw bad("'>'");
      }
      var iri = IRI.create(text.substring(at + 1, end));
      at = end + 1;
      return iri;
    }
    String name = word();
    int colon = name.indexOf(':');
    String namespace = colon < 0 ? null : PREFIXES.get(name.substring(0, colon));
    if (namespace == null) {
      throw bad("an IRI");
    }
    return IRI.create(namespace + name.substring(colon + 1));
  }

  private OWLLiteral literal() {
    expect('"');
    var form = new StringBuilder();
    while (text.charAt(at) != '"') {
      if (text.charAt(at) == '\\') {
        at++;
      }
      form.append(text.charAt(at++));
    }
    at++;
    if (at < text.length() && text.charAt(at) == '@') {
      at++;
      return factory.getOWLLiteral(form.toString(), word());
    } else if (at < text.length() && text.charAt(at) == '^') {
      at += 2;
      return factory.getOWLLiteral(form.toString(), factory.getOWLDatatype(iri()));
    }
    return factory.getOWLLiteral(form.toString());
  }

  private OWLIndividual individual() {
    if (next('_')) {
      return factory.getOWLAnonymousIndividual(word());
    }
    return factory.getOWLNamedIndividual(iri());
  }

  private OWLObjectPropertyExpression property() {
    int start = at;
    if (!next('<') && word().equals("ObjectInverseOf")) {
      expect('(');
      var named = factory.getOWLObjectProperty(iri());
      expect(')');
      return factory.getOWLObjectInverseOf(named);
    }
    at = start;
    return factory.getOWLObjectProperty(iri());
  }

  private OWLDataProperty data() {
    return factory.getOWLDataProperty(iri());
  }

  private <T> List<T> rest(Supplier<T> part) {
    var all = new ArrayList<T>();
    while (!next(')')) {
      all.add(part.get());
    }
    return all;
  }

  // ---- structures ----

  private OWLAxiom fact() {
    String kind = word();
    expect('(');
    OWLAxiom fact =
        switch (kind) {
          case "ClassAssertion" -> factory.getOWLClassAssertionAxiom(expression(), individual());
          case "ObjectPropertyAssertion" ->
              factory.getOWLObjectPropertyAssertionAxiom(property(), individual(), individual());
          case "DataPropertyAssertion" ->
              factory.getOWLDataPropertyAssertionAxiom(data(), individual(), literal());
          case "SameIndividual" -> factory.getOWLSameIndividualAxiom(rest(this::individual));
          default -> throw bad("a fact");
        };
    expect(')');
    return fact;
  }

  private OWLClassExpression expression() {
    int start = at;
    if (next('<')) {
      return factory.getOWLClass(iri());
    }
    String kind = word();
    if (!next('(')) {
      at = start;
      return factory.getOWLClass(iri());
    }
    expect('(');
    var result = kind.startsWith("Data") ? restriction(kind) : expression(kind);
    expect(')');
    return result;
  }

  private OWLClassExpression expression(String kind) {
    return switch (kind) {
      case "ObjectIntersectionOf" -> factory.getOWLObjectIntersectionOf(rest(this::expression));
      case "ObjectUnionOf" -> factory.getOWLObjectUnionOf(rest(this::expression));
      case "ObjectComplementOf" -> factory.getOWLObjectComplementOf(expression());
      case "ObjectOneOf" -> factory.getOWLObjectOneOf(rest(this::individual).stream());
      case "ObjectSomeValuesFrom" -> factory.getOWLObjectSomeValuesFrom(property(), expression());
      case "ObjectAllValuesFrom" -> factory.getOWLObjectAllValuesFrom(property(), expression());
      case "ObjectHasValue" -> factory.getOWLObjectHasValue(property(), individual());
      case "ObjectHasSelf" -> factory.getOWLObjectHasSelf(property());
      case "ObjectMinCardinality" ->
          factory.getOWLObjectMinCardinality(number(), property(), filler());
      case "ObjectMaxCardinality" ->
          factory.getOWLObjectMaxCardinality(number(), property(), filler());
      case "ObjectExactCardinality" ->
          factory.getOWLObjectExactCardinality(number(), property(), filler());
      default -> throw bad("a class expression");
    };
  }

  private OWLClassExpression filler() {
    return next(')') ? factory.getOWLThing() : expression();
  }

  private OWLClassExpression restriction(String kind) {
    return switch (kind) {
      case "DataSomeValuesFrom" -> factory.getOWLDataSomeValuesFrom(data(), range());
      case "DataAllValuesFrom" -> factory.getOWLDataAllValuesFrom(data(), range());
      case "DataHasValue" -> factory.getOWLDataHasValue(data(), literal());
      case "DataMinCardinality" -> factory.getOWLDataMinCardinality(number(), data(), values());
      case "DataMaxCardinality" -> factory.getOWLDataMaxCardinality(number(), data(), values());
      case "DataExactCardinality" -> factory.getOWLDataExactCardinality(number(), data(), values());
      default -> throw bad("a class expression");
    };
  }

  private OWLDataRange values() {
    return next(')') ? factory.getTopDatatype() : range();
  }

  private OWLDataRange range() {
    int start = at;
    if (next('<')) {
      return factory.getOWLDatatype(iri());
    }
    String kind = word();
    if (!next('(')) {
      at = start;
      return factory.getOWLDatatype(iri());
    }
    expect('(');
    Function<String, OWLDataRange> read =
        name ->
            switch (name) {
              case "DataComplementOf" -> factory.getOWLDataComplementOf(range());
              case "DataIntersectionOf" -> factory.getOWLDataIntersectionOf(rest(this::range));
              case "DataUnionOf" -> factory.getOWLDataUnionOf(rest(this::range));
              case "DataOneOf" -> factory.getOWLDataOneOf(rest(this::literal));
              case "DatatypeRestriction" ->
                  factory.getOWLDatatypeRestriction(
                      factory.getOWLDatatype(iri()), rest(this::facet));
              default -> throw bad("a data range");
            };
    var result = read.apply(kind);
    expect(')');
    return result;
  }

  /** {@code facetRestriction(minInclusive "5"^^xsd:integer)}. */
  private OWLFacetRestriction facet() {
    word();
    expect('(');
    var facet = OWLFacet.getFacetByShortName(word());
    if (facet == null) {
      throw bad("a facet");
    }
    var restriction = factory.getOWLFacetRestriction(facet, literal());
    expect(')');
    return restriction;
  }
}
