// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.model.EntenteException;
import java.time.Duration;
import java.util.Optional;

/** What a command of the command line does, once picocli has filled its options in. */
interface Command {
  /**
   * Does it.
   *
   * @return the exit code, see {@link Exit}
   * @throws EntenteException when it cannot be done
   */
  int run();

  /** The limits of a process of its own, where the work is to be done in one. */
  default Optional<Limits> isolated() {
    return Optional.empty();
  }

  /**
   * Hard limits.
   *
   * @param isolation the process
   * @param timeout how long it may take
   */
  record Limits(Isolation isolation, Duration timeout) {}

  /** How much is to be said about errors: 2 for everything. */
  default int verbosity() {
    return 0;
  }
}
