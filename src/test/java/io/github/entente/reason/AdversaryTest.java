// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static io.github.entente.reason.Oracle.FACTORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.certificate.Evaluator;
import io.github.entente.reason.models.Models;
import io.github.entente.reason.rules.Closure;
import io.github.entente.reason.rules.Program;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.reasoner.ReasonerInterruptedException;
import org.semanticweb.owlapi.reasoner.TimeOutException;

/**
 * Ontologies that are hard on purpose: how many candidates are decided by rules and models, before
 * HermiT, and that none of these is decided wrongly.
 */
class AdversaryTest {
  private static final int DRAWN = 6;
  private static final long MILLIS = 1000;

  private int consistent;
  private int inconsistent;
  private int candidates;
  private int derived;
  private int denied;
  private int follow;
  private int left;
  private int rejected;
  private final List<String> differences = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(Adversary.Way.class)
  void whatRulesAndModelsDecideIsRight(Adversary.Way way) throws OWLOntologyCreationException {
    run(way, 1, DRAWN);
  }

  @ParameterizedTest
  @EnumSource(Adversary.Way.class)
  @Tag("full")
  void inManyDrawsToo(Adversary.Way way) throws OWLOntologyCreationException {
    run(way, 1000, Integer.getInteger("entente.draws", 40));
    assertThat(derived + denied).isGreaterThan(candidates * 9 / 10);
  }

  @Test
  void theSameSeedDrawsTheSame() {
    for (var way : Adversary.Way.values()) {
      assertThat(Adversary.of(way, 7).axioms).isEqualTo(Adversary.of(way, 7).axioms);
    }
  }

  private void run(Adversary.Way way, long first, int count) throws OWLOntologyCreationException {
    for (long seed = first; seed < first + count; seed++) {
      var drawn = Adversary.of(way, seed);
      var ontology = OWLManager.createOWLOntologyManager().createOntology(drawn.axioms);
      ontology.signature().map(FACTORY::getOWLDeclarationAxiom).toList().forEach(ontology::add);
      if (new OWL2DLProfile().checkOntology(ontology).isInProfile()) {
        try {
          compare(seed, drawn);
        } catch (ReasonerInterruptedException | TimeOutException e) {
          // Too hard for the oracle.
        }
      }
    }
    System.out.printf(
        "AdversaryTest: %s, %d consistent ontologies (%d not), %d proposals rejected; of %d"
            + " candidates %d derived, %d denied by a model, %d left for HermiT, of which %d follow:"
            + " %.2f %% decided without it, %.1f %% of those that follow%n",
        way,
        consistent,
        inconsistent,
        rejected,
        candidates,
        derived,
        denied,
        left,
        follow,
        100.0 * (derived + denied) / Math.max(1, candidates),
        100.0 * derived / Math.max(1, derived + follow));
    assertThat(differences).isEmpty();
    assertThat(consistent).isPositive();
  }

  private void compare(long seed, Adversary drawn) {
    var models = Models.of(drawn.axioms, drawn.individuals);
    long end = System.nanoTime() + MILLIS * 1_000_000;
    boolean modelled = models.consistent(() -> System.nanoTime() > end);
    if (!Oracle.consistent(drawn.axioms)) {
      inconsistent++;
      if (modelled) {
        differences.add(seed + ": a model of what has none");
      }
      return;
    }
    consistent++;
    var closure =
        Closure.of(Program.of(drawn.axioms, drawn.individuals, FACTORY), FACTORY, () -> false)
            .orElseThrow();
    var all = drawn.candidates();
    var open = all.stream().filter(fact -> !closure.has(fact)).toList();
    var rest = modelled ? models.open(open, () -> System.nanoTime() > end) : open;
    rejected += models.rejected();
    var entailed = new HashSet<OWLAxiom>(Oracle.entailed(drawn.axioms, all));
    for (var fact : all) {
      if (closure.has(fact) && !entailed.contains(fact)) {
        differences.add(seed + ": derived but does not follow: " + fact);
      }
      if (!closure.has(fact) && !rest.contains(fact) && entailed.contains(fact)) {
        differences.add(seed + ": denied but follows: " + fact);
      }
    }
    for (var model : models.accepted()) {
      var evaluator = Evaluator.of(model, drawn.axioms);
      if (!drawn.axioms.stream().allMatch(evaluator::holds)) {
        differences.add(seed + ": accepted but no model");
      }
    }
    candidates += all.size();
    derived += all.size() - open.size();
    denied += open.size() - rest.size();
    left += rest.size();
    follow += (int) rest.stream().filter(entailed::contains).count();
  }
}
