// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLObject;

/** Axioms as clauses, and what can be read off the clauses without applying them. Immutable. */
public final class Program {
  /** Begins the name that stands for a blank node: one that keys and DL-safe rules pass over. */
  public static final String SKOLEM = "urn:x-entente:skolem:";

  /** Whether an individual has a name, and does not stand for a blank node. */
  public static boolean hasName(OWLIndividual individual) {
    return individual.isNamed() && !individual.toStringID().startsWith(SKOLEM);
  }

  private final Symbols symbols;
  private final Compiler compiled;
  private List<List<Clause>> byHead;
  private BitSet unnamed;

  private Program(Symbols symbols, Compiler compiled) {
    this.symbols = symbols;
    this.compiled = compiled;
  }

  /** Compiles axioms; linear in their size. */
  public static Program of(Collection<? extends OWLAxiom> axioms, OWLDataFactory factory) {
    return of(axioms, List.of(), factory);
  }

  /**
   * Compiles axioms; linear in their size.
   *
   * @param individuals those there are beside the ones in the axioms: what holds of everything
   *     holds of them
   */
  public static Program of(
      Collection<? extends OWLAxiom> axioms,
      Collection<? extends OWLIndividual> individuals,
      OWLDataFactory factory) {
    var symbols = new Symbols();
    individuals.forEach(symbols::term);
    var compiler = new Compiler(symbols, factory);
    compiler.compile(axioms);
    return new Program(symbols, compiler);
  }

  /**
   * This program with more axioms. What is compiled is not compiled again: a copy of it, and work
   * linear in the size of the new axioms, or of all where the new ones want complements.
   *
   * @see Closure#with
   */
  public Program with(Collection<? extends OWLAxiom> axioms) {
    var more = symbols.copy();
    return new Program(more, compiled.with(axioms, more));
  }

  Symbols symbols() {
    return symbols;
  }

  Compiler compiled() {
    return compiled;
  }

  /**
   * Why the closure under the rules may lack facts of some predicates, if it may.
   *
   * <p>The predicates that lead to the given ones are followed backwards through all clauses, with
   * equality always among them. If every clause met on the way is a rule that {@link Closure}
   * applies, or is satisfied by the facts of the closure as they stand, then the closure has all
   * facts of these predicates, provided that the axioms are consistent: take any model, and
   * interpret the predicates met by the facts of the closure alone. Clauses that lead to a
   * predicate met have bodies met as well and hold in the closure; in all other clauses a predicate
   * met occurs in the body only, where fewer facts do no harm. (Things without a name have just
   * those facts that rules derive for anything, and so for every named thing too. A clause that is
   * no rule is taken to be satisfied only where each of its variables must stand for a named
   * thing.)
   *
   * @param entities classes (or class expressions) and properties
   * @param closure the closure of these axioms, or of these and definitions that extend them
   *     conservatively
   * @return the axiom or class expression that the rules do not follow in full; empty when the
   *     closure is complete for these entities
   */
  public Optional<OWLObject> beyondRules(
      Collection<? extends OWLObject> entities, Closure closure) {
    var unnamed = unnamed();
    return unfollowed(
        entities,
        clause -> clause.exact() && ofNamed(clause, unnamed) && closure.satisfies(clause, symbols));
  }

  /**
   * Whether all clauses that lead to some predicates are rules, so that facts of these predicates
   * follow from any consistent part of the axioms only by rules.
   */
  public boolean ruled(Collection<? extends OWLObject> entities) {
    return unfollowed(entities, clause -> false).isEmpty();
  }

  /**
   * The clauses that are no rules among those that lead to some predicates; empty where one of them
   * may be about things without a name.
   */
  Optional<Set<Clause>> choices(Collection<? extends OWLObject> entities) {
    var unnamed = unnamed();
    var choices = new LinkedHashSet<Clause>();
    return unfollowed(entities, clause -> chosen(clause, choices, unnamed)).isEmpty()
        ? Optional.of(choices)
        : Optional.empty();
  }

  private static boolean chosen(Clause clause, Set<Clause> choices, BitSet unnamed) {
    choices.add(clause);
    return ofNamed(clause, unnamed);
  }

  /**
   * The facts of some predicates that the closure lacks and that may follow.
   *
   * @param entities classes (or class expressions) and properties; none for equality
   * @param bound of a closure, and this program
   * @return empty where that cannot be told
   */
  public Optional<List<OWLAxiom>> open(Collection<? extends OWLObject> entities, UpperBound bound) {
    if (unfollowed(entities, bound::follows).isPresent()) {
      return Optional.empty();
    }
    if (entities.isEmpty()) {
      return bound.open(null);
    }
    var all = new ArrayList<OWLAxiom>();
    for (var entity : entities) {
      var open = bound.open(entity);
      if (open.isEmpty() && symbols.known(entity) >= 0) {
        return Optional.empty();
      }
      open.ifPresent(all::addAll);
    }
    return Optional.of(all);
  }

  /** The first clause that is no rule, and not as wanted, among those that lead to predicates. */
  private Optional<OWLObject> unfollowed(
      Collection<? extends OWLObject> entities, Predicate<Clause> followed) {
    var met = new BitSet();
    var open = new ArrayList<Integer>();
    meet(Symbols.SAME, met, open);
    for (var entity : entities) {
      int predicate = symbols.known(entity);
      if (predicate >= 0) {
        meet(predicate, met, open);
      }
    }
    var leading = clausesByHead();
    while (!open.isEmpty()) {
      int predicate = open.remove(open.size() - 1);
      for (var clause : leading.get(predicate)) {
        if (!clause.derives() && !followed.test(clause)) {
          return Optional.of(clause.source() != null ? clause.source() : defined(clause));
        }
        clause.body().forEach(atom -> meet(atom.predicate(), met, open));
      }
    }
    return Optional.empty();
  }

