// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.model.Deadline;
import io.github.entente.reason.dl.Theory;
import io.github.entente.reason.models.Models;
import io.github.entente.reason.rules.Closure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLEntity;
import org.semanticweb.owlapi.model.OWLIndividual;

/**
 * Drops candidates that are false in a checked model of the axioms, before any of them is refuted.
 * The time for it is bounded, so that what is small stays fast. Safe for use by many threads.
 */
final class CounterModels {
  private static final OWLDataFactory FACTORY = OWLManager.getOWLDataFactory();
  private static final long MILLIS = 250;
  private static final long AXIOMS_A_MILLI = 2;

  private final Models models;
  private final Duration limit;
  private final Theory theory;
  private final Optional<Closure> closure;
  private Gap gap;

  private CounterModels(Theory theory, Optional<Closure> closure, Models models) {
    this.theory = theory;
    this.closure = closure;
    this.models = models;
    this.limit = Duration.ofMillis(MILLIS + theory.axioms().size() / AXIOMS_A_MILLI);
  }

  static CounterModels of(Theory theory) {
    return new CounterModels(theory, Optional.empty(), none(theory));
  }

  /** With a closure of the axioms, to find the instances of expressions from below as well. */
  static CounterModels of(Theory theory, Closure closure) {
    return new CounterModels(theory, Optional.of(closure), none(theory));
  }

  private static Models none(Theory theory) {
    return Models.of(theory.axioms(), theory.individuals());
  }

  /** The same for other axioms, with those of the models that are models of these too. */
  CounterModels of(Theory other, Closure closure, Change change) {
    return new CounterModels(
        other,
        Optional.of(closure),
        models.of(other.axioms(), other.individuals(), change.added()));
  }

  /** It numbers all individuals, which is of use only where there is much. */
  private synchronized Gap gap() {
    if (gap == null) {
      gap = new Gap(theory, closure.orElseThrow());
    }
    return gap;
  }

  /**
   * The facts of a name that hold in all models so far and that the closure lacks; empty while
   * there is no model.
   */
  Optional<List<OWLAxiom>> beyond(OWLEntity name) {
    return closure.isEmpty() || models.accepted().isEmpty()
        ? Optional.empty()
        : Optional.of(gap().of(name, models));
  }

  /** Of the facts of a name that could be and that the closure lacks, how many models deny. */
  int denied(OWLEntity name, int left) {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, gap().possible(name) - left));
  }

  /**
   * The instances of a class expression, where those that the closure shows are all that are in it
   * in every model; empty where they are not, or it has no model yet.
   */
  Optional<Set<OWLIndividual>> exactly(OWLClassExpression expression, Deadline deadline) {
    if (closure.isEmpty() || !models.consistent(until(deadline))) {
      return Optional.empty();
    }
    var most = models.everywhere(expression);
    if (most.isEmpty()) {
      return most;
    }
    var least = new Certain(closure.get()).instances(expression);
    if (!least.containsAll(most.get())) {
      models.open(
          most.get().stream()
              .filter(one -> !least.contains(one))
              .map(one -> FACTORY.getOWLClassAssertionAxiom(expression, one))
              .toList(),
          until(deadline));
      most = models.everywhere(expression);
    }
    return most.filter(least::containsAll);
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
    return deadline.within(limit)::passed;
  }
}
