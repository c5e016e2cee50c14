// SPDX-License-Identifier: Apache-2.0
package io.github.entente.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.query.Row;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What happened stays so, whatever is in force; and a day beyond the record is answered as such.
 */
class EventsTest {
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
  @CsvSource({
    // The membership has ended, and the withdrawal from it is known ever after.
    "2024-04-04, EuropeanUnion, UnitedKingdom, Withdrawal, 2020-01-31",
    "2024-04-04, NATO, Finland, Accession, 2023-04-04",
    "2024-04-04, PartnershipForPeace, Finland, Signature, 1994-05-09",
    "2024-04-04, PartnershipForPeace, Belarus, Suspension, 2021-11-19",
    "2024-04-04, JapanUnitedStatesAlliance, Japan, Ratification, 1960-06-23",
    "2024-04-04, JapanUnitedStatesAlliance, Japan, EntryIntoForce, 1960-06-23",
    // Of one party: it signed with others, or acceded later, or on another day than they.
    "2024-04-04, NATO, Belgium, Signature, 1949-04-04",
    "2024-04-04, NATO, Belgium, EntryIntoForce, 1949-08-24",
    "2024-04-04, NATO, Finland, Signature, 2022-07-05",
    // The framework has ended, and what happened in it is known ever after.
    "2010-01-01, WesternEuropeanUnion, Greece, Signature, 1992-11-20",
    "2024-04-04, WesternEuropeanUnion, Greece, Signature, 1992-11-20",
    "1972-11-08, SEATO, Pakistan, Withdrawal, 1972-11-08",
    "2024-04-04, SEATO, Pakistan, Withdrawal, 1972-11-08",
    "2024-04-04, FiveEyes, UnitedKingdom, Signature, 1946-03-05",
  })
  void anEventIsNotOutOfForceAfterItsDay(
      String asOf, String affected, String party, String kind, String day) {
    var rows = days(asOf, affected, party, kind);
    assertThat(rows)
        .singleElement()
        .extracting(row -> row.get("day").orElseThrow().getLiteralLexicalForm())
        .isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-04-03, NATO, Finland, Accession",
    "1992-11-19, WesternEuropeanUnion, Greece, Signature",
    "1972-11-07, SEATO, Pakistan, Withdrawal",
  })
  void anEventIsNotThereBeforeItsDay(String asOf, String affected, String party, String kind) {
    assertThat(days(asOf, affected, party, kind)).isEmpty();
  }

  private static List<Row> days(String asOf, String affected, String party, String kind) {
    return kb.query(
            "SELECT ?day { ?e a entente:%s ; entente:isEventOf entente:%s ;"
                    .formatted(kind, affected)
                + " entente:regardsParty entente:%s ; entente:onDay ?day }".formatted(party))
        .asOf(asOf)
        .run()
        .rows();
  }

  @Test
  void signatureAndEntryIntoForceOfOneTreatyAreTwoEvents() {
    var rows =
        kb.query(
                "SELECT ?kind ?day { VALUES ?kind { entente:Signature entente:EntryIntoForce }"
                    + " ?e a ?kind ; entente:isEventOf entente:NorthAtlanticTreaty ;"
                    + " entente:onDay ?day } ORDER BY ?day")
            .asOf("2024-04-04")
            .run()
            .rows();
    assertThat(rows)
        .extracting(row -> row.get("day").orElseThrow().getLiteralLexicalForm())
        .containsExactly("1949-04-04", "1949-08-24");
  }

  @Test
  void aDayBeyondTheRecordIsAnsweredWithAWarning() {
    var within = kb.ask("nato-and-eu").asOf("2024-04-04").run();
    var beyond = kb.ask("nato-and-eu").asOf("2030-01-01").run();
    assertThat(within.guarantee().label()).isEqualTo("sound and complete");
    assertThat(beyond.rows()).isNotEmpty();
    assertThat(beyond.guarantee().sound() && beyond.guarantee().complete()).isFalse();
    assertThat(String.join("\n", beyond.guarantee().reasons()) + beyond.notes())
        .contains("after the last for which these rosters were looked after");
  }
}
