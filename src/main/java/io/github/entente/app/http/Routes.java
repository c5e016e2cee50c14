// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which handler answers which path: the exact one, else the longest prefix that ends in a slash.
 */
final class Routes {
  /** A handler, and whether it counts among the concurrent requests that are bounded. */
  record Route(String path, Handler handler, boolean bounded) {}

  private final Map<String, Route> routes = new HashMap<>();

  Routes put(String path, Handler handler) {
    routes.put(path, new Route(path, handler, true));
    return this;
  }

  /** A path whose replies cost next to nothing. */
  Routes putLight(String path, Handler handler) {
    routes.put(path, new Route(path, handler, false));
    return this;
  }

  Optional<Route> find(String path) {
    var exact = routes.get(path);
    return exact != null
        ? Optional.of(exact)
        : routes.values().stream()
            .filter(route -> route.path().endsWith("/") && path.startsWith(route.path()))
            .max(Comparator.comparing(route -> route.path().length()));
  }
}
