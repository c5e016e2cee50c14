// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Viewpoint;
import io.github.entente.query.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What explanations of rows are made of, on a toy written by hand. */
class ExplanationTest {
  private static final String TOY =
      """
      @prefix : <http://example.org/> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      :note a owl:AnnotationProperty .
      :p a owl:ObjectProperty . :q a owl:ObjectProperty .
      :r a owl:ObjectProperty ; owl:propertyChainAxiom ( :p :q ) .
      :t a owl:ObjectProperty, owl:TransitiveProperty .
      :A a owl:Class ; rdfs:subClassOf :C .
      :B a owl:Class ; rdfs:subClassOf :C .
      :C a owl:Class .
      :D a owl:Class ; rdfs:subClassOf :A , :B .
      :a a owl:NamedIndividual ; :p :b ; :note "first" .
      :b a owl:NamedIndividual ; :q :c .
      :w a owl:NamedIndividual , [ a owl:Class ; owl:unionOf ( :A :B ) ] .
      :d a :D .
      :x :t :y .
      :y :t :z .
      :E a owl:Class ; rdfs:subClassOf :A , [ a owl:Class ; owl:complementOf :C ] .
      """;

  private KnowledgeBase kb;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    kb = KnowledgeBase.of(Files.writeString(folder.resolve("toy.ttl"), TOY));
  }

  @AfterEach
  void close() {
    kb.close();
  }

  private Explanation why(String query) {
    var answers = kb.query("PREFIX : <http://example.org/> " + query).run();
    return kb.explain(answers, answers.rows().isEmpty() ? new Row(Map.of()) : answers.first());
  }

  private static List<Integer> lines(Explanation explanation) {
    return explanation.leaves().stream()
        .flatMap(leaf -> leaf.origins().stream())
        .map(origin -> origin.line().orElse(0))
        .sorted()
        .toList();
  }

  private static List<Piece.Kind> kinds(Explanation explanation) {
    return explanation.cases().get(0).pieces().stream().map(Piece::kind).toList();
  }

  @Test
  void aChainEndsAtItsLinksAndItsAxiomEachWithItsLine() {
    assertThat(lines(why("SELECT ?o { :a :r ?o }"))).containsExactly(6, 12, 13);
  }

  @Test
  void whatFollowsByCasesNeedsAReasoner() {
    assertThat(lines(why("SELECT ?s { ?s a :C FILTER(?s = :w) }"))).containsExactly(8, 9, 14);
  }

  @Test
  void ofTwoWaysToOneFactOneIsEnoughAndAllAreFound() {
    var answers =
        kb.query("PREFIX : <http://example.org/> SELECT ?s { ?s a :C FILTER(?s = :d) }").run();
    var all =
        kb.explain(answers, answers.first(), new Explainer.Wish(5, true), Duration.ofMinutes(1));
    var support = all.cases().get(0).supports().get(0);
    assertThat(support.all()).isTrue();
    assertThat(support.justifications()).hasSize(2);
    assertThat(support.justifications()).allMatch(j -> j.leaves().size() == 3 && j.minimal());
    assertThat(support.needed()).hasSize(1);
  }

  @Test
  void annotationsOptionalPartsAbsencesAndBranchesAreShown() {
    assertThat(kinds(why("SELECT ?n { :a :note ?n }"))).containsExactly(Piece.Kind.STATED);
    assertThat(kinds(why("SELECT * { :a :p ?o OPTIONAL { ?o :p ?n } }")))
        .containsExactly(Piece.Kind.STATED, Piece.Kind.ABSENT);
    assertThat(kinds(why("SELECT * { :a :p ?o OPTIONAL { ?o :q ?n FILTER(?o != :a) } }")))
        .containsExactly(Piece.Kind.STATED, Piece.Kind.STATED, Piece.Kind.CONDITION);
    assertThat(kinds(why("SELECT ?s { { ?s :q :nobody } UNION { ?s :p :b } }")))
        .containsExactly(Piece.Kind.BRANCH, Piece.Kind.STATED);
    assertThat(kinds(why("SELECT ?s { ?s :p ?o FILTER NOT EXISTS { ?s :q ?n } }")))
        .containsExactly(Piece.Kind.STATED, Piece.Kind.ABSENT);
    assertThat(kinds(why("SELECT ?s { ?s :p ?o FILTER EXISTS { ?o :q ?n } }")))
        .containsExactly(Piece.Kind.STATED, Piece.Kind.STATED);
    assertThat(kinds(why("SELECT ?s { ?s :p ?o MINUS { ?s :q ?n } }")))
        .containsExactly(Piece.Kind.STATED, Piece.Kind.ABSENT);
  }

  @Test
  void aPathIsShownStepByStep() {
    var explanation = why("SELECT ?o { :a (:p|:q)+ ?o FILTER(?o = :c) }");
    assertThat(kinds(explanation)).contains(Piece.Kind.PATH);
    assertThat(lines(explanation)).containsExactly(12, 13);
  }

  @Test
  void anAggregateShowsTheRowsThatWentIn() {
    var explanation = why("SELECT (COUNT(?o) AS ?n) { :x :t ?o }");
    var group =
        explanation.cases().get(0).pieces().stream()
            .filter(piece -> piece.kind() == Piece.Kind.GROUP)
            .findFirst()
            .orElseThrow();
    assertThat(group.words()).startsWith("2 rows taken together");
    assertThat(group.inside()).hasSize(1);
  }

  @Test
  void anInclusionAndAnUnsatisfiableClassAreExplained() {
    assertThat(lines(why("ASK { :D <http://www.w3.org/2000/01/rdf-schema#subClassOf> :C }")))
        .hasSize(2)
        .contains(11);
    var explanation =
        kb.whyUnsatisfiable("E", Viewpoint.ALL_DAYS, Explainer.Wish.FIRST, Duration.ofMinutes(1));
    assertThat(lines(explanation.orElseThrow())).containsExactly(8, 18, 18);
    assertThat(
            kb.whyUnsatisfiable(
                "D", Viewpoint.ALL_DAYS, Explainer.Wish.FIRST, Duration.ofMinutes(1)))
        .isEmpty();
  }

  @Test
  void aContradictionIsExplainedWithoutReasoningFromIt(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("clash.ttl"), TOY + ":e a :E .\n");
    try (var clash = KnowledgeBase.of(file)) {
      var explanation =
          clash.whyInconsistent(
              Viewpoint.ALL_DAYS, new Explainer.Wish(5, false), Duration.ofMinutes(1));
      assertThat(lines(explanation.orElseThrow())).containsExactly(8, 18, 18, 19);
      assertThat(explanation.get().cases().get(0).supports().get(0).all()).isTrue();
    }
    assertThat(kb.whyInconsistent(Viewpoint.ALL_DAYS, Explainer.Wish.FIRST, Duration.ofMinutes(1)))
        .isEmpty();
  }

  @Test
  void everyFormNamesTheSource() throws Exception {
    var explanation = why("SELECT ?o { :a :r ?o }");
    var none = io.github.entente.source.Texts.NONE;
    assertThat(TextForm.of(explanation, none)).contains("toy.ttl:12");
    assertThat(TextForm.markdown(explanation, none)).contains("### Sources").contains("toy.ttl:12");
    assertThat(Drawing.dot(explanation)).contains("digraph").contains("toy.ttl:12");
    assertThat(HtmlForm.of(explanation, none)).contains("<svg").contains("toy.ttl:12");
    var json = JSON.parse(JsonForm.of(explanation, none));
    assertThat(json.get("statements").getAsArray()).hasSize(3);
    var model = ModelFactory.createDefaultModel();
    RDFParser.fromString(TurtleForm.of(explanation), Lang.TURTLE).parse(model);
    assertThat(model.size()).isGreaterThan(10);
    javax.xml.parsers.DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(
            new java.io.ByteArrayInputStream(
                Drawing.svg(explanation).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }
}
