// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import io.github.entente.model.Deadline;
import io.github.entente.reason.dl.Conflict;
import io.github.entente.reason.dl.Refuter;
import io.github.entente.reason.rules.Closure;
import io.github.entente.reason.rules.Program;
import io.github.entente.reason.rules.Ways;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLDifferentIndividualsAxiom;
import org.semanticweb.owlapi.model.OWLIndividual;

/**
 * Minimal sets of axioms from which goals follow: by the derivations of rules where they suffice,
 * contracted; else by the consistency of few axioms on a new reasoner each time.
 *
 * @see <a href="https://doi.org/10.1016/0004-3702(87)90062-2">Reiter, A theory of diagnosis from
 *     first principles, 1987</a> for the tree by which all are found
 */
final class Justifier {
  /** Past this size, halving beats taking axioms away one by one. */
  private static final int FEW = 24;

  private final OWLDataFactory factory;
  private final Refuter refuter;
  private final boolean consistent;
  private final Deadline deadline;

  /**
   * Justifications of the same goals.
   *
   * @param sets minimal sets, the smallest first
   * @param all whether there are no others
   * @param minimal whether each was shown to be minimal
   */
  record Found(List<Set<OWLAxiom>> sets, boolean all, boolean minimal) {}

  /**
   * @param consistent whether the axioms are known to have a model, so that what rules do not
   *     derive of facts does not follow where they are complete
   */
  Justifier(OWLDataFactory factory, Refuter refuter, boolean consistent, Deadline deadline) {
    this.factory = factory;
    this.refuter = refuter;
    this.consistent = consistent;
    this.deadline = deadline;
  }

  // ---- whether goals follow ----

  /** Whether all the goals follow; a limit reached counts as no. */
  boolean follow(Collection<OWLAxiom> axioms, Collection<Goal> goals) {
    var open = byRules(axioms, goals);
    return open.stream().allMatch(goal -> refuted(axioms, goal));
  }

  /** The goals that rules do not derive. */
  private List<Goal> byRules(Collection<OWLAxiom> axioms, Collection<Goal> goals) {
    var open = new ArrayList<Goal>();
    Closure plain = null;
    for (var goal : goals) {
      if (goal.assumed().isEmpty()) {
        plain = plain == null ? closure(axioms, goals) : plain;
      }
      var closure = goal.assumed().isEmpty() ? plain : closure(with(axioms, goal), List.of(goal));
      if (!derived(closure, goal)) {
        open.add(goal);
      }
    }
    return open;
  }

  private static boolean derived(Closure closure, Goal goal) {
    return goal.fact().filter(closure::has).isPresent() || closure.contradiction().isPresent();
  }

  private Closure closure(Collection<OWLAxiom> axioms, Collection<Goal> goals) {
    return closure(axioms, goals, factory);
  }

  /** What rules derive from axioms, of the individuals of goals too. */
  static Closure closure(
      Collection<OWLAxiom> axioms, Collection<Goal> goals, OWLDataFactory factory) {
    return Closure.of(program(axioms, goals, factory), factory, () -> false).orElseThrow();
  }

  private static Program program(
      Collection<OWLAxiom> axioms, Collection<Goal> goals, OWLDataFactory factory) {
    var individuals =
        goals.stream()
            .flatMap(goal -> Stream.concat(goal.fact().stream(), goal.assumed().stream()))
            .flatMap(Justifier::individuals)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return Program.of(axioms, individuals, factory);
  }

  static Stream<OWLIndividual> individuals(OWLAxiom axiom) {
    return Stream.concat(
        axiom.individualsInSignature().map(OWLIndividual.class::cast),
        axiom.anonymousIndividuals().map(OWLIndividual.class::cast));
  }

  private static List<OWLAxiom> with(Collection<OWLAxiom> axioms, Goal goal) {
    var all = new ArrayList<>(axioms);
    all.addAll(goal.assumed());
    return all;
  }

  private boolean refuted(Collection<OWLAxiom> axioms, Goal goal) {
    if (consistent && goal.assumed().isEmpty() && complete(axioms, goal)) {
      return false;
    }
    var all = new ArrayList<>(axioms);
    all.addAll(goal.refuting());
    return refuter.check(all, deadline) == Refuter.Verdict.INCONSISTENT;
  }

  /** Whether rules are complete for the predicate of a fact, given that the axioms have a model. */
  private boolean complete(Collection<OWLAxiom> axioms, Goal goal) {
    if (goal.fact().isEmpty()) {
      return false;
    }
    var entities = goal.fact().get().signature().filter(e -> !e.isOWLNamedIndividual()).toList();
    return Program.of(axioms, factory)
        .beyondRules(entities, closure(axioms, List.of(goal)))
        .isEmpty();
  }

