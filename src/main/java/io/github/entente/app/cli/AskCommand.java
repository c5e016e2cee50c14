// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.KnowledgeBase;
import io.github.entente.app.cli.output.Console;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente ask NAME}. */
@picocli.CommandLine.Command(
    name = "ask",
    description = "Answer a named question; 'entente questions' lists them.")
final class AskCommand implements Command {
  private final Console console;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      completionCandidates = Questions.Names.class,
      description = "Name of the question.")
  private String name;

  @Option(
      names = "--rows",
      order = 19,
      description = "Show each row where a table would be a compact view.")
  private boolean rows;

  @Option(
      names = "--all",
      order = 19,
      description = "Answer all questions, one table after the other.")
  private boolean all;

  @Mixin private AnswerOptions options;

  AskCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run() {
    if (all == (name != null)) {
      throw new EntenteException(
          ErrorCode.BAD_OPTION,
          "Give the NAME of one question, or --all. 'entente questions' lists them.");
    }
    return all
        ? options.answerEach(console, rows, kb -> named(kb).questions().stream().map(q -> q.name()))
        : options.answer(console, rows, kb -> named(kb).ask(name));
  }

  private static KnowledgeBase named(KnowledgeBase kb) {
    if (kb.questions().isEmpty()) {
      throw new EntenteException(
          ErrorCode.UNKNOWN_QUESTION,
          "The files of --data and --ontology bring no named questions. Add --with-bundled for the"
              + " bundled ones, or ask with 'entente query'.");
    }
    return kb;
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
