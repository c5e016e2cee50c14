// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.regex.Pattern;
import org.apache.jena.rfc3986.IRI3986;
import org.apache.jena.rfc3986.IRIParseException;
import org.apache.jena.riot.system.ErrorHandler;

/** Turns what a parser complains about into an exception that names file, line and column. */
final class StrictErrors implements ErrorHandler {
  private static final Pattern ABSOLUTE = Pattern.compile("<([A-Za-z][A-Za-z0-9+.-]*:[^<>]*)>");

  private final String location;
  private final String syntax;
  private EntenteException first;

  StrictErrors(String location, String syntax) {
    this.location = location;
    this.syntax = syntax;
  }

  /**
   * Warnings about literals are errors here, and those about what is no absolute IRI by RFC 3987;
   * others are about style, or about rules of single IRI schemes.
   */
  @Override
  public void warning(String message, long line, long col) {
    if (message.startsWith("Lexical form")
        || message.startsWith("Language")
        || message.startsWith("Literal")) {
      throw literal(message, line, col);
    }
    if (message.contains("IRI") && !message.startsWith("Unwise IRI") && !generallyFine(message)) {
      throw malformed(message, line, col, null);
    }
  }

  @Override
  public void error(String message, long line, long col) {
    throw malformed(message, line, col, null);
  }

  @Override
  public void fatal(String message, long line, long col) {
    throw malformed(message, line, col, null);
  }

  /** The first complaint counts: some parsers catch it and complain about it again. */
  EntenteException malformed(String message, long line, long col, Throwable cause) {
    if (first == null) {
      first =
          new EntenteException(
              ErrorCode.MALFORMED_FILE,
              place(location, line, col)
                  + ": "
                  + sentence(message)
                  + " Mend the file there; it is read as "
                  + syntax
                  + ".",
              cause);
    }
    return first;
  }

  EntenteException literal(String message, long line, long col) {
    if (first == null) {
      first =
          new EntenteException(
              ErrorCode.MALFORMED_LITERAL,
              place(location, line, col)
                  + ": "
                  + sentence(message)
                  + " Correct the value or its datatype.");
    }
    return first;
  }

  private static boolean generallyFine(String message) {
    var iri = ABSOLUTE.matcher(message);
    if (!iri.find()) {
      return false;
    }
    try {
      IRI3986.create(iri.group(1));
      return true;
    } catch (IRIParseException e) {
      return false; // the caller reports it
    }
  }

  private static String sentence(String message) {
    var text = message == null ? "" : message.replaceFirst("^\\[line: \\d+, col: \\d+ ?\\] ", "");
    return text.isBlank() ? "Not well-formed." : text.strip().replaceAll("[.\\s]+$", "") + ".";
  }

  private static String place(String location, long line, long col) {
    if (line < 1) {
      return location;
    }
    return location + ":" + line + (col < 1 ? "" : ":" + col);
  }
}
