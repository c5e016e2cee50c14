// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.SourceDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;

/**
 * Declares terms that documents use and do not declare, where the use leaves no doubt about their
 * kind. Nothing else is changed.
 *
 * <ul>
 *   <li>Class: stands where OWL wants a class, or has instances, or is an {@code rdfs:Class}.
 *   <li>Object or data property: axioms about it, or restrictions by their fillers, tell which; if
 *       none does, its values are all resources, or all literals of the OWL 2 datatype map.
 *   <li>Annotation property: describes ontologies, classes, properties or axioms; or its values are
 *       mixed, of other datatypes, or none; and no restriction, key or characteristic uses it.
 *   <li>What stands for two kinds at once, or for none, is left as it is.
 * </ul>
 *
 * @see <a
 *     href="https://www.w3.org/TR/owl2-mapping-to-rdf/#Mapping_from_RDF_Graphs_to_the_Structural_Specification">OWL
 *     2 Mapping to RDF Graphs, 3</a>
 */
public final class Repair {
  private static final int UNUSED = 4;
  private static final String GRAPH = "urn:x-entente:repair";
  private static final List<String> RESERVED =
      List.of(OWL2.NS, RDF.getURI(), RDFS.getURI(), XSD.NS, "urn:x-entente:");

  /** A kind of term. */
  public enum Kind {
    /** A class. */
    CLASS("class", OWL2.Class.asNode()),
    /** A property whose values are individuals. */
    OBJECT_PROPERTY("object property", OWL2.ObjectProperty.asNode()),
    /** A property whose values are literals. */
    DATA_PROPERTY("data property", OWL2.DatatypeProperty.asNode()),
    /** A property without logical meaning. */
    ANNOTATION_PROPERTY("annotation property", OWL2.AnnotationProperty.asNode());

    private final String label;
    private final Node type;

    Kind(String label, Node type) {
      this.label = label;
      this.type = type;
    }

    /** The kind in words. */
    public String label() {
      return label;
    }
  }

  /**
   * A declaration that was added.
   *
   * @param term what was declared
   * @param kind as what
   * @param location the first file that uses it
   * @param use a use in that file, as a triple
   */
  public record Declaration(Node term, Kind kind, String location, Triple use) {}

  /** Terms by the kinds that are declared or that a place in an axiom tells. */
  private final Map<Kind, Set<Node>> told = new EnumMap<>(Kind.class);

  private final Set<Node> declared = new HashSet<>();
  private final Set<Node> spokenOf = new HashSet<>();
  private final Set<Node> constrained = new HashSet<>();
  private final Set<Node> datatypes = new HashSet<>();
  private final Graph all = DocumentReader.newGraph();

  private final Predicate<String> reasonedWith;

  private Repair(List<SourceDocument> documents, Predicate<String> reasonedWith) {
    this.reasonedWith = reasonedWith;
    documents.forEach(document -> GraphUtil.addInto(all, document.graph()));
    for (var kind : Kind.values()) {
      told.put(kind, new HashSet<>());
      typed(kind.type, kind);
    }
    typed(OWL2.OntologyProperty.asNode(), Kind.ANNOTATION_PROPERTY);
    for (var builtIn : List.of(RDFS.label, RDFS.comment, RDFS.seeAlso, RDFS.isDefinedBy)) {
      told.get(Kind.ANNOTATION_PROPERTY).add(builtIn.asNode());
    }
    datatypes.addAll(subjects(RDFS.Datatype.asNode()));
    datatypes.addAll(subjects(OWL2.DataRange.asNode()));
  }

  private void typed(Node type, Kind kind) {
    var subjects = subjects(type);
    told.get(kind).addAll(subjects);
    declared.addAll(subjects);
  }

  private Set<Node> subjects(Node type) {
    return all.find(Node.ANY, RDF.type.asNode(), type).mapWith(Triple::getSubject).toSet();
  }

  /**
   * The declarations that the documents lack, in the order of kinds and names.
   *
   * @param reasonedWith whether a datatype, by its IRI, is in the OWL 2 datatype map
   */
  public static List<Declaration> of(
      List<SourceDocument> documents, Predicate<String> reasonedWith) {
    var repair = new Repair(documents, reasonedWith);
    repair.readAxioms();
    return repair.declarations(documents);
  }

