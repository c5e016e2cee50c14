// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Outcome;
import io.github.entente.query.Answers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where rules alone would miss an answer, or give one too many, each as small as possible. */
class CompletenessTest {
  static final String PREFIXES =
      """
      PREFIX : <http://example.org/>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  static KnowledgeBase of(String turtle) {
    var bytes = (PREFIXES + turtle).getBytes(StandardCharsets.UTF_8);
    return KnowledgeBase.builder().document("http://example.org/graph", "test.ttl", bytes).build();
  }

  private static Answers ask(String turtle, String pattern) {
    try (var kb = of(turtle)) {
      return kb.query("ASK { " + pattern + " }").run();
    }
  }

  private static void follows(String turtle, String pattern) {
    var answers = ask(turtle, pattern);
    assertThat(answers.truth()).as(pattern).isTrue();
    assertThat(answers.guarantee().sound()).isTrue();
  }

  private static void doesNotFollow(String turtle, String pattern) {
    var answers = ask(turtle, pattern);
    assertThat(answers.truth()).as(pattern).isFalse();
    assertThat(answers.guarantee().complete()).isTrue();
  }

  /** Everything is a B, through a. What has no name is no C, as all with names are one; so a D. */
  @Test
  void aDisjunctionThatAllNamedThingsSettleIsStillOpenForTheOthers() {
    follows(
        """
        :A a owl:Class . :B a owl:Class . :C a owl:Class . :D a owl:Class . :E a owl:Class .
        :F a owl:Class . :r a owl:ObjectProperty . :p a owl:ObjectProperty .
        :a a :A , :C . :b a :C , [ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom :F ] .
        :c a :C , [ a owl:Class ; owl:complementOf :F ] .
        owl:Thing rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :r ; owl:hasValue :a ] .
        [ a owl:Restriction ; owl:onProperty :r ; owl:someValuesFrom :A ] rdfs:subClassOf :B .
        :B rdfs:subClassOf [ a owl:Class ; owl:unionOf ( :C :D ) ] .
        :C rdfs:subClassOf [ a owl:Class ; owl:oneOf ( :c ) ] .
        :D rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :r ; owl:allValuesFrom :E ] .
        """,
        ":a a :E");
  }

  @Test
  void whatIsOnlyDeclaredIsAnIndividualToo() {
    String turtle =
        """
        :A a owl:Class . :r a owl:ObjectProperty , owl:ReflexiveProperty .
        owl:Thing rdfs:subClassOf :A .
        :i a owl:NamedIndividual .
        """;
    follows(turtle, ":i a :A");
    follows(turtle, ":i :r :i");
    follows(turtle, ":i a owl:Thing");
  }

  @Test
  void whatIsOnlyNamedInAnExpressionIsAnIndividualToo() {
    follows(
        """
        :A a owl:Class . :B a owl:Class . :r a owl:ObjectProperty .
        owl:Thing rdfs:subClassOf :A .
        :B rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :r ; owl:hasValue :i ] .
        """,
        ":i a :A");
  }

  @Test
  void theTopPropertyRelatesEverything() {
    String turtle =
        """
        :A a owl:Class . :B a owl:Class . :a a :A . :i a owl:NamedIndividual .
        [ a owl:Restriction ; owl:onProperty owl:topObjectProperty ; owl:someValuesFrom :A ]
          rdfs:subClassOf :B .
        """;
    follows(turtle, ":i a :B");
    follows(turtle, ":A rdfs:subClassOf :B");
  }

  /** Two classes that share a constant say nothing of each other. */
  @Test
  void instancesOfTwoClassesThatMeetInAnIndividualAreNotTakenForEachOther() {
    String turtle =
        """
        :A a owl:Class . :B a owl:Class . :C a owl:Class . :r a owl:ObjectProperty .
        :A rdfs:subClassOf [ a owl:Class ; owl:oneOf ( :i ) ] .
        :B rdfs:subClassOf [ a owl:Class ; owl:oneOf ( :i ) ] .
        :C rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :r ; owl:hasValue :i ] .
        """;
    doesNotFollow(turtle, ":A rdfs:subClassOf :B");
    doesNotFollow(turtle, ":A owl:equivalentClass :B");
    doesNotFollow(
        turtle + "[] a owl:AllDifferent ; owl:distinctMembers ( :i :j ) .",
        ":B rdfs:subClassOf :A");
  }

  /** Keys identify what has a name; a class may have instances without. */
  @Test
  void keysMakeNoInclusions() {
    String turtle =
        """
        :A a owl:Class ; owl:hasKey ( :d ) . :B a owl:Class . :d a owl:DatatypeProperty .
        :A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :d ; owl:hasValue 1 ] .
        :B rdfs:subClassOf :A . :i a :B .
        """;
    doesNotFollow(turtle, ":A rdfs:subClassOf :B");
    follows(turtle + ":j a :A .", ":j a :B");
    follows(turtle + ":j a :A .", ":j owl:sameAs :i");
  }

  @Test
  void membersOfADefinedClassAreFoundByCases() {
    follows(
        """
        :A a owl:Class . :B a owl:Class . :r a owl:ObjectProperty .
        :N a owl:Class ; owl:equivalentClass
          [ a owl:Restriction ; owl:onProperty :r ; owl:someValuesFrom
            [ a owl:Class ; owl:intersectionOf ( :A
              [ a owl:Restriction ; owl:onProperty :r ; owl:someValuesFrom
                [ a owl:Class ; owl:complementOf :A ] ] ) ] ] .
        :i :r :j , :k . :j a :A ; :r :k . :k :r :l . :l a [ a owl:Class ; owl:complementOf :A ] .
        """,
        ":i a :N");
  }

  @Test
  void aClassWithTwoFillersKnownToBeDifferentIsCounted() {
    String turtle =
        """
        :A a owl:Class . :r a owl:ObjectProperty .
        [ a owl:Restriction ; owl:onProperty :r ; owl:minCardinality "2"^^xsd:nonNegativeInteger ]
          rdfs:subClassOf :A .
        :i :r :j , :k .
        """;
    doesNotFollow(turtle, ":i a :A");
    follows(turtle + ":j owl:differentFrom :k .", ":i a :A");
  }

  @Test
  void aConstantThatIsDeniedAClassWhichOthersHaveIsNoTrouble() {
    doesNotFollow(
        """
        :A a owl:Class . :i a :A . :j a :A .
        :k a [ a owl:Class ; owl:complementOf :A ] .
        :l owl:differentFrom :k .
        """,
        ":k a :A");
  }

  @Test
  void equalityWithOneOfTwoIsDecided() {
    follows(
        """
        :A a owl:Class ; rdfs:subClassOf [ a owl:Class ; owl:oneOf ( :i :j ) ] .
        :B a owl:Class . :i a :B . :j a :B . :k a :A .
        """,
        ":k a :B");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "'\"1\"^^xsd:integer', '\"1.0\"^^xsd:decimal'",
    "'\"1\"^^xsd:integer', '\"01\"^^xsd:integer'",
    "'\"1\"^^xsd:int', '\"1\"^^xsd:integer'",
    "'\"1.50\"^^xsd:decimal', '\"1.5\"^^xsd:decimal'",
    "'\"1/2\"^^owl:rational', '\"0.5\"^^xsd:decimal'",
    "'\"true\"^^xsd:boolean', '\"1\"^^xsd:boolean'",
    "'\"a\"^^xsd:token', '\"a\"^^xsd:string'",
    "'\"0a\"^^xsd:hexBinary', '\"0A\"^^xsd:hexBinary'",
    "'\"1\"^^xsd:float', '\"1.0\"^^xsd:float'",
    "'\"1\"^^xsd:double', '\"1.0E0\"^^xsd:double'",
    "'\"YQ==\"^^xsd:base64Binary', '\"Y Q = =\"^^xsd:base64Binary'",
    "'\"2024-01-01T00:00:00Z\"^^xsd:dateTime', '\"2024-01-01T00:00:00.00Z\"^^xsd:dateTime'",
  })
  void literalsAreComparedByValue(String one, String other) {
    String turtle =
        """
        :A a owl:Class . :d a owl:DatatypeProperty .
        [ a owl:Restriction ; owl:onProperty :d ; owl:hasValue %s ] rdfs:subClassOf :A .
        :i :d %s .
        """;
    follows(turtle.formatted(one, other), ":i a :A");
    try (var kb =
        of(
            """
            :d a owl:DatatypeProperty . :i :d %s .
            [] a owl:NegativePropertyAssertion ; owl:sourceIndividual :i ;
              owl:assertionProperty :d ; owl:targetValue %s .
            """
                .formatted(one, other))) {
      assertThat(kb.entailments(Optional.empty(), Duration.ofSeconds(30)))
          .isInstanceOf(Outcome.Inconsistent.class);
    }
  }

  @ParameterizedTest(name = "{0} is not {1}")
  @CsvSource({
    "'\"1\"^^xsd:float', '\"1\"^^xsd:double'",
    "'\"0.0\"^^xsd:double', '\"-0.0\"^^xsd:double'",
    "'\"1\"^^xsd:integer', '\"1\"^^xsd:string'",
    "'\"a\"@en', '\"a\"@de'",
    "'\"a\"@en', '\"a\"^^xsd:string'",
    "'\"http://a\"^^xsd:anyURI', '\"http://a\"^^xsd:string'",
    "'\"2024-01-01T00:00:10Z\"^^xsd:dateTime', '\"2024-01-01T00:00:01Z\"^^xsd:dateTime'",
    "'\"2024-01-01T00:00:00Z\"^^xsd:dateTime', '\"2024-01-01T01:00:00+01:00\"^^xsd:dateTime'",
  })
  void literalsOfDifferentValueAreNotTakenForOne(String one, String other) {
    String turtle =
        """
        :A a owl:Class . :d a owl:DatatypeProperty .
        [ a owl:Restriction ; owl:onProperty :d ; owl:hasValue %s ] rdfs:subClassOf :A .
        :i :d %s .
        """;
    doesNotFollow(turtle.formatted(one, other), ":i a :A");
  }
}
