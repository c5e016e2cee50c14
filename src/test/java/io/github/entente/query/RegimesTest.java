// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Outcome;
import io.github.entente.model.Regime;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each regime adds to the one before, on small ontologies. */
class RegimesTest {
  private static final String PREFIXES =
      """
      @prefix : <http://example.org/> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      """;

  private static final String SMALL =
      """
      :Sub a owl:Class ; rdfs:subClassOf :Sup .
      :Sup a owl:Class .
      :Either a owl:Class ; owl:equivalentClass [ a owl:Class ; owl:unionOf ( :Sub :Other ) ] .
      :Other a owl:Class .
      :Case a owl:Class ; owl:equivalentClass [ a owl:Restriction ; owl:onProperty :r ; owl:minCardinality 1 ] .
      :r a owl:ObjectProperty .
      :MustHave a owl:Class ; rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :r ; owl:someValuesFrom owl:Thing ] .
      :p a owl:ObjectProperty , owl:TransitiveProperty .
      :chained a owl:ObjectProperty ; owl:propertyChainAxiom ( :p :q ) .
      :q a owl:ObjectProperty .
      :size a owl:DatatypeProperty .
      :a a owl:NamedIndividual , :Sub ; :p :b ; :size "07"^^xsd:integer .
      :b a owl:NamedIndividual ; :p :c .
      :c a owl:NamedIndividual ; :q :d .
      :d a owl:NamedIndividual .
      :m a owl:NamedIndividual , :MustHave .
      """;

  private static KnowledgeBase of(String turtle) {
    return KnowledgeBase.builder()
        .document(
            "http://example.org/g", "g.ttl", (PREFIXES + turtle).getBytes(StandardCharsets.UTF_8))
        .build();
  }

