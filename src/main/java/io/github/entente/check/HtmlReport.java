// SPDX-License-Identifier: Apache-2.0
package io.github.entente.check;

import static java.util.Comparator.naturalOrder;

import io.github.entente.check.CheckReport.Finding;
import io.github.entente.check.CheckReport.Severity;
import io.github.entente.check.FullReport.QuestionRun;
import io.github.entente.check.Section.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.shared.PrefixMapping;

/**
 * A full report as one HTML page that needs nothing else: no scripts, no fonts, no network; light
 * or dark as the reader's system is; fit for printing.
 */
public final class HtmlReport {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ground: #fff; --ink: #1b1f24; --faint: #57606a;
        --line: #d0d7de; --panel: #f6f8fa; --good: #116329; --note: #0a4f9e; --warn: #7d4e00;
        --bad: #a40e26; --good-tint: #dafbe1; --note-tint: #ddf0ff; --warn-tint: #fff5d6;
        --bad-tint: #ffebe9; }
      @media (prefers-color-scheme: dark) { :root { --ground: #0d1117; --ink: #e6edf3;
        --faint: #9da7b3; --line: #30363d; --panel: #161b22; --good: #56d364; --note: #79c0ff;
        --warn: #e3b341; --bad: #ff7b72; --good-tint: #12261b; --note-tint: #0f2440;
        --warn-tint: #2b2111; --bad-tint: #32171c; } }
      @media print { :root { color-scheme: light; --ground: #fff; --ink: #000; --faint: #444;
        --line: #bbb; --panel: #fff; --good: #116329; --note: #0a4f9e; --warn: #7d4e00;
        --bad: #a40e26; --good-tint: #fff; --note-tint: #fff; --warn-tint: #fff; --bad-tint: #fff; }
        article li, tr { break-inside: avoid; } h2, h3 { break-after: avoid; }
        body { font-size: 9.5pt; } }
      * { box-sizing: border-box; }
      body { background: var(--ground); color: var(--ink); margin: 0 auto; padding: 2rem 1.5rem;
        max-width: 64rem; font: 1rem/1.5 system-ui, sans-serif; }
      h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .75rem; }
      h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; }
      p { margin: .25rem 0; } .faint { color: var(--faint); } a { color: var(--note); }
      .verdict { display: inline-block; font-weight: 600; border: 1px solid; border-radius: .4rem;
        padding: .3rem .9rem; margin-bottom: .5rem; }
      .counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr));
        gap: .75rem; margin: 1.25rem 0 0; padding: 0; list-style: none; }
      .counts li { border: 1px solid var(--line); border-radius: .4rem; padding: .6rem .9rem; }
      .counts strong { display: block; font-size: 1.6rem; line-height: 1.2;
        font-variant-numeric: tabular-nums; }
      .counts .none { color: var(--faint); }
      table { border-collapse: collapse; width: 100%; }
      th, td { text-align: left; vertical-align: top; padding: .4rem 1rem .4rem 0;
        border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
      th { color: var(--faint); font-weight: 600; border-bottom-width: 2px; }
      th:last-child, td:last-child { padding-right: 0; }
      td.number, th.number { text-align: right; font-variant-numeric: tabular-nums;
        white-space: nowrap; }
      td.number + td, th.number + th { padding-left: 1rem; }
      article { border: 1px solid var(--line); border-left-width: .35rem; border-radius: .4rem;
        padding: .75rem 1rem; margin: .75rem 0; background: var(--panel); }
      article h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
      article ul { margin: .5rem 0 0; padding: 0; list-style: none; }
      article li { border-top: 1px solid var(--line); padding: .35rem 0; }
      .tag { display: inline-block; border-radius: .3rem; padding: 0 .5rem; margin-right: .5rem; }
      code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
      pre { margin: .25rem 0; white-space: pre-wrap; overflow-wrap: anywhere;
        font: .9em/1.4 ui-monospace, monospace; }
      .passed { color: var(--good); } .info { color: var(--note); }
      .failed, .violation { color: var(--bad); }
      .cut_short, .warning, .limit { color: var(--warn); } .not_run { color: var(--faint); }
      .verdict.passed { background: var(--good-tint); } .verdict.failed { background: var(--bad-tint); }
      .verdict.cut_short { background: var(--warn-tint); }
      .tag.info { background: var(--note-tint); } .tag.violation { background: var(--bad-tint); }
      .tag.warning, .tag.limit { background: var(--warn-tint); }
      article.violation { border-left-color: var(--bad); } article.info { border-left-color: var(--note); }
      article.warning, article.limit { border-left-color: var(--warn); }
      article h3, article p, article pre, article li { color: var(--ink); }
      article .faint { color: var(--faint); }
      @media (max-width: 40rem) {
        body { padding: 1.25rem 1rem; } h1 { font-size: 1.4rem; }
        .counts { grid-template-columns: 1fr 1fr; }
        thead { display: none; } table, tbody, tr, td { display: block; }
        tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
        td, td.number { border: 0; padding: .1rem 0; text-align: left; display: flex;
          white-space: normal; }
        td:first-child { font-weight: 600; } td:first-child::before { display: none; }
        td.number + td { padding-left: 0; }
        td:empty { display: none; }
        td::before { content: attr(data-label); color: var(--faint); flex: 0 0 7rem; }
      }
      """;

  private HtmlReport() {}

  /**
   * The report as a page.
   *
   * @param prefixes by which IRIs are shortened
   */
  public static String of(FullReport report, PrefixMapping prefixes) {
    var text = new ReportText(prefixes);
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
        <title>%1$s</title>
        <style>
        %2$s</style>
        </head>
        <body>
        <header>
        <h1>Entente check</h1>
        <p class="verdict %7$s">%8$s</p>
        <p class="faint">%3$s</p>
        %9$s</header>
        <main>
        %4$s%5$s%6$s</main>
        </body>
        </html>
        """
        .formatted(
            escaped("Entente check: " + ReportText.verdict(report)),
            STYLE,
            escaped(ReportText.extent(report)),
            parts(report.sections()),
            report.sections().stream().map(s -> findings(s, text)).collect(Collectors.joining()),
            questions(report.questions()),
            verdict(report),
            symbol(verdict(report)) + " " + escaped(ReportText.verdict(report)),
            counts(report));
  }

  private static String verdict(FullReport report) {
    return report.check().ok() ? (report.check().complete() ? "passed" : "cut_short") : "failed";
  }

  /** Told by its shape too, for those who do not see or print the colours. */
  private static String symbol(String style) {
    return switch (style) {
      case "passed" -> "✓";
      case "failed", "violation" -> "✕";
      case "warning" -> "▲";
      case "limit", "cut_short" -> "■";
      case "info" -> "●";
      default -> "–";
    };
  }

  private static String counts(FullReport report) {
    var counts = new LinkedHashMap<String, Long>();
    for (var severity : Severity.values()) {
      counts.put(ReportText.label(severity), report.count(severity));
    }
    counts.put("limit", report.limits());
    return counts.entrySet().stream()
        .map(
            count ->
                "<li class=\"%s\"><strong>%s</strong>%s %s</li>\n"
                    .formatted(
                        count.getValue() == 0 ? "none" : count.getKey(),
                        ReportText.number(count.getValue()),
                        symbol(count.getKey()),
                        ReportText.plural(count.getValue(), count.getKey())))
        .collect(Collectors.joining("", "<ul class=\"counts\">\n", "</ul>\n"));
  }

  private static String parts(List<Section> sections) {
    var rows =
        sections.stream()
            .map(
                section ->
                    row(
                        cell("part", link(section)),
                        cell(
                            "result",
                            "<span class=\"%s\">%s %s</span>"
                                .formatted(
                                    style(section),
                                    symbol(style(section)),
                                    escaped(section.state().label()))),
                        cell("rules", escaped(ReportText.rules(section))),
                        cell("applied to", escaped(ReportText.subjects(section))),
                        number("time", section.ran() ? ReportText.seconds(section.time()) : "")));
    return table(
        "Parts",
        "<th>part</th><th>result</th><th>rules</th><th>applied to</th><th class=\"number\">time</th>",
        rows);
  }

  private static String questions(List<QuestionRun> runs) {
    if (runs.isEmpty()) {
      return "";
    }
    var rows =
        runs.stream()
            .map(
                run ->
                    row(
                        cell("question", escaped(run.id())),
                        cell("name", escaped(run.name())),
                        cell("as of", run.asOf().map(Object::toString).orElse("")),
                        number(
                            "rows",
                            run.guarantee().isPresent() ? ReportText.number(run.rows()) : ""),
                        cell("guarantee", escaped(run.guarantee().orElse("no answer"))),
                        number("time", ReportText.seconds(run.time()))));
    return table(
        "Questions",
        "<th>question</th><th>name</th><th>as of</th><th class=\"number\">rows</th>"
            + "<th>guarantee</th><th class=\"number\">time</th>",
        rows);
  }

  private static String findings(Section section, ReportText text) {
    if (section.findings().isEmpty()) {
      return "";
    }
    var alike = new LinkedHashMap<List<String>, List<Finding>>();
    for (var finding : section.findings()) {
      var heading = List.of(ReportText.label(finding), rule(finding), finding.message());
      alike.computeIfAbsent(heading, none -> new ArrayList<>()).add(finding);
    }
    return alike.values().stream()
        .map(findings -> article(findings, text))
        .collect(
            Collectors.joining(
                "",
                "<section id=\"%1$s\">\n<h2>Findings: %1$s</h2>\n"
                    .formatted(escaped(section.part().label())),
                "</section>\n"));
  }

  private static String rule(Finding finding) {
    return finding.detail().map(ReportText::rule).orElse(finding.kind().label());
  }

  /** Findings that differ only in what they are about are told once. */
  private static String article(List<Finding> findings, ReportText text) {
    var first = findings.get(0);
    var label = ReportText.label(first);
    var tag = first.message().contains("\n") ? "pre" : "p";
    return """
        <article class="%1$s">
        <h3><span class="tag %1$s">%2$s %1$s</span>%3$s%4$s</h3>
        <%5$s>%6$s</%5$s>
        <ul>
        %7$s</ul>
        </article>
        """
        .formatted(
            label,
            symbol(label),
            escaped(rule(first)),
            findings.size() == 1 ? "" : " <span class=\"faint\">× " + findings.size() + "</span>",
            tag,
            escaped(text.shortened(first.message())),
            findings.stream().map(each -> item(each, text)).collect(Collectors.joining()));
  }

  private static String item(Finding finding, ReportText text) {
    var files = finding.detail().map(d -> String.join(", ", d.files())).orElse("");
    return "<li><code>%s</code>%s</li>\n"
        .formatted(
            escaped(text.subject(finding)),
            files.isEmpty() ? "" : "<p class=\"faint\">" + escaped(files) + "</p>");
  }

  private static String link(Section section) {
    var label = escaped(section.part().label());
    return section.findings().isEmpty() ? label : "<a href=\"#%1$s\">%1$s</a>".formatted(label);
  }

  private static String table(String title, String head, Stream<String> rows) {
    return """
        <h2>%s</h2>
        <table>
        <thead><tr>%s</tr></thead>
        <tbody>
        %s</tbody>
        </table>
        """
        .formatted(title, head, rows.collect(Collectors.joining()));
  }

  private static String row(String... cells) {
    return "<tr>" + String.join("", cells) + "</tr>\n";
  }

  private static String cell(String label, String html) {
    return html.isEmpty() ? "<td></td>" : "<td data-label=\"%s\">%s</td>".formatted(label, html);
  }

  private static String number(String label, String text) {
    return cell(label, escaped(text)).replace("<td", "<td class=\"number\"");
  }

  /** By what came of it or, where it passed with remarks, by the gravest of them. */
  private static String style(Section section) {
    if (section.state() == State.REMARKS) {
      return ReportText.label(
          section.findings().stream().map(Finding::severity).min(naturalOrder()).orElseThrow());
    }
    return section.state().name().toLowerCase(Locale.ROOT);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
