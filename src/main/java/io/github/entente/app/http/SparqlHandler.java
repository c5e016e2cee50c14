// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Regime;
import io.github.entente.query.Answers;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * SPARQL over HTTP.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/">SPARQL 1.1 Protocol</a>
 */
final class SparqlHandler implements Handler {
  private static final String QUERY = "application/sparql-query";
  private static final String UPDATE = "application/sparql-update";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Supplier<KnowledgeBase> knowledge;
  private final Settings settings;
  private final Updates updates;
  private final ServiceDescription description;
  private final AskedDescription asked;
  private final Results results;

  SparqlHandler(
      Supplier<KnowledgeBase> knowledge,
      Updates updates,
      ServiceDescription description,
      Settings settings) {
    this.knowledge = knowledge;
    this.updates = updates;
    this.description = description;
    this.asked = new AskedDescription(description);
    this.settings = settings;
    this.results = new Results(settings);
  }

  @Override
  public Reply answer(Call call) {
    return switch (call.method()) {
      case "GET" -> get(call);
      case "POST" -> post(call);
      default -> throw Refusal.method(call, "GET, HEAD, POST");
    };
  }

  private Reply get(Call call) {
    if (call.has("update")) {
      throw new Refusal(405, "An update is sent with POST.", Map.of("Allow", "POST"));
    }
    return call.has("query") ? query(call, one(call, "query")) : described(call);
  }

  private Reply described(Call call) {
    var kb = knowledge.get();
    return results.graph(call, description.of(call, kb), kb.prefixes());
  }

  private Reply post(Call call) {
    return switch (call.mediaType()) {
      case QUERY -> query(call, call.text());
      case UPDATE -> update(call, call.text());
      case FORM -> form(call);
      default ->
          throw new Refusal(
              415, "'" + call.mediaType() + "' is not taken. Send " + QUERY + " or " + FORM + ".");
    };
  }

  private Reply form(Call call) {
    call.text();
    if (call.has("query") && call.has("update")) {
      throw new Refusal(400, "Send a query or an update, not both.");
    }
    return call.has("update") ? update(call, one(call, "update")) : query(call, one(call, "query"));
  }

  private static String one(Call call, String name) {
    return call.parameter(name)
        .orElseThrow(() -> new Refusal(400, "The parameter '" + name + "' is missing."));
  }

  private Reply query(Call call, String text) {
    var kb = knowledge.get();
    var ask = kb.query(text);
    var description = asked.of(call, kb, text);
    if (description.isPresent()) {
      ask = description.get().query(text).dataset(List.of(), List.of()).regime(Regime.SIMPLE);
    } else {
      ask.regime(WorldParameters.regime(call).orElse(settings.regime()));
      ask.from(WorldParameters.over(ask.view(), call, kb));
      var defaults = call.parameters("default-graph-uri");
      var named = call.parameters("named-graph-uri");
      if (!defaults.isEmpty() || !named.isEmpty()) {
        ask.dataset(defaults, named);
      }
    }
    var answers =
        ask.timeout(WorldParameters.timeout(call, settings.limits().time()))
            .most(settings.limits().rows())
            .run();
    whole(call, answers);
    return results.answers(call, answers);
  }

  /** What time cut short is an error, unless the request says that it takes a part. */
  private static void whole(Call call, Answers answers) {
    if (answers.cutShort() && !call.parameter("partial").filter("true"::equals).isPresent()) {
      throw new EntenteException(
          ErrorCode.LIMIT_REACHED,
          "The time limit left something undecided, so the answer may not be whole. Give more time"
              + " with the parameter timeout, or take what was found with partial=true.");
    }
  }

  private Reply update(Call call, String text) {
    updates
        .to(call)
        .update(
            text,
            call.base() + "/sparql",
            call.parameters("using-graph-uri"),
            call.parameters("using-named-graph-uri"));
    return Reply.empty(204);
  }
}