  /** The clauses, by number, with a conclusion of one of the predicates. */
  BitSet leadingTo(BitSet wanted) {
    var clauses = compiled.clauses();
    var leading = new BitSet();
    for (int i = 0; i < clauses.size(); i++) {
      if (clauses.get(i).derives() && wanted.get(clauses.get(i).head().predicate())) {
        leading.set(i);
      }
    }
    return leading;
  }

  /**
   * Transitivity of symmetric properties on which nothing else depends: what other clauses say of a
   * pair of such a property, they say of one of its terms alone, and each term that is in any pair
   * is in one that comes about without transitivity. Such pairs need not be written out.
   */
  List<Clause> connecting() {
    var depended = new BitSet();
    compiled.atLeasts().forEach(atLeast -> depended.set(atLeast.property()));
    var symmetric = new BitSet();
    for (var clause : compiled.clauses()) {
      if (clause.mirrors()) {
        symmetric.set(clause.head().predicate());
      } else if (!clause.composes() && !clause.aboutOneTerm()) {
        clause.body().forEach(atom -> depended.set(atom.predicate()));
      }
      if (!clause.derives()) {
        clause.heads().forEach(atom -> depended.set(atom.predicate()));
      }
    }
    symmetric.andNot(depended);
    return compiled.clauses().stream()
        .filter(clause -> clause.composes() && symmetric.get(clause.head().predicate()))
        .toList();
  }

  /**
   * The classes and properties that lead to the given ones, through any clause, with the given ones
   * themselves. Equality is left out.
   */
  public Set<OWLObject> leadingTo(Collection<? extends OWLObject> entities) {
    var met = new BitSet();
    var open = new ArrayList<Integer>();
    for (var entity : entities) {
      int predicate = symbols.known(entity);
      if (predicate >= 0) {
        meet(predicate, met, open);
      }
    }
    var leading = clausesByHead();
    var result = new LinkedHashSet<OWLObject>();
    while (!open.isEmpty()) {
      int predicate = open.remove(open.size() - 1);
      if (predicate != Symbols.SAME) {
        result.add(symbols.predicate(predicate));
      }
      for (var clause : leading.get(predicate)) {
        clause.body().forEach(atom -> meet(atom.predicate(), met, open));
      }
    }
    return result;
  }

  /**
   * Places of predicates (twice the predicate, and one more for its second term) that rules may
   * fill with things that have no name.
   */
  private synchronized BitSet unnamed() {
    if (unnamed == null) {
      unnamed = findUnnamed();
    }
    return unnamed;
  }

  private BitSet findUnnamed() {
    var unnamed = new BitSet();
    unnamed.set(2 * compiled.thing());
    int before;
    do {
      before = unnamed.cardinality();
      for (var clause : compiled.clauses()) {
        if (clause.derives()) {
          var head = clause.head();
          places(head, term -> mayBeUnnamed(term, clause, unnamed)).forEach(unnamed::set);
        }
      }
    } while (unnamed.cardinality() > before);
    return unnamed;
  }

  private static boolean mayBeUnnamed(int term, Clause clause, BitSet unnamed) {
    return term >= 0
        && clause.body().stream()
            .flatMapToInt(atom -> places(atom, other -> other == term))
            .allMatch(unnamed::get);
  }

  private static boolean ofNamed(Clause clause, BitSet unnamed) {
    return !clause.body().isEmpty()
        && IntStream.range(0, clause.variables())
            .filter(v -> clause.body().stream().anyMatch(a -> a.first() == v || a.second() == v))
            .noneMatch(v -> mayBeUnnamed(v, clause, unnamed));
  }

  /** The places of an atom whose terms are as wanted. */
  private static IntStream places(Clause.Atom atom, IntPredicate wanted) {
    var places = IntStream.builder();
    if (wanted.test(atom.first())) {
      places.add(2 * atom.predicate());
    }
    if (!atom.unary() && wanted.test(atom.second())) {
      places.add(2 * atom.predicate() + 1);
    }
    return places.build();
  }

  /** The expression that a clause without an axiom of its own is about. */
  private OWLObject defined(Clause clause) {
    return Stream.concat(clause.heads(), clause.body().stream())
        .mapToInt(Clause.Atom::predicate)
        .filter(p -> p != Symbols.SAME)
        .mapToObj(symbols::predicate)
        .findFirst()
        .orElseThrow();
  }

  private static void meet(int predicate, BitSet met, List<Integer> open) {
    if (!met.get(predicate)) {
      met.set(predicate);
      open.add(predicate);
    }
  }

  private synchronized List<List<Clause>> clausesByHead() {
    if (byHead == null) {
      byHead = findClausesByHead();
    }
    return byHead;
  }

  private List<List<Clause>> findClausesByHead() {
    var byHead = new ArrayList<List<Clause>>();
    for (int i = 0; i < symbols.predicateCount(); i++) {
      byHead.add(new ArrayList<>());
    }
    for (var clause : compiled.clauses()) {
      clause
          .heads()
          .mapToInt(Clause.Atom::predicate)
          .distinct()
          .forEach(p -> byHead.get(p).add(clause));
    }
    return byHead;
  }
}
