// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.jena.graph.Node;

/**
 * Where a statement comes from.
 *
 * @param kind what kind of source it is
 * @param place the file, by its path; for what a snapshot adds, the rule that added it, in words
 * @param line the line on which it ends; empty where that is not known
 * @param citation the texts in which it was seen, in the data's words
 * @param verification its verification level
 * @param days first and last day of being in force, as the data write them
 * @param passages the passages of source texts that state it
 * @param claim the claim whose content it is, where a policy accepted one
 */
public record Origin(
    Kind kind,
    String place,
    OptionalInt line,
    Optional<String> citation,
    Optional<Node> verification,
    Optional<String> days,
    List<Stated> passages,
    Optional<Claim> claim) {
  /** Kinds of sources. */
  public enum Kind {
    /** A file states it. */
    FILE,
    /** It is the content of a claim that a policy accepted. */
    CLAIM,
    /** The snapshot of the day adds it. */
    SNAPSHOT
  }

  public Origin {
    passages = List.copyOf(passages);
  }

  /**
   * A passage that states it.
   *
   * @param passage the passage
   * @param claims the claims that are made there: who speaks, and how
   */
  public record Stated(Passage passage, List<Claim> claims) {
    public Stated {
      claims = List.copyOf(claims);
    }
  }

  /**
   * What is said of a claim.
   *
   * @param name the claim
   * @param speaker who makes it
   * @param mode whether it is put forward as a fact, an evaluation, a report and so on
   * @param certainty how certain the speaker is
   */
  public record Claim(
      Node name, Optional<Node> speaker, Optional<Node> mode, Optional<Node> certainty) {}

  /** The place with its line, such as {@code data/rosters/nato.ttl:12}. */
  public String at() {
    return line.isPresent() ? place + ":" + line.getAsInt() : place;
  }
}
