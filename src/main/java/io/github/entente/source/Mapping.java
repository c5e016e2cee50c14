// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.FrontMatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;

/**
 * How the rows of a table become facts, in queries.
 *
 * @param columns names of the columns, in the order in which they are told
 * @param optional those that a table may lack
 * @param blank those in which a cell may be blank
 * @param days those with days: the first and the last day of a fact
 * @param key variables whose values tell facts apart that may not be in force at the same time
 * @param terms by column, a SELECT query of what its texts stand for: {@code ?text}, and the
 *     variables of which it gives the values; other columns give their text
 * @param stored a SELECT query of the facts there are: {@code ?fact}, key and days
 * @param rows a CONSTRUCT query of the facts, over the variables of the columns, {@code ?row} (the
 *     fact's name), {@code ?file} and {@code ?table} (the table's name)
 * @param rosters a CONSTRUCT query of what has to be said beside them
 */
record Mapping(
    List<String> columns,
    List<String> optional,
    List<String> blank,
    List<String> days,
    List<String> key,
    Map<String, Query> terms,
    Query stored,
    Query rows,
    Query rosters) {
  /**
   * The mapping of some queries by name: {@code rows}, {@code rosters}, {@code stored}, and the
   * columns' own. The front matter of {@code rows} describes the columns.
   *
   * @throws EntenteException {@link ErrorCode#BAD_QUERY}
   */
  static Mapping parse(Map<String, String> texts) {
    var front = FrontMatter.of("The query 'rows'", text(texts, "rows"));
    var terms = new TreeMap<String, Query>();
    for (var column : words(front, "columns")) {
      if (texts.containsKey(column)) {
        terms.put(column, query(texts, column));
      }
    }
    return new Mapping(
        words(front, "columns"),
        words(front, "optional"),
        words(front, "blank"),
        words(front, "days"),
        words(front, "key"),
        terms,
        query(texts, "stored"),
        query(texts, "rows"),
        query(texts, "rosters"));
  }

  private static List<String> words(Map<String, String> front, String key) {
    return Stream.of(front.getOrDefault(key, "").split(" ")).filter(w -> !w.isEmpty()).toList();
  }

  private static String text(Map<String, String> texts, String name) {
    var text = texts.get(name);
    if (text == null) {
      throw bad(name, "it is missing", null);
    }
    return text;
  }

  private static Query query(Map<String, String> texts, String name) {
    try {
      return QueryFactory.create(text(texts, name));
    } catch (QueryException e) {
      throw bad(name, e.getMessage(), e);
    }
  }

  private static EntenteException bad(String name, String what, Throwable cause) {
    return new EntenteException(
        ErrorCode.BAD_QUERY,
        "The query '" + name + "' of a table's mapping cannot be used: " + what + ".",
        cause);
  }
}
