// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rif;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.apache.jena.vocabulary.RDF;

/**
 * Functions and predicates of RIF: on numbers, strings, dates and datatypes. Outside their domains,
 * where RIF leaves their values open, a predicate does not hold and a function has no value.
 *
 * @see <a href="https://www.w3.org/TR/rif-dtb/">RIF Datatypes and Built-Ins</a>
 */
public final class Builtins {
  private static final String FUNCTION = "http://www.w3.org/2007/rif-builtin-function#";
  private static final String PREDICATE = "http://www.w3.org/2007/rif-builtin-predicate#";
  private static final List<String> TYPES =
      List.of(
          "anyURI base64Binary boolean byte date dateTime dateTimeStamp dayTimeDuration decimal"
              .concat(" double float hexBinary int integer language long Name NCName")
              .concat(" negativeInteger nonNegativeInteger nonPositiveInteger normalizedString")
              .concat(" NMTOKEN positiveInteger short string time token unsignedByte unsignedInt")
              .concat(" unsignedLong unsignedShort yearMonthDuration")
              .split(" "));

  /** One of them: what numbers of arguments it takes, and what it gives. */
  private record Known(IntPredicate arity, Function<List<Node>, Node> value) {}

  private static final Map<String, Known> KNOWN = new TreeMap<>();

  static {
    arithmetic("numeric-add", XSDFuncOp::numAdd);
    arithmetic("numeric-subtract", XSDFuncOp::numSubtract);
    arithmetic("numeric-multiply", XSDFuncOp::numMultiply);
    arithmetic("numeric-divide", XSDFuncOp::numDivide);
    arithmetic("numeric-integer-divide", XSDFuncOp::numIntegerDivide);
    arithmetic("numeric-mod", XSDFuncOp::numericMod);
    function("concat", n -> n >= 2, a -> string(a.stream().map(Builtins::text).toList()));
    function("string-length", n -> n == 1, a -> NodeValue.makeInteger(length(a)).asNode());
    function("upper-case", n -> n == 1, a -> string(List.of(upper(a))));
    function("lower-case", n -> n == 1, a -> string(List.of(lower(a))));
    function(
        "substring-before",
        n -> n == 2,
        a -> XSDFuncOp.strBefore(value(a, 0), value(a, 1)).asNode());
    function(
        "substring-after", n -> n == 2, a -> XSDFuncOp.strAfter(value(a, 0), value(a, 1)).asNode());
    predicate("contains", 2, a -> text(a.get(0)).contains(text(a.get(1))));
    predicate("starts-with", 2, a -> text(a.get(0)).startsWith(text(a.get(1))));
    predicate("ends-with", 2, a -> text(a.get(0)).endsWith(text(a.get(1))));
    predicate("literal-not-identical", 2, a -> !a.get(0).equals(a.get(1)));
    for (var family : List.of("numeric", "date", "dateTime")) {
      compared(family, "equal", order -> order == 0);
      compared(family, "not-equal", order -> order != 0);
      compared(family, "less-than", order -> order < 0);
      compared(family, "less-than-or-equal", order -> order <= 0);
      compared(family, "greater-than", order -> order > 0);
      compared(family, "greater-than-or-equal", order -> order >= 0);
    }
    for (var type : TYPES) {
      predicate("is-literal-" + type, 1, a -> isOf(a.get(0), type));
      predicate("is-literal-not-" + type, 1, a -> a.get(0).isLiteral() && !isOf(a.get(0), type));
    }
    predicate("is-literal-PlainLiteral", 1, a -> isPlain(a.get(0)));
    predicate("is-literal-not-PlainLiteral", 1, a -> a.get(0).isLiteral() && !isPlain(a.get(0)));
  }

  private Builtins() {}

  private static void function(String name, IntPredicate arity, Function<List<Node>, Node> value) {
    KNOWN.put(FUNCTION + name, new Known(arity, value));
  }

  private static void arithmetic(String name, BinaryOperator<NodeValue> operation) {
    function(
        name,
        n -> n == 2,
        a -> operation.apply(numeric(value(a, 0)), numeric(value(a, 1))).asNode());
  }

  private static void predicate(String name, int arity, Function<List<Node>, Boolean> holds) {
    KNOWN.put(
        PREDICATE + name,
        new Known(
            n -> n == arity, a -> (holds.apply(a) ? NodeValue.TRUE : NodeValue.FALSE).asNode()));
  }

