// SPDX-License-Identifier: Apache-2.0
package io.github.entente.check;

import io.github.entente.check.CheckReport.Finding;
import io.github.entente.check.FullReport.QuestionRun;
import io.github.entente.check.Section.State;
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
        --line: #d0d7de; --panel: #f6f8fa; --good: #116329; --warn: #7d4e00; --bad: #a40e26; }
      @media (prefers-color-scheme: dark) { :root { --ground: #0d1117; --ink: #e6edf3;
        --faint: #9da7b3; --line: #30363d; --panel: #161b22; --good: #56d364; --warn: #e3b341;
        --bad: #ff7b72; } }
      @media print { :root { color-scheme: light; --ground: #fff; --ink: #000; --faint: #444;
        --line: #bbb; --panel: #fff; --good: #116329; --warn: #7d4e00; --bad: #a40e26; }
        article, tr { break-inside: avoid; } h2 { break-after: avoid; } body { font-size: 10pt; } }
      body { background: var(--ground); color: var(--ink); margin: 0 auto; padding: 1.5rem;
        max-width: 62rem; font: 1rem/1.5 system-ui, sans-serif; }
      h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
      p { margin: .25rem 0; } .faint { color: var(--faint); }
      .table { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
      th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0;
        border-bottom: 1px solid var(--line); } th { color: var(--faint); font-weight: 600; }
      td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
      article { border: 1px solid var(--line); border-left-width: .3rem; background: var(--panel);
        border-radius: .3rem; padding: .5rem .75rem; margin: .5rem 0; }
      article h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
      code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
      pre { margin: .25rem 0; white-space: pre-wrap; overflow-wrap: anywhere;
        font: .9em/1.4 ui-monospace, monospace; }
      .passed, .info { color: var(--good); } .failed, .violation { color: var(--bad); }
      .remarks, .cut_short, .warning, .limit { color: var(--warn); } .not_run { color: var(--faint); }
      article.violation { border-left-color: var(--bad); } article.info { border-left-color: var(--good); }
      article.warning, article.limit { border-left-color: var(--warn); }
      article p, article pre, article h3 { color: var(--ink); }
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
        <h1>%1$s</h1>
        <p class="faint">%3$s</p>
        </header>
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
            questions(report.questions()));
  }

  private static String parts(List<Section> sections) {
    var rows =
        sections.stream()
            .map(
                section ->
                    row(
                        cell(link(section)),
                        "<td class=\"%s\">%s</td>"
                            .formatted(style(section.state()), escaped(section.state().label())),
                        cell(escaped(ReportText.rules(section))),
                        cell(escaped(ReportText.subjects(section))),
                        number(section.ran() ? ReportText.seconds(section.time()) : "")));
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
                        cell(escaped(run.id())),
                        cell(escaped(run.name())),
                        cell(run.asOf().map(Object::toString).orElse("")),
                        number(run.guarantee().isPresent() ? "" + run.rows() : ""),
                        cell(escaped(run.guarantee().orElse("no answer"))),
                        number(ReportText.seconds(run.time()))));
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
    return section.findings().stream()
        .map(finding -> article(finding, text))
        .collect(
            Collectors.joining(
                "",
                "<section id=\"%1$s\">\n<h2>Findings: %1$s</h2>\n"
                    .formatted(escaped(section.part().label())),
                "</section>\n"));
  }

  private static String article(Finding finding, ReportText text) {
    var label = ReportText.label(finding);
    var rule = finding.detail().map(ReportText::rule).orElse(finding.kind().label());
    var files = finding.detail().map(d -> String.join(", ", d.files())).orElse("");
    var tag = finding.message().contains("\n") ? "pre" : "p";
    return """
        <article class="%1$s">
        <h3><span class="%1$s">%1$s</span> · %2$s</h3>
        <p><code>%3$s</code></p>
        <%4$s>%5$s</%4$s>
        %6$s</article>
        """
        .formatted(
            label,
            escaped(rule),
            escaped(text.subject(finding)),
            tag,
            escaped(text.shortened(finding.message())),
            files.isEmpty() ? "" : "<p class=\"faint\">" + escaped(files) + "</p>\n");
  }

  private static String link(Section section) {
    var label = escaped(section.part().label());
    return section.findings().isEmpty() ? label : "<a href=\"#%1$s\">%1$s</a>".formatted(label);
  }

  private static String table(String title, String head, Stream<String> rows) {
    return """
        <h2>%s</h2>
        <div class="table"><table>
        <thead><tr>%s</tr></thead>
        <tbody>
        %s</tbody>
        </table></div>
        """
        .formatted(title, head, rows.collect(Collectors.joining()));
  }

  private static String row(String... cells) {
    return "<tr>" + String.join("", cells) + "</tr>\n";
  }

  private static String cell(String html) {
    return "<td>" + html + "</td>";
  }

  private static String number(String text) {
    return "<td class=\"number\">" + escaped(text) + "</td>";
  }

  private static String style(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
