// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.app.cli.output.Console;
import io.github.entente.app.cli.output.PolicyPrinter;
import io.github.entente.model.Policy;
import java.util.List;
import picocli.CommandLine.Mixin;

/** {@code entente policies}. */
@picocli.CommandLine.Command(
    name = "policies",
    description = "List the policies by which claims can be taken into the world, for --accept.")
final class PoliciesCommand implements Command {
  private final Console console;

  @Mixin private KnowledgeOptions knowledge;
  @Mixin private OutputOptions output;

  PoliciesCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run() {
    List<Policy> policies;
    try (var kb = knowledge.open(console)) {
      policies = kb.policies();
    }
    new PolicyPrinter(console, output.style()).list(policies);
    return Exit.OK;
  }

  @Override
  public int verbosity() {
    return output.style().verbosity();
  }
}
