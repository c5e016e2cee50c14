// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import io.github.entente.source.Texts;
import java.util.List;
import java.util.Optional;

/**
 * Why a statement does not follow.
 *
 * @param title the statement, in words
 * @param verdict what can be said of it
 * @param because why it cannot be so, or where it follows why it does
 * @param nearly where else it follows, and what is missing for that here
 * @param absent facts that would make it follow, in words; none where none were found
 * @param present facts that would take part, in words
 * @param counter a world in which all axioms hold and it does not, cut down; empty where none was
 *     looked for or found
 * @param openRosters things it speaks of whose roster is not declared complete
 * @param status regime and day, in words
 */
public record WhyNot(
    String title,
    Verdict verdict,
    Optional<Explanation> because,
    List<Nearly> nearly,
    List<String> absent,
    List<String> present,
    Optional<CounterWorld> counter,
    List<String> openRosters,
    String status) {
  /** What can be said of a statement. */
  public enum Verdict {
    /** It follows. */
    FOLLOWS,
    /** Its contrary follows: it cannot be so. */
    REFUTED,
    /** Neither it nor its contrary follows: there are worlds of both kinds. */
    UNKNOWN,
    /** It does not follow; whether its contrary does was not found in time. */
    UNDECIDED
  }

  public WhyNot {
    nearly = List.copyOf(nearly);
    absent = List.copyOf(absent);
    present = List.copyOf(present);
    openRosters = List.copyOf(openRosters);
  }

  /**
   * A world in which it follows.
   *
   * @param condition how that world differs, in words
   * @param explanation why it follows there
   * @param missing the statements of the explanation that this world lacks
   */
  public record Nearly(String condition, Explanation explanation, List<Leaf> missing) {
    public Nearly {
      missing = List.copyOf(missing);
    }
  }

  /** What follows, with why. */
  public static WhyNot follows(Explanation why) {
    return new WhyNot(
        why.title(),
        Verdict.FOLLOWS,
        Optional.of(why),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        why.status());
  }

  /** The verdict, in words. */
  public String said() {
    return switch (verdict) {
      case FOLLOWS -> "it follows.";
      case REFUTED -> "provably not: it would contradict what is known.";
      case UNKNOWN ->
          "unknown: there is a world in which all axioms hold and this does not, and one in which"
              + " it does.";
      case UNDECIDED -> "it does not follow; whether it cannot be so was not found in time.";
    };
  }

  /** For reading. */
  public String text(Texts texts) {
    return WhyNotForm.TEXT.of(this, texts);
  }
}
