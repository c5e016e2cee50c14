// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.dl;

import io.github.entente.reason.rules.Closure;
import io.github.entente.reason.rules.Program;
import io.github.entente.reason.rules.UpperBound;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.EntityType;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLEntity;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLNaryPropertyAxiom;
import org.semanticweb.owlapi.model.OWLObject;
import org.semanticweb.owlapi.model.OWLObjectProperty;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLProperty;
import org.semanticweb.owlapi.model.OWLSubDataPropertyOfAxiom;
import org.semanticweb.owlapi.model.OWLSubObjectPropertyOfAxiom;

/**
 * The logical axioms of a snapshot, indexed for asking about them. Safe for use by many threads.
 */
public final class Theory {
  private final OWLOntology ontology;
  private final Set<OWLAxiom> axioms;
  private final Set<OWLIndividual> individuals;
  private final List<OWLAxiom> plainFacts = new ArrayList<>();
  private final List<OWLAxiom> others = new ArrayList<>();
  private final Definitions definitions;
  private final Program program;
  private final Map<Set<OWLAxiom>, Bounded> bounds = new ConcurrentHashMap<>();
  private final Map<Set<OWLEntity>, Optional<String>> beyond = new ConcurrentHashMap<>();
  private final Map<Set<OWLEntity>, Optional<List<OWLAxiom>>> open = new ConcurrentHashMap<>();

  /**
   * Axioms, without plain facts, as clauses, and what follows from them and the facts at most.
   *
   * @param bound empty where it is of no use
   */
  private record Bounded(Program program, Optional<UpperBound> bound) {}

  private Theory(
      OWLOntology ontology, Set<OWLAxiom> axioms, Set<OWLIndividual> individuals, Program program) {
    this.ontology = ontology;
    this.individuals = individuals;
    this.axioms = axioms;
    var inUse = new HashSet<OWLClass>();
    for (var axiom : axioms) {
      if (!isPlainFact(axiom)) {
        others.add(axiom);
        continue;
      }
      plainFacts.add(axiom);
      if (axiom instanceof OWLClassAssertionAxiom type) {
        inUse.add(type.getClassExpression().asOWLClass());
      }
    }
    this.definitions = Definitions.of(others, inUse);
    this.program = program;
  }

  /** Whether an axiom is a fact that names alone state; no clause comes of it. */
  private static boolean isPlainFact(OWLAxiom axiom) {
    return axiom instanceof OWLClassAssertionAxiom type && !type.getClassExpression().isAnonymous()
        || axiom.getAxiomType() == AxiomType.OBJECT_PROPERTY_ASSERTION
        || axiom.getAxiomType() == AxiomType.DATA_PROPERTY_ASSERTION;
  }

  /** The theory of a translated graph. */
  public static Theory of(OwlBridge bridge) {
    var axioms = bridge.logicalAxioms().collect(Collectors.toCollection(LinkedHashSet::new));
    var individuals = bridge.individuals();
    var program = Program.of(axioms, individuals, bridge.factory());
    return new Theory(bridge.ontology(), axioms, individuals, program);
  }

  /** The ontology with its annotations and declarations, without plain facts. */
  public OWLOntology ontology() {
    return ontology;
  }

  /** The logical axioms, without their annotations. */
  public Set<OWLAxiom> axioms() {
    return axioms;
  }

  /** The axioms as clauses. */
  public Program program() {
    return program;
  }

  /** The factory that made the axioms. */
  public OWLDataFactory factory() {
    return ontology.getOWLOntologyManager().getOWLDataFactory();
  }

  /** Whether this theory and another have the same axioms, plain facts apart. */
  public boolean differsInFactsAlone(Theory other) {
    return Set.copyOf(others).equals(Set.copyOf(other.others));
  }

  /** The axioms without definitions that the given names do not need. */
  public Set<OWLAxiom> axiomsFor(Collection<? extends OWLEntity> names) {
    var result = definitions.without(names);
    result.addAll(plainFacts);
    return result;
  }

