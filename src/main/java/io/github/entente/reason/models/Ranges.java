// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.models;

import io.github.entente.reason.models.Value.Space;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLDataComplementOf;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLDataIntersectionOf;
import org.semanticweb.owlapi.model.OWLDataOneOf;
import org.semanticweb.owlapi.model.OWLDataRange;
import org.semanticweb.owlapi.model.OWLDataUnionOf;
import org.semanticweb.owlapi.model.OWLDatatype;
import org.semanticweb.owlapi.model.OWLDatatypeRestriction;
import org.semanticweb.owlapi.model.OWLFacetRestriction;
import org.semanticweb.owlapi.model.OWLLiteral;
import org.semanticweb.owlapi.vocab.OWL2Datatype;

/**
 * Data ranges and values, numbered. What is said here of a value only guides the search: the
 * evaluator of the certificate has the last word.
 */
final class Ranges {
  private static final int TRIED = 24;
  private static final long MOST_TRIED = 2000;

  private final OWLDataFactory factory = OWLManager.getOWLDataFactory();
  private final Map<OWLDataRange, Range> ranges = new HashMap<>();
  private final Map<OWLDataRange, Range> complements = new HashMap<>();
  private final Map<OWLDatatype, OWLDataRange> definitions = new HashMap<>();
  private final Map<Value, Integer> numbers = new HashMap<>();
  private final List<Value> values = new ArrayList<>();
  private final List<OWLLiteral> literals = new ArrayList<>();
  private final Map<Range, int[]> candidates = new HashMap<>();

  void define(OWLDatatype name, OWLDataRange range) {
    definitions.put(name, range);
  }

  Range of(OWLDataRange spelled) {
    return ranges.computeIfAbsent(spelled, key -> new Range(this, key));
  }

  /** All values. */
  Range top() {
    return of(factory.getTopDatatype());
  }

  Range only(OWLLiteral literal) {
    number(literal);
    return of(factory.getOWLDataOneOf(literal));
  }

  Range not(Range range) {
    return range.spelled() instanceof OWLDataComplementOf complement
        ? of(complement.getDataRange())
        : complements.computeIfAbsent(
            range.spelled(), spelled -> of(factory.getOWLDataComplementOf(spelled)));
  }

  int number(OWLLiteral literal) {
    return numbers.computeIfAbsent(
        Value.of(literal),
        key -> {
          values.add(key);
          literals.add(literal);
          return values.size() - 1;
        });
  }

  Value value(int number) {
    return values.get(number);
  }

  OWLLiteral literal(int number) {
    return literals.get(number);
  }

  // ---- membership ----

  boolean contains(OWLDataRange range, Value value) {
    if (range instanceof OWLDataComplementOf complement) {
      return !contains(complement.getDataRange(), value);
    } else if (range instanceof OWLDataIntersectionOf all) {
      return all.operands().allMatch(operand -> contains(operand, value));
    } else if (range instanceof OWLDataUnionOf any) {
      return any.operands().anyMatch(operand -> contains(operand, value));
    } else if (range instanceof OWLDataOneOf one) {
      return one.values().anyMatch(literal -> Value.of(literal).equals(value));
    } else if (range instanceof OWLDatatypeRestriction restriction) {
      return contains(restriction.getDatatype(), value)
          && restriction.facetRestrictions().allMatch(facet -> within(facet, value));
    }
    var datatype = (OWLDatatype) range;
    var definition = definitions.get(datatype);
    if (definition != null) {
      return contains(definition, value);
    }
    return datatype.isTopDatatype() || datatype.isBuiltIn() && builtIn(datatype, value);
  }

  private static boolean builtIn(OWLDatatype datatype, Value value) {
    var type = datatype.getBuiltInDatatype();
    boolean number = value.space() == Space.NUMBER;
    boolean text = value.space() == Space.TEXT && value.language().isEmpty();
    String form = String.valueOf(value.key());
    return switch (type) {
      case RDFS_LITERAL -> true;
      case OWL_REAL, OWL_RATIONAL -> number;
      case XSD_DECIMAL -> number && value.decimal();
      case XSD_DOUBLE -> value.space() == Space.DOUBLE;
      case XSD_FLOAT -> value.space() == Space.FLOAT;
      case XSD_BOOLEAN -> value.space() == Space.BOOLEAN;
      case XSD_STRING -> text;
      case RDF_PLAIN_LITERAL -> value.space() == Space.TEXT;
      case RDF_LANG_STRING -> value.space() == Space.TEXT && !text;
      case XSD_NORMALIZED_STRING -> text && !form.matches("(?s).*[\\t\\n\\r].*");
      case XSD_TOKEN -> text && form.matches("|[^\\s]+( [^\\s]+)*");
      case XSD_LANGUAGE -> text && form.matches("[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*");
      case XSD_NMTOKEN -> text && form.matches("[\\p{L}\\p{N}._:\\-]+");
      case XSD_NAME -> text && form.matches("[\\p{L}_:][\\p{L}\\p{N}._:\\-]*");
      case XSD_NCNAME -> text && form.matches("[\\p{L}_][\\p{L}\\p{N}._\\-]*");
      case XSD_DATE_TIME -> value.space() == Space.INSTANT || value.space() == Space.LOCAL_TIME;
      case XSD_DATE_TIME_STAMP -> value.space() == Space.INSTANT;
      case XSD_HEX_BINARY -> value.space() == Space.HEX;
      case XSD_BASE_64_BINARY -> value.space() == Space.BASE64;
      case XSD_ANY_URI -> value.space() == Space.URI;
      default -> type.isNumeric() && value.whole() && bounded(type, value);
    };
  }

