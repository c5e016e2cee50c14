// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.model.Deadline;
import io.github.entente.reason.dl.Theory;
import io.github.entente.reason.models.Models;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.semanticweb.owlapi.model.OWLAxiom;

/**
 * Drops candidates that are false in a checked model of the axioms, before any of them is refuted.
 * The time for it is bounded, so that what is small stays fast. Safe for use by many threads.
 */
final class CounterModels {
  private static final long MILLIS = 250;
  private static final long AXIOMS_A_MILLI = 2;

  private final Models models;
  private final long millis;

  private CounterModels(Models models, long millis) {
    this.models = models;
    this.millis = millis;
  }

  static CounterModels of(Theory theory) {
    var axioms = theory.axioms();
    return new CounterModels(
        Models.of(axioms, theory.individuals()), MILLIS + axioms.size() / AXIOMS_A_MILLI);
  }

  /** The models that were found so far. */
  Models models() {
    return models;
  }

  /** Whether the axioms have a model; false says nothing. */
  boolean consistent(Deadline deadline) {
    return models.consistent(until(deadline));
  }

  /**
   * Those of the candidates that no model denies.
   *
   * @param fact what a candidate says as an axiom; empty where nothing can be told of it
   */
  <T> List<T> open(
      Collection<? extends T> candidates, Function<T, Optional<OWLAxiom>> fact, Deadline deadline) {
    var facts = new LinkedHashMap<T, OWLAxiom>();
    for (T candidate : candidates) {
      fact.apply(candidate).ifPresent(axiom -> facts.put(candidate, axiom));
    }
    if (facts.isEmpty()) {
      return List.copyOf(candidates);
    }
    Set<OWLAxiom> left = new HashSet<>(models.open(facts.values(), until(deadline)));
    var open = new ArrayList<T>();
    for (T candidate : candidates) {
      var axiom = facts.get(candidate);
      if (axiom == null || left.contains(axiom)) {
        open.add(candidate);
      }
    }
    return open;
  }

  private BooleanSupplier until(Deadline deadline) {
    long end = System.nanoTime() + 1_000_000 * millis;
    return () -> System.nanoTime() - end > 0 || deadline.passed();
  }
}
