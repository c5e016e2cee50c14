// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.KnowledgeBase;
import io.github.entente.app.cli.output.Console;
import io.github.entente.app.cli.output.Progress;
import io.github.entente.explain.Explainer;
import io.github.entente.explain.Explanation;
import io.github.entente.explain.Leaf;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Viewpoint;
import io.github.entente.source.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente why 'SUBJECT PREDICATE OBJECT'}. */
@picocli.CommandLine.Command(
    name = "why",
    description = {
      "Show why a statement follows, down to the files and passages that it rests on.",
      "Subject, predicate and object are prefixed names, IRIs in angle brackets or labels; a literal"
          + " stands in quotation marks. Why a row is an answer: 'entente ask NAME --why ROW'."
    })
final class WhyCommand implements Command {
  private final Console console;

  @Parameters(paramLabel = "STATEMENT", arity = "0..*", description = "The statement.")
  private List<String> statement = List.of();

  @Option(
      names = "--unsatisfiable",
      paramLabel = "CLASS",
      order = 4,
      description = "Why that class can have no instance.")
  private String unsatisfiable;

  @Option(
      names = "--inconsistent",
      order = 5,
      description = "Why the axioms contradict each other.")
  private boolean inconsistent;

  @Option(
      names = "--max",
      paramLabel = "N",
      defaultValue = "1",
      order = 6,
      description = "Up to so many justifications, the smallest first. Without it: 1.")
  private int most;

  @Option(
      names = "--sources",
      order = 7,
      description = "Also tell the sources that it cannot do without.")
  private boolean sources;

  @Option(
      names = "--not-on",
      paramLabel = "DATE",
      order = 8,
      description = "Also tell which of the statements it rests on are not in force on that day.")
  private LocalDate notOn;

  @Mixin private KnowledgeOptions knowledge;
  @Mixin private WorldOptions world;
  @Mixin private Assumption assumption;
  @Mixin private TextOptions text;
  @Mixin private FormOptions form;

  WhyCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run() {
    int asked =
        (statement.isEmpty() ? 0 : 1) + (unsatisfiable == null ? 0 : 1) + (inconsistent ? 1 : 0);
    if (asked != 1 || most < 1) {
      throw new EntenteException(
          ErrorCode.BAD_OPTION,
          most < 1
              ? "--max wants a number from 1."
              : "Ask one thing: a statement, subject, predicate and object, in quotation marks;"
                  + " --unsatisfiable CLASS; or --inconsistent.");
    }
    Optional<Explanation> explanation;
    Texts texts;
    List<Leaf> absent = List.of();
    try (var progress = Progress.begin(console, form.style(), "reading");
        var known = knowledge.open(console, progress)) {
      var kb = assumption.with(known);
      texts = text.verified(kb);
      progress.now("reasoning and explaining");
      explanation = explanation(kb, world.view(kb));
      if (notOn != null && explanation.isPresent()) {
        absent = kb.absent(explanation.get(), world.view(kb).day(Optional.of(notOn)));
      }
    }
    if (explanation.isPresent()) {
      form.print(explanation.get(), texts, console);
      if (notOn != null) {
        printAbsent(absent);
      }
      return Exit.OK;
    }
    console.out().println(inconsistent ? "no contradiction" : "no");
    if (!form.style().quiet()) {
      console.err().println(remark());
    }
    return Exit.NEGATIVE;
  }

  private void printAbsent(List<Leaf> absent) {
    var out = console.out();
    out.println();
    out.println(
        absent.isEmpty()
            ? "All of it is in force on " + notOn + " too."
            : "Not in force on " + notOn + ":");
    for (var leaf : absent) {
      var days = leaf.origins().stream().flatMap(origin -> origin.days().stream()).findFirst();
      out.println(
          "[%d] %s%s"
              .formatted(leaf.number(), leaf.words(), days.map(d -> " (" + d + ")").orElse("")));
    }
  }

  private String remark() {
    return inconsistent
        ? "The axioms are consistent."
        : unsatisfiable != null
            ? "The class can have instances."
            : "It does not follow. 'entente why-not' says what is missing.";
  }

  private Optional<Explanation> explanation(KnowledgeBase kb, Viewpoint view) {
    var wish = new Explainer.Wish(most, sources);
    if (inconsistent) {
      return kb.whyInconsistent(view, wish, world.timeout());
    } else if (unsatisfiable != null) {
      return kb.whyUnsatisfiable(unsatisfiable, view, wish, world.timeout());
    }
    return kb.why(kb.statement(String.join(" ", statement), view), view, wish, world.timeout());
  }

  @Override
  public int verbosity() {
    return form.style().verbosity();
  }
}
