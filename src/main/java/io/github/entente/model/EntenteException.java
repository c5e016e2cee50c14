// SPDX-License-Identifier: Apache-2.0
package io.github.entente.model;

import static java.util.Objects.requireNonNull;

/**
 * The one exception of Entente: something that was asked for cannot be done, and the message says
 * what, where and how to mend it. Each code has a heading in {@code docs/errors.md}.
 *
 * <p>An inconsistent knowledge base and a limit that was reached are not exceptions but {@link
 * Outcome}s.
 */
public final class EntenteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  /**
   * @param message what happened, where (file and line, or IRI), and what to do
   */
  public EntenteException(ErrorCode code, String message) {
    this(code, message, null);
  }

  /**
   * @param message what happened, where (file and line, or IRI), and what to do
   * @param cause what a library said, or null
   */
  public EntenteException(ErrorCode code, String message, Throwable cause) {
    super(requireNonNull(message), cause);
    this.code = requireNonNull(code);
  }

  /** The kind of error. */
  public ErrorCode code() {
    return code;
  }
}
