// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import io.github.entente.model.Guarantee;
import io.github.entente.model.Regime;
import io.github.entente.model.Viewpoint;
import io.github.entente.query.Answers;
import io.github.entente.query.Basis;
import io.github.entente.query.Verification;
import java.util.List;
import java.util.Optional;

/**
 * How far a result can be trusted: one line, then the reasons of a weaker guarantee, then remarks.
 *
 * @param regime what counted as following
 * @param guarantee how far, and why no further
 * @param basis what it rests on; empty for none
 * @param view from where the world was looked at; empty where only stored graphs were
 * @param extent how much there is, such as {@code 172 rows}; empty for none
 * @param verification the weakest level among the facts behind it; empty for none
 * @param notes remarks that do not weaken the guarantee
 */
public record Status(
    Regime regime,
    Guarantee guarantee,
    Optional<Basis> basis,
    Optional<Viewpoint> view,
    String extent,
    Optional<Verification> verification,
    List<String> notes) {
  /** The status of answers. */
  static Status of(Answers answers, Style style) {
    String extent =
        switch (answers.form()) {
          case ROWS -> Text.count(answers.rows().size(), "row");
          case GRAPH -> Text.count(answers.graph().size(), "triple");
          case TRUTH -> "";
        };
    return new Status(
        answers.regime(),
        answers.guarantee(),
        answers.basis(),
        answers.view(),
        extent,
        style.quiet() ? Optional.empty() : answers.verification(),
        answers.notes());
  }

  /** Prints it under the result or to standard error; not at all when that is not wanted. */
  void print(Console console, Style style) {
    if (style.quiet()) {
      return;
    }
    var to = style.remarksUnderResult(console) ? console.out() : console.err();
    int width = console.width();
    Text.wrap(line(), width).forEach(to::println);
    verification.ifPresent(level -> print(to, "  ", level.label(), width));
    guarantee.reasons().forEach(reason -> print(to, "  because: ", reason, width));
    notes.forEach(note -> print(to, "  note: ", note, width));
  }

  private static void print(java.io.PrintStream to, String lead, String text, int width) {
    var lines = Text.wrap(text, width - lead.length());
    for (int i = 0; i < lines.size(); i++) {
      to.println((i == 0 ? lead : " ".repeat(lead.length())) + lines.get(i));
    }
  }

  private String line() {
    return regime.label()
        + " · "
        + guarantee.label()
        + basis.map(found -> " · " + found.label()).orElse("")
        + view.map(Viewpoint::place).orElse("")
        + (extent.isEmpty() ? "" : " · " + extent);
  }
}
