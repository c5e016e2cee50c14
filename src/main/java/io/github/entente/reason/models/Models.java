// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.models;

import io.github.entente.certificate.Evaluator;
import io.github.entente.certificate.Model;
import io.github.entente.model.EntenteException;
import io.github.entente.reason.models.Policy.Witnesses;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLSubClassOfAxiom;

/**
 * Models of axioms, for showing what does not follow: whatever is false in a model of the axioms is
 * not entailed by them, and one model shows that they are consistent. A model is proposed by a
 * chase with choices and counts only when the exact evaluator of certificates, which shares no code
 * with the chase, finds every axiom true in it. Made when they are asked for, and kept. Safe for
 * use by many threads.
 */
public final class Models {
  /** So many turns with the same result end the search for further models. */
  private static final int IDLE_TURNS = 3;

  private static final int MOST_INCLUSIONS = 64;

  /** So many models are made without an aim: they serve all questions. */
  private static final int VARIED = 3;

  private static final int MOST_RESISTING = 50_000;

  /** Of so many expressions the instances in a model are kept. */
  private static final int MOST_KEPT = 512;

  private final Collection<OWLAxiom> axioms;
  private final Collection<? extends OWLIndividual> individuals;
  private final List<Checked> accepted = new ArrayList<>();

  /** What was aimed at in vain; it most likely follows, and is not aimed at again. */
  private final Set<OWLAxiom> resisting = new HashSet<>();

  private Chase chase;
  private boolean hopeless;
  private int rejected;
  private long turn;

  /** A model of the axioms, and what of expressions was evaluated in it. */
  private static final class Checked {
    private final Model model;
    private final Collection<OWLAxiom> axioms;
    private final Map<OWLClassExpression, BitSet> instances = new HashMap<>();
    private Evaluator evaluator;

    Checked(Model model, Collection<OWLAxiom> axioms) {
      this.model = model;
      this.axioms = axioms;
      this.evaluator = Evaluator.of(model, axioms);
    }

    boolean holds(OWLAxiom fact) {
      if (fact instanceof OWLClassAssertionAxiom type) {
        var element = model.element(type.getIndividual());
        return element.isEmpty() // Where nothing is said of it, nothing is denied.
            || members(type.getClassExpression()).get(element.get());
      }
      return evaluator.holds(fact);
    }

    BitSet members(OWLClassExpression expression) {
      if (instances.size() > MOST_KEPT) {
        instances.clear();
        evaluator = Evaluator.of(model, axioms);
      }
      return instances.computeIfAbsent(expression, evaluator::instances);
    }
  }

  private Models(Collection<OWLAxiom> axioms, Collection<? extends OWLIndividual> individuals) {
    this.axioms = axioms;
    this.individuals = individuals;
  }

  /**
   * None yet.
   *
   * @param axioms the axioms to be modelled; not changed from then on
   * @param individuals those that models are to have, beyond those in the axioms
   */
  public static Models of(
      Collection<OWLAxiom> axioms, Collection<? extends OWLIndividual> individuals) {
    return new Models(axioms, individuals);
  }

  /**
   * Those of the models that are models of other axioms too.
   *
   * @param others the axioms to be modelled; not changed from then on
   * @param individuals those that models are to have, beyond those in the axioms
   * @param added those of the others that these axioms lack
   */
  public synchronized Models of(
      Collection<OWLAxiom> others,
      Collection<? extends OWLIndividual> individuals,
      Collection<OWLAxiom> added) {
    var next = new Models(others, individuals);
    next.turn = turn;
    for (var checked : accepted) {
      boolean hasAll = individuals.stream().allMatch(i -> checked.model.element(i).isPresent());
      if (hasAll && Evaluator.violated(checked.model, added).isEmpty()) {
        next.accepted.add(new Checked(checked.model, others));
      }
    }
    return next;
  }

  /** The models so far. */
  public synchronized List<Model> accepted() {
    return accepted.stream().map(checked -> checked.model).toList();
  }

  /** How many proposals were no models. */
  public synchronized int rejected() {
    return rejected;
  }

  /** Whether there is a model; looks for one first. False says nothing. */
  public synchronized boolean consistent(BooleanSupplier stop) {
    for (int i = 0; i < IDLE_TURNS && accepted.isEmpty() && !stop.getAsBoolean(); i++) {
      make(List.of(), stop);
    }
    return !accepted.isEmpty();
  }

