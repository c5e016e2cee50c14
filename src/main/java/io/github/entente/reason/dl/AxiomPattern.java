// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.dl;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.semanticweb.owlapi.model.EntityType;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLEntity;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLLiteral;
import org.semanticweb.owlapi.model.OWLObject;
import org.semanticweb.owlapi.util.OWLObjectDuplicator;

/**
 * Axioms in which variables stand for names and literals, each of one kind: one reading of some
 * triples of a query. Immutable.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-entailment/#OWL2DS">SPARQL 1.1 Entailment Regimes,
 *     7: OWL 2 Direct Semantics Entailment Regime</a>
 */
public final class AxiomPattern {
  private static final String OPEN = "urn:x-entente:open:";
  private static final int MAX_READINGS = 256;

  private final Theory theory;
  private final List<OWLAxiom> axioms;
  private final Map<Node, OWLObject> places;

  /** What a term of a pattern can be. */
  private enum Kind {
    CLASS(OWL2.Class.asNode(), EntityType.CLASS),
    DATATYPE(RDFS.Datatype.asNode(), EntityType.DATATYPE),
    OBJECT_PROPERTY(OWL2.ObjectProperty.asNode(), EntityType.OBJECT_PROPERTY),
    DATA_PROPERTY(OWL2.DatatypeProperty.asNode(), EntityType.DATA_PROPERTY),
    INDIVIDUAL(OWL2.NamedIndividual.asNode(), EntityType.NAMED_INDIVIDUAL),
    LITERAL(null, null);

    private final Node declared;
    private final EntityType<?> type;

    Kind(Node declared, EntityType<?> type) {
      this.declared = declared;
      this.type = type;
    }
  }

  private static final Set<Kind> CLASSES = EnumSet.of(Kind.CLASS);
  private static final Set<Kind> RANGES = EnumSet.of(Kind.CLASS, Kind.DATATYPE);
  private static final Set<Kind> DATATYPES = EnumSet.of(Kind.DATATYPE);
  private static final Set<Kind> PROPERTIES = EnumSet.of(Kind.OBJECT_PROPERTY, Kind.DATA_PROPERTY);
  private static final Set<Kind> OBJECT_PROPERTIES = EnumSet.of(Kind.OBJECT_PROPERTY);
  private static final Set<Kind> INDIVIDUALS = EnumSet.of(Kind.INDIVIDUAL);
  private static final Set<Kind> VALUES = EnumSet.of(Kind.INDIVIDUAL, Kind.LITERAL);
  private static final Set<Kind> LITERALS = EnumSet.of(Kind.LITERAL);
  private static final Set<Kind> ANY = Set.of();

  /**
   * Of which kinds the terms around a predicate are.
   *
   * @param subject kinds of the subject; none where that says nothing
   * @param object kinds of the object, or of the members where the object is a list
   */
  private record Around(Set<Kind> subject, Set<Kind> object) {}

