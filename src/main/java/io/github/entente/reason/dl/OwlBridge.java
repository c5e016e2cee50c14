// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.dl;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.reason.rules.Program;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.RDFXMLDocumentFormat;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAnnotationAssertionAxiom;
import org.semanticweb.owlapi.model.OWLAnnotationSubject;
import org.semanticweb.owlapi.model.OWLAnnotationValue;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLDatatype;
import org.semanticweb.owlapi.model.OWLEntity;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLLiteral;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyLoaderConfiguration;
import org.semanticweb.owlapi.model.OWLRuntimeException;
import org.semanticweb.owlapi.rdf.rdfxml.parser.OWLRDFConsumer;
import org.semanticweb.owlapi.vocab.OWLRDFVocabulary;

/**
 * A Jena graph as OWL axioms, without a detour through text. Blank nodes that stand for individuals
 * become Skolem constants and can be turned back; those that are syntax (restrictions, lists) do
 * not survive. Triples with a declared annotation property, or a built-in one, have no logical
 * content: they are counted and stay in the graph only.
 *
 * <p>Plain facts, nearly all of large data, do not pass through OWL API's reader, which takes a
 * tenth of a millisecond for each triple.
 *
 * @param ontology the axioms and declarations, without plain facts
 * @param facts the plain facts
 * @param triples number of triples read
 * @param annotations number of triples among them that are annotations
 * @see <a href="https://www.w3.org/TR/owl2-mapping-to-rdf/">OWL 2 Mapping to RDF Graphs</a>
 */
public record OwlBridge(OWLOntology ontology, PlainFacts facts, int triples, int annotations) {
  private static final String BROKEN = "http://org.semanticweb.owlapi/error#";
  private static final String SKOLEM = Program.SKOLEM;

  /** Predicates whose subject, when blank, is syntax and no individual. */
  private static final Set<String> SYNTAX_PREDICATES =
      Set.of(
          OWL2.onProperty.getURI(),
          OWL2.onProperties.getURI(),
          OWL2.unionOf.getURI(),
          OWL2.intersectionOf.getURI(),
          OWL2.complementOf.getURI(),
          OWL2.datatypeComplementOf.getURI(),
          OWL2.oneOf.getURI(),
          OWL2.inverseOf.getURI(),
          OWL2.onDatatype.getURI(),
          OWL2.members.getURI(),
          OWL2.distinctMembers.getURI(),
          OWL2.annotatedSource.getURI(),
          OWL2.sourceIndividual.getURI(),
          RDF.first.getURI(),
          RDF.rest.getURI());

  private static final Set<String> SYNTAX_TYPES =
      Set.of(
          OWL2.Restriction.getURI(),
          OWL2.Class.getURI(),
          OWL2.AllDifferent.getURI(),
          OWL2.AllDisjointClasses.getURI(),
          OWL2.AllDisjointProperties.getURI(),
          OWL2.Axiom.getURI(),
          OWL2.Annotation.getURI(),
          OWL2.NegativePropertyAssertion.getURI(),
          OWL2.Ontology.getURI(),
          OWL2.DataRange.getURI(),
          RDFS.Datatype.getURI(),
          RDF.List.getURI());

  private static final Set<Node> BUILT_IN_ANNOTATIONS =
      Set.of(
          RDFS.label.asNode(),
          RDFS.comment.asNode(),
          RDFS.seeAlso.asNode(),
          RDFS.isDefinedBy.asNode(),
          OWL2.versionInfo.asNode(),
          OWL2.deprecated.asNode());

  private static final String SWRL = "http://www.w3.org/2003/11/swrl#";

  static final String FACETS = XSDDatatype.XSD + "#";

