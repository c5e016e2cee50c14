// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.Engine;
import io.github.entente.reason.Decision;
import io.github.entente.reason.Decision.Means;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the guarantee of an answer rests on. Derivations and checked models are what a certificate
 * writes down, for anybody to check; verdicts of HermiT have to be believed.
 *
 * @param rules whether rules derived facts, or were shown to derive all
 * @param models whether checked models show that the axioms are consistent, or deny candidates
 * @param verdicts how many consistency checks by HermiT it rests on
 */
public record Basis(boolean rules, boolean models, int verdicts) {
  /** That of decisions, and of the consistency of the worlds that they are about. */
  static Basis of(Collection<Plan.Part> parts, Collection<Decision> consistency) {
    var decisions =
        Stream.concat(parts.stream().map(Plan.Part::decision), consistency.stream()).toList();
    return new Basis(
        parts.stream().anyMatch(part -> part.view().engine() != Engine.HERMIT && !lookedUp(part)),
        decisions.stream().anyMatch(d -> d.means() == Means.MODELS || d.denied() > 0),
        decisions.stream().mapToInt(Decision::checks).sum());
  }

  private static boolean lookedUp(Plan.Part part) {
    return part.decision().means() == Means.LOOKUP;
  }

  /** Such as {@code by rules and models, modulo 2 HermiT verdicts}. */
  public String label() {
    String shown =
        Stream.of(rules ? "rules" : "", models ? "models" : "")
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" and "));
    String believed = verdicts + " HermiT verdict" + (verdicts == 1 ? "" : "s");
    if (shown.isEmpty()) {
      return verdicts == 0 ? "by lookup" : "by " + believed;
    }
    return "by " + shown + (verdicts == 0 ? "" : ", modulo " + believed);
  }
}
