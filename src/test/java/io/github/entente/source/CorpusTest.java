// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import static io.github.entente.source.Fixtures.NO_FOREIGN;
import static io.github.entente.source.Fixtures.assertRefused;
import static io.github.entente.source.Fixtures.bytes;
import static io.github.entente.source.Fixtures.corpus;
import static io.github.entente.source.Fixtures.mentions;
import static io.github.entente.source.Fixtures.node;
import static io.github.entente.source.Fixtures.on;
import static io.github.entente.source.Fixtures.turtle;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.model.ErrorCode;
import io.github.entente.model.Snapshot;
import io.github.entente.model.SourceDocument;
import io.github.entente.model.TemporalProfile;
import io.github.entente.model.Viewpoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusTest {
  private static final String DAY_QUERY =
      """
      #+ summary: a comment that mentions ?asOf
      PREFIX : <http://example.org/>
      CONSTRUCT { ?roster :closedOn ?asOf } WHERE { ?roster :complete ?c FILTER (?c <= ?asOf) }
      """;
  private static final String PLAIN_QUERY =
      """
      #+ summary: does not depend on ?asOf
      PREFIX : <http://example.org/>
      CONSTRUCT { ?o :seen true } WHERE { ?s :party ?o }
      """;

  @Test
  void profileIsReadFromTheData() {
    var profile = corpus().profile();
    assertThat(profile.firstDay()).containsExactly(node("from"));
    assertThat(profile.endDay()).containsExactly(node("end"));
    assertThat(profile.eventDay()).containsExactly(node("happened"));
    assertThat(Corpus.of(List.of(), List.of()).profile()).isEqualTo(TemporalProfile.NONE);
  }

  @Test
  void withoutProfileNothingIsDropped() {
    var corpus = Corpus.of(List.of(turtle("a", ":m :until \"1999-01-01\"^^xsd:date .")), List.of());
    assertThat(on(corpus, "2024-04-04").asserted().size()).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "2019-12-31, false",
    "2020-01-01, true",
    "2022-06-30, true",
    "2022-07-01, false",
  })
  void firstAndLastDayAreInclusive(String day, boolean inForce) {
    var corpus =
        corpus(
            """
            :m :party :x ; :from "2020-01-01"^^xsd:date ; :until "2022-06-30"^^xsd:date .
            """);
    var snapshot = on(corpus, day);
    assertThat(mentions(snapshot.asserted(), "m")).isEqualTo(inForce);
    assertThat(snapshot.doubts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2022-06-29, true", "2022-06-30, false"})
  void endDayIsExclusive(String day, boolean inForce) {
    var corpus = corpus(":m :party :x ; :end \"2022-06-30\"^^xsd:date .");
    assertThat(mentions(on(corpus, day).asserted(), "m")).isEqualTo(inForce);
  }

  @ParameterizedTest
  @CsvSource({
    "2011-12-31, OUT", "2012-01-01, UNSURE", "2012-12-30, UNSURE", "2012-12-31, IN",
    "2020-02-01, IN", "2020-02-02, UNSURE", "2020-02-29, UNSURE", "2020-03-01, OUT",
  })
  void dayWithinTheUncertaintyIsKeptAndDoubted(String day, Marks.Force force) {
    var corpus =
        corpus(
            """
            :m :party :x ; rdfs:label "Membership of X" ;
              :from "2012"^^xsd:gYear ; :until "2020-02"^^xsd:gYearMonth .
            """);
    var snapshot = on(corpus, day);
    assertThat(mentions(snapshot.asserted(), "m")).isEqualTo(force != Marks.Force.OUT);
    assertThat(snapshot.doubts()).hasSize(force == Marks.Force.UNSURE ? 1 : 0);
    assertThat(snapshot.doubts())
        .allSatisfy(
            doubt -> {
              assertThat(doubt.subject()).isEqualTo(node("m"));
              assertThat(doubt.beyondCuration()).isFalse();
              assertThat(doubt.text()).contains("Membership of X").containsAnyOf("2012", "2020");
            });
  }

  @Test
  void droppedFactVanishesAsObjectAndFromStatementsAboutIt() {
    var snapshot =
        on(
            corpus(
                """
                :m a :Membership ; :party :x ; :until "1999"^^xsd:gYear ;
                  :detail [ :of [ :deep 1 ] ] .
                :x :has :m , :other .
                [] a owl:Axiom ; owl:annotatedSource :m ; owl:annotatedProperty :party ;
                  owl:annotatedTarget :x ; :source "s" .
                [] a owl:Axiom ; owl:annotatedSource :x ; owl:annotatedProperty :has ;
                  owl:annotatedTarget :m ; :source [ :line 1 ] .
                [] a owl:Axiom ; owl:annotatedSource :x ; owl:annotatedProperty :has ;
                  owl:annotatedTarget :other ; :source "kept" .
                :r rdf:reifies <<( :x :has :m )>> ; :source "s" .
                """),
            "2024-04-04");
    int profileTriples = 7;
    assertThat(snapshot.asserted().size()).isEqualTo(profileTriples + 1 + 5);
    assertThat(snapshot.asserted().contains(node("x"), node("has"), node("other"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1989-12-31, false, false",
    "1990-01-01, true, true",
    "1995-05-04, true, true",
    "1995-05-05, true, false",
    "2024-04-04, true, false",
  })
  void whatHappenedIsToldFromItsDayOnWhateverBecameOfItsSubject(
      String day, boolean told, boolean inForce) {
    var corpus =
        corpus(
            """
            :joined a :Accession ; :of :f ; :happened "1990-01-01"^^xsd:date .
            :f a :Framework ; :from "1980-01-01"^^xsd:date ; :end "1995-05-05"^^xsd:date .
            :m :of :f ; :from "1990-01-01"^^xsd:date .
            """);
    var asserted = on(corpus, day).asserted();
    assertThat(mentions(asserted, "joined")).isEqualTo(told);
    assertThat(asserted.contains(node("joined"), node("of"), node("f"))).isEqualTo(told);
    assertThat(asserted.contains(node("m"), node("of"), node("f"))).isEqualTo(inForce);
    assertThat(asserted.contains(node("f"), Node.ANY, Node.ANY))
        .isEqualTo(day.compareTo("1995-05-05") < 0);
  }

  @Test
  void anEventWhoseDayIsNotKnownExactlyIsDoubtedUntilItIsOver() {
    var corpus = corpus(":joined :of :f ; :happened \"1990\"^^xsd:gYear .");
    assertThat(on(corpus, "1990-06-01").doubts()).hasSize(1);
    assertThat(on(corpus, "1991-01-01").doubts()).isEmpty();
  }

  @Test
  void anEventSaysNothingOfWhatIsWithdrawn() {
    var corpus =
        corpus(":joined :of :f ; :happened \"1990-01-01\"^^xsd:date .", ":f a :Framework .");
    var view = Viewpoint.on(Optional.of(LocalDate.of(2024, 4, 4))).without(Fixtures.NS + "f");
    assertThat(mentions(corpus.snapshot(view).asserted(), "f")).isFalse();
  }

  @Test
  void blankNodeThatAnotherFactNeedsStays() {
    var snapshot =
        on(
            corpus(
                """
                :m :until "1999"^^xsd:gYear ; :detail _:d .
                :kept :detail _:d .
                _:d :of _:e .
                _:e :v 1 .
                """),
            "2024-04-04");
    assertThat(snapshot.asserted().contains(Node.ANY, node("of"), Node.ANY)).isTrue();
    assertThat(snapshot.asserted().contains(Node.ANY, node("v"), Node.ANY)).isTrue();
  }

  @Test
  void blankNodesInACircleGoWithTheFact() {
    var snapshot =
        on(
            corpus(":m :until \"1999\"^^xsd:gYear ; :detail _:d . _:d :of _:e . _:e :of _:d ."),
            "2024-04-04");
    assertThat(snapshot.asserted().contains(Node.ANY, node("of"), Node.ANY)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1985-01-01, true", "1995-01-01, false", "2005-01-01, true", "2015-01-01, false"})
  void datedStatementsDecideTheirTriple(String day, boolean inForce) {
    var corpus =
        corpus(
            """
            :x :allied :y .
            [] a owl:Axiom ; owl:annotatedSource :x ; owl:annotatedProperty :allied ;
              owl:annotatedTarget :y ; :until "1990"^^xsd:gYear .
            :r rdf:reifies <<( :x :allied :y )>> ;
              :from "2000-01-01"^^xsd:date ; :until "2010-01-01"^^xsd:date .
            """);
    var asserted = on(corpus, day).asserted();
    assertThat(asserted.contains(node("x"), node("allied"), node("y"))).isEqualTo(inForce);
  }

  @Test
  void rosterBeyondItsCuratedDayIsDoubtedAndOpen() {
    var corpus =
        corpus(
            """
            :f :complete "2000-01-01"^^xsd:date ; :curated "2020-01-01"^^xsd:date .
            """);
    var before = on(corpus, "1999-12-31");
    assertThat(before.openRosters()).containsExactly(node("f"));
    assertThat(before.doubts()).isEmpty();
    for (var day : List.of("2000-01-01", "2020-01-01")) {
      assertThat(on(corpus, day).openRosters()).isEmpty();
      assertThat(on(corpus, day).doubts()).isEmpty();
    }
    var after = on(corpus, "2020-01-02");
    assertThat(after.openRosters()).containsExactly(node("f"));
    assertThat(after.doubts()).hasSize(1);
    assertThat(after.doubts().get(0).beyondCuration()).isTrue();
    assertThat(after.doubts().get(0).text()).contains("example.org/f", "2020-01-01");
  }

  @Test
  void rosterWithoutACompleteDayIsOpen() {
    var snapshot = on(corpus(":f :curated \"2030-01-01\"^^xsd:date ."), "2024-04-04");
    assertThat(snapshot.openRosters()).containsExactly(node("f"));
    assertThat(snapshot.doubts()).isEmpty();
  }

  @Test
  void withoutADayEverythingIsKeptAndNoRosterIsClosed() {
    var corpus =
        corpus(
            """
            :m :party :x ; :until "1999"^^xsd:gYear .
            :f :complete "2000-01-01"^^xsd:date ; :curated "2020-01-01"^^xsd:date .
            """);
    var snapshot = corpus.snapshot(Optional.empty());
    assertThat(mentions(snapshot.asserted(), "m")).isTrue();
    assertThat(snapshot.epoch()).isEmpty();
    assertThat(snapshot.doubts()).isEmpty();
    assertThat(snapshot.openRosters()).containsExactly(node("f"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2024-04-04\"",
        "\"soon\"",
        "2024",
        ":day",
        "\"2024-04-04Z\"^^xsd:date",
        "\"2024-04-04+02:00\"^^xsd:date",
        "\"2024Z\"^^xsd:gYear",
        "\"2024-04-04T00:00:00Z\"^^xsd:dateTime",
      })
  void valueThatIsNoDayIsRefused(String value) {
    assertRefused(ErrorCode.BAD_INTERVAL, () -> corpus(":m :from " + value + " ."))
        .contains("doc0.ttl", "<http://example.org/m>", "Write it as \"2024-04-04\"^^xsd:date");
  }

  @Test
  void lastDayBeforeTheFirstIsRefused() {
    var text = ":m :from \"2020-02-01\"^^xsd:date . :m :until \"2020-01\"^^xsd:gYearMonth .";
    assertRefused(ErrorCode.BAD_INTERVAL, () -> corpus(text))
        .contains("doc0.ttl", "<http://example.org/m>", "2020-01-31", "2020-02-01", "Correct one");
    var possible = ":m :from \"2020-01-20\"^^xsd:date . :m :until \"2020-01\"^^xsd:gYearMonth .";
    assertThat(corpus(possible).epochs()).hasSizeGreaterThan(1);
  }

  @Test
  void twoDifferentFirstDaysAreRefused() {
    var one = ":m :from \"2020-01-01\"^^xsd:date .";
    var two = ":m :from \"2021-01-01\"^^xsd:date .";
    assertRefused(ErrorCode.BAD_INTERVAL, () -> corpus(one, two))
        .contains("doc0.ttl", "doc1.ttl", "Keep one of them");
    assertThat(corpus(one, one).epochs()).hasSize(2);
  }

  @Test
  void epochsCoverAllDaysWithoutGaps() {
    var corpus =
        corpus(
            """
            :m :from "2012"^^xsd:gYear ; :until "2020-06-30"^^xsd:date .
            :f :complete "2013-05-05"^^xsd:date ; :curated "2024-04-04"^^xsd:date .
            """);
    assertThat(corpus.epochs())
        .extracting(epoch -> epoch.first().toString())
        .containsExactly(
            LocalDate.MIN.toString(),
            "2012-01-01",
            "2012-12-31",
            "2013-05-05",
            "2020-07-01",
            "2024-04-05");
    for (int i = 1; i < corpus.epochs().size(); i++) {
      assertThat(corpus.epochs().get(i).first())
          .isEqualTo(corpus.epochs().get(i - 1).last().plusDays(1));
    }
    assertThat(corpus.epochs().get(5).last()).isEqualTo(LocalDate.MAX);
    assertThat(on(corpus, "2012-06-01").epoch()).contains(corpus.epochs().get(1));
    assertThat(on(corpus, "2012-12-31").epoch()).contains(corpus.epochs().get(2));
  }

  @Test
  void daysOfOneEpochShareEverythingButTheDay() {
    var corpus = corpus(":m :party :x ; :from \"2012-01-01\"^^xsd:date .");
    var one = on(corpus, "2013-01-01");
    var two = on(corpus, "2014-01-01");
    assertThat(two.asserted()).isSameAs(one.asserted());
    assertThat(two.digest()).isEqualTo(one.digest()).matches("[0-9a-f]{64}");
    assertThat(two.asOf()).contains(LocalDate.parse("2014-01-01"));
    assertThat(on(corpus, "2011-01-01").digest()).isNotEqualTo(one.digest());
    assertThat(corpus.snapshot(Optional.empty()).digest()).isNotEqualTo(one.digest());
  }

  @Test
  void digestDependsOnContentNotOnOrder() {
    var a = turtle("a", ":a :p 1 .");
    var b = turtle("b", ":b :p 1 .");
    var changed = turtle("b", ":b :p 2 .");
    var digest = Corpus.of(List.of(a, b), List.of()).snapshot(Optional.empty()).digest();
    assertThat(Corpus.of(List.of(b, a), List.of()).snapshot(Optional.empty()).digest())
        .isEqualTo(digest);
    assertThat(Corpus.of(List.of(a, changed), List.of()).snapshot(Optional.empty()).digest())
        .isNotEqualTo(digest);
    assertThat(Corpus.of(List.of(a, b), List.of(PLAIN_QUERY)).snapshot(Optional.empty()).digest())
        .isNotEqualTo(digest);
  }

  @Test
  void closureQueriesSeeTheDayAndNotEachOther() {
    var second = PLAIN_QUERY.replace("?s :party ?o", "?o :seen ?x").replace(":seen true", ":z 1");
    var documents =
        List.of(
            turtle("profile", Fixtures.PROFILE),
            turtle(
                "a",
                """
                :m :party :x ; :from "2000-01-01"^^xsd:date .
                :f :complete "2010-01-01"^^xsd:date ; :curated "2030-01-01"^^xsd:date .
                """));
    var corpus = Corpus.of(documents, List.of(DAY_QUERY, PLAIN_QUERY, second));
    var on = on(corpus, "2024-04-04").generated();
    assertThat(on.size()).isEqualTo(2);
    assertThat(on.contains(node("f"), node("closedOn"), Node.ANY)).isTrue();
    assertThat(on.contains(node("x"), node("seen"), Node.ANY)).isTrue();
    assertThat(on(corpus, "2005-01-01").generated().size()).isOne();
    assertThat(on(corpus, "1999-01-01").generated().size()).isZero();
    assertThat(corpus.snapshot(Optional.empty()).generated().size()).isOne();
  }

  @Test
  void closureThatIsNoConstructQueryIsRefused() {
    for (var text : List.of("#+ id: x\nSELECT * {}", "CONSTRUCT {")) {
      assertRefused(ErrorCode.BAD_QUERY, () -> Corpus.of(List.of(), List.of(text)))
          .contains(text.lines().findFirst().orElseThrow(), "Correct it");
    }
  }

  @Test
  void importsAndVersionsOfModulesAreLeftOut() {
    var header = ":a a owl:Ontology ; owl:imports :b ; owl:versionIRI :a1 ; rdfs:label \"A\" .";
    var one = turtle("a", header);
    var two = turtle("b", ":b a owl:Ontology ; owl:versionIRI :b1 .");
    var both = Corpus.of(List.of(one, two), List.of()).snapshot(Optional.empty()).asserted();
    assertThat(both.size()).isEqualTo(3);
    var single = Corpus.of(List.of(one), List.of()).snapshot(Optional.empty()).asserted();
    assertThat(single.size()).isEqualTo(3);
    assertThat(mentions(single, "a1")).isTrue();
    assertThat(mentions(single, "b")).isFalse();
  }

  @Test
  void assertedGraphIsACopy() {
    var document = turtle("a", ":a :p :b .");
    var asserted = Corpus.of(List.of(document), List.of()).snapshot(Optional.empty()).asserted();
    asserted.add(node("x"), node("p"), node("y"));
    assertThat(document.graph().size()).isOne();
  }

  @Test
  void storedGraphsAreThoseOfFilesAndTheirNamedGraphs() {
    var one = trig("one", ":a :p :b . :g { :a :p :c }");
    var two = trig("two", ":g { :a :p :d } :h { :a :p :e }");
    var corpus = Corpus.of(List.of(one, two), List.of());
    assertThat(corpus.storedGraphs())
        .containsOnlyKeys("urn:one", "urn:two", Fixtures.NS + "g", Fixtures.NS + "h");
    assertThat(corpus.storedGraphs().get(Fixtures.NS + "g").size()).isEqualTo(2);
    assertThat(corpus.snapshot(Optional.empty()).asserted().size()).isOne();
  }

  @Test
  void eightThreadsSeeTheSame() throws Exception {
    var text = new StringBuilder();
    for (int year = 1950; year < 2030; year++) {
      text.append(":m%d :party :x ; :from \"%d\"^^xsd:gYear .\n".formatted(year, year));
    }
    var corpus = corpus(text.toString());
    Callable<List<Long>> sizes =
        () -> {
          var found = new ArrayList<Long>();
          for (int year = 1949; year < 2031; year++) {
            Snapshot snapshot = on(corpus, year + "-07-01");
            found.add(
                snapshot.asserted().find().toList().size() * 1000L + snapshot.doubts().size());
          }
          return found;
        };
    var expected = sizes.call();
    var pool = Executors.newFixedThreadPool(8);
    try {
      var fresh = corpus(text.toString());
      assertThat(fresh.epochs()).hasSameSizeAs(corpus.epochs());
      for (var result : pool.invokeAll(Collections.nCopies(8, sizes))) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static SourceDocument trig(String name, String text) {
    return Documents.read(
        "urn:" + name, name + ".trig", bytes(Fixtures.PREFIXES + text), NO_FOREIGN);
  }
}
