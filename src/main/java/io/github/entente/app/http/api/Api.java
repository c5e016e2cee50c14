// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http.api;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.apache.jena.atlas.json.JsonObject;

/**
 * What the workbench shows, as JSON. Safe for use by many threads; a reply is kept, since the
 * knowledge base does not change.
 *
 * <p>Terms are named by their CURIE, and {@code terms} in each reply says what people call them.
 * What can be asked is described in {@code web/openapi.json}.
 */
public final class Api {
  private static final int REPLIES_KEPT = 512;

  private final KnowledgeBase kb;
  private final Map<String, Route> routes;
  private final Map<String, Reply> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Reply> eldest) {
          return size() > REPLIES_KEPT;
        }
      };

  /**
   * One kind of call.
   *
   * @param parameters the parameters it takes
   * @param handler writes the reply
   */
  private record Route(
      Set<String> parameters, BiFunction<KnowledgeBase, Call, JsonObject> handler) {}

  public Api(KnowledgeBase kb) {
    this.kb = kb;
    this.routes = routes();
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
    routes.put("claims", new Route(viewAnd(), ClaimsView::json));
    routes.put("policy", new Route(viewAnd("name"), PolicyView::json));
    routes.put("entity", new Route(viewAnd("id", "engine"), EntityView::json));
    routes.put("ontology", new Route(viewAnd("engine"), OntologyView::json));
    return routes;
  }

  private static Set<String> viewAnd(String... more) {
    var all = new TreeSet<>(Call.VIEW);
    all.addAll(Set.of(more));
    return all;
  }

  /** The names that can be called, with the parameters that each takes. */
  public Map<String, Set<String>> calls() {
    var calls = new LinkedHashMap<String, Set<String>>();
    routes.forEach((name, route) -> calls.put(name, route.parameters()));
    return calls;
  }

  /** Answers a call; an error is a reply too. */
  public Reply reply(Call call) {
    String key = call.key();
    synchronized (kept) {
      var known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    var reply = answered(call);
    if (reply.status() == 200) {
      synchronized (kept) {
        kept.put(key, reply);
      }
    }
    return reply;
  }

  private Reply answered(Call call) {
    var route = routes.get(call.name());
    if (route == null) {
      return error(
          404,
          ErrorCode.BAD_OPTION,
          "There is no /api/" + call.name() + ". There are: " + String.join(", ", routes.keySet()));
    }
    try {
      call.allow(route.parameters());
      return Reply.of(200, route.handler().apply(kb, call));
    } catch (EntenteException e) {
      return error(status(e.code()), e.code(), e.getMessage());
    }
  }

  private static int status(ErrorCode code) {
    return switch (code) {
      case LIMIT_REACHED -> 503;
      case INCONSISTENT -> 409;
      case UNKNOWN_QUESTION, UNKNOWN_PASSAGE -> 404;
      default -> code.blame() == ErrorCode.Blame.USAGE ? 400 : 500;
    };
  }

  private static Reply error(int status, ErrorCode code, String message) {
    var error = new JsonObject();
    error.put("code", code.name());
    error.put("message", message);
    var json = new JsonObject();
    json.put("error", error);
    return Reply.of(status, json);
  }
}
