// SPDX-License-Identifier: Apache-2.0
package io.github.entente.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * How far an answer set can be trusted, and why no further.
 *
 * @param sound whether each answer follows
 * @param complete whether each answer that follows is there
 * @param reasons what stands in the way of more, in words; empty only if sound and complete
 */
public record Guarantee(boolean sound, boolean complete, List<String> reasons) {
  /** Each answer follows, and all that follow are there. */
  public static final Guarantee SOUND_AND_COMPLETE = new Guarantee(true, true, List.of());

  public Guarantee {
    reasons = List.copyOf(reasons);
    if (reasons.isEmpty() && !(sound && complete)) {
      throw new IllegalArgumentException("a weaker guarantee wants a reason");
    }
  }

  /** Each answer follows; some that follow may be missing. */
  public static Guarantee incomplete(String reason) {
    return new Guarantee(true, false, List.of(reason));
  }

  /** All answers that follow are there; some that are there may not follow. */
  public static Guarantee unsound(String reason) {
    return new Guarantee(false, true, List.of(reason));
  }

  /** Both guarantees at once: as weak as the weaker of the two in each respect. */
  public Guarantee and(Guarantee other) {
    var all = new LinkedHashSet<>(reasons);
    all.addAll(other.reasons);
    return new Guarantee(sound && other.sound, complete && other.complete, new ArrayList<>(all));
  }

  /** Where a pattern is negated, what was missing becomes too much and the other way round. */
  public Guarantee negated() {
    return new Guarantee(complete, sound, reasons);
  }

  /** Such as {@code sound and complete}. */
  public String label() {
    if (sound) {
      return complete ? "sound and complete" : "sound, incomplete";
    }
    return complete ? "complete, unsound" : "neither sound nor complete";
  }
}
