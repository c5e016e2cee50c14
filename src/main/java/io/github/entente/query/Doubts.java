// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.Guarantee;
import io.github.entente.model.Regime;
import io.github.entente.model.Snapshot;
import io.github.entente.model.Viewpoint;
import io.github.entente.reason.Demand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * What the data themselves leave open: facts whose days are not known exactly, days after a
 * roster's curated-until day, rosters not declared complete. They weaken an answer only where it
 * may depend on them.
 */
final class Doubts {
  private static final int SHOWN = 3;

  private final Stage stage;

  Doubts(Stage stage) {
    this.stage = stage;
  }

  /** The guarantee as far as it is known what is in force on the day. */
  Guarantee inForce(Viewpoint view, Collection<Demand> demands) {
    var snapshot = stage.worlds().snapshot(view);
    if (snapshot.doubts().isEmpty()) {
      return Guarantee.SOUND_AND_COMPLETE;
    }
    if (demands.isEmpty()) {
      return Guarantee.SOUND_AND_COMPLETE;
    }
    var relevant = relevant(view, demands);
    var touched =
        snapshot.doubts().stream()
            .filter(doubt -> touches(snapshot, doubt.subject(), relevant))
            .toList();
    if (touched.isEmpty()) {
      return Guarantee.SOUND_AND_COMPLETE;
    }
    var reasons = new ArrayList<String>();
    var uncertain = touched.stream().filter(d -> !d.beyondCuration()).toList();
    var uncurated = touched.stream().filter(Snapshot.Doubt::beyondCuration).toList();
    if (!uncertain.isEmpty()) {
      reasons.add(
          listed(uncertain.stream().map(Snapshot.Doubt::text).toList(), "; ", "such doubts"));
    }
    if (!uncurated.isEmpty()) {
      var labels = stage.worlds().labels();
      reasons.add(
          "the day is after the last for which these rosters were looked after: "
              + listed(
                  uncurated.stream().map(d -> labels.label(d.subject())).sorted().toList(),
                  ", ",
                  "others"));
    }
    return new Guarantee(false, uncurated.isEmpty(), reasons);
  }

  private static String listed(List<String> items, String separator, String rest) {
    String shown = items.stream().limit(SHOWN).collect(Collectors.joining(separator));
    return items.size() > SHOWN ? shown + " and " + (items.size() - SHOWN) + " " + rest : shown;
  }

  /**
   * The guarantee as far as the rosters that are counted, or said to lack something, are complete.
   *
   * @param overAll demands that are not confined to rosters said to be complete
   */
  Guarantee openRosters(
      Viewpoint view,
      Map<Demand, Set<Node>> absent,
      Map<Demand, Set<Node>> counted,
      Set<Demand> overAll) {
    var snapshot = stage.worlds().snapshot(view);
    if (snapshot.openRosters().isEmpty() || stage.isClosure(view)) {
      return Guarantee.SOUND_AND_COMPLETE;
    }
    boolean absence = dependsOnRosters(snapshot, view, absent);
    boolean count = dependsOnRosters(snapshot, view, counted);
    if (!absence && !count) {
      return Guarantee.SOUND_AND_COMPLETE;
    }
    var labels = stage.worlds().labels();
    String names =
        snapshot.openRosters().stream()
            .map(labels::label)
            .sorted()
            .collect(Collectors.joining(", "));
    String reason = "the rosters of these are not declared complete on that day: " + names;
    if (!dependsOnRosters(snapshot, view, only(overAll, absent))
        && !dependsOnRosters(snapshot, view, only(overAll, counted))) {
      return Guarantee.incomplete(reason + "; only complete rosters were looked at");
    }
    return count ? new Guarantee(false, false, List.of(reason)) : Guarantee.unsound(reason);
  }

  private static Map<Demand, Set<Node>> only(Set<Demand> some, Map<Demand, Set<Node>> demands) {
    var kept = new HashMap<>(demands);
    kept.keySet().retainAll(some);
    return kept;
  }

  private boolean dependsOnRosters(
      Snapshot snapshot, Viewpoint view, Map<Demand, Set<Node>> demands) {
    if (demands.isEmpty()) {
      return false;
    }
    if (stage.readAsAxioms(view)) {
      var entailments = stage.entailments(view);
      return demands.entrySet().stream()
          .anyMatch(d -> entailments.dependsOnOpenRosters(d.getKey(), d.getValue()));
    }
    var relevant = relevant(view, demands.keySet());
    return snapshot.openRosters().stream()
        .anyMatch(roster -> touchesAsObject(snapshot, roster, relevant));
  }

  /** Whether a predicate, or a class, may bear on what is demanded. */
  private Predicate<Node> relevant(Viewpoint view, Collection<Demand> demands) {
    boolean any =
        stage.regime() != Regime.SIMPLE && !stage.readAsAxioms(view)
            || demands.stream()
                .anyMatch(d -> !(d instanceof Demand.Instances) && !(d instanceof Demand.Values));
    if (any) {
      return node -> true;
    }
    Set<Node> leading = new HashSet<>();
    if (stage.readAsAxioms(view)) {
      leading.addAll(stage.entailments(view).leadingTo(demands));
    }
    demands.stream()
        .filter(Demand.Instances.class::isInstance)
        .forEach(d -> leading.add(((Demand.Instances) d).name()));
    demands.stream()
        .filter(Demand.Values.class::isInstance)
        .forEach(d -> leading.add(((Demand.Values) d).name()));
    return leading::contains;
  }

  private static boolean touches(Snapshot snapshot, Node subject, Predicate<Node> relevant) {
    return matches(snapshot, Triple.create(subject, Node.ANY, Node.ANY), relevant)
        || touchesAsObject(snapshot, subject, relevant);
  }

  private static boolean touchesAsObject(Snapshot snapshot, Node node, Predicate<Node> relevant) {
    return matches(snapshot, Triple.create(Node.ANY, Node.ANY, node), relevant);
  }

  private static boolean matches(Snapshot snapshot, Triple pattern, Predicate<Node> relevant) {
    return snapshot.asserted().find(pattern).toList().stream()
        .anyMatch(
            t ->
                relevant.test(t.getPredicate())
                    || t.getPredicate().equals(RDF.type.asNode()) && relevant.test(t.getObject()));
  }
}
