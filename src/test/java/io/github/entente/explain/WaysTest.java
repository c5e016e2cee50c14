// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.model.Deadline;
import io.github.entente.reason.dl.Refuter;
import io.github.entente.reason.rules.Closure;
import io.github.entente.reason.rules.Program;
import io.github.entente.reason.rules.Ways;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLIndividual;

/**
 * What is read off the applications of rules, and said to be all, are the justifications that a
 * plain tree of hitting sets over new reasoners finds; what is not said to be all is among them.
 */
class WaysTest {
  private static final int SEEDS = 300;

  private int asked;
  private int complete;
  private int completeBeyondRules;

  @Test
  void whatIsSaidToBeAllIsAll() {
    try (var refuter = Refuter.create()) {
      for (int seed = 0; seed < SEEDS; seed++) {
        check(new RandomFacts(), new Random(seed), refuter);
      }
    }
    assertThat(asked).isGreaterThan(100);
    assertThat(complete).isGreaterThan(20);
    assertThat(completeBeyondRules).isGreaterThan(5);
  }

  private void check(RandomFacts made, Random random, Refuter refuter) {
    var axioms = random.nextBoolean() ? made.counted(random, 10) : made.axioms(random, 10);
    if (!Fresh.consistent(axioms)) {
      return;
    }
    var program = Program.of(axioms, List.<OWLIndividual>copyOf(made.things), Fresh.F);
    var closure = Closure.of(program, Fresh.F, () -> false).orElseThrow();
    for (var type : made.classes.subList(0, 2)) {
      for (var thing : made.things) {
        OWLAxiom goal = Fresh.F.getOWLClassAssertionAxiom(type, thing);
        if (axioms.contains(goal) || !closure.has(goal)) {
          continue;
        }
        asked++;
        var ways = Ways.of(closure, List.of(goal), program, () -> false).orElseThrow();
        boolean ruled = program.ruled(List.of(type));
        var found =
            new Justifier(Fresh.F, refuter, true, Deadline.after(Duration.ofMinutes(1)))
                .all(ways, ruled, Goal.of(goal, Fresh.F).orElseThrow(), 1000);
        Set<Set<OWLAxiom>> expected = AllWaysTest.ways(axioms, goal);
        assertThat(expected).as(goal + " from " + axioms).containsAll(found.sets());
        if (found.all()) {
          assertThat(new HashSet<>(found.sets())).as(goal + " from " + axioms).isEqualTo(expected);
          complete++;
          completeBeyondRules += ruled ? 0 : 1;
        }
      }
    }
  }
}
