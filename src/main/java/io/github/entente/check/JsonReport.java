// SPDX-License-Identifier: Apache-2.0
package io.github.entente.check;

import io.github.entente.check.CheckReport.Detail;
import io.github.entente.check.CheckReport.Finding;
import io.github.entente.check.CheckReport.Severity;
import io.github.entente.check.FullReport.QuestionRun;
import java.util.Locale;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;

/**
 * A full report as JSON: one object with the members {@code asOf}, {@code ok}, {@code complete},
 * counts, {@code sections} with their {@code findings}, and {@code questions}. Absent is what has
 * no value; times are in milliseconds; nodes are objects as in the SPARQL 1.1 results format.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-results-json/#select-encode-terms">Encoding RDF
 *     terms</a>
 */
public final class JsonReport {
  private JsonReport() {}

  /** The report as JSON text. */
  public static String of(FullReport report) {
    var check = report.check();
    var json = new JsonObject();
    check.asOf().ifPresent(day -> json.put("asOf", day.toString()));
    json.put("ok", check.ok());
    json.put("complete", check.complete());
    json.put("documents", check.documents());
    json.put("triples", check.triples());
    json.put("axioms", check.axioms());
    for (var severity : Severity.values()) {
      json.put(ReportText.label(severity) + "s", report.count(severity));
    }
    json.put("limits", report.limits());
    json.put("milliseconds", report.time().toMillis());
    var sections = new JsonArray();
    report.sections().forEach(section -> sections.add(section(section)));
    json.put("sections", sections);
    var questions = new JsonArray();
    report.questions().forEach(run -> questions.add(question(run)));
    json.put("questions", questions);
    return json.toString();
  }

  private static JsonObject section(Section section) {
    var json = new JsonObject();
    json.put("part", section.part().label());
    json.put("state", section.state().label());
    json.put("rules", section.rules());
    json.put("subjects", section.subjects());
    json.put("milliseconds", section.time().toMillis());
    var findings = new JsonArray();
    section.findings().forEach(finding -> findings.add(finding(finding)));
    json.put("findings", findings);
    return json;
  }

  private static JsonObject finding(Finding finding) {
    var json = new JsonObject();
    json.put("kind", finding.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    json.put("severity", ReportText.label(finding.severity()));
    json.put("place", finding.place());
    json.put("message", finding.message());
    finding.detail().ifPresent(detail -> detail(json, detail));
    return json;
  }

  private static void detail(JsonObject json, Detail detail) {
    json.put("rule", detail.rule());
    json.put("focus", node(detail.focus()));
    detail.path().ifPresent(path -> json.put("path", path));
    detail.value().ifPresent(value -> json.put("value", node(value)));
    var files = new JsonArray();
    detail.files().forEach(files::add);
    json.put("files", files);
  }

  private static JsonObject question(QuestionRun run) {
    var json = new JsonObject();
    json.put("id", run.id());
    json.put("name", run.name());
    run.asOf().ifPresent(day -> json.put("asOf", day.toString()));
    run.guarantee()
        .ifPresent(
            guarantee -> {
              json.put("rows", run.rows());
              json.put("guarantee", guarantee);
            });
    json.put("milliseconds", run.time().toMillis());
    return json;
  }

  private static JsonObject node(Node node) {
    var json = new JsonObject();
    if (node.isURI()) {
      json.put("type", "uri");
      json.put("value", node.getURI());
    } else if (node.isLiteral()) {
      json.put("type", "literal");
      json.put("value", node.getLiteralLexicalForm());
      if (!node.getLiteralLanguage().isEmpty()) {
        json.put("xml:lang", node.getLiteralLanguage());
      } else {
        json.put("datatype", node.getLiteralDatatypeURI());
      }
    } else {
      json.put("type", "bnode");
      json.put("value", node.isBlank() ? node.getBlankNodeLabel() : node.toString());
    }
    return json;
  }
}
