// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.app.cli.output.CheckPrinter;
import io.github.entente.app.cli.output.Console;
import io.github.entente.app.cli.output.Progress;
import io.github.entente.check.CheckReport;
import io.github.entente.check.FullReport;
import io.github.entente.query.Labels;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code entente check}. */
@picocli.CommandLine.Command(
    name = "check",
    description =
        "Check ontology and data: within OWL 2 DL, consistent, and no class that can have no"
            + " instance.")
final class CheckCommand implements Command {
  /** All of it takes half a minute where nothing else runs: a busy machine is no reason to stop. */
  private static final Duration WHOLE = Duration.ofMinutes(15);

  private final Console console;

  @Option(
      names = "--all",
      order = 1,
      description =
          "Also apply the bundled shapes and hygiene queries to all data, and ask every named"
              + " question; --format json gives the whole report.")
  private boolean all;

  @Option(names = "--html", order = 2, description = "Write the report of --all as one HTML page.")
  private boolean html;

  @Mixin private KnowledgeOptions knowledge;
  @Mixin private WorldOptions world;
  @Mixin private OutputOptions output;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run() {
    if (all || html) {
      return runAll();
    }
    CheckReport report;
    Labels labels;
    try (var progress = Progress.begin(console, output.style(), "reading");
        var kb = knowledge.open(console, progress)) {
      progress.now("checking");
      var view = world.view(kb);
      report = kb.check(view, world.timeout());
      labels = kb.labels(view.day());
    }
    new CheckPrinter(console, output.style()).print(report, labels);
    return exit(report);
  }

  private int runAll() {
    FullReport report;
    Labels labels;
    try (var progress = Progress.begin(console, output.style(), "reading");
        var kb = knowledge.open(console, progress)) {
      var view = world.view(kb);
      report =
          kb.checkAll(view, world.timeout(WHOLE), part -> progress.now("checking " + part.label()));
      labels = kb.labels(view.day());
    }
    var printer = new CheckPrinter(console, output.style());
    if (html) {
      printer.printPage(report, labels);
    } else {
      printer.print(report, labels);
    }
    return exit(report.check());
  }

  private static int exit(CheckReport report) {
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
