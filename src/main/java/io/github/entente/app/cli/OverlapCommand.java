// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.app.cli.output.Console;
import io.github.entente.app.cli.output.OverlapPrinter;
import io.github.entente.app.cli.output.Part;
import io.github.entente.app.cli.output.Progress;
import io.github.entente.overlap.Overlaps;
import io.github.entente.query.Labels;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code entente overlap}. */
@picocli.CommandLine.Command(
    name = "overlap",
    description =
        "Show how frameworks overlap: who sits where, which frameworks share most parties, and the"
            + " largest groups that sit together.")
final class OverlapCommand implements Command {
  private final Console console;

  @Option(
      names = "--part",
      paramLabel = "PART",
      order = 17,
      description =
          "Only one part: ${COMPLETION-CANDIDATES}. Without it: all in a table, pairs otherwise.")
  private Part part;

  @Option(names = "--all", order = 18, description = "Show long lists to their end.")
  private boolean all;

  @Mixin private KnowledgeOptions knowledge;
  @Mixin private WorldOptions world;
  @Mixin private OutputOptions output;

  OverlapCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run() {
    Overlaps overlaps;
    Labels labels;
    try (var progress = Progress.begin(console, output.style(), "reading");
        var kb = knowledge.open(console, progress)) {
      progress.now("reasoning and comparing");
      var view = world.view(kb);
      overlaps = kb.overlaps(view, world.timeout());
      labels = kb.labels(view.day());
    }
    new OverlapPrinter(console, output.style(), all)
        .print(overlaps, Optional.ofNullable(part), labels);
    return Exit.OK;
  }

  @Override
  public int verbosity() {
    return output.style().verbosity();
  }
}
