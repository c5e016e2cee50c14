// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.Guarantee;
import io.github.entente.model.Regime;
import io.github.entente.model.Snapshot;
import io.github.entente.reason.Demand;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
  Guarantee inForce(Optional<LocalDate> day, Collection<Demand> demands) {
    var snapshot = stage.worlds().snapshot(day);
    if (snapshot.doubts().isEmpty()) {
      return Guarantee.SOUND_AND_COMPLETE;
    }
    if (demands.isEmpty()) {
      return Guarantee.SOUND_AND_COMPLETE;
    }
    var relevant = relevant(day, demands);
    var touched =
        snapshot.doubts().stream()
            .filter(doubt -> touches(snapshot, doubt.subject(), relevant))
            .toList();
    if (touched.isEmpty()) {
      return Guarantee.SOUND_AND_COMPLETE;
    }
    boolean beyond = touched.stream().anyMatch(Snapshot.Doubt::beyondCuration);
    var texts = touched.stream().map(Snapshot.Doubt::text).limit(SHOWN).toList();
    String more =
        touched.size() > SHOWN ? " (and " + (touched.size() - SHOWN) + " more such doubts)" : "";
    return new Guarantee(false, !beyond, List.of(String.join("; ", texts) + more));
  }

  /**
   * The guarantee as far as the rosters that are counted, or said to lack something, are complete.
   */
  Guarantee openRosters(
      Optional<LocalDate> day,
      Collection<Demand> absent,
      Collection<Demand> counted,
      boolean overCompleteRosters) {
    var snapshot = stage.worlds().snapshot(day);
    if (snapshot.openRosters().isEmpty()) {
      return Guarantee.SOUND_AND_COMPLETE;
    }
    boolean absence = dependsOnRosters(snapshot, day, absent);
    boolean count = dependsOnRosters(snapshot, day, counted);
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
    if (overCompleteRosters) {
      return Guarantee.incomplete(reason + "; only complete rosters were looked at");
    }
    return count ? new Guarantee(false, false, List.of(reason)) : Guarantee.unsound(reason);
  }

  private boolean dependsOnRosters(
      Snapshot snapshot, Optional<LocalDate> day, Collection<Demand> demands) {
    if (demands.isEmpty()) {
      return false;
    }
    var relevant = relevant(day, demands);
    return snapshot.openRosters().stream()
        .anyMatch(roster -> touchesAsObject(snapshot, roster, relevant));
  }

  /** Whether a predicate, or a class, may bear on what is demanded. */
  private Predicate<Node> relevant(Optional<LocalDate> day, Collection<Demand> demands) {
    boolean any =
        demands.stream()
            .anyMatch(d -> !(d instanceof Demand.Instances) && !(d instanceof Demand.Values));
    if (any) {
      return node -> true;
    }
    Set<Node> leading = new HashSet<>();
    if (stage.regime() != Regime.SIMPLE) {
      leading.addAll(stage.entailments(day).leadingTo(demands));
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
