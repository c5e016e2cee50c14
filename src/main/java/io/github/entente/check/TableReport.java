// SPDX-License-Identifier: Apache-2.0
package io.github.entente.check;

import io.github.entente.check.CheckReport.Detail;
import io.github.entente.check.CheckReport.Finding;
import io.github.entente.check.FullReport.QuestionRun;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.shared.PrefixMapping;

/** A full report as plain text: a table of the parts, the findings, a table of the questions. */
public final class TableReport {
  private static final String GAP = "  ";

  private TableReport() {}

  /**
   * The report as lines of text.
   *
   * @param prefixes by which IRIs are shortened
   * @param width at which messages are wrapped, in characters
   */
  public static List<String> of(FullReport report, PrefixMapping prefixes, int width) {
    var text = new ReportText(prefixes);
    var lines = new ArrayList<String>(parts(report));
    for (var finding : report.check().findings()) {
      lines.add("");
      lines.addAll(lines(finding, text, width));
    }
    if (!report.questions().isEmpty()) {
      lines.add("");
      lines.addAll(questions(report.questions()));
    }
    lines.add("");
    lines.addAll(wrap(ReportText.verdict(report) + " · " + ReportText.extent(report), width, ""));
    return lines;
  }

  private static List<String> parts(FullReport report) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("part", "result", "rules", "applied to", "time"));
    for (var section : report.sections()) {
      rows.add(
          List.of(
              section.part().label(),
              section.state().label(),
              ReportText.rules(section),
              ReportText.subjects(section),
              section.ran() ? ReportText.seconds(section.time()) : ""));
    }
    return table(rows);
  }

  private static List<String> questions(List<QuestionRun> runs) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("question", "name", "rows", "guarantee", "time"));
    for (var run : runs) {
      rows.add(
          List.of(
              run.id(),
              run.name(),
              run.guarantee().isPresent() ? "" + run.rows() : "",
              run.guarantee().orElse("no answer"),
              ReportText.seconds(run.time())));
    }
    return table(rows);
  }

  private static List<String> lines(Finding finding, ReportText text, int width) {
    var lines = new ArrayList<String>();
    var head =
        List.of(
            ReportText.label(finding),
            finding.detail().map(ReportText::rule).orElse(finding.kind().label()),
            text.subject(finding));
    lines.add(String.join(" · ", head));
    lines.addAll(wrap(text.shortened(finding.message()), width, GAP));
    finding
        .detail()
        .map(Detail::files)
        .filter(files -> !files.isEmpty())
        .ifPresent(files -> lines.add(GAP + String.join(", ", files)));
    return lines;
  }

  /** Columns as wide as their widest cell. */
  private static List<String> table(List<List<String>> rows) {
    var widths =
        IntStream.range(0, rows.get(0).size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    return rows.stream()
        .map(
            row ->
                IntStream.range(0, widths.length)
                    .mapToObj(i -> row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
                    .collect(Collectors.joining(GAP))
                    .stripTrailing())
        .toList();
  }

  private static List<String> wrap(String message, int width, String indent) {
    var lines = new ArrayList<String>();
    for (var paragraph : message.split("\n")) {
      var line = new StringBuilder(indent);
      for (var word : paragraph.strip().split(" +")) {
        if (line.length() > indent.length() && line.length() + 1 + word.length() > width) {
          lines.add(line.toString());
          line = new StringBuilder(indent);
        }
        line.append(line.length() > indent.length() ? " " : "").append(word);
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
