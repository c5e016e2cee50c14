// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import io.github.entente.check.CheckReport;
import io.github.entente.check.CheckReport.Finding;
import io.github.entente.check.FullReport;
import io.github.entente.check.HtmlReport;
import io.github.entente.check.JsonReport;
import io.github.entente.check.TableReport;
import io.github.entente.query.Labels;
import io.github.entente.query.Row;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;

/** Prints what a check found. */
public record CheckPrinter(Console console, Style style) {
  private static final List<String> COLUMNS = List.of("check", "place", "message");

  /**
   * Prints the findings, if there are any, and one line that sums up.
   *
   * @throws io.github.entente.model.EntenteException {@code BAD_OPTION} for a format of triples
   */
  public void print(CheckReport report, Labels labels) {
    boolean table = style.table(console) == Format.TABLE;
    if (!table) {
      new RowsPrinter(console, style)
          .print(COLUMNS, report.findings().stream().map(CheckPrinter::row).toList(), labels);
    } else {
      report.findings().forEach(this::paragraph);
    }
    if (!style.quiet()) {
      var to = style.remarksUnderResult(console) ? console.out() : console.err();
      Text.wrap(verdict(report) + " · " + extent(report), console.width()).forEach(to::println);
    }
  }

  /**
   * Prints a full check: a table for a person, JSON with the parts and questions, or the findings
   * as rows.
   */
  public void print(FullReport report, Labels labels) {
    switch (style.table(console)) {
      case TABLE ->
          TableReport.of(report, labels.prefixes(), console.width())
              .forEach(console.out()::println);
      case JSON -> console.out().println(JsonReport.of(report));
      default -> print(report.check(), labels);
    }
  }

  /** Prints a full check as a page of its own. */
  public void printPage(FullReport report, Labels labels) {
    console.out().print(HtmlReport.of(report, labels.prefixes()));
  }

  private void paragraph(Finding finding) {
    var out = console.out();
    out.println(console.bold(finding.kind().label() + " · " + finding.place()));
    Text.wrap(finding.message(), console.width() - 2).forEach(line -> out.println("  " + line));
    out.println();
  }

  private static Row row(Finding finding) {
    return new Row(
        Map.of(
            "check", NodeFactory.createLiteralString(finding.kind().label()),
            "place", NodeFactory.createLiteralString(finding.place()),
            "message", NodeFactory.createLiteralString(finding.message())));
  }

  private static String verdict(CheckReport report) {
    if (!report.ok() || !report.complete()) {
      return Text.count(report.findings().size(), "finding")
          + (report.complete() ? "" : " · not checked to the end");
    }
    return report.findings().isEmpty()
        ? "no findings: within OWL 2 DL, consistent, every class satisfiable"
        : Text.count(report.findings().size(), "remark");
  }

  private static String extent(CheckReport report) {
    return String.join(
            " · ",
            Text.count(report.documents(), "document"),
            Text.count(report.triples(), "triple"),
            Text.count(report.axioms(), "axiom"))
        + report.asOf().map(day -> " · as of " + day).orElse("");
  }
}