  private static Set<String> names(KnowledgeBase kb, String pattern, Regime regime) {
    return kb.query("SELECT ?x { " + pattern + " }").regime(regime).run().rows().stream()
        .map(row -> row.get("x").orElseThrow())
        .filter(node -> node.isURI() && node.getURI().startsWith("http://example.org/"))
        .map(node -> node.getLocalName())
        .collect(Collectors.toSet());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ?x a :Sup             |       |       | a     | a     | a         | a         | a
          :p a rdf:Property . BIND(:p AS ?x) | | p     | p     | p     |           |           |
          ?x a :Either          |       |       |       |       | a         | a         | a
          :a :p ?x              | b     | b     | b     | b     | b c       | b c       | b c
          :a :chained ?x        |       |       |       |       | d         | d         | d
          ?x a :Case             |       |       |       |       |           | m         | m
          ?x :size 7            |       |       |       | a     | a         | a         |
          """)
  void eachRegimeGivesItsRows(
      String pattern,
      String simple,
      String rdf,
      String rdfs,
      String d,
      String rl,
      String rdfBased,
      String direct) {
    try (var kb = of(SMALL)) {
      assertThat(names(kb, pattern, Regime.SIMPLE)).as("simple").isEqualTo(set(simple));
      assertThat(names(kb, pattern, Regime.RDF)).as("rdf").isEqualTo(set(rdf));
      assertThat(names(kb, pattern, Regime.RDFS)).as("rdfs").isEqualTo(set(rdfs));
      assertThat(names(kb, pattern, Regime.D)).as("d").isEqualTo(set(d));
      assertThat(names(kb, pattern, Regime.OWL_RL)).as("owl-rl").isEqualTo(set(rl));
      assertThat(names(kb, pattern, Regime.OWL_RDF_BASED)).as("rdf-based").isEqualTo(set(rdfBased));
      assertThat(names(kb, pattern, Regime.OWL_DIRECT)).as("direct").isEqualTo(set(direct));
    }
  }

  private static Set<String> set(String names) {
    return names == null ? Set.of() : Set.of(names.split(" "));
  }

  private static Outcome<Answers> outcome(String turtle, Regime regime) {
    try (var kb = of(turtle)) {
      return kb.query("SELECT ?x { ?x a ?y }").regime(regime).outcome();
    }
  }

  @Test
  void aTextWhereANumberHasToBeContradictsUnderD() {
    String text = ":p rdfs:range xsd:integer . :a :p \"one\" .";
    assertThat(outcome(text, Regime.RDFS)).isInstanceOf(Outcome.Answered.class);
    assertThat(outcome(text, Regime.D)).isInstanceOf(Outcome.Inconsistent.class);
  }

  @Test
  void aNegativeNumberIsNoNaturalNumber() {
    assertThat(outcome(":p rdfs:range xsd:nonNegativeInteger . :a :p -1 .", Regime.D))
        .isInstanceOf(Outcome.Inconsistent.class);
    assertThat(outcome(":p rdfs:range xsd:nonNegativeInteger . :a :p 1 .", Regime.D))
        .isInstanceOf(Outcome.Answered.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cax-dw   | :A owl:disjointWith :B . :x a :A , :B .
          cax-adc  | [] a owl:AllDisjointClasses ; owl:members ( :C :A :D :B ) . :x a :A , :B .
          eq-diff1 | :p a owl:FunctionalProperty . :x :p :y , :z . :y owl:differentFrom :z .
          eq-diff2 | :p a owl:FunctionalProperty . :x :p :y , :z . [] a owl:AllDifferent ; owl:members ( :w :z :y ) .
          prp-irp  | :p a owl:IrreflexiveProperty . :x :p :x .
          prp-asyp | :p a owl:AsymmetricProperty . :x :p :y . :y :p :x .
          prp-pdw  | :p owl:propertyDisjointWith :q . :x :p :y ; :q :y .
          prp-npa1 | [] owl:sourceIndividual :x ; owl:assertionProperty :p ; owl:targetIndividual :y . :x :p :y .
          prp-key  | :A owl:hasKey ( :p :q ) . :x a :A ; :p 1 ; :q 2 . :y a :A ; :p 1 ; :q 2 . :x owl:differentFrom :y .
          cls-com  | :A owl:complementOf :B . :x a :A , :B .
          cls-int1 | :A owl:intersectionOf ( :B :C ) . :x a :B , :C . :A owl:disjointWith :D . :x a :D .
          cls-maxc | :x a [ owl:onProperty :p ; owl:maxCardinality 0 ] ; :p :y .
          """)
  void rulesOfOwlRlFindTheContradiction(String rule, String turtle) {
    assertThat(outcome(turtle, Regime.OWL_RL)).as(rule).isInstanceOf(Outcome.Inconsistent.class);
  }

  @Test
  void theGuaranteeSaysWhatTheRulesDoNotReach() {
    try (var kb = of(SMALL)) {
      var under = kb.query("SELECT ?x { ?x a :Sup }");
      assertThat(under.regime(Regime.RDFS).run().guarantee().complete()).isTrue();
      assertThat(under.regime(Regime.OWL_RL).run().guarantee().complete()).isFalse();
      assertThat(under.regime(Regime.OWL_RL).run().guarantee().sound()).isTrue();
      var absent = kb.query("SELECT ?x { ?x a owl:NamedIndividual MINUS { ?x a :Sup } }");
      assertThat(absent.regime(Regime.OWL_RL).run().guarantee().sound()).isFalse();
    }
  }

  @Test
  void whatIsNotOwlDlIsStillAnsweredUnderTheRdfBasedSemantics() {
    try (var kb = of(":p a owl:TransitiveProperty , owl:FunctionalProperty . :a :p :b .")) {
      var answers = kb.query("SELECT ?x { :a :p ?x }").regime(Regime.OWL_RDF_BASED).run();
      assertThat(answers.rows()).hasSize(1);
      assertThat(answers.guarantee().reasons()).anyMatch(r -> r.contains("outside"));
    }
  }

  @Test
  void selectStarDoesNotShowTheBlankNodesOfThePattern() {
    try (var kb = of(SMALL)) {
      var rows = kb.query("SELECT * { ?x :p _:b . _:b :q ?y }").regime(Regime.SIMPLE).run().rows();
      assertThat(rows).hasSize(1);
      assertThat(rows.get(0).terms()).containsOnlyKeys("x", "y");
    }
  }
}
