// SPDX-License-Identifier: Apache-2.0
package io.github.entente.overlap;

import io.github.entente.model.Guarantee;
import io.github.entente.model.Regime;
import io.github.entente.model.Viewpoint;
import io.github.entente.query.Answers;
import io.github.entente.query.Verification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;

/**
 * How frameworks overlap on one day: who sits where, which two frameworks share which parties, and
 * which parties sit together in several. Frameworks of which one is part of the other do not
 * overlap.
 *
 * @param parties parties with a seat, by IRI
 * @param frameworks frameworks with a seat, by IRI
 * @param seats the matrix, by party and framework
 * @param pairs overlapping pairs, the first framework's IRI before the second's; most shared first
 * @param groups parties that sit together in two or more frameworks, each with all frameworks that
 *     seat them all; largest first
 * @param regime what counted as following
 * @param guarantee how far the seats can be trusted
 * @param view from where the world was looked at
 * @param verification the weakest level among the recorded facts behind the seats; empty for none
 */
public record Overlaps(
    List<Node> parties,
    List<Node> frameworks,
    List<Seat> seats,
    List<Pair> pairs,
    List<Group> groups,
    Regime regime,
    Guarantee guarantee,
    Optional<Viewpoint> view,
    Optional<Verification> verification) {

  private static final Comparator<Node> BY_IRI = Comparator.comparing(Node::toString);

  public Overlaps {
    parties = List.copyOf(parties);
    frameworks = List.copyOf(frameworks);
    seats = List.copyOf(seats);
    pairs = List.copyOf(pairs);
    groups = List.copyOf(groups);
  }

  /**
   * A cell of the matrix.
   *
   * @param party who sits
   * @param framework where
   * @param status role or standing, such as {@code full} or {@code suspended}
   */
  public record Seat(Node party, Node framework, String status) {}

  /**
   * Two overlapping frameworks.
   *
   * @param frameworkA the one whose IRI comes first
   * @param frameworkB the other
   * @param shared parties with a seat in both, by IRI
   */
  public record Pair(Node frameworkA, Node frameworkB, List<Node> shared) {}

  /**
   * Parties that sit together.
   *
   * @param parties two or more, by IRI
   * @param frameworks all frameworks that seat them all, those left out of which another is part
   */
  public record Group(List<Node> parties, List<Node> frameworks) {}

  /**
   * Works out the overlaps; quadratic in the number of frameworks.
   *
   * @param seats rows with {@code party}, {@code framework} and {@code status}
   * @param parts rows with {@code part} and {@code whole}
   */
  public static Overlaps of(Answers seats, Answers parts) {
    var members = new TreeMap<Node, Set<Node>>(BY_IRI);
    var parties = new HashSet<Node>();
    var cells = new LinkedHashMap<List<Node>, Seat>();
    for (var row : seats.rows()) {
      var party = row.get("party").orElseThrow();
      var framework = row.get("framework").orElseThrow();
      String status = row.get("status").orElseThrow().getLiteralLexicalForm();
      members.computeIfAbsent(framework, f -> new LinkedHashSet<>()).add(party);
      parties.add(party);
      cells.put(List.of(party, framework), new Seat(party, framework, status));
    }
    var wholes = new HashMap<Node, Set<Node>>();
    for (var row : parts.rows()) {
      wholes
          .computeIfAbsent(row.get("part").orElseThrow(), p -> new HashSet<>())
          .add(row.get("whole").orElseThrow());
    }
    var pairs = pairs(members, wholes);
    return new Overlaps(
        sorted(parties),
        List.copyOf(members.keySet()),
        List.copyOf(cells.values()),
        pairs,
        groups(pairs, members, wholes),
        seats.regime(),
        seats.guarantee().and(parts.guarantee()),
        seats.view(),
        seats.verification());
  }

  private static List<Pair> pairs(Map<Node, Set<Node>> members, Map<Node, Set<Node>> wholes) {
    var frameworks = List.copyOf(members.keySet());
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < frameworks.size(); i++) {
      for (int j = i + 1; j < frameworks.size(); j++) {
        var one = frameworks.get(i);
        var other = frameworks.get(j);
        var shared = new HashSet<>(members.get(one));
        shared.retainAll(members.get(other));
        if (!shared.isEmpty() && !within(one, other, wholes) && !within(other, one, wholes)) {
          pairs.add(new Pair(one, other, sorted(shared)));
        }
      }
    }
    pairs.sort(Comparator.comparing((Pair pair) -> -pair.shared().size()));
    return pairs;
  }

  private static List<Group> groups(
      List<Pair> pairs, Map<Node, Set<Node>> members, Map<Node, Set<Node>> wholes) {
    var groups = new LinkedHashMap<List<Node>, Group>();
    for (var pair : pairs) {
      if (pair.shared().size() > 1) {
        groups.computeIfAbsent(
            pair.shared(),
            parties -> {
              var common =
                  members.keySet().stream()
                      .filter(f -> members.get(f).containsAll(parties))
                      .toList();
              var smallest =
                  common.stream()
                      .filter(f -> common.stream().noneMatch(part -> within(part, f, wholes)))
                      .toList();
              return new Group(parties, smallest);
            });
      }
    }
    return groups.values().stream()
        .sorted(
            Comparator.comparing((Group g) -> -g.parties().size())
                .thenComparing(g -> -g.frameworks().size()))
        .toList();
  }

  private static boolean within(Node part, Node whole, Map<Node, Set<Node>> wholes) {
    return wholes.getOrDefault(part, Set.of()).contains(whole);
  }

  private static List<Node> sorted(Set<Node> nodes) {
    return nodes.stream().sorted(BY_IRI).toList();
  }
}