  private static boolean bounded(OWL2Datatype type, Value value) {
    var number = (java.math.BigDecimal) value.key();
    String[] bounds =
        switch (type) {
          case XSD_NON_NEGATIVE_INTEGER -> new String[] {"0", null};
          case XSD_POSITIVE_INTEGER -> new String[] {"1", null};
          case XSD_NON_POSITIVE_INTEGER -> new String[] {null, "0"};
          case XSD_NEGATIVE_INTEGER -> new String[] {null, "-1"};
          case XSD_LONG -> new String[] {"" + Long.MIN_VALUE, "" + Long.MAX_VALUE};
          case XSD_INT -> new String[] {"" + Integer.MIN_VALUE, "" + Integer.MAX_VALUE};
          case XSD_SHORT -> new String[] {"" + Short.MIN_VALUE, "" + Short.MAX_VALUE};
          case XSD_BYTE -> new String[] {"" + Byte.MIN_VALUE, "" + Byte.MAX_VALUE};
          case XSD_UNSIGNED_LONG -> new String[] {"0", "18446744073709551615"};
          case XSD_UNSIGNED_INT -> new String[] {"0", "4294967295"};
          case XSD_UNSIGNED_SHORT -> new String[] {"0", "65535"};
          case XSD_UNSIGNED_BYTE -> new String[] {"0", "255"};
          default -> new String[] {null, null};
        };
    return (bounds[0] == null || number.compareTo(new java.math.BigDecimal(bounds[0])) >= 0)
        && (bounds[1] == null || number.compareTo(new java.math.BigDecimal(bounds[1])) <= 0);
  }

  private static boolean within(OWLFacetRestriction facet, Value value) {
    var bound = facet.getFacetValue();
    var order = value.compare(Value.of(bound));
    return switch (facet.getFacet()) {
      case MIN_INCLUSIVE -> order != null && order >= 0;
      case MIN_EXCLUSIVE -> order != null && order > 0;
      case MAX_INCLUSIVE -> order != null && order <= 0;
      case MAX_EXCLUSIVE -> order != null && order < 0;
      case LENGTH -> length(value) == Integer.parseInt(bound.getLiteral());
      case MIN_LENGTH -> length(value) >= Integer.parseInt(bound.getLiteral());
      case MAX_LENGTH -> length(value) <= Integer.parseInt(bound.getLiteral());
      case PATTERN -> matches(value, bound.getLiteral());
      case LANG_RANGE -> language(value.language(), bound.getLiteral());
      default -> false;
    };
  }

  private static int length(Value value) {
    String text = String.valueOf(value.key());
    return switch (value.space()) {
      case HEX -> text.length() / 2;
      case BASE64 -> text.replace("=", "").length() * 3 / 4;
      default -> text.codePointCount(0, text.length());
    };
  }

