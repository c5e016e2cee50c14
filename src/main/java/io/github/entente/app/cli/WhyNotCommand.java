// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.app.cli.output.Console;
import io.github.entente.app.cli.output.Progress;
import io.github.entente.app.cli.output.Style;
import io.github.entente.explain.WhyNot;
import io.github.entente.explain.WhyNotForm;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.source.Texts;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente why-not 'SUBJECT PREDICATE OBJECT'}. */
@picocli.CommandLine.Command(
    name = "why-not",
    description = {
      "Show why a statement does not follow: what contradicts it, or else what is missing.",
      "Exit code 0 where it does not follow, 3 where it does."
    })
final class WhyNotCommand implements Command {
  private final Console console;

  @Parameters(paramLabel = "STATEMENT", arity = "1..*", description = "As for 'entente why'.")
  private List<String> statement = List.of();

  @Mixin private KnowledgeOptions knowledge;
  @Mixin private WorldOptions world;
  @Mixin private Assumption assumption;
  @Mixin private TextOptions text;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      order = 20,
      description =
          "How it is written: ${COMPLETION-CANDIDATES}; ttl is the counter-model as it stands and"
              + " PROV-O. Without it: text.")
  private WhyNotForm form;

  @Mixin private TellingOptions telling;

  WhyNotCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run() {
    WhyNot answer;
    Texts texts;
    var style = new Style(Optional.empty(), false, false, telling.verbosity());
    try (var progress = Progress.begin(console, style, "reading");
        var known = knowledge.open(console, progress)) {
      var kb = assumption.with(known);
      texts = text.verified(kb);
      progress.now("reasoning and explaining");
      var view = world.view(kb);
      answer = kb.whyNot(kb.statement(String.join(" ", statement), view), view, world.timeout());
    }
    console.out().print(form.of(answer, texts));
    if (answer.verdict() == WhyNot.Verdict.UNDECIDED) {
      console.out().flush();
      throw new EntenteException(
          ErrorCode.LIMIT_REACHED, "the time limit came before it was settled");
    }
    return answer.verdict() == WhyNot.Verdict.FOLLOWS ? Exit.NEGATIVE : Exit.OK;
  }

  @Override
  public int verbosity() {
    return telling.verbosity();
  }
}