  /**
   * The individuals that are in an expression in every model so far; all that follow are among
   * them. Empty while there is no model, or where the expression cannot be evaluated.
   */
  public synchronized Optional<Set<OWLIndividual>> everywhere(OWLClassExpression expression) {
    if (accepted.isEmpty()) {
      return Optional.empty();
    }
    var common = new LinkedHashSet<OWLIndividual>(individuals);
    try {
      for (var checked : accepted) {
        var members = checked.members(expression);
        common.removeIf(one -> !checked.model.element(one).map(members::get).orElse(true));
      }
    } catch (EntenteException e) {
      return Optional.empty();
    }
    return Optional.of(common);
  }

  /** Those of the facts that hold in all models so far. */
  public synchronized <T extends OWLAxiom> List<T> undenied(Collection<? extends T> facts) {
    var open = new ArrayList<T>(facts);
    accepted.forEach(checked -> open.removeIf(fact -> !checked.holds(fact)));
    return open;
  }

  /**
   * Those of the facts, or other axioms, that no model denies; looks for models that do, as long as
   * that helps.
   */
  public synchronized <T extends OWLAxiom> List<T> open(
      Collection<? extends T> facts, BooleanSupplier stop) {
    List<T> open = undenied(facts);
    var wanted = new ArrayList<T>(open);
    wanted.removeIf(resisting::contains);
    int idle = 0;
    while (!wanted.isEmpty()
        && accepted.size() < VARIED
        && idle++ < VARIED
        && !stop.getAsBoolean()) {
      deny(make(List.of(), stop), wanted, open);
    }
    idle = 0;
    while (!wanted.isEmpty() && idle < IDLE_TURNS && !hopeless && !stop.getAsBoolean()) {
      int before = wanted.size();
      deny(make(aim(wanted, idle), stop), wanted, open);
      idle = wanted.size() < before ? 0 : idle + 1;
    }
    if (!stop.getAsBoolean() && resisting.size() < MOST_RESISTING) {
      resisting.addAll(wanted);
    }
    return open;
  }

  private static <T extends OWLAxiom> void deny(
      Optional<Checked> made, List<T> wanted, List<T> open) {
    made.ifPresent(
        model -> {
          wanted.removeIf(fact -> !model.holds(fact));
          open.removeIf(fact -> !model.holds(fact));
        });
  }

  /**
   * Of the facts those that the next model is to deny: all, then fewer. Inclusions want an element
   * each, so that only some are denied at a time.
   */
  private List<OWLAxiom> aim(List<? extends OWLAxiom> open, int idle) {
    var some = new ArrayList<OWLAxiom>(open);
    if (idle > 0) {
      Collections.shuffle(some, new Random(turn));
    }
    int inclusions = 0;
    int most = Math.max(1, some.size() >> idle);
    var aimed = new ArrayList<OWLAxiom>();
    for (var fact : some) {
      boolean inclusion = fact instanceof OWLSubClassOfAxiom;
      if (aimed.size() < most && (!inclusion || inclusions++ < MOST_INCLUSIONS)) {
        aimed.add(fact);
      }
    }
    return aimed;
  }

  private Optional<Checked> make(List<OWLAxiom> denied, BooleanSupplier stop) {
    if (chase == null && !hopeless) {
      chase = Chase.of(axioms, individuals, stop).orElse(null);
      hopeless = chase == null && !stop.getAsBoolean();
    }
    if (chase == null) {
      return Optional.empty();
    }
    var proposed = chase.model(policy(turn++), denied, stop);
    return proposed.flatMap(this::checked);
  }

  private Optional<Checked> checked(Model proposed) {
    try {
      if (Evaluator.violated(proposed, axioms).isEmpty()) {
        var checked = new Checked(proposed, axioms);
        accepted.add(checked);
        return Optional.of(checked);
      }
    } catch (EntenteException e) {
      hopeless = true; // It cannot evaluate a literal or a datatype: no proposal can count.
    }
    rejected++;
    return Optional.empty();
  }

  /** Each turn another. */
  private Policy policy(long turn) {
    boolean large = individuals.size() > 1000;
    int patience = large ? 2_000 : 600;
    return switch ((int) (turn % 4)) {
      case 0 -> new Policy(Optional.empty(), large ? Witnesses.SHARED : Witnesses.OWN, patience);
      case 1 -> new Policy(Optional.of(turn), Witnesses.SHARED, patience);
      case 2 -> new Policy(Optional.of(turn), Witnesses.OWN, patience);
      default -> new Policy(Optional.of(turn), Witnesses.EXISTING, patience);
    };
  }
}
