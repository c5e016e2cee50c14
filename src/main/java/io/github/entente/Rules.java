// SPDX-License-Identifier: Apache-2.0
package io.github.entente;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Snapshot;
import io.github.entente.reason.rif.Ruleset;
import io.github.entente.reason.rif.SwrlRules;
import io.github.entente.source.Digests;
import java.util.ArrayList;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * The rules of a knowledge base, for both of the regimes that apply them.
 *
 * @param translation what they are under owl-direct, as triples
 * @param refusal why they cannot be applied there, if they cannot
 */
record Rules(
    Ruleset ruleset, SwrlRules.Translation translation, Optional<EntenteException> refusal) {
  private static final SwrlRules.Translation NOTHING =
      new SwrlRules.Translation(Graph.emptyGraph, Graph.emptyGraph);

  static Rules of(Ruleset ruleset, Graph declarations) {
    if (ruleset.rules().isEmpty()) {
      return new Rules(ruleset, NOTHING, Optional.empty());
    }
    try {
      return new Rules(ruleset, SwrlRules.of(ruleset, declarations), Optional.empty());
    } catch (EntenteException e) {
      if (e.code() != ErrorCode.REFUSED_RULE) {
        throw e;
      }
      return new Rules(ruleset, NOTHING, Optional.of(e));
    }
  }

  /**
   * A snapshot with the rules among its axioms.
   *
   * @throws EntenteException {@link ErrorCode#REFUSED_RULE}
   */
  Snapshot axiomsIn(Snapshot snapshot) {
    refusal.ifPresent(
        refused -> {
          throw refused;
        });
    return beside(snapshot);
  }

  /** The same where they can be applied; else without them. */
  Snapshot beside(Snapshot snapshot) {
    if (translation.axioms().isEmpty()) {
      return snapshot;
    }
    var digests = new ArrayList<>(ruleset.digests());
    digests.add(snapshot.digest());
    return new Snapshot(
        snapshot.asserted(),
        new Union(snapshot.generated(), translation.axioms()),
        snapshot.view(),
        snapshot.epoch(),
        snapshot.doubts(),
        snapshot.openRosters(),
        snapshot.notes(),
        Digests.sha256(digests));
  }

  /** What follows, without the triples that spell the rules. */
  Graph facts(Graph entailed) {
    if (translation.axioms().isEmpty()) {
      return entailed;
    }
    return new GraphBase() {
      @Override
      protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        return entailed
            .find(pattern)
            .filterDrop(t -> translation.axioms().contains(t) && !translation.facts().contains(t));
      }
    };
  }
}
