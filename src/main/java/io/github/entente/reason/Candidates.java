// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.model.Deadline;
import io.github.entente.reason.dl.Refuter;
import io.github.entente.reason.dl.Refuter.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLObjectPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLSameIndividualAxiom;

/**
 * Decides many candidate facts at once: if the axioms with all of them negated are consistent, that
 * one model shows that none is entailed; otherwise the candidates are halved. With k entailed among
 * n candidates this takes about {@code 1 + 2k log n} consistency checks.
 *
 * @param entailed candidates that follow
 * @param undecided candidates not decided by the deadline
 */
record Candidates<T>(List<T> entailed, List<T> undecided) {

  /**
   * Decides them.
   *
   * @param negation the axioms that say that a candidate is false, without a name or individual
   *     that those of another have too unless the axioms have it
   */
  static <T> Candidates<T> decide(
      Collection<OWLAxiom> axioms,
      List<? extends T> candidates,
      Function<T, Stream<OWLAxiom>> negation,
      Refuter refuter,
      Deadline deadline) {
    var answer = new Candidates<T>(new ArrayList<>(), new ArrayList<>());
    if (!candidates.isEmpty()) {
      answer.halve(axioms, List.copyOf(candidates), negation, refuter, deadline);
    }
    return answer;
  }

  private void halve(
      Collection<OWLAxiom> axioms,
      List<T> candidates,
      Function<T, Stream<OWLAxiom>> negation,
      Refuter refuter,
      Deadline deadline) {
    if (deadline.passed()) {
      undecided.addAll(candidates);
      return;
    }
    var negated = candidates.stream().flatMap(negation);
    var verdict = refuter.check(Stream.concat(axioms.stream(), negated).toList(), deadline);
    if (verdict == Verdict.UNDECIDED) {
      undecided.addAll(candidates);
    } else if (verdict == Verdict.INCONSISTENT) {
      if (candidates.size() == 1) {
        entailed.addAll(candidates);
        return;
      }
      int middle = candidates.size() / 2;
      halve(axioms, candidates.subList(0, middle), negation, refuter, deadline);
      halve(axioms, candidates.subList(middle, candidates.size()), negation, refuter, deadline);
    }
  }

  static OWLAxiom negation(OWLAxiom fact, OWLDataFactory factory) {
    if (fact instanceof OWLClassAssertionAxiom type) {
      return factory.getOWLClassAssertionAxiom(
          type.getClassExpression().getObjectComplementOf(), type.getIndividual());
    } else if (fact instanceof OWLObjectPropertyAssertionAxiom value) {
      return factory.getOWLNegativeObjectPropertyAssertionAxiom(
          value.getProperty(), value.getSubject(), value.getObject());
    } else if (fact instanceof OWLSameIndividualAxiom same) {
      return factory.getOWLDifferentIndividualsAxiom(same.getIndividualsAsList());
    }
    throw new IllegalArgumentException("no negation of " + fact);
  }
}
