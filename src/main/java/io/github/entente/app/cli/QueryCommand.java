// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.app.cli.output.Console;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente query [FILE | - | -e TEXT]}. */
@picocli.CommandLine.Command(
    name = "query",
    description = {
      "Answer a SPARQL query: SELECT, ASK, CONSTRUCT or DESCRIBE.",
      "Prefixes that the loaded files declare need no declaration."
    })
final class QueryCommand implements Command {

  private final Console console;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "File with the query; - for standard input.")
  private String file;

  @Option(
      names = {"-e", "--expression"},
      paramLabel = "TEXT",
      description = "The query itself.")
  private String text;

  @Mixin private AnswerOptions options;

  QueryCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run() {
    String sparql = sparql();
    return options.answer(console, true, kb -> kb.query(location(), sparql));
  }

  private String location() {
    return file == null || file.equals("-") ? "query" : file;
  }

  private String sparql() {
    if ((file == null) == (text == null)) {
      throw new EntenteException(
          ErrorCode.BAD_OPTION,
          "Give one query: a file, - for standard input, or -e and the text. Such as: entente query"
              + " -e 'SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 5'");
    }
    return text == null ? QueryFile.text(file, console) : text;
  }

  @Override
  public Optional<Limits> isolated() {
    return options.isolated();
  }

  @Override
  public int verbosity() {
    return options.style().verbosity();
  }
}
