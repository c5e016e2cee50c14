// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.certificate.Certificate;
import io.github.entente.certificate.Evaluator;
import io.github.entente.certificate.Model;
import io.github.entente.model.Deadline;
import io.github.entente.reason.dl.OwlBridge;
import io.github.entente.reason.models.Models;
import io.github.entente.reason.rules.Closure.Derivation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.vocabulary.OWL2;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLObjectHasValue;
import org.semanticweb.owlapi.model.OWLObjectIntersectionOf;
import org.semanticweb.owlapi.model.OWLObjectOneOf;
import org.semanticweb.owlapi.model.OWLObjectSomeValuesFrom;
import org.semanticweb.owlapi.model.OWLObjectUnionOf;

/**
 * What the entailments of a snapshot have to show for what they say: a derivation of each fact that
 * was asked for, and models. For use by one thread.
 */
public final class Proofs {
  private final Entailments world;
  private final Graph data;
  private final Map<OWLAxiom, Integer> numbers = new HashMap<>();
  private final List<Certificate.Step> steps = new ArrayList<>();

  /** Of its own: what a certificate shows must not depend on what was asked before. */
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

  /**
   * Adds the derivation of an individual's being in a class expression; where its parts are not
   * derived, it is added as a verdict of the reasoner.
   */
  public void add(OWLClassExpression expression, Node individual) {
    var factory = world.theory().factory();
    var named = factory.getOWLNamedIndividual(OwlBridge.iri(individual));
    var fact = factory.getOWLClassAssertionAxiom(expression, named);
    var parts =
        world.closure().has(fact) ? Optional.<List<OWLAxiom>>empty() : parts(expression, named);
    if (parts.isEmpty() || numbers.containsKey(fact)) {
      add(fact);
      return;
    }
    parts.get().forEach(this::add);
    numbers.put(fact, steps.size());
    steps.add(
        new Certificate.Step(
            fact, List.of(), parts.get().stream().map(this::numberOf).toList(), false));
  }

  /** The number of a fact's step, which has the fact as the closure writes it. */
  private int numberOf(OWLAxiom fact) {
    return numbers.get(world.closure().derivation(fact).orElseThrow().conclusion());
  }

  /** Derived facts by which an individual is in a class expression; empty where there are none. */
  private Optional<List<OWLAxiom>> parts(OWLClassExpression expression, OWLIndividual individual) {
    var factory = world.theory().factory();
    var fact = factory.getOWLClassAssertionAxiom(expression, individual);
    if (world.closure().has(fact)) {
      return Optional.of(List.of(fact));
    } else if (expression instanceof OWLObjectIntersectionOf and) {
      var all = and.operands().map(operand -> parts(operand, individual)).toList();
      return all.stream().allMatch(Optional::isPresent)
          ? Optional.of(all.stream().flatMap(part -> part.get().stream()).distinct().toList())
          : Optional.empty();
    } else if (expression instanceof OWLObjectUnionOf or) {
      return or.operands().flatMap(o -> parts(o, individual).stream()).findFirst();
    } else if (expression instanceof OWLObjectSomeValuesFrom some) {
      for (var value : world.closure().individuals()) {
        var edge =
            factory
                .getOWLObjectPropertyAssertionAxiom(some.getProperty(), individual, value)
                .getSimplified();
        var filler =
            world.closure().has(edge)
                ? parts(some.getFiller(), value)
                : Optional.<List<OWLAxiom>>empty();
        if (filler.isPresent()) {
          return Optional.of(Stream.concat(Stream.of(edge), filler.get().stream()).toList());
        }
      }
    } else if (expression instanceof OWLObjectHasValue has) {
      OWLAxiom edge =
          factory
              .getOWLObjectPropertyAssertionAxiom(has.getProperty(), individual, has.getFiller())
              .getSimplified();
      return world.closure().has(edge) ? Optional.of(List.of(edge)) : Optional.empty();
    } else if (expression instanceof OWLObjectOneOf oneOf) {
      return oneOf.individuals().anyMatch(individual::equals)
          ? Optional.of(List.of())
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean isEquality(Triple triple) {
    return triple.getPredicate().equals(OWL2.sameAs.asNode());
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
