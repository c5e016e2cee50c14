// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http.api;

import io.github.entente.KnowledgeBase;
import io.github.entente.app.http.Call;
import io.github.entente.app.http.WorldParameters;
import io.github.entente.model.Engine;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Regime;
import io.github.entente.model.Viewpoint;
import io.github.entente.query.Answers;
import io.github.entente.query.Labels;
import io.github.entente.source.Bundled;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * A call, and what it is asked of.
 *
 * @param kb the knowledge base
 * @param call the call
 * @param texts one's own copies of source texts
 * @param limit how long each query may take
 */
record Asked(KnowledgeBase kb, Call call, List<Path> texts, Duration limit) {
  private static final Map<String, String> QUERIES = Bundled.workbench();

  /** The viewpoint that the call names. */
  Viewpoint view() {
    return WorldParameters.view(call, kb);
  }

  /** By rules alone where the call names no engine: what they leave open takes long to decide. */
  Viewpoint quick() {
    return WorldParameters.over(Viewpoint.on(kb.defaultDay()).engine(Engine.RULES), call, kb);
  }

  String require(String parameter) {
    return call.parameter(parameter)
        .orElseThrow(
            () ->
                new EntenteException(
                    ErrorCode.BAD_OPTION,
                    call.path() + " needs the parameter '" + parameter + "'. Add it."));
  }

  /**
   * A whole number within bounds; empty where none is given.
   *
   * @throws EntenteException {@link ErrorCode#BAD_OPTION} when it is none, or out of bounds
   */
  Optional<Integer> number(String parameter, int least, int most) {
    var text = call.parameter(parameter);
    if (text.isPresent()) {
      var number = text.filter(t -> t.matches("\\d{1,9}")).map(Integer::valueOf);
      if (number.filter(n -> least <= n && n <= most).isEmpty()) {
        throw new EntenteException(
            ErrorCode.BAD_OPTION,
            "The parameter '"
                + parameter
                + "' is a number from "
                + least
                + " to "
                + most
                + ", not '"
                + text.get()
                + "'.");
      }
      return number;
    }
    return Optional.empty();
  }

  Labels labels() {
    return kb.labels(Optional.empty());
  }

  /** The answers to a query. */
  Answers answers(String query, Viewpoint view) {
    return kb.query(query).from(view).timeout(limit).run();
  }

  /** The answers to one of the views' queries, by what follows from the facts of a day. */
  Answers entailed(String name, Viewpoint view) {
    return answers(QUERIES.get(name), view);
  }

  /** The answers to one of the views' queries, by what is asserted. */
  Answers asserted(String name, Viewpoint view) {
    return kb.query(QUERIES.get(name)).regime(Regime.SIMPLE).from(view).timeout(limit).run();
  }

  /** The answers to one of the views' queries about a thing. */
  Answers about(String name, Viewpoint view, Node entity) {
    return kb.query(QUERIES.get(name)).bind("entity", entity).from(view).timeout(limit).run();
  }
}
