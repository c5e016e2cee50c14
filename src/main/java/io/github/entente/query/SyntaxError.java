// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import java.util.regex.Pattern;
import org.apache.jena.query.QueryParseException;

/** What Jena's parser says of a text that is not SPARQL, with the place told once, and rightly. */
final class SyntaxError {
  private static final String STILL_TO_COME =
      "the text ends here, though something is still to come.";
  private static final Pattern END =
      Pattern.compile("Encountered \"<EOF>\" at line (\\d+), column (\\d+)");
  private static final Pattern TOKEN =
      Pattern.compile(
          "Encountered \" (?:\"[^\"]*\"|<[^>]*>) \"(.*?) \"\" at line (\\d+), column (\\d+)",
          Pattern.DOTALL);
  private static final Pattern OPEN =
      Pattern.compile(
          "Lexical error at line (\\d+), column (\\d+)\\.\\s+Encountered: <EOF>(?:.* after prefix"
              + " \"(.*)\")?",
          Pattern.DOTALL);
  private static final Pattern WORD =
      Pattern.compile(
          "Lexical error at line (\\d+), column (\\d+)\\.\\s+Encountered: .* after prefix"
              + " \"(.*)\"",
          Pattern.DOTALL);

  private SyntaxError() {}

  /**
   * The message.
   *
   * @param location where the text stands
   */
  static String of(String location, QueryParseException e) {
    String message = String.valueOf(e.getMessage()).strip();
    var end = END.matcher(message);
    if (end.find()) {
      return at(location, end.group(1), end.group(2)) + STILL_TO_COME;
    }
    var token = TOKEN.matcher(message);
    if (token.find()) {
      return at(location, token.group(2), token.group(3))
          + ("'" + token.group(1) + "' is not expected here.");
    }
    var open = OPEN.matcher(message);
    if (open.find()) {
      return at(location, open.group(1), open.group(2))
          + (open.group(3) == null
              ? STILL_TO_COME
              : "the text ends within '" + unescaped(open.group(3)) + "'.");
    }
    var word = WORD.matcher(message);
    if (word.find()) {
      return at(location, word.group(1), word.group(2))
          + ("'" + unescaped(word.group(3)) + "' is not expected here, or no word of SPARQL.");
    }
    return location + place(e) + ": " + inOneLine(message);
  }

  private static String at(String location, String line, String column) {
    return location + ":" + line + ":" + column + ": ";
  }

  private static String unescaped(String shown) {
    return shown.replace("\\\"", "\"").replace("\\\\", "\\");
  }

  static String place(QueryParseException e) {
    return e.getLine() > 0 ? ":" + e.getLine() + ":" + e.getColumn() : "";
  }

  /** Without what the parser would have taken instead, a list of a hundred tokens. */
  static String inOneLine(String message) {
    return String.valueOf(message)
        .strip()
        .replaceAll("\\s*\\R\\s*", " ")
        .replaceFirst("(?s)\\s*Was expecting.*", "");
  }
}
