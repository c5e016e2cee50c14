// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.models;

import io.github.entente.certificate.Model;
import io.github.entente.reason.models.Concept.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLIndividual;

/**
 * Looks for finite models of axioms: from the facts it draws what follows without a choice, once;
 * then, for each model, makes hold what must hold and does not, one choice at a time, and takes
 * choices back on a clash. What it finds is a proposal; whether it is a model is for others to say.
 * For use by one thread at a time.
 */
final class Chase {
  private static final int FEW_CLASHES = 60;
  private static final int MOST_URGENT = 48;
  private static final int MOST_TURNS = 5;

  private final Names names;
  private final State state;
  private final Propagation propagation;
  private final Truth truth;
  private final Choices choices;
  private final Keys keys;
  private final Denials denials;
  private final List<Concept> choicesOfAll;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Set<Obligation> urgent = new LinkedHashSet<>();
  private BooleanSupplier stop = () -> false;
  private int clashes;

  private record Obligation(Concept concept, int node) {}

  /** A choice that may be made otherwise. */
  private record Open(Obligation of, Iterator<Choices.Way> ways, int trail, Agenda.Mark agenda) {}

  private Chase(Names names, Concepts concepts, Rules rules) {
    this.names = names;
    this.state = new State(names, concepts, rules.equivalences);
    this.propagation = new Propagation(state, rules, () -> stop.getAsBoolean());
    this.truth = new Truth(state);
    int individuals = names.individuals().size();
    this.choices = new Choices(state, rules, propagation, truth, 60 + 3 * individuals);
    this.keys = new Keys(state, rules, truth);
    this.denials = new Denials(state, propagation);
    this.choicesOfAll = rules.everywhere.stream().filter(c -> c.kind == Kind.OR).toList();
  }

  /**
   * Draws what follows without a choice.
   *
   * @param individuals those that the models are to have, beyond those in the axioms
   * @return empty where the axioms have no model, or none can be looked for, or it was stopped
   */
  static Optional<Chase> of(
      Collection<OWLAxiom> axioms,
      Collection<? extends OWLIndividual> individuals,
      BooleanSupplier stop) {
    var names = new Names();
    var concepts = new Concepts(names);
    try {
      var rules = NormalForm.of(axioms, names, concepts);
      individuals.forEach(names::node);
      var chase = new Chase(names, concepts, rules);
      return chase.begin(rules, stop) ? Optional.of(chase) : Optional.empty();
    } catch (Unsupported e) {
      return Optional.empty();
    }
  }

  private boolean begin(Rules rules, BooleanSupplier stopped) {
    stop = stopped;
    int named = names.individuals().size();
    state.name(named);
    for (int i = 0; i < Math.max(1, named); i++) {
      propagation.node();
    }
    rules.different.forEach(state::different);
    rules.same.forEach(
        all -> {
          for (int node : all) {
            state.mergeLater(all[0], node);
          }
        });
    rules.noEdges.forEach(p -> state.forbidEdge(p.property(), p.subject(), p.value()));
    rules.noData.forEach(p -> state.forbidDatum(p.property(), p.subject(), p.value()));
    rules.edges.forEach(p -> state.addEdge(p.property(), p.subject(), p.value()));
    rules.data.forEach(p -> state.addDatum(p.property(), p.subject(), p.value()));
    rules.assertions.forEach(a -> propagation.require(a.concept(), a.node()));
    propagation.run();
    state.trail.record();
    return !state.clash() && !propagation.stopped();
  }

  /**
   * A proposal for a model.
   *
   * @param policy how choices are made
   * @param wanted facts that it is to make false, as many as may be
   * @return empty where none was found
   */
  Optional<Model> model(Policy policy, List<OWLAxiom> wanted, BooleanSupplier stopped) {
    stop = stopped;
    clashes = 0;
    urgent.clear();
    open.clear();
    int trail = state.trail.size();
    var agenda = state.agenda.mark();
    var denied = new ArrayList<>(wanted);
    try {
      for (int turn = 0; turn <= MOST_TURNS && !stopped.getAsBoolean(); turn++) {
        choices.begin(policy, turn);
        open.clear();
        clashes = 0;
        denied.forEach(this::deny);
        if (search(policy)) {
          return Optional.of(Proposal.of(state));
        }
        state.undo(trail);
        state.agenda.back(agenda);
        propagation.reset();
        if (denied.isEmpty() || !relent(denied)) {
          break;
        }
      }
      return Optional.empty();
    } catch (Unsupported e) {
      return Optional.empty();
    } finally {
      state.undo(trail);
      state.agenda.back(agenda);
      propagation.reset();
    }
  }

