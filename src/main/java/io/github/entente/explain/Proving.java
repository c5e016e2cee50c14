// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import io.github.entente.reason.rules.Closure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.semanticweb.owlapi.model.OWLAxiom;

/** Shows how a goal follows from the axioms of a justification: step by step where rules tell. */
final class Proving {
  private final World world;
  private final Set<OWLAxiom> set;
  private final Words words;
  private final Leaves leaves;

  Proving(World world, Set<OWLAxiom> set, Words words, Leaves leaves) {
    this.world = world;
    this.set = set;
    this.words = words;
    this.leaves = leaves;
  }

  /**
   * The proof of a goal.
   *
   * @param axiom what the goal is a part of, or all of
   */
  Proof of(OWLAxiom axiom, Goal goal) {
    var axioms = new ArrayList<OWLAxiom>(new TreeSet<>(set));
    axioms.addAll(goal.assumed());
    var closure = Justifier.closure(axioms, List.of(goal), world.factory());
    var steps = new Steps(closure, new HashSet<>(goal.assumed()));
    if (goal.fact().filter(closure::has).isPresent()) {
      var proofs = steps.of(goal.fact().get());
      return goal.assumed().isEmpty() && proofs.size() == 1
          ? proofs.get(0)
          : new Proof(words.axiom(axiom), List.of(), proofs);
    }
    boolean supposed = goal.assumed().contains(axiom);
    String conclusion = (supposed ? "it cannot be that " : "") + words.axiom(axiom);
    if (closure.clash().isPresent()) {
      return steps.of(closure.clash().get(), conclusion);
    }
    var numbers = new TreeSet<>(set).stream().map(a -> leaves.number(a, world)).toList();
    return new Proof(conclusion, numbers, List.of());
  }

  /** Derivations as steps of a proof. */
  private final class Steps {
    private final Closure closure;
    private final Set<OWLAxiom> assumed;

    Steps(Closure closure, Set<OWLAxiom> assumed) {
      this.closure = closure;
      this.assumed = assumed;
    }

    Proof of(Closure.Clash clash, String conclusion) {
      return new Proof(
          conclusion,
          numbers(clash.axioms()),
          clash.facts().stream().flatMap(fact -> of(fact).stream()).toList());
    }

    /** The step that concludes a fact; where it only rewrites, those that it rewrites. */
    List<Proof> of(OWLAxiom fact) {
      var derivation = closure.derivation(fact).orElseThrow();
      var premises =
          derivation.premises().stream().flatMap(p -> of(p).stream()).distinct().toList();
      if (derivation.axioms().isEmpty() || fact.classesInSignature().anyMatch(Goal::isSample)) {
        return premises;
      }
      if (premises.isEmpty() && derivation.axioms().stream().anyMatch(assumed::contains)) {
        return List.of(new Proof("suppose " + words.axiom(fact), List.of(), List.of()));
      }
      return List.of(new Proof(words.axiom(fact), numbers(derivation.axioms()), premises));
    }

    private List<Integer> numbers(List<OWLAxiom> axioms) {
      return axioms.stream()
          .filter(set::contains)
          .distinct()
          .map(axiom -> leaves.number(axiom, world))
          .toList();
    }
  }
}
