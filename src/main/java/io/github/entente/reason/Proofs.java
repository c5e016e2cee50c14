// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.certificate.Certificate;
import io.github.entente.certificate.Evaluator;
import io.github.entente.certificate.Model;
import io.github.entente.model.Deadline;
import io.github.entente.reason.models.Models;
import io.github.entente.reason.rules.Closure.Derivation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.semanticweb.owlapi.model.OWLAxiom;

/**
 * What the entailments of a snapshot have to show for what they say: a derivation of each fact that
 * was asked for, and models. For use by one thread.
 */
public final class Proofs {
  private final Entailments world;
  private final Graph data;
  private final Map<OWLAxiom, Integer> numbers = new HashMap<>();
  private final List<Certificate.Step> steps = new ArrayList<>();
  private Models models;
  private Optional<Model> least = Optional.empty();

  /** Proofs out of the entailments of a snapshot. */
  public Proofs(Entailments world) {
    this.world = world;
    this.data = new Union(world.snapshot().asserted(), world.snapshot().generated());
  }

  /**
   * Adds the derivation of a triple of {@link Entailments#graph}, if it states a fact that is not
   * in the data; one that has none is added as a verdict of the reasoner.
   */
  public void add(Triple triple) {
    boolean reflexive = isEquality(triple) && triple.getSubject().equals(triple.getObject());
    if (!reflexive && !data.contains(triple)) {
      Facts.of(triple, world.theory()).ifPresent(this::add);
    }
  }

  private static boolean isEquality(Triple triple) {
    return triple.getPredicate().equals(org.apache.jena.vocabulary.OWL2.sameAs.asNode());
  }

  private void add(OWLAxiom fact) {
    var derivation = world.closure().derivation(fact);
    if (derivation.isPresent()) {
      add(derivation.get());
    } else if (!numbers.containsKey(fact)) {
      numbers.put(fact, steps.size());
      steps.add(new Certificate.Step(fact, List.of(), List.of(), true));
    }
  }

  /** Adds a derivation, those of its premises before it. */
  private void add(Derivation wanted) {
    var open = new ArrayDeque<Derivation>(List.of(wanted));
    while (!open.isEmpty()) {
      var step = open.peek();
      if (numbers.containsKey(step.conclusion())) {
        open.pop();
        continue;
      }
      var missing = step.premises().stream().filter(p -> !numbers.containsKey(p)).toList();
      if (missing.isEmpty()) {
        open.pop();
        numbers.put(step.conclusion(), steps.size());
        steps.add(
            new Certificate.Step(
                step.conclusion(),
                step.axioms().stream().map(Object::toString).toList(),
                step.premises().stream().map(numbers::get).toList(),
                false));
      } else {
        missing.forEach(p -> open.push(world.closure().derivation(p).orElseThrow()));
      }
    }
  }

  /** The derivations so far, each after those of its premises. */
  public List<Certificate.Step> steps() {
    return List.copyOf(steps);
  }

  // ---- models ----

  /** The models so far: those that {@link #deny} found, or the closure where it is one. */
  public List<Model> models() {
    if (models == null) {
      models = Models.of(world.axioms(), world.theory().individuals());
      var closure = LeastModel.of(world);
      var violated = Evaluator.violated(closure, world.axioms());
      least = violated.isEmpty() ? Optional.of(closure) : Optional.empty();
    }
    var all = new ArrayList<Model>();
    least.ifPresent(all::add);
    all.addAll(models.accepted());
    return all;
  }

  /**
   * Looks for models in which triples that were not derived are false.
   *
   * @return whether there are more models than before
   */
  public boolean deny(Collection<Triple> triples, Deadline deadline) {
    int before = models().size();
    var facts = triples.stream().flatMap(t -> Facts.of(t, world.theory()).stream()).toList();
    if (facts.isEmpty()) {
      models.consistent(deadline::passed);
    } else {
      models.open(facts, deadline::passed);
    }
    return models().size() > before;
  }
}
