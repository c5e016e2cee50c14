// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http.api;

import io.github.entente.KnowledgeBase;
import io.github.entente.app.http.Call;
import io.github.entente.app.http.Handler;
import io.github.entente.app.http.Reply;
import io.github.entente.app.http.Settings;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.atlas.json.JsonObject;

/**
 * What the workbench asks for under {@code /api/}, as JSON. Terms are named by their CURIE, and
 * {@code terms} in each reply says what people call them. {@code web/openapi.json} describes it.
 */
public final class Api {
  /** The parameters by which a viewpoint is given. */
  private static final Set<String> VIEW =
      Set.of("as-of", "recorded", "accept", "unverified", "without");

  private Api() {}

  /**
   * The handlers by path.
   *
   * @param knowledge what is asked, at the time of each request
   * @param texts one's own copies of source texts
   */
  public static Map<String, Handler> handlers(
      Supplier<KnowledgeBase> knowledge, List<Path> texts, Settings settings) {
    var limit = settings.limits().time();
    var replies = new Replies();
    var handlers = new LinkedHashMap<String, Handler>();
    routes()
        .forEach(
            (name, route) ->
                handlers.put(
                    "/api/" + name,
                    call -> {
                      route.check(call);
                      var kb = knowledge.get();
                      return replies.of(
                          kb,
                          key(call),
                          () ->
                              Reply.json(
                                  route
                                      .view()
                                      .apply(new Asked(kb, call, texts, limit))
                                      .toString()));
                    }));
    return handlers;
  }

  /** The names that can be called, with the parameters that each takes. */
  static Map<String, Set<String>> calls() {
    var calls = new LinkedHashMap<String, Set<String>>();
    routes().forEach((name, route) -> calls.put(name, route.parameters()));
    return calls;
  }

  private static Map<String, Route> routes() {
    var routes = new LinkedHashMap<String, Route>();
    routes.put("about", new Route(Set.of(), AboutView::json));
    routes.put("terms", new Route(Set.of(), TermsView::json));
    routes.put("overlap", new Route(viewAnd(), OverlapView::json));
    routes.put("timeline", new Route(Set.of(), TimelineView::json));
    routes.put("questions", new Route(Set.of(), QuestionsView::json));
    routes.put("ask", new Route(viewAnd("name", "regime", "engine"), AnswersView::ask));
    routes.put("query", new Route(viewAnd("query", "regime", "engine"), AnswersView::query));
    routes.put(
        "why",
        new Route(
            viewAnd("name", "query", "row", "statement", "regime", "engine", "most", "sources"),
            WhyView::json));
    routes.put("claims", new Route(viewAnd(), ClaimsView::json));
    routes.put("policy", new Route(viewAnd("name"), PolicyView::json));
    routes.put("entity", new Route(viewAnd("id", "engine"), EntityView::json));
    routes.put("ontology", new Route(viewAnd("engine"), OntologyView::json));
    return routes;
  }

  private static Set<String> viewAnd(String... more) {
    var all = new TreeSet<>(VIEW);
    all.addAll(Set.of(more));
    return all;
  }

  /** Two calls with the same key get the same reply. */
  private static String key(Call call) {
    var parameters = new TreeMap<String, List<String>>();
    call.names().forEach(name -> parameters.put(name, call.parameters(name)));
    return call.path() + parameters;
  }

  /**
   * One kind of call.
   *
   * @param parameters the parameters it takes
   * @param view writes the reply
   */
  private record Route(Set<String> parameters, Function<Asked, JsonObject> view) {
    /** Refuses parameters of which nothing would come. */
    void check(Call call) {
      for (var name : call.names()) {
        if (!parameters.contains(name)) {
          throw new EntenteException(
              ErrorCode.BAD_OPTION,
              call.path()
                  + " has no parameter '"
                  + name
                  + "'."
                  + (parameters.isEmpty()
                      ? ""
                      : " It has: " + String.join(", ", parameters) + "."));
        }
      }
    }
  }
}
