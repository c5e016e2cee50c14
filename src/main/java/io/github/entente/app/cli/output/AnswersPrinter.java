// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.query.Answers;
import io.github.entente.query.Question;
import io.github.entente.query.Row;
import io.github.entente.source.Texts;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints answers in the format asked for, and how far they can be trusted. */
public record AnswersPrinter(Console console, Style style) {
  private static final List<String> TRIPLE = List.of("subject", "predicate", "object");

  private static final String NO_TURTLE =
      "True and false have no Turtle form: --format ttl is for CONSTRUCT and DESCRIBE queries."
          + " Use table, tsv, csv, json, xml or md.";

  /**
   * Prints answers.
   *
   * @param view the compact view, where there is one and it is wanted
   * @param texts copies of source texts, whose passages are shown
   * @throws EntenteException {@link ErrorCode#BAD_OPTION} when the answers have no such format
   */
  public void print(Answers answers, Optional<GroupView> view, Texts texts) {
    var status = Status.of(answers, style);
    switch (answers.form()) {
      case ROWS -> rows(answers, view, status);
      case TRUTH -> truth(answers, status);
      case GRAPH -> graph(answers);
    }
    if (!texts.isEmpty()) {
      new PassagePrinter(console, style).under(answers, texts);
    }
    status.print(console, style);
  }

  /** Prints how the query was answered: under a table, else to standard error. */
  public void printPlan(Answers answers) {
    var to = style.remarksUnderResult(console) ? console.out() : console.err();
    to.println();
    to.println("Plan");
    answers.plan().lines(answers.labels()).forEach(line -> to.println("  " + line));
  }

  /**
   * Prints the rows that a change makes fall and appear, and those of which it changes the
   * justifications; those that are all there are not again.
   *
   * @param now the rows shown above
   * @param cause the change, in words
   */
  public void printDifference(Answers now, Difference difference, String cause) {
    if (style.quiet()) {
      return;
    }
    var to = style.remarksUnderResult(console) ? console.out() : console.err();
    to.println();
    int shown = now.rows().size();
    var lost = difference.lost().rows();
    var gained = difference.gained().rows();
    if (lost.isEmpty() && gained.isEmpty()) {
      to.println("No row falls or appears with " + cause + ".");
    }
    String last = lost.size() == 1 ? ": its last" : ": their last";
    printRows(
        now,
        lost,
        "fall",
        cause + (difference.withdrawn() ? last + " justification is gone" : ""),
        to);
    if (gained.size() == shown && shown > 1) {
      to.println("All " + Text.count(shown, "row") + " appear with " + cause + ".");
    } else {
      printRows(now, gained, "appear", cause, to);
    }
    printRows(now, difference.losing(), "lose", "a justification", cause + "; another remains", to);
    printRows(now, difference.winning(), "gain", "a justification", cause, to);
  }

  private void printRows(Answers now, List<Row> rows, String verb, String cause, PrintStream to) {
    printRows(now, rows, verb, "", cause, to);
  }

  private void printRows(
      Answers now, List<Row> rows, String verb, String what, String cause, PrintStream to) {
    if (rows.isEmpty()) {
      return;
    }
    to.println(
        Text.count(rows.size(), "row")
            + " "
            + verb
            + (rows.size() == 1 ? "s " : " ")
            + (what.isEmpty() ? "" : what + " ")
            + "with "
            + cause
            + ".");
    if (style.remarksUnderResult(console)) {
      to.println();
      new RowsPrinter(console, style).print(now.variables(), rows, now.labels());
    }
  }

  private void rows(Answers answers, Optional<GroupView> view, Status status) {
    boolean table = style.table(console) == Format.TABLE;
    if (table && !style.quiet()) {
      caption(answers.question());
    }
    if (table && view.isPresent() && !answers.rows().isEmpty()) {
      view.get().print(answers, console, new Terms(answers.labels(), style.iri()));
      if (!style.quiet()) {
        console.out().println();
        console
            .out()
            .println("One entry for each " + view.get().variable() + "; --rows shows each row.");
      }
    } else if (style.table(console) == Format.JSON) {
      var results = StandardResults.json(answers.variables(), answers.rows());
      new JsonResults(style, console.out()).print(results, status);
    } else {
      new RowsPrinter(console, style).print(answers.variables(), answers.rows(), answers.labels());
      if (table && !style.quiet()) {
        console.out().println();
      }
    }
  }

  private void caption(Optional<Question> question) {
    question.ifPresent(
        q -> {
          Text.wrap(q.summary(), console.width()).forEach(console.out()::println);
          console.out().println();
        });
  }

  private void truth(Answers answers, Status status) {
    var format = style.table(console);
    switch (format) {
      case JSON ->
          new JsonResults(style, console.out())
              .print(StandardResults.json(answers.truth()), status);
      case XML -> StandardResults.truth(format, answers.truth(), console.out());
      case TTL -> throw new EntenteException(ErrorCode.BAD_OPTION, NO_TURTLE);
      case TABLE -> {
        if (!style.quiet()) {
          caption(answers.question());
        }
        console.out().println(console.bold(String.valueOf(answers.truth())));
      }
      default -> console.out().println(answers.truth());
    }
  }

  /** Triples are written as such; as a table they have three columns. */
  private void graph(Answers answers) {
    var format = style.format().orElse(Format.TTL);
    switch (format) {
      case TTL, JSON, XML ->
          StandardResults.graph(
              format, answers.graph(), answers.labels().prefixes(), console.out());
      default -> new RowsPrinter(console, style).print(TRIPLE, triples(answers), answers.labels());
    }
  }

  private static List<Row> triples(Answers answers) {
    return answers.graph().stream()
        .map(
            t ->
                new Row(
                    Map.of(
                        TRIPLE.get(0), t.getSubject(),
                        TRIPLE.get(1), t.getPredicate(),
                        TRIPLE.get(2), t.getObject())))
        .sorted(
            Comparator.comparing(
                row -> TRIPLE.stream().map(v -> row.terms().get(v).toString()).toList().toString()))
        .toList();
  }
}
