// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.semanticweb.owlapi.model.OWLLiteral;
import org.semanticweb.owlapi.vocab.OWL2Datatype;

/**
 * What a literal stands for in the OWL 2 datatype map. Values are equal where they are identical:
 * {@code 1} and {@code 1.0} are, as decimals; {@code 1.0} and {@code 1.0E0} are not, since the
 * value spaces of decimals, floats and doubles are disjoint; nor are two times of day with
 * different zones.
 *
 * @see <a href="https://www.w3.org/TR/owl2-syntax/#Datatype_Maps">OWL 2, 4: Datatype Maps</a>
 */
sealed interface Value {
  /** A rational number, in lowest terms, the denominator positive. */
  record Rational(BigInteger numerator, BigInteger denominator) implements Value {
    static Rational of(BigInteger numerator, BigInteger denominator) {
      var divisor = numerator.gcd(denominator);
      return new Rational(numerator.divide(divisor), denominator.divide(divisor));
    }

    static Rational of(BigDecimal number) {
      return number.scale() <= 0
          ? new Rational(number.toBigIntegerExact(), BigInteger.ONE)
          : of(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
    }

    int compareTo(Rational other) {
      return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    boolean integer() {
      return denominator.equals(BigInteger.ONE);
    }

    /** Whether some power of ten is a multiple of the denominator. */
    boolean decimal() {
      var rest = denominator;
      for (var prime : new BigInteger[] {BigInteger.TWO, BigInteger.valueOf(5)}) {
        while (rest.mod(prime).signum() == 0) {
          rest = rest.divide(prime);
        }
      }
      return rest.equals(BigInteger.ONE);
    }
  }

  /** A single-precision number; the two zeros are different values, and NaN is one. */
  record Single(Float number) implements Value {}

  /** A double-precision number. */
  record Double(java.lang.Double number) implements Value {}

  /** A text with the tag of its language in lower case, which is empty where there is none. */
  record Text(String text, String language) implements Value {}

  record Truth(boolean holds) implements Value {}

  /** Octets, as hexadecimal digits, of xsd:hexBinary or xsd:base64Binary. */
  record Octets(OWL2Datatype space, String digits) implements Value {}

  record Uri(String text) implements Value {}

  record Xml(String text) implements Value {}

  /**
   * A time.
   *
   * @param seconds since the year 1 began, by the clock of its zone
   * @param zone minutes by which the clock is ahead of UTC; null without a zone
   */
  record Time(BigDecimal seconds, Integer zone) implements Value {
    private static final BigDecimal FOURTEEN_HOURS = BigDecimal.valueOf(14 * 3600);

    private BigDecimal atMinutes(int minutes) {
      return seconds.subtract(BigDecimal.valueOf(60L * minutes));
    }

    /** Whether it is surely before another; without a zone it may be 14 hours off either way. */
    boolean before(Time other) {
      return latest().compareTo(other.earliest()) < 0
          || zone == null && other.zone == null && seconds.compareTo(other.seconds) < 0;
    }

    /** Whether it is at the same instant. */
    boolean with(Time other) {
      return (zone == null) == (other.zone == null)
          && (zone == null ? seconds : atMinutes(zone))
                  .compareTo(other.zone == null ? other.seconds : other.atMinutes(other.zone))
              == 0;
    }

    private BigDecimal earliest() {
      return zone == null ? seconds.subtract(FOURTEEN_HOURS) : atMinutes(zone);
    }

    private BigDecimal latest() {
      return zone == null ? seconds.add(FOURTEEN_HOURS) : atMinutes(zone);
    }
  }

  // ---- reading ----

  Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
  Pattern INTEGER = Pattern.compile("[+-]?\\d+");
  Pattern RATIONAL = Pattern.compile("([+-]?\\d+)\\s*/\\s*(\\d*[1-9]\\d*)");
  Pattern FLOAT = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
  Pattern TIME =
      Pattern.compile(
          "(-?(?:[1-9]\\d{3,}|0\\d{3}))-(\\d\\d)-(\\d\\d)T(\\d\\d):(\\d\\d):(\\d\\d(?:\\.\\d+)?)"
              + "(Z|[+-]\\d\\d:\\d\\d)?");

  /** The value of a literal; empty where its text is none of its datatype, or the type unknown. */
  static Optional<Value> of(OWLLiteral literal) {
    if (literal.hasLang()) {
      return Optional.of(
          new Text(literal.getLiteral(), literal.getLang().toLowerCase(Locale.ROOT)));
    }
    if (!OWL2Datatype.isBuiltIn(literal.getDatatype().getIRI())) {
      return Optional.empty();
    }
    var type = OWL2Datatype.getDatatype(literal.getDatatype());
    return read(type, literal.getLiteral()).filter(value -> BuiltIn.contains(type, value));
  }

  private static Optional<Value> read(OWL2Datatype type, String text) {
    String form = text.strip();
    return switch (type) {
      case XSD_STRING,
          XSD_NORMALIZED_STRING,
          XSD_TOKEN,
          XSD_LANGUAGE,
          XSD_NAME,
          XSD_NCNAME,
          XSD_NMTOKEN ->
          Optional.of(new Text(text, ""));
      case RDF_PLAIN_LITERAL -> Optional.of(plain(text));
      case XSD_BOOLEAN -> truth(form);
      case XSD_FLOAT -> floating(form).map(f -> new Single(Float.valueOf(f)));
      case XSD_DOUBLE -> floating(form).map(f -> new Double(java.lang.Double.valueOf(f)));
      case XSD_HEX_BINARY -> hex(form);
      case XSD_BASE_64_BINARY -> base64(form);
      case XSD_ANY_URI -> Optional.of(new Uri(form));
      case XSD_DATE_TIME, XSD_DATE_TIME_STAMP -> time(form);
      case RDF_XML_LITERAL -> Optional.of(new Xml(text));
      case OWL_RATIONAL -> rational(form);
      case XSD_DECIMAL -> DECIMAL.matcher(form).matches() ? decimal(form) : Optional.empty();
      case RDFS_LITERAL, OWL_REAL, RDF_LANG_STRING -> Optional.empty();
      default -> INTEGER.matcher(form).matches() ? decimal(form) : Optional.empty();
    };
  }

  /** Text, at sign and language, as rdf:PlainLiteral is written. */
  private static Value plain(String text) {
    int at = text.lastIndexOf('@');
    return at < 0
        ? new Text(text, "")
        : new Text(text.substring(0, at), text.substring(at + 1).toLowerCase(Locale.ROOT));
  }

  private static Optional<Value> truth(String form) {
    return switch (form) {
      case "true", "1" -> Optional.of(new Truth(true));
      case "false", "0" -> Optional.of(new Truth(false));
      default -> Optional.empty();
    };
  }

  private static Optional<String> floating(String form) {
    return switch (form) {
      case "INF", "+INF" -> Optional.of("Infinity");
      case "-INF" -> Optional.of("-Infinity");
      case "NaN" -> Optional.of("NaN");
      default -> FLOAT.matcher(form).matches() ? Optional.of(form) : Optional.empty();
    };
  }

  private static Optional<Value> decimal(String form) {
    return Optional.of(Rational.of(new BigDecimal(form)));
  }

  private static Optional<Value> rational(String form) {
    var parts = RATIONAL.matcher(form);
    return parts.matches()
        ? Optional.of(Rational.of(integer(parts.group(1)), integer(parts.group(2))))
        : Optional.empty();
  }

  private static BigInteger integer(String form) {
    return new BigInteger(form.startsWith("+") ? form.substring(1) : form);
  }

  private static Optional<Value> hex(String form) {
    return form.matches("([0-9a-fA-F]{2})*")
        ? Optional.of(new Octets(OWL2Datatype.XSD_HEX_BINARY, form.toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }

  private static Optional<Value> base64(String form) {
    String digits = form.replaceAll("\\s", "");
    if (!digits.matches(
        "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?")) {
      return Optional.empty();
    }
    var octets = Base64.getDecoder().decode(digits);
    return Optional.of(
        new Octets(
            OWL2Datatype.XSD_BASE_64_BINARY, HexFormat.of().withUpperCase().formatHex(octets)));
  }

  private static Optional<Value> time(String form) {
    var parts = TIME.matcher(form);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var year = new BigInteger(parts.group(1));
    int month = Integer.parseInt(parts.group(2));
    int day = Integer.parseInt(parts.group(3));
    int hour = Integer.parseInt(parts.group(4));
    int minute = Integer.parseInt(parts.group(5));
    var second = new BigDecimal(parts.group(6));
    boolean endOfDay = hour == 24 && minute == 0 && second.signum() == 0;
    boolean real =
        month >= 1
            && month <= 12
            && day >= 1
            && day <= length(year, month)
            && (hour < 24 || endOfDay)
            && minute < 60
            && second.compareTo(BigDecimal.valueOf(60)) < 0;
    var zone = zone(parts.group(7));
    if (!real || zone.isPresent() && Math.abs(zone.get()) > 14 * 60) {
      return Optional.empty();
    }
    var seconds =
        new BigDecimal(days(year, month, day))
            .multiply(BigDecimal.valueOf(86_400))
            .add(BigDecimal.valueOf(3600L * hour + 60L * minute))
            .add(second);
    return Optional.of(new Time(plain(seconds), zone.orElse(null)));
  }

  /** Equal numbers with equal scale. */
  private static BigDecimal plain(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  private static Optional<Integer> zone(String form) {
    if (form == null) {
      return Optional.empty();
    } else if (form.equals("Z")) {
      return Optional.of(0);
    }
    int hours = Integer.parseInt(form.substring(1, 3));
    int minutes = Integer.parseInt(form.substring(4));
    int zone = minutes > 59 ? Integer.MAX_VALUE : 60 * hours + minutes;
    return Optional.of(form.startsWith("-") ? -zone : zone);
  }

  private static boolean leap(BigInteger year) {
    int rest = year.mod(BigInteger.valueOf(400)).intValue();
    return rest % 4 == 0 && rest % 100 != 0 || rest == 0;
  }

  private static int length(BigInteger year, int month) {
    return switch (month) {
      case 4, 6, 9, 11 -> 30;
      case 2 -> leap(year) ? 29 : 28;
      default -> 31;
    };
  }

  /** Days since the year 1 began, in the Gregorian calendar carried back, with a year 0. */
  private static BigInteger days(BigInteger year, int month, int day) {
    var past = year.subtract(BigInteger.ONE);
    var days = past.multiply(BigInteger.valueOf(365));
    for (int[] cycle : new int[][] {{4, 1}, {100, -1}, {400, 1}}) {
      var length = BigInteger.valueOf(cycle[0]);
      var whole = past.subtract(past.mod(length)).divide(length);
      days = days.add(whole.multiply(BigInteger.valueOf(cycle[1])));
    }
    int inYear = day - 1;
    for (int m = 1; m < month; m++) {
      inYear += length(year, m);
    }
    return days.add(BigInteger.valueOf(inYear));
  }
}
