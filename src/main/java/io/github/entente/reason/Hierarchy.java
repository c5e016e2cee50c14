// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.model.Deadline;
import io.github.entente.model.Guarantee;
import io.github.entente.reason.dl.OwlBridge;
import io.github.entente.reason.dl.Refuter;
import io.github.entente.reason.dl.Refuter.Verdict;
import io.github.entente.reason.dl.Theory;
import io.github.entente.reason.rules.Closure;
import io.github.entente.reason.rules.Program;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLNamedIndividual;

/**
 * Inclusions between classes and between properties. A class is given a new individual that nothing
 * else is said of; what the rules derive for it holds for every instance. What they do not derive is
 * refuted: a new individual in the one class and not in the other, many at once. Safe for use by many
 * threads.
 */
final class Hierarchy {
  private static final String SAMPLE = "urn:x-entente:sample:";

  private final Theory theory;
  private final Refuter refuter;
  private Map<OWLClass, Set<OWLClass>> told;

  /**
   * Inclusions as triples.
   *
   * @param triples those that hold, reflexive ones among them
   * @param guarantee whether these are all
   */
  record Answer(Collection<Triple> triples, Guarantee guarantee) {}

  Hierarchy(Theory theory, Refuter refuter) {
    this.theory = theory;
    this.refuter = refuter;
  }

  /** The classes that the rules show to include a class, itself among them. */
  Set<OWLClass> told(OWLClass named) {
    return told().getOrDefault(named, Set.of(named));
  }

  private synchronized Map<OWLClass, Set<OWLClass>> told() {
    if (told == null) {
      var factory = theory.factory();
      var axioms = new ArrayList<>(theory.terminology());
      var samples = new LinkedHashMap<OWLNamedIndividual, OWLClass>();
      for (var named : theory.classes()) {
        var sample = factory.getOWLNamedIndividual(IRI.create(SAMPLE + samples.size()));
        samples.put(sample, named);
        axioms.add(factory.getOWLClassAssertionAxiom(named, sample));
      }
      var closure =
          Closure.of(Program.of(axioms, factory), factory, () -> false).orElseThrow();
      var result = new HashMap<OWLClass, Set<OWLClass>>();
      samples.values().forEach(named -> result.put(named, new LinkedHashSet<>(Set.of(named))));
      for (var including : theory.classes()) {
        for (OWLIndividual sample : closure.instances(including)) {
          if (samples.containsKey(sample)) {
            result.get(samples.get(sample)).add(including);
          }
        }
      }
      told = result;
    }
    return told;
  }

  /** Classes that can have no instance. */
  Set<OWLClass> unsatisfiable(Deadline deadline) {
    var result = new LinkedHashSet<OWLClass>();
    unsatisfiable(List.copyOf(theory.classes()), result, deadline);
    return result;
  }

  private void unsatisfiable(List<OWLClass> classes, Set<OWLClass> result, Deadline deadline) {
    if (classes.isEmpty()) {
      return;
    }
    var factory = theory.factory();
    var axioms = new ArrayList<>(theory.axiomsFor(classes));
    for (int i = 0; i < classes.size(); i++) {
      axioms.add(
          factory.getOWLClassAssertionAxiom(
              classes.get(i), factory.getOWLNamedIndividual(IRI.create(SAMPLE + i))));
    }
    if (refuter.check(axioms, deadline) == Verdict.INCONSISTENT) {
      if (classes.size() == 1) {
        result.addAll(classes);
        return;
      }
      int middle = classes.size() / 2;
      unsatisfiable(classes.subList(0, middle), result, deadline);
      unsatisfiable(classes.subList(middle, classes.size()), result, deadline);
    }
  }

  /** The inclusions that a pattern asks for. */
  Answer inclusions(Demand.Inclusion demand, Deadline deadline) {
    if (demand.relation().equals(RDFS.subClassOf.asNode())
        || demand.relation().equals(OWL2.equivalentClass.asNode())) {
      return classes(demand, deadline);
    }
    return properties(demand);
  }

