// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import static io.github.entente.certificate.Draw.F;
import static org.assertj.core.api.Assertions.assertThat;
import static org.semanticweb.owlapi.vocab.OWL2Datatype.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semanticweb.owlapi.model.OWLDataRange;
import org.semanticweb.owlapi.model.OWLLiteral;
import org.semanticweb.owlapi.vocab.OWL2Datatype;
import org.semanticweb.owlapi.vocab.OWLFacet;

/** Values of literals and the value spaces of datatypes, by the text of the specifications. */
class ValueTest {
  private static OWLLiteral literal(String text, String type) {
    return F.getOWLLiteral(text, OWL2Datatype.valueOf(type));
  }

  private static Value value(OWLLiteral literal) {
    return Value.of(literal).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "1, XSD_INTEGER, 1.0, XSD_DECIMAL, true",
    "+1, XSD_INTEGER, 001, XSD_LONG, true",
    "1, XSD_INTEGER, 1, XSD_DOUBLE, false",
    "1, XSD_FLOAT, 1, XSD_DOUBLE, false",
    "0.1, XSD_FLOAT, 1e-1, XSD_FLOAT, true",
    "0, XSD_DOUBLE, -0, XSD_DOUBLE, false",
    "NaN, XSD_DOUBLE, NaN, XSD_DOUBLE, true",
    "INF, XSD_FLOAT, +INF, XSD_FLOAT, true",
    "INF, XSD_FLOAT, -INF, XSD_FLOAT, false",
    "2/4, OWL_RATIONAL, 0.5, XSD_DECIMAL, true",
    "-4/2, OWL_RATIONAL, -2, XSD_INTEGER, true",
    "1/3, OWL_RATIONAL, 2/6, OWL_RATIONAL, true",
    "a, XSD_STRING, a, XSD_TOKEN, true",
    "a, XSD_STRING, a, XSD_ANY_URI, false",
    "true, XSD_BOOLEAN, 1, XSD_BOOLEAN, true",
    "0, XSD_BOOLEAN, false, XSD_BOOLEAN, true",
    "true, XSD_BOOLEAN, true, XSD_STRING, false",
    "0fB7, XSD_HEX_BINARY, 0FB7, XSD_HEX_BINARY, true",
    "0FB7, XSD_HEX_BINARY, D7c=, XSD_BASE_64_BINARY, false",
    "D7c=, XSD_BASE_64_BINARY, D 7 c =, XSD_BASE_64_BINARY, true",
    "2024-04-04T12:00:00Z, XSD_DATE_TIME, 2024-04-04T12:00:00.000+00:00, XSD_DATE_TIME, true",
    "2024-04-04T12:00:00Z, XSD_DATE_TIME, 2024-04-04T12:00:00-00:00, XSD_DATE_TIME_STAMP, true",
    "2024-04-04T12:00:00Z, XSD_DATE_TIME, 2024-04-04T14:00:00+02:00, XSD_DATE_TIME, false",
    "2024-04-04T12:00:00Z, XSD_DATE_TIME, 2024-04-04T12:00:00, XSD_DATE_TIME, false",
    "2023-12-31T24:00:00Z, XSD_DATE_TIME, 2024-01-01T00:00:00Z, XSD_DATE_TIME, true",
    "2024-02-29T24:00:00Z, XSD_DATE_TIME, 2024-03-01T00:00:00Z, XSD_DATE_TIME, true",
    "1900-02-28T24:00:00Z, XSD_DATE_TIME, 1900-03-01T00:00:00Z, XSD_DATE_TIME, true",
    "2000-02-28T24:00:00Z, XSD_DATE_TIME, 2000-02-29T00:00:00Z, XSD_DATE_TIME, true",
    "-0001-12-31T24:00:00Z, XSD_DATE_TIME, 0000-01-01T00:00:00Z, XSD_DATE_TIME, true",
    "0000-02-28T24:00:00Z, XSD_DATE_TIME, 0000-02-29T00:00:00Z, XSD_DATE_TIME, true"
  })
  void literalsAreIdenticalWhereTheirValuesAre(
      String one, String type, String other, String otherType, boolean same) {
    assertThat(value(literal(one, type)).equals(value(literal(other, otherType)))).isEqualTo(same);
  }

  @Test
  void aTagOfALanguageIsReadWithoutRegardToCase() {
    var english = value(F.getOWLLiteral("a", "en-GB"));
    assertThat(value(F.getOWLLiteral("a", "EN-gb"))).isEqualTo(english);
    assertThat(value(F.getOWLLiteral("a@en-GB", RDF_PLAIN_LITERAL))).isEqualTo(english);
    assertThat(value(F.getOWLLiteral("a", "en"))).isNotEqualTo(english);
    assertThat(value(F.getOWLLiteral("a"))).isNotEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, XSD_INTEGER",
    "x, XSD_DECIMAL",
    "1e3, XSD_DECIMAL",
    "1/0, OWL_RATIONAL",
    "128, XSD_BYTE",
    "-129, XSD_BYTE",
    "32768, XSD_SHORT",
    "2147483648, XSD_INT",
    "9223372036854775808, XSD_LONG",
    "256, XSD_UNSIGNED_BYTE",
    "65536, XSD_UNSIGNED_SHORT",
    "4294967296, XSD_UNSIGNED_INT",
    "18446744073709551616, XSD_UNSIGNED_LONG",
    "-1, XSD_NON_NEGATIVE_INTEGER",
    "1, XSD_NON_POSITIVE_INTEGER",
    "0, XSD_POSITIVE_INTEGER",
    "0, XSD_NEGATIVE_INTEGER",
    "abc, XSD_HEX_BINARY",
    "abc, XSD_BASE_64_BINARY",
    "Infinity, XSD_FLOAT",
    "a b, XSD_NAME",
    "a:b, XSD_NCNAME",
    "1a, XSD_NAME",
    "a b, XSD_NMTOKEN",
    "a_b, XSD_LANGUAGE",
    "'a  b', XSD_TOKEN",
    "2024-13-01T00:00:00Z, XSD_DATE_TIME",
    "2023-02-29T00:00:00Z, XSD_DATE_TIME",
    "2024-04-31T00:00:00Z, XSD_DATE_TIME",
    "2024-04-04T24:00:01Z, XSD_DATE_TIME",
    "2024-04-04T12:60:00Z, XSD_DATE_TIME",
    "2024-04-04T12:00:60Z, XSD_DATE_TIME",
    "2024-04-04T12:00:00+14:01, XSD_DATE_TIME",
    "2024-04-04T12:00:00+01:60, XSD_DATE_TIME",
    "24-04-04T12:00:00Z, XSD_DATE_TIME",
    "02024-04-04T12:00:00Z, XSD_DATE_TIME",
    "2024-04-04T12:00:00, XSD_DATE_TIME_STAMP",
    "a, RDFS_LITERAL"
  })
  void aTextOutsideTheLexicalSpaceStandsForNothing(String text, String type) {
    assertThat(Value.of(literal(text, type))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "127, XSD_BYTE",
    "-128, XSD_BYTE",
    "32767, XSD_SHORT",
    "-2147483648, XSD_INT",
    "9223372036854775807, XSD_LONG",
    "255, XSD_UNSIGNED_BYTE",
    "65535, XSD_UNSIGNED_SHORT",
    "4294967295, XSD_UNSIGNED_INT",
    "18446744073709551615, XSD_UNSIGNED_LONG",
    "0, XSD_NON_NEGATIVE_INTEGER",
    "0, XSD_NON_POSITIVE_INTEGER",
    "1, XSD_POSITIVE_INTEGER",
    "-1, XSD_NEGATIVE_INTEGER",
    ".5, XSD_DECIMAL",
    "5., XSD_DECIMAL",
    "1E+3, XSD_DOUBLE",
    "a:b-1, XSD_NAME",
    "é, XSD_NCNAME",
    "1a, XSD_NMTOKEN",
    "en-GB, XSD_LANGUAGE",
    "a b, XSD_TOKEN",
    "a b, XSD_NORMALIZED_STRING",
    "'', XSD_HEX_BINARY",
    "'', XSD_BASE_64_BINARY",
    "12024-04-04T12:00:00.5-14:00, XSD_DATE_TIME",
    "2024-04-04T12:00:00Z, XSD_DATE_TIME_STAMP",
    "<a/>, RDF_XML_LITERAL",
    "http://a/b, XSD_ANY_URI"
  })
  void aTextInTheLexicalSpaceHasAValueOfItsDatatype(String text, String type) {
    assertThat(Value.of(literal(text, type))).isPresent();
    assertThat(in(F.getOWLDatatype(OWL2Datatype.valueOf(type)), literal(text, type))).isTrue();
    assertThat(in(F.getTopDatatype(), literal(text, type))).isTrue();
  }

  private static boolean in(OWLDataRange range, OWLLiteral literal) {
    return new DataRanges(List.of()).contains(range, value(literal));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, XSD_DECIMAL, XSD_INTEGER, false",
    "5.0, XSD_DECIMAL, XSD_INTEGER, true",
    "300, XSD_INTEGER, XSD_BYTE, false",
    "1/3, OWL_RATIONAL, XSD_DECIMAL, false",
    "1/8, OWL_RATIONAL, XSD_DECIMAL, true",
    "1/3, OWL_RATIONAL, OWL_REAL, true",
    "1/3, OWL_RATIONAL, OWL_RATIONAL, true",
    "1, XSD_DOUBLE, OWL_REAL, false",
    "a, XSD_STRING, RDF_PLAIN_LITERAL, true",
    "a, XSD_STRING, RDF_LANG_STRING, false",
    "a@en, RDF_PLAIN_LITERAL, XSD_STRING, false",
    "a@en, RDF_PLAIN_LITERAL, RDF_LANG_STRING, true",
    "a, XSD_STRING, XSD_NCNAME, true",
    "1, XSD_STRING, XSD_NCNAME, false",
    "1, XSD_STRING, XSD_INTEGER, false",
    "2024-04-04T12:00:00, XSD_DATE_TIME, XSD_DATE_TIME_STAMP, false",
    "2024-04-04T12:00:00Z, XSD_DATE_TIME, XSD_DATE_TIME_STAMP, true",
    "0F, XSD_HEX_BINARY, XSD_BASE_64_BINARY, false",
    "true, XSD_BOOLEAN, XSD_STRING, false",
    "1, XSD_FLOAT, XSD_DOUBLE, false",
    "a, XSD_ANY_URI, XSD_STRING, false"
  })
  void aValueMayBeInOtherDatatypes(String text, String type, String other, boolean contained) {
    assertThat(in(F.getOWLDatatype(OWL2Datatype.valueOf(other)), literal(text, type)))
        .isEqualTo(contained);
  }

  @ParameterizedTest
  @CsvSource({
    "XSD_INTEGER, MIN_INCLUSIVE, 5, XSD_INTEGER, 5, XSD_INTEGER, true",
    "XSD_INTEGER, MIN_INCLUSIVE, 5, XSD_INTEGER, 4, XSD_INTEGER, false",
    "XSD_INTEGER, MIN_EXCLUSIVE, 5, XSD_INTEGER, 5, XSD_INTEGER, false",
    "XSD_INTEGER, MIN_EXCLUSIVE, 4.5, XSD_DECIMAL, 5, XSD_INTEGER, true",
    "XSD_INTEGER, MAX_INCLUSIVE, 5, XSD_INTEGER, 5, XSD_INTEGER, true",
    "XSD_INTEGER, MAX_INCLUSIVE, 5, XSD_INTEGER, 6, XSD_INTEGER, false",
    "XSD_INTEGER, MAX_EXCLUSIVE, 5, XSD_INTEGER, 5, XSD_INTEGER, false",
    "XSD_INTEGER, MAX_EXCLUSIVE, 5, XSD_INTEGER, 4, XSD_INTEGER, true",
    "XSD_INTEGER, MAX_EXCLUSIVE, 5, XSD_INTEGER, 4.5, XSD_DECIMAL, false",
    "OWL_REAL, MAX_EXCLUSIVE, 1/3, OWL_RATIONAL, 0.3, XSD_DECIMAL, true",
    "OWL_REAL, MAX_EXCLUSIVE, 1/3, OWL_RATIONAL, 0.34, XSD_DECIMAL, false",
    "XSD_DOUBLE, MIN_INCLUSIVE, 0, XSD_DOUBLE, -0, XSD_DOUBLE, true",
    "XSD_DOUBLE, MIN_EXCLUSIVE, 0, XSD_DOUBLE, INF, XSD_DOUBLE, true",
    "XSD_DOUBLE, MIN_EXCLUSIVE, 0, XSD_DOUBLE, NaN, XSD_DOUBLE, false",
    "XSD_DOUBLE, MAX_EXCLUSIVE, 0, XSD_DOUBLE, -1, XSD_DOUBLE, true",
    "XSD_FLOAT, MIN_INCLUSIVE, 0, XSD_FLOAT, -0, XSD_FLOAT, true",
    "XSD_FLOAT, MAX_INCLUSIVE, NaN, XSD_FLOAT, NaN, XSD_FLOAT, true",
    "XSD_FLOAT, MIN_EXCLUSIVE, 1, XSD_FLOAT, 2, XSD_FLOAT, true",
    "XSD_FLOAT, MIN_EXCLUSIVE, 1, XSD_FLOAT, 2, XSD_DOUBLE, false",
    "XSD_STRING, LENGTH, 3, XSD_INTEGER, abc, XSD_STRING, true",
    "XSD_STRING, LENGTH, 3, XSD_INTEGER, abcd, XSD_STRING, false",
    "XSD_STRING, LENGTH, 1, XSD_INTEGER, 😀, XSD_STRING, true",
    "XSD_STRING, MIN_LENGTH, 3, XSD_INTEGER, abc, XSD_STRING, true",
    "XSD_STRING, MIN_LENGTH, 3, XSD_INTEGER, ab, XSD_STRING, false",
    "XSD_STRING, MAX_LENGTH, 3, XSD_INTEGER, abc, XSD_STRING, true",
    "XSD_STRING, MAX_LENGTH, 3, XSD_INTEGER, abcd, XSD_STRING, false",
    "XSD_ANY_URI, LENGTH, 2, XSD_INTEGER, ab, XSD_ANY_URI, true",
    "XSD_HEX_BINARY, LENGTH, 2, XSD_INTEGER, 0FB7, XSD_HEX_BINARY, true",
    "XSD_BASE_64_BINARY, LENGTH, 2, XSD_INTEGER, D7c=, XSD_BASE_64_BINARY, true",
    "XSD_STRING, PATTERN, [a-c]+, XSD_STRING, abc, XSD_STRING, true",
    "XSD_STRING, PATTERN, [a-c]+, XSD_STRING, abcd, XSD_STRING, false",
    "XSD_STRING, PATTERN, \\i\\c*, XSD_STRING, a1, XSD_STRING, true",
    "XSD_STRING, PATTERN, \\i\\c*, XSD_STRING, 1a, XSD_STRING, false",
    "XSD_STRING, PATTERN, '[a-z-[aeiou]]', XSD_STRING, b, XSD_STRING, true",
    "XSD_STRING, PATTERN, '[a-z-[aeiou]]', XSD_STRING, a, XSD_STRING, false",
    "RDF_PLAIN_LITERAL, LANG_RANGE, en, XSD_STRING, a@en-GB, RDF_PLAIN_LITERAL, true",
    "RDF_PLAIN_LITERAL, LANG_RANGE, en, XSD_STRING, a@fr, RDF_PLAIN_LITERAL, false",
    "RDF_PLAIN_LITERAL, LANG_RANGE, en, XSD_STRING, a, XSD_STRING, false",
    "RDF_PLAIN_LITERAL, LANG_RANGE, *, XSD_STRING, a@fr, RDF_PLAIN_LITERAL, true",
    "RDF_PLAIN_LITERAL, LANG_RANGE, de-DE, XSD_STRING, a@de-latn-de, RDF_PLAIN_LITERAL, true",
    "RDF_PLAIN_LITERAL, LANG_RANGE, de-*-DE, XSD_STRING, a@de-latn-de, RDF_PLAIN_LITERAL, true",
    "RDF_PLAIN_LITERAL, LANG_RANGE, de-DE, XSD_STRING, a@de-x-de, RDF_PLAIN_LITERAL, false",
    "RDF_PLAIN_LITERAL, LANG_RANGE, de-DE, XSD_STRING, a@de, RDF_PLAIN_LITERAL, false",
    "XSD_DATE_TIME, MIN_INCLUSIVE, 2024-04-04T12:00:00Z, XSD_DATE_TIME,"
        + " 2024-04-04T14:00:00+02:00, XSD_DATE_TIME, true",
    "XSD_DATE_TIME, MIN_EXCLUSIVE, 2024-04-04T12:00:00Z, XSD_DATE_TIME,"
        + " 2024-04-04T14:00:00+02:00, XSD_DATE_TIME, false",
    "XSD_DATE_TIME, MIN_EXCLUSIVE, 2024-04-04T12:00:00Z, XSD_DATE_TIME,"
        + " 2024-04-05T02:00:01, XSD_DATE_TIME, true",
    "XSD_DATE_TIME, MIN_EXCLUSIVE, 2024-04-04T12:00:00Z, XSD_DATE_TIME,"
        + " 2024-04-05T02:00:00, XSD_DATE_TIME, false",
    "XSD_DATE_TIME, MAX_EXCLUSIVE, 2024-04-04T12:00:00Z, XSD_DATE_TIME,"
        + " 2024-04-03T21:59:59, XSD_DATE_TIME, true",
    "XSD_DATE_TIME, MAX_EXCLUSIVE, 2024-04-04T12:00:00Z, XSD_DATE_TIME,"
        + " 2024-04-03T22:00:00, XSD_DATE_TIME, false",
    "XSD_DATE_TIME, MIN_INCLUSIVE, 2024-04-04T12:00:00, XSD_DATE_TIME,"
        + " 2024-04-04T12:00:00, XSD_DATE_TIME, true",
    "XSD_DATE_TIME, MIN_EXCLUSIVE, 2024-04-04T12:00:00, XSD_DATE_TIME,"
        + " 2024-04-04T12:00:01, XSD_DATE_TIME, true"
  })
  void facetsConfineADatatype(
      String type,
      String facet,
      String bound,
      String boundType,
      String text,
      String own,
      boolean in) {
    var range =
        F.getOWLDatatypeRestriction(
            F.getOWLDatatype(OWL2Datatype.valueOf(type)),
            OWLFacet.valueOf(facet),
            literal(bound, boundType));
    assertThat(in(range, literal(text, own))).isEqualTo(in);
  }
}
