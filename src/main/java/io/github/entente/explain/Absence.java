// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import io.github.entente.model.Deadline;
import io.github.entente.model.Regime;
import io.github.entente.model.Snapshot;
import io.github.entente.reason.Entailments;
import io.github.entente.reason.dl.Refuter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.semanticweb.owlapi.model.OWLAxiom;

/** Tells why a statement does not follow. For use by one thread, once. */
final class Absence {
  private static final int DEPTH = 6;

  private final Words words;
  private final Refuter refuter;
  private final Supplier<Explainer> explainers;
  private final Deadline deadline;

  /**
   * @param explainers gives a new explainer each time, which numbers its statements from 1
   */
  Absence(Words words, Refuter refuter, Supplier<Explainer> explainers, Deadline deadline) {
    this.words = words;
    this.refuter = refuter;
    this.explainers = explainers;
    this.deadline = deadline;
  }

  WhyNot of(Entailments world, Triple statement, Map<String, Entailments> others) {
    String title = words.triple(statement);
    var status = Regime.OWL_DIRECT.label() + World.of(world).place();
    var axiom = world.axiom(statement);
    var refutation = axiom.flatMap(fact -> refutation(world, fact, title));
    if (refutation.isPresent()) {
      return new WhyNot(
          title,
          WhyNot.Verdict.REFUTED,
          refutation,
          nearly(world, statement, others),
          List.of(),
          List.of(),
          Optional.empty(),
          List.of(),
          status);
    }
    var lack = axiom.flatMap(fact -> world.closure().lack(fact, DEPTH));
    return new WhyNot(
        title,
        deadline.passed() ? WhyNot.Verdict.UNDECIDED : WhyNot.Verdict.UNKNOWN,
        Optional.empty(),
        nearly(world, statement, others),
        lack.map(l -> l.absent().stream().map(words::axiom).toList()).orElse(List.of()),
        lack.map(l -> l.present().stream().map(words::axiom).toList()).orElse(List.of()),
        axiom.flatMap(fact -> CounterWorlds.of(world, fact, words, deadline)),
        Stream.of(statement.getSubject(), statement.getObject())
            .filter(world.snapshot().openRosters()::contains)
            .map(words::term)
            .toList(),
        status);
  }

  private Optional<Explanation> refutation(Entailments world, OWLAxiom fact, String title) {
    var axioms = new ArrayList<OWLAxiom>(world.axioms());
    axioms.add(fact);
    if (refuter.check(axioms, deadline) != Refuter.Verdict.INCONSISTENT) {
      return Optional.empty();
    }
    var goal = new Goal(List.of(fact), Optional.empty(), List.of(fact));
    return explainers
        .get()
        .explained(World.of(world), Map.of(fact, List.of(goal)), "it cannot be that " + title);
  }

  private List<WhyNot.Nearly> nearly(
      Entailments world, Triple statement, Map<String, Entailments> others) {
    var found = new ArrayList<WhyNot.Nearly>();
    others.forEach(
        (condition, other) -> {
          var axiom = other.axiom(statement).filter(other.closure()::has);
          if (axiom.isEmpty() || deadline.passed()) {
            return;
          }
          explainers
              .get()
              .explained(World.of(other), axiom.get(), words.triple(statement))
              .ifPresent(
                  explanation ->
                      found.add(
                          new WhyNot.Nearly(
                              condition, explanation, missing(explanation, world.snapshot()))));
        });
    return found;
  }

  /** The statements of an explanation that a snapshot does not have. */
  static List<Leaf> missing(Explanation explanation, Snapshot snapshot) {
    return explanation.leaves().stream()
        .filter(
            leaf ->
                !leaf.triples().isEmpty()
                    && leaf.triples().stream()
                        .filter(triple -> !triple.getObject().isBlank())
                        .anyMatch(
                            triple ->
                                !snapshot.asserted().contains(triple)
                                    && !snapshot.generated().contains(triple)))
        .toList();
  }
}
