// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import io.github.entente.model.Deadline;
import io.github.entente.reason.dl.Refuter;
import io.github.entente.reason.rules.Ways;
import io.github.entente.source.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLEntity;

/** Finds why axioms follow from a world, and numbers what they rest on. For use by one thread. */
final class Supports {
  /** Among more axioms than these, only what rules find is looked for once they find something. */
  private static final int FEW = 1000;

  private final Refuter refuter;
  private final Words words;
  private final Leaves leaves;
  private final Explainer.Wish wish;
  private final Deadline deadline;
  private final Set<String> notes;

  /**
   * @param notes takes what is to be said of the search
   */
  Supports(
      Refuter refuter,
      Words words,
      Leaves leaves,
      Explainer.Wish wish,
      Deadline deadline,
      Set<String> notes) {
    this.refuter = refuter;
    this.words = words;
    this.leaves = leaves;
    this.wish = wish;
    this.deadline = deadline;
    this.notes = notes;
  }

  /** Why axioms follow together; empty where no reason was found. */
  Optional<Case.Support> of(
      Optional<String> label, World world, Collection<? extends OWLAxiom> axioms) {
    var goals = new LinkedHashMap<OWLAxiom, List<Goal>>();
    for (var axiom : axioms) {
      Goal.of(axiom, world.factory()).ifPresent(parts -> goals.put(axiom, parts));
    }
    return of(label, world, goals);
  }

  /** Why goals are met together, by what they are parts of; empty where no reason was found. */
  Optional<Case.Support> of(Optional<String> label, World world, Map<OWLAxiom, List<Goal>> goals) {
    return new Search(world, goals).support(label);
  }

  /** One search. */
  private final class Search {
    private final World world;
    private final Map<OWLAxiom, List<Goal>> goals;
    private final List<Goal> all;
    private final List<OWLEntity> entities;
    private final Justifier justifier;

    Search(World world, Map<OWLAxiom, List<Goal>> goals) {
      this.world = world;
      this.goals = goals;
      this.all = goals.values().stream().flatMap(List::stream).distinct().toList();
      this.entities =
          goals.keySet().stream()
              .flatMap(OWLAxiom::signature)
              .filter(entity -> !entity.isOWLNamedIndividual())
              .distinct()
              .toList();
      this.justifier = new Justifier(world.factory(), refuter, world.consistent(), deadline);
    }

    Optional<Case.Support> support(Optional<String> label) {
      var ways = wish.most() > 1 || wish.sources() ? ways() : Optional.<Ways>empty();
      var found = found(ways);
      if (found.sets().isEmpty()) {
        if (!all.isEmpty()) {
          notes.add("No justification was found for part of it in time.");
        }
        return Optional.empty();
      }
      if (wish.most() > 1 && !found.all() && found.sets().size() < wish.most()) {
        notes.add(
            deadline.passed()
                ? "The time limit came before all justifications were found."
                : "There may be further justifications: not all that could lead there was looked"
                    + " through.");
      }
      var justifications =
          found.sets().stream().map(set -> justification(set, found.minimal())).toList();
      var needed = wish.sources() ? needed(ways, justifications) : List.<String>of();
      return Optional.of(new Case.Support(label, justifications, found.all(), needed));
    }

    /** How rules lead to the goals, where these are facts that they derive. */
    private Optional<Ways> ways() {
      var facts = all.stream().flatMap(goal -> goal.fact().stream()).toList();
      boolean plain =
          facts.size() == all.size() && all.stream().allMatch(goal -> goal.assumed().isEmpty());
      return plain
          ? world
              .closure()
              .filter(closure -> facts.stream().allMatch(closure::has))
              .flatMap(
                  closure ->
                      Ways.of(
                          closure,
                          facts,
                          world.theory().programFor(closure, entities),
                          deadline::passed))
          : Optional.empty();
    }

    private boolean ruled() {
      return world.theory().program().ruled(entities);
    }

