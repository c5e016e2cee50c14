// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http.api;

import io.github.entente.model.Guarantee;
import io.github.entente.query.Answers;
import io.github.entente.query.Labels;
import io.github.entente.query.Row;
import io.github.entente.query.Verification;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;

/**
 * One reply while it is written: an object that names each term by its CURIE, or by its IRI where
 * no prefix fits, and says under {@code terms} what people call it. For use by one thread.
 */
final class Page {
  private final JsonObject json = new JsonObject();
  private final Map<String, JsonObject> terms = new LinkedHashMap<>();
  private final Labels labels;

  Page(Labels labels) {
    this.labels = labels;
  }

  JsonObject json() {
    return json;
  }

  /** What is sent: the object with its dictionary of terms. */
  JsonObject done() {
    var dictionary = new JsonObject();
    terms.forEach(dictionary::put);
    json.put("terms", dictionary);
    return json;
  }

  /** How a term is named in the reply. */
  static String key(Node term, Labels labels) {
    String curie = labels.curie(term);
    return curie.startsWith("<") ? term.getURI() : curie;
  }

  String key(Node term) {
    String key = key(term, labels);
    if (term.isURI() || term.isBlank()) {
      terms.computeIfAbsent(
          key,
          k -> {
            var entry = new JsonObject();
            entry.put("label", labels.label(term).replaceAll("^<(.*)>$", "$1"));
            String shorter = labels.shortLabel(term);
            if (!shorter.equals(labels.label(term))) {
              entry.put("short", shorter);
            }
            if (term.isURI()) {
              entry.put("iri", term.getURI());
            }
            return entry;
          });
    }
    return key;
  }

  /** A term as a value: its name, or for a literal an object. */
  JsonValue value(Node term) {
    if (!term.isLiteral()) {
      return new JsonString(key(term));
    }
    var literal = new JsonObject();
    literal.put("value", term.getLiteralLexicalForm());
    if (!term.getLiteralLanguage().isEmpty()) {
      literal.put("lang", term.getLiteralLanguage());
    } else {
      literal.put("type", term.getLiteralDatatypeURI().replaceAll("^.*[/#]", ""));
    }
    return literal;
  }

  /** The text of a literal, or the name of another term, under a name; nothing where unbound. */
  void put(JsonObject object, String name, Row row, String variable) {
    row.get(variable)
        .ifPresent(
            term -> object.put(name, term.isLiteral() ? term.getLiteralLexicalForm() : key(term)));
  }

  <T> JsonArray array(Collection<T> items, Function<T, JsonValue> each) {
    var array = new JsonArray();
    items.forEach(item -> array.add(each.apply(item)));
    return array;
  }

  JsonArray keys(Collection<Node> items) {
    return array(items, term -> new JsonString(key(term)));
  }

  static JsonArray texts(Collection<String> items) {
    var array = new JsonArray();
    items.forEach(array::add);
    return array;
  }

  /** The line under each result: how far it can be trusted. */
  void status(Answers answers, Guarantee guarantee, Optional<Verification> verification) {
    var status = new JsonObject();
    status.put("regime", answers.regime().label());
    status.put("guarantee", guarantee.label());
    status.put("sound", guarantee.sound());
    status.put("complete", guarantee.complete());
    status.put("reasons", texts(guarantee.reasons()));
    answers.basis().ifPresent(basis -> status.put("basis", basis.label()));
    answers.asOf().ifPresent(day -> status.put("asOf", day.toString()));
    status.put("place", answers.place().replaceFirst("^ · ", ""));
    verification.ifPresent(level -> status.put("verification", level.label()));
    status.put("notes", texts(answers.notes()));
    json.put("status", status);
  }

  void status(Answers answers) {
    status(answers, answers.guarantee(), answers.verification());
  }
}
