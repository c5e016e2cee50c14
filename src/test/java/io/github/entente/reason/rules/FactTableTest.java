// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.reason.rules.Clause.Atom;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts are told apart up to the last number that there is, and no further number is taken. */
class FactTableTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 100, 129, FactTable.MAX_PREDICATES})
  void factsAtTheLimitsAreToldApart(int predicates) {
    var table = new FactTable(predicates);
    var random = new SplittableRandom(7);
    int lastTerm = table.maxTerms() - 1;
    int lastPredicate = predicates - 1;
    var ends = List.of(0, 1, lastTerm - 1, lastTerm);
    var facts = new HashSet<List<Integer>>();
    for (int predicate : List.of(0, lastPredicate / 2, lastPredicate)) {
      for (int first : ends) {
        facts.add(List.of(predicate, first, Atom.NONE));
        ends.forEach(second -> facts.add(List.of(predicate, first, second)));
      }
    }
    for (int i = 0; i < 10_000; i++) {
      facts.add(
          List.of(random.nextInt(predicates), random.nextInt(lastTerm), random.nextInt(lastTerm)));
    }
    var added = List.copyOf(facts);
    for (var fact : added) {
      assertThat(table.find(fact.get(0), fact.get(1), fact.get(2))).isEqualTo(-1);
      assertThat(table.add(fact.get(0), fact.get(1), fact.get(2))).as("%s", fact).isTrue();
      assertThat(table.add(fact.get(0), fact.get(1), fact.get(2))).as("%s", fact).isFalse();
    }
    table.trim();
    for (int i = 0; i < added.size(); i++) {
      var fact = added.get(i);
      assertThat(List.of(table.predicate(i), table.first(i), table.second(i))).isEqualTo(fact);
      assertThat(table.find(fact.get(0), fact.get(1), fact.get(2))).isEqualTo(i);
    }
    assertThat(table.size()).isEqualTo(added.size());
    assertThat(table.add(0, lastTerm / 3, lastTerm / 5)).isTrue();
  }

  @Test
  void oneTermOrPredicateMoreIsRefused() {
    var table = new FactTable(2);
    for (var fact : List.of(List.of(table.maxTerms(), 0), List.of(0, table.maxTerms()))) {
      assertThatThrownBy(() -> table.add(1, fact.get(0), fact.get(1)))
          .isInstanceOfSatisfying(
              EntenteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_REACHED))
          .hasMessageContaining("individuals and values");
    }
    assertThatThrownBy(() -> new FactTable(FactTable.MAX_PREDICATES + 1))
        .isInstanceOf(EntenteException.class)
        .hasMessageContaining("class expressions and properties");
  }

  @Test
  void factsOfManyTermsAreFoundByEither() {
    var table = new FactTable(2);
    table.add(0, 7, 0);
    assertThat(table.withFirst(0, 7).size()).as("indexed from here on").isEqualTo(1);
    assertThat(table.withSecond(0, 0).size()).isEqualTo(1);
    for (int term = 0; term < 1000; term++) {
      table.add(0, term, term + 1);
      table.add(1, term, term);
    }
    table.trim();
    for (int term = 1; term < 1000; term++) {
      assertThat(table.withFirst(0, term).toArray()).contains(table.find(0, term, term + 1));
      assertThat(table.withSecond(0, term).toArray()).contains(table.find(0, term - 1, term));
      assertThat(table.withFirst(0, term).size()).isEqualTo(term == 7 ? 2 : 1);
      assertThat(table.mentioning(term)).hasSize(term == 7 ? 4 : 3);
    }
    assertThat(table.withFirst(0, 2000).size()).isZero();
    assertThat(table.size()).isEqualTo(2001);
  }
}
