// SPDX-License-Identifier: Apache-2.0
package io.github.entente.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How far obligations reach, who owes them to whom, and how they bind, by query on the day of the
 * interview. What is expected is read from the treaties and the table of commitments.
 */
class ObligationsTest {
  private static final String DAY = "2024-04-04";
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
        // Article 6 limits Article 5 and nothing else.
        "entente:NorthAtlanticTreaty_Article6 entente:limits ?x | NorthAtlanticTreaty_Article5",
        "entente:NorthAtlanticTreaty_Article5 entente:confinedTo ?x | EuroAtlanticArea",
        "entente:NorthAtlanticTreaty_Article4 entente:confinedTo ?x |",
        "entente:TreatyOnEuropeanUnion_Article42_7 entente:confinedTo ?x |",
        // The United States owes Japan defence, and Japan owes nobody defence.
        "?x entente:owesDefenceTo entente:Japan | UnitedStates",
        "entente:Japan entente:owesDefenceTo ?x |",
        "entente:JapanUnitedStatesTreaty1960_ArticleV entente:hasObligor ?x | UnitedStates",
        "entente:JapanUnitedStatesTreaty1960_ArticleV entente:hasObligee ?x | Japan",
        // Bases are lent the other way.
        "entente:JapanUnitedStatesTreaty1960_ArticleVI entente:hasObligor ?x | Japan",
        "entente:RepublicOfKoreaUnitedStatesTreaty1953_ArticleIV entente:hasObligor ?x"
            + " | RepublicOfKorea",
        // A suspended pair owes each other nothing under a treaty that both are still parties to.
        "?x entente:suspends entente:ANZUSTreaty"
            + " | ANZUSTreaty_UnitedStatesNewZealandSuspension",
        "?x entente:boundBy entente:ANZUSTreaty_ArticleIV | Australia NewZealand UnitedStates",
        // Five consult; two are the subject of it, and none is bound to act.
        "?x entente:boundBy entente:FivePowerCommunique1971_Paragraph5"
            + " | Australia Malaysia NewZealand Singapore UnitedKingdom",
        "entente:Singapore entente:owesDefenceTo ?x |",
      })
  void scopeAndDirectionAreThoseOfTheText(String pattern, String expected) {
    assertThat(answer(pattern)).isEqualTo(names(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JapanUnitedStatesTreaty1960_ArticleV | territories under the administration of Japan",
        "FivePowerCommunique1971_Paragraph5 | Malaysia and Singapore only",
        "ANZUSTreaty_ArticleIV | Pacific area",
      })
  void anAreaWithoutAPlaceIsInWords(String provision, String area) {
    var rows =
        kb.query("SELECT ?area { entente:" + provision + " entente:geographicScope ?area }")
            .asOf(DAY)
            .run()
            .rows();
    assertThat(rows)
        .singleElement()
        .extracting(row -> row.get("area").orElseThrow().getLiteralLexicalForm())
        .isEqualTo(area);
  }

  /** How it binds is apart from what it is about: one kind binds in law here and not there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ConsultationCommitment | LegallyBindingCommitment | NorthAtlanticTreaty_Article4",
        "ConsultationCommitment | PoliticallyBindingCommitment"
            + " | CampDavidCommitmentToConsult2023_Consultation",
        "TechnologySharingCommitment | LegallyBindingCommitment"
            + " | NavalNuclearPropulsionInformationAgreement2021_InformationSharing",
        "TechnologySharingCommitment | DeclaredIntent"
            + " | AUKUSJointLeadersStatement2021_TechnologySharing",
        "IntelligenceSharingCommitment | BindingCommitment | UKUSAAgreement_Paragraphs3And4",
      })
  void howACommitmentBindsIsApartFromItsKind(String kind, String bindingness, String one) {
    assertThat(answer("?x a entente:" + kind + " , entente:" + bindingness)).contains(one);
  }

  @Test
  void everyCommitmentBindsInOneWayAndUkusaInEither() {
    var inOneWay = new TreeSet<String>();
    for (String way :
        Set.of("LegallyBindingCommitment", "PoliticallyBindingCommitment", "DeclaredIntent")) {
      for (String commitment : answer("?x a entente:" + way)) {
        assertThat(inOneWay.add(commitment)).as("%s binds in one way", commitment).isTrue();
      }
    }
    var others = answer("?x a entente:Commitment");
    others.removeAll(inOneWay);
    assertThat(inOneWay).hasSizeGreaterThan(25);
    assertThat(others).containsExactly("UKUSAAgreement_Paragraphs3And4");
  }

  private static Set<String> answer(String pattern) {
    var found = new TreeSet<String>();
    kb.query("SELECT ?x { " + pattern + " }")
        .asOf(DAY)
        .run()
        .rows()
        .forEach(row -> found.add(row.get("x").orElseThrow().getLocalName()));
    return found;
  }

  private static Set<String> names(String text) {
    return text == null ? Set.of() : new TreeSet<>(Set.of(text.split(" ")));
  }
}
