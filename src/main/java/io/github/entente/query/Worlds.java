// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.Deadline;
import io.github.entente.model.Outcome;
import io.github.entente.model.Snapshot;
import io.github.entente.model.TemporalProfile;
import io.github.entente.reason.Entailments;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;

/** What a query is asked of: the world of each day, and the graphs as they were stored. */
public interface Worlds {
  /** The facts in force on a day; on all days where there is none. */
  Snapshot snapshot(Optional<LocalDate> day);

  /** What follows from them, computed when first asked for. */
  Outcome<Entailments> entailments(Optional<LocalDate> day, Deadline deadline);

  /** The graphs of the sources and of the contents of claims, by IRI. */
  Map<String, Graph> stored();

  /** Which predicates have a temporal meaning. */
  TemporalProfile profile();

  /** Names of terms for messages. */
  Labels labels();
}
