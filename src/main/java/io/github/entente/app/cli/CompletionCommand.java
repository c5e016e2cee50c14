// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.app.cli.output.Console;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente completion SHELL}. */
@picocli.CommandLine.Command(
    name = "completion",
    description = "Print a script that lets the shell complete commands, options and questions.")
final class CompletionCommand implements Command {
  /** The shells. */
  enum Shell {
    BASH,
    ZSH,
    FISH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Console console;

  @Parameters(paramLabel = "SHELL", description = "The shell: ${COMPLETION-CANDIDATES}.")
  private Shell shell;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run() {
    var tree = CommandTree.whole(console);
    console
        .out()
        .print(
            switch (shell) {
              case BASH, ZSH -> AutoComplete.bash(CommandTree.NAME, tree);
              case FISH -> FishCompletion.script(tree.getCommandSpec());
            });
    return Exit.OK;
  }
}
