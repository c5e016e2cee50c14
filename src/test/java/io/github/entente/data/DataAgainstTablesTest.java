// SPDX-License-Identifier: Apache-2.0
package io.github.entente.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Turtle under {@code data/} says what the tables say, no more and no less. */
class DataAgainstTablesTest {

  private static final Path BASE = Path.of(System.getProperty("entente.basedir", "."));
  private static final LocalDate INTERVIEW = LocalDate.of(2024, 4, 4);

  /** Frameworks that seat parties and whose rosters are nevertheless not complete. */
  private static final Set<String> OPEN_SEATS = Set.of("MANILA", "CENTO", "SEATO");

  private static final Set<String> EVENTS =
      Set.of(
          "Accession",
          "EntryIntoForce",
          "Ratification",
          "Signature",
          "Suspension",
          "Termination",
          "Withdrawal");

  private static Path tables;
  private static List<Map<String, String>> rosters;
  private static List<Map<String, String>> commitments;
  private static List<Map<String, String>> frameworks;
  private static Map<String, String> iris;
  private static Model data;

  @BeforeAll
  static void readTablesAndTurtle() {
    String shared = System.getProperty("entente.shared", "");
    tables = Path.of(shared, "data");
    assumeTrue(
        !shared.isEmpty() && Files.exists(tables.resolve("rosters.tsv")),
        "the Turtle under data/ is not compared with its tables: no data/rosters.tsv in the folder"
            + " that the system property entente.shared names");
    rosters = Tables.read(tables.resolve("rosters.tsv"));
    commitments = Tables.read(tables.resolve("commitments.tsv"));
    frameworks = Tables.read(tables.resolve("frameworks.tsv"));
    iris =
        Tables.read(BASE.resolve("src/test/oracle/iris.tsv")).stream()
            .collect(Collectors.toMap(row -> row.get("key"), row -> row.get("iri")));
    data = Turtle.under(BASE.resolve("data"));
  }

