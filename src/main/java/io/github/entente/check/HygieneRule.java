// SPDX-License-Identifier: Apache-2.0
package io.github.entente.check;

import io.github.entente.check.CheckReport.Severity;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.FrontMatter;
import io.github.entente.query.Queries;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * A query that has to find nothing.
 *
 * @param id such as {@code HY-006}
 * @param name such as {@code class-example}
 * @param summary what it finds, one sentence
 * @param template what to tell about a row, and what to do; {@code {?name}} stands for the value of
 *     a column
 * @param severity how grave a row is
 * @param query a SELECT query with the column {@code focus}
 */
public record HygieneRule(
    String id, String name, String summary, String template, Severity severity, Query query) {
  static final Var FOCUS = Var.alloc("focus");
  static final Var VALUE = Var.alloc("value");

  private static final Pattern COLUMN = Pattern.compile("\\{\\?(\\w+)}");

  /**
   * Reads a rule: front matter ({@code #+ key: value}) with id, name, summary, message and
   * severity, then the query.
   *
   * @param location where it stands, for messages
   * @throws EntenteException {@link ErrorCode#BAD_QUERY}
   */
  public static HygieneRule parse(String location, String text) {
    var front = FrontMatter.of(location, text);
    for (var key : List.of("id", "name", "summary", "message", "severity")) {
      if (!front.containsKey(key)) {
        throw bad(location, "front matter lacks '#+ " + key + ": …'");
      }
    }
    var query = Queries.parse(location, text, new PrefixMappingImpl());
    if (!query.isSelectType() || !query.getResultVars().contains(FOCUS.getVarName())) {
      throw bad(location, "a hygiene query selects ?focus, the term that is not as it should be");
    }
    return new HygieneRule(
        front.get("id"),
        front.get("name"),
        front.get("summary"),
        front.get("message"),
        severity(location, front.get("severity")),
        query);
  }

  private static Severity severity(String location, String text) {
    try {
      return Severity.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw bad(location, "the severity '" + text + "' is none of violation, warning, info");
    }
  }

  private static EntenteException bad(String location, String what) {
    return new EntenteException(ErrorCode.BAD_QUERY, location + ": " + what + ".");
  }

  /** What to tell about a row. */
  String message(Binding row, PrefixMapping prefixes) {
    return COLUMN
        .matcher(template)
        .replaceAll(
            match -> Matcher.quoteReplacement(text(row.get(Var.alloc(match.group(1))), prefixes)));
  }

  private static String text(Node node, PrefixMapping prefixes) {
    if (node == null) {
      return "…";
    }
    if (node.isURI()) {
      return prefixes.shortForm(node.getURI());
    }
    return node.isLiteral() ? node.getLiteralLexicalForm() : "a blank node";
  }
}
