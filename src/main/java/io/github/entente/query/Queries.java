// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;

/** Reading SPARQL text. */
public final class Queries {
  /** Bound on the length of a query, in UTF-16 code units. */
  static final int MAX_LENGTH = 1_000_000;

  /** Bound on nesting of brackets, so that no parser or evaluator runs out of stack. */
  static final int MAX_DEPTH = 200;

  private static final Pattern UNRESOLVED = Pattern.compile("Unresolved prefixed name: (\\S*?):");

  private Queries() {}

  /**
   * Parses a query. The given prefixes need no declaration in it.
   *
   * @param location where it stands, for messages
   * @throws EntenteException {@link ErrorCode#BAD_QUERY}, {@link ErrorCode#UNKNOWN_PREFIX}
   */
  public static Query parse(String location, String text, PrefixMapping prefixes) {
    bound(location, text);
    try {
      var query = new Query();
      query.getPrefixMapping().setNsPrefixes(prefixes);
      QueryFactory.parse(query, text, "urn:x-entente:query", syntax(text));
      joinConditions(query);
      return query;
    } catch (QueryParseException e) {
      var unresolved = UNRESOLVED.matcher(String.valueOf(e.getMessage()));
      if (unresolved.find()) {
        throw new EntenteException(
            ErrorCode.UNKNOWN_PREFIX,
            location
                + SyntaxError.place(e)
                + ": the prefix '"
                + unresolved.group(1)
                + ":' is not declared. Add 'PREFIX "
                + unresolved.group(1)
                + ": <…>' at the head of the query.",
            e);
      }
      throw new EntenteException(ErrorCode.BAD_QUERY, SyntaxError.of(location, e), e);
    } catch (StackOverflowError e) {
      throw new EntenteException(
          ErrorCode.BAD_QUERY, location + ": the query nests too deeply to be read.", e);
    } catch (QueryException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new EntenteException(
          ErrorCode.BAD_QUERY,
          location + ": not a SPARQL query: " + SyntaxError.inOneLine(e.getMessage()),
          e);
    }
  }

  /**
   * Makes one condition of those of HAVING, which all have to hold: Jena's copies and rewritings of
   * a query lose all but the first.
   */
  private static void joinConditions(Query query) {
    var conditions = query.getHavingExprs();
    if (conditions.size() > 1) {
      var joined = conditions.stream().reduce(E_LogicalAnd::new).orElseThrow();
      conditions.clear();
      conditions.add(joined);
    }
  }

  /**
   * The syntax of the standard, not ARQ's, which takes some texts otherwise. Jena reads escapes of
   * code points as SPARQL 1.2 has them, inside strings and IRIs only, in its own syntax alone.
   */
  private static Syntax syntax(String text) {
    return text.contains("\\u") || text.contains("\\U") ? Syntax.syntaxARQ : Syntax.syntaxSPARQL_12;
  }

  /**
   * Parses an update. The given prefixes need no declaration in it.
   *
   * @param location where it stands, for messages
   * @param base what relative IRIs in it are relative to
   * @throws EntenteException {@link ErrorCode#BAD_QUERY}; {@link ErrorCode#REFUSED_QUERY} when it
   *     would reach outside: LOAD, SERVICE, Java code
   */
  public static UpdateRequest parseUpdate(
      String location, String text, PrefixMapping prefixes, String base) {
    bound(location, text);
    try {
      var request = new UpdateRequest();
      request.getPrefixMapping().setNsPrefixes(prefixes);
      UpdateFactory.parse(request, text, base, Syntax.defaultUpdateSyntax);
      request.getOperations().forEach(Queries::refuseOutside);
      return request;
    } catch (QueryParseException e) {
      throw new EntenteException(ErrorCode.BAD_QUERY, SyntaxError.of(location, e), e);
    } catch (StackOverflowError e) {
      throw new EntenteException(
          ErrorCode.BAD_QUERY, location + ": the update nests too deeply to be read.", e);
    } catch (QueryException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new EntenteException(
          ErrorCode.BAD_QUERY,
          location + ": not a SPARQL update: " + SyntaxError.inOneLine(e.getMessage()),
          e);
    }
  }

  private static void refuseOutside(Update operation) {
    if (operation instanceof UpdateLoad load) {
      throw new EntenteException(
          ErrorCode.REFUSED_QUERY,
          "LOAD <"
              + load.getSource()
              + "> is refused: nothing is fetched. Send the triples themselves.");
    } else if (operation instanceof UpdateModify modify) {
      Mentions.refuseOutside(Algebra.compile(modify.getWherePattern()));
    }
  }

  private static void bound(String location, String text) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{' || c == '(' || c == '[') {
        deepest = Math.max(deepest, ++depth);
      } else if (c == '}' || c == ')' || c == ']') {
        depth--;
      }
    }
    if (text.length() > MAX_LENGTH || deepest > MAX_DEPTH) {
      throw new EntenteException(
          ErrorCode.BAD_QUERY,
          location
              + ": the query is too large: at most "
              + MAX_LENGTH
              + " characters and "
              + MAX_DEPTH
              + " nested brackets are taken.");
    }
  }
}