  private static void compared(String family, String relation, IntPredicate holds) {
    predicate(
        family + "-" + relation,
        2,
        a -> {
          var left = of(family, value(a, 0));
          var right = of(family, value(a, 1));
          return holds.test(NodeValue.compare(left, right));
        });
  }

  private static NodeValue of(String family, NodeValue value) {
    boolean fits =
        switch (family) {
          case "date" -> value.isDate();
          case "dateTime" -> value.isDateTime();
          default -> value.isNumber();
        };
    if (!fits) {
      throw new ExprEvalException(value + " is outside the domain");
    }
    return value;
  }

  private static NodeValue numeric(NodeValue value) {
    return of("numeric", value);
  }

  private static NodeValue value(List<Node> arguments, int at) {
    return NodeValue.makeNode(arguments.get(at));
  }

  private static String text(Node node) {
    var value = NodeValue.makeNode(node);
    if (!value.isString() && !value.isLangString()) {
      throw new ExprEvalException(node + " is no string");
    }
    return node.getLiteralLexicalForm();
  }

  private static Node string(List<String> parts) {
    return NodeFactory.createLiteralString(String.join("", parts));
  }

  private static long length(List<Node> arguments) {
    String text = text(arguments.get(0));
    return text.codePointCount(0, text.length());
  }

  private static String upper(List<Node> arguments) {
    return text(arguments.get(0)).toUpperCase(Locale.ROOT);
  }

  private static String lower(List<Node> arguments) {
    return text(arguments.get(0)).toLowerCase(Locale.ROOT);
  }

  private static boolean isPlain(Node node) {
    return node.isLiteral()
        && (node.getLiteralDatatypeURI().equals(RDF.langString.getURI()) || isOf(node, "string"));
  }

  /** Whether it denotes a value of the datatype: 5 is one of xsd:byte and of xsd:decimal. */
  private static boolean isOf(Node node, String local) {
    if (!node.isLiteral() || !node.getLiteral().isWellFormed()) {
      return false;
    }
    var type = TypeMapper.getInstance().getSafeTypeByName(XSDDatatype.XSD + "#" + local);
    var own = node.getLiteralDatatype();
    if (own.equals(type)) {
      return true;
    }
    var value = NodeValue.makeNode(node);
    boolean sameSpace =
        value.isDecimal() && TypesOf.DECIMAL.contains(local)
            || value.isString() && TypesOf.STRING.contains(local)
            || value.isDateTime() && TypesOf.DATE_TIME.contains(local);
    return sameSpace && type.isValid(node.getLiteralLexicalForm());
  }

  /** Datatypes whose values are among those of another. */
  private static final class TypesOf {
    static final List<String> DECIMAL =
        List.of(
            "decimal integer long int short byte nonNegativeInteger positiveInteger"
                .concat(" nonPositiveInteger negativeInteger unsignedLong unsignedInt")
                .concat(" unsignedShort unsignedByte")
                .split(" "));
    static final List<String> STRING =
        List.of("string normalizedString token language Name NCName NMTOKEN".split(" "));
    static final List<String> DATE_TIME = List.of("dateTime", "dateTimeStamp");
  }

  /** Whether there is one of that name for so many arguments. */
  static boolean takes(String name, boolean function, int arguments) {
    var known = KNOWN.get(name);
    return known != null
        && name.startsWith(function ? FUNCTION : PREDICATE)
        && known.arity().test(arguments);
  }

  /** The local names of all, for messages. */
  static String names(boolean functions) {
    String namespace = functions ? FUNCTION : PREDICATE;
    return KNOWN.keySet().stream()
        .filter(name -> name.startsWith(namespace))
        .map(name -> name.substring(namespace.length()))
        .map(name -> name.replaceFirst("^(is-literal-(not-)?).*", "$1…"))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /**
   * The value of a function, or the boolean of a predicate; empty outside the domain.
   *
   * @param name of one that was read
   */
  public static Optional<Node> value(String name, List<Node> arguments) {
    try {
      return Optional.of(KNOWN.get(name).value().apply(arguments));
    } catch (ExprEvalException e) {
      return Optional.empty(); // RIF leaves open what it is
    }
  }

  /** Whether a predicate holds. */
  public static boolean holds(String name, List<Node> arguments) {
    return value(name, arguments).filter(NodeValue.TRUE.asNode()::equals).isPresent();
  }
}
