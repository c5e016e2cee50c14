// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import io.github.entente.model.Snapshot;
import io.github.entente.reason.Entailments;
import io.github.entente.reason.Spellings;
import io.github.entente.reason.dl.OwlBridge;
import io.github.entente.reason.dl.Theory;
import io.github.entente.reason.rules.Closure;
import java.util.Optional;
import org.apache.jena.graph.compose.Union;
import org.semanticweb.owlapi.model.OWLDataFactory;

/**
 * What is explained from: a world as axioms, and the triples that spell them.
 *
 * @param closure what rules derive; empty where the axioms may contradict each other
 * @param consistent whether the axioms are known to have a model
 */
record World(
    Snapshot snapshot,
    Theory theory,
    Optional<Closure> closure,
    Spellings spelling,
    boolean consistent) {
  static World of(Entailments entailments) {
    return new World(
        entailments.snapshot(),
        entailments.theory(),
        Optional.of(entailments.closure()),
        entailments.spelling(),
        true);
  }

  /** Of a snapshot that may contradict itself. */
  static World of(Snapshot snapshot) {
    var graph = new Union(snapshot.asserted(), snapshot.generated());
    return new World(
        snapshot, Theory.of(OwlBridge.of(graph)), Optional.empty(), new Spellings(graph), false);
  }

  OWLDataFactory factory() {
    return theory.factory();
  }

  /** The day and the policy, in words. */
  String place() {
    return snapshot.asOf().map(day -> " · as of " + day).orElse("") + snapshot.view().label();
  }
}