  /** The declarations as a document beside the others. */
  public static SourceDocument document(List<Declaration> declarations) {
    var graph = DocumentReader.newGraph();
    var parts = new ArrayList<String>();
    for (var declaration : declarations) {
      var triple = Triple.create(declaration.term(), RDF.type.asNode(), declaration.kind().type);
      graph.add(triple);
      parts.add(triple.toString());
    }
    return new SourceDocument(
        GRAPH, "declarations added by repair", graph, Map.of(), Digests.sha256(parts));
  }

  // ---- what axioms tell ----

  /** Until nothing more is told: a kind may follow from that of another term. */
  private void readAxioms() {
    int before;
    do {
      before = told.values().stream().mapToInt(Set::size).sum();
      all.find().forEachRemaining(this::read);
    } while (told.values().stream().mapToInt(Set::size).sum() > before);
  }

  private void read(Triple triple) {
    var s = triple.getSubject();
    var p = triple.getPredicate();
    var o = triple.getObject();
    if (p.equals(RDF.type.asNode())) {
      readType(s, o);
    } else if (is(p, RDFS.subClassOf, OWL2.equivalentClass, OWL2.disjointWith, OWL2.complementOf)) {
      together(s, o);
    } else if (is(p, OWL2.unionOf, OWL2.intersectionOf, OWL2.disjointUnionOf)) {
      members(o).forEach(member -> together(s, member));
    } else if (is(p, RDFS.domain)) {
      spokenOf.add(s);
      tell(Kind.CLASS, o);
    } else if (is(p, RDFS.range)) {
      spokenOf.add(s);
      filler(s, o);
    } else if (is(p, OWL2.onProperty)) {
      constrained.add(o);
      readRestriction(s, o);
    } else if (is(p, OWL2.inverseOf)) {
      tell(Kind.OBJECT_PROPERTY, s);
      tell(Kind.OBJECT_PROPERTY, o);
    } else if (is(p, OWL2.propertyChainAxiom)) {
      tell(Kind.OBJECT_PROPERTY, s);
      members(o).forEach(member -> tell(Kind.OBJECT_PROPERTY, member));
    } else if (is(p, RDFS.subPropertyOf, OWL2.equivalentProperty, OWL2.propertyDisjointWith)) {
      sameKind(s, o);
    } else if (is(p, OWL2.hasKey)) {
      tell(Kind.CLASS, s);
      constrained.addAll(members(o));
    } else if (is(p, OWL2.members)) {
      readMembers(s, members(o));
    } else if (is(p, OWL2.assertionProperty)) {
      constrained.add(o);
      boolean data = all.contains(s, OWL2.targetValue.asNode(), Node.ANY);
      tell(data ? Kind.DATA_PROPERTY : Kind.OBJECT_PROPERTY, o);
    }
  }

  private void readType(Node subject, Node type) {
    if (is(type, RDFS.Class)) {
      tell(Kind.CLASS, subject);
    } else if (is(
        type,
        OWL2.InverseFunctionalProperty,
        OWL2.TransitiveProperty,
        OWL2.SymmetricProperty,
        OWL2.AsymmetricProperty,
        OWL2.ReflexiveProperty,
        OWL2.IrreflexiveProperty)) {
      boolean data = told.get(Kind.DATA_PROPERTY).contains(subject);
      tell(data ? Kind.DATA_PROPERTY : Kind.OBJECT_PROPERTY, subject);
    } else if (is(type, OWL2.FunctionalProperty)) {
      constrained.add(subject);
    } else {
      tell(Kind.CLASS, type);
    }
  }

  private void readRestriction(Node restriction, Node property) {
    for (var predicate : List.of(OWL2.someValuesFrom, OWL2.allValuesFrom)) {
      all.find(restriction, predicate.asNode(), Node.ANY)
          .toList()
          .forEach(triple -> filler(property, triple.getObject()));
    }
    for (var value : all.find(restriction, OWL2.hasValue.asNode(), Node.ANY).toList()) {
      tell(value.getObject().isLiteral() ? Kind.DATA_PROPERTY : Kind.OBJECT_PROPERTY, property);
    }
    if (all.contains(restriction, OWL2.hasSelf.asNode(), Node.ANY)) {
      tell(Kind.OBJECT_PROPERTY, property);
    }
    for (var onClass : all.find(restriction, OWL2.onClass.asNode(), Node.ANY).toList()) {
      tell(Kind.OBJECT_PROPERTY, property);
      tell(Kind.CLASS, onClass.getObject());
    }
    if (all.contains(restriction, OWL2.onDataRange.asNode(), Node.ANY)) {
      tell(Kind.DATA_PROPERTY, property);
    }
  }

