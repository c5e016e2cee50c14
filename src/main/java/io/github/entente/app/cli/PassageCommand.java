// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.app.cli.output.Console;
import io.github.entente.app.cli.output.PassagePrinter;
import java.util.Comparator;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code entente passage [NAME]}. */
@picocli.CommandLine.Command(
    name = "passage",
    description =
        "Show where a passage of a source text stands, with its neighbours; and its words, from"
            + " your own copy of the text.")
final class PassageCommand implements Command {
  private final Console console;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "Id or IRI of the passage. Without it: all passages.")
  private String name;

  @Mixin private KnowledgeOptions knowledge;
  @Mixin private TextOptions text;
  @Mixin private OutputOptions output;

  PassageCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run() {
    try (var kb = knowledge.open(console)) {
      var texts = text.verified(kb);
      var printer = new PassagePrinter(console, output.style());
      if (name == null) {
        printer.list(texts.passages(), texts);
      } else {
        var passage = kb.passage(name);
        var neighbours = texts.neighbours(passage);
        printer.list(
            Stream.concat(Stream.of(passage), neighbours.stream())
                .sorted(Comparator.comparing(p -> p.start()))
                .toList(),
            texts);
      }
    }
    return Exit.OK;
  }

  @Override
  public int verbosity() {
    return output.style().verbosity();
  }
}
