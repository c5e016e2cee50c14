// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepetitionTest {
  private static boolean distinct(String query) {
    return Repetition.ruledOut(QueryFactory.create(query)).isDistinct();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT DISTINCT ?x ?y { ?x <urn:p> ?y }",
        "SELECT DISTINCT * { ?x ?p ?x } LIMIT 3",
        "SELECT DISTINCT ?y ?x { { ?x a ?y } } ORDER BY ?x"
      })
  void solutionsOfOnePatternCannotRepeat(String query) {
    assertThat(distinct(query)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT DISTINCT ?x { ?x <urn:p> ?y }",
        "SELECT DISTINCT * { ?x <urn:p> [] }",
        "SELECT DISTINCT ?x ?y { ?x <urn:p> ?y . ?y <urn:p> ?z }",
        "SELECT DISTINCT ?x ?y { ?x <urn:p>|<urn:q> ?y }",
        "SELECT DISTINCT ?x ?y { GRAPH ?g { ?x <urn:p> ?y } }",
        "SELECT DISTINCT ?x ?y { { ?x <urn:p> ?y } UNION { ?x <urn:q> ?y } }",
        "SELECT DISTINCT ?x ?y { ?x <urn:p> ?y } VALUES ?x { <urn:a> <urn:a> }",
        "SELECT DISTINCT (COUNT(*) AS ?n) { ?x <urn:p> ?y } GROUP BY ?x"
      })
  void othersMay(String query) {
    assertThat(distinct(query)).isTrue();
  }

  @Test
  void aQueryIsLeftAsItIs() {
    var query = QueryFactory.create("SELECT DISTINCT ?x { ?x a <urn:C> }");
    assertThat(Repetition.ruledOut(query)).isNotSameAs(query);
    assertThat(query.isDistinct()).isTrue();
  }

  @Test
  void entailedRowsDoNotRepeat() {
    try (var kb = KnowledgeBase.bundled()) {
      for (var property : new String[] {"fullMemberOf", "partnerOf", "ofParty", "seatIn"}) {
        var rows =
            kb.query("SELECT DISTINCT ?x ?y { ?x entente:" + property + " ?y }").run().rows();
        assertThat(rows).isNotEmpty().doesNotHaveDuplicates();
      }
    }
  }
}
