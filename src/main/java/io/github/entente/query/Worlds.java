// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.Deadline;
import io.github.entente.model.Outcome;
import io.github.entente.model.Regime;
import io.github.entente.model.Snapshot;
import io.github.entente.model.TemporalProfile;
import io.github.entente.model.Viewpoint;
import io.github.entente.reason.Entailments;
import io.github.entente.reason.rdf.Materialisation;
import java.util.Map;
import org.apache.jena.graph.Graph;

/** What a query is asked of: the world of each day, and the graphs as they were stored. */
public interface Worlds {
  /** The facts that a viewpoint takes in. */
  Snapshot snapshot(Viewpoint view);

  /** What follows from them, computed when first asked for. */
  Outcome<Entailments> entailments(Viewpoint view, Deadline deadline);

  /** The triples that follow under a regime that has finitely many. */
  Outcome<Materialisation> materialised(Viewpoint view, Regime regime, Deadline deadline);

  /** The graphs of the sources and of the contents of claims, by IRI. */
  Map<String, Graph> stored();

  /** Which predicates have a temporal meaning. */
  TemporalProfile profile();

  /** Names of terms for messages. */
  Labels labels();
}
