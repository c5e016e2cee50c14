// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rif;

import java.util.List;
import java.util.stream.Collectors;

/** Writes documents of RIF Core for tests; words stand for IRIs, ?words for variables. */
public final class RifDocuments {
  private static final String NS = "http://example.org/";
  private static final String XS = "http://www.w3.org/2001/XMLSchema#";

  private RifDocuments() {}

  /** A document of such sentences. */
  public static String document(String... sentences) {
    return "<Document xmlns=\"http://www.w3.org/2007/rif#\"><payload><Group>\n"
        + List.of(sentences).stream()
            .map(s -> "<sentence>" + s + "</sentence>\n")
            .collect(Collectors.joining())
        + "</Group></payload></Document>\n";
  }

  /** A rule over the variables that are named. */
  public static String rule(String variables, String then, String... conditions) {
    return "<Forall>"
        + List.of(variables.split(" ")).stream()
            .map(v -> "<declare><Var>" + v + "</Var></declare>")
            .collect(Collectors.joining())
        + "<formula><Implies><if>"
        + all("And", conditions)
        + "</if><then>"
        + then
        + "</then></Implies></formula></Forall>";
  }

  /** A conjunction or disjunction. */
  public static String all(String connective, String... formulas) {
    return "<%s>%s</%s>"
        .formatted(
            connective,
            List.of(formulas).stream()
                .map(f -> "<formula>" + f + "</formula>")
                .collect(Collectors.joining()),
            connective);
  }

  public static String frame(String object, String slot, String value) {
    return "<Frame><object>%s</object><slot ordered=\"yes\">%s%s</slot></Frame>"
        .formatted(term(object), term(slot), term(value));
  }

  public static String member(String instance, String type) {
    return "<Member><instance>%s</instance><class>%s</class></Member>"
        .formatted(term(instance), term(type));
  }

  public static String equal(String left, String right) {
    return "<Equal><left>%s</left><right>%s</right></Equal>".formatted(term(left), term(right));
  }

  public static String atom(String predicate, String... arguments) {
    return "<Atom><op>%s</op><args ordered=\"yes\">%s</args></Atom>"
        .formatted(term(predicate), terms(arguments));
  }

  public static String test(String predicate, String... arguments) {
    return "<External><content>"
        + atom("<http://www.w3.org/2007/rif-builtin-predicate#" + predicate + ">", arguments)
        + "</content></External>";
  }

  public static String function(String name, String... arguments) {
    return "<External><content><Expr><op>%s</op><args ordered=\"yes\">%s</args></Expr></content></External>"
        .formatted(
            term("<http://www.w3.org/2007/rif-builtin-function#" + name + ">"), terms(arguments));
  }

  private static String terms(String... arguments) {
    return List.of(arguments).stream().map(RifDocuments::term).collect(Collectors.joining());
  }

  /** ?variable, 42, 'text', _local, {@code <IRI>}, word, or XML as it is. */
  static String term(String text) {
    if (text.startsWith("?")) {
      return "<Var>" + text.substring(1) + "</Var>";
    } else if (text.matches("-?[0-9]+")) {
      return constant(XS + "integer", text);
    } else if (text.matches("-?[0-9]+\\.[0-9]+")) {
      return constant(XS + "decimal", text);
    } else if (text.startsWith("'")) {
      return constant(XS + "string", text.substring(1, text.length() - 1));
    } else if (text.startsWith("_")) {
      return constant("http://www.w3.org/2007/rif#local", text.substring(1));
    } else if (text.startsWith("<http")) {
      return constant("http://www.w3.org/2007/rif#iri", text.substring(1, text.length() - 1));
    } else if (text.startsWith("<")) {
      return text;
    } else if (text.equals("a")) {
      return constant(
          "http://www.w3.org/2007/rif#iri", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
    }
    return constant("http://www.w3.org/2007/rif#iri", NS + text);
  }

  public static String constant(String type, String text) {
    return "<Const type=\"" + type + "\">" + text + "</Const>";
  }
}
