// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static io.github.entente.reason.CompletenessTest.PREFIXES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Outcome;
import io.github.entente.query.Answers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.FunctionalSyntaxDocumentFormat;
import org.semanticweb.owlapi.formats.ManchesterSyntaxDocumentFormat;
import org.semanticweb.owlapi.formats.OWLXMLDocumentFormat;
import org.semanticweb.owlapi.formats.RDFXMLDocumentFormat;
import org.semanticweb.owlapi.formats.TurtleDocumentFormat;
import org.semanticweb.owlapi.io.StringDocumentSource;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLDocumentFormat;

/** What gets lost, or fetched, between RDF and OWL, and that it does not. */
class OwlApiTrapsTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static KnowledgeBase read(String location, String text) {
    return KnowledgeBase.builder()
        .document("http://example.org/graph", location, text.getBytes(StandardCharsets.UTF_8))
        .build();
  }

  private static ErrorCode refused(String location, String text) {
    var thrown =
        catchThrowableOfType(
            EntenteException.class,
            () -> {
              try (var kb = read(location, text)) {
                kb.entailments(Optional.empty(), LIMIT);
              }
            });
    assertThat(thrown).as("nothing was refused").isNotNull();
    return thrown.code();
  }

  private static Answers ask(String turtle, String query) {
    try (var kb = read("test.ttl", PREFIXES + turtle)) {
      return kb.query(query).run();
    }
  }

  private static Set<OWLAxiom> axioms(String location, String text) {
    try (var kb = read(location, text)) {
      var outcome = kb.entailments(Optional.empty(), LIMIT);
      return ((Outcome.Answered<Entailments>) outcome).value().axioms();
    }
  }

  // ---- triples that would lose their meaning ----

  @Test
  void anUndeclaredPredicateIsRefusedAndNoSilentAnnotation() {
    assertThat(refused("test.ttl", PREFIXES + ":A a owl:Class . :i a :A ; :p :j ."))
        .isEqualTo(ErrorCode.NOT_OWL_2_DL);
    assertThat(refused("test.ttl", PREFIXES + ":A a owl:Class . :i a :A ; :d 1 ."))
        .isEqualTo(ErrorCode.NOT_OWL_2_DL);
  }

  @Test
  void anObjectPropertyWithALiteralIsALostTriple() {
    assertThat(refused("test.ttl", PREFIXES + ":p a owl:ObjectProperty . :i :p \"j\" ."))
        .isEqualTo(ErrorCode.LOST_TRIPLE);
  }

  @Test
  void aDataPropertyWithAnIndividualIsALostTriple() {
    assertThat(refused("test.ttl", PREFIXES + ":d a owl:DatatypeProperty . :i :d :j ."))
        .isEqualTo(ErrorCode.LOST_TRIPLE);
  }

  @Test
  void anUnfinishedRestrictionIsRefused() {
    assertThat(
            refused(
                "test.ttl",
                PREFIXES
                    + ":A a owl:Class . :p a owl:ObjectProperty ."
                    + " :A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ] ."))
        .isIn(ErrorCode.LOST_TRIPLE, ErrorCode.NOT_OWL_2_DL);
  }

  @Test
  void aListWithoutAnEndIsRefused() {
    assertThat(
            refused(
                "test.ttl",
                PREFIXES
                    + ":A a owl:Class . :B a owl:Class ."
                    + " :A owl:unionOf [ rdf:first :B ] ."))
        .isIn(ErrorCode.LOST_TRIPLE, ErrorCode.NOT_OWL_2_DL);
  }

  @Test
  void aTripleTermIsRefused() {
    assertThat(refused("test.ttl", PREFIXES + ":p a owl:ObjectProperty . :i :p <<( :a :p :b )>> ."))
        .isEqualTo(ErrorCode.LOST_TRIPLE);
  }

  // ---- blank nodes ----

  private static final String BLANK =
      """
      :A a owl:Class . :B a owl:Class . :p a owl:ObjectProperty . :A rdfs:subClassOf :B .
      :i :p [ a :A ] .
      """;

  @Test
  void anAnonymousIndividualIsABlankNodeInTheAnswer() {
    var rows = ask(BLANK, "SELECT ?x { ?x a :B }").rows();
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).get("x")).get().matches(Node::isBlank);
  }

  @Test
  void itIsTheSameBlankNodeTwiceInARow() {
    var rows = ask(BLANK, "SELECT ?x ?y { :i :p ?x . ?y a :B }").rows();
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).get("x")).isEqualTo(rows.get(0).get("y"));
    assertThat(ask(BLANK, "ASK { :i :p ?x . ?x a :B , :A }").truth()).isTrue();
  }

  @Test
  void itIsTheNodeOfTheDocument() {
    try (var kb = read("test.ttl", PREFIXES + BLANK)) {
      var inferred = kb.query("SELECT ?x { ?x a :B }").run().first().get("x");
      var stated = kb.query("SELECT ?x { GRAPH <http://example.org/graph> { ?x a :A } }").run();
      assertThat(stated.first().get("x")).isEqualTo(inferred);
    }
  }

  @Test
  void blankNodesThatAreSyntaxAreNoIndividuals() {
    String turtle =
        """
        :A a owl:Class ; owl:equivalentClass [ a owl:Class ; owl:unionOf ( :B
          [ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom :C ] ) ] .
        :B a owl:Class . :C a owl:Class . :p a owl:ObjectProperty .
        :i :p [ a :C ] . :j a :B .
        """;
    var rows = ask(turtle, "SELECT ?x { ?x a owl:Thing }").rows();
    assertThat(rows).hasSize(3);
    assertThat(ask(turtle, "SELECT ?x { ?x a :A }").rows()).hasSize(2);
  }

  // ---- imports ----

  @TestFactory
  Stream<DynamicTest> importsAreNeverFetched() {
    String iri = "http://192.0.2.1/none";
    return Map.of(
            "test.ofn", "Ontology(<http://example.org/o> Import(<" + iri + ">))",
            "test.omn", "Ontology: <http://example.org/o>\nImport: <" + iri + ">\n",
            "test.owx",
                "<?xml version=\"1.0\"?><Ontology xmlns=\"http://www.w3.org/2002/07/owl#\""
                    + " ontologyIRI=\"http://example.org/o\"><Import>"
                    + iri
                    + "</Import></Ontology>",
            "test.ttl",
                "<http://example.org/o> a <http://www.w3.org/2002/07/owl#Ontology> ;"
                    + " <http://www.w3.org/2002/07/owl#imports> <"
                    + iri
                    + "> .")
        .entrySet()
        .stream()
        .map(
            document ->
                DynamicTest.dynamicTest(
                    document.getKey(),
                    () -> {
                      long start = System.nanoTime();
                      assertThat(refused(document.getKey(), document.getValue()))
                          .isEqualTo(ErrorCode.IMPORT_NOT_FOUND);
                      assertThat(Duration.ofNanos(System.nanoTime() - start))
                          .as("an address that never answers was not tried")
                          .isLessThan(Duration.ofSeconds(3));
                    }));
  }

  @Test
  void anImportInAnotherSyntaxIsReadFromWhereItIs(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("one.ofn"),
        "Ontology(<http://example.org/one> Import(<http://example.org/two>)"
            + " ClassAssertion(<http://example.org/A> <http://example.org/i>))");
    Files.writeString(
        folder.resolve("two.ttl"),
        PREFIXES
            + "<http://example.org/two> a owl:Ontology . :B a owl:Class ."
            + " :A a owl:Class ; rdfs:subClassOf :B .");
    try (var kb = KnowledgeBase.of(folder)) {
      assertThat(kb.query("ASK { <http://example.org/i> a <http://example.org/B> }").run().truth())
          .isTrue();
    }
  }

  // ---- syntaxes ----

  @Test
  void theSparqlStyleOfPrefixIsTurtle() {
    assertThat(
            axioms(
                "test.ttl", "PREFIX : <http://example.org/>\n:A a " + OWL + "Class> . :i a :A ."))
        .hasSize(1);
  }

  private static final String OWL = "<http://www.w3.org/2002/07/owl#";

  private static final String FUNCTIONAL =
      """
      Prefix(:=<http://example.org/>)
      Prefix(xsd:=<http://www.w3.org/2001/XMLSchema#>)
      Prefix(rdfs:=<http://www.w3.org/2000/01/rdf-schema#>)
      Ontology(<http://example.org/o>
        Declaration(Class(:A)) Declaration(Class(:B)) Declaration(Class(:C))
        Declaration(ObjectProperty(:p)) Declaration(ObjectProperty(:q))
        Declaration(DataProperty(:d)) Declaration(NamedIndividual(:i))
        AnnotationAssertion(rdfs:label :A "a"@en)
        SubClassOf(:A ObjectIntersectionOf(:B ObjectSomeValuesFrom(ObjectInverseOf(:p) :C)))
        EquivalentClasses(:C ObjectUnionOf(:A ObjectHasSelf(:p) DataHasValue(:d "1"^^xsd:integer)))
        SubClassOf(ObjectMinCardinality(2 :p :B) ObjectAllValuesFrom(:q ObjectOneOf(:i :j)))
        SubObjectPropertyOf(ObjectPropertyChain(:p :p) :q)
        DisjointClasses(:A :B :C)
        HasKey(:B (:p) (:d))
        FunctionalDataProperty(:d)
        DataPropertyRange(:d DatatypeRestriction(xsd:integer xsd:minInclusive "0"^^xsd:integer))
        NegativeObjectPropertyAssertion(:p :i :j)
        DifferentIndividuals(:i :j :k)
        ClassAssertion(ObjectComplementOf(:B) :k)
        ObjectPropertyAssertion(:p :i :k)
        DataPropertyAssertion(:d :i "2"^^xsd:integer)
      )
      """;

  @TestFactory
  Stream<DynamicTest> everySyntaxGivesTheSameAxioms() throws Exception {
    var ontology =
        OWLManager.createOWLOntologyManager()
            .loadOntologyFromOntologyDocument(new StringDocumentSource(FUNCTIONAL));
    var expected =
        ontology.logicalAxioms().map(axiom -> (OWLAxiom) axiom).collect(Collectors.toSet());
    assertThat(expected).hasSize(13);
    return Map.<String, OWLDocumentFormat>of(
            "test.ofn", new FunctionalSyntaxDocumentFormat(),
            "test.omn", new ManchesterSyntaxDocumentFormat(),
            "test.owx", new OWLXMLDocumentFormat(),
            "test.ttl", new TurtleDocumentFormat(),
            "test.rdf", new RDFXMLDocumentFormat())
        .entrySet()
        .stream()
        .map(
            syntax ->
                DynamicTest.dynamicTest(
                    syntax.getKey(),
                    () -> {
                      var out = new ByteArrayOutputStream();
                      ontology.saveOntology(syntax.getValue(), out);
                      assertThat(axioms(syntax.getKey(), out.toString(StandardCharsets.UTF_8)))
                          .containsExactlyInAnyOrderElementsOf(expected);
                    }));
  }

  @Test
  void triplesAxiomsAndAnnotationsAreCounted() {
    try (var kb =
        read("test.ttl", PREFIXES + BLANK + ":A rdfs:label \"a\" . :B rdfs:comment \"b\" .")) {
      var inspection = Inspection.of(kb.snapshot(Optional.empty()));
      assertThat(inspection.triples()).isEqualTo(8);
      assertThat(inspection.axioms()).isEqualTo(3);
      assertThat(inspection.annotations()).isEqualTo(2);
      assertThat(inspection.violations()).isEmpty();
    }
  }
}
