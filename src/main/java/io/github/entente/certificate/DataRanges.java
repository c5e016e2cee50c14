// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.ext.xerces_regex.RegularExpression;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLDataComplementOf;
import org.semanticweb.owlapi.model.OWLDataIntersectionOf;
import org.semanticweb.owlapi.model.OWLDataOneOf;
import org.semanticweb.owlapi.model.OWLDataRange;
import org.semanticweb.owlapi.model.OWLDataUnionOf;
import org.semanticweb.owlapi.model.OWLDatatype;
import org.semanticweb.owlapi.model.OWLDatatypeDefinitionAxiom;
import org.semanticweb.owlapi.model.OWLDatatypeRestriction;
import org.semanticweb.owlapi.model.OWLFacetRestriction;
import org.semanticweb.owlapi.model.OWLLiteral;
import org.semanticweb.owlapi.vocab.OWL2Datatype;

/** Whether a value is in a data range. */
final class DataRanges {
  private final Map<OWLDatatype, OWLDataRange> definitions = new HashMap<>();
  private final Map<String, RegularExpression> patterns = new HashMap<>();
  private final Map<OWLLiteral, Value> values = new HashMap<>();

  DataRanges(Collection<? extends OWLAxiom> axioms) {
    for (var axiom : axioms) {
      if (axiom instanceof OWLDatatypeDefinitionAxiom definition) {
        definitions.putIfAbsent(definition.getDatatype(), definition.getDataRange());
      }
    }
  }

  /**
   * Whether a definition is the one that its datatype is read by. Of a built-in datatype, or one
   * with another definition, OWL 2 DL allows none.
   */
  boolean defines(OWLDatatypeDefinitionAxiom axiom) {
    return !OWL2Datatype.isBuiltIn(axiom.getDatatype().getIRI())
        && axiom.getDataRange().equals(definitions.get(axiom.getDatatype()));
  }

  /**
   * What a literal stands for.
   *
   * @throws EntenteException MALFORMED_LITERAL where it stands for nothing
   */
  Value value(OWLLiteral literal) {
    return values.computeIfAbsent(
        literal,
        l ->
            Value.of(l)
                .orElseThrow(
                    () ->
                        new EntenteException(
                            ErrorCode.MALFORMED_LITERAL,
                            "The literal " + l + " has no value in the OWL 2 datatype map.")));
  }

  boolean contains(OWLDataRange range, Value value) {
    if (range instanceof OWLDatatype type) {
      var definition = definitions.get(type);
      if (definition != null && !OWL2Datatype.isBuiltIn(type.getIRI())) {
        return contains(definition, value);
      }
      return BuiltIn.contains(builtIn(type), value);
    } else if (range instanceof OWLDataOneOf oneOf) {
      return oneOf.values().anyMatch(literal -> value(literal).equals(value));
    } else if (range instanceof OWLDataComplementOf complement) {
      return !contains(complement.getDataRange(), value);
    } else if (range instanceof OWLDataIntersectionOf all) {
      return all.operands().allMatch(operand -> contains(operand, value));
    } else if (range instanceof OWLDataUnionOf any) {
      return any.operands().anyMatch(operand -> contains(operand, value));
    }
    var restriction = (OWLDatatypeRestriction) range;
    return contains(restriction.getDatatype(), value)
        && restriction.facetRestrictions().allMatch(facet -> satisfies(value, facet));
  }

  private static OWL2Datatype builtIn(OWLDatatype type) {
    if (!OWL2Datatype.isBuiltIn(type.getIRI())) {
      throw new EntenteException(
          ErrorCode.UNSUPPORTED_DATATYPE,
          "The datatype " + type.getIRI() + " is neither in the OWL 2 datatype map nor defined.");
    }
    return OWL2Datatype.getDatatype(type);
  }

  private boolean satisfies(Value value, OWLFacetRestriction facet) {
    var literal = facet.getFacetValue();
    return switch (facet.getFacet()) {
      case MIN_INCLUSIVE -> less(value(literal), value) || level(value(literal), value);
      case MAX_INCLUSIVE -> less(value, value(literal)) || level(value, value(literal));
      case MIN_EXCLUSIVE -> less(value(literal), value);
      case MAX_EXCLUSIVE -> less(value, value(literal));
      case LENGTH -> length(value) == literal.parseInteger();
      case MIN_LENGTH -> length(value) >= literal.parseInteger();
      case MAX_LENGTH -> length(value) <= literal.parseInteger();
      case PATTERN -> matches(value, literal.getLiteral());
      case LANG_RANGE -> value instanceof Value.Text text && speaks(text, literal.getLiteral());
      default ->
          throw new EntenteException(
              ErrorCode.UNSUPPORTED_DATATYPE,
              "The facet " + facet.getFacet() + " is none of the OWL 2 datatype map.");
    };
  }

  /** Whether one value is less than another in the order of their space. */
  private static boolean less(Value one, Value other) {
    if (one instanceof Value.Rational a && other instanceof Value.Rational b) {
      return a.compareTo(b) < 0;
    } else if (one instanceof Value.Single a && other instanceof Value.Single b) {
      return a.number().floatValue() < b.number().floatValue();
    } else if (one instanceof Value.Double a && other instanceof Value.Double b) {
      return a.number().doubleValue() < b.number().doubleValue();
    }
    return one instanceof Value.Time a && other instanceof Value.Time b && a.before(b);
  }

  /** Whether two values are equal in that order, which they may be without being identical. */
  private static boolean level(Value one, Value other) {
    if (one instanceof Value.Single a && other instanceof Value.Single b) {
      return a.number().floatValue() == b.number().floatValue() || a.equals(b);
    } else if (one instanceof Value.Double a && other instanceof Value.Double b) {
      return a.number().doubleValue() == b.number().doubleValue() || a.equals(b);
    } else if (one instanceof Value.Time a && other instanceof Value.Time b) {
      return a.with(b);
    }
    return one.equals(other);
  }

  /** Characters of a text, octets of binary data; less than nothing for other values. */
  private static int length(Value value) {
    if (value instanceof Value.Octets octets) {
      return octets.digits().length() / 2;
    }
    return text(value) == null ? -1 : text(value).codePointCount(0, text(value).length());
  }

  private static String text(Value value) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    return value instanceof Value.Uri uri ? uri.text() : null;
  }

  private boolean matches(Value value, String pattern) {
    String text = text(value);
    return text != null
        && patterns.computeIfAbsent(pattern, p -> new RegularExpression(p, "X")).matches(text);
  }

  /** Extended filtering of language tags, as RFC 4647 has it. */
  private static boolean speaks(Value.Text text, String range) {
    if (text.language().isEmpty()) {
      return false;
    }
    var tag = text.language().split("-");
    var wanted = range.toLowerCase(Locale.ROOT).split("-");
    if (!wanted[0].equals("*") && !wanted[0].equals(tag[0])) {
      return false;
    }
    int at = 1;
    for (int i = 1; i < wanted.length; i++) {
      while (!wanted[i].equals("*") && (at >= tag.length || !wanted[i].equals(tag[at]))) {
        if (at >= tag.length || tag[at].length() == 1) {
          return false;
        }
        at++;
      }
      if (!wanted[i].equals("*")) {
        at++;
      }
    }
    return true;
  }
}
