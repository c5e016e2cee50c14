// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.Engine;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.PartialDate;
import io.github.entente.model.Viewpoint;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * The IRIs of worlds: {@code https://w3id.org/entente/as-of/2024-04-04}, with query parameters for
 * the rest of a viewpoint: {@code recorded} (a day), {@code accept} (a policy), {@code unverified}
 * (true or false), {@code without} (a source or statement; repeatable), {@code engine} (hybrid,
 * rules or hermit). What is not said is as in the default graph.
 */
final class AsOf {
  private static final String WORLD = "https://w3id.org/entente/as-of/";

  private AsOf() {}

  /**
   * The viewpoint of a world's IRI; empty for any other node.
   *
   * @throws EntenteException {@link ErrorCode#BAD_DATE}, {@link ErrorCode#BAD_OPTION}, {@link
   *     ErrorCode#REFUSED_QUERY}
   */
  static Optional<Viewpoint> viewpoint(Node graph, Viewpoint base) {
    if (!graph.isURI() || !graph.getURI().startsWith(WORLD)) {
      return Optional.empty();
    }
    var parts = graph.getURI().substring(WORLD.length()).split("\\?", 2);
    var view = base.day(Optional.of(PartialDate.asOf(parts[0])));
    if (parts.length > 1) {
      for (var parameter : parts[1].split("&")) {
        var pair = parameter.split("=", 2);
        String value = pair.length > 1 ? URLDecoder.decode(pair[1], StandardCharsets.UTF_8) : "";
        view = with(view, pair[0], value, graph);
      }
    }
    return Optional.of(view);
  }

  /** The IRI of the world of a viewpoint; empty where it has no day. */
  static Optional<String> iri(Viewpoint view) {
    var parameters = new ArrayList<String>();
    view.recorded().ifPresent(day -> parameters.add("recorded=" + day));
    view.policy().ifPresent(policy -> parameters.add("accept=" + encoded(policy)));
    if (view.unverified()) {
      parameters.add("unverified=true");
    }
    view.without().forEach(source -> parameters.add("without=" + encoded(source)));
    if (view.engine() != Engine.HYBRID) {
      parameters.add("engine=" + view.engine().label());
    }
    String more = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    return view.day().map(day -> WORLD + day + more);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Viewpoint with(Viewpoint view, String key, String value, Node graph) {
    return switch (key) {
      case "recorded" -> view.recorded(Optional.of(PartialDate.asOf(value)));
      case "accept" -> view.policy(value.isEmpty() ? Optional.empty() : Optional.of(value));
      case "unverified" -> view.unverified(value.isEmpty() || value.equals("true"));
      case "without" -> view.without(value);
      case "engine" -> view.engine(Engine.parse(value));
      default ->
          throw new EntenteException(
              ErrorCode.REFUSED_QUERY,
              "The world <"
                  + graph.getURI()
                  + "> has the parameter '"
                  + key
                  + "', which means nothing. Use recorded, accept, unverified, without or engine.");
    };
  }
}