  private static final Map<Node, Around> AROUND =
      Map.ofEntries(
          Map.entry(RDFS.subClassOf.asNode(), new Around(CLASSES, CLASSES)),
          Map.entry(OWL2.equivalentClass.asNode(), new Around(RANGES, RANGES)),
          Map.entry(OWL2.disjointWith.asNode(), new Around(CLASSES, CLASSES)),
          Map.entry(OWL2.disjointUnionOf.asNode(), new Around(CLASSES, CLASSES)),
          Map.entry(OWL2.complementOf.asNode(), new Around(CLASSES, CLASSES)),
          Map.entry(OWL2.datatypeComplementOf.asNode(), new Around(DATATYPES, DATATYPES)),
          Map.entry(OWL2.intersectionOf.asNode(), new Around(RANGES, RANGES)),
          Map.entry(OWL2.unionOf.asNode(), new Around(RANGES, RANGES)),
          Map.entry(OWL2.oneOf.asNode(), new Around(RANGES, VALUES)),
          Map.entry(OWL2.onProperty.asNode(), new Around(CLASSES, PROPERTIES)),
          Map.entry(OWL2.onProperties.asNode(), new Around(CLASSES, PROPERTIES)),
          Map.entry(OWL2.onClass.asNode(), new Around(CLASSES, CLASSES)),
          Map.entry(OWL2.onDataRange.asNode(), new Around(CLASSES, DATATYPES)),
          Map.entry(OWL2.someValuesFrom.asNode(), new Around(CLASSES, RANGES)),
          Map.entry(OWL2.allValuesFrom.asNode(), new Around(CLASSES, RANGES)),
          Map.entry(OWL2.hasValue.asNode(), new Around(CLASSES, VALUES)),
          Map.entry(OWL2.onDatatype.asNode(), new Around(DATATYPES, DATATYPES)),
          Map.entry(OWL2.inverseOf.asNode(), new Around(OBJECT_PROPERTIES, OBJECT_PROPERTIES)),
          Map.entry(RDFS.subPropertyOf.asNode(), new Around(PROPERTIES, PROPERTIES)),
          Map.entry(OWL2.equivalentProperty.asNode(), new Around(PROPERTIES, PROPERTIES)),
          Map.entry(OWL2.propertyDisjointWith.asNode(), new Around(PROPERTIES, PROPERTIES)),
          Map.entry(RDFS.domain.asNode(), new Around(PROPERTIES, CLASSES)),
          Map.entry(RDFS.range.asNode(), new Around(PROPERTIES, RANGES)),
          Map.entry(
              OWL2.propertyChainAxiom.asNode(), new Around(OBJECT_PROPERTIES, OBJECT_PROPERTIES)),
          Map.entry(OWL2.hasKey.asNode(), new Around(CLASSES, PROPERTIES)),
          Map.entry(OWL2.sameAs.asNode(), new Around(INDIVIDUALS, INDIVIDUALS)),
          Map.entry(OWL2.differentFrom.asNode(), new Around(INDIVIDUALS, INDIVIDUALS)),
          Map.entry(OWL2.distinctMembers.asNode(), new Around(ANY, INDIVIDUALS)),
          Map.entry(OWL2.sourceIndividual.asNode(), new Around(ANY, INDIVIDUALS)),
          Map.entry(OWL2.assertionProperty.asNode(), new Around(ANY, PROPERTIES)),
          Map.entry(OWL2.targetIndividual.asNode(), new Around(ANY, INDIVIDUALS)),
          Map.entry(OWL2.targetValue.asNode(), new Around(ANY, LITERALS)));

  /** What a type says of its instance where it is a word of the language. */
  private static final Map<Node, Set<Kind>> SAYING =
      Map.ofEntries(
          Map.entry(OWL2.Class.asNode(), CLASSES),
          Map.entry(RDFS.Class.asNode(), CLASSES),
          Map.entry(OWL2.Restriction.asNode(), CLASSES),
          Map.entry(RDFS.Datatype.asNode(), DATATYPES),
          Map.entry(OWL2.DataRange.asNode(), DATATYPES),
          Map.entry(OWL2.ObjectProperty.asNode(), OBJECT_PROPERTIES),
          Map.entry(OWL2.DatatypeProperty.asNode(), EnumSet.of(Kind.DATA_PROPERTY)),
          Map.entry(OWL2.NamedIndividual.asNode(), INDIVIDUALS),
          Map.entry(OWL2.FunctionalProperty.asNode(), PROPERTIES),
          Map.entry(OWL2.InverseFunctionalProperty.asNode(), OBJECT_PROPERTIES),
          Map.entry(OWL2.TransitiveProperty.asNode(), OBJECT_PROPERTIES),
          Map.entry(OWL2.SymmetricProperty.asNode(), OBJECT_PROPERTIES),
          Map.entry(OWL2.AsymmetricProperty.asNode(), OBJECT_PROPERTIES),
          Map.entry(OWL2.ReflexiveProperty.asNode(), OBJECT_PROPERTIES),
          Map.entry(OWL2.IrreflexiveProperty.asNode(), OBJECT_PROPERTIES),
          Map.entry(RDF.List.asNode(), ANY),
          Map.entry(OWL2.AllDifferent.asNode(), ANY),
          Map.entry(OWL2.AllDisjointClasses.asNode(), ANY),
          Map.entry(OWL2.AllDisjointProperties.asNode(), ANY),
          Map.entry(OWL2.NegativePropertyAssertion.asNode(), ANY));

  private AxiomPattern(Theory theory, List<OWLAxiom> axioms, Map<Node, OWLObject> places) {
    this.theory = theory;
    this.axioms = axioms;
    this.places = places;
  }

