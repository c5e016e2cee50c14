// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Regime;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Queries are read as the standard has them where ARQ's own syntax differs. */
class StandardSyntaxTest {
  private static KnowledgeBase threeSubjects() {
    var turtle =
        "@prefix : <http://example.org/> . :one :p 1 . :two :p 1 , 2 . :three :p 1 , 2 , 3 .";
    return KnowledgeBase.builder()
        .document("http://example.org/g", "g.ttl", turtle.getBytes(StandardCharsets.UTF_8))
        .build();
  }

  @Test
  void everyConditionOfHavingCounts() {
    try (var kb = threeSubjects()) {
      var answers =
          kb.query("SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (COUNT(*) > 1) (COUNT(*) < 3)")
              .regime(Regime.SIMPLE)
              .run();
      assertThat(answers.rows())
          .extracting(row -> row.get("s").orElseThrow().getLocalName())
          .containsExactly("two");
    }
  }

  @Test
  void constructWhereTakesNoGraph() {
    try (var kb = threeSubjects()) {
      assertThatThrownBy(() -> kb.query("CONSTRUCT WHERE { GRAPH ?g { ?s ?p ?o } }"))
          .isInstanceOfSatisfying(
              EntenteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_QUERY));
    }
  }

  @Test
  void anEscapedQuoteInsideAStringStaysInside() {
    try (var kb = threeSubjects()) {
      var answers = kb.query("SELECT (STRLEN(\"a\\u0022b\") AS ?n) {}").regime(Regime.SIMPLE).run();
      assertThat(answers.first().get("n").orElseThrow().getLiteralValue()).isEqualTo(3);
    }
  }
}
