// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.entente.model.EntenteException;
import org.apache.jena.shared.PrefixMapping;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxErrorTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT * { ?x a | q:1:15: the text ends here, though something is still to come.",
        "SELECT * { ?x a ?y } LIMIT | q:1:26: the text ends here, though something is still to come.",
        "SELECT * { ?x ?y ?? } | q:1:18: '?' is not expected here.",
        "SELECT * { ?x ?x ?x ?x } | q:1:21: '?x' is not expected here.",
        "SELECT * { ?x a } | q:1:17: '}' is not expected here.",
        "SELEC * { ?x ?y ?z } | q:1:6: 'SELEC' is not expected here, or no word of SPARQL.",
        "SELECT * { ?x a \"abc } | q:1:23: the text ends within '\"abc }'.",
        "SELECT * { ?x a q:z } | q:1:17: the prefix 'q:' is not declared.",
        "SELECT (1 AS ?x) ?x { } | q: not a SPARQL query: Duplicate variable",
      })
  void theFirstThingThatCannotStandThereIsToldWithItsPlace(String query, String message) {
    assertThatThrownBy(() -> Queries.parse("q", query, PrefixMapping.Factory.create()))
        .isInstanceOf(EntenteException.class)
        .hasMessageStartingWith(message);
  }
}
