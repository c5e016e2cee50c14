// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http.api;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Regime;
import io.github.entente.model.Viewpoint;
import io.github.entente.query.Answers;
import io.github.entente.query.Labels;
import io.github.entente.source.Bundled;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** The queries behind the views, asked. */
final class Asked {
  static final Duration LIMIT = Duration.ofMinutes(1);

  private static final Map<String, String> QUERIES = Bundled.workbench();

  private Asked() {}

  /** What follows from the facts of a day. */
  static Answers entailed(KnowledgeBase kb, String name, Viewpoint view) {
    return kb.query(QUERIES.get(name)).from(view).timeout(LIMIT).run();
  }

  /** What is asserted. */
  static Answers asserted(KnowledgeBase kb, String name, Viewpoint view) {
    return kb.query(QUERIES.get(name)).regime(Regime.SIMPLE).from(view).timeout(LIMIT).run();
  }

  static Answers about(KnowledgeBase kb, String name, Viewpoint view, Node entity) {
    return kb.query(QUERIES.get(name)).bind("entity", entity).from(view).timeout(LIMIT).run();
  }

  static Labels labels(KnowledgeBase kb) {
    return kb.labels(Optional.empty());
  }
}
