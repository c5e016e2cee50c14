// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.semanticweb.owlapi.vocab.OWL2Datatype;

/** The value spaces of the datatypes of the OWL 2 datatype map. */
final class BuiltIn {
  /** A range of integers; null where it has no end. */
  private record Range(BigInteger from, BigInteger to) {
    boolean contains(BigInteger number) {
      return (from == null || number.compareTo(from) >= 0)
          && (to == null || number.compareTo(to) <= 0);
    }
  }

  private static final Map<OWL2Datatype, Range> INTEGERS = integers();

  private static final String NAME_START =
      "A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D"
          + "\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD"
          + "\\x{10000}-\\x{EFFFF}";
  private static final String NAME_PART =
      NAME_START + "0-9.\\xB7\\u0300-\\u036F\\u203F\\u2040" + "-";

  private static final Map<OWL2Datatype, Pattern> TEXTS =
      new EnumMap<>(
          Map.of(
              OWL2Datatype.XSD_STRING,
                  characters("\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}"),
              OWL2Datatype.XSD_NORMALIZED_STRING,
                  characters(" -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}"),
              OWL2Datatype.XSD_TOKEN, Pattern.compile("(?:[^\\t\\n\\r ]+(?: [^\\t\\n\\r ]+)*)?"),
              OWL2Datatype.XSD_LANGUAGE, Pattern.compile("[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*"),
              OWL2Datatype.XSD_NAME, Pattern.compile("[:" + NAME_START + "][:" + NAME_PART + "]*"),
              OWL2Datatype.XSD_NCNAME, Pattern.compile("[" + NAME_START + "][" + NAME_PART + "]*"),
              OWL2Datatype.XSD_NMTOKEN, Pattern.compile("[:" + NAME_PART + "]+")));

  private BuiltIn() {}

  private static Pattern characters(String allowed) {
    return Pattern.compile("[" + allowed + "]*");
  }

  private static Map<OWL2Datatype, Range> integers() {
    var ranges = new EnumMap<OWL2Datatype, Range>(OWL2Datatype.class);
    var zero = BigInteger.ZERO;
    var one = BigInteger.ONE;
    ranges.put(OWL2Datatype.XSD_INTEGER, new Range(null, null));
    ranges.put(OWL2Datatype.XSD_NON_NEGATIVE_INTEGER, new Range(zero, null));
    ranges.put(OWL2Datatype.XSD_NON_POSITIVE_INTEGER, new Range(null, zero));
    ranges.put(OWL2Datatype.XSD_POSITIVE_INTEGER, new Range(one, null));
    ranges.put(OWL2Datatype.XSD_NEGATIVE_INTEGER, new Range(null, one.negate()));
    ranges.put(OWL2Datatype.XSD_LONG, signed(64));
    ranges.put(OWL2Datatype.XSD_INT, signed(32));
    ranges.put(OWL2Datatype.XSD_SHORT, signed(16));
    ranges.put(OWL2Datatype.XSD_BYTE, signed(8));
    ranges.put(OWL2Datatype.XSD_UNSIGNED_LONG, new Range(zero, one.shiftLeft(64).subtract(one)));
    ranges.put(OWL2Datatype.XSD_UNSIGNED_INT, new Range(zero, one.shiftLeft(32).subtract(one)));
    ranges.put(OWL2Datatype.XSD_UNSIGNED_SHORT, new Range(zero, one.shiftLeft(16).subtract(one)));
    ranges.put(OWL2Datatype.XSD_UNSIGNED_BYTE, new Range(zero, one.shiftLeft(8).subtract(one)));
    return ranges;
  }

  private static Range signed(int bits) {
    var end = BigInteger.ONE.shiftLeft(bits - 1);
    return new Range(end.negate(), end.subtract(BigInteger.ONE));
  }

  /** Whether a value is in the value space of a datatype. */
  static boolean contains(OWL2Datatype type, Value value) {
    if (type == OWL2Datatype.RDFS_LITERAL) {
      return true;
    } else if (value instanceof Value.Rational number) {
      return switch (type) {
        case OWL_REAL, OWL_RATIONAL -> true;
        case XSD_DECIMAL -> number.decimal();
        default ->
            INTEGERS.containsKey(type)
                && number.integer()
                && INTEGERS.get(type).contains(number.numerator());
      };
    } else if (value instanceof Value.Text text) {
      if (type == OWL2Datatype.RDF_PLAIN_LITERAL) {
        return true;
      } else if (type == OWL2Datatype.RDF_LANG_STRING) {
        return !text.language().isEmpty();
      }
      return text.language().isEmpty()
          && TEXTS.containsKey(type)
          && TEXTS.get(type).matcher(text.text()).matches();
    } else if (value instanceof Value.Time time) {
      return type == OWL2Datatype.XSD_DATE_TIME
          || type == OWL2Datatype.XSD_DATE_TIME_STAMP && time.zone() != null;
    }
    return type == space(value);
  }

  private static OWL2Datatype space(Value value) {
    if (value instanceof Value.Octets octets) {
      return octets.space();
    } else if (value instanceof Value.Single) {
      return OWL2Datatype.XSD_FLOAT;
    } else if (value instanceof Value.Double) {
      return OWL2Datatype.XSD_DOUBLE;
    } else if (value instanceof Value.Truth) {
      return OWL2Datatype.XSD_BOOLEAN;
    }
    return value instanceof Value.Uri ? OWL2Datatype.XSD_ANY_URI : OWL2Datatype.RDF_XML_LITERAL;
  }
}
