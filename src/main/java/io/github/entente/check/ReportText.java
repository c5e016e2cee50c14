// SPDX-License-Identifier: Apache-2.0
package io.github.entente.check;

import io.github.entente.check.CheckReport.Detail;
import io.github.entente.check.CheckReport.Finding;
import io.github.entente.check.CheckReport.Kind;
import io.github.entente.check.CheckReport.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;

/**
 * The words in which a report is told, whatever its form.
 *
 * @param prefixes by which IRIs are shortened
 */
record ReportText(PrefixMapping prefixes) {
  private static final Pattern IRI = Pattern.compile("<([^<>]*)>");

  /** The report in one line. */
  static String verdict(FullReport report) {
    var parts = new ArrayList<String>();
    parts.add(
        report.check().ok() ? (report.check().complete() ? "passed" : "cut short") : "failed");
    for (var severity : Severity.values()) {
      long count = report.count(severity);
      if (count > 0) {
        parts.add(count(count, noun(label(severity))));
      }
    }
    if (report.limits() > 0) {
      parts.add(count(report.limits(), "limit") + " reached");
    }
    return String.join(" · ", parts);
  }

  /** What was checked, in one line. */
  static String extent(FullReport report) {
    var check = report.check();
    return String.join(
            " · ",
            count(check.documents(), "document"),
            count(check.triples(), "triple"),
            count(check.axioms(), "axiom"))
        + check.asOf().map(day -> " · as of " + day).orElse("")
        + " · "
        + seconds(report.time());
  }

  static String rules(Section section) {
    if (!section.ran()) {
      return "";
    }
    return switch (section.part()) {
      case SHAPES -> count(section.rules(), "shape");
      case HYGIENE -> count(section.rules(), "query", "queries");
      case QUESTIONS -> count(section.rules(), "question");
      default -> "";
    };
  }

  static String subjects(Section section) {
    return section.ran() ? count(section.subjects(), section.part().subject()) : "";
  }

  static String label(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  /** How grave it is, or that a limit was reached. */
  static String label(Finding finding) {
    return finding.kind() == Kind.LIMIT ? "limit" : label(finding.severity());
  }

  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
  }

  static String count(long number, String one) {
    return count(number, one, one + "s");
  }

  /** What findings of that label are called, for one or for several. */
  static String plural(long number, String label) {
    return number == 1 ? noun(label) : noun(label) + "s";
  }

  private static String noun(String label) {
    return label.equals(label(Severity.INFO)) ? "remark" : label;
  }

  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String count(long number, String one, String many) {
    return number(number) + " " + (number == 1 ? one : many);
  }

  /** The shape's name in its file, or the number and name of a query. */
  static String rule(Detail detail) {
    var rule = detail.rule();
    return rule.substring(Math.max(rule.lastIndexOf('/'), rule.lastIndexOf('#')) + 1);
  }

  String term(Node node) {
    if (node.isURI()) {
      var curie = prefixes.qnameFor(node.getURI());
      return curie == null ? "<" + node.getURI() + ">" : curie;
    }
    return node.isBlank() ? "a blank node" : node.toString(prefixes);
  }

  /** A path or message, with the IRIs in angle brackets shortened. */
  String shortened(String text) {
    return IRI.matcher(text)
        .replaceAll(
            match -> {
              var curie = prefixes.qnameFor(match.group(1));
              return Matcher.quoteReplacement(curie == null ? match.group() : curie);
            });
  }

  /** What it is about: the thing, and if there are any the way and the value. */
  String subject(Finding finding) {
    return finding
        .detail()
        .map(
            detail -> {
              var parts = new ArrayList<String>(List.of(term(detail.focus())));
              detail.path().map(this::shortened).ifPresent(parts::add);
              detail.value().map(this::term).ifPresent(parts::add);
              return String.join(" ", parts);
            })
        .orElse(finding.place());
  }
}
