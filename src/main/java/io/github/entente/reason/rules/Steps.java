// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.semanticweb.owlapi.model.OWLAxiom;

/** How each fact came about, by the number of the fact. */
final class Steps {
  /**
   * One step.
   *
   * @param sources axioms applied; empty where a class expression's own definition or equality was
   * @param premises numbers of the facts it was applied to
   */
  record Step(List<OWLAxiom> sources, int[] premises) {}

  private Object[] sources = new Object[1024];
  private int[] ends = new int[1024];
  private int[] premises = new int[2048];
  private int size;

  /** A copy that grows by itself. */
  Steps copy() {
    var copy = new Steps();
    copy.sources = sources.clone();
    copy.ends = ends.clone();
    copy.premises = premises.clone();
    copy.size = size;
    return copy;
  }

  /** Adds the step of the next fact; the source may be null. */
  void add(OWLAxiom source, int... from) {
    append(source, from);
  }

  /** Adds the step of the next fact. */
  void add(Step step) {
    append(step.sources(), step.premises());
  }

  /** Adds a step of others, whose premises have other numbers here. */
  void add(Steps others, int fact, int[] numbers) {
    int start = others.start(fact);
    int count = others.ends[fact] - start;
    append(others.sources[fact], others.premises, start, count);
    for (int i = start(size - 1); i < ends[size - 1]; i++) {
      premises[i] = numbers[premises[i]];
    }
  }

  private void append(Object source, int[] from) {
    append(source, from, 0, from.length);
  }

  private void append(Object source, int[] from, int first, int count) {
    int start = start(size);
    if (size == sources.length) {
      int length = Math.max(1024, size * 2);
      sources = Arrays.copyOf(sources, length);
      ends = Arrays.copyOf(ends, length);
    }
    if (start + count > premises.length) {
      premises = Arrays.copyOf(premises, Math.max(start + count, premises.length * 2));
    }
    System.arraycopy(from, first, premises, start, count);
    sources[size] = source;
    ends[size] = start + count;
    size++;
  }

  /** Gives back what was kept for more steps. */
  void trim() {
    sources = Arrays.copyOf(sources, size);
    ends = Arrays.copyOf(ends, size);
    premises = Arrays.copyOf(premises, start(size));
  }

  private int start(int fact) {
    return fact == 0 ? 0 : ends[fact - 1];
  }

  Step get(int fact) {
    return new Step(sources(fact), premises(fact));
  }

  @SuppressWarnings("unchecked") // only lists of axioms are put in
  List<OWLAxiom> sources(int fact) {
    var source = sources[fact];
    if (source == null) {
      return List.of();
    }
    return source instanceof OWLAxiom axiom ? List.of(axiom) : (List<OWLAxiom>) source;
  }

  /** Whether one of some axioms was applied for a fact, or states it. */
  boolean rests(int fact, Set<? extends OWLAxiom> axioms) {
    return sources[fact] instanceof OWLAxiom axiom
        ? axioms.contains(axiom)
        : sources(fact).stream().anyMatch(axioms::contains);
  }

  /** Whether all premises of a fact are as wanted. */
  boolean hasPremises(int fact, IntPredicate wanted) {
    for (int i = start(fact); i < ends[fact]; i++) {
      if (!wanted.test(premises[i])) {
        return false;
      }
    }
    return true;
  }

  int[] premises(int fact) {
    return Arrays.copyOfRange(premises, start(fact), ends[fact]);
  }
}
