// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.KnowledgeBase;
import io.github.entente.app.cli.output.Console;
import io.github.entente.app.cli.output.Progress;
import io.github.entente.check.ImportedTable;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente import FILE.csv --out FILE.ttl}. */
@picocli.CommandLine.Command(
    name = "import",
    description = {
      "Make Turtle of a table of memberships (CSV). Its first line names the columns, in any order:"
          + " framework, party, status, from, until, source, and if you like verification and note.",
      "Frameworks and parties are told by name, code or IRI; status is a role such as member or"
          + " partner, or 'suspended partner'. Days are 2024-04-04, 2024-04 or 2024; a blank"
          + " 'until' is open. All that is wrong is told by line and column, and then nothing is"
          + " written."
    })
final class ImportCommand implements Command {
  private static final String STDIN = "-";
  private static final int WARNINGS_SHOWN = 20;

  private final Console console;

  @Parameters(paramLabel = "FILE", description = "The table; - for standard input.")
  private String file;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      order = 1,
      description = "The Turtle file to write; its name ends in .ttl.")
  private Path out;

  @Option(names = "--force", order = 2, description = "Replace it if it exists.")
  private boolean force;

  @Option(names = "--print", order = 3, description = "Print the Turtle, and write no file.")
  private boolean print;

  @Option(
      names = "--data",
      paramLabel = "PATH",
      order = 4,
      description =
          "Your own data, a file or a folder, beside the bundled ones: its frameworks and parties"
              + " are known too. Not among them: a file that is to be replaced. Repeatable.")
  private List<Path> data = List.of();

  @Option(
      names = "--namespace",
      paramLabel = "IRI",
      order = 5,
      description =
          "Where the IRIs of the memberships begin; ends in / or #. Default: ${DEFAULT-VALUE}")
  private String namespace = "https://example.org/memberships/";

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      order = 6,
      description = "How long the checks may take: 90s, 2m. Default: 2m")
  private Duration timeout = Duration.ofMinutes(2);

  @Mixin private OutputOptions output;

  ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run() {
    var target = target();
    NewFrameworkCommand.requireNamespace(namespace);
    var table = imported();
    if (print) {
      console.out().print(table.turtle());
    } else {
      target.write(table.turtle());
      console.out().println(out);
    }
    if (!output.style().quiet()) {
      console.out().flush();
      table.warnings().stream()
          .limit(WARNINGS_SHOWN)
          .forEach(warning -> console.err().println("warning: " + warning));
      if (table.warnings().size() > WARNINGS_SHOWN) {
        console
            .err()
            .println("… and " + (table.warnings().size() - WARNINGS_SHOWN) + " more warnings");
      }
      console.err().println(table.rows() == 1 ? "1 membership" : table.rows() + " memberships");
    }
    return Exit.OK;
  }

  private ImportedTable imported() {
    byte[] bytes = bytes();
    var name = file.equals(STDIN) ? "standard input" : Path.of(file).getFileName().toString();
    try (var progress = Progress.begin(console, output.style(), "reading");
        var kb = knowledge()) {
      progress.now("importing and checking");
      return kb.importTable(name, bytes, namespace, timeout);
    }
  }

  private KnowledgeBase knowledge() {
    var builder = KnowledgeBase.builder().withBundled();
    data.forEach(builder::data);
    return builder.build();
  }

  private OutFile target() {
    if (print == (out != null)) {
      throw new EntenteException(
          ErrorCode.BAD_OPTION,
          "Say where the Turtle goes: either --out FILE.ttl for a file, or --print.");
    }
    if (print) {
      return null;
    }
    if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".ttl")) {
      throw new EntenteException(
          ErrorCode.BAD_OPTION,
          "What is written is Turtle, and '" + out + "' does not end in .ttl. Name it so.");
    }
    Stream.concat(data.stream(), Stream.of(Path.of(file)))
        .filter(this::isOut)
        .findFirst()
        .ifPresent(
            input -> {
              throw new EntenteException(
                  ErrorCode.BAD_OPTION,
                  "'" + input + "' is read; it cannot be written at once. Give another --out.");
            });
    return new OutFile(out, force, "Give another name, or --force to replace it.").free();
  }

  private boolean isOut(Path input) {
    try {
      return Files.exists(input) && Files.exists(out) && Files.isSameFile(input, out);
    } catch (IOException e) {
      return false; // what cannot be looked at is told when it is read or written
    }
  }

  private byte[] bytes() {
    try {
      return file.equals(STDIN) ? console.in().readAllBytes() : Files.readAllBytes(Path.of(file));
    } catch (IOException e) {
      throw new EntenteException(
          ErrorCode.FILE_NOT_FOUND,
          "The table '"
              + file
              + "' cannot be read ("
              + e
              + "). Give the path of a CSV file; relative paths start in "
              + Path.of("").toAbsolutePath()
              + ".",
          e);
    }
  }

  @Override
  public int verbosity() {
    return output.style().verbosity();
  }
}
