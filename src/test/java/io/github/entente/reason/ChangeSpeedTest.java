// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.bench.Lubm;
import io.github.entente.model.Deadline;
import io.github.entente.model.Outcome;
import io.github.entente.model.Snapshot;
import io.github.entente.reason.dl.OwlBridge;
import io.github.entente.reason.dl.Refuter;
import io.github.entente.reason.dl.Theory;
import io.github.entente.reason.rules.Closure;
import io.github.entente.reason.rules.Program;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.OWLAxiom;

/** What it costs that one fact changes, beside beginning anew. */
@Tag("bench")
class ChangeSpeedTest {
  private static final int RUNS = Integer.getInteger("entente.runs", 7);

  /** Milliseconds of the processor, of the best of the runs, on this thread. */
  private static double best(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    var times = new long[RUNS];
    for (int run = 0; run < RUNS; run++) {
      System.gc();
      long begin = threads.getCurrentThreadCpuTime();
      work.run();
      times[run] = threads.getCurrentThreadCpuTime() - begin;
    }
    return Arrays.stream(times).min().orElseThrow() / 1e6;
  }

  @Test
  void bundledData() {
    try (var kb = KnowledgeBase.bundled()) {
      measure("bundled data", kb, kb.snapshot(kb.defaultDay()), "/ofParty");
    }
  }

  @ParameterizedTest
  @MethodSource("io.github.entente.bench.Lubm#measured")
  void large(String names) {
    try (var kb = KnowledgeBase.of(Lubm.files(names))) {
      measure(names, kb, kb.snapshot(Optional.empty()), "");
    }
  }

  private static void measure(String what, KnowledgeBase kb, Snapshot snapshot, String property) {
    var theory = Theory.of(OwlBridge.of(new Union(snapshot.asserted(), snapshot.generated())));
    OWLAxiom one =
        theory.axioms().stream()
            .filter(axiom -> axiom.isOfType(AxiomType.OBJECT_PROPERTY_ASSERTION))
            .filter(axiom -> axiom.toString().contains(property))
            .findFirst()
            .orElseThrow();
    var left = new ArrayList<>(theory.axioms());
    left.remove(one);
    var less = Program.of(left, theory.individuals(), theory.factory());
    var all = Closure.of(theory.program(), theory.factory(), () -> false).orElseThrow();
    double anew = best(() -> Closure.of(less, theory.factory(), () -> false));
    double removed = best(() -> all.after(less, Set.of(one), () -> false));
    var without = all.after(less, Set.of(one), () -> false).orElseThrow();
    double added = best(() -> without.after(theory.program(), Set.of(), () -> false));
    System.out.printf(
        "ChangeSpeedTest: %s, closure of %,d facts: anew %.1f ms, one fact less %.1f ms, one more"
            + " %.1f ms%n",
        what, all.size(), anew, removed, added);
    worlds(what, snapshot, one);
    assertThat(without.size()).isLessThanOrEqualTo(all.size());
  }

  private static void worlds(String what, Snapshot snapshot, OWLAxiom one) {
    try (var refuter = Refuter.create()) {
      var world = value(Entailments.of(snapshot, refuter, Deadline.NEVER));
      var triple = Facts.triples(Set.of(one)).iterator().next();
      var less = without(snapshot, triple);
      double anew = best(() -> value(Entailments.of(less, refuter, Deadline.NEVER)));
      double after =
          best(() -> value(Entailments.of(less, Optional.of(world), refuter, Deadline.NEVER)));
      System.out.printf(
          "ChangeSpeedTest: %s, all but reading: anew %.0f ms, after a change %.0f ms%n",
          what, anew, after);
    }
  }

  private static Snapshot without(Snapshot snapshot, Triple triple) {
    var graph = GraphFactory.createGraphMem();
    snapshot.asserted().find().filterDrop(triple::equals).forEachRemaining(graph::add);
    return new Snapshot(
        graph,
        snapshot.generated(),
        snapshot.view(),
        snapshot.epoch(),
        snapshot.doubts(),
        snapshot.openRosters(),
        snapshot.notes(),
        snapshot.digest());
  }

  private static Entailments value(Outcome<Entailments> outcome) {
    return ((Outcome.Answered<Entailments>) outcome).value();
  }
}