  private void readMembers(Node axiom, List<Node> members) {
    if (all.contains(axiom, RDF.type.asNode(), OWL2.AllDisjointClasses.asNode())) {
      members.forEach(member -> tell(Kind.CLASS, member));
    } else if (all.contains(axiom, RDF.type.asNode(), OWL2.AllDisjointProperties.asNode())) {
      members.forEach(member -> sameKind(members.get(0), member));
    }
  }

  /** A property and what its values are in: the kind of the one tells that of the other. */
  private void filler(Node property, Node range) {
    if (isDatatype(range)) {
      if (!told.get(Kind.ANNOTATION_PROPERTY).contains(property)) {
        tell(Kind.DATA_PROPERTY, property);
      }
    } else if (isClass(range)) {
      if (!told.get(Kind.ANNOTATION_PROPERTY).contains(property)) {
        tell(Kind.OBJECT_PROPERTY, property);
      }
    } else if (told.get(Kind.OBJECT_PROPERTY).contains(property)) {
      tell(Kind.CLASS, range);
    }
  }

  private boolean isDatatype(Node range) {
    return datatypes.contains(range)
        || range.isURI()
            && (range.getURI().startsWith(XSD.NS)
                || is(range, RDFS.Literal, RDF.langString)
                || range.getURI().equals(RDF.getURI() + "PlainLiteral"));
  }

  private boolean isClass(Node range) {
    return told.get(Kind.CLASS).contains(range)
        || is(range, OWL2.Thing)
        || range.isBlank()
            && (all.contains(range, RDF.type.asNode(), OWL2.Restriction.asNode())
                || all.contains(range, RDF.type.asNode(), OWL2.Class.asNode()));
  }

  /** Both classes, unless one is a datatype. */
  private void together(Node one, Node other) {
    if (!isDatatype(one) && !isDatatype(other)) {
      tell(Kind.CLASS, one);
      tell(Kind.CLASS, other);
    }
  }

  private void sameKind(Node one, Node other) {
    spokenOf.add(one);
    spokenOf.add(other);
    for (var kind : List.of(Kind.OBJECT_PROPERTY, Kind.DATA_PROPERTY, Kind.ANNOTATION_PROPERTY)) {
      if (told.get(kind).contains(one) || told.get(kind).contains(other)) {
        tell(kind, one);
        tell(kind, other);
      }
    }
  }

  private void tell(Kind kind, Node term) {
    boolean open = kind == Kind.CLASS ? !datatypes.contains(term) : !declared.contains(term);
    if (open && term.isURI() && !reserved(term)) {
      told.get(kind).add(term);
    }
  }

  private List<Node> members(Node list) {
    var members = new ArrayList<Node>();
    var seen = new HashSet<Node>();
    for (var cell = list; seen.add(cell); ) {
      object(cell, RDF.first.asNode()).ifPresent(members::add);
      cell = object(cell, RDF.rest.asNode()).orElse(cell);
    }
    return members;
  }

  private Optional<Node> object(Node subject, Node predicate) {
    return all.find(subject, predicate, Node.ANY).toList().stream()
        .map(Triple::getObject)
        .findFirst();
  }

  private static boolean is(Node node, Resource... any) {
    for (var one : any) {
      if (one.asNode().equals(node)) {
        return true;
      }
    }
    return false;
  }

  private static boolean reserved(Node term) {
    return RESERVED.stream().anyMatch(term.getURI()::startsWith);
  }

  // ---- what is missing ----

