// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.models;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.semanticweb.owlapi.model.OWLLiteral;

/**
 * A data value: literals are equal where these are.
 *
 * @param space the value space, disjoint from the others
 * @param key what is the same for equal values
 * @param language of text that has one; else empty
 */
record Value(Space space, Object key, String language) {
  /** Value spaces, as far as they are told apart. */
  enum Space {
    NUMBER,
    DOUBLE,
    FLOAT,
    TEXT,
    BOOLEAN,
    INSTANT,
    LOCAL_TIME,
    HEX,
    BASE64,
    URI,
    OTHER
  }

  private static Value of(Space space, Object key) {
    return new Value(space, key, "");
  }

  /** A fraction that no decimal number equals. */
  private record Fraction(BigInteger numerator, BigInteger denominator) {}

  static Value of(OWLLiteral literal) {
    String text = literal.getLiteral();
    if (literal.hasLang()) {
      return new Value(Space.TEXT, text, literal.getLang().toLowerCase(Locale.ROOT));
    }
    var datatype = literal.getDatatype();
    if (!datatype.isBuiltIn()) {
      return of(Space.OTHER, literal);
    }
    String form = text.strip();
    try {
      return switch (datatype.getBuiltInDatatype()) {
        case XSD_DOUBLE -> of(Space.DOUBLE, Double.valueOf(real(form)));
        case XSD_FLOAT -> of(Space.FLOAT, Float.valueOf((float) real(form)));
        case XSD_BOOLEAN -> of(Space.BOOLEAN, form.equals("1") || form.equals("true"));
        case RDF_PLAIN_LITERAL,
            XSD_STRING,
            XSD_NORMALIZED_STRING,
            XSD_TOKEN,
            XSD_LANGUAGE,
            XSD_NAME,
            XSD_NCNAME,
            XSD_NMTOKEN ->
            of(Space.TEXT, text);
        case XSD_HEX_BINARY -> of(Space.HEX, form.toUpperCase(Locale.ROOT));
        case XSD_BASE_64_BINARY -> of(Space.BASE64, form.replaceAll("\\s", ""));
        case XSD_ANY_URI -> of(Space.URI, form);
        case XSD_DATE_TIME, XSD_DATE_TIME_STAMP -> time(form);
        default ->
            datatype.getBuiltInDatatype().isNumeric()
                ? of(Space.NUMBER, number(form))
                : of(Space.OTHER, literal);
      };
    } catch (NumberFormatException | DateTimeParseException e) {
      return of(Space.OTHER, literal);
    }
  }

  private static double real(String form) {
    return switch (form) {
      case "INF", "+INF" -> Double.POSITIVE_INFINITY;
      case "-INF" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(form);
    };
  }

  private static Value time(String form) {
    boolean zoned = form.matches(".*(Z|[+-]\\d\\d:\\d\\d)");
    return zoned
        ? of(Space.INSTANT, OffsetDateTime.parse(form).toInstant())
        : of(Space.LOCAL_TIME, LocalDateTime.parse(form));
  }

  private static Object number(String form) {
    int slash = form.indexOf('/');
    if (slash < 0) {
      return plain(new BigDecimal(form));
    }
    var numerator = new BigInteger(form.substring(0, slash).strip());
    var denominator = new BigInteger(form.substring(slash + 1).strip());
    try {
      return plain(new BigDecimal(numerator).divide(new BigDecimal(denominator)));
    } catch (ArithmeticException e) {
      var common = numerator.gcd(denominator);
      return new Fraction(numerator.divide(common), denominator.divide(common));
    }
  }

  private static BigDecimal plain(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  /** Whether it is a whole number. */
  boolean whole() {
    return key instanceof BigDecimal number && number.scale() <= 0;
  }

  /** Whether a decimal number equals it. */
  boolean decimal() {
    return key instanceof BigDecimal;
  }

  /** How it compares to another, in the order that facets go by; null where it does not. */
  Integer compare(Value other) {
    if (space == Space.INSTANT && other.space == Space.LOCAL_TIME) {
      var when = ((LocalDateTime) other.key).toInstant(ZoneOffset.UTC);
      return between((java.time.Instant) key, when);
    } else if (space == Space.LOCAL_TIME && other.space == Space.INSTANT) {
      var when = ((LocalDateTime) key).toInstant(ZoneOffset.UTC);
      return between(when, (java.time.Instant) other.key);
    } else if (space != other.space) {
      return null;
    }
    return switch (space) {
      case NUMBER -> rough(key).compareTo(rough(other.key));
      case DOUBLE -> real((Double) key, (Double) other.key);
      case FLOAT -> real((Float) key, (Float) other.key);
      case INSTANT -> ((java.time.Instant) key).compareTo((java.time.Instant) other.key);
      case LOCAL_TIME -> ((LocalDateTime) key).compareTo((LocalDateTime) other.key);
      default -> null;
    };
  }

  private static Integer real(double one, double other) {
    return Double.isNaN(one) || Double.isNaN(other)
        ? null
        : one == other ? Integer.valueOf(0) : Integer.valueOf(Double.compare(one, other));
  }

  /** A zone may lie fourteen hours off. */
  private static Integer between(java.time.Instant one, java.time.Instant other) {
    long seconds = other.getEpochSecond() - one.getEpochSecond();
    return Math.abs(seconds) <= 14 * 3600 ? null : Integer.valueOf(seconds > 0 ? -1 : 1);
  }

  private static BigDecimal rough(Object number) {
    return number instanceof Fraction fraction
        ? new BigDecimal(fraction.numerator())
            .divide(new BigDecimal(fraction.denominator()), MathContext.DECIMAL128)
        : (BigDecimal) number;
  }
}