    private Justifier.Found found(Optional<Ways> ways) {
      if (wish.most() == 1) {
        return one()
            .map(set -> new Justifier.Found(List.of(set), false, !deadline.passed()))
            .orElse(new Justifier.Found(List.of(), false, false));
      }
      if (ways.isEmpty()) {
        return byCases();
      }
      var every = world.theory().axioms();
      var found = justifier.all(ways.get(), ruled(), all, wish.most());
      return found.all() || found.sets().size() >= wish.most() || every.size() > FEW
          ? found
          : justifier.all(every, all, wish.most(), found.sets());
    }

    /** Among all axioms, where these are few; else among those in which a first one is found. */
    private Justifier.Found byCases() {
      var every =
          ofClasses()
              ? world.theory().separableTerminology().<Collection<OWLAxiom>>map(some -> some)
              : Optional.<Collection<OWLAxiom>>empty();
      var axioms = every.orElse(world.theory().axioms());
      if (axioms.size() <= FEW) {
        return justifier.all(axioms, all, wish.most());
      }
      var near = justifier.near(axioms, world.closure(), all);
      var found = justifier.all(near, all, wish.most());
      return new Justifier.Found(found.sets(), false, found.minimal());
    }

    /** Whether the goals are about classes and properties alone. */
    private boolean ofClasses() {
      return world.consistent() && all.stream().noneMatch(goal -> goal.assumed().isEmpty());
    }

    private Optional<Set<OWLAxiom>> one() {
      var terminology = world.theory().terminology();
      return ofClasses() && justifier.follow(terminology, all)
          ? justifier.one(terminology, Optional.empty(), all)
          : justifier.one(world.theory().axioms(), world.closure(), all);
    }

    // ---- sources ----

    /** The sources without which the goals do not follow. */
    private List<String> needed(Optional<Ways> ways, List<Justification> justifications) {
      var used =
          justifications.get(0).leaves().stream()
              .flatMap(number -> leaves.get(number).origins().stream())
              .filter(origin -> origin.kind() != Origin.Kind.SNAPSHOT)
              .map(Origin::place)
              .collect(Collectors.toCollection(TreeSet::new));
      return used.stream()
          .filter(
              place ->
                  ways.filter(w -> w.derivable(only(place, w.axioms()))).isEmpty()
                      && !followsWithout(place, ways))
          .toList();
    }

    /** Of some axioms those that stand in a source alone. */
    private Set<OWLAxiom> only(String place, Collection<OWLAxiom> axioms) {
      return axioms.stream()
          .filter(
              axiom ->
                  leaves.sources(world, axiom).stream()
                      .map(Origin::place)
                      .collect(Collectors.toSet())
                      .equals(Set.of(place)))
          .collect(Collectors.toSet());
    }

    /** Whether the goals follow without a source when more is looked at than what rules use. */
    private boolean followsWithout(String place, Optional<Ways> ways) {
      if (ways.isPresent() && ruled()) {
        return false;
      }
      var rest = new HashSet<>(world.theory().axioms());
      rest.removeAll(only(place, world.theory().axioms()));
      return justifier.follow(rest, all);
    }

    // ---- what was found ----

    private Justification justification(Set<OWLAxiom> set, boolean minimal) {
      var proofs = new ArrayList<Proof>();
      var proving = new Proving(world, set, words, leaves);
      goals.forEach(
          (axiom, parts) -> {
            var steps = parts.stream().map(goal -> proving.of(axiom, goal)).toList();
            proofs.add(
                steps.size() == 1 ? steps.get(0) : new Proof(words.axiom(axiom), List.of(), steps));
          });
      var numbers =
          new TreeSet<>(set).stream().map(axiom -> leaves.number(axiom, world)).sorted().toList();
      return new Justification(List.copyOf(goals.keySet()), numbers, proofs, minimal);
    }
  }
}
