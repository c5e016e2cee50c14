// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import java.util.Optional;

/**
 * How the user wants results.
 *
 * @param format the format asked for; without it, a table for a person and TSV for a program
 * @param iri whether IRIs are written out
 * @param quiet whether only results are written
 * @param verbosity 1 for how long each step took, 2 for the inside of errors too
 */
public record Style(Optional<Format> format, boolean iri, boolean quiet, int verbosity) {
  /** The same with a format. */
  public Style with(Format wanted) {
    return new Style(Optional.of(wanted), iri, quiet, verbosity);
  }

  /** The format of tables on a console. */
  Format table(Console console) {
    return format.orElse(console.terminal() ? Format.TABLE : Format.TSV);
  }

  /** Whether remarks stand under the result: for people; else they go to standard error. */
  boolean remarksUnderResult(Console console) {
    return table(console) == Format.TABLE;
  }
}