  /**
   * The readings of an axiom's triples: where a variable can be of several kinds, each of them.
   *
   * @param root the triple that makes it an axiom
   * @param triples all its triples
   * @throws EntenteException {@link ErrorCode#REFUSED_QUERY} when there is none
   */
  public static List<AxiomPattern> readings(Theory theory, Triple root, List<Triple> triples) {
    refuseMixed(theory, triples);
    var kinds = kinds(theory, triples);
    var readings = new ArrayList<AxiomPattern>();
    var reasons = new TreeSet<String>();
    for (var reading : combinations(kinds)) {
      try {
        read(theory, triples, reading).ifPresent(readings::add);
      } catch (EntenteException e) {
        if (e.code() != ErrorCode.LOST_TRIPLE) {
          throw e;
        }
        reasons.add(e.getMessage());
      }
    }
    if (readings.isEmpty()) {
      throw new EntenteException(
          ErrorCode.REFUSED_QUERY,
          "The triple pattern "
              + text(root)
              + " is no axiom of OWL 2 DL, whatever its variables stand for. Check the expressions"
              + " in it, and that each name in it is of the kind that its place wants."
              + reasons.stream().findFirst().map(reason -> " " + reason).orElse(""));
    }
    return readings;
  }

  /** Refuses datatypes as fillers of object properties, and classes as those of data properties. */
  private static void refuseMixed(Theory theory, List<Triple> triples) {
    for (var triple : triples) {
      boolean filler = FILLING.contains(triple.getPredicate());
      boolean range = triple.getPredicate().equals(RDFS.range.asNode());
      var property =
          filler
              ? object(triple.getSubject(), OWL2.onProperty.asNode(), triples)
              : range ? triple.getSubject() : null;
      if (property == null || !property.isURI()) {
        continue;
      }
      boolean ofThings = only(theory, property, Kind.OBJECT_PROPERTY, Kind.DATA_PROPERTY);
      boolean ofValues = only(theory, property, Kind.DATA_PROPERTY, Kind.OBJECT_PROPERTY);
      var object = triple.getObject();
      boolean values =
          object.isLiteral()
              ? triple.getPredicate().equals(OWL2.hasValue.asNode())
              : object.isURI() && only(theory, object, Kind.DATATYPE, Kind.CLASS)
                  || isDataRange(object, triples);
      boolean things = object.isURI() && only(theory, object, Kind.CLASS, Kind.DATATYPE);
      if (ofThings && values || ofValues && things) {
        throw new EntenteException(
            ErrorCode.REFUSED_QUERY,
            "The triple pattern "
                + text(triple)
                + " belongs to no axiom of OWL 2 DL: <"
                + property.getURI()
                + (ofThings
                    ? "> is an object property, and its values are things, of which no datatype"
                        + " or literal can be said. Name a class or an individual, or a data property."
                    : "> is a data property, and its values are of datatypes, not of classes."
                        + " Name a datatype, or an object property."));
      }
    }
  }

  private static final Set<Node> FILLING =
      Set.of(
          OWL2.someValuesFrom.asNode(),
          OWL2.allValuesFrom.asNode(),
          OWL2.hasValue.asNode(),
          OWL2.onClass.asNode(),
          OWL2.onDataRange.asNode());

  private static boolean only(Theory theory, Node node, Kind kind, Kind other) {
    return theory.knows(node, kind.type) && !theory.knows(node, other.type);
  }

  private static boolean isDataRange(Node node, List<Triple> triples) {
    return node.isBlank()
        && triples.stream()
            .filter(triple -> triple.getSubject().equals(node))
            .anyMatch(
                triple ->
                    triple.getPredicate().equals(OWL2.onDatatype.asNode())
                        || triple.getPredicate().equals(OWL2.datatypeComplementOf.asNode())
                        || triple.getObject().equals(RDFS.Datatype.asNode())
                        || triple.getObject().equals(OWL2.DataRange.asNode()));
  }

  /**
   * The names that stand for classes or properties in an axiom's triples and are in use as none.
   * Nothing tells of which kind they are, so that the triples are no axiom about the ontology.
   */
  public static Set<Node> unknown(Theory theory, List<Triple> triples) {
    var unknown = new LinkedHashSet<Node>();
    kinds(theory, triples)
        .forEach(
            (node, possible) -> {
              boolean named = node.isURI() && !node.getURI().startsWith(OwlBridge.FACETS);
              if (named
                  && !possible.contains(Kind.INDIVIDUAL)
                  && possible.stream().noneMatch(kind -> theory.knows(node, kind.type))
                  && !theory.knows(node, EntityType.ANNOTATION_PROPERTY)) {
                unknown.add(node);
              }
            });
    return unknown;
  }

  /** The triple in the words of a message. */
  public static String text(Triple triple) {
    return Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
        .map(node -> node.isURI() ? "<" + node.getURI() + ">" : node.isBlank() ? "[…]" : "" + node)
        .collect(Collectors.joining(" ", "{ ", " }"));
  }

