// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.certificate.Certificate;
import io.github.entente.certificate.Evaluator;
import io.github.entente.certificate.Model;
import io.github.entente.reason.rules.Closure.Derivation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Triple;
import org.semanticweb.owlapi.model.OWLAxiom;

/**
 * What the entailments of a snapshot have to show for what they say: a derivation of each fact that
 * was asked for, and models. For use by one thread.
 */
public final class Proofs {
  private final Entailments world;
  private final Map<OWLAxiom, Integer> numbers = new HashMap<>();
  private final List<Certificate.Step> steps = new ArrayList<>();

  /** Proofs out of the entailments of a snapshot. */
  public Proofs(Entailments world) {
    this.world = world;
  }

  /**
   * Adds the derivation of a triple of {@link Entailments#graph}, if it states a fact; one that has
   * none is added as a verdict of the reasoner.
   */
  public void add(Triple triple) {
    if (!triple.getSubject().equals(triple.getObject()) || !isEquality(triple)) {
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

  /** Models of the snapshot's axioms, each accepted by the evaluator; none where none was found. */
  public List<Model> models() {
    var least = LeastModel.of(world);
    return Evaluator.violated(least, world.axioms()).isEmpty() ? List.of(least) : List.of();
  }
}
