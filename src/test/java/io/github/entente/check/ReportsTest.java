// SPDX-License-Identifier: Apache-2.0
package io.github.entente.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.check.CheckReport.Detail;
import io.github.entente.check.CheckReport.Finding;
import io.github.entente.check.CheckReport.Kind;
import io.github.entente.check.CheckReport.Severity;
import io.github.entente.check.FullReport.QuestionRun;
import io.github.entente.check.Section.Part;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.junit.jupiter.api.Test;

/** A full report as text, JSON and HTML. */
class ReportsTest {
  private static final String EX = "https://example.org/";
  private static final PrefixMapping PREFIXES = new PrefixMappingImpl().setNsPrefix("ex", EX);
  private static final Optional<LocalDate> DAY = Optional.of(LocalDate.of(2024, 4, 4));

  private static final Finding SHAPE =
      new Finding(
          Kind.SHAPE,
          Severity.WARNING,
          EX + "Freedonia in freedonia.ttl",
          "Say \"when\" <b>it</b> & that's it.",
          Optional.of(
              new Detail(
                  EX + "shape/State-code",
                  NodeFactory.createURI(EX + "Freedonia"),
                  Optional.of("^<" + EX + "code>/<urn:other>"),
                  Optional.of(NodeFactory.createLiteralLang("<script>alert(1)</script>", "en")),
                  List.of("freedonia.ttl", "a&b.ttl"))));
  private static final Finding CONFLICT =
      new Finding(Kind.INCONSISTENT, "these axioms together", "A DisjointWith: B\ni Type: A, B");
  private static final Finding LIMIT = new Finding(Kind.LIMIT, "shapes", "too long");
  private static final FullReport REPORT =
      new FullReport(
          new CheckReport(DAY, 1, 1234, 56, List.of(CONFLICT, SHAPE, LIMIT), false),
          List.of(
              section(Part.PROFILE),
              section(Part.CONSISTENCY, CONFLICT),
              Section.notRun(Part.SATISFIABILITY),
              section(Part.SHAPES, SHAPE, LIMIT),
              section(Part.HYGIENE),
              section(Part.QUESTIONS)),
          List.of(
              new QuestionRun(
                  "CQ-001",
                  "one",
                  DAY,
                  3,
                  Optional.of("sound and complete"),
                  Duration.ofMillis(20)),
              new QuestionRun("CQ-002", "two", DAY, 0, Optional.empty(), Duration.ZERO)));

  private static Section section(Part part, Finding... findings) {
    return new Section(part, true, 2, 3, Duration.ofMillis(1500), List.of(findings));
  }

  @Test
  void theTableTellsPartsFindingsAndQuestions() {
    var lines = TableReport.of(REPORT, PREFIXES, 60);
    assertThat(lines)
        .contains(
            "part            result     rules        applied to     time",
            "profile         passed                  3 axioms       1.50 s",
            "consistency     failed                  3 axioms       1.50 s",
            "satisfiability  not run",
            "shapes          cut short  2 shapes     3 focus nodes  1.50 s",
            "violation · inconsistent · these axioms together",
            "  A DisjointWith: B",
            "  i Type: A, B",
            "warning · State-code · ex:Freedonia ^ex:code/<urn:other>"
                + " \"<script>alert(1)</script>\"@en",
            "  freedonia.ttl, a&b.ttl",
            "limit · limit reached · shapes",
            "CQ-001    one   3     sound and complete  0.02 s",
            "CQ-002    two         no answer           0.00 s")
        .allSatisfy(line -> assertThat(line).isEqualTo(line.stripTrailing()));
    assertThat(String.join(" ", lines.subList(lines.size() - 3, lines.size())))
        .contains("failed · 1 violation · 1 warning · 1 limit reached · 1 document")
        .endsWith("1,234 triples · 56 axioms · as of 2024-04-04 · 7.50 s");
  }

  @Test
  void messagesAreWrapped() {
    assertThat(TableReport.of(REPORT, PREFIXES, 20))
        .contains("  Say \"when\"", "  <b>it</b> & that's", "  it.");
  }