  // ---- kinds ----

  private static Map<Node, Set<Kind>> kinds(Theory theory, List<Triple> triples) {
    var kinds = new LinkedHashMap<Node, Set<Kind>>();
    for (var triple : triples) {
      var around = around(triple, triples);
      narrow(kinds, triple.getSubject(), around.subject());
      for (var node : members(triple.getObject(), triples)) {
        narrow(kinds, node, around.object());
      }
    }
    kinds.replaceAll(
        (node, possible) -> {
          var known = EnumSet.noneOf(Kind.class);
          if (node.isURI()) {
            possible.stream().filter(kind -> theory.knows(node, kind.type)).forEach(known::add);
          }
          return known.isEmpty() ? possible : known;
        });
    return kinds;
  }

  private static Around around(Triple triple, List<Triple> triples) {
    var predicate = triple.getPredicate();
    if (predicate.equals(RDF.type.asNode())) {
      var saying = SAYING.get(triple.getObject());
      return saying == null ? new Around(INDIVIDUALS, CLASSES) : new Around(saying, ANY);
    } else if (predicate.equals(OWL2.members.asNode())) {
      boolean classes =
          triples.stream().anyMatch(t -> t.getObject().equals(OWL2.AllDisjointClasses.asNode()));
      return new Around(ANY, classes ? CLASSES : PROPERTIES);
    } else if (predicate.getURI().startsWith(OwlBridge.FACETS)) {
      return new Around(ANY, LITERALS);
    }
    return AROUND.getOrDefault(predicate, new Around(ANY, ANY));
  }

  /** The members of a list; of what is none, the node itself. */
  private static List<Node> members(Node node, List<Triple> triples) {
    var members = new ArrayList<Node>();
    var cell = node;
    for (int i = 0; i <= triples.size(); i++) {
      var first = object(cell, RDF.first.asNode(), triples);
      if (first == null) {
        break;
      }
      members.add(first);
      cell = object(cell, RDF.rest.asNode(), triples);
    }
    return members.isEmpty() ? List.of(node) : members;
  }

  private static Node object(Node subject, Node predicate, List<Triple> triples) {
    return triples.stream()
        .filter(t -> t.getSubject().equals(subject) && t.getPredicate().equals(predicate))
        .map(Triple::getObject)
        .findFirst()
        .orElse(null);
  }

  private static void narrow(Map<Node, Set<Kind>> kinds, Node node, Set<Kind> to) {
    if (!to.isEmpty() && !node.isLiteral() && !node.equals(RDF.nil.asNode())) {
      kinds.computeIfAbsent(node, n -> EnumSet.copyOf(to)).retainAll(to);
    }
  }

  private static List<Map<Node, Kind>> combinations(Map<Node, Set<Kind>> kinds) {
    var all = List.<Map<Node, Kind>>of(Map.of());
    for (var entry : kinds.entrySet()) {
      var more = new ArrayList<Map<Node, Kind>>();
      for (var reading : all) {
        for (var kind : entry.getValue()) {
          if (kind != Kind.LITERAL || entry.getKey().isVariable()) {
            var extended = new LinkedHashMap<>(reading);
            extended.put(entry.getKey(), kind);
            more.add(extended);
          }
        }
      }
      all = more;
      if (all.size() > MAX_READINGS) {
        throw new EntenteException(
            ErrorCode.REFUSED_QUERY,
            "An axiom in the query can be read in more than "
                + MAX_READINGS
                + " ways. Say of its variables what they are, as in { ?p a owl:ObjectProperty }.");
      }
    }
    return all;
  }

  // ---- translation ----

  private static Optional<AxiomPattern> read(
      Theory theory, List<Triple> triples, Map<Node, Kind> reading) {
    var factory = theory.factory();
    var standing = new HashMap<Node, Node>();
    var places = new LinkedHashMap<Node, OWLObject>();
    var graph = GraphFactory.createDefaultGraph();
    for (var entry : reading.entrySet()) {
      var node = entry.getKey();
      var kind = entry.getValue();
      if (node.isVariable()) {
        String name = OPEN + places.size();
        standing.put(
            node,
            kind == Kind.LITERAL
                ? NodeFactory.createLiteralString(name)
                : NodeFactory.createURI(name));
        places.put(
            node,
            kind == Kind.LITERAL
                ? factory.getOWLLiteral(name)
                : factory.getOWLEntity(kind.type, IRI.create(name)));
      }
      if (node.isBlank()) {
        expressionType(node, kind, triples)
            .ifPresent(type -> graph.add(Triple.create(node, RDF.type.asNode(), type)));
      } else if (kind != Kind.LITERAL) {
        graph.add(
            Triple.create(standing.getOrDefault(node, node), RDF.type.asNode(), kind.declared));
      }
    }
    for (var triple : triples) {
      graph.add(
          Triple.create(
              standing.getOrDefault(triple.getSubject(), triple.getSubject()),
              triple.getPredicate(),
              standing.getOrDefault(triple.getObject(), triple.getObject())));
    }
    var axioms = OwlBridge.of(graph).logicalAxioms().toList();
    return axioms.isEmpty() || !asRead(axioms, reading, places)
        ? Optional.empty()
        : Optional.of(new AxiomPattern(theory, axioms, places));
  }