  /** What else than plain facts leads to names, as clauses, without definitions not needed. */
  public Program programFor(Closure closure, Collection<? extends OWLEntity> names) {
    return bounded(Set.copyOf(names), closure).program();
  }

  /** The axioms that are not about individuals. */
  public List<OWLAxiom> terminology() {
    return axioms.stream().filter(axiom -> !axiom.isOfType(AxiomType.ABoxAxiomTypes)).toList();
  }

  /**
   * The axiom, in words, because of which the rules may not find all facts of the given names, or
   * of equality where none is given; empty when they find all.
   */
  public Optional<String> beyondRules(Closure closure, OWLEntity... names) {
    return beyond.computeIfAbsent(
        Set.of(names),
        asked ->
            bounded(asked, closure)
                .program()
                .beyondRules(asked, closure)
                .filter(axiom -> openFacts(closure, names).filter(List::isEmpty).isEmpty())
                .map(Manchester::text));
  }

  /**
   * The axioms that decide what is said without individuals: those that are not about individuals,
   * if no constant or universal property ties them to the others. For then a model of these axioms
   * beside a model of all is a model of all.
   */
  public Optional<List<OWLAxiom>> separableTerminology() {
    var terminology = terminology();
    boolean tied =
        terminology.stream()
            .anyMatch(
                axiom ->
                    axiom.individualsInSignature().findAny().isPresent()
                        || axiom.anonymousIndividuals().findAny().isPresent()
                        || axiom
                            .objectPropertiesInSignature()
                            .anyMatch(OWLObjectProperty::isOWLTopObjectProperty));
    return tied ? Optional.empty() : Optional.of(terminology);
  }

  /**
   * The facts of the given names, or equalities where none is given, that the closure lacks and
   * that may follow; empty where that cannot be told.
   */
  public Optional<List<OWLAxiom>> openFacts(Closure closure, OWLEntity... names) {
    return open.computeIfAbsent(
        Set.of(names),
        asked -> {
          var bounded = bounded(asked, closure);
          return bounded.bound().flatMap(bound -> bounded.program().open(asked, bound));
        });
  }

  /** Whether the closure shows that there is a model; nothing is said where it does not. */
  public boolean hasModel(Closure closure) {
    return axioms.stream().allMatch(Clausal::saysAll)
        && bounded(Set.of(), closure).bound().filter(UpperBound::satisfiesAll).isPresent();
  }

  private Bounded bounded(Set<? extends OWLEntity> asked, Closure closure) {
    return bounds.computeIfAbsent(
        definitions.without(asked),
        needed -> {
          var clauses = Program.of(needed, factory());
          return new Bounded(clauses, UpperBound.of(closure, clauses, () -> false));
        });
  }

