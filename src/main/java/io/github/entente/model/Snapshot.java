// SPDX-License-Identifier: Apache-2.0
package io.github.entente.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * What is reasoned over: the ontology and the facts in force on one day. Immutable by convention:
 * nothing changes the graphs.
 *
 * @param asserted the triples of the sources that are in force
 * @param generated what the snapshot step adds to them (markers, closures of complete rosters,
 *     differences); no part of the simple regime
 * @param view from where the world is looked at
 * @param epoch the days, both inclusive, on which the same facts are in force; empty as the view's
 *     day is
 * @param doubts facts whose being in force on that day is not known for sure
 * @param openRosters subjects whose roster is not declared complete on that day
 * @param notes what is to be known about the selection, such as claims that could not be accepted
 * @param digest identifies the content: 64 lower-case hexadecimal digits
 */
public record Snapshot(
    Graph asserted,
    Graph generated,
    Viewpoint view,
    Optional<Epoch> epoch,
    List<Doubt> doubts,
    Set<Node> openRosters,
    List<String> notes,
    String digest) {
  public Snapshot {
    doubts = List.copyOf(doubts);
    openRosters = Set.copyOf(openRosters);
    notes = List.copyOf(notes);
  }

  /** The day; empty when the data have no filter by time. */
  public Optional<LocalDate> asOf() {
    return view.day();
  }

  /**
   * A maximal run of days on which no fact changes.
   *
   * @param first first day; {@link LocalDate#MIN} when nothing changed before
   * @param last last day; {@link LocalDate#MAX} when nothing changes after
   */
  public record Epoch(LocalDate first, LocalDate last) {
    /** Whether the day lies in it. */
    public boolean contains(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  /**
   * A fact, or a roster, about which the sources do not say for sure whether it is in force.
   *
   * @param subject the fact's or the roster's node
   * @param beyondCuration true: the day lies after the roster's curated-until day; false: the day
   *     lies within the uncertainty of the fact's first or last day
   * @param text the doubt in words, naming the subject
   */
  public record Doubt(Node subject, boolean beyondCuration, String text) {}
}
