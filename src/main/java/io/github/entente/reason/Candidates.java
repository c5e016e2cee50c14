// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.model.Deadline;
import io.github.entente.model.Guarantee;
import io.github.entente.reason.dl.Refuter;
import io.github.entente.reason.dl.Refuter.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLDataPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLObjectPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLSameIndividualAxiom;

/**
 * Decides many candidate facts at once: if the axioms with all of them negated are consistent, that
 * one model shows that none is entailed; otherwise the candidates are halved. With k entailed among
 * n candidates this takes about {@code 1 + 2k log n} consistency checks.
 *
 * @param entailed candidates that follow
 * @param undecided candidates not decided by the deadline
 * @param asked how many candidates there were
 * @param denied how many of these were known to be false in a model, and so not decided here
 * @param checks how many consistency checks it took
 */
record Candidates<T>(List<T> entailed, List<T> undecided, int asked, int denied, int checks) {

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
    var entailed = new ArrayList<T>();
    var undecided = new ArrayList<T>();
    int checks =
        candidates.isEmpty()
            ? 0
            : new Halving<T>(
                    axioms,
                    Refuter.overlooks(axioms),
                    negation,
                    refuter,
                    deadline,
                    entailed,
                    undecided)
                .decide(List.copyOf(candidates));
    return new Candidates<>(entailed, undecided, candidates.size(), 0, checks);
  }

  /**
   * The same, where some are expected to follow: each of these is tried by itself, several at a
   * time; halving would take twice as many checks.
   */
  static <T> Candidates<T> decide(
      Collection<OWLAxiom> axioms,
      List<? extends T> candidates,
      Predicate<? super T> expected,
      Function<T, Stream<OWLAxiom>> negation,
      Refuter refuter,
      Deadline deadline) {
    var likely = new ArrayList<T>();
    var others = new ArrayList<T>();
    candidates.forEach(candidate -> (expected.test(candidate) ? likely : others).add(candidate));
    var rest = decide(axioms, others, negation, refuter, deadline);
    var entailed = new ArrayList<>(rest.entailed());
    var undecided = new ArrayList<>(rest.undecided());
    boolean overlooked = Refuter.overlooks(axioms);
    int checks = rest.checks();
    int together = Runtime.getRuntime().availableProcessors();
    for (int next = 0; next < likely.size(); next += together) {
      var now = likely.subList(next, Math.min(likely.size(), next + together));
      if (deadline.passed()) {
        undecided.addAll(now);
        continue;
      }
      var running =
          now.stream()
              .map(one -> Stream.concat(axioms.stream(), negation.apply(one)).toList())
              .map(refuter::start)
              .toList();
      for (int i = 0; i < now.size(); i++) {
        checks++;
        var verdict = refuter.await(running.get(i), deadline);
        if (verdict == Verdict.INCONSISTENT) {
          entailed.add(now.get(i));
        } else if (verdict == Verdict.UNDECIDED || overlooked) {
          undecided.add(now.get(i));
        }
      }
    }
    return new Candidates<>(entailed, undecided, candidates.size(), 0, checks);
  }

  /** The same of more candidates, of which a model denies those that are not among these. */
  Candidates<T> among(int asked) {
    return new Candidates<>(entailed, undecided, asked, asked - this.asked, checks);
  }

  /** These and others. */
  Candidates<T> and(Candidates<T> others) {
    return new Candidates<>(
        Stream.concat(entailed.stream(), others.entailed.stream()).toList(),
        Stream.concat(undecided.stream(), others.undecided.stream()).toList(),
        asked + others.asked,
        denied + others.denied,
        checks + others.checks);
  }

  /**
   * How completely they were decided.
   *
   * @param what the candidates, in words
   */
  Guarantee guarantee(String what) {
    return undecided.isEmpty()
        ? Guarantee.SOUND_AND_COMPLETE
        : Guarantee.incomplete(undecided(undecided.size(), what));
  }

  /** That some were left, and why that may be. */
  static String undecided(int count, String what) {
    return count
        + " "
        + what
        + " are undecided: the time limit came, or consistency cannot be checked there (keys or"
        + " rules over properties above chains, keys over data properties, huge counts)";
  }

  private record Halving<T>(
      Collection<OWLAxiom> axioms,
      boolean overlooked,
      Function<T, Stream<OWLAxiom>> negation,
      Refuter refuter,
      Deadline deadline,
      List<T> entailed,
      List<T> undecided) {
    /** The number of checks it took. */
    int decide(List<T> candidates) {
      if (deadline.passed()) {
        undecided.addAll(candidates);
        return 0;
      }
      var negated = candidates.stream().flatMap(negation);
      var verdict = refuter.check(Stream.concat(axioms.stream(), negated).toList(), deadline);
      if (verdict == Verdict.UNDECIDED || verdict == Verdict.CONSISTENT && overlooked) {
        undecided.addAll(candidates);
      } else if (verdict == Verdict.INCONSISTENT) {
        if (candidates.size() > 1) {
          int middle = candidates.size() / 2;
          return 1
              + decide(candidates.subList(0, middle))
              + decide(candidates.subList(middle, candidates.size()));
        }
        entailed.addAll(candidates);
      }
      return 1;
    }
  }

  static OWLAxiom negation(OWLAxiom fact, OWLDataFactory factory) {
    if (fact instanceof OWLClassAssertionAxiom type) {
      return factory.getOWLClassAssertionAxiom(
          type.getClassExpression().getObjectComplementOf(), type.getIndividual());
    } else if (fact instanceof OWLObjectPropertyAssertionAxiom value) {
      return factory.getOWLNegativeObjectPropertyAssertionAxiom(
          value.getProperty(), value.getSubject(), value.getObject());
    } else if (fact instanceof OWLDataPropertyAssertionAxiom value) {
      return factory.getOWLClassAssertionAxiom(
          factory
              .getOWLDataHasValue(value.getProperty(), value.getObject())
              .getObjectComplementOf(),
          value.getSubject());
    } else if (fact instanceof OWLSameIndividualAxiom same) {
      return factory.getOWLDifferentIndividualsAxiom(same.getIndividualsAsList());
    }
    throw new IllegalArgumentException("no negation of " + fact);
  }
}
