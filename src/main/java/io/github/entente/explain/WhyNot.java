// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import io.github.entente.source.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why a statement does not follow.
 *
 * @param title the statement, in words
 * @param verdict what can be said of it
 * @param because why it cannot be so, or where it follows why it does
 * @param nearly where else it follows, and what is missing for that here
 * @param absent facts that would make it follow, in words; none where none were found
 * @param present facts that would take part, in words
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

  /** For reading. */
  public String text(Texts texts) {
    var out = new StringBuilder("Why not: " + title).append(System.lineSeparator());
    line(
        out,
        switch (verdict) {
          case FOLLOWS -> "it follows.";
          case REFUTED -> "provably not: it would contradict what is known.";
          case UNKNOWN ->
              "unknown: there is a world in which all axioms hold and this does not, and one in"
                  + " which it does.";
          case UNDECIDED -> "it does not follow; whether it cannot be so was not found in time.";
        });
    openRosters.forEach(
        roster -> line(out, "the roster of " + roster + " is not declared complete"));
    for (var near : nearly) {
      line(out, "");
      line(out, "It would follow " + near.condition() + "; missing here:");
      for (var leaf : near.missing()) {
        line(
            out,
            "  absent: "
                + leaf.words()
                + leaf.origins().stream()
                    .map(o -> " (" + o.at() + o.days().map(d -> ", in force " + d).orElse("") + ")")
                    .distinct()
                    .collect(Collectors.joining()));
      }
    }
    if (!absent.isEmpty()) {
      line(out, "");
      line(out, "It would follow if these facts were added:");
      absent.forEach(fact -> line(out, "  absent: " + fact));
      present.forEach(fact -> line(out, "  present: " + fact));
    }
    because.ifPresent(
        explanation -> {
          line(out, "");
          out.append(TextForm.of(explanation, texts));
        });
    if (because.isEmpty()) {
      line(out, "");
      line(out, status);
    }
    return out.toString();
  }

  private static void line(StringBuilder out, String text) {
    out.append(text).append(System.lineSeparator());
  }
}
