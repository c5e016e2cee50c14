// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import io.github.entente.reason.dl.Manchester;
import io.github.entente.source.Origin;
import io.github.entente.source.Passage;
import io.github.entente.source.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.FmtUtils;

/**
 * An explanation as JSON: {@code why}, {@code status}, {@code ways} with their {@code parts} and
 * {@code supports}, the {@code statements} that these refer to by number, and {@code notes}. Absent
 * is what has no value.
 */
public final class JsonForm {
  private final Explanation explanation;
  private final Texts texts;

  private JsonForm(Explanation explanation, Texts texts) {
    this.explanation = explanation;
    this.texts = texts;
  }

  /** JSON text. */
  public static String of(Explanation explanation, Texts texts) {
    return new JsonForm(explanation, texts).object().toString();
  }

  /** As an object, to be put into others. */
  static JsonObject object(Explanation explanation, Texts texts) {
    return new JsonForm(explanation, texts).object();
  }

  /**
   * The passages that an explanation ends at, as Web Annotations in JSON-LD: the body is the
   * statement in words, the target a range of code points of the source text.
   *
   * @see <a href="https://www.w3.org/TR/annotation-model/">Web Annotation Data Model</a>
   */
  public static String annotations(Explanation explanation) {
    var items = new JsonArray();
    for (var leaf : explanation.leaves()) {
      for (var origin : leaf.origins()) {
        for (var stated : origin.passages()) {
          items.add(annotation(leaf, stated.passage()));
        }
      }
    }
    var page = new JsonObject();
    page.put("@context", "http://www.w3.org/ns/anno.jsonld");
    page.put("type", "AnnotationPage");
    page.put("items", items);
    return page.toString();
  }

  private static JsonObject annotation(Leaf leaf, Passage passage) {
    var body = new JsonObject();
    body.put("type", "TextualBody");
    body.put("value", leaf.words());
    body.put("language", "en");
    var selector = new JsonObject();
    selector.put("type", "TextPositionSelector");
    selector.put("start", passage.start());
    selector.put("end", passage.end());
    var target = new JsonObject();
    target.put("id", passage.name().toString());
    target.put("type", "SpecificResource");
    target.put("source", passage.text().toString());
    target.put("selector", selector);
    var annotation = new JsonObject();
    annotation.put("id", passage.name() + "#statement-" + leaf.number());
    annotation.put("type", "Annotation");
    annotation.put("motivation", "identifying");
    annotation.put("body", body);
    annotation.put("target", target);
    return annotation;
  }

  private JsonObject object() {
    var json = new JsonObject();
    json.put("why", explanation.title());
    json.put("status", explanation.status());
    json.put("ways", array(explanation.cases().stream().map(this::way).toList()));
    json.put("more", explanation.more());
    json.put("statements", array(explanation.leaves().stream().map(this::statement).toList()));
    json.put("notes", strings(explanation.notes()));
    return json;
  }

  private JsonObject way(Case way) {
    var json = new JsonObject();
    json.put("parts", array(way.pieces().stream().map(this::part).toList()));
    json.put("supports", array(way.supports().stream().map(JsonForm::support).toList()));
    return json;
  }

  private JsonObject part(Piece piece) {
    var json = new JsonObject();
    json.put("kind", piece.kind().name().toLowerCase(Locale.ROOT));
    json.put("words", piece.words());
    json.put("statements", numbers(piece.leaves()));
    if (!piece.inside().isEmpty()) {
      json.put("rows", array(piece.inside().stream().map(this::way).toList()));
    }
    return json;
  }

  private static JsonObject support(Case.Support support) {
    var json = new JsonObject();
    support.world().ifPresent(world -> json.put("world", world));
    json.put("all", support.all());
    if (!support.needed().isEmpty()) {
      json.put("needed", strings(support.needed()));
    }
    json.put(
        "justifications",
        array(
            support.justifications().stream()
                .map(
                    justification -> {
                      var one = new JsonObject();
                      one.put("statements", numbers(justification.leaves()));
                      one.put("minimal", justification.minimal());
                      one.put(
                          "proofs",
                          array(justification.proofs().stream().map(JsonForm::proof).toList()));
                      return one;
                    })
                .toList()));
    return json;
  }

  private static JsonObject proof(Proof proof) {
    var json = new JsonObject();
    json.put("words", proof.words());
    json.put("statements", numbers(proof.leaves()));
    if (!proof.premises().isEmpty()) {
      json.put("premises", array(proof.premises().stream().map(JsonForm::proof).toList()));
    }
    return json;
  }

  private JsonObject statement(Leaf leaf) {
    var json = new JsonObject();
    json.put("number", leaf.number());
    json.put("words", leaf.words());
    leaf.axiom().ifPresent(axiom -> json.put("axiom", Manchester.text(axiom)));
    json.put("triples", strings(leaf.triples().stream().map(JsonForm::text).toList()));
    json.put("sources", array(leaf.origins().stream().map(this::source).toList()));
    return json;
  }

  private static String text(Triple triple) {
    return FmtUtils.stringForNode(triple.getSubject())
        + " "
        + FmtUtils.stringForNode(triple.getPredicate())
        + " "
        + FmtUtils.stringForNode(triple.getObject());
  }

  private JsonObject source(Origin origin) {
    var json = new JsonObject();
    json.put("kind", origin.kind().name().toLowerCase(Locale.ROOT));
    json.put("place", origin.place());
    origin.line().ifPresent(line -> json.put("line", line));
    origin.verification().ifPresent(level -> json.put("verification", term(level)));
    origin.citation().ifPresent(citation -> json.put("citation", citation));
    origin.days().ifPresent(days -> json.put("inForce", days));
    origin.claim().ifPresent(claim -> json.put("claim", claim(claim)));
    if (!origin.passages().isEmpty()) {
      json.put("passages", array(origin.passages().stream().map(this::passage).toList()));
    }
    return json;
  }

  private JsonObject passage(Origin.Stated stated) {
    var passage = stated.passage();
    var json = new JsonObject();
    json.put("id", passage.id());
    json.put("iri", passage.name().toString());
    json.put("text", passage.text().toString());
    json.put("start", passage.start());
    json.put("end", passage.end());
    passage.sha256().ifPresent(digest -> json.put("sha256", digest));
    texts.words(passage).ifPresent(words -> json.put("words", words));
    json.put("claims", array(stated.claims().stream().map(this::claim).toList()));
    return json;
  }

  private JsonObject claim(Origin.Claim claim) {
    var json = new JsonObject();
    json.put("name", term(claim.name()));
    claim.speaker().ifPresent(speaker -> json.put("speaker", term(speaker)));
    claim.mode().ifPresent(mode -> json.put("mode", term(mode)));
    claim.certainty().ifPresent(certainty -> json.put("certainty", term(certainty)));
    return json;
  }

  private String term(Node node) {
    return explanation.namer().term(node);
  }

  static JsonArray array(Collection<JsonObject> objects) {
    var array = new JsonArray();
    array.addAll(objects);
    return array;
  }

  static JsonArray strings(Collection<String> texts) {
    var array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  private static JsonArray numbers(List<Integer> numbers) {
    var array = new JsonArray();
    numbers.forEach(array::add);
    return array;
  }
}
