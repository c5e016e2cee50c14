// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http.api;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Engine;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.PartialDate;
import io.github.entente.model.Regime;
import io.github.entente.model.Viewpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A request for data.
 *
 * @param name the last part of its path, such as {@code overlap}
 * @param parameters values by name, in their order
 */
public record Call(String name, Map<String, List<String>> parameters) {
  /** The parameters by which a viewpoint is given. */
  static final Set<String> VIEW = Set.of("asOf", "recorded", "accept", "unverified", "without");

  public Call {
    parameters = Map.copyOf(parameters);
  }

  /** Two calls with the same key get the same reply. */
  String key() {
    return name + new TreeMap<>(parameters);
  }

  Optional<String> get(String parameter) {
    return parameters.getOrDefault(parameter, List.of()).stream()
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  String require(String parameter) {
    return get(parameter)
        .orElseThrow(
            () ->
                new EntenteException(
                    ErrorCode.BAD_OPTION,
                    "/api/" + name + " needs the parameter '" + parameter + "'. Add it."));
  }

  /** Refuses parameters that nothing would come of. */
  void allow(Set<String> names) {
    for (var parameter : parameters.keySet()) {
      if (!names.contains(parameter)) {
        throw new EntenteException(
            ErrorCode.BAD_OPTION,
            "/api/"
                + name
                + " has no parameter '"
                + parameter
                + "'. It has: "
                + String.join(", ", names.stream().sorted().toList())
                + ".");
      }
    }
  }

  /** The viewpoint that is meant: what is not said is as in a base. */
  Viewpoint over(Viewpoint base, KnowledgeBase kb) {
    var view =
        base.day(get("asOf").map(PartialDate::asOf).or(base::day))
            .recorded(get("recorded").map(PartialDate::asOf))
            .policy(get("accept"))
            .unverified(get("unverified").map(Boolean::parseBoolean).orElse(false));
    for (var source : parameters.getOrDefault("without", List.of())) {
      view = view.without(kb.expanded(source));
    }
    return get("engine").map(Engine::parse).map(view::engine).orElse(view);
  }

  /** By rules alone where no engine is named: what they leave open takes long to decide. */
  Viewpoint quick(KnowledgeBase kb) {
    return over(Viewpoint.on(kb.defaultDay()).engine(Engine.RULES), kb);
  }

  Viewpoint view(KnowledgeBase kb) {
    return over(Viewpoint.on(kb.defaultDay()), kb);
  }

  Optional<Regime> regime() {
    return get("regime").map(Regime::parse);
  }
}
