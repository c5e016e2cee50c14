// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.model.ErrorCode;

/** What the exit code of the process means. */
final class Exit {
  /** Done. */
  static final int OK = 0;

  /** A file is missing, malformed or refused, or Entente itself failed. */
  static final int FAILURE = 1;

  /** It was called in a way that means nothing: an option, a date, a query. */
  static final int USAGE = 2;

  /** The answer is no: inconsistent, false, or a check found something. */
  static final int NEGATIVE = 3;

  /** A limit came before the work was done. */
  static final int LIMIT = 4;

  private Exit() {}

  static int of(ErrorCode code) {
    return switch (code) {
      case INCONSISTENT -> NEGATIVE;
      case LIMIT_REACHED -> LIMIT;
      default -> code.blame() == ErrorCode.Blame.USAGE ? USAGE : FAILURE;
    };
  }
}