  /** Gives up what was denied of elements that were hard to satisfy; else half. */
  private boolean relent(List<OWLAxiom> denied) {
    var hard = new HashSet<Integer>();
    urgent.forEach(obligation -> hard.add(obligation.node()));
    int before = denied.size();
    denied.removeIf(fact -> denials.nodes(fact).anyMatch(hard::contains));
    if (denied.size() == before) {
      denied.subList(denied.size() / 2, denied.size()).clear();
    }
    return true;
  }

  /** Makes a fact false, unless that clashes at once. */
  private void deny(OWLAxiom fact) {
    int trail = state.trail.size();
    var agenda = state.agenda.mark();
    denials.deny(fact);
    propagation.run();
    if (state.clash()) {
      state.undo(trail);
      state.agenda.back(agenda);
    }
  }

  private boolean search(Policy policy) {
    int trail = state.trail.size();
    var agenda = state.agenda.mark();
    int budget = FEW_CLASHES;
    int turn = 0;
    while (true) {
      propagation.run();
      if (propagation.stopped()) {
        return false;
      } else if (state.clash()) {
        clashes++;
        if (clashes > policy.patience()) {
          return false;
        }
        if (--budget == 0) { // Begin again, with what was hard to satisfy in front.
          budget = FEW_CLASHES << Math.min(6, ++turn);
          open.clear();
          state.undo(trail);
          state.agenda.back(agenda);
          choices.begin(policy, turn);
        } else if (!back()) {
          return false;
        }
      } else if (!step()) {
        return true;
      }
    }
  }

  /** Makes the last open choice otherwise; says whether there was one. */
  private boolean back() {
    while (!open.isEmpty()) {
      var choice = open.peek();
      state.undo(choice.trail());
      state.agenda.back(choice.agenda());
      if (choice.ways().hasNext()) {
        choices.apply(choice.ways().next());
        return true;
      }
      isUrgent(choice.of());
      open.pop();
    }
    return false;
  }

  private void isUrgent(Obligation obligation) {
    if (urgent.size() < MOST_URGENT) {
      urgent.add(obligation);
    }
  }

  /** Sees to one thing that must hold and does not; says whether there was one. */
  private boolean step() {
    for (var obligation : urgent) {
      int node = state.find(obligation.node());
      if (node < state.nodes()
          && state.label(obligation.concept(), node)
          && !truth.settled(obligation.concept(), node)) {
        seeTo(obligation.concept(), node);
        return true;
      }
    }
    var agenda = state.agenda;
    for (int list = Agenda.FIRST; list <= Agenda.AGAIN; list++) {
      do {
        while (!agenda.atEnd(list)) {
          var concept = state.concepts.get(agenda.concept(list));
          int node = agenda.node(list);
          if (state.alive(node) && !truth.settled(concept, node)) {
            seeTo(concept, node);
            return true;
          }
          if (list != Agenda.AGAIN && !concept.lasting && state.alive(node)) {
            agenda.add(Agenda.AGAIN, concept, node);
          }
          agenda.next(list);
        }
      } while (list == Agenda.AGAIN && agenda.again());
    }
    if (keys.merge()) {
      agenda.touch();
      return true;
    }
    return false;
  }

  /** A choice that every element has, of which little is left for this one: it goes first. */
  private Optional<Concept> forced(int node) {
    return choicesOfAll.stream()
        .filter(concept -> !truth.settled(concept, node) && choices.left(concept, node) <= 1)
        .findFirst();
  }

  private void seeTo(Concept wanted, int node) {
    state.agenda.touch();
    var concept = wanted.kind == Kind.OR ? forced(node).orElse(wanted) : wanted;
    var ways = choices.of(concept, node);
    var obligation = new Obligation(concept, node);
    if (ways.isEmpty()) {
      isUrgent(obligation);
      state.clashes();
      return;
    }
    var left = ways.iterator();
    if (ways.size() > 1) {
      open.push(new Open(obligation, left, state.trail.size(), state.agenda.mark()));
    }
    choices.apply(left.next());
  }
}
