// SPDX-License-Identifier: Apache-2.0
package io.github.entente.data;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;

/** What a row of the commitments and an individual in the Turtle both say about one provision. */
record Provision(
    String iri,
    String instrument,
    String kind,
    String direction,
    String obligors,
    String obligees,
    String bindingness,
    String signed,
    String first,
    String last,
    String atop,
    String level) {

  /** By the beginning of the type of obligation. */
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("nonaggression", "NonAggressionCommitment"),
          Map.entry("capability", "CapabilityCommitment"),
          Map.entry("consultation", "ConsultationCommitment"),
          Map.entry("defense", "DefenceCommitment"),
          Map.entry("compatibility", "CompatibilityCommitment"),
          Map.entry("solidarity", "SolidarityCommitment"),
          Map.entry("basing / access", "AccessCommitment"),
          Map.entry("access / status", "AccessCommitment"),
          Map.entry("technology", "TechnologySharingCommitment"),
          Map.entry("information sharing", "TechnologySharingCommitment"),
          Map.entry("intelligence sharing", "IntelligenceSharingCommitment"),
          Map.entry("geographic scope", "ScopeProvision"),
          Map.entry("accession rule", "AccessionRule"),
          Map.entry("entry into force", "EntryIntoForceRule"),
          Map.entry("withdrawal rule", "WithdrawalRule"),
          Map.entry("institution", "InstitutionRule"));

  private static final String LAW_OR_POLITICS =
      "one of LegallyBindingCommitment PoliticallyBindingCommitment";

  private static final Map<String, String> BINDINGNESS =
      Map.of(
          "treaty", "LegallyBindingCommitment",
          "EU decision", "LegallyBindingCommitment",
          "political", "PoliticallyBindingCommitment",
          "political communique", "PoliticallyBindingCommitment",
          "political, expressly not binding", "PoliticallyBindingCommitment",
          "political statement", "DeclaredIntent",
          "executive arrangement (secret until 2010-06-25)", LAW_OR_POLITICS);

  private static final Set<String> DIRECTIONS =
      Set.of("MutualCommitment", "DirectedCommitment", "CommitmentToPartners");

  private static final Pattern ONE_WAY =
      Pattern.compile("(?:unilateral )?([A-Z]{3}(?:, [A-Z]{3})*) to ([A-Z]{3})");

  private static final Pattern ASYMMETRIC =
      Pattern.compile(".*\\b([A-Z]{3}) defense=1, ([A-Z]{3}) defense=0.*");

  /** Who owes what to whom, as a class and two lists of parties. */
  private record Way(String direction, String obligors, String obligees) {

    static Way of(String text, Map<String, String> iris) {
      if (text.equals("NATO to partner")) {
        return new Way("CommitmentToPartners", iris.get("NATO"), "");
      }
      for (Pattern pattern : List.of(ONE_WAY, ASYMMETRIC)) {
        Matcher match = pattern.matcher(text);
        if (match.matches()) {
          List<String> obligors = Stream.of(match.group(1).split(", ")).map(iris::get).toList();
          return new Way("DirectedCommitment", Turtle.sorted(obligors), iris.get(match.group(2)));
        }
      }
      if (text.startsWith("mutual")) {
        return new Way("MutualCommitment", "", "");
      }
      throw new AssertionError("no direction for " + text);
    }
  }

  static Provision of(Map<String, String> row, Map<String, String> iris) {
    String kind = kind(row.get("obligation_type"));
    boolean isOwed = kind.endsWith("Commitment");
    Way way = isOwed ? Way.of(row.get("direction"), iris) : new Way("", "", "");
    return new Provision(
        iri(row, iris),
        instrument(row, iris),
        kind,
        way.direction(),
        way.obligors(),
        way.obligees(),
        isOwed ? Tables.known(BINDINGNESS, row.get("bindingness")) : "",
        Tables.day(row.get("signed")),
        Tables.day(row.get("in_force")),
        Tables.day(row.get("ended")),
        row.get("atop_id"),
        Tables.known(Tables.LEVELS, row.get("confidence")));
  }

  static List<Provision> in(Model model) {
    return model
        .listStatements(null, Turtle.property("provides"), (RDFNode) null)
        .mapWith(s -> of(s.getSubject(), s.getResource()))
        .toList();
  }

  /** A key that is a framework's as well is marked in the table of IRIs. */
  static String iri(Map<String, String> row, Map<String, String> iris) {
    String marked = "commitment:" + row.get("id");
    return Tables.known(iris, iris.containsKey(marked) ? marked : row.get("id"));
  }

  /** A title that two treaties share is followed by the framework in the table of IRIs. */
  static String instrument(Map<String, String> row, Map<String, String> iris) {
    String title = "instrument:" + row.get("treaty");
    return Tables.known(iris, iris.containsKey(title) ? title : title + " " + row.get("framework"));
  }

  private static Provision of(Resource instrument, Resource provision) {
    return new Provision(
        provision.getURI(),
        instrument.getURI(),
        Turtle.types(provision, KINDS.values()),
        Turtle.types(provision, DIRECTIONS),
        Turtle.objects(provision, "hasObligor"),
        Turtle.objects(provision, "hasObligee"),
        Turtle.types(provision, BINDINGNESS.values()),
        Turtle.objects(provision, "signedOn"),
        Turtle.objects(provision, "firstDay"),
        Turtle.objects(provision, "lastDay"),
        Turtle.objects(instrument, "atopId"),
        Turtle.local(Turtle.objects(provision, "verification")));
  }

  private static String kind(String type) {
    return KINDS.entrySet().stream()
        .filter(kind -> type.startsWith(kind.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no kind for " + type));
  }
}
