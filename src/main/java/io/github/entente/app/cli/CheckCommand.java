// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.app.cli.output.CheckPrinter;
import io.github.entente.app.cli.output.Console;
import io.github.entente.app.cli.output.Progress;
import io.github.entente.check.CheckReport;
import io.github.entente.query.Labels;
import picocli.CommandLine.Mixin;

/** {@code entente check}. */
@picocli.CommandLine.Command(
    name = "check",
    description =
        "Check ontology and data: within OWL 2 DL, consistent, and no class that can have no"
            + " instance.")
final class CheckCommand implements Command {
  private final Console console;

  @Mixin private KnowledgeOptions knowledge;
  @Mixin private WorldOptions world;
  @Mixin private OutputOptions output;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run() {
    CheckReport report;
    Labels labels;
    try (var progress = Progress.begin(console, output.style(), "reading");
        var kb = knowledge.open()) {
      progress.now("checking");
      var view = world.view(kb);
      report = kb.check(view, world.timeout());
      labels = kb.labels(view.day());
    }
    new CheckPrinter(console, output.style()).print(report, labels);
    if (!report.ok()) {
      return Exit.NEGATIVE;
    }
    return report.complete() ? Exit.OK : Exit.LIMIT;
  }

  @Override
  public int verbosity() {
    return output.style().verbosity();
  }
}