  /**
   * Translates a graph.
   *
   * @throws EntenteException {@link ErrorCode#LOST_TRIPLE} when a triple has no place in the OWL 2
   *     mapping or a declared property's triple became an annotation
   */
  public static OwlBridge of(Graph graph) {
    var syntax = syntaxNodes(graph);
    var annotating = annotationProperties(graph);
    var remarks = remarks(graph, annotating);
    var plain = PlainFacts.of(graph, syntax);
    var logical = new ArrayList<Triple>();
    int annotations = 0;
    var others = graph.find().filterDrop(plain::take).toList();
    for (var triple : SingleOperands.replaced(others)) {
      boolean annotates =
          annotating.contains(triple.getPredicate()) && !syntax.contains(triple.getSubject());
      if (annotates || remarks.contains(triple.getSubject())) {
        annotations++;
      } else {
        logical.add(triple);
      }
    }
    var ontology = translate(UnusedExpressions.without(logical, syntax), syntax);
    for (var axiom : ontology.getAxioms(AxiomType.ANNOTATION_ASSERTION)) {
      refuseReservedPredicate(axiom);
      refuseLogicalProperty(ontology, axiom);
      annotations++;
    }
    int triples = plain.triples() + logical.size() + annotations;
    return new OwlBridge(ontology, plain.facts(), triples, annotations);
  }

  /** The logical axioms, plain facts among them, without annotations on axioms. */
  public Stream<OWLAxiom> logicalAxioms() {
    return Stream.concat(
        ontology.logicalAxioms().map(axiom -> axiom.getAxiomWithoutAnnotations()),
        facts.axioms().stream());
  }

  /** Number of logical axioms. */
  public int axioms() {
    return ontology.getLogicalAxiomCount() + facts.axioms().size();
  }

  /** The individuals, as a set of the caller's own. */
  Set<OWLIndividual> individuals() {
    var individuals = new LinkedHashSet<OWLIndividual>();
    ontology.individualsInSignature().forEach(individuals::add);
    ontology.anonymousIndividuals().forEach(individuals::add);
    individuals.addAll(facts.individuals());
    return individuals;
  }

  /** The node of an individual: an IRI, or the blank node that was given a Skolem constant. */
  public static Node node(OWLIndividual individual) {
    if (individual.isAnonymous()) {
      return NodeFactory.createBlankNode(individual.toStringID());
    }
    return node(individual.asOWLNamedIndividual().getIRI());
  }

  /** The node of an IRI, turning Skolem constants back into blank nodes. */
  public static Node node(IRI iri) {
    String text = iri.toString();
    return text.startsWith(SKOLEM)
        ? NodeFactory.createBlankNode(text.substring(SKOLEM.length()))
        : NodeFactory.createURI(text);
  }

  /** The node of a literal. */
  public static Node node(OWLLiteral literal) {
    if (literal.hasLang()) {
      return NodeFactory.createLiteralLang(literal.getLiteral(), literal.getLang());
    }
    return NodeFactory.createLiteralDT(
        literal.getLiteral(),
        TypeMapper.getInstance().getSafeTypeByName(literal.getDatatype().toStringID()));
  }

  /** The literal of a node. */
  public static OWLLiteral literal(Node node, OWLDataFactory factory) {
    return literal(node, factory, factory::getOWLDatatype);
  }

  /** The same where datatypes are at hand, by IRI. */
  static OWLLiteral literal(
      Node node, OWLDataFactory factory, Function<String, OWLDatatype> datatypes) {
    String form = node.getLiteralLexicalForm();
    String language = node.getLiteralLanguage();
    return language.isEmpty()
        ? factory.getOWLLiteral(form, datatypes.apply(node.getLiteralDatatypeURI()))
        : factory.getOWLLiteral(form, language);
  }

  /** The IRI of a node, a Skolem constant for a blank one. */
  public static IRI iri(Node node) {
    return IRI.create(node.isBlank() ? SKOLEM + node.getBlankNodeLabel() : node.getURI());
  }

  /** Nodes of annotations of annotations: like what they annotate, they have no logical content. */
  private static Set<Node> remarks(Graph graph, Set<Node> annotating) {
    return graph
        .find(Node.ANY, OWL2.annotatedProperty.asNode(), Node.ANY)
        .filterKeep(triple -> annotating.contains(triple.getObject()))
        .mapWith(Triple::getSubject)
        .filterKeep(Node::isBlank)
        .toSet();
  }