  // ---- one justification ----

  /** A minimal set among axioms from which all goals follow; empty where they do not. */
  Optional<Set<OWLAxiom>> one(Collection<OWLAxiom> axioms, List<Goal> goals) {
    var facts = goals.stream().filter(goal -> goal.assumed().isEmpty()).toList();
    return facts.isEmpty()
        ? one(axioms, Optional.empty(), goals)
        : one(axioms, Optional.of(closure(axioms, facts)), goals);
  }

  /**
   * A minimal set among axioms from which all goals follow; empty where they do not.
   *
   * @param closure the closure of the axioms, where it is there already
   */
  Optional<Set<OWLAxiom>> one(
      Collection<OWLAxiom> axioms, Optional<Closure> closure, List<Goal> goals) {
    var start = new LinkedHashSet<OWLAxiom>();
    for (var goal : goals) {
      var own =
          closure
              .filter(c -> goal.assumed().isEmpty())
              .orElseGet(() -> closure(with(axioms, goal), List.of(goal)));
      start.addAll(derived(own, goal) ? under(own, goal) : blackBox(axioms, goal));
      start.removeAll(goal.assumed());
    }
    return contracted(start, goals, axioms);
  }

  private static Set<OWLAxiom> under(Closure closure, Goal goal) {
    return goal.fact().isPresent() && closure.has(goal.fact().get())
        ? closure.axiomsUnder(List.of(goal.fact().get()))
        : new LinkedHashSet<>(closure.contradiction().orElseThrow());
  }

  private Optional<Set<OWLAxiom>> contracted(
      Set<OWLAxiom> start, List<Goal> goals, Collection<OWLAxiom> axioms) {
    var smallest = smallest(start, goals);
    if (smallest.isPresent()) {
      return smallest;
    }
    if (!follow(start, goals)) {
      return Optional.empty();
    }
    var kept = new ArrayList<>(start);
    kept.retainAll(new HashSet<>(axioms));
    kept.sort(REMOVED_FIRST);
    for (var axiom : List.copyOf(kept)) {
      if (deadline.passed()) {
        break;
      }
      int place = kept.indexOf(axiom);
      kept.remove(place);
      if (!follow(kept, goals)) {
        kept.add(place, axiom);
      }
    }
    return Optional.of(Collections.unmodifiableSet(new LinkedHashSet<>(kept)));
  }

  /**
   * The smallest set among axioms from which rules derive all goals, where no part of it suffices
   * by any reasoning; empty where that cannot be told.
   */
  private Optional<Set<OWLAxiom>> smallest(Set<OWLAxiom> axioms, List<Goal> goals) {
    if (!consistent
        || !goals.stream().allMatch(g -> g.assumed().isEmpty() && g.fact().isPresent())) {
      return Optional.empty();
    }
    var facts = goals.stream().flatMap(goal -> goal.fact().stream()).toList();
    var program = program(axioms, goals, factory);
    var ways =
        Closure.of(program, factory, () -> false)
            .flatMap(closure -> Ways.of(closure, facts, program, deadline::passed));
    if (ways.isEmpty()) {
      return Optional.empty();
    }
    var derived = ways.get().byRules(1, deadline::passed);
    var least = ways.get().least(1, deadline::passed);
    return derived.all() && least.all()
        ? derived.sets().stream().findFirst().filter(set -> suffices(set, least))
        : Optional.empty();
  }

  /** Whether no set that may suffice is a part of one. */
  private static boolean suffices(Set<OWLAxiom> set, Ways.Sets least) {
    return least.sets().stream().noneMatch(l -> l.size() < set.size() && set.containsAll(l));
  }

  /** What says more than it need goes first: differences of many, then what is about classes. */
  private static final Comparator<OWLAxiom> REMOVED_FIRST =
      Comparator.comparing((OWLAxiom axiom) -> !(axiom instanceof OWLDifferentIndividualsAxiom))
          .thenComparing(axiom -> axiom.isOfType(AxiomType.ABoxAxiomTypes))
          .thenComparing(Comparator.naturalOrder());

  // ---- without derivations ----

  private Collection<OWLAxiom> blackBox(Collection<OWLAxiom> axioms, Goal goal) {
    var candidate = near(axioms, goal);
    return candidate.size() <= FEW && goal.fact().isPresent()
        ? candidate
        : Conflict.minimal(candidate, goal.refuting(), refuter, deadline);
  }

