// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.model.Guarantee;

/**
 * How it was decided what a query demands.
 *
 * @param means what decided the last of it
 * @param candidates how many facts, beyond those that the rules derive, might have followed
 * @param denied how many of these are false in a checked model of the axioms, and so do not
 * @param entailed how many of these do follow
 * @param checks consistency checks on new reasoners that it took
 * @param guarantee how completely it was decided
 */
public record Decision(
    Means means, int candidates, int denied, int entailed, int checks, Guarantee guarantee) {
  /** What decides, from the least work to the most. */
  public enum Means {
    /** Triples are matched as they are asserted. */
    LOOKUP("lookup"),
    /** The rules' closure, where it is shown to have everything. */
    RULES("rules"),
    /** Checked models of the axioms, in which each candidate that is not derived is false. */
    MODELS("models"),
    /** Consistency of the axioms and the negated candidates, on new reasoners. */
    REFUTATION("refutation");

    private final String label;

    Means(String label) {
      this.label = label;
    }

    /** The word for it. */
    public String label() {
      return label;
    }
  }

  static Decision lookup(Guarantee guarantee) {
    return new Decision(Means.LOOKUP, 0, 0, 0, 0, guarantee);
  }

  static Decision rules(Guarantee guarantee) {
    return new Decision(Means.RULES, 0, 0, 0, 0, guarantee);
  }

  /** That axioms are consistent: a model shows it, or HermiT says so. */
  static Decision consistency(boolean modelled) {
    return new Decision(
        modelled ? Means.MODELS : Means.REFUTATION,
        0,
        0,
        0,
        modelled ? 0 : 1,
        Guarantee.SOUND_AND_COMPLETE);
  }

  /** Of candidates that the axioms imply without the facts about individuals. */
  static Decision implied(int entailed, int checks) {
    return new Decision(
        Means.REFUTATION, entailed, 0, entailed, checks, Guarantee.SOUND_AND_COMPLETE);
  }

  /** Of candidates that models deny; the rules alone where there were none. */
  static Decision models(int denied) {
    var means = denied == 0 ? Means.RULES : Means.MODELS;
    return new Decision(means, denied, denied, 0, 0, Guarantee.SOUND_AND_COMPLETE);
  }

  /**
   * Of candidates; the rules alone where there were none.
   *
   * @param what the candidates, in words
   */
  static Decision refutation(Candidates<?> answer, String what) {
    var means =
        answer.asked() == 0
            ? Means.RULES
            : answer.asked() == answer.denied() ? Means.MODELS : Means.REFUTATION;
    return new Decision(
        means,
        answer.asked(),
        answer.denied(),
        answer.entailed().size(),
        answer.checks(),
        answer.guarantee(what));
  }

  /** Both together. */
  Decision and(Decision other) {
    return new Decision(
        means.compareTo(other.means) >= 0 ? means : other.means,
        candidates + other.candidates,
        denied + other.denied,
        entailed + other.entailed,
        checks + other.checks,
        guarantee.and(other.guarantee));
  }
}
