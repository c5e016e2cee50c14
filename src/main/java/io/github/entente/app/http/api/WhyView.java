// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http.api;

import io.github.entente.app.http.WorldParameters;
import io.github.entente.explain.Explainer;
import io.github.entente.explain.Explanation;
import io.github.entente.explain.JsonForm;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.nio.file.Path;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

/** Why a row is among answers, or why a statement follows, down to sources and passages. */
final class WhyView {
  private static final int MOST = 10;

  private WhyView() {}

  static JsonObject json(Asked asked) {
    var wish =
        new Explainer.Wish(
            asked.number("most", 1, MOST).orElse(1),
            asked.call().parameter("sources").map("true"::equals).orElse(false));
    var explanation = asked.call().has("statement") ? statement(asked, wish) : row(asked, wish);
    var texts = asked.kb().texts(asked.texts().toArray(Path[]::new));
    return JSON.parse(JsonForm.of(explanation, texts));
  }

  private static Explanation statement(Asked asked, Explainer.Wish wish) {
    String text = asked.require("statement");
    var view = asked.view();
    return asked
        .kb()
        .why(asked.kb().statement(text, view), view, wish, asked.limit())
        .orElseThrow(
            () ->
                new EntenteException(
                    ErrorCode.BAD_OPTION,
                    "'" + text + "' does not follow" + place(view) + ". Choose another day."));
  }

  private static String place(io.github.entente.model.Viewpoint view) {
    return view.day().map(day -> " on " + day).orElse("");
  }

  private static Explanation row(Asked asked, Explainer.Wish wish) {
    var kb = asked.kb();
    var ask =
        asked.call().has("name") ? kb.ask(asked.require("name")) : kb.query(asked.require("query"));
    ask.from(WorldParameters.over(ask.view(), asked.call(), kb)).timeout(asked.limit());
    WorldParameters.regime(asked.call()).ifPresent(ask::regime);
    var answers = ask.run();
    int row =
        asked
            .number("row", 1, answers.rows().size())
            .orElseThrow(
                () ->
                    new EntenteException(
                        ErrorCode.BAD_OPTION, "Say which row, from 1, by the parameter 'row'."));
    return kb.explain(answers, answers.rows().get(row - 1), wish, asked.limit());
  }
}