  @Test
  void theJsonCanBeReadBack() {
    var json = JSON.parse(JsonReport.of(REPORT));
    assertThat(json.getString("asOf")).isEqualTo("2024-04-04");
    assertThat(json.getBoolean("ok")).isFalse();
    assertThat(json.getBoolean("complete")).isFalse();
    assertThat(number(json, "violations")).isEqualTo(1);
    assertThat(number(json, "warnings")).isEqualTo(1);
    assertThat(number(json, "infos")).isZero();
    assertThat(number(json, "limits")).isEqualTo(1);
    var sections = list(json, "sections");
    assertThat(sections.size()).isEqualTo(Part.values().length);
    assertThat(sections.get(2).getString("state")).isEqualTo("not run");
    var finding = list(sections.get(3), "findings").get(0);
    assertThat(finding.getString("kind")).isEqualTo("shape");
    assertThat(finding.getString("severity")).isEqualTo("warning");
    assertThat(finding.getString("message")).isEqualTo(SHAPE.message());
    assertThat(finding.getString("rule")).isEqualTo(EX + "shape/State-code");
    assertThat(finding.getObj("focus").getString("value")).isEqualTo(EX + "Freedonia");
    assertThat(finding.getObj("value").getString("xml:lang")).isEqualTo("en");
    assertThat(finding.getArray("files").count()).isEqualTo(2);
    var questions = list(json, "questions");
    assertThat(number(questions.get(0), "rows")).isEqualTo(3);
    assertThat(questions.get(1).hasKey("guarantee")).isFalse();
  }

  private static int number(JsonObject json, String key) {
    return json.get(key).getAsNumber().value().intValue();
  }

  private static List<JsonObject> list(JsonObject json, String key) {
    return json.getArray(key).map(JsonValue::getAsObject).toList();
  }

  @Test
  void thePageIsWellFormedAndNeedsNothingElse() throws Exception {
    var page = HtmlReport.of(REPORT, PREFIXES);
    assertThat(page).startsWith("<!DOCTYPE html>\n<html lang=\"en\">");
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    for (var name : List.of("script", "link", "img", "iframe", "object", "form")) {
      assertThat(document.getElementsByTagName(name).getLength()).as(name).isZero();
    }
    assertThat(document.getElementsByTagName("article").getLength()).isEqualTo(3);
    assertThat(document.getElementsByTagName("tr").getLength()).isEqualTo(1 + 6 + 1 + 2);
    var links = document.getElementsByTagName("a");
    assertThat(links.getLength()).isEqualTo(2);
    for (int i = 0; i < links.getLength(); i++) {
      var href = links.item(i).getAttributes().getNamedItem("href").getTextContent();
      assertThat(href).startsWith("#");
      assertThat(page).contains("id=\"" + href.substring(1) + "\"");
    }
    assertThat(page)
        .contains("default-src 'none'")
        .contains("prefers-color-scheme: dark", "@media print", "color-scheme: light dark")
        .doesNotContain("url(", "@import", " on");
  }

  @Test
  void whatTheDataSayIsNeverMarkup() {
    assertThat(HtmlReport.of(REPORT, PREFIXES))
        .doesNotContain("<script", "<b>")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "Say &quot;when&quot; &lt;b&gt;it");
  }

  @Test
  void aReportWithoutFindingsIsShort() {
    var report =
        new FullReport(
            new CheckReport(Optional.empty(), 1, 1, 1, List.of(), true),
            List.of(section(Part.PROFILE)),
            List.of());
    assertThat(TableReport.of(report, PREFIXES, 80))
        .containsExactly(
            "part     result  rules  applied to  time",
            "profile  passed         3 axioms    1.50 s",
            "",
            "passed · 1 document · 1 triple · 1 axiom · 1.50 s");
    assertThat(HtmlReport.of(report, PREFIXES)).doesNotContain("<article", "Questions");
    assertThat(JSON.parse(JsonReport.of(report)).hasKey("asOf")).isFalse();
  }
}