  private static Optional<Node> expressionType(Node node, Kind kind, List<Triple> triples) {
    if (object(node, OWL2.onProperty.asNode(), triples) != null) {
      return Optional.of(OWL2.Restriction.asNode());
    }
    return kind == Kind.CLASS || kind == Kind.DATATYPE
        ? Optional.of(kind.declared)
        : Optional.empty();
  }

  /** Whether each name and variable is in the axioms, and as what it was read. */
  private static boolean asRead(
      List<OWLAxiom> axioms, Map<Node, Kind> reading, Map<Node, OWLObject> places) {
    Set<OWLObject> found = new HashSet<>();
    for (var axiom : axioms) {
      axiom.signature().forEach(found::add);
      literals(axiom, found);
    }
    return reading.entrySet().stream()
        .filter(entry -> !entry.getKey().isBlank())
        .allMatch(
            entry -> {
              var node = entry.getKey();
              if (node.isVariable()) {
                return found.contains(places.get(node));
              }
              return found.stream()
                  .anyMatch(
                      object ->
                          object instanceof OWLEntity entity
                              && entity.getEntityType() == entry.getValue().type
                              && entity.getIRI().toString().equals(node.getURI()));
            });
  }

  private static void literals(OWLObject object, Collection<? super OWLLiteral> into) {
    object
        .components()
        .forEach(
            component -> {
              var parts =
                  component instanceof Collection<?> many ? many.stream() : Stream.of(component);
              parts.forEach(
                  part -> {
                    if (part instanceof OWLLiteral literal) {
                      into.add(literal);
                    } else if (part instanceof OWLObject inner && !(part instanceof OWLEntity)) {
                      literals(inner, into);
                    }
                  });
            });
  }

  // ---- use ----

  /** The axioms, with a name or literal of its own in place of each variable. */
  public List<OWLAxiom> axioms() {
    return axioms;
  }

  /** What stands in place of each variable. */
  public Map<Node, OWLObject> places() {
    return Collections.unmodifiableMap(places);
  }

  /** What a variable ranges over: the names and literals of the ontology that are of its kind. */
  public List<OWLObject> range(Node variable) {
    var place = places.get(variable);
    return place instanceof OWLEntity entity
        ? theory.named(entity.getEntityType())
        : List.copyOf(literals(theory.axioms()));
  }

  /** The literals in axioms. */
  public static List<OWLLiteral> literals(Collection<OWLAxiom> axioms) {
    var literals = new LinkedHashSet<OWLLiteral>();
    axioms.forEach(axiom -> literals(axiom, literals));
    return List.copyOf(literals);
  }

  /** An object with what variables stand for in their places. */
  public OWLObject put(Map<Node, OWLObject> values, OWLObject in) {
    if (values.isEmpty()) {
      return in;
    }
    var names = new HashMap<OWLEntity, IRI>();
    var literals = new HashMap<OWLLiteral, OWLLiteral>();
    values.forEach(
        (variable, value) -> {
          var place = places.get(variable);
          if (place instanceof OWLEntity entity) {
            names.put(entity, ((OWLEntity) value).getIRI());
          } else {
            literals.put((OWLLiteral) place, (OWLLiteral) value);
          }
        });
    var manager = theory.ontology().getOWLOntologyManager();
    return new OWLObjectDuplicator(names, literals, manager).duplicateObject(in);
  }

  /** The term that stands for an object in an answer. */
  public static Node node(OWLObject object) {
    if (object instanceof OWLIndividual individual) {
      return OwlBridge.node(individual);
    }
    return object instanceof OWLLiteral literal
        ? OwlBridge.node(literal)
        : OwlBridge.node(((OWLEntity) object).getIRI());
  }
}
