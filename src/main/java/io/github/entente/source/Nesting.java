// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;

/**
 * Counts the brackets of a text outside strings, IRIs and comments, byte by byte as it comes, and
 * refuses what nests deeper than a parser's stack can bear. Linear; for use by one thread.
 */
final class Nesting {
  private static final int LONGEST_IRI = 1 << 16;

  private enum In {
    TEXT,
    ESCAPE,
    COMMENT,
    IRI,
    /** After one quotation mark, and after two. */
    OPENING,
    OPENED_TWICE,
    STRING,
    STRING_ESCAPE,
    LONG,
    LONG_ESCAPE,
    /** In a long string after one quotation mark, and after two. */
    CLOSING,
    CLOSING_TWICE
  }

  private final String location;
  private final boolean json;
  private final boolean apostrophes;
  private final byte[] iri = new byte[LONGEST_IRI];
  private int iriLength;
  private In in = In.TEXT;
  private byte quote;
  private int depth;
  private int line = 1;

  Nesting(Syntax syntax, String location) {
    this.location = location;
    this.json = syntax == Syntax.JSON_LD;
    this.apostrophes = !json && syntax.lang().isPresent();
  }

  /** The line that is being read. */
  int line() {
    return line;
  }

  /**
   * Takes the next bytes.
   *
   * @throws EntenteException {@link ErrorCode#MALFORMED_FILE} when they nest too deep
   */
  void take(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      step(b);
      if (b == '\n') {
        line++;
      }
    }
  }

  private void step(byte b) {
    switch (in) {
      case TEXT -> text(b);
      case ESCAPE -> in = In.TEXT;
      case COMMENT -> in = b == '\n' || b == '\r' ? In.TEXT : In.COMMENT;
      case IRI -> iri(b);
      case OPENING -> {
        if (b == quote && !json) {
          in = In.OPENED_TWICE;
        } else {
          string(b);
        }
      }
      case OPENED_TWICE -> {
        if (b == quote) {
          in = In.LONG;
        } else {
          text(b);
        }
      }
      case STRING -> string(b);
      case STRING_ESCAPE -> in = In.STRING;
      case LONG -> in = inLong(b, In.CLOSING);
      case LONG_ESCAPE -> in = In.LONG;
      case CLOSING -> in = inLong(b, In.CLOSING_TWICE);
      case CLOSING_TWICE -> in = inLong(b, In.TEXT);
    }
  }

  private void text(byte b) {
    in = In.TEXT;
    switch (b) {
      case '(', '[', '{' -> {
        if (++depth > Guard.MAX_DEPTH) {
          throw tooDeep(location, line);
        }
      }
      case ')', ']', '}' -> depth--;
      case '"' -> open(b);
      case '\'' -> {
        if (apostrophes) {
          open(b);
        }
      }
      case '\\' -> in = In.ESCAPE;
      case '#' -> in = json ? In.TEXT : In.COMMENT;
      case '<' -> {
        in = json ? In.TEXT : In.IRI;
        iriLength = 0;
      }
      default -> {}
    }
  }

  private void open(byte mark) {
    quote = mark;
    in = In.OPENING;
  }

  /** A short string ends with its line, if nothing else: an error that the parser will report. */
  private void string(byte b) {
    in = b == '\\' ? In.STRING_ESCAPE : b == quote || b == '\n' ? In.TEXT : In.STRING;
  }

  private In inLong(byte b, In afterQuote) {
    return b == quote ? afterQuote : b == '\\' ? In.LONG_ESCAPE : In.LONG;
  }

  /** An IRI has neither white space nor angle brackets; any other {@code <} stands alone. */
  private void iri(byte b) {
    if (b == '>') {
      in = In.TEXT;
    } else if (b <= ' ' && b >= 0 || b == '<' || b == '"') {
      in = In.TEXT;
      int length = iriLength;
      for (int i = 0; i < length; i++) {
        step(iri[i]);
      }
      step(b);
    } else if (iriLength == LONGEST_IRI) {
      throw new EntenteException(
          ErrorCode.MALFORMED_FILE,
          location
              + ":"
              + line
              + ": an IRI of more than "
              + LONGEST_IRI
              + " bytes begins there. Give the thing a shorter one.");
    } else {
      iri[iriLength++] = b;
    }
  }

  static EntenteException tooDeep(String location, int line) {
    return new EntenteException(
        ErrorCode.MALFORMED_FILE,
        location
            + ":"
            + line
            + ": nested more than "
            + Guard.MAX_DEPTH
            + " levels deep. Give the inner parts names and write them as statements of their"
            + " own.");
  }
}
