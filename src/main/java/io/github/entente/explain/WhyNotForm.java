// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import io.github.entente.source.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.sparql.util.FmtUtils;
import org.apache.jena.vocabulary.RDF;

/** How it is written why something does not follow. */
public enum WhyNotForm {
  /** For reading. */
  TEXT,
  /** Markdown. */
  MD,
  /** JSON. */
  JSON,
  /** Turtle: what holds in the counter-model as it stands, the rest as PROV-O. */
  TTL,
  /** One page. */
  HTML;

  /** The answer in this form; ends with a line break. */
  public String of(WhyNot answer, Texts texts) {
    return switch (this) {
      case TEXT -> lines(answer, texts, false);
      case MD -> lines(answer, texts, true);
      case JSON -> json(answer, texts) + System.lineSeparator();
      case TTL -> TurtleForm.text(model(answer));
      case HTML -> html(answer, texts);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  // ---- text ----

  private static String lines(WhyNot answer, Texts texts, boolean markdown) {
    var out = new StringBuilder();
    String section = markdown ? "### " : "";
    line(out, (markdown ? "## " : "") + "Why not: " + answer.title());
    if (markdown) {
      line(out, "");
    }
    line(out, answer.said());
    var rosters =
        answer.openRosters().stream()
            .map(roster -> "the roster of " + roster + " is not declared complete")
            .toList();
    items(out, rosters, markdown, "");
    answer
        .counter()
        .ifPresent(
            counter -> {
              line(out, "");
              line(out, section + "A world in which all axioms hold and this does not");
              items(out, counter.facts(), markdown, "  · ");
              items(out, List.of("not so there: " + counter.not()), markdown, "  · ");
              line(out, (markdown ? "" : "  ") + "(the part that matters " + counter.size() + ")");
            });
    for (var near : answer.nearly()) {
      line(out, "");
      line(out, section + "It would follow " + near.condition() + "; missing here:");
      items(out, near.missing().stream().map(WhyNotForm::missing).toList(), markdown, "  ");
    }
    if (!answer.absent().isEmpty()) {
      line(out, "");
      line(out, section + "It would follow if these facts were added:");
      var facts = new ArrayList<String>();
      answer.absent().forEach(fact -> facts.add("absent: " + fact));
      answer.present().forEach(fact -> facts.add("present: " + fact));
      items(out, facts, markdown, "  ");
    }
    line(out, "");
    answer
        .because()
        .ifPresentOrElse(
            why -> out.append(markdown ? TextForm.markdown(why, texts) : TextForm.of(why, texts)),
            () -> line(out, answer.status()));
    return out.toString();
  }

  private static String missing(Leaf leaf) {
    return "absent: "
        + leaf.words()
        + leaf.origins().stream()
            .map(o -> " (" + o.at() + o.days().map(d -> ", in force " + d).orElse("") + ")")
            .distinct()
            .collect(Collectors.joining());
  }

  private static void items(
      StringBuilder out, List<String> items, boolean markdown, String indent) {
    if (markdown && !items.isEmpty()) {
      line(out, "");
    }
    items.forEach(item -> line(out, (markdown ? "- " : indent) + item));
  }

  private static void line(StringBuilder out, String text) {
    out.append(text.replaceAll("[\\p{Cntrl}]+", " ")).append(System.lineSeparator());
  }

  // ---- for machines ----

  private static JsonObject json(WhyNot answer, Texts texts) {
    var json = new JsonObject();
    json.put("whyNot", answer.title());
    json.put("verdict", answer.verdict().name().toLowerCase(Locale.ROOT));
    json.put("status", answer.status());
    json.put("openRosters", JsonForm.strings(answer.openRosters()));
    answer.counter().ifPresent(counter -> json.put("counterModel", json(counter)));
    json.put(
        "nearly",
        JsonForm.array(
            answer.nearly().stream()
                .map(
                    near -> {
                      var object = new JsonObject();
                      object.put("condition", near.condition());
                      object.put(
                          "missing",
                          JsonForm.strings(near.missing().stream().map(Leaf::words).toList()));
                      object.put("because", JsonForm.object(near.explanation(), texts));
                      return object;
                    })
                .toList()));
    json.put("absent", JsonForm.strings(answer.absent()));
    json.put("present", JsonForm.strings(answer.present()));
    answer.because().ifPresent(why -> json.put("because", JsonForm.object(why, texts)));
    return json;
  }

  private static JsonObject json(CounterWorld counter) {
    var json = new JsonObject();
    json.put("facts", JsonForm.strings(counter.facts()));
    json.put(
        "triples", JsonForm.strings(counter.triples().stream().map(WhyNotForm::written).toList()));
    json.put("not", counter.not());
    json.put("things", counter.things());
    json.put("leftOut", counter.left());
    return json;
  }

  private static String written(Triple triple) {
    return FmtUtils.stringForNode(triple.getSubject())
        + " "
        + FmtUtils.stringForNode(triple.getPredicate())
        + " "
        + FmtUtils.stringForNode(triple.getObject());
  }

  private static Model model(WhyNot answer) {
    var model = answer.because().map(TurtleForm::model).orElseGet(ModelFactory::createDefaultModel);
    model.setNsPrefix("prov", TurtleForm.PROV).setNsPrefix("rdf", RDF.getURI());
    model
        .createResource()
        .addProperty(RDF.type, TurtleForm.ENTITY)
        .addProperty(TurtleForm.VALUE, "Why not: " + answer.title())
        .addProperty(TurtleForm.VALUE, answer.said());
    answer
        .counter()
        .ifPresent(
            counter -> counter.triples().forEach(triple -> model.add(model.asStatement(triple))));
    return model;
  }

  private static String html(WhyNot answer, Texts texts) {
    return HtmlForm.page(
        "Why not: " + answer.title(),
        answer.because().map(Drawing::svg),
        lines(answer, texts, false));
  }
}
