// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rdf;

import io.github.entente.model.Guarantee;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** What the values of the XML Schema datatypes tell: the D of D-entailment. */
final class Values {
  private static final Set<String> DECIMALS =
      names(
          "decimal integer nonPositiveInteger negativeInteger long int short byte"
              + " nonNegativeInteger unsignedLong unsignedInt unsignedShort unsignedByte"
              + " positiveInteger");
  private static final Set<String> STRINGS =
      names("string normalizedString token language Name NCName NMTOKEN");
  private static final Set<String> OTHERS =
      names(
          "boolean float double dateTime dateTimeStamp date time gYear gYearMonth gMonth gMonthDay"
              + " gDay hexBinary base64Binary anyURI duration dayTimeDuration yearMonthDuration");

  /** Datatypes whose values have one literal each once it is in canonical form. */
  private static final Set<String> CANONICAL = names("integer decimal boolean string anyURI");

  private Values() {}

  private static Set<String> names(String locals) {
    return Stream.of(locals.split(" "))
        .map(n -> XSDDatatype.XSD + "#" + n)
        .collect(Collectors.toSet());
  }

  private static boolean recognised(String datatype) {
    return DECIMALS.contains(datatype) || STRINGS.contains(datatype) || OTHERS.contains(datatype);
  }

  static Triple canonical(Triple triple) {
    var object = canonical(triple.getObject());
    return object == triple.getObject()
        ? triple
        : Triple.create(triple.getSubject(), triple.getPredicate(), object);
  }

  /** The literal that stands for a value in answers. */
  static Node canonical(Node node) {
    if (node == null || !node.isLiteral() || !node.getLiteral().isWellFormed()) {
      return node;
    }
    String text = node.getLiteralLexicalForm().strip();
    var type = node.getLiteralDatatype();
    if (type.equals(XSDDatatype.XSDboolean)) {
      return literal(text.equals("1") ? "true" : text.equals("0") ? "false" : text, type);
    } else if (type.equals(XSDDatatype.XSDdecimal)) {
      // Of decimals, integers are the canonical ones: the value is the same.
      var value = new BigDecimal(text).stripTrailingZeros();
      return value.scale() <= 0
          ? literal(value.toBigIntegerExact().toString(), XSDDatatype.XSDinteger)
          : literal(value.toPlainString(), type);
    } else if (DECIMALS.contains(type.getURI())) {
      return literal(
          new BigInteger(text.replaceFirst("^\\+", "")).toString(), XSDDatatype.XSDinteger);
    }
    return node;
  }

  private static Node literal(String text, RDFDatatype type) {
    return NodeFactory.createLiteralDT(text, type);
  }

  /** Literals that denote nothing, each a contradiction. */
  static List<String> illTyped(Graph graph) {
    var found = new ArrayList<String>();
    graph
        .find()
        .filterKeep(t -> t.getObject().isLiteral() && !t.getObject().getLiteral().isWellFormed())
        .filterKeep(t -> recognised(t.getObject().getLiteralDatatypeURI()))
        .forEachRemaining(t -> found.add(t + " has a literal that is no value of its datatype"));
    return found;
  }

  /** Says of the recognised datatypes that occur that they are datatypes. */
  static void datatypes(Graph graph) {
    for (var term : Materialisation.terms(graph)) {
      if (term.isURI() && recognised(term.getURI())) {
        graph.add(Triple.create(term, RDF.type.asNode(), RDFS.Datatype.asNode()));
      }
    }
  }

  /** Literals that are said to be values of a datatype and are not. */
  static List<String> misplaced(Graph all) {
    return all.find(Node.ANY, RDF.type.asNode(), Node.ANY)
        .filterKeep(t -> t.getSubject().isLiteral() && t.getObject().isURI())
        .filterKeep(t -> recognised(t.getObject().getURI()))
        .filterDrop(t -> isValue(t.getSubject(), t.getObject().getURI()))
        .mapWith(
            t ->
                t.getSubject()
                    + " would have to be a value of the datatype <"
                    + t.getObject()
                    + ">")
        .toList();
  }

  private static boolean isValue(Node literal, String datatype) {
    String own = literal.getLiteralDatatypeURI();
    if (own.equals(datatype) || !recognised(own) && !own.equals(RDF.langString.getURI())) {
      return true;
    }
    Predicate<Set<String>> bothIn = family -> family.contains(own) && family.contains(datatype);
    boolean derivable =
        bothIn.test(DECIMALS)
            || bothIn.test(STRINGS)
            || own.contains("uration") && datatype.contains("uration")
            || own.contains("dateTime") && datatype.contains("dateTime");
    return derivable && type(datatype).isValid(literal.getLiteralLexicalForm());
  }

  private static RDFDatatype type(String uri) {
    return TypeMapper.getInstance().getSafeTypeByName(uri);
  }

  /** Values that may be written in several ways which are not recognised as the same. */
  static Guarantee guarantee(Graph graph) {
    var others =
        Materialisation.terms(graph).stream()
            .filter(Node::isLiteral)
            .map(Node::getLiteralDatatypeURI)
            .filter(type -> OTHERS.contains(type) && !CANONICAL.contains(type))
            .distinct()
            .sorted()
            .toList();
    return others.isEmpty()
        ? Guarantee.SOUND_AND_COMPLETE
        : Guarantee.incomplete(
            "literals of these datatypes are matched as they are written: "
                + String.join(", ", others));
  }
}
