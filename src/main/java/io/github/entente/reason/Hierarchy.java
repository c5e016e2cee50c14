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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLNamedIndividual;

/**
 * Inclusions between classes and between properties. A class is given a new individual that nothing
 * else is said of; what the rules derive for it holds for every instance. What they do not derive
 * is refuted: a new individual in the one class and not in the other, many at once. Safe for use by
 * many threads.
 */
final class Hierarchy {
  private static final String SAMPLE = "urn:x-entente:sample:";

  private final Theory theory;
  private final Refuter refuter;
  private final boolean trusting;
  private Map<OWLClass, Set<OWLClass>> told;

  /**
   * Inclusions as triples.
   *
   * @param triples those that hold, reflexive ones among them
   * @param guarantee whether these are all
   */
  record Answer(Collection<Triple> triples, Decision decision) {}

  Hierarchy(Theory theory, Refuter refuter) {
    this(theory, refuter, true);
  }

  private Hierarchy(Theory theory, Refuter refuter, boolean trusting) {
    this.theory = theory;
    this.refuter = refuter;
    this.trusting = trusting;
  }

  /** The same without trust in the rules: what they derive is refuted, or not, one by one. */
  static Hierarchy byRefutation(Theory theory, Refuter refuter) {
    return new Hierarchy(theory, refuter, false);
  }

  /** The classes that the rules show to include a class, itself among them. */
  Set<OWLClass> told(OWLClass named) {
    return told().getOrDefault(named, Set.of(named));
  }

