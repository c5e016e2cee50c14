// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http.api;

import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/** The named questions, not answered. */
final class QuestionsView {
  private QuestionsView() {}

  static JsonObject json(Asked asked) {
    var questions = new JsonArray();
    asked
        .kb()
        .questions()
        .forEach(
            question -> {
              var entry = new JsonObject();
              entry.put("id", question.id());
              entry.put("name", question.name());
              entry.put("question", question.question());
              entry.put("summary", question.summary());
              entry.put("regime", question.regime().label());
              question
                  .needs()
                  .ifPresent(n -> entry.put("needs", n.name().toLowerCase(Locale.ROOT)));
              question.asOf().ifPresent(day -> entry.put("asOf", day.toString()));
              entry.put("sparql", sparql(question.text()));
              questions.add(entry);
            });
    var json = new JsonObject();
    json.put("questions", questions);
    return json;
  }

  /** The query without its front matter. */
  static String sparql(String text) {
    return text.lines()
        .filter(line -> !line.startsWith("#+"))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