  private List<Declaration> declarations(List<SourceDocument> documents) {
    var kinds = new TreeMap<String, Kind>();
    var properties = new TreeSet<Node>(Comparator.comparing(Node::toString));
    properties.addAll(spokenOf);
    properties.addAll(constrained);
    properties.addAll(told.get(Kind.OBJECT_PROPERTY));
    properties.addAll(told.get(Kind.DATA_PROPERTY));
    all.find().forEachRemaining(triple -> properties.add(triple.getPredicate()));
    properties.addAll(subjects(RDF.Property.asNode()));
    for (var property : properties) {
      if (property.isURI() && !declared.contains(property) && !reserved(property)) {
        kind(property).ifPresent(kind -> kinds.put(property.getURI(), kind));
      }
    }
    for (var named : told.get(Kind.CLASS)) {
      boolean isDeclared = all.contains(named, RDF.type.asNode(), OWL2.Class.asNode());
      if (named.isURI() && !isDeclared && !datatypes.contains(named)) {
        // A term cannot be declared twice in one list: a class that is a property too stays undone.
        if (kinds.containsKey(named.getURI())) {
          kinds.remove(named.getURI());
        } else {
          kinds.put(named.getURI(), Kind.CLASS);
        }
      }
    }
    var declarations = new ArrayList<Declaration>();
    kinds.forEach(
        (iri, kind) -> declarations.add(declaration(NodeFactory.createURI(iri), kind, documents)));
    declarations.sort(Comparator.comparing(Declaration::kind));
    return List.copyOf(declarations);
  }

  private Optional<Kind> kind(Node property) {
    boolean object = told.get(Kind.OBJECT_PROPERTY).contains(property);
    boolean data = told.get(Kind.DATA_PROPERTY).contains(property);
    if (object || data) {
      return object && data
          ? Optional.empty()
          : Optional.of(object ? Kind.OBJECT_PROPERTY : Kind.DATA_PROPERTY);
    }
    if (told.get(Kind.ANNOTATION_PROPERTY).contains(property)) {
      return Optional.of(Kind.ANNOTATION_PROPERTY);
    }
    var uses = all.find(Node.ANY, property, Node.ANY).toList();
    var byValues = uses.isEmpty() ? Optional.<Kind>empty() : byValues(uses);
    return byValues.isPresent() || constrained.contains(property)
        ? byValues
        : Optional.of(Kind.ANNOTATION_PROPERTY);
  }

  private Optional<Kind> byValues(List<Triple> uses) {
    if (uses.stream().anyMatch(triple -> isDescribed(triple.getSubject()))) {
      return Optional.empty();
    }
    if (uses.stream().noneMatch(triple -> triple.getObject().isLiteral())) {
      return Optional.of(Kind.OBJECT_PROPERTY);
    }
    return uses.stream().allMatch(triple -> inTheMap(triple.getObject()))
        ? Optional.of(Kind.DATA_PROPERTY)
        : Optional.empty();
  }

  private boolean inTheMap(Node value) {
    return value.isLiteral() && reasonedWith.test(value.getLiteralDatatypeURI());
  }

  /** Whether it is no individual: what is said of it is an annotation. */
  private boolean isDescribed(Node subject) {
    return told.values().stream().anyMatch(terms -> terms.contains(subject))
        || spokenOf.contains(subject)
        || constrained.contains(subject)
        || datatypes.contains(subject)
        || all.find(subject, RDF.type.asNode(), Node.ANY)
            .filterKeep(
                triple ->
                    is(
                        triple.getObject(),
                        OWL2.Ontology,
                        OWL2.Axiom,
                        OWL2.Annotation,
                        RDF.Property,
                        OWL2.FunctionalProperty))
            .hasNext();
  }

  private static Declaration declaration(Node term, Kind kind, List<SourceDocument> documents) {
    for (var document : documents) {
      var first =
          document
              .graph()
              .find()
              .filterKeep(triple -> rank(triple, term) < UNUSED)
              .toList()
              .stream()
              .min(
                  Comparator.comparing((Triple use) -> rank(use, term))
                      .thenComparing(use -> use.getSubject().isBlank())
                      .thenComparing(use -> use.getObject().isBlank())
                      .thenComparing(use -> use.toString()));
      if (first.isPresent()) {
        return new Declaration(term, kind, document.location(), first.get());
      }
    }
    throw new IllegalStateException("no use of " + term);
  }

  /** How well a triple shows what a term is. */
  private static int rank(Triple triple, Node term) {
    if (triple.getPredicate().equals(term)) {
      return 0;
    } else if (triple.getObject().equals(term)) {
      return 1;
    } else if (triple.getSubject().equals(term)) {
      return triple.getPredicate().equals(RDF.type.asNode()) ? 2 : UNUSED - 1;
    }
    return UNUSED;
  }
}
