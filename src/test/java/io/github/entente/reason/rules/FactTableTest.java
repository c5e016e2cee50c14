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

/** Facts are told apart up to the last number that there is, and no further number is taken. */
class FactTableTest {
  @Test
  void factsAtTheLimitsAreToldApart() {
    var table = new FactTable(FactTable.MAX_PREDICATES);
    var random = new SplittableRandom(7);
    int lastTerm = FactTable.MAX_TERMS - 1;
    int lastPredicate = FactTable.MAX_PREDICATES - 1;
    var ends = List.of(0, 1, lastTerm - 1, lastTerm);
    var facts = new HashSet<List<Integer>>();
    for (int predicate : List.of(0, 1, lastPredicate - 1, lastPredicate)) {
      for (int first : ends) {
        facts.add(List.of(predicate, first, Atom.NONE));
        ends.forEach(second -> facts.add(List.of(predicate, first, second)));
      }
    }
    for (int i = 0; i < 10_000; i++) {
      facts.add(
          List.of(
              random.nextInt(FactTable.MAX_PREDICATES),
              random.nextInt(FactTable.MAX_TERMS),
              random.nextInt(FactTable.MAX_TERMS)));
    }
    for (var fact : facts) {
      assertThat(table.add(fact.get(0), fact.get(1), fact.get(2))).as("%s", fact).isTrue();
    }
    assertThat(table.size()).isEqualTo(facts.size());
    for (int i = 0; i < table.size(); i++) {
      assertThat(table.find(table.predicate(i), table.first(i), table.second(i))).isEqualTo(i);
    }
  }

  @Test
  void oneTermOrPredicateMoreIsRefused() {
    var table = new FactTable(2);
    for (var fact : List.of(List.of(FactTable.MAX_TERMS, 0), List.of(0, FactTable.MAX_TERMS))) {
      assertThatThrownBy(() -> table.add(1, fact.get(0), fact.get(1)))
          .isInstanceOfSatisfying(
              EntenteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_REACHED))
          .hasMessageContaining("individuals and values");
    }
    assertThatThrownBy(() -> new FactTable(FactTable.MAX_PREDICATES + 1))
        .isInstanceOf(EntenteException.class)
        .hasMessageContaining("class expressions and properties");
  }
}
