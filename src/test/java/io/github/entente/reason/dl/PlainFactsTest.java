// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.dl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.TurtleDocumentFormat;
import org.semanticweb.owlapi.io.StringDocumentSource;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;

/** Facts read directly are those that OWL API reads from the same triples. */
class PlainFactsTest {
  private static final String DECLARED =
      """
      @prefix : <http://example.org/> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      :C a owl:Class . :D a owl:Class .
      :p a owl:ObjectProperty . :d a owl:DatatypeProperty . :note a owl:AnnotationProperty .
      """;

  @Test
  void theBundledSnapshotHasTheAxiomsThatOwlApiReads() throws Exception {
    try (var kb = KnowledgeBase.bundled()) {
      var graph = kb.snapshot(Optional.of(LocalDate.parse("2024-04-04"))).asserted();
      var bridge = OwlBridge.of(graph);
      assertThat(bridge.facts().axioms()).hasSizeGreaterThan(2_000);
      assertThat(bridge.logicalAxioms().collect(Collectors.toSet())).isEqualTo(theirs(graph));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        ":a a :C | 1",
        ":a a :C, owl:NamedIndividual ; :p :b ; :d 1, 1.0, '1', 'x'@en | 6",
        ":a a [ owl:complementOf :C ; a owl:Class ] ; :p :b | 1",
        ":C a :D . :p :p :p | 2",
        ":a :note 'n' ; :p :b | 1",
        ":a owl:sameAs :b ; :p :b | 1",
        "[] a owl:Axiom ; owl:annotatedSource :a ; owl:annotatedProperty :p ; owl:annotatedTarget"
            + " :b ; :note 'n' . :a :p :b . :b :p :c | 1",
        "[] a owl:NegativePropertyAssertion ; owl:sourceIndividual :a ; owl:assertionProperty :p ;"
            + " owl:targetIndividual :b . :b :p :a | 1",
      })
  void eachKindOfFactIsReadAsOwlApiReadsIt(String triples, int plain) throws Exception {
    var graph = graph(triples);
    var bridge = OwlBridge.of(graph);
    assertThat(bridge.facts().axioms()).hasSize(plain);
    assertThat(bridge.logicalAxioms().collect(Collectors.toSet())).isEqualTo(theirs(graph));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        ":a a owl:Thing",
        ":a :d 'x'^^xsd:integer",
        ":a :d '2024-04-04'^^xsd:date",
        "rdf:x :p :a",
        ":p a owl:AnnotationProperty . :a :p :b",
      })
  void whatMayBeOutsideOwl2DlIsLeftToTheReaderAndTheProfile(String triples) {
    var graph = graph(triples);
    var reader = PlainFacts.of(graph, Set.of());
    graph.find().forEachRemaining(reader::take);
    assertThat(reader.facts().axioms()).isEmpty();
    assertThat(reader.triples()).isZero();
  }

  private static Graph graph(String triples) {
    var graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(DECLARED + triples + " .", Lang.TURTLE).parse(graph);
    return graph;
  }

  private static Set<OWLAxiom> theirs(Graph graph) throws Exception {
    var text = new ByteArrayOutputStream();
    RDFDataMgr.write(text, graph, Lang.NTRIPLES);
    var source =
        new StringDocumentSource(
            text.toString(StandardCharsets.UTF_8),
            IRI.create("urn:x-test:document"),
            new TurtleDocumentFormat(),
            null);
    return OWLManager.createOWLOntologyManager()
        .loadOntologyFromOntologyDocument(source)
        .logicalAxioms()
        .<OWLAxiom>map(axiom -> axiom.getAxiomWithoutAnnotations())
        .collect(Collectors.toSet());
  }
}
