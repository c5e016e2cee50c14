// SPDX-License-Identifier: Apache-2.0
package io.github.entente.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Viewpoint;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts from memory change an answer where they are asked for, and only there. */
class UnverifiedTest {
  private static KnowledgeBase kb;

  @BeforeAll
  static void open() {
    kb = KnowledgeBase.bundled();
  }

  @AfterAll
  static void close() {
    kb.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1960-01-01 | ?x entente:fullMemberOf entente:IntegratedMilitaryStructure |  | France Greece",
        "1970-01-01 | ?x entente:fullMemberOf entente:IntegratedMilitaryStructure |  | Greece",
        // Spain joined on a day that was seen, as did France and Greece when they returned.
        "2020-01-01 | ?x entente:fullMemberOf entente:IntegratedMilitaryStructure"
            + " | France Greece Spain | France Greece Spain",
        "1990-01-01 | ?x entente:limits entente:ANZUSTreaty_ArticleIV |  | ANZUSTreaty_ArticleV",
        "1955-01-01 | entente:Japan entente:owes ?x |  | UnitedStates",
        "1948-12-31 | ?x entente:owesDefenceTo entente:Belgium"
            + " |  | Belgium France Luxembourg Netherlands UnitedKingdom",
        "1948-12-31 | ?x a entente:MutualDefencePact |  | WesternEuropeanUnion",
        "2024-04-04 | ?x entente:owesDefenceTo entente:Japan | UnitedStates | UnitedStates",
      })
  void anAnswerChangesOnlyWhereTheyAreAskedFor(
      String day, String pattern, String without, String with) {
    assertThat(answer(day, pattern, false)).isEqualTo(names(without));
    assertThat(answer(day, pattern, true)).isEqualTo(names(with));
  }

  @Test
  void noOtherFactOfAnyDayIsLeftOut() {
    var all = kb.snapshot(Viewpoint.ALL_DAYS.unverified(true)).asserted();
    var seen = kb.snapshot(Viewpoint.ALL_DAYS).asserted();
    var left = new TreeSet<String>();
    all.find()
        .filterDrop(seen::contains)
        .forEachRemaining(triple -> left.add(Turtle.local(triple.getSubject().toString())));
    assertThat(left)
        .contains("IntegratedMilitaryStructure_France", "BrusselsTreaty_ArticleV")
        .allMatch(
            name ->
                name.matches(
                    "IntegratedMilitaryStructure_(France|Greece)(_Withdrawal)?|ANZUSTreaty(_ArticleV)?|"
                        + "(JapanUnitedStatesTreaty1951|BrusselsTreaty)(_Article[IV]+|_[A-Z][a-zA-Z]+)?"),
            "a fact from memory, or the instrument that provides it");
  }

  private static Set<String> answer(String day, String pattern, boolean unverified) {
    var view = Viewpoint.on(Optional.of(LocalDate.parse(day))).unverified(unverified);
    var found = new TreeSet<String>();
    kb.query("SELECT ?x { " + pattern + " }")
        .from(view)
        .run()
        .rows()
        .forEach(row -> found.add(row.get("x").orElseThrow().getLocalName()));
    return found;
  }

  private static Set<String> names(String text) {
    return text == null ? Set.of() : new TreeSet<>(Set.of(text.split(" ")));
  }
}
