// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Regime;
import io.github.entente.reason.Decision.Means;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a plan says decided each part. */
class PlanTest {
  private static final String DATA =
      """
      PREFIX : <http://example.org/> PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      :A a owl:Class ; rdfs:subClassOf [ owl:unionOf ( :B :D ) ] .
      :B a owl:Class ; rdfs:subClassOf :C . :D a owl:Class ; rdfs:subClassOf :C .
      :C a owl:Class . :E a owl:Class . :F a owl:Class ; rdfs:subClassOf :E .
      :p a owl:ObjectProperty .
      :i a owl:NamedIndividual, :A . :j a owl:NamedIndividual, :F ; :p :i .
      """;

  private KnowledgeBase kb;

  @BeforeEach
  void open() {
    kb =
        KnowledgeBase.builder()
            .document("urn:test:plan", "plan.ttl", DATA.getBytes(StandardCharsets.UTF_8))
            .build();
  }

  @AfterEach
  void close() {
    kb.close();
  }

  private Plan plan(Regime regime, String pattern) {
    return kb.query("PREFIX : <http://example.org/> SELECT * { " + pattern + " }")
        .regime(regime)
        .run()
        .plan();
  }

  private List<Means> means(String pattern) {
    return plan(Regime.OWL_DIRECT, pattern).parts().stream()
        .map(p -> p.decision().means())
        .toList();
  }

  @Test
  void eachPartSaysWhatDecidedIt() {
    assertThat(means("?x a :E")).containsExactly(Means.RULES);
    // A union: that :i is a :C follows by cases.
    assertThat(means("?x a :C")).containsExactly(Means.REFUTATION);
    assertThat(means("?x a :E ; :p ?y . ?y a :C"))
        .containsExactly(Means.RULES, Means.RULES, Means.REFUTATION);
    // That :i is in the union the rules know; that :j is not, a model shows.
    assertThat(means("?x a [ owl:unionOf ( :B :D ) ]")).containsExactly(Means.MODELS);
    assertThat(means("?x a :B")).containsExactly(Means.MODELS);
    assertThat(means("?x owl:versionInfo ?y")).doesNotContain(Means.REFUTATION);
  }

  @Test
  void candidatesAreCounted() {
    var decision = plan(Regime.OWL_DIRECT, "?x a :C").parts().get(0).decision();
    assertThat(decision.entailed()).isEqualTo(1);
    assertThat(decision.candidates()).isBetween(1, 2);
    assertThat(decision.checks()).isPositive();
  }

  @Test
  void whatAModelDeniesIsNotRefuted() {
    var decision = plan(Regime.OWL_DIRECT, "?x a :B").parts().get(0).decision();
    assertThat(decision.denied()).isEqualTo(decision.candidates()).isPositive();
    assertThat(decision.checks()).isZero();
    assertThat(plan(Regime.OWL_DIRECT, "?x a :B").lines(kb.labels(Optional.empty())).get(0))
        .contains("models: of ")
        .contains("denied by a checked model");
  }

  @Test
  void theAlgebraIsThere() {
    var lines =
        plan(Regime.OWL_DIRECT, "?x a :E OPTIONAL { ?x :p ?y }").lines(kb.labels(Optional.empty()));
    assertThat(lines).anyMatch(line -> line.contains("(triple ?x"));
  }

  @Test
  void otherRegimesAreSaidToBeWhole() {
    assertThat(plan(Regime.SIMPLE, "?x a :E").parts()).isEmpty();
    assertThat(plan(Regime.SIMPLE, "?x a :E").lines(kb.labels(Optional.empty())).get(0))
        .contains("asserted");
    assertThat(plan(Regime.OWL_RL, "?x a :E").lines(kb.labels(Optional.empty())).get(0))
        .contains("owl-rl");
  }
}
