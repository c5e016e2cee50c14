// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http.api;

import io.github.entente.overlap.Overlaps;
import io.github.entente.query.Answers;
import io.github.entente.query.Row;
import io.github.entente.source.Bundled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;

/** Who sits where on a day, what follows from it, and which parties sit together. */
final class OverlapView {
  private static final Map<String, String> ANALYSES = Bundled.analyses();

  private OverlapView() {}

  static JsonObject json(Asked asked) {
    var view = asked.view();
    var seats = analysis(asked, "seats");
    var overlaps = Overlaps.of(seats, analysis(asked, "parts"));
    var inferred = asked.entailed("inferred", view);
    var kinds = asked.entailed("groups", view);
    var page = new Page(asked.labels());
    var json = page.json();
    page.status(
        seats,
        overlaps.guarantee().and(inferred.guarantee()).and(kinds.guarantee()),
        overlaps.verification());
    json.put("parties", page.keys(overlaps.parties()));
    json.put("groups", groups(kinds, new HashSet<>(overlaps.parties()), page));
    json.put("frameworks", frameworks(asked, overlaps, inferred, page));
    json.put("seats", page.array(overlaps.seats(), seat -> cell(page, seat)));
    json.put("inferred", inferred(inferred, overlaps, page));
    json.put(
        "pairs",
        page.array(
            overlaps.pairs(),
            pair -> {
              var entry = new JsonObject();
              entry.put("frameworks", page.keys(List.of(pair.frameworkA(), pair.frameworkB())));
              entry.put("parties", page.keys(pair.shared()));
              return entry;
            }));
    json.put(
        "together",
        page.array(
            overlaps.groups(),
            group -> {
              var entry = new JsonObject();
              entry.put("parties", page.keys(group.parties()));
              entry.put("frameworks", page.keys(group.frameworks()));
              return entry;
            }));
    return page.done();
  }

  private static Answers analysis(Asked asked, String name) {
    return asked.kb().query(ANALYSES.get(name)).from(asked.view()).timeout(asked.limit()).run();
  }

  private static JsonArray cell(Page page, Overlaps.Seat seat) {
    return Page.texts(List.of(page.key(seat.party()), page.key(seat.framework()), seat.status()));
  }

  /** Which parties are in which group; a party in several is in the first. */
  private static JsonArray groups(Answers kinds, Set<Node> open, Page page) {
    var members = new LinkedHashMap<String, List<Node>>();
    for (var row : kinds.rows()) {
      var party = row.get("party").orElseThrow();
      var group = members.computeIfAbsent(text(row, "group"), g -> new ArrayList<>());
      if (open.remove(party)) {
        group.add(party);
      }
    }
    return page.array(
        members.entrySet(),
        entry -> {
          var group = new JsonObject();
          group.put("label", entry.getKey());
          group.put("parties", page.keys(entry.getValue()));
          return group;
        });
  }

  private static JsonArray frameworks(Asked asked, Overlaps overlaps, Answers inferred, Page page) {
    var kinds = new HashMap<Node, Node>();
    var wholes = new HashMap<Node, Set<Node>>();
    for (var row : asked.asserted("frameworks", asked.view()).rows()) {
      var framework = row.get("framework").orElseThrow();
      kinds.putIfAbsent(framework, row.get("kind").orElseThrow());
      row.get("whole")
          .ifPresent(w -> wholes.computeIfAbsent(framework, f -> new LinkedHashSet<>()).add(w));
    }
    var shown = new LinkedHashSet<>(overlaps.frameworks());
    inferred.rows().forEach(row -> shown.add(row.get("framework").orElseThrow()));
    return page.array(
        shown,
        framework -> {
          var entry = new JsonObject();
          entry.put("id", page.key(framework));
          var kind = kinds.get(framework);
          if (kind != null) {
            entry.put("kind", page.key(kind));
          }
          entry.put("wholes", page.keys(wholes.getOrDefault(framework, Set.of())));
          return entry;
        });
  }

  /** What follows from seats in parts, where there is no seat in the whole. */
  private static JsonArray inferred(Answers answers, Overlaps overlaps, Page page) {
    var seated = new HashSet<List<Node>>();
    overlaps.seats().forEach(seat -> seated.add(List.of(seat.party(), seat.framework())));
    var through = new LinkedHashMap<List<Node>, List<Node>>();
    for (var row : answers.rows()) {
      var cell = List.of(row.get("party").orElseThrow(), row.get("framework").orElseThrow());
      if (!seated.contains(cell)) {
        through.computeIfAbsent(cell, c -> new ArrayList<>()).add(row.get("part").orElseThrow());
      }
    }
    return page.array(
        through.entrySet(),
        entry -> {
          var cell = new JsonObject();
          cell.put("party", page.key(entry.getKey().get(0)));
          cell.put("framework", page.key(entry.getKey().get(1)));
          cell.put("through", page.keys(entry.getValue()));
          return cell;
        });
  }

  private static String text(Row row, String variable) {
    return row.get(variable).orElseThrow().getLiteralLexicalForm();
  }
}
