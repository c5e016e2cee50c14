// SPDX-License-Identifier: Apache-2.0
package io.github.entente.model;

import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * Which predicates say when a fact is in force, since when it is on record, how well it is
 * verified, and until when a roster is looked after. It is read from the data (an individual of the
 * class TemporalProfile), so that the engine knows no vocabulary of its own.
 *
 * @param firstDay predicates with the first day, inclusive
 * @param lastDay predicates with the last day, inclusive
 * @param endDay predicates with the first day on which the fact is no longer in force
 * @param eventDay predicates with the day on which an event took place: it is no fact before, and
 *     stays one for ever, whatever becomes of the things it mentions
 * @param curatedUntil predicates with the last day for which a roster was looked after
 * @param completeFrom predicates with the first day from which a roster is declared complete
 * @param recordedFrom predicates with the first day on which the record said so
 * @param recordedUntil predicates with the last day on which the record said so
 * @param verification predicates with the verification level of a fact
 * @param leftOut levels whose facts are taken in only where asked for
 * @param levelRank predicates with the place of a level in their order, the weakest first
 * @param citation predicates with the texts in which a fact was seen, in words
 */
public record TemporalProfile(
    Set<Node> firstDay,
    Set<Node> lastDay,
    Set<Node> endDay,
    Set<Node> eventDay,
    Set<Node> curatedUntil,
    Set<Node> completeFrom,
    Set<Node> recordedFrom,
    Set<Node> recordedUntil,
    Set<Node> verification,
    Set<Node> leftOut,
    Set<Node> levelRank,
    Set<Node> citation) {
  /** No predicate has a temporal meaning. */
  public static final TemporalProfile NONE =
      new TemporalProfile(
          Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(),
          Set.of(), Set.of(), Set.of());

  public TemporalProfile {
    firstDay = Set.copyOf(firstDay);
    lastDay = Set.copyOf(lastDay);
    endDay = Set.copyOf(endDay);
    eventDay = Set.copyOf(eventDay);
    curatedUntil = Set.copyOf(curatedUntil);
    completeFrom = Set.copyOf(completeFrom);
    recordedFrom = Set.copyOf(recordedFrom);
    recordedUntil = Set.copyOf(recordedUntil);
    verification = Set.copyOf(verification);
    leftOut = Set.copyOf(leftOut);
    levelRank = Set.copyOf(levelRank);
    citation = Set.copyOf(citation);
  }
}
