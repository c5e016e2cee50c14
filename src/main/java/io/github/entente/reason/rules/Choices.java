// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import io.github.entente.reason.rules.Clause.Atom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLObject;
import org.semanticweb.owlapi.model.OWLObjectCardinalityRestriction;
import org.semanticweb.owlapi.model.OWLObjectExactCardinality;
import org.semanticweb.owlapi.model.OWLObjectMaxCardinality;
import org.semanticweb.owlapi.model.OWLObjectMinCardinality;

/**
 * What clauses that are no rules bring about in a closure: for each match of a body, facts of the
 * closure with which one of the alternatives holds. For use by one thread, once.
 */
final class Choices {
  private static final int MOST = 50_000;

  private final Program program;
  private final Closure closure;
  private final FactTable facts;
  private final List<Made> made = new ArrayList<>();

  /**
   * A clause with a choice, as it is in the closure.
   *
   * @param body facts that satisfy its body
   * @param heads facts that satisfy an alternative
   * @param source its axiom, or null
   */
  record Made(int[] body, int[] heads, OWLAxiom source) {}

  private Choices(Program program, Closure closure) {
    this.program = program;
    this.closure = closure;
    this.facts = closure.facts();
  }

  /**
   * What the clauses of a program that lead to entities, and are no rules, bring about in a
   * closure; empty where one of them does not hold there, or that cannot be told.
   */
  static Optional<List<Made>> of(
      Program program, Closure closure, Collection<? extends OWLObject> entities) {
    var choices = new Choices(program, closure);
    var clauses = program.choices(entities);
    return clauses.isPresent() && clauses.get().stream().allMatch(choices::hold)
        ? Optional.of(choices.made)
        : Optional.empty();
  }

  private boolean hold(Clause clause) {
    return clause.exact() ? exactly(clause) : counted(clause);
  }

  private boolean exactly(Clause clause) {
    var body = closure.translated(clause.body(), program.symbols());
    if (body.isEmpty()) {
      return true;
    }
    var alternatives =
        clause.alternatives().stream()
            .flatMap(a -> closure.translated(a, program.symbols()).stream())
            .toList();
    return !Saturation.exists(
        facts,
        body.get(),
        Saturation.unbound(clause.variables()),
        bindings -> !satisfied(body.get(), alternatives, bindings, clause));
  }

  private boolean satisfied(
      List<Atom> body, List<List<Atom>> alternatives, int[] bindings, Clause clause) {
    for (var alternative : alternatives) {
      boolean holds =
          Saturation.exists(
              facts,
              alternative,
              bindings.clone(),
              all -> {
                made.add(new Made(numbers(body, all), numbers(alternative, all), clause.source()));
                return true;
              });
      if (holds) {
        return made.size() < MOST;
      }
    }
    return false;
  }

  /** The facts that atoms are; what equals itself needs none. */
  private int[] numbers(List<Atom> atoms, int[] bindings) {
    return atoms.stream()
        .mapToInt(atom -> facts.find(atom, bindings))
        .filter(fact -> fact >= 0)
        .toArray();
  }

  // ---- cardinalities over 1, which clauses do not put exactly ----

  private boolean counted(Clause clause) {
    if (facts.of(Symbols.SAME).size() > 0) {
      return false; // Names are no longer things, and would be counted twice.
    }
    var atLeast =
        program.compiled().atLeasts().stream()
            .filter(one -> clause.heads().anyMatch(atom -> atom.predicate() == one.head()))
            .filter(one -> clause.body().stream().anyMatch(a -> a.predicate() == one.property()))
            .findFirst();
    return atLeast.isPresent() ? recognised(atLeast.get()) : unfolded(clause);
  }

  /** Whoever has as many fillers is an instance; which of them are said to differ is left open. */
  private boolean recognised(AtLeast atLeast) {
    int property = known(atLeast.property());
    int filler = known(atLeast.filler());
    int head = known(atLeast.head());
    if (property < 0 || filler < 0) {
      return true;
    }
    var links = facts.of(property);
    return IntStream.range(0, links.size())
        .map(i -> atLeast.inverse() ? facts.second(links.get(i)) : facts.first(links.get(i)))
        .distinct()
        .allMatch(
            subject ->
                AtLeast.fillers(property, atLeast.inverse(), filler, subject, facts).size()
                        < atLeast.count()
                    || head >= 0 && facts.find(head, subject, Atom.NONE) >= 0);
  }

  /** A minimum or maximum that something is said to have. */
  private boolean unfolded(Clause clause) {
    boolean ofOne = !clause.body().isEmpty() && clause.body().get(0).unary();
    if (!ofOne
        || !(program.symbols().predicate(clause.body().get(0).predicate())
            instanceof OWLObjectCardinalityRestriction count)) {
      return false;
    }
    boolean equates = clause.heads().allMatch(atom -> atom.predicate() == Symbols.SAME);
    int has = closure.symbols().known(count);
    int property = closure.symbols().known(count.getProperty().getNamedProperty());
    int filler = closure.symbols().known(count.getFiller());
    if (has < 0 || facts.of(has).size() == 0) {
      return true;
    }
    if (property < 0 || filler < 0 || !(equates ? atMost(count) : atLeast(count))) {
      return false;
    }
    boolean inverse = count.getProperty().isAnonymous();
    var instances = facts.of(has);
    for (int i = 0; i < instances.size(); i++) {
      int instance = instances.get(i);
      var fillers = AtLeast.fillers(property, inverse, filler, facts.first(instance), facts);
      if (equates
          ? fillers.size() > count.getCardinality()
          : fillers.size() < count.getCardinality()) {
        return false;
      }
      if (!equates) {
        made.add(new Made(new int[] {instance}, some(fillers, count.getCardinality()), null));
      }
    }
    return made.size() < MOST;
  }

  private static boolean atMost(OWLObjectCardinalityRestriction count) {
    return count instanceof OWLObjectMaxCardinality || count instanceof OWLObjectExactCardinality;
  }

  private static boolean atLeast(OWLObjectCardinalityRestriction count) {
    return count instanceof OWLObjectMinCardinality || count instanceof OWLObjectExactCardinality;
  }

  private static int[] some(Map<Integer, int[]> fillers, int count) {
    return fillers.values().stream().limit(count).flatMapToInt(IntStream::of).toArray();
  }

  private int known(int predicate) {
    return closure.symbols().known(program.symbols().predicate(predicate));
  }
}