  /** Properties that are annotation properties and nothing else. */
  private static Set<Node> annotationProperties(Graph graph) {
    var properties = new HashSet<>(BUILT_IN_ANNOTATIONS);
    properties.addAll(typed(graph, OWL2.AnnotationProperty.asNode()));
    properties.removeAll(typed(graph, OWL2.ObjectProperty.asNode()));
    properties.removeAll(typed(graph, OWL2.DatatypeProperty.asNode()));
    return properties;
  }

  private static List<Node> typed(Graph graph, Node type) {
    return graph.find(Node.ANY, RDF.type.asNode(), type).mapWith(Triple::getSubject).toList();
  }

  private static OWLOntology translate(List<Triple> triples, Set<Node> syntax) {
    try {
      var ontology = OWLManager.createOWLOntologyManager().createOntology();
      var configuration = new OWLOntologyLoaderConfiguration().setStrict(false);
      var consumer = new OWLRDFConsumer(ontology, configuration);
      var format = new RDFXMLDocumentFormat();
      consumer.setOntologyFormat(format);
      consumer.startModel(IRI.create("urn:x-entente:snapshot"));
      var names = new HashMap<Node, IRI>();
      inOrder(triples).forEach(triple -> feed(consumer, triple, syntax, names));
      consumer.endModel();
      refuseUnparsed(format);
      refuseBroken(ontology);
      return ontology;
    } catch (OWLRuntimeException | IllegalStateException | NullPointerException e) {
      // The last two are OWL API's on annotations of axioms that are not there.
      throw new EntenteException(
          ErrorCode.LOST_TRIPLE,
          "The triples encode what is no OWL axiom: "
              + e.getMessage()
              + ". Correct the expression.",
          e);
    } catch (OWLOntologyCreationException e) {
      throw new EntenteException(ErrorCode.INTERNAL, "OWL API: " + e.getMessage(), e);
    }
  }

  /**
   * The reader takes a triple by what it has seen before: declarations come first, and then the
   * axioms in an order that does not depend on the syntax of a file or on chance.
   */
  private static List<Triple> inOrder(List<Triple> triples) {
    var axioms = new ArrayList<Triple>();
    var facts = new ArrayList<Triple>();
    for (var triple : triples) {
      boolean vocabulary = isVocabulary(triple.getPredicate());
      boolean fact =
          triple.getPredicate().equals(RDF.type.asNode()) && !isVocabulary(triple.getObject());
      (vocabulary && !fact ? axioms : facts).add(triple);
    }
    axioms.sort(
        Comparator.comparing((Triple axiom) -> !axiom.getPredicate().equals(RDF.type.asNode()))
            .thenComparing(axiom -> place(axiom.getSubject()))
            .thenComparing(axiom -> place(axiom.getPredicate()))
            .thenComparing(axiom -> place(axiom.getObject())));
    axioms.addAll(facts);
    return axioms;
  }

  private static boolean isVocabulary(Node node) {
    return node.isURI()
        && List.of(OWL2.NS, RDF.getURI(), RDFS.getURI()).stream()
            .anyMatch(node.getURI()::startsWith);
  }

  private static String place(Node node) {
    return node.isBlank() ? "" : node.toString();
  }

  private static void feed(
      OWLRDFConsumer consumer, Triple triple, Set<Node> syntax, Map<Node, IRI> names) {
    var subject = names.computeIfAbsent(triple.getSubject(), n -> name(n, syntax));
    var predicate = names.computeIfAbsent(triple.getPredicate(), n -> name(n, syntax));
    var object = triple.getObject();
    if (object.isLiteral()) {
      String language = object.getLiteralLanguage();
      consumer.statementWithLiteralValue(
          subject,
          predicate,
          object.getLiteralLexicalForm(),
          language.isEmpty() ? null : language,
          language.isEmpty() ? IRI.create(object.getLiteralDatatypeURI()) : null);
    } else if (object.isURI() || object.isBlank()) {
      consumer.statementWithResourceValue(
          subject, predicate, names.computeIfAbsent(object, n -> name(n, syntax)));
    } else {
      throw new EntenteException(
          ErrorCode.LOST_TRIPLE,
          "The triple "
              + triple
              + " has a triple term as its object; OWL 2 has no place for it. Keep such triples in"
              + " a named graph of their own.");
    }
  }

