// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.app.cli.output.Console;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
  private static final String STDIN = "-";

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
    return text == null ? decoded(bytes()) : text;
  }

  private byte[] bytes() {
    try {
      return file.equals(STDIN) ? console.in().readAllBytes() : Files.readAllBytes(Path.of(file));
    } catch (IOException | InvalidPathException e) {
      throw new EntenteException(
          ErrorCode.FILE_NOT_FOUND,
          file + ": no such query file can be read. A query itself is given with -e.",
          e);
    }
  }

  private String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new EntenteException(
          ErrorCode.NOT_UTF8, file + ": the query is not UTF-8. Save it as UTF-8.", e);
    }
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
