// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import picocli.CommandLine.Option;

/** {@code entente} without a command. */
@picocli.CommandLine.Command(
    name = CommandTree.NAME,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Who is bound to whom, through which framework, on which day, who says so, and how do you"
          + " know?",
      "SPARQL over OWL 2 DL: the bundled knowledge base or your own."
    })
final class EntenteCommand {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the versions of Entente, its libraries and Java.")
  private boolean version;
}
