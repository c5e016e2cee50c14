// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.model.Guarantee;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is no rule, and yet needs no candidate to be refuted; and what does need it. */
class UpperBoundTest {
  private static final String EXISTENTIAL =
      """
      :A a owl:Class . :B a owl:Class . :r a owl:ObjectProperty . :s a owl:ObjectProperty .
      :r rdfs:subPropertyOf :s .
      :A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :r ; owl:someValuesFrom :B ] .
      :i a :A . :j a :B .
      """;

  /** Without time nothing can be refuted: what is complete then was known without. */
  private static Guarantee withoutTime(String turtle, String pattern) {
    try (var kb = CompletenessTest.of(turtle)) {
      kb.query("ASK { ?x a owl:Thing }").run();
      return kb.query("SELECT * { " + pattern + " }").timeout(Duration.ZERO).run().guarantee();
    }
  }

  @Test
  void aThingThatMustExistIsNoneThatHasAName() {
    assertThat(withoutTime(EXISTENTIAL, "?x :s ?y")).isEqualTo(Guarantee.SOUND_AND_COMPLETE);
  }

  @Test
  void aThingThatMustExistMayBeOneThatHasAName() {
    String turtle =
        EXISTENTIAL
            + ":B rdfs:subClassOf [ a owl:Class ; owl:oneOf ( :j :k ) ] . :k a owl:NamedIndividual .";
    assertThat(withoutTime(turtle, "?x :s ?y").complete()).isFalse();
    try (var kb =
        CompletenessTest.of(
            EXISTENTIAL + ":B rdfs:subClassOf [ a owl:Class ; owl:oneOf ( :j ) ] .")) {
      assertThat(kb.query("ASK { :i :s :j }").run().truth()).isTrue();
    }
  }

  @Test
  void aChoiceIsOpenEitherWay() {
    String turtle =
        """
        :A a owl:Class . :B a owl:Class . :C a owl:Class . :i a :A . :k a :B .
        :A rdfs:subClassOf [ a owl:Class ; owl:unionOf ( :B :C ) ] .
        """;
    assertThat(withoutTime(turtle, "?x a :B").complete()).isFalse();
    try (var kb = CompletenessTest.of(turtle)) {
      var answers = kb.query("SELECT ?x { ?x a :B }").run();
      assertThat(answers.rows()).hasSize(1);
      assertThat(answers.guarantee()).isEqualTo(Guarantee.SOUND_AND_COMPLETE);
    }
  }

  /** The value that must exist is confined to one. */
  @Test
  void aValueThatMustExistIsNotGuessed() {
    String turtle =
        """
        :A a owl:Class ; rdfs:subClassOf
          [ a owl:Restriction ; owl:onProperty :d ; owl:someValuesFrom rdfs:Literal ] .
        :d a owl:DatatypeProperty ; rdfs:range [ a rdfs:Datatype ; owl:oneOf ( 1 ) ] .
        :i a :A .
        """;
    assertThat(withoutTime(turtle, "?x :d ?y").complete()).isFalse();
  }
}
