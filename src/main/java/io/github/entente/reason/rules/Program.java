// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLObject;

/** Axioms as clauses, and what can be read off the clauses without applying them. Immutable. */
public final class Program {
  private final Symbols symbols;
  private final Compiler compiled;

  private Program(Symbols symbols, Compiler compiled) {
    this.symbols = symbols;
    this.compiled = compiled;
  }

  /** Compiles axioms; linear in their size. */
  public static Program of(Collection<? extends OWLAxiom> axioms, OWLDataFactory factory) {
    var symbols = new Symbols();
    var compiler = new Compiler(symbols, factory);
    compiler.compile(axioms);
    return new Program(symbols, compiler);
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
   * met occurs in the body only, where fewer facts do no harm. (A clause whose body may hold of
   * things without a name is not taken to be satisfied.)
   *
   * @param entities classes (or class expressions) and properties
   * @param closure the closure of these axioms, or of these and definitions that extend them
   *     conservatively
   * @return the axiom or class expression that the rules do not follow in full; empty when the
   *     closure is complete for these entities
   */
  public Optional<OWLObject> beyondRules(
      Collection<? extends OWLObject> entities, Closure closure) {
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
    var universal = universal();
    while (!open.isEmpty()) {
      int predicate = open.remove(open.size() - 1);
      for (var clause : leading.get(predicate)) {
        boolean named = clause.body().stream().anyMatch(atom -> !universal.get(atom.predicate()));
        if (!clause.derives() && !(clause.exact() && named && closure.satisfies(clause, symbols))) {
          return Optional.of(
              clause.source() != null ? clause.source() : symbols.predicate(headOf(clause)));
        }
        clause.body().forEach(atom -> meet(atom.predicate(), met, open));
      }
    }
    return Optional.empty();
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
    var result = new java.util.LinkedHashSet<OWLObject>();
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

  /** Predicates whose facts may hold of anything, whether it has a name or not. */
  private BitSet universal() {
    var universal = new BitSet();
    universal.set(compiled.thing());
    boolean more = true;
    while (more) {
      more = false;
      for (var clause : compiled.clauses()) {
        if (clause.body().stream().allMatch(atom -> universal.get(atom.predicate()))) {
          for (var head : clause.heads().toList()) {
            boolean ofVariable = head.first() >= 0 || (!head.unary() && head.second() >= 0);
            if (ofVariable && !universal.get(head.predicate())) {
              universal.set(head.predicate());
              more = true;
            }
          }
        }
      }
    }
    return universal;
  }

  private static int headOf(Clause clause) {
    return clause
        .heads()
        .mapToInt(Clause.Atom::predicate)
        .filter(p -> p != Symbols.SAME)
        .findFirst()
        .orElse(Symbols.SAME);
  }

  private static void meet(int predicate, BitSet met, List<Integer> open) {
    if (!met.get(predicate)) {
      met.set(predicate);
      open.add(predicate);
    }
  }

  private List<List<Clause>> clausesByHead() {
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