  private Answer classes(Demand.Inclusion demand, Deadline deadline) {
    boolean both = demand.relation().equals(OWL2.equivalentClass.asNode());
    var subs = matching(demand.sub());
    var sups = matching(demand.sup());
    var pairs = new LinkedHashSet<Pair>();
    for (var sub : subs) {
      for (var sup : sups) {
        pairs.add(new Pair(sub, sup));
        if (both) {
          pairs.add(new Pair(sup, sub));
        }
      }
    }
    var holding =
        pairs.stream()
            .filter(p -> p.sup().isOWLThing() || told(p.sub()).contains(p.sup()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    var open = pairs.stream().filter(p -> !holding.contains(p)).toList();
    var undecided = new ArrayList<Pair>();
    decide(open, holding, undecided, deadline);
    var triples = new ArrayList<Triple>();
    for (var pair : holding) {
      if (!both || holding.contains(new Pair(pair.sup(), pair.sub()))) {
        triples.add(
            Triple.create(
                OwlBridge.node(pair.sub().getIRI()),
                demand.relation(),
                OwlBridge.node(pair.sup().getIRI())));
      }
    }
    return new Answer(
        triples,
        undecided.isEmpty()
            ? Guarantee.SOUND_AND_COMPLETE
            : Guarantee.incomplete(
                "the time limit came with " + undecided.size() + " inclusions undecided"));
  }

  private record Pair(OWLClass sub, OWLClass sup) {}

  private List<OWLClass> matching(Node node) {
    if (node.isConcrete()) {
      return theory.classNamed(node).map(List::of).orElse(List.of());
    }
    return Stream.concat(
            theory.classes().stream(),
            Stream.of(theory.factory().getOWLThing()))
        .distinct()
        .toList();
  }

  private void decide(
      List<Pair> pairs, Set<Pair> holding, List<Pair> undecided, Deadline deadline) {
    if (pairs.isEmpty()) {
      return;
    }
    var factory = theory.factory();
    var named =
        pairs.stream()
            .flatMap(p -> Stream.of(p.sub(), p.sup()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    var axioms = new ArrayList<OWLAxiom>(theory.axiomsFor(named));
    for (int i = 0; i < pairs.size(); i++) {
      var sample = factory.getOWLNamedIndividual(IRI.create(SAMPLE + i));
      axioms.add(factory.getOWLClassAssertionAxiom(pairs.get(i).sub(), sample));
      axioms.add(
          factory.getOWLClassAssertionAxiom(
              pairs.get(i).sup().getObjectComplementOf(), sample));
    }
    switch (refuter.check(axioms, deadline)) {
      case CONSISTENT -> {}
      case UNDECIDED -> undecided.addAll(pairs);
      case INCONSISTENT -> {
        if (pairs.size() == 1) {
          holding.addAll(pairs);
        } else {
          int middle = pairs.size() / 2;
          decide(pairs.subList(0, middle), holding, undecided, deadline);
          decide(pairs.subList(middle, pairs.size()), holding, undecided, deadline);
        }
      }
    }
  }

  private Answer properties(Demand.Inclusion demand) {
    var triples = new ArrayList<Triple>();
    for (var pair : theory.toldPropertyInclusions()) {
      boolean matches = demand.sub().matches(pair.sub()) && demand.sup().matches(pair.sup());
      boolean equivalence = demand.relation().equals(OWL2.equivalentProperty.asNode());
      if (matches && (!equivalence || theory.toldPropertyInclusions().contains(pair.reversed()))) {
        triples.add(Triple.create(pair.sub(), demand.relation(), pair.sup()));
      }
    }
    return new Answer(
        triples,
        Guarantee.incomplete(
            "inclusions between properties are taken from the stated hierarchy, reflexive and"
                + " transitive; what only other axioms imply may be missing"));
  }
}
