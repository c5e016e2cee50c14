// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rif;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;

/** Says what of a rule is not taken. */
final class Refusal {
  private Refusal() {}

  /**
   * @param where file and line
   * @param what the construct, and why it is refused
   * @param remedy a sentence
   */
  static EntenteException of(String where, String what, String remedy) {
    return new EntenteException(ErrorCode.REFUSED_RULE, where + ": " + what + ". " + remedy);
  }
}
