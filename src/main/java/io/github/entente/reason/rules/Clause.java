// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLFunctionalObjectPropertyAxiom;
import org.semanticweb.owlapi.model.OWLHasKeyAxiom;
import org.semanticweb.owlapi.model.SWRLRule;

/**
 * A clause of first-order logic that an axiom amounts to: if all atoms of the body hold, then one
 * of the alternatives does, for some choice of the variables that are not in the body; without any
 * alternative the body is a contradiction.
 *
 * @param body atoms that must hold
 * @param alternatives what may follow, each a conjunction
 * @param exact whether it says just what the axiom does; otherwise the alternatives only name the
 *     predicates that the axiom may bring about
 * @param source the axiom, or null for the definition of a class expression's own predicate
 */
record Clause(List<Atom> body, List<List<Atom>> alternatives, boolean exact, OWLAxiom source) {
  Clause {
    body = List.copyOf(body);
    alternatives = alternatives.stream().map(List::copyOf).toList();
  }

  /** A clause that is a rule with one conclusion. */
  static Clause rule(List<Atom> body, Atom head, OWLAxiom source) {
    return new Clause(body, List.of(List.of(head)), true, source);
  }

  /** Whether it can be applied as a rule. */
  boolean derives() {
    return exact
        && alternatives.size() == 1
        && alternatives.get(0).size() == 1
        && bound(head().first())
        && (head().unary() || bound(head().second()));
  }

  private boolean bound(int term) {
    return term < 0 || body.stream().anyMatch(a -> a.first() == term || a.second() == term);
  }

  /** How many variables it needs: one more than the highest number; constants are none. */
  int variables() {
    return Stream.concat(body.stream(), heads())
            .flatMapToInt(atom -> IntStream.of(atom.first(), atom.second()))
            .reduce(-1, Math::max)
        + 1;
  }

  boolean contradicts() {
    return alternatives.isEmpty();
  }

  /** Whether it is about individuals with a name only. */
  boolean ofNamesOnly() {
    return source instanceof OWLHasKeyAxiom || source instanceof SWRLRule;
  }

  /** Whether it says that two values of a functional object property are one. */
  boolean functional() {
    return source instanceof OWLFunctionalObjectPropertyAxiom
        && body.size() == 2
        && body.get(0).first() == 0
        && !body.get(0).equals(body.get(1));
  }

  /** Whether it says that a property is transitive. */
  boolean composes() {
    return exact
        && alternatives.size() == 1
        && alternatives.get(0).size() == 1
        && !head().unary()
        && head().equals(new Atom(head().predicate(), 0, 2))
        && body.equals(
            List.of(new Atom(head().predicate(), 0, 1), new Atom(head().predicate(), 1, 2)));
  }

  /** Whether it says that a property is symmetric. */
  boolean mirrors() {
    return exact
        && alternatives.size() == 1
        && alternatives.get(0).size() == 1
        && head().equals(new Atom(head().predicate(), 1, 0))
        && body.equals(List.of(new Atom(head().predicate(), 0, 1)));
  }

  /**
   * Whether it says of each pair of a property something of one term, or that there is none: the
   * other term may then be any.
   */
  boolean aboutOneTerm() {
    return body.size() == 1
        && !body.get(0).unary()
        && body.get(0).first() >= 0
        && body.get(0).second() >= 0
        && body.get(0).first() != body.get(0).second()
        && !ofNamesOnly()
        && (contradicts() || derives() && head().unary());
  }

  /** The first atom that may follow: the conclusion, of a rule. */
  Atom head() {
    return alternatives.get(0).get(0);
  }

  /** All atoms that may follow. */
  Stream<Atom> heads() {
    return alternatives.stream().flatMap(List::stream);
  }

  /**
   * A predicate applied to one or two terms: a variable is its number, a constant {@code -1 - id}.
   *
   * @param second {@link #NONE} for a unary predicate
   */
  record Atom(int predicate, int first, int second) {
    static final int NONE = Integer.MIN_VALUE;

    static Atom of(int predicate, int term) {
      return new Atom(predicate, term, NONE);
    }

    static int constant(int id) {
      return -1 - id;
    }

    boolean unary() {
      return second == NONE;
    }
  }
}
