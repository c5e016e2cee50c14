// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Regime;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How far answers can be trusted, where a part of the pattern cannot be told in full. */
class AssuranceTest {
  private static final String PREFIXES =
      """
      PREFIX : <http://example.org/>
      PREFIX entente: <https://w3id.org/entente/>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  /** Values of :gap may be missing: an :A has one, which is not said. Of the rest all is known. */
  private static final String GAP =
      """
      :A a owl:Class . :B a owl:Class . :gap a owl:DatatypeProperty . :p a owl:ObjectProperty .
      :A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :gap ; owl:someValuesFrom xsd:integer ] .
      :i a :A ; :p :j . :j a :B ; :gap 1 .
      """;

  /** One may be in force on a day of 2020; the roster of :open is never complete. */
  private static final String DATED =
      """
      entente:TemporalProfile a owl:Class .
      entente:firstDayProperty a owl:AnnotationProperty .
      entente:lastDayProperty a owl:AnnotationProperty .
      entente:curatedUntilProperty a owl:AnnotationProperty .
      entente:completeFromProperty a owl:AnnotationProperty .
      :profile a entente:TemporalProfile ; entente:firstDayProperty :from ; entente:lastDayProperty :until ;
        entente:curatedUntilProperty :curated ; entente:completeFromProperty :complete .
      :from a owl:AnnotationProperty . :until a owl:AnnotationProperty .
      :curated a owl:AnnotationProperty . :complete a owl:AnnotationProperty .
      :Membership a owl:Class . :Party a owl:Class . :Other a owl:Class .
      :of a owl:ObjectProperty . :in a owl:ObjectProperty . :other a owl:ObjectProperty .
      :m a :Membership ; :of :x ; :in :open ; :from "2020"^^xsd:gYear .
      :n a :Membership ; :of :y ; :in :closed ; :from "2019-01-01"^^xsd:date .
      :x a :Party ; :other :y . :y a :Party ; :other :z . :z a :Other .
      :open :curated "2030-01-01"^^xsd:date .
      :closed :complete "2000-01-01"^^xsd:date ; :curated "2030-01-01"^^xsd:date .
      """;

  private static final String UNSURE = "2020-06-01";
  private static final String SURE = "2022-06-01";

  private static KnowledgeBase gap;
  private static KnowledgeBase dated;

  @BeforeAll
  static void load() {
    gap = of(GAP);
    dated = of(DATED);
  }

  @AfterAll
  static void close() {
    gap.close();
    dated.close();
  }

  private static KnowledgeBase of(String turtle) {
    return KnowledgeBase.builder()
        .document(
            "http://example.org/graph",
            "test.ttl",
            (PREFIXES + turtle).getBytes(StandardCharsets.UTF_8))
        .build();
  }

  private static String guarantee(String query) {
    return gap.query(PREFIXES + query).run().guarantee().label();
  }

  private static String guarantee(String query, String day) {
    return dated.query(PREFIXES + query).asOf(day).run().guarantee().label();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{ ?x a :A }",
        "{ ?x a ?c }",
        "{ ?x :p ?y }",
        "{ ?x :p ?y ; a :A OPTIONAL { ?y a :B } MINUS { ?x a :B } }",
        "{ ?x rdfs:label ?l }",
        "{ ?x rdfs:subClassOf ?y }",
        "{ ?x owl:sameAs ?y }",
        "{ ?c owl:disjointWith ?d }",
        "{ ?p rdfs:subPropertyOf ?q }",
        "{ ?p a owl:TransitiveProperty }",
        "{ ?x a [ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom ?c ] }",
        "{ VALUES ?p { :p } ?x ?p ?y }",
        "{ VALUES ?c { :A :B } ?x a ?c }",
        "{ { VALUES ?c { :A } } { ?x a ?c } }",
        "{ ?x :p+ ?y }",
        "{ GRAPH ?g { ?x :gap ?v } }",
        "{ GRAPH <http://example.org/graph> { ?s ?p ?o } }",
      })
  void whatIsKnownInFullIsSoundAndComplete(String pattern) {
    assertThat(guarantee("SELECT * " + pattern)).isEqualTo("sound and complete");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{ ?x :gap ?v }",
        "{ ?x a :A . ?x :gap ?v }",
        "{ ?s ?p ?o }",
        "{ { ?x a :A } UNION { ?x :gap ?v } }",
        "{ ?x :gap ?v OPTIONAL { ?x a :A } }",
        "{ ?x :gap ?v MINUS { ?x a :A } }",
        "{ ?x a :A FILTER EXISTS { ?x :gap ?v } }",
        "{ { SELECT ?x { ?x :gap ?v } } }",
        "{ ?x :p/:gap ?v }",
        "{ ?x (:p|^:gap)* ?v }",
        "{ ?x !:p ?v }",
        "{ ?c owl:disjointWith+ ?d }",
        "{ VALUES ?p { :p :gap } ?x ?p ?y }",
        "{ VALUES (?p ?x) { (UNDEF :i) (:p :j) } ?x ?p ?y }",
        "{ GRAPH <https://w3id.org/entente/as-of/2024-04-04> { ?x :gap ?v } }",
        "{ VALUES ?g { <https://w3id.org/entente/as-of/2024-04-04> } GRAPH ?g { ?x :gap ?v } }",
        "{ BIND(<https://w3id.org/entente/as-of/2024-04-04> AS ?g) GRAPH ?g { ?x :gap ?v } }",
        "{ GRAPH ?g { ?x :gap ?v } FILTER(?g = <https://w3id.org/entente/as-of/2024-04-04>) }",
        "FROM NAMED <https://w3id.org/entente/as-of/2024-04-04> { GRAPH ?g { ?x :gap ?v } }",
        "FROM <https://w3id.org/entente/as-of/2024-04-04> { ?x :gap ?v }",
        "{ ?x a :A FILTER NOT EXISTS { ?x a :B FILTER NOT EXISTS { ?x :gap ?v } } }",
        "{ VALUES ?q { :p } { SELECT ?x { ?x ?q ?v } } }",
      })
  void whatMayBeMissingMakesItIncomplete(String pattern) {
    assertThat(guarantee("SELECT * " + pattern)).isEqualTo("sound, incomplete");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{ ?x a :A MINUS { ?x :gap ?v } }",
        "{ ?x a :A FILTER NOT EXISTS { ?x :gap ?v } }",
        "{ ?x a :A FILTER NOT EXISTS { ?x :p/:gap ?v } }",
      })
  void whatMayBeMissingUnderANegationMakesItUnsound(String pattern) {
    assertThat(guarantee("SELECT * " + pattern)).isEqualTo("complete, unsound");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "SELECT * { ?x a :A OPTIONAL { ?x :gap ?v } }",
        "SELECT * { ?x a :A FILTER(?x = :j || EXISTS { ?x :gap ?v }) }",
        "SELECT * { ?x a :A FILTER(!EXISTS { ?x :gap ?v }) }",
        "SELECT * { ?x a :A BIND(EXISTS { ?x :gap ?v } AS ?b) }",
        "SELECT (EXISTS { ?x :gap ?v } AS ?b) { ?x a :A }",
        "SELECT (COUNT(*) AS ?n) { ?x :gap ?v }",
        "SELECT ?x (COUNT(?v) AS ?n) { ?x :gap ?v } GROUP BY ?x",
        "SELECT ?x { ?x :gap ?v } GROUP BY ?x HAVING (COUNT(?v) > 1)",
        "SELECT (COUNT(*) AS ?n) { ?x a :A FILTER NOT EXISTS { ?x :gap ?v } }",
        "SELECT (SUM(IF(EXISTS { ?x :gap ?v }, 1, 0)) AS ?n) { ?x a :A }",
        "SELECT ?b { ?x a :A } GROUP BY (EXISTS { ?x :gap ?v } AS ?b)",
        "SELECT * { ?x :gap ?v } LIMIT 1",
        "SELECT * { ?x :gap ?v } OFFSET 1",
        "SELECT * { ?x a :A } ORDER BY (EXISTS { ?x :gap ?v }) LIMIT 1",
        "SELECT * { ?x a :A { SELECT (COUNT(*) AS ?n) { ?x :gap ?v } } }",
        "SELECT * { ?x a :A MINUS { ?x a :B MINUS { ?x a :A OPTIONAL { ?x :gap ?v } } } }",
      })
  void whatMayBeMissingWhereItCountsLeavesNothingCertain(String query) {
    assertThat(guarantee(query)).isEqualTo("neither sound nor complete");
  }

  @Test
  void aDescriptionIsWhatIsAtHand() {
    assertThat(guarantee("DESCRIBE :i")).isEqualTo("sound, incomplete");
    assertThat(guarantee("DESCRIBE ?x { ?x a :A }")).isEqualTo("sound, incomplete");
  }

  @Test
  void theSimpleRegimeMatchesWhatIsStated() {
    var answers = gap.query(PREFIXES + "SELECT * { ?x :gap ?v }").regime(Regime.SIMPLE).run();
    assertThat(answers.guarantee().label()).isEqualTo("sound and complete");
    assertThat(answers.rows()).hasSize(1);
  }

  /** The inner ?c is another variable: an inner class may be any, also one beyond the rules. */
  @Test
  void dataOutsideASubqueryDoNotRestrictItsOwnVariables() {
    String turtle =
        """
        :A a owl:Class . :B a owl:Class . :C a owl:Class .
        :B owl:equivalentClass [ a owl:Class ; owl:unionOf ( :A :C ) ] .
        :D a owl:Class ; rdfs:subClassOf [ a owl:Class ; owl:oneOf ( :j ) ] .
        :E a owl:Class . :A rdfs:subClassOf :E . :C rdfs:subClassOf :E . :i a :B .
        """;
    try (var kb = of(turtle)) {
      var answers =
          kb.query(
                  PREFIXES
                      + "SELECT ?x { VALUES ?c { :A } { SELECT ?x { ?x a ?c FILTER(?c = :E) } } }")
              .run();
      assertThat(answers.rows().size() == 1 || !answers.guarantee().complete()).isTrue();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * { ?m :of ?x }                                | complete, unsound",
        "SELECT * { ?m a :Membership }                         | complete, unsound",
        "SELECT * { ?m a ?c }                                  | complete, unsound",
        "SELECT * { ?x :other ?y }                             | sound and complete",
        "SELECT * { ?x a :Party }                              | sound and complete",
        // A row that the open roster lacks may be of the party too.
        "SELECT * { ?x a :Party FILTER NOT EXISTS { ?m :of ?x } } | neither sound nor complete",
        "SELECT * { ?x a :Party MINUS { ?m :of ?x } }          | neither sound nor complete",
        "SELECT * { ?x a :Party OPTIONAL { ?m :of ?x } }       | neither sound nor complete",
        "SELECT (COUNT(*) AS ?n) { ?m :of ?x }                 | neither sound nor complete",
        "SELECT * { ?m :of ?x } LIMIT 1                        | neither sound nor complete",
        "SELECT * { ?x a :Party FILTER(!EXISTS { ?m :of ?x }) } | neither sound nor complete",
      })
  void aFactOfUncertainDayWeakensWhatTouchesIt(String query, String label) {
    assertThat(guarantee(query, UNSURE)).isEqualTo(label);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * { ?m :of ?x }                                 | sound and complete",
        "SELECT * { ?m :in ?f }                                 | sound and complete",
        "SELECT * { ?m :in ?f } LIMIT 1                         | sound and complete",
        "SELECT * { ?x a :Party FILTER NOT EXISTS { ?x :other ?y } } | sound and complete",
        "SELECT (COUNT(*) AS ?n) { ?x :other ?y }               | sound and complete",
        "SELECT * { ?x a :Party MINUS { ?m :in ?f ; :of ?x } }  | complete, unsound",
        "SELECT * { ?x a :Party FILTER NOT EXISTS { ?m :in ?f ; :of ?x } } | complete, unsound",
        "SELECT * { ?x a :Party FILTER(!EXISTS { ?m :in ?f ; :of ?x }) } | neither sound nor"
            + " complete",
        "SELECT (EXISTS { ?m :in ?f ; :of ?x } AS ?b) { ?x a :Party } | neither sound nor complete",
        "SELECT (COUNT(*) AS ?n) { ?m :in ?f }                  | neither sound nor complete",
        "SELECT (COUNT(*) AS ?n) { ?x a :Party MINUS { ?m :in ?f ; :of ?x } } | neither sound nor"
            + " complete",
        "SELECT * { ?x a :Party OPTIONAL { ?m :in ?f ; :of ?x } FILTER(!bound(?m)) } | neither"
            + " sound nor complete",
        "SELECT * { ?x a :Party MINUS { ?x a :Party MINUS { ?m :in ?f ; :of ?x } } } | neither"
            + " sound nor complete",
      })
  void anOpenRosterWeakensNegationAndCountingThatDependOnIt(String query, String label) {
    assertThat(guarantee(query, SURE)).isEqualTo(label);
  }

  @Test
  void daysAreDoubtedEachForItself() {
    String of = "{ GRAPH <https://w3id.org/entente/as-of/%s> { ?m :of ?x } }";
    assertThat(guarantee("SELECT * " + of.formatted(UNSURE), SURE)).isEqualTo("complete, unsound");
    assertThat(guarantee("SELECT * " + of.formatted(SURE), UNSURE)).isEqualTo("sound and complete");
    assertThat(guarantee("SELECT * { GRAPH <http://example.org/graph> { ?m :of ?x } }", UNSURE))
        .isEqualTo("sound and complete");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * { ?m :of ?x }                        | 2020-06-01 | complete, unsound",
        "SELECT * { ?m a :Membership }                 | 2020-06-01 | complete, unsound",
        "SELECT * { ?s ?p ?o }                         | 2020-06-01 | complete, unsound",
        "SELECT * { ?x :other ?y }                     | 2020-06-01 | sound and complete",
        "SELECT * { ?m :of ?x }                        | 2022-06-01 | sound and complete",
        "SELECT * { ?x :other ?y MINUS { ?m :in ?f } } | 2022-06-01 | complete, unsound",
      })
  void theSimpleRegimeDependsOnTheDayAllTheSame(String query, String day, String label) {
    var answers = dated.query(PREFIXES + query).asOf(day).regime(Regime.SIMPLE).run();
    assertThat(answers.guarantee().label()).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?x :seat ?f . ?f :complete ?d                                        | complete, unsound",
        "?x :seat ?f . FILTER EXISTS { ?f :complete ?d }                      | complete, unsound",
        "OPTIONAL { ?f :complete ?d } ?x :seat ?f                             | complete, unsound",
        "?other :complete ?d                                                  | complete, unsound",
      })
  void onlyTheVariableThatIsSaidToBeCompleteIsConfined(String outside, String label) {
    var answers =
        dated
            .query(
                PREFIXES
                    + "SELECT * { ?x a :Party . "
                    + outside
                    + " FILTER NOT EXISTS { ?n :of ?x ; :in ?elsewhere } }")
            .asOf(SURE)
            .run();
    assertThat(answers.guarantee().label()).isEqualTo(label);
  }

  @Test
  void whatIsLackingInCompleteRostersOnlyIsMissingAtMost() {
    var answers =
        dated
            .query(
                PREFIXES
                    + "SELECT * { ?x a :Party . ?f :complete ?d"
                    + " FILTER NOT EXISTS { ?n :in ?f } }")
            .asOf(SURE)
            .run();
    assertThat(answers.guarantee().label()).isEqualTo("sound, incomplete");
  }
}
