// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.model.EntenteException;

/** What a command of the command line does, once picocli has filled its options in. */
interface Command {
  /**
   * Does it.
   *
   * @return the exit code, see {@link Exit}
   * @throws EntenteException when it cannot be done
   */
  int run();

  /** How much is to be said about errors: 2 for everything. */
  default int verbosity() {
    return 0;
  }
}
