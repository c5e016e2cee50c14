// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import java.util.stream.Collectors;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesLeftTest {
  private static final String PREFIXES =
      "PREFIX entente: <https://w3id.org/entente/> PREFIX owl: <http://www.w3.org/2002/07/owl#> ";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      value = {
        "VALUES ?c { <a> <b> } ~ c=a,b",
        "VALUES (?c ?d) { (<a> UNDEF) (<b> <x>) } ~ c=a,b",
        "VALUES ?c { <a> <b> } VALUES ?c { <b> <d> } ~ c=b",
        "FILTER(?c = <a>) ~ c=a",
        "FILTER(<a> = ?c && sameTerm(?d, <b>)) ~ c=a d=b",
        "FILTER(?c IN (<a>, <b>)) VALUES ?c { <b> } ~ c=b",
        "FILTER(?c = <a> || ?c = <b>) ~ ''",
        "FILTER(?c IN (<a>, ?d)) ~ ''",
        "FILTER(?c NOT IN (<a>)) ~ ''",
        "FILTER(?c != <a>) ~ ''",
        "FILTER(!(?c = <a>)) ~ ''",
        "FILTER(?n = 1) ~ ''",
        "OPTIONAL { VALUES ?c { <a> } } ~ ''",
        "{ FILTER(?c = <a>) } UNION { VALUES ?c { <b> } } ~ ''",
      })
  void namesThatAGroupLeavesAVariable(String group, String expected) {
    var query =
        QueryFactory.create("BASE <http://example.org/> SELECT * { ?c ?p ?d " + group + "}");
    var elements = ((ElementGroup) query.getQueryPattern()).getElements();
    assertThat(
            NamesLeft.of(elements).entrySet().stream()
                .map(
                    entry ->
                        entry.getKey().getName()
                            + "="
                            + entry.getValue().stream()
                                .map(node -> node.getLocalName())
                                .sorted()
                                .collect(Collectors.joining(",")))
                .sorted()
                .collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  /** With all classes and properties it takes a hundred times as long. */
  @Test
  void whereFewNamesAreLeftFewAreTried() {
    String pattern = "?x a [ a owl:Restriction ; owl:onProperty ?p ; owl:someValuesFrom ?c ] ";
    try (var kb = KnowledgeBase.bundled()) {
      var direct =
          kb.query(
                  PREFIXES
                      + "SELECT DISTINCT ?x { ?x entente:fullMemberOf ?y . ?y a entente:Alliance }")
              .run();
      var narrowed =
          kb.query(
                  PREFIXES
                      + "SELECT DISTINCT ?x { VALUES ?c { entente:Alliance } "
                      + pattern
                      + "FILTER(?p = entente:fullMemberOf) }")
              .run();
      assertThat(narrowed.guarantee().label()).isEqualTo("sound and complete");
      assertThat(narrowed.rows()).isNotEmpty().containsExactlyInAnyOrderElementsOf(direct.rows());
    }
  }
}