  private static boolean matches(Value value, String pattern) {
    try {
      return Pattern.matches(pattern, String.valueOf(value.key()));
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private static boolean language(String tag, String range) {
    String wanted = range.toLowerCase(Locale.ROOT);
    return wanted.equals("*") ? !tag.isEmpty() : tag.equals(wanted) || tag.startsWith(wanted + "-");
  }

  // ---- values to choose from ----

  /**
   * Some members of a range: values of which nothing is said first, then those that are mentioned.
   */
  int[] some(Range range) {
    return candidates.computeIfAbsent(range, this::search);
  }

  private int[] search(Range range) {
    var tried = new LinkedHashSet<Integer>();
    int mentioned = values.size();
    var found = new ArrayList<Integer>();
    guesses(range.spelled(), mentioned).forEach(guess -> tried.add(number(guess)));
    for (int number : tried) {
      if (range.contains(number) && found.size() < TRIED) {
        found.add(number);
      }
    }
    for (int number = 0; number < Math.min(mentioned, MOST_TRIED); number++) {
      if (found.size() < 2 * TRIED && !tried.contains(number) && range.contains(number)) {
        found.add(number);
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  private List<OWLLiteral> guesses(OWLDataRange range, int salt) {
    var guesses = new ArrayList<OWLLiteral>();
    var bounds = new LinkedHashSet<OWLLiteral>();
    bounds(range, bounds);
    for (var bound : bounds) {
      near(bound, guesses);
    }
    for (int i = 0; i < TRIED; i++) {
      String text = Long.toString(salt * 31L + i, 36);
      guesses.add(factory.getOWLLiteral("entente" + text));
    }
    for (int i = 0; i < TRIED; i++) {
      guesses.add(literal(Integer.toString(1_000_003 + 97 * salt + i), OWL2Datatype.XSD_INTEGER));
      guesses.add(literal(Integer.toString(-1_000_003 - 97 * salt - i), OWL2Datatype.XSD_INTEGER));
      guesses.add(literal((1_000_003 + i) + ".5", OWL2Datatype.XSD_DECIMAL));
      guesses.add(literal(Integer.toString(i), OWL2Datatype.XSD_INTEGER));
      guesses.add(literal(Integer.toString(-i), OWL2Datatype.XSD_INTEGER));
      guesses.add(literal((1_000_003 + i) + ".25", OWL2Datatype.XSD_DOUBLE));
      guesses.add(literal((1003 + i) + ".25", OWL2Datatype.XSD_FLOAT));
      guesses.add(
          literal(String.format("2777-07-%02dT00:00:00Z", 1 + i), OWL2Datatype.XSD_DATE_TIME));
      guesses.add(literal("urn:x-entente:value:" + i, OWL2Datatype.XSD_ANY_URI));
      guesses.add(literal(String.format("%04X", 4097 + i), OWL2Datatype.XSD_HEX_BINARY));
      guesses.add(literal("ente" + (char) ('a' + i) + "A==", OWL2Datatype.XSD_BASE_64_BINARY));
      guesses.add(factory.getOWLLiteral("x".repeat(i)));
      guesses.add(factory.getOWLLiteral("entente" + i, "en"));
    }
    guesses.add(literal("true", OWL2Datatype.XSD_BOOLEAN));
    guesses.add(literal("false", OWL2Datatype.XSD_BOOLEAN));
    return guesses;
  }

  private OWLLiteral literal(String form, OWL2Datatype datatype) {
    return factory.getOWLLiteral(form, datatype);
  }

  private void bounds(OWLDataRange range, Set<OWLLiteral> bounds) {
    if (range instanceof OWLDataOneOf one) {
      one.values().forEach(bounds::add);
    } else if (range instanceof OWLDatatypeRestriction restriction) {
      restriction.facetRestrictions().forEach(facet -> bounds.add(facet.getFacetValue()));
    } else if (range instanceof OWLDataIntersectionOf all) {
      all.operands().forEach(operand -> bounds(operand, bounds));
    } else if (range instanceof OWLDataUnionOf any) {
      any.operands().forEach(operand -> bounds(operand, bounds));
    } else if (range instanceof OWLDataComplementOf complement) {
      bounds(complement.getDataRange(), bounds);
    } else if (definitions.containsKey((OWLDatatype) range)) {
      bounds(definitions.get((OWLDatatype) range), bounds);
    }
  }

  /** Values beside a bound. */
  private void near(OWLLiteral bound, List<OWLLiteral> guesses) {
    guesses.add(bound);
    var value = Value.of(bound);
    if (value.key() instanceof java.math.BigDecimal number) {
      for (String step : List.of("1", "-1", "2", "-2", "3", "-3", "0.5", "-0.5", "0.25", "-0.25")) {
        String form = number.add(new java.math.BigDecimal(step)).toPlainString();
        boolean whole = form.indexOf('.') < 0;
        guesses.add(literal(form, whole ? OWL2Datatype.XSD_INTEGER : OWL2Datatype.XSD_DECIMAL));
      }
    } else if (value.key() instanceof Double number) {
      guesses.add(literal(Double.toString(Math.nextUp(number)), OWL2Datatype.XSD_DOUBLE));
      guesses.add(literal(Double.toString(Math.nextDown(number)), OWL2Datatype.XSD_DOUBLE));
    } else if (value.key() instanceof Float number) {
      guesses.add(literal(Float.toString(Math.nextUp(number)), OWL2Datatype.XSD_FLOAT));
      guesses.add(literal(Float.toString(Math.nextDown(number)), OWL2Datatype.XSD_FLOAT));
    } else if (value.key() instanceof java.time.Instant instant) {
      for (int days : new int[] {1, -1, 30, -30}) {
        var when = instant.plus(days, java.time.temporal.ChronoUnit.DAYS);
        guesses.add(literal(when.toString(), OWL2Datatype.XSD_DATE_TIME));
      }
    }
  }
}
