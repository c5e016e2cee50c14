// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static io.github.entente.reason.Oracle.FACTORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.certificate.Evaluator;
import io.github.entente.reason.models.Models;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.model.OWLAxiom;
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
    var tally = run(1, DRAWN, false);
    assertThat(tally.modelled).as(tally.toString()).isGreaterThan(tally.consistent * 9 / 10);
    assertThat(tally.denied).as(tally.toString()).isGreaterThan(tally.candidates * 3 / 4);
  }

  @Test
  @Tag("full")
  void whatAModelDeniesDoesNotFollowInManyDraws() {
    var tally =
        run(Long.getLong("entente.seed", 500_000), Integer.getInteger("entente.draws", 1000), true);
    assertThat(tally.modelled).as(tally.toString()).isGreaterThan(tally.consistent * 9 / 10);
    assertThat(tally.denied)
        .as(tally.toString())
        .isGreaterThan((tally.candidates - tally.follow) * 9 / 10);
  }

  private static Tally run(long first, int count, boolean whole) {
    var tally = new Tally();
    for (long seed = first; seed < first + count; seed++) {
      compare(seed, whole, tally);
    }
    System.out.println("WitnessModelsTest: " + tally);
    assertThat(tally.differences).as(tally.toString()).isEmpty();
    return tally;
  }

  private static void compare(long seed, boolean whole, Tally tally) {
    var drawn = RandomOntology.of(seed);
    if (!new OWL2DLProfile().checkOntology(drawn.ontology()).getViolations().isEmpty()) {
      return;
    }
    try {
      boolean consistent = Oracle.consistent(drawn.axioms);
      long start = System.nanoTime();
      var models = Models.of(drawn.axioms, drawn.individuals);
      long end = start + MILLIS_EACH * 1_000_000;
      boolean modelled = models.consistent(() -> System.nanoTime() > end);
      var facts = facts(drawn);
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
        var denied = facts.stream().filter(fact -> !evaluator.holds(fact)).toList();
        if (!Oracle.entailed(drawn.axioms, denied).isEmpty()) {
          tally.differences.add(seed + ": a model denies what follows");
        }
      }
      tally.candidates += facts.size();
      tally.denied += facts.size() - open.size();
      tally.left += open.size();
      if (whole) {
        tally.follow += Oracle.entailed(drawn.axioms, open).size();
      }
    } catch (ReasonerInterruptedException | TimeOutException | IllegalArgumentException e) {
      // Too hard for the oracle, or refused by it.
    } catch (NullPointerException | OWLRuntimeException e) {
      // HermiT 1.4.5.519 fails on a union that simplifies to nothing, OWL API on nested inverses.
      if (e.getStackTrace()[0].getClassName().startsWith("io.github.entente.")) {
        throw e;
      }
    }
  }

  /** Everything that names can say, and a few expressions. */
  private static List<OWLAxiom> facts(RandomOntology drawn) {
    var facts = new LinkedHashSet<OWLAxiom>();
    for (var one : drawn.individuals) {
      drawn.classes.forEach(c -> facts.add(FACTORY.getOWLClassAssertionAxiom(c, one)));
      for (int i = 0; i < 2; i++) {
        facts.add(FACTORY.getOWLClassAssertionAxiom(drawn.expression(), one));
      }
      for (var other : drawn.individuals) {
        drawn.properties.forEach(
            p -> facts.add(FACTORY.getOWLObjectPropertyAssertionAxiom(p, one, other)));
        if (one.compareTo(other) < 0) {
          facts.add(FACTORY.getOWLSameIndividualAxiom(List.of(one, other)));
        }
      }
      for (var datum : drawn.dataProperties) {
        drawn.literals.forEach(
            v -> facts.add(FACTORY.getOWLDataPropertyAssertionAxiom(datum, one, v)));
      }
    }
    return List.copyOf(facts);
  }
}
