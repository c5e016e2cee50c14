// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLLiteral;
import org.semanticweb.owlapi.model.OWLObject;
import org.semanticweb.owlapi.model.OWLProperty;

/**
 * Numbers for predicates (class expressions, properties, equality) and terms (individuals,
 * literals).
 */
final class Symbols {
  /** Equality of individuals. */
  static final int SAME = 0;

  private final List<OWLObject> predicates = new ArrayList<>();
  private final Map<OWLObject, Integer> predicateIds = new HashMap<>();
  private final List<OWLObject> terms = new ArrayList<>();
  private final Map<Object, Integer> termIds = new HashMap<>();

  Symbols() {
    predicates.add(null);
  }

  /** A copy to which numbers can be added; those that there are stay as they are. */
  Symbols copy() {
    var copy = new Symbols();
    copy.predicates.addAll(predicates.subList(1, predicates.size()));
    copy.predicateIds.putAll(predicateIds);
    copy.terms.addAll(terms);
    copy.termIds.putAll(termIds);
    return copy;
  }

  int predicate(OWLClassExpression expression) {
    return predicateOf(expression);
  }

  int predicate(OWLProperty property) {
    return predicateOf(property);
  }

  private int predicateOf(OWLObject object) {
    return predicateIds.computeIfAbsent(
        object,
        key -> {
          predicates.add(key);
          return predicates.size() - 1;
        });
  }

  /** The number of a predicate that is in use, or -1. */
  int known(OWLObject object) {
    return predicateIds.getOrDefault(object, -1);
  }

  /** The class expression or property of a number; null for equality. */
  OWLObject predicate(int id) {
    return predicates.get(id);
  }

  int predicateCount() {
    return predicates.size();
  }

  int term(OWLIndividual individual) {
    return termOf(individual, individual);
  }

  /** Literals of equal value have the same number, that of the first of them. */
  int term(OWLLiteral literal) {
    return termOf(value(literal), literal);
  }

  private int termOf(Object key, OWLObject object) {
    return termIds.computeIfAbsent(
        key,
        k -> {
          terms.add(object);
          return terms.size() - 1;
        });
  }

  /** The number of a term that is in use, or -1. */
  int knownTerm(OWLObject term) {
    Object key = term instanceof OWLLiteral literal ? value(literal) : term;
    return termIds.getOrDefault(key, -1);
  }

  /** Whether a term is an individual that has no name. */
  boolean unnamed(int id) {
    return id >= 0
        && terms.get(id) instanceof OWLIndividual individual
        && !Program.hasName(individual);
  }

  OWLObject term(int id) {
    return terms.get(id);
  }

  int termCount() {
    return terms.size();
  }

  /** Trailing zeros of a fraction of a second. */
  private static final Pattern SECONDS =
      Pattern.compile("(:\\d\\d(?:\\.\\d*[1-9])?)\\.?0*(?=$|Z|[+-]\\d\\d:)");

  private static Object value(OWLLiteral literal) {
    var datatype = literal.getDatatype();
    if (!datatype.isBuiltIn() || literal.hasLang()) {
      return literal;
    }
    var builtIn = datatype.getBuiltInDatatype();
    String form = literal.getLiteral().strip();
    return switch (builtIn) {
      case XSD_DOUBLE, XSD_FLOAT -> literal;
      case XSD_BOOLEAN -> form.equals("1") || form.equals("true");
      case XSD_STRING,
          XSD_NORMALIZED_STRING,
          XSD_TOKEN,
          XSD_LANGUAGE,
          XSD_NAME,
          XSD_NCNAME,
          XSD_NMTOKEN ->
          List.of("string", literal.getLiteral());
      case XSD_HEX_BINARY -> List.of("hex", form.toUpperCase(Locale.ROOT));
      case XSD_BASE_64_BINARY -> List.of("base64", form.replaceAll("\\s", ""));
      case XSD_DATE_TIME, XSD_DATE_TIME_STAMP ->
          List.of("dateTime", SECONDS.matcher(form).replaceFirst("$1"));
      default -> builtIn.isNumeric() ? fraction(form) : literal;
    };
  }

  /** A number in lowest terms. */
  private static Object fraction(String form) {
    int slash = form.indexOf('/');
    if (slash < 0) {
      var number = new BigDecimal(form).stripTrailingZeros();
      return number.scale() <= 0
          ? List.of(number.toBigIntegerExact(), BigInteger.ONE)
          : lowest(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
    }
    return lowest(
        new BigInteger(form.substring(0, slash).strip()),
        new BigInteger(form.substring(slash + 1).strip()));
  }

  private static Object lowest(BigInteger numerator, BigInteger denominator) {
    var divisor = numerator.gcd(denominator);
    return List.of(numerator.divide(divisor), denominator.divide(divisor));
  }
}
