// SPDX-License-Identifier: Apache-2.0
package io.github.entente.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Regime;
import io.github.entente.query.Answers;
import io.github.entente.query.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The weakest level behind answers is the one that the tables' rows have. */
class WeakestLevelTest {
  private static final Path BASE = Path.of(System.getProperty("entente.basedir", "."));
  private static final LocalDate DAY = LocalDate.of(2024, 4, 4);
  private static final String PROGRAMMES =
      "PartnershipForPeace MediterraneanDialogue IstanbulCooperationInitiative"
          + " PartnersAcrossTheGlobe";

  /** From the weakest, as the README of the tables orders them. */
  private static final List<String> ORDER =
      List.of(
          "recalled",
          "disputed",
          "derived",
          "verified-membership",
          "verified-year",
          "verified-month",
          "verified-day");

  private record Seat(String party, String framework, String role, String level) {}

  private static List<Seat> seats;
  private static Set<String> seating;
  private static KnowledgeBase kb;

  @BeforeAll
  static void readTables() {
    String shared = System.getProperty("entente.shared", "");
    var tables = Path.of(shared, "data");
    assumeTrue(
        !shared.isEmpty() && Files.exists(tables.resolve("rosters.tsv")),
        "levels are not compared with the tables: the system property entente.shared names no"
            + " folder with data/rosters.tsv");
    Map<String, String> iris =
        Tables.read(BASE.resolve("src/test/oracle/iris.tsv")).stream()
            .collect(Collectors.toMap(row -> row.get("key"), row -> row.get("iri")));
    seats =
        Tables.read(tables.resolve("rosters.tsv")).stream()
            .filter(row -> !row.get("confidence").equals("recalled"))
            .filter(row -> !Tables.earliest(row.get("start")).isAfter(DAY))
            .filter(row -> row.get("end").isEmpty() || !Tables.latest(row.get("end")).isBefore(DAY))
            .map(
                row ->
                    new Seat(
                        Tables.known(iris, row.get("member")),
                        Tables.known(iris, row.get("framework")),
                        row.get("role"),
                        row.get("confidence")))
            .toList();
    seating =
        Tables.read(tables.resolve("frameworks.tsv")).stream()
            .filter(row -> !row.get("seat").equals("no"))
            .map(row -> Tables.known(iris, row.get("framework")))
            .collect(Collectors.toSet());
    kb = KnowledgeBase.bundled();
  }

  @AfterAll
  static void close() {
    if (kb != null) {
      kb.close();
    }
  }

  @Test
  void ofOverlappingFrameworksItIsThatOfTheSeatsInTheRows() throws Exception {
    var behind = new HashSet<Seat>();
    for (var line : rows("033")) {
      behind.addAll(seatsOf(line[0], Set.of(line[1], line[2])));
      behind.addAll(seatsOf(line[0], programmes()));
    }
    assertWeakest(kb.ask("overlapping-frameworks").asOf(DAY).run(), behind, 1);
  }

  @Test
  void ofThreeMembershipsItIsTheWeakestOfThem() throws Exception {
    var behind = new HashSet<Seat>();
    for (var line : rows("003")) {
      behind.addAll(seatsOf(line[0], Set.of(iri("NATO"), iri("AUKUS"), iri("FiveEyes"))));
    }
    assertWeakest(kb.ask("nato-aukus-and-five-eyes").asOf(DAY).run(), behind, 3);
  }

  @Test
  void ofEachRosterItIsTheWeakestOfItsRows() {
    var frameworks = seats.stream().map(Seat::framework).collect(Collectors.toSet());
    assertThat(frameworks).hasSizeGreaterThan(25);
    for (var framework : frameworks) {
      var behind = seats.stream().filter(seat -> seat.framework().equals(framework)).toList();
      var stated =
          kb.query("SELECT * { ?m entente:inFramework <" + framework + "> }").asOf("2024-04-04");
      assertWeakest(stated.regime(Regime.SIMPLE).run(), behind, 0);
      if (seating.contains(framework)) {
        var derived = kb.query("SELECT ?p { ?p entente:seatIn <" + framework + "> }");
        assertWeakest(derived.asOf(DAY).run(), behind, 0);
      }
    }
  }

  @Test
  void ofATrueAskItIsThatOfTheSeatAsked() {
    int asked = 0;
    for (var framework : seating) {
      var parties =
          seats.stream()
              .filter(seat -> seat.framework().equals(framework))
              .collect(Collectors.groupingBy(Seat::party));
      var known =
          parties.entrySet().stream()
              .filter(one -> one.getValue().size() == 1)
              .sorted(Map.Entry.comparingByKey())
              .limit(2)
              .toList();
      for (var one : known) {
        var ask =
            kb.query("ASK { <" + one.getKey() + "> entente:seatIn <" + framework + "> }").asOf(DAY);
        assertWeakest(ask.run(), one.getValue(), 0);
        asked++;
      }
    }
    assertThat(asked).isGreaterThan(40);
    var none = kb.query("ASK { entente:Japan entente:seatIn entente:AUKUS }").asOf(DAY).run();
    assertThat(none.verification()).isEmpty();
  }

  @Test
  void ofWhatIsConstructedItIsTheWeakestOfAllSolutions() {
    for (var framework : seating) {
      var behind = seats.stream().filter(seat -> seat.framework().equals(framework)).toList();
      if (!behind.isEmpty()) {
        var built =
            kb.query(
                "CONSTRUCT { ?p entente:partyTo ?f } WHERE { VALUES ?f { <%s> } ?p entente:seatIn ?f }"
                    .formatted(framework));
        assertWeakest(built.asOf(DAY).run(), behind, 0);
      }
    }
  }

  /** The markers of frameworks that a definition names are added by the snapshot, not recorded. */
  private static void assertWeakest(Answers answers, Collection<Seat> behind, int markers) {
    var levels = behind.stream().map(Seat::level).toList();
    String weakest = ORDER.stream().filter(levels::contains).findFirst().orElseThrow();
    assertThat(answers.verification().map(Verification::name)).contains(weakest);
    long facts = levels.stream().filter(weakest::equals).count();
    assertThat(answers.verification().orElseThrow().facts()).isEqualTo((int) facts);
    assertThat(answers.verification().orElseThrow().untraced()).isEqualTo(markers);
  }

  private static List<Seat> seatsOf(String party, Set<String> frameworks) {
    return seats.stream()
        .filter(seat -> seat.party().equals(party) && frameworks.contains(seat.framework()))
        .toList();
  }

  private static Set<String> programmes() {
    return Stream.of(PROGRAMMES.split(" ")).map(WeakestLevelTest::iri).collect(Collectors.toSet());
  }

  private static String iri(String local) {
    return "https://w3id.org/entente/" + local;
  }

  private static List<String[]> rows(String question) throws Exception {
    return Files.readAllLines(BASE.resolve("src/test/resources/cq/" + question + ".tsv")).stream()
        .skip(1)
        .map(line -> line.replaceAll("[<>]", "").split("\t"))
        .toList();
  }
}
