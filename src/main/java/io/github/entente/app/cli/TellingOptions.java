// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import picocli.CommandLine.Option;

/** How much a command says of itself. */
final class TellingOptions {
  @Option(
      names = {"-v", "--verbose"},
      order = 23,
      description = "Say how long each step took; twice: show the inside of errors too.")
  private boolean[] verbose = {};

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      order = 24,
      description = "Show this help.")
  private boolean help;

  int verbosity() {
    return verbose.length;
  }
}
