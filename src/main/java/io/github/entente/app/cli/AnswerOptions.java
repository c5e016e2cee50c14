// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.KnowledgeBase;
import io.github.entente.app.cli.output.AnswersPrinter;
import io.github.entente.app.cli.output.Console;
import io.github.entente.app.cli.output.Difference;
import io.github.entente.app.cli.output.Form;
import io.github.entente.app.cli.output.Format;
import io.github.entente.app.cli.output.GroupView;
import io.github.entente.app.cli.output.Progress;
import io.github.entente.app.cli.output.Style;
import io.github.entente.explain.Explainer;
import io.github.entente.explain.Explanation;
import io.github.entente.model.Engine;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Regime;
import io.github.entente.query.Answers;
import io.github.entente.query.Row;
import io.github.entente.source.Texts;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is common to the commands that give answers: their options, and how they ask and print. */
final class AnswerOptions {
  /** Names of the regimes, for completion and help. */
  static final class Regimes implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.of(Regime.values()).map(Regime::label).iterator();
    }
  }

  /** Names of the engines, for completion and help. */
  static final class Engines implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.of(Engine.values()).map(Engine::label).iterator();
    }
  }

  @Mixin private KnowledgeOptions knowledge;
  @Mixin private WorldOptions world;
  @Mixin private Assumption assumption;
  @Mixin private Isolation isolation;

  @Option(
      names = "--regime",
      paramLabel = "REGIME",
      completionCandidates = Regimes.class,
      order = 11,
      description =
          "What counts as following from the data: ${COMPLETION-CANDIDATES}. Without it: the"
              + " question's own, else owl-direct.")
  private Regime regime;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      completionCandidates = Engines.class,
      order = 11,
      description =
          "How it is found what follows: ${COMPLETION-CANDIDATES}. With rules: quick, and the"
              + " answer says where something may be missing. With hermit: slow, each candidate"
              + " refuted by HermiT, to compare with. Without it: hybrid, which decides what the"
              + " rules leave open.")
  private Engine engine;

  @Option(
      names = "--explain-plan",
      order = 19,
      description =
          "Say as well how it was answered: what the patterns demand, what decided each part (lookup,"
              + " rules, models, refutation), and the algebra.")
  private boolean explainPlan;

  @Option(
      names = "--why",
      paramLabel = "ROW",
      order = 18,
      description =
          "Also show why that row, counted from 1, is an answer: down to files and passages. With"
              + " --format json, ttl or md: the explanation alone.")
  private Integer why;

  @Option(
      names = "--why-format",
      paramLabel = "FORMAT",
      order = 18,
      description =
          "With --why: the explanation alone, as ${COMPLETION-CANDIDATES}; ttl is PROV-O, oa the"
              + " passages as Web Annotations in JSON-LD.")
  private Form whyFormat;

  @Option(
      names = "--max",
      paramLabel = "N",
      order = 18,
      description = "With --why: up to so many justifications. Without it: 1.")
  private Integer most;

  @Option(
      names = "--sources",
      order = 18,
      description = "With --why: also tell the sources that the row cannot do without.")
  private boolean sources;

  @Mixin private TextOptions text;
  @Mixin private OutputOptions output;

  Optional<Command.Limits> isolated() {
    return isolation.wanted()
        ? Optional.of(new Command.Limits(isolation, world.timeout()))
        : Optional.empty();
  }

  Style style() {
    return output.style();
  }

  /** Asks, prints, and gives the exit code. */
  int answer(
      Console console, boolean everyRow, Function<KnowledgeBase, KnowledgeBase.Ask> question) {
    Answers answers;
    Optional<Difference> difference = Optional.empty();
    Optional<Explanation> explanation = Optional.empty();
    Optional<GroupView> view;
    Texts texts;
    try (var progress = Progress.begin(console, style(), "reading");
        var known = knowledge.open(console, progress)) {
      var kb = assumption.with(known);
      texts = text.verified(kb);
      progress.now("reasoning and answering");
      answers = under(question.apply(kb), kb).run();
      if (changes()) {
        progress.now("comparing with the world as it is known");
        difference = Optional.of(difference(answers, kb, question.apply(known), known));
      }
      if (why != null) {
        progress.now("explaining");
        explanation = Optional.of(explained(kb, answers));
      }
      view =
          everyRow || why != null || text.given()
              ? Optional.empty()
              : Grouping.of(answers, kb, world.timeout());
    }
    var form = explanation.isPresent() ? form() : Form.TEXT;
    if (explanation.isPresent() && (whyFormat != null || form != Form.TEXT)) {
      console.out().print(form.of(explanation.get(), texts));
      return Exit.OK;
    }
    var printer = new AnswersPrinter(console, style());
    printer.print(answers, view, texts);
    if (explainPlan) {
      printer.printPlan(answers);
    }
    difference.ifPresent(d -> printer.printDifference(answers, d, cause()));
    if (explanation.isPresent()) {
      console.out().println();
      console.out().print(form.of(explanation.get(), texts));
    }
    if (answers.cutShort()) {
      console.out().flush();
      throw new EntenteException(
          ErrorCode.LIMIT_REACHED,
          "the time limit left something undecided, so the answer may not be whole");
    }
    boolean no = answers.form() == Answers.Form.TRUTH && !answers.truth();
    return no ? Exit.NEGATIVE : Exit.OK;
  }

  /** Asks named questions in turn and prints each as a table; the exit code tells of the limit. */
  int answerEach(Console console, boolean everyRow, Function<KnowledgeBase, Stream<String>> names) {
    if (why != null || text.given() || changes() || tableRefused()) {
      throw new EntenteException(
          ErrorCode.BAD_OPTION,
          "--all prints tables of the answers alone: without --why, --text, --without, --assume,"
              + " --accept and other formats. Ask one question for these.");
    }
    var printer = new AnswersPrinter(console, style().with(Format.TABLE));
    boolean undecided = false;
    try (var progress = Progress.begin(console, style(), "reading");
        var kb = knowledge.open(console, progress)) {
      for (var name : names.apply(kb).toList()) {
        progress.now("answering " + name);
        var answers = under(kb.ask(name), kb).run();
        var view =
            everyRow ? Optional.<GroupView>empty() : Grouping.of(answers, kb, world.timeout());
        console.out().println(console.bold(name));
        printer.print(answers, view, Texts.NONE);
        if (explainPlan) {
          printer.printPlan(answers);
        }
        console.out().println();
        undecided |= answers.cutShort();
      }
    }
    return undecided ? Exit.LIMIT : Exit.OK;
  }

  private boolean tableRefused() {
    return style().format().filter(format -> format != Format.TABLE).isPresent();
  }

  private Difference difference(
      Answers now, KnowledgeBase kb, KnowledgeBase.Ask ask, KnowledgeBase known) {
    var policy = ask.view().policy();
    under(ask, known);
    var before = ask.from(ask.view().withAll().policy(policy)).run();
    return Difference.of(
        new Difference.Side(kb, now),
        new Difference.Side(known, before),
        world.withdraws(),
        assumption.given() || world.accepts(),
        world.timeout());
  }

  private boolean changes() {
    return world.withdraws() || world.accepts() || assumption.given();
  }

  private String cause() {
    var causes =
        Stream.of(
                world.withdraws() ? "withdrawn" : "",
                assumption.given() ? "assumed" : "",
                world.accepts() ? "accepted" : "")
            .filter(cause -> !cause.isEmpty())
            .toList();
    return "what is " + String.join(" and ", causes);
  }

  private Explanation explained(KnowledgeBase kb, Answers answers) {
    boolean truth = answers.form() == Answers.Form.TRUTH;
    int rows = truth ? (answers.truth() ? 1 : 0) : answers.rows().size();
    if (why < 1 || why > rows || Optional.ofNullable(most).orElse(1) < 1) {
      throw new EntenteException(
          ErrorCode.BAD_OPTION,
          rows == 0
              ? "--why explains a row, and the answer has none."
              : "--why wants the number of a row, from 1 to %d, and --max a number from 1."
                  .formatted(rows));
    }
    var row = truth ? new Row(Map.of()) : answers.rows().get(why - 1);
    var wish = new Explainer.Wish(Optional.ofNullable(most).orElse(1), sources);
    return kb.explain(answers, row, wish, world.timeout());
  }

  /** The explanation alone is written in its own formats; under a table, as text. */
  private Form form() {
    if (whyFormat != null) {
      return whyFormat;
    }
    return switch (style().format().orElse(Format.TABLE)) {
      case TABLE, TSV -> Form.TEXT;
      case JSON -> Form.JSON;
      case TTL -> Form.TTL;
      case MD -> Form.MD;
      case CSV, XML ->
          throw new EntenteException(
              ErrorCode.BAD_OPTION,
              "Explanations have no such format. Use --format table, json, ttl or md"
                  + " with --why, or --why-format.");
    };
  }

  private KnowledgeBase.Ask under(KnowledgeBase.Ask ask, KnowledgeBase kb) {
    ask.from(world.over(ask.view(), kb));
    Optional.ofNullable(regime).ifPresent(ask::regime);
    Optional.ofNullable(engine).ifPresent(ask::engine);
    return ask.timeout(world.timeout());
  }
}
