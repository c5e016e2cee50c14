// SPDX-License-Identifier: Apache-2.0
package io.github.entente.data;

import java.util.List;
import java.util.Map;
import org.apache.jena.rdf.model.Model;

/** What a row of the rosters and an individual in the Turtle both say about one membership. */
record Membership(
    String party,
    String framework,
    String role,
    String standing,
    String signed,
    String first,
    String firstEvent,
    String last,
    String lastEvent,
    String level) {

  private static final Map<String, String> ROLES =
      Map.of(
          "member", "MemberMembership",
          "party", "MemberMembership",
          "participating State", "MemberMembership",
          "member (G8 format)", "MemberMembership",
          "participant", "ParticipantMembership",
          "partner", "PartnerMembership",
          "troop contributor", "ContributorMembership",
          "designee", "DesigneeMembership");

  private static final Map<String, String> STANDINGS =
      Map.of(
          "full", "ActiveMembership",
          "active", "ActiveMembership",
          "ended", "ActiveMembership",
          "party, US obligations suspended", "ActiveMembership",
          "suspended", "SuspendedMembership");

  static Membership of(Map<String, String> row, Map<String, String> iris) {
    return new Membership(
        Tables.known(iris, row.get("member")),
        Tables.known(iris, row.get("framework")),
        Tables.known(ROLES, row.get("role")),
        Tables.known(STANDINGS, row.get("status")),
        Tables.day(row.get("signed")),
        Tables.day(row.get("start")),
        row.get("start_event"),
        Tables.day(row.get("end")),
        row.get("end_event"),
        Tables.known(Tables.LEVELS, row.get("confidence")));
  }

  /** The memberships on record as it stands: what was superseded is no row. */
  static List<Membership> in(Model model) {
    return model
        .listSubjectsWithProperty(Turtle.property("inFramework"))
        .filterDrop(m -> m.hasProperty(Turtle.property("recordedUntil")))
        .mapWith(
            m ->
                new Membership(
                    Turtle.objects(m, "ofParty"),
                    Turtle.objects(m, "inFramework"),
                    Turtle.types(m, ROLES.values()),
                    Turtle.types(m, STANDINGS.values()),
                    Turtle.objects(m, "signedOn"),
                    Turtle.objects(m, "firstDay"),
                    Turtle.objects(m, "firstEvent"),
                    Turtle.objects(m, "lastDay"),
                    Turtle.objects(m, "lastEvent"),
                    Turtle.local(Turtle.objects(m, "verification"))))
        .toList();
  }
}