  /** The classes in use, built-in ones apart. */
  public Set<OWLClass> classes() {
    return ontology
        .classesInSignature()
        .filter(c -> !c.isBuiltIn())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The object and data properties in use, built-in ones apart. */
  public Set<OWLProperty> properties() {
    return Stream.concat(
            ontology.objectPropertiesInSignature(), ontology.dataPropertiesInSignature())
        .map(OWLProperty.class::cast)
        .filter(p -> !p.isBuiltIn())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether a name is in use as one of a kind. */
  boolean knows(Node node, EntityType<?> kind) {
    if (kind == null) {
      return false;
    }
    var entity = factory().getOWLEntity(kind, OwlBridge.iri(node));
    return entity.isBuiltIn() || ontology.containsEntityInSignature(entity);
  }

  /** The names of a kind in use; of classes also the two that are always there. */
  List<OWLObject> named(EntityType<?> kind) {
    var named = new LinkedHashSet<OWLObject>();
    if (kind == EntityType.CLASS) {
      named.add(factory().getOWLThing());
      named.add(factory().getOWLNothing());
      named.addAll(classes());
    } else if (kind == EntityType.DATATYPE) {
      axioms.forEach(axiom -> axiom.datatypesInSignature().forEach(named::add));
    } else if (kind == EntityType.NAMED_INDIVIDUAL) {
      individuals.stream().filter(OWLIndividual::isNamed).forEach(named::add);
    } else {
      properties().stream().filter(p -> p.getEntityType() == kind).forEach(named::add);
    }
    return List.copyOf(named);
  }

  /** The individuals in use, as a set of the caller's own. */
  public Set<OWLIndividual> individuals() {
    return new LinkedHashSet<>(individuals);
  }

  /** The class of that name, if it is one. */
  public Optional<OWLClass> classNamed(Node node) {
    if (!node.isURI()) {
      return Optional.empty();
    }
    var iri = OwlBridge.iri(node);
    var named = factory().getOWLClass(iri);
    return named.isBuiltIn() || ontology.containsClassInSignature(iri)
        ? Optional.of(named)
        : Optional.empty();
  }

  /** The object or data property of that name, if it is one. */
  public Optional<OWLProperty> propertyNamed(Node node) {
    if (!node.isURI()) {
      return Optional.empty();
    }
    var iri = OwlBridge.iri(node);
    if (ontology.containsObjectPropertyInSignature(iri)) {
      return Optional.of(factory().getOWLObjectProperty(iri));
    }
    return ontology.containsDataPropertyInSignature(iri)
        ? Optional.of(factory().getOWLDataProperty(iri))
        : Optional.empty();
  }

  /**
   * A property and one that includes it, by name.
   *
   * @param sub the included one
   * @param sup the including one
   */
  public record Inclusion(Node sub, Node sup) {
    /** The other way round. */
    public Inclusion reversed() {
      return new Inclusion(sup, sub);
    }
  }

  /** The stated inclusions between named properties, closed reflexively and transitively. */
  public Set<Inclusion> toldPropertyInclusions() {
    var up = new HashMap<OWLProperty, Set<OWLProperty>>();
    properties().forEach(p -> up.put(p, new LinkedHashSet<>(Set.of(p))));
    for (var axiom : axioms) {
      for (var pair : stated(axiom)) {
        up.computeIfAbsent(pair.get(0), k -> new LinkedHashSet<>(Set.of(k))).add(pair.get(1));
      }
    }
    var result = new LinkedHashSet<Inclusion>();
    for (var property : up.keySet()) {
      var seen = new LinkedHashSet<OWLProperty>();
      var open = new ArrayList<>(List.of(property));
      while (!open.isEmpty()) {
        var next = open.remove(open.size() - 1);
        if (seen.add(next)) {
          open.addAll(up.getOrDefault(next, Set.of()));
        }
      }
      seen.forEach(
          sup ->
              result.add(
                  new Inclusion(OwlBridge.node(property.getIRI()), OwlBridge.node(sup.getIRI()))));
    }
    return result;
  }

  private static List<List<OWLProperty>> stated(OWLAxiom axiom) {
    var pairs = new ArrayList<List<OWLProperty>>();
    if (axiom instanceof OWLSubObjectPropertyOfAxiom sub
        && sub.getSubProperty() instanceof OWLObjectProperty one
        && sub.getSuperProperty() instanceof OWLObjectProperty other) {
      pairs.add(List.of(one, other));
    } else if (axiom instanceof OWLSubDataPropertyOfAxiom sub) {
      pairs.add(
          List.of(
              sub.getSubProperty().asOWLDataProperty(),
              sub.getSuperProperty().asOWLDataProperty()));
    } else if (axiom instanceof OWLNaryPropertyAxiom<?> nary
        && (axiom.isOfType(AxiomType.EQUIVALENT_OBJECT_PROPERTIES)
            || axiom.isOfType(AxiomType.EQUIVALENT_DATA_PROPERTIES))) {
      var named =
          nary.properties()
              .filter(OWLProperty.class::isInstance)
              .map(OWLProperty.class::cast)
              .toList();
      named.forEach(one -> named.forEach(other -> pairs.add(List.of(one, other))));
    }
    return pairs;
  }
}