  private static IRI name(Node node, Set<Node> syntax) {
    if (node.isBlank() && syntax.contains(node)) {
      return IRI.create("_:genid" + node.getBlankNodeLabel());
    }
    return iri(node);
  }

  /** Blank nodes that encode class expressions, lists and axioms. */
  private static Set<Node> syntaxNodes(Graph graph) {
    var nodes = new HashSet<Node>();
    graph
        .find()
        .forEachRemaining(
            triple -> {
              var subject = triple.getSubject();
              if (!subject.isBlank()) {
                return;
              }
              String predicate = triple.getPredicate().getURI();
              boolean typed =
                  predicate.equals(RDF.type.getURI())
                      && triple.getObject().isURI()
                      && (SYNTAX_TYPES.contains(triple.getObject().getURI())
                          || triple.getObject().getURI().startsWith(SWRL));
              if (typed
                  || predicate.startsWith(SWRL)
                  || SYNTAX_PREDICATES.contains(predicate)
                  || predicate.startsWith(FACETS)) {
                nodes.add(subject);
              }
            });
    return nodes;
  }

  private static void refuseUnparsed(RDFXMLDocumentFormat format) {
    var unparsed =
        format
            .getOntologyLoaderMetaData()
            .map(data -> data.getUnparsedTriples())
            .map(
                stream ->
                    stream.map(Object::toString).collect(Collectors.toCollection(TreeSet::new)))
            .orElseGet(TreeSet::new);
    if (!unparsed.isEmpty()) {
      throw new EntenteException(
          ErrorCode.LOST_TRIPLE,
          unparsed.size()
              + " triples have no place in the OWL 2 mapping, the first being "
              + unparsed.first().strip()
              + ". Declare what they use, or complete the class expression or list they belong"
              + " to.");
    }
  }

  /** OWL API puts a class of its own where an expression is incomplete. */
  private static void refuseBroken(OWLOntology ontology) {
    ontology
        .logicalAxioms()
        .filter(axiom -> axiom.signature().anyMatch(OwlBridge::isBroken))
        .findFirst()
        .ifPresent(
            axiom -> {
              throw new EntenteException(
                  ErrorCode.LOST_TRIPLE,
                  "A class expression is incomplete, in: "
                      + Manchester.text(axiom)
                      + ". Complete it: a restriction wants a property and a filler.");
            });
  }

  private static boolean isBroken(OWLEntity entity) {
    return entity.getIRI().toString().startsWith(BROKEN);
  }

  private static void refuseReservedPredicate(OWLAnnotationAssertionAxiom axiom) {
    var property = axiom.getProperty().getIRI();
    boolean annotationOfOwn =
        property.equals(OWLRDFVocabulary.RDFS_COMMENT.getIRI()) || axiom.getProperty().isBuiltIn();
    if (property.isReservedVocabulary() && !annotationOfOwn) {
      throw new EntenteException(
          ErrorCode.LOST_TRIPLE,
          "The triple with subject "
              + axiom.getSubject()
              + " and predicate "
              + property
              + " fits no OWL 2 axiom. Declare the classes and properties it speaks of.");
    }
  }

  /** A triple with a declared object or data property must not end without logical content. */
  private static void refuseLogicalProperty(
      OWLOntology ontology, OWLAnnotationAssertionAxiom axiom) {
    var property = axiom.getProperty().getIRI();
    if (ontology.containsObjectPropertyInSignature(property)
        || ontology.containsDataPropertyInSignature(property)) {
      throw new EntenteException(
          ErrorCode.LOST_TRIPLE,
          "The triple "
              + text(axiom.getSubject())
              + " "
              + property.toQuotedString()
              + " "
              + text(axiom.getValue())
              + " uses a declared property but would lose its logical meaning. Give an object"
              + " property an individual, and a data property a literal, as its value.");
    }
  }

  private static String text(OWLAnnotationSubject subject) {
    return subject.toString();
  }

  private static String text(OWLAnnotationValue value) {
    return value.toString();
  }

  /** The factory that made the axioms. */
  public OWLDataFactory factory() {
    return ontology.getOWLOntologyManager().getOWLDataFactory();
  }
}