  /**
   * The first of growing sets of axioms that a goal follows from: those that share names with it,
   * with those, and so on. None where it does not follow.
   */
  private List<OWLAxiom> near(Collection<OWLAxiom> axioms, Goal goal) {
    var growing = new Growing(axioms, goal.refuting());
    for (var candidate = growing.next(); !candidate.isEmpty(); candidate = growing.next()) {
      var all = new ArrayList<>(candidate);
      all.addAll(goal.refuting());
      if (deadline.passed()) {
        return List.of();
      }
      if (refuter.check(all, deadline) == Refuter.Verdict.INCONSISTENT) {
        return candidate;
      }
    }
    return List.of();
  }

  /**
   * Axioms among which there is a justification: those that lead to goals by rules, else those near
   * to them.
   */
  Set<OWLAxiom> near(Collection<OWLAxiom> axioms, Optional<Closure> closure, List<Goal> goals) {
    var near = new LinkedHashSet<OWLAxiom>();
    for (var goal : goals) {
      var ways =
          closure
              .filter(c -> goal.assumed().isEmpty() && goal.fact().isPresent())
              .flatMap(c -> Ways.of(c, List.of(goal.fact().get()), deadline::passed));
      near.addAll(ways.isPresent() ? ways.get().axioms() : near(axioms, goal));
    }
    return near;
  }

  // ---- all justifications that rules find ----

  /**
   * Up to so many minimal sets among those from which rules derive all the goals, and whether
   * nothing else leads to them; the same ones in the same order each time.
   *
   * @param ways how rules lead to the goals
   * @param ruled whether nothing but rules does
   */
  Found all(Ways ways, boolean ruled, List<Goal> goals, int most) {
    var derived = ways.byRules(most, deadline::passed);
    var least = ruled ? derived : ways.least(most, deadline::passed);
    var sets = new LinkedHashSet<Set<OWLAxiom>>();
    for (var set : derived.sets()) {
      if (sets.size() > most || deadline.passed()) {
        break;
      }
      if (derived.all() && least.all() && suffices(set, least)) {
        sets.add(set);
      } else {
        contracted(set, goals, set).ifPresent(sets::add);
      }
    }
    boolean all =
        derived.all()
            && least.all()
            && sets.size() <= most
            && least.sets().stream().allMatch(l -> sets.stream().anyMatch(l::containsAll));
    var found = smallestFirst(sets);
    return new Found(
        found.subList(0, Math.min(most, found.size())),
        all && !deadline.passed(),
        !deadline.passed());
  }

  private static List<Set<OWLAxiom>> smallestFirst(Collection<Set<OWLAxiom>> sets) {
    return sets.stream()
        .sorted(
            Comparator.comparing((Set<OWLAxiom> set) -> set.size())
                .thenComparing(set -> new TreeSet<>(set).toString()))
        .toList();
  }

  // ---- all justifications ----

  /** Up to so many minimal sets; the same ones in the same order each time. */
  Found all(Collection<OWLAxiom> axioms, List<Goal> goals, int most) {
    return all(axioms, goals, most, List.of());
  }

  /**
   * Up to so many minimal sets; the same ones in the same order each time.
   *
   * @param known some of them
   */
  Found all(Collection<OWLAxiom> axioms, List<Goal> goals, int most, List<Set<OWLAxiom>> known) {
    var sorted = axioms.stream().sorted().toList();
    var found = new LinkedHashSet<>(known);
    var seen = new HashSet<Set<OWLAxiom>>();
    var closed = new ArrayList<Set<OWLAxiom>>();
    var open = new ArrayDeque<Set<OWLAxiom>>(List.of(Set.of()));
    boolean cut = false;
    while (!open.isEmpty()) {
      if (found.size() >= most || deadline.passed()) {
        cut = true;
        break;
      }
      var removed = open.remove();
      if (closed.stream().anyMatch(removed::containsAll)) {
        continue;
      }
      var justification =
          found.stream().filter(set -> set.stream().noneMatch(removed::contains)).findFirst();
      if (justification.isEmpty()) {
        var rest = sorted.stream().filter(axiom -> !removed.contains(axiom)).toList();
        justification = removed.isEmpty() || follow(rest, goals) ? one(rest, goals) : justification;
      }
      if (justification.isEmpty()) {
        closed.add(removed);
        continue;
      }
      found.add(justification.get());
      for (var axiom : new TreeSet<>(justification.get())) {
        var more = new HashSet<>(removed);
        more.add(axiom);
        if (seen.add(more)) {
          open.add(more);
        }
      }
    }
    return new Found(smallestFirst(found), !cut, !deadline.passed());
  }
}
