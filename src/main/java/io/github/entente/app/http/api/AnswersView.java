// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http.api;

import io.github.entente.KnowledgeBase;
import io.github.entente.app.http.WorldParameters;
import io.github.entente.query.Answers;
import java.util.Comparator;
import java.util.Locale;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNull;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Triple;

/** Answers to a named question or to a query: rows, truth or triples, with names for people. */
final class AnswersView {
  private AnswersView() {}

  static JsonObject ask(Asked asked) {
    return json(asked, asked.kb().ask(asked.require("name")));
  }

  static JsonObject query(Asked asked) {
    return json(asked, asked.kb().query(asked.require("query")));
  }

  private static JsonObject json(Asked asked, KnowledgeBase.Ask ask) {
    ask.from(WorldParameters.over(ask.view(), asked.call(), asked.kb())).timeout(asked.limit());
    WorldParameters.regime(asked.call()).ifPresent(ask::regime);
    var answers = ask.run();
    var page = new Page(asked.labels());
    page.status(answers);
    var json = page.json();
    json.put("form", answers.form().name().toLowerCase(Locale.ROOT));
    json.put("cutShort", answers.cutShort());
    answers
        .question()
        .ifPresent(
            question -> {
              json.put("name", question.name());
              json.put("question", question.question());
              json.put("summary", question.summary());
            });
    switch (answers.form()) {
      case ROWS -> {
        json.put("variables", Page.texts(answers.variables()));
        json.put("rows", rows(answers, page));
      }
      case TRUTH -> json.put("truth", answers.truth());
      case GRAPH ->
          json.put(
              "triples",
              page.array(
                  answers.graph().stream().sorted(Comparator.comparing(Triple::toString)).toList(),
                  triple -> triple(triple, page)));
    }
    return page.done();
  }

  private static JsonArray rows(Answers answers, Page page) {
    return page.array(
        answers.rows(),
        row -> {
          var cells = new JsonArray();
          answers
              .variables()
              .forEach(v -> cells.add(row.get(v).map(page::value).orElse(JsonNull.instance)));
          return cells;
        });
  }

  static JsonArray triple(Triple triple, Page page) {
    var cells = new JsonArray();
    cells.add(page.value(triple.getSubject()));
    cells.add(page.value(triple.getPredicate()));
    cells.add(page.value(triple.getObject()));
    return cells;
  }
}
