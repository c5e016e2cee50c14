// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static io.github.entente.reason.Oracle.FACTORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.reason.TruthRecord.Line;
import io.github.entente.reason.TruthRecord.Verdict;
import io.github.entente.reason.dl.OwlBridge;
import io.github.entente.reason.rules.Closure;
import io.github.entente.reason.rules.Program;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLDataPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLEntity;

/**
 * What the compiled rules alone make of drawn ontologies, against what was recorded of them: they
 * derive nothing else, and all of it where they are called complete.
 */
class RecordedClosureTest {
  private static final int EACH = 10;

  private int compared;
  private int complete;
  private int claims;
  private int derived;
  private int contradictions;
  private final List<String> differences = new ArrayList<>();

  @Test
  void rulesDeriveWhatFollowsAndAllOfItWhereTheySaySo() {
    for (var line : TruthRecord.lines()) {
      if (line.seed() % EACH == 0
          && (line.verdict() == Verdict.CONSISTENT || line.verdict() == Verdict.INCONSISTENT)) {
        compare(line);
      }
    }
    var told =
        "%d compared, complete for %d of %d, %d derived, %d contradictions"
            .formatted(compared, complete, claims, derived, contradictions);
    System.out.println("RecordedClosureTest: " + told);
    assertThat(differences).as(told).isEmpty();
    assertThat(complete).as(told).isGreaterThan(claims / 2);
    assertThat(derived).as(told).isGreaterThan(6 * compared);
    assertThat(contradictions).as(told).isGreaterThan(compared / 6);
  }

  private void compare(Line line) {
    var draw = line.draw();
    var drawn = draw.ontology();
    var program = Program.of(drawn.axioms, drawn.individuals, FACTORY);
    var closure = Closure.of(program, FACTORY, () -> false).orElseThrow();
    compared++;
    if (closure.contradiction().isPresent()) {
      contradictions++;
      note(line, "no contradiction", line.verdict() == Verdict.INCONSISTENT);
      return;
    } else if (line.verdict() == Verdict.INCONSISTENT) {
      return;
    }
    var truth = line.truth(draw);
    for (var fact : draw.facts()) {
      if (closure.has(fact)) {
        derived++;
        note(line, "does not follow: " + fact, truth.entails(fact));
      }
    }
    var sayable = new Sayable(drawn);
    drawn.classes.forEach(c -> claimed(line, program, closure, truth, sayable.types(c), c));
    drawn.properties.forEach(p -> claimed(line, program, closure, truth, sayable.values(p), p));
    drawn.dataProperties.forEach(d -> claimed(line, program, closure, truth, sayable.values(d), d));
    claimed(line, program, closure, truth, sayable.equalities());
  }

  private void note(Line line, String what, boolean right) {
    if (!right) {
      differences.add(line.seed() + " " + what);
    }
  }

  private void claimed(
      Line line,
      Program program,
      Closure closure,
      Truth truth,
      List<OWLAxiom> facts,
      OWLEntity... about) {
    claims++;
    if (program.beyondRules(List.of(about), closure).isPresent()) {
      return;
    }
    complete++;
    for (var fact : truth.entailed(facts)) {
      note(line, "lacks " + fact, has(closure, fact));
    }
  }

  /** Whether it has a fact, however the value is written. */
  private static boolean has(Closure closure, OWLAxiom fact) {
    return closure.has(fact)
        || fact instanceof OWLDataPropertyAssertionAxiom datum
            && closure
                .namedFacts()
                .anyMatch(
                    other ->
                        other instanceof OWLDataPropertyAssertionAxiom same
                            && same.getProperty().equals(datum.getProperty())
                            && same.getSubject().equals(datum.getSubject())
                            && OwlBridge.node(same.getObject())
                                .sameValueAs(OwlBridge.node(datum.getObject())));
  }
}