  @Test
  void everyMembershipIsOneRowAndEveryRowIsOneMembership() {
    List<Membership> expected = rosters.stream().map(row -> Membership.of(row, iris)).toList();
    assertThat(expected).hasSize(450).doesNotHaveDuplicates();
    assertThat(Membership.in(data)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void everyProvisionIsOneRowAndEveryRowIsOneProvision() {
    List<Provision> expected = commitments.stream().map(row -> Provision.of(row, iris)).toList();
    assertThat(expected).hasSize(42).doesNotHaveDuplicates();
    assertThat(Provision.in(data)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void aFrameworkIsFoundedOnTheInstrumentsOfItsCommitments() {
    for (Map<String, String> row : commitments) {
      if (iris.containsKey(row.get("framework"))) {
        Resource framework = data.getResource(iris.get(row.get("framework")));
        Resource instrument = data.getResource(Provision.instrument(row, iris));
        assertThat(data.contains(framework, Turtle.property("foundedOn"), instrument))
            .as(row.get("id"))
            .isTrue();
      }
    }
  }

  @Test
  void rowsFromMemoryAreUnverifiedAndNothingElseIs() {
    Set<String> expected =
        Stream.of(rosters, commitments)
            .flatMap(List::stream)
            .filter(row -> row.get("confidence").equals("recalled"))
            .map(
                row ->
                    row.containsKey("id")
                        ? Provision.iri(row, iris)
                        : iris.get(row.get("framework")) + "_" + local(row.get("member")))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> unverified =
        data.listSubjectsWithProperty(
                Turtle.property("verification"), data.getResource(Turtle.NS + "Unverified"))
            .filterDrop(fact -> fact.hasProperty(Turtle.property("isEventOf")))
            .mapWith(Resource::getURI)
            .toSet();
    assertThat(expected).hasSize(5).isEqualTo(new TreeSet<>(unverified));
  }

  @Test
  void whatWasCorrectedIsKeptWithTheDaysOnRecord() {
    Map<String, String> row =
        rosters.stream()
            .filter(r -> r.get("note").contains("list kept the name until"))
            .collect(Collectors.collectingAndThen(Collectors.toList(), rows -> rows.get(0)));
    String name = iris.get(row.get("framework")) + "_" + local(row.get("member"));
    Resource corrected = data.getResource(name);
    Resource superseded = data.getResource(name + "_listed");
    assertThat(data.listSubjectsWithProperty(Turtle.property("recordedUntil")).toList())
        .containsExactly(superseded);
    for (String same : List.of("ofParty", "inFramework", "firstDay")) {
      assertThat(Turtle.objects(superseded, same)).isEqualTo(Turtle.objects(corrected, same));
    }
    assertThat(Turtle.objects(superseded, "lastDay")).isEmpty();
    LocalDate change = Tables.earliest(Turtle.objects(corrected, "recordedFrom"));
    assertThat(row.get("note")).endsWith("until " + change);
    assertThat(Tables.latest(Turtle.objects(superseded, "recordedUntil")).plusDays(1))
        .isEqualTo(change);
  }

  @Test
  void everyEventIsOneThatTheTablesDate() {
    Set<String> expected = new TreeSet<>();
    for (Map<String, String> row : commitments) {
      String of = Provision.instrument(row, iris);
      String bindingness = row.get("bindingness");
      boolean isTreaty = bindingness.equals("treaty");
      if (isTreaty || bindingness.startsWith("executive")) {
        expected.add(event("Signature", of, "", row.get("signed")));
      }
      if (isTreaty || bindingness.equals("EU decision")) {
        expected.add(event("EntryIntoForce", of, "", row.get("in_force")));
      }
      if (!row.get("ended").isEmpty()) {
        expected.add(event("Termination", of, "", row.get("ended")));
      }
    }
    for (Map<String, String> row : rosters) {
      String first = row.get("start_event");
      String kind =
          switch (first) {
            case "accession", "accession (deposit)", "acceded" -> "Accession";
            case "signed Framework Document" -> "Signature";
            case "ratifications exchanged, in force" -> "Ratification";
            default -> first.matches("suspension|.* suspended by .*") ? "Suspension" : "";
          };
      String of = iris.get(row.get("framework"));
      String party = iris.get(row.get("member"));
      if (!kind.isEmpty()) {
        expected.add(event(kind, of, party, row.get("start")));
      }
      if (!row.get("signed").isEmpty()) {
        expected.add(event("Signature", of, party, row.get("signed")));
      }
      if (first.equals("agreement signed") || row.get("note").startsWith("signature of")) {
        expected.add(event("Signature", of, party, row.get("start")));
      }
      if (first.equals("entry into force") || first.endsWith(", in force")) {
        expected.add(event("EntryIntoForce", of, party, row.get("start")));
      }
      if (row.get("end_event").matches("withdr(awal|ew).*")) {
        expected.add(event("Withdrawal", of, party, row.get("end")));
      }
    }
    List<String> events =
        data.listSubjectsWithProperty(Turtle.property("isEventOf"))
            .mapWith(
                e ->
                    String.join(
                        " ",
                        Turtle.types(e, EVENTS),
                        Turtle.objects(e, "isEventOf"),
                        Turtle.objects(e, "regardsParty"),
                        Turtle.objects(e, "onDay")))
            .toList();
    assertThat(expected).hasSize(246);
    assertThat(events).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(events.stream().map(e -> e.split(" ")[0])).containsAll(EVENTS);
  }

  private static String event(String kind, String of, String party, String day) {
    return String.join(" ", kind, of, party, Tables.day(day));
  }

  @Test
  void theOnePairThatSuspendedItsDutiesIsRecordedFromItsDay() {
    List<Map<String, String>> rows =
        rosters.stream().filter(row -> row.get("status").endsWith("suspended")).toList();
    List<Resource> suspensions =
        data.listSubjectsWithProperty(RDF.type, data.getResource(Turtle.NS + "PairSuspension"))
            .toList();
    assertThat(suspensions)
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(Turtle.objects(pair, "suspends"))
                  .isEqualTo(iris.get("instrument:Security Treaty AUS-NZL-USA"));
              assertThat(Turtle.objects(pair, "betweenParty"))
                  .isEqualTo(iris.get("NZL") + " " + iris.get("USA"));
              assertThat(rows)
                  .filteredOn(row -> row.get("framework").equals("ANZUS"))
                  .singleElement()
                  .satisfies(
                      row ->
                          assertThat(Turtle.objects(pair, "firstDay"))
                              .isEqualTo(Tables.day(row.get("start"))));
            });
  }

  @Test
  void frameworksThatSeatPartiesAreThoseOfTheTable() {
    assertThat(seating().values())
        .containsExactlyInAnyOrderElementsOf(
            frameworks.stream()
                .filter(row -> row.get("seat").equals("yes"))
                .map(row -> row.get("framework"))
                .toList());
  }

  @Test
  void frameworksArePartsOfThoseOfTheTable() {
    for (Map<String, String> row : frameworks) {
      String whole = row.get("part_of");
      assertThat(Turtle.objects(framework(row), "partOf"))
          .as(row.get("framework"))
          .isEqualTo(whole.isEmpty() ? "" : iris.get(whole));
    }
  }

  @Test
  void rostersAreCuratedUntilTheLastDayInTheirRows() {
    for (Map<String, String> row : frameworks) {
      LocalDate until =
          rosterOf(row).stream()
              .flatMap(r -> Stream.of(r.get("start"), r.get("end")))
              .filter(day -> !day.isEmpty())
              .map(Tables::latest)
              .reduce(INTERVIEW, (a, b) -> a.isAfter(b) ? a : b);
      assertThat(Turtle.objects(framework(row), "curatedUntil"))
          .as(row.get("framework"))
          .isEqualTo(rosterOf(row).isEmpty() ? "" : Tables.day(until.toString()));
    }
  }

  @Test
  void rostersAreCompleteFromTheFirstDayInTheirRowsUnlessOpen() {
    for (Map<String, String> row : frameworks) {
      boolean isOpen = row.get("seat").equals("no") || OPEN_SEATS.contains(row.get("framework"));
      String from =
          rosterOf(row).stream()
              .map(r -> Tables.earliest(r.get("start")))
              .min(Comparator.naturalOrder())
              .map(day -> Tables.day(day.toString()))
              .orElse("");
      assertThat(Turtle.objects(framework(row), "completeFrom"))
          .as(row.get("framework"))
          .isEqualTo(isOpen ? "" : from);
    }
  }

  @Test
  void seatsOnTheDayOfTheInterviewAreTheGoldenOnes() {
    Map<String, Set<String>> expected = new TreeMap<>();
    for (Map<String, String> row : Tables.read(tables.resolve("golden_as_of_2024-04-04.tsv"))) {
      expected.put(row.get("framework"), new TreeSet<>(List.of(row.get("members").split(" "))));
    }
    Map<String, String> parties =
        rosters.stream()
            .map(row -> row.get("member"))
            .distinct()
            .collect(Collectors.toMap(iris::get, key -> key));
    Map<String, String> seating = seating();
    Map<String, Set<String>> counted = new TreeMap<>();
    for (Membership m : Membership.in(data)) {
      if (seating.containsKey(m.framework()) && isInForce(m, INTERVIEW)) {
        counted
            .computeIfAbsent(seating.get(m.framework()), key -> new TreeSet<>())
            .add(parties.get(m.party()));
      }
    }
    assertThat(counted).hasSize(35).isEqualTo(expected);
  }

  @Test
  void frameworksAndPartiesAreInForceWhileTheirMembershipsAre() {
    for (Membership m : Membership.in(data)) {
      for (String iri : List.of(m.framework(), m.party())) {
        String first = Turtle.objects(data.getResource(iri), "firstDay");
        String last = Turtle.objects(data.getResource(iri), "lastDay");
        assertThat(first.isEmpty() || !Tables.earliest(m.first()).isBefore(Tables.earliest(first)))
            .as("%s begins within %s", m, iri)
            .isTrue();
        assertThat(
                last.isEmpty()
                    || !m.last().isEmpty() && !Tables.latest(m.last()).isAfter(Tables.latest(last)))
            .as("%s ends within %s", m, iri)
            .isTrue();
      }
    }
  }

  @Test
  void aChangedMembershipIsNoticed() {
    Resource finland = data.getResource(Turtle.NS + "NATO_Finland");
    Model changed = ModelFactory.createDefaultModel().add(data);
    changed.removeAll(finland, Turtle.property("firstDay"), null);
    changed.add(
        finland,
        Turtle.property("firstDay"),
        ResourceFactory.createTypedLiteral("1949-08-24", XSDDatatype.XSDdate));
    Set<Membership> before = Set.copyOf(Membership.in(data));
    assertThat(Membership.in(changed)).hasSize(450).filteredOn(m -> !before.contains(m)).hasSize(1);
  }

  private static String local(String member) {
    return Turtle.local(Tables.known(iris, member));
  }

  private static List<Map<String, String>> rosterOf(Map<String, String> framework) {
    return rosters.stream()
        .filter(row -> row.get("framework").equals(framework.get("framework")))
        .toList();
  }

  private static Resource framework(Map<String, String> row) {
    return data.getResource(Tables.known(iris, row.get("framework")));
  }

  /** From IRI to key, the frameworks that seat parties according to the Turtle. */
  private static Map<String, String> seating() {
    Map<String, String> keys =
        frameworks.stream()
            .map(row -> row.get("framework"))
            .collect(Collectors.toMap(iris::get, key -> key));
    return data
        .listSubjectsWithProperty(RDF.type, data.getResource(Turtle.NS + "SeatingFramework"))
        .mapWith(Resource::getURI)
        .toList()
        .stream()
        .collect(Collectors.toMap(iri -> iri, iri -> Tables.known(keys, iri)));
  }

  private static boolean isInForce(Membership m, LocalDate day) {
    return !day.isBefore(Tables.earliest(m.first()))
        && (m.last().isEmpty() || !day.isAfter(Tables.latest(m.last())));
  }
}
