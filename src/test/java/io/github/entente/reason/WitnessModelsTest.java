// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.certificate.Evaluator;
import io.github.entente.reason.TruthRecord.Verdict;
import io.github.entente.reason.models.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.model.OWLRuntimeException;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.reasoner.ReasonerInterruptedException;
import org.semanticweb.owlapi.reasoner.TimeOutException;

/** Random ontologies: what models deny must not follow, by refutation on a new reasoner. */
class WitnessModelsTest {
  private static final int DRAWN = 200;
  private static final long MILLIS_EACH = 400;

  private static final class Tally {
    private int consistent;
    private int modelled;
    private int inconsistent;
    private int candidates;
    private int denied;
    private int left;
    private int follow;
    private int rejected;
    private long nanos;
    private final List<String> differences = new ArrayList<>();

    @Override
    public String toString() {
      return ("%d of %d consistent ontologies modelled (%d inconsistent), %d proposals rejected;"
              + " of %d facts %d denied by a model, %d left%s; %d ms a draw")
          .formatted(
              modelled,
              consistent,
              inconsistent,
              rejected,
              candidates,
              denied,
              left,
              follow == 0
                  ? ""
                  : ", of which %d follow (%.1f %% of those that do not are denied)"
                      .formatted(follow, 100.0 * denied / Math.max(1, candidates - follow)),
              nanos / 1_000_000 / Math.max(1, consistent + inconsistent));
    }
  }

  @Test
  void whatAModelDeniesDoesNotFollow() {
    var tally = new Tally();
    for (long seed = 1; seed <= DRAWN; seed++) {
      var draw = TruthRecord.Draw.of(seed);
      if (new OWL2DLProfile().checkOntology(draw.ontology().ontology()).getViolations().isEmpty()) {
        compare(seed, draw, true, new Truth.Asked(draw.ontology().axioms), tally);
      }
    }
    judge(tally);
    assertThat(tally.denied).as(tally.toString()).isGreaterThan(tally.candidates * 3 / 4);
  }

  @Test
  @Tag("full")
  void whatAModelDeniesDoesNotFollowInManyDraws() {
    var tally = new Tally();
    for (var line : TruthRecord.lines()) {
      if (line.verdict() == Verdict.CONSISTENT || line.verdict() == Verdict.INCONSISTENT) {
        var draw = line.draw();
        compare(line.seed(), draw, line.expressed().isPresent(), line.truth(draw), tally);
      }
    }
    judge(tally);
    assertThat(tally.denied)
        .as(tally.toString())
        .isGreaterThan((tally.candidates - tally.follow) * 9 / 10);
  }

  private static void judge(Tally tally) {
    System.out.println("WitnessModelsTest: " + tally);
    assertThat(tally.differences).as(tally.toString()).isEmpty();
    assertThat(tally.modelled).as(tally.toString()).isGreaterThan(tally.consistent * 9 / 10);
  }

  private static void compare(
      long seed, TruthRecord.Draw draw, boolean expressions, Truth truth, Tally tally) {
    var drawn = draw.ontology();
    var facts = new ArrayList<>(draw.facts());
    if (expressions) {
      facts.addAll(draw.expressions());
    }
    try {
      boolean consistent = truth.consistent();
      long start = System.nanoTime();
      var models = Models.of(drawn.axioms, drawn.individuals);
      long end = start + MILLIS_EACH * 1_000_000;
      boolean modelled = models.consistent(() -> System.nanoTime() > end);
      var open = modelled ? models.open(facts, () -> System.nanoTime() > end) : facts;
      tally.nanos += System.nanoTime() - start;
      tally.rejected += models.rejected();
      if (!consistent) {
        tally.inconsistent++;
        if (modelled) {
          tally.differences.add(seed + ": a model of what has none");
        }
        return;
      }
      tally.consistent++;
      if (!modelled) {
        return;
      }
      tally.modelled++;
      for (var model : models.accepted()) {
        if (!Evaluator.allViolated(model, drawn.axioms).isEmpty()) {
          tally.differences.add(seed + ": accepted but no model");
        }
      }
      for (var model : models.accepted()) {
        var evaluator = Evaluator.of(model, drawn.axioms);
        var denied =
            Stream.concat(facts.stream(), draw.inclusions().stream())
                .filter(fact -> !evaluator.holds(fact))
                .toList();
        truth
            .entailed(denied)
            .forEach(
                fact -> tally.differences.add(seed + ": a model denies what follows: " + fact));
      }
      tally.candidates += facts.size();
      tally.denied += facts.size() - open.size();
      tally.left += open.size();
      tally.follow += truth.entailed(open).size();
    } catch (ReasonerInterruptedException | TimeOutException | IllegalArgumentException e) {
      // Too hard for the oracle, or refused by it.
    } catch (NullPointerException | OWLRuntimeException e) {
      // HermiT 1.4.5.519 fails on a union that simplifies to nothing, OWL API on nested inverses.
      if (e.getStackTrace()[0].getClassName().startsWith("io.github.entente.")) {
        throw e;
      }
    }
  }
}
