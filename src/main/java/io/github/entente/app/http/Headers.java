// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import io.github.entente.query.Answers;

/** The headers by which an answer says how far it can be trusted. */
final class Headers {
  static final String GUARANTEE = "Entente-Guarantee";
  static final String BASIS = "Entente-Basis";
  static final String REASONS = "Entente-Reasons";
  static final String AS_OF = "Entente-As-Of";
  static final String REGIME = "Entente-Regime";
  static final String NOTES = "Entente-Notes";
  static final String CUT_SHORT = "Entente-Cut-Short";
  static final String EXPOSED =
      String.join(
          ", ",
          GUARANTEE,
          REASONS,
          AS_OF,
          BASIS,
          REGIME,
          NOTES,
          CUT_SHORT,
          "Entente-Error",
          "Link",
          "Location",
          "Retry-After");

  /** Longer ones are no good in a header; the guarantee itself is never cut. */
  private static final int LONGEST = 2000;

  private Headers() {}

  static Reply on(Reply reply, Answers answers) {
    var with =
        reply.with(GUARANTEE, answers.guarantee().label()).with(REGIME, answers.regime().label());
    if (answers.basis().isPresent()) {
      with = with.with(BASIS, answers.basis().get().label());
    }
    if (answers.asOf().isPresent()) {
      with = with.with(AS_OF, answers.asOf().get().toString());
    }
    if (!answers.guarantee().reasons().isEmpty()) {
      with = with.with(REASONS, ascii(String.join("; ", answers.guarantee().reasons())));
    }
    if (!answers.notes().isEmpty()) {
      with = with.with(NOTES, ascii(String.join("; ", answers.notes())));
    }
    return answers.cutShort() ? with.with(CUT_SHORT, "true") : with;
  }

  /** Printable ASCII: what else there is becomes a question mark, line breaks a blank. */
  static String ascii(String text) {
    String plain =
        text.replaceAll("\\s+", " ")
            .replace('’', '\'')
            .replace('–', '-')
            .replace('…', '.')
            .replaceAll("[^ -~]", "?");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 4) + " ...";
  }
}
