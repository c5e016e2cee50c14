// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import io.github.entente.certificate.Evaluator;
import io.github.entente.certificate.Model;
import io.github.entente.model.Deadline;
import io.github.entente.reason.Entailments;
import io.github.entente.reason.dl.OwlBridge;
import java.time.Duration;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLEntity;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLLiteral;
import org.semanticweb.owlapi.model.OWLObject;
import org.semanticweb.owlapi.model.OWLSubClassOfAxiom;

/** Finds a world in which all axioms hold and a statement does not. For use by one thread, once. */
final class CounterWorlds {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  /** More facts are not shown. */
  private static final int MOST = 16;

  /** More neighbours of one thing by one property are not shown. */
  private static final int MOST_NEIGHBOURS = 4;

  private final Entailments world;
  private final OWLAxiom statement;
  private final Words words;
  private final Model model;
  private final Set<OWLObject> leading;
  private final Set<Node> leadingNames;
  private final Set<Triple> triples = new LinkedHashSet<>();
  private final Set<Integer> told = new HashSet<>();

  private CounterWorlds(Entailments world, OWLAxiom statement, Words words, Model model) {
    this.world = world;
    this.statement = statement;
    this.words = words;
    this.model = model;
    var entities = statement.signature().filter(e -> !e.isOWLNamedIndividual()).toList();
    this.leading = world.theory().programFor(world.closure(), entities).leadingTo(entities);
    this.leadingNames =
        leading.stream()
            .filter(OWLEntity.class::isInstance)
            .map(entity -> OwlBridge.node(((OWLEntity) entity).getIRI()))
            .collect(Collectors.toSet());
  }

  /** The part that matters of such a world; empty where none was found. */
  static Optional<CounterWorld> of(
      Entailments world, OWLAxiom statement, Words words, Deadline deadline) {
    BooleanSupplier stop = deadline.within(LIMIT)::passed;
    var models = world.models();
    if (!Justifier.individuals(statement).allMatch(world.theory().individuals()::contains)) {
      return Optional.empty(); // Nothing is said there of one of them.
    }
    if (!models.consistent(stop) || !models.open(List.of(statement), stop).isEmpty()) {
      return Optional.empty();
    }
    return models.accepted().stream()
        .filter(model -> !Evaluator.of(model, world.axioms()).holds(statement))
        .findFirst()
        .map(model -> new CounterWorlds(world, statement, words, model).cut());
  }

  private CounterWorld cut() {
    var centre = centre();
    centre.forEach(element -> types(element, false));
    var near = new LinkedHashSet<Integer>();
    centre.forEach(element -> edges(element, near));
    near.removeAll(centre);
    near.forEach(element -> types(element, true));
    var shown = triples.stream().sorted(Comparator.comparing(this::rank)).limit(MOST).toList();
    return new CounterWorld(
        shown.stream().map(words::triple).toList(),
        words.axiom(statement),
        shown,
        model.size(),
        Math.max(0, facts() - shown.size()));
  }

  /**
   * The things that the statement is about; of an inclusion one that is in the one and not the
   * other.
   */
  private Set<Integer> centre() {
    var centre = new LinkedHashSet<Integer>();
    Justifier.individuals(statement)
        .flatMap(individual -> model.element(individual).stream())
        .forEach(centre::add);
    if (statement instanceof OWLSubClassOfAxiom included) {
      var evaluator = Evaluator.of(model, world.axioms());
      var apart = (BitSet) evaluator.instances(included.getSubClass()).clone();
      apart.andNot(evaluator.instances(included.getSuperClass()));
      apart.stream().limit(1).forEach(centre::add);
    }
    return centre;
  }

  /** What may lead to the statement comes first, what was added for the day last. */
  private int rank(Triple triple) {
    boolean type = triple.getPredicate().equals(RDF.type.asNode());
    var name = type ? triple.getObject() : triple.getPredicate();
    boolean leads = leadingNames.contains(name);
    boolean added = world.snapshot().generated().contains(triple);
    return (added ? 2 : 0) + (leads ? 0 : 1);
  }

  // ---- what holds there ----

  /**
   * The classes of a thing; of those that imply others only these.
   *
   * @param led whether only those that may lead to the statement
   */
  private void types(int element, boolean led) {
    if (!told.add(element)) {
      return;
    }
    var types =
        model.classes().stream()
            .filter(name -> !led || leading.contains(name))
            .filter(name -> !name.isBuiltIn() && model.instances(name).get(element))
            .sorted()
            .toList();
    var implied = new HashSet<OWLClass>();
    for (var axiom : world.axioms()) {
      if (axiom instanceof OWLSubClassOfAxiom included
          && !included.getSuperClass().isAnonymous()
          && types.contains(included.getSubClass())) {
        implied.add(included.getSuperClass().asOWLClass());
      }
    }
    types.stream()
        .filter(type -> !implied.contains(type))
        .forEach(
            type ->
                triples.add(
                    Triple.create(
                        name(element), RDF.type.asNode(), OwlBridge.node(type.getIRI()))));
  }

  private void edges(int element, Set<Integer> near) {
    for (var property : model.objectProperties()) {
      if (!leading.contains(property)) {
        continue;
      }
      var relation = model.relation(property);
      relation
          .from(element)
          .limit(MOST_NEIGHBOURS)
          .forEach(value -> edge(element, OwlBridge.node(property.getIRI()), value, near, value));
      IntStream.range(0, model.size())
          .filter(from -> relation.contains(from, element))
          .limit(MOST_NEIGHBOURS)
          .forEach(from -> edge(from, OwlBridge.node(property.getIRI()), element, near, from));
    }
    for (var property : model.dataProperties()) {
      if (leading.contains(property)) {
        for (OWLLiteral value : model.values(property).getOrDefault(element, Set.of())) {
          triples.add(
              Triple.create(
                  name(element), OwlBridge.node(property.getIRI()), OwlBridge.node(value)));
        }
      }
    }
  }

  private void edge(int from, Node property, int to, Set<Integer> near, int other) {
    triples.add(Triple.create(name(from), property, name(to)));
    near.add(other);
  }

  /** What stands for a thing: of its names that in the statement, else the first. */
  private Node name(int element) {
    return Stream.concat(
            statement.individualsInSignature().map(OWLIndividual.class::cast),
            model.individuals().entrySet().stream()
                .filter(named -> named.getValue() == element)
                .map(Map.Entry::getKey))
        .filter(individual -> model.element(individual).filter(e -> e == element).isPresent())
        .findFirst()
        .map(OwlBridge::node)
        .orElseGet(() -> NodeFactory.createBlankNode("thing" + element));
  }

  private long facts() {
    long types = model.classes().stream().mapToLong(c -> model.instances(c).cardinality()).sum();
    long pairs = model.objectProperties().stream().mapToLong(p -> model.relation(p).size()).sum();
    long values =
        model.dataProperties().stream()
            .flatMap(p -> model.values(p).values().stream())
            .mapToLong(Set::size)
            .sum();
    return types + pairs + values;
  }
}
