// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.dl;

import io.github.entente.model.Deadline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.semanticweb.owlapi.model.OWLAxiom;

/**
 * A minimal set of axioms that cannot hold together, by divide and conquer.
 *
 * @see <a href="https://cdn.aaai.org/AAAI/2004/AAAI04-027.pdf">Junker, QuickXplain, AAAI 2004</a>
 */
public final class Conflict {
  private final Refuter refuter;
  private final Deadline deadline;

  private Conflict(Refuter refuter, Deadline deadline) {
    this.refuter = refuter;
    this.deadline = deadline;
  }

  /**
   * A minimal inconsistent subset of inconsistent axioms, in Manchester syntax; not minimal when
   * the deadline comes first, and then the last line says so.
   */
  public static List<String> minimal(
      Collection<OWLAxiom> axioms, Refuter refuter, Deadline deadline) {
    var found = minimal(axioms, List.of(), refuter, deadline);
    var lines = new ArrayList<>(found.stream().map(Manchester::text).toList());
    if (deadline.passed()) {
      lines.add("(the time limit came before this set was shown to be minimal)");
    }
    return lines;
  }

  /**
   * A minimal subset of axioms that cannot hold together beside some that are given; not minimal
   * when the deadline comes first.
   */
  public static List<OWLAxiom> minimal(
      Collection<? extends OWLAxiom> axioms,
      Collection<? extends OWLAxiom> given,
      Refuter refuter,
      Deadline deadline) {
    var sorted = axioms.stream().<OWLAxiom>map(axiom -> axiom).sorted().toList();
    return new Conflict(refuter, deadline).quick(List.copyOf(given), !given.isEmpty(), sorted);
  }

  private List<OWLAxiom> quick(List<OWLAxiom> held, boolean changed, List<OWLAxiom> open) {
    if (changed
        && !deadline.passed()
        && refuter.check(held, deadline) == Refuter.Verdict.INCONSISTENT) {
      return List.of();
    }
    if (open.size() <= 1 || deadline.passed()) {
      return open;
    }
    int middle = open.size() / 2;
    var first = open.subList(0, middle);
    var second = open.subList(middle, open.size());
    var ofSecond = quick(join(held, first), true, second);
    var ofFirst = quick(join(held, ofSecond), !ofSecond.isEmpty(), first);
    return join(ofFirst, ofSecond);
  }

  private static List<OWLAxiom> join(List<OWLAxiom> one, List<OWLAxiom> other) {
    var all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
