// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Engine;
import io.github.entente.model.EntenteException;
import io.github.entente.model.Viewpoint;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the rules alone answer, as an engine and as a world that a query names. */
class EngineTest {
  private static final String PREFIXES =
      """
      PREFIX : <http://example.org/>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      """;

  /** That :i is a :C follows by cases, that :j is one by a rule; :D is below :C by cases too. */
  private static final String CASES =
      """
      :A a owl:Class ; rdfs:subClassOf :C . :B a owl:Class ; rdfs:subClassOf :C . :C a owl:Class .
      :D a owl:Class ; rdfs:subClassOf [ a owl:Class ; owl:unionOf ( :A :B ) ] .
      :E a owl:Class . :F a owl:Class ; rdfs:subClassOf :E .
      :i a owl:NamedIndividual , :D . :j a owl:NamedIndividual , :A . :k a owl:NamedIndividual , :F .
      """;

  private static final String WORLD = "GRAPH <https://w3id.org/entente/as-of/2024-04-04> ";
  private static final String RULES =
      "GRAPH <https://w3id.org/entente/as-of/2024-04-04?engine=rules> ";

  private KnowledgeBase kb;

  @BeforeEach
  void load() {
    kb =
        KnowledgeBase.builder()
            .document(
                "http://example.org/graph",
                "cases.ttl",
                (PREFIXES + CASES).getBytes(StandardCharsets.UTF_8))
            .build();
  }

  @AfterEach
  void close() {
    kb.close();
  }

  private KnowledgeBase.Ask ask(String query) {
    return kb.query(PREFIXES + query);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // What needs cases is missing, and may be.
        "SELECT ?x { ?x a :C }                                       | 2 | 1 | sound, incomplete",
        "SELECT ?x { ?x rdfs:subClassOf :C }                         | 5 | 4 | sound, incomplete",
        // Absence of what may be missing proves nothing.
        "SELECT ?x { ?x a :D FILTER NOT EXISTS { ?x a :C } }         | 0 | 1 | complete, unsound",
        "SELECT (COUNT(?x) AS ?n) { ?x a :C }               | 1 | 1 | neither sound nor complete",
        // Where rules are enough, that is said.
        "SELECT ?x { ?x a :E }                                       | 1 | 1 | sound and complete",
        "SELECT ?x { ?x rdfs:subClassOf :E }                         | 3 | 3 | sound, incomplete",
      })
  void theRulesAloneSayWhatTheyLeaveOpen(String query, int all, int some, String guarantee) {
    var whole = ask(query).run();
    assertThat(whole.rows()).hasSize(all);
    assertThat(whole.guarantee().label()).isEqualTo("sound and complete");
    var part = ask(query).engine(Engine.RULES).run();
    assertThat(part.rows()).hasSize(some);
    assertThat(part.guarantee().label()).isEqualTo(guarantee);
    assertThat(part.status()).endsWith("by rules alone");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void whatOneEngineFoundIsNotGivenByTheOther(Engine first) {
    String query = "SELECT ?x { ?x a :C }";
    ask(query).engine(first).run();
    assertThat(ask(query).engine(Engine.RULES).run().rows()).hasSize(1);
    assertThat(ask(query).engine(Engine.HYBRID).run().rows()).hasSize(2);
    assertThat(ask(query).engine(Engine.RULES).run().rows()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?x a :C                                     | 1 | sound and complete",
        "?x rdfs:subClassOf :C                       | 4 | sound and complete",
        "?x a :D FILTER NOT EXISTS { ?x a :C }       | 1 | sound and complete",
        // It is a named individual, an :A, a :C and an owl:Thing, and itself.
        "?x ?p ?y FILTER (?x = :j)                   | 5 | sound, incomplete",
      })
  void aWorldNamedByTheRulesIsWhatTheyDerive(String pattern, int rows, String guarantee) {
    var answers = ask("SELECT ?x { " + RULES + "{ " + pattern + " } }").run();
    assertThat(answers.rows()).hasSize(rows);
    assertThat(answers.guarantee().label()).isEqualTo(guarantee);
  }

  @Test
  void twoWorldsShowWhatNeedsMoreThanRules() {
    String query =
        "SELECT ?x ?c { " + WORLD + "{ ?x a ?c } FILTER NOT EXISTS { " + RULES + "{ ?x a ?c } } }";
    var answers = ask(query).run();
    assertThat(answers.guarantee().label()).isEqualTo("sound and complete");
    assertThat(answers.rows()).hasSize(1);
    assertThat(answers.first().toString()).contains("http://example.org/i", "http://example.org/C");
    // By rules alone the one world is as poor as the other, and nobody can tell.
    var blind = ask(query).engine(Engine.RULES).run();
    assertThat(blind.rows()).isEmpty();
    assertThat(blind.guarantee().complete()).isFalse();
  }

  @Test
  void enginesShareOneSnapshot() {
    var day = Viewpoint.on(Optional.of(LocalDate.of(2024, 4, 4)));
    assertThat(kb.snapshot(day.engine(Engine.RULES)).asserted())
        .isSameAs(kb.snapshot(day).asserted());
  }

  @Test
  void anUnknownEngineIsRefused() {
    String query =
        "SELECT ?x { GRAPH <https://w3id.org/entente/as-of/2024-04-04?engine=magic> { ?x a :C } }";
    assertThatThrownBy(() -> ask(query).run())
        .isInstanceOf(EntenteException.class)
        .hasMessageContaining("There is no engine 'magic'. Use one of: hybrid, rules, hermit.");
  }
}