  private synchronized Map<OWLClass, Set<OWLClass>> told() {
    if (told == null) {
      var factory = theory.factory();
      var axioms =
          theory.terminology().stream().filter(Hierarchy::keepsApart).collect(Collectors.toList());
      var samples = new LinkedHashMap<OWLNamedIndividual, OWLClass>();
      for (var named : theory.classes()) {
        var sample = factory.getOWLNamedIndividual(IRI.create(SAMPLE + samples.size()));
        samples.put(sample, named);
        axioms.add(factory.getOWLClassAssertionAxiom(named, sample));
      }
      var closure = Closure.of(Program.of(axioms, factory), factory, () -> false).orElseThrow();
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

  /**
   * Whether an axiom cannot bring two samples together. Samples of two classes meet in a constant,
   * or are made one by a key; then the one would get facts that follow from there being the other.
   * Nor do rules hold of what has no name, and samples stand for that too.
   */
  static boolean keepsApart(OWLAxiom axiom) {
    return !axiom.isOfType(AxiomType.HAS_KEY, AxiomType.SWRL_RULE)
        && axiom.individualsInSignature().findAny().isEmpty()
        && axiom.anonymousIndividuals().findAny().isEmpty();
  }

  /** An instance of which nothing is known, not even a name: keys do not identify it. */
  private OWLIndividual unnamed(int number) {
    return theory.factory().getOWLAnonymousIndividual("_:sample" + number);
  }

  /** Which classes can have no instance. */
  Candidates<OWLClass> unsatisfiable(Deadline deadline) {
    var classes = List.copyOf(theory.classes());
    var numbers = new HashMap<OWLClass, Integer>();
    classes.forEach(named -> numbers.put(named, numbers.size()));
    return Candidates.decide(
        theory.axiomsFor(classes),
        classes,
        named ->
            Stream.of(
                theory.factory().getOWLClassAssertionAxiom(named, unnamed(numbers.get(named)))),
        refuter,
        deadline);
  }

  /** The inclusions that a pattern asks for. */
  Answer inclusions(Demand.Inclusion demand, Deadline deadline) {
    if (isOfClasses(demand)) {
      return classes(demand, Optional.of(deadline));
    }
    return properties(demand);
  }

  /** Those of the inclusions that a pattern asks for that the rules show. */
  Answer told(Demand.Inclusion demand) {
    return isOfClasses(demand) ? classes(demand, Optional.empty()) : properties(demand);
  }

  private static boolean isOfClasses(Demand.Inclusion demand) {
    return demand.relation().equals(RDFS.subClassOf.asNode())
        || demand.relation().equals(OWL2.equivalentClass.asNode());
  }

  /** Without a deadline, what the rules do not show is not refuted but left open. */
  private Answer classes(Demand.Inclusion demand, Optional<Deadline> deadline) {
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
            .filter(
                p ->
                    p.sup().isOWLThing()
                        || p.sub().isOWLNothing()
                        || p.sub().equals(p.sup())
                        || trusting && told(p.sub()).contains(p.sup()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    var open = new LinkedHashMap<OWLClass, List<OWLClass>>();
    var likely = new ArrayList<Row>();
    for (var pair : pairs) {
      if (holding.contains(pair)) {
        continue;
      } else if (told(pair.sub()).contains(pair.sup())) {
        likely.add(new Row(pair.sub(), List.of(pair.sup())));
      } else {
        open.computeIfAbsent(pair.sub(), k -> new ArrayList<>()).add(pair.sup());
      }
    }
    var undecided = new ArrayList<Pair>();
    var rows =
        open.entrySet().stream()
            .map(e -> new Row(e.getKey(), e.getValue()))
            .collect(Collectors.toCollection(ArrayList::new));
    int before = holding.size();
    int checks = 0;
    if (deadline.isPresent()) {
      checks = decide(rows, holding, undecided, deadline.get());
      for (var row : likely) {
        checks += decide(List.of(row), holding, undecided, deadline.get());
      }
      rows.addAll(likely);
    } else {
      rows.forEach(row -> row.pairs().forEach(undecided::add));
    }
    boolean refuted = deadline.isPresent() && !rows.isEmpty();
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
    var guarantee =
        undecided.isEmpty()
            ? Guarantee.SOUND_AND_COMPLETE
            : Guarantee.incomplete(
                deadline.isPresent()
                    ? Candidates.undecided(undecided.size(), "inclusions")
                    : "the rules alone leave " + undecided.size() + " inclusions undecided");
    return new Answer(
        triples,
        refuted
            ? new Decision(
                Decision.Means.REFUTATION,
                rows.stream().mapToInt(row -> row.sups().size()).sum(),
                0,
                holding.size() - before,
                checks,
                guarantee)
            : Decision.rules(guarantee));
  }

  private record Pair(OWLClass sub, OWLClass sup) {}

  private List<OWLClass> matching(Node node) {
    if (node.isConcrete()) {
      return theory.classNamed(node).map(List::of).orElse(List.of());
    }
    return Stream.concat(
            theory.classes().stream(),
            Stream.of(theory.factory().getOWLThing(), theory.factory().getOWLNothing()))
        .toList();
  }

  /**
   * A class, and classes that may include it.
   *
   * @param sub the class
   * @param sups the candidates, at least one
   */
  private record Row(OWLClass sub, List<OWLClass> sups) {
    Row part(int from, int to) {
      return new Row(sub, sups.subList(from, to));
    }

    Stream<Pair> pairs() {
      return sups.stream().map(sup -> new Pair(sub, sup));
    }
  }

  /**
   * One new individual for each row, in the class and in none of the candidates: a model shows that
   * no candidate includes the class. Without one the rows are halved, and then the candidates.
   *
   * @return how many checks it took
   */
  private int decide(List<Row> rows, Set<Pair> holding, List<Pair> undecided, Deadline deadline) {
    if (rows.isEmpty()) {
      return 0;
    }
    int checks = 1;
    switch (deadline.passed() ? Verdict.UNDECIDED : check(rows, deadline)) {
      case CONSISTENT -> {}
      case UNDECIDED -> rows.forEach(row -> row.pairs().forEach(undecided::add));
      case INCONSISTENT -> {
        var row = rows.get(0);
        if (rows.size() > 1) {
          int middle = rows.size() / 2;
          checks += decide(rows.subList(0, middle), holding, undecided, deadline);
          checks += decide(rows.subList(middle, rows.size()), holding, undecided, deadline);
        } else if (row.sups().size() > 1) {
          int middle = row.sups().size() / 2;
          checks += decide(List.of(row.part(0, middle)), holding, undecided, deadline);
          checks +=
              decide(List.of(row.part(middle, row.sups().size())), holding, undecided, deadline);
        } else {
          row.pairs().forEach(holding::add);
        }
      }
    }
    return checks;
  }

  private Verdict check(List<Row> rows, Deadline deadline) {
    var factory = theory.factory();
    var named = new LinkedHashSet<OWLClass>();
    rows.forEach(
        row -> {
          named.add(row.sub());
          named.addAll(row.sups());
        });
    var axioms = new ArrayList<OWLAxiom>(theory.axiomsFor(named));
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      var sample = unnamed(i);
      axioms.add(factory.getOWLClassAssertionAxiom(row.sub(), sample));
      for (var sup : row.sups()) {
        axioms.add(factory.getOWLClassAssertionAxiom(sup.getObjectComplementOf(), sample));
      }
    }
    var verdict = refuter.check(axioms, deadline);
    return verdict == Verdict.CONSISTENT && Refuter.overlooks(axioms) ? Verdict.UNDECIDED : verdict;
  }

  private Answer properties(Demand.Inclusion demand) {
    var triples = new ArrayList<Triple>();
    for (var pair : theory.toldPropertyInclusions()) {
      boolean matches = matches(demand.sub(), pair.sub()) && matches(demand.sup(), pair.sup());
      boolean equivalence = demand.relation().equals(OWL2.equivalentProperty.asNode());
      if (matches && (!equivalence || theory.toldPropertyInclusions().contains(pair.reversed()))) {
        triples.add(Triple.create(pair.sub(), demand.relation(), pair.sup()));
      }
    }
    return new Answer(
        triples,
        Decision.lookup(
            Guarantee.incomplete(
                "inclusions between properties are taken from the stated hierarchy, reflexive and"
                    + " transitive; what only other axioms imply may be missing")));
  }

  private static boolean matches(Node pattern, Node node) {
    return !pattern.isConcrete() || pattern.equals(node);
  }
}
