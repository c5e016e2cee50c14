// SPDX-License-Identifier: Apache-2.0
package io.github.entente.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * From where the world is looked at: which facts a snapshot takes in, and by what means it is found
 * what follows from them.
 *
 * @param day the day on which facts are to be in force; empty for no filter by time
 * @param recorded the day whose record counts; empty for the record as it stands
 * @param policy IRI of the policy by which claims are accepted; empty to accept none
 * @param unverified whether facts that nobody checked are taken in
 * @param without sources and statements withdrawn: names of files or graphs, or IRIs of terms
 * @param engine by what means it is found what follows
 */
public record Viewpoint(
    Optional<LocalDate> day,
    Optional<LocalDate> recorded,
    Optional<String> policy,
    boolean unverified,
    Set<String> without,
    Engine engine) {
  /** Every verified fact that was ever in force. */
  public static final Viewpoint ALL_DAYS =
      new Viewpoint(
          Optional.empty(), Optional.empty(), Optional.empty(), false, Set.of(), Engine.HYBRID);

  public Viewpoint {
    without = Collections.unmodifiableSet(new TreeSet<>(without));
  }

  /** The verified facts in force on a day. */
  public static Viewpoint on(Optional<LocalDate> day) {
    return ALL_DAYS.day(day);
  }

  /** The same on another day. */
  public Viewpoint day(Optional<LocalDate> other) {
    return new Viewpoint(other, recorded, policy, unverified, without, engine);
  }

  /** The same by the record as it stood on a day. */
  public Viewpoint recorded(Optional<LocalDate> other) {
    return new Viewpoint(day, other, policy, unverified, without, engine);
  }

  /** The same with claims accepted by a policy. */
  public Viewpoint policy(Optional<String> other) {
    return new Viewpoint(day, recorded, other, unverified, without, engine);
  }

  /** The same with or without facts that nobody checked. */
  public Viewpoint unverified(boolean other) {
    return new Viewpoint(day, recorded, policy, other, without, engine);
  }

  /** The same with a further source or statement withdrawn. */
  public Viewpoint without(String source) {
    var more = new TreeSet<>(without);
    more.add(source);
    return new Viewpoint(day, recorded, policy, unverified, more, engine);
  }

  /** The same with nothing withdrawn. */
  public Viewpoint withAll() {
    return new Viewpoint(day, recorded, policy, unverified, Set.of(), engine);
  }

  /** The same by other means. */
  public Viewpoint engine(Engine other) {
    return new Viewpoint(day, recorded, policy, unverified, without, other);
  }

  /** The day and what else there is to it, such as {@code · as of 2024-04-04}. */
  public String place() {
    return day.map(d -> " · as of " + d).orElse("") + label();
  }

  /** What it adds to the day, in words; empty where it is the day alone. */
  public String label() {
    return recorded.map(d -> " · as recorded on " + d).orElse("")
        + policy.map(p -> " · accepting " + p.replaceAll("^.*[/#]", "")).orElse("")
        + (unverified ? " · with unverified facts" : "")
        + (without.isEmpty() ? "" : " · without " + String.join(", ", without))
        + switch (engine) {
          case HYBRID -> "";
          case RULES -> " · by rules alone";
          case HERMIT -> " · by HermiT alone";
        };
  }
}
