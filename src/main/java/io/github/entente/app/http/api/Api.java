// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http.api;

import io.github.entente.KnowledgeBase;
import io.github.entente.app.http.Handler;
import io.github.entente.app.http.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the workbench asks for under {@code /api/}, as JSON. */
public final class Api {
  private Api() {}

  /**
   * The handlers by path.
   *
   * @param knowledge what is asked, at the time of each request
   * @param texts one's own copies of source texts
   */
  public static Map<String, Handler> handlers(
      Supplier<KnowledgeBase> knowledge, List<Path> texts, Settings settings) {
    return Map.of();
  }
}
