// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.app.cli.output.Console;
import io.github.entente.app.cli.output.QuestionPrinter;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.query.Question;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code entente questions [NAME]}. */
@picocli.CommandLine.Command(
    name = "questions",
    description = "List the named questions, or show one with its SPARQL.")
final class QuestionsCommand implements Command {
  private final Console console;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      completionCandidates = Questions.Names.class,
      description = "Name of a question, to show its SPARQL.")
  private String name;

  @Mixin private OutputOptions output;

  QuestionsCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run() {
    var printer = new QuestionPrinter(console, output.style());
    var questions = Questions.all();
    if (name == null) {
      printer.list(questions);
      return Exit.OK;
    }
    printer.show(
        questions.stream()
            .filter(question -> question.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new EntenteException(
                        ErrorCode.UNKNOWN_QUESTION,
                        "There is no question '"
                            + name
                            + "'."
                            + Spelling.hint(name, questions.stream().map(Question::name).toList())
                            + " 'entente questions' without a name lists them.")));
    return Exit.OK;
  }

  @Override
  public int verbosity() {
    return output.style().verbosity();
  }
}
