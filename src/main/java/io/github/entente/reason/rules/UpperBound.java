// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import io.github.entente.reason.rules.Clause.Atom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLDataProperty;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLObject;

/**
 * Facts that include all that follow: the closure, continued with the clauses that are no rules.
 * Where one of several things follows, all of them are taken to; what must exist is a thing without
 * a name, the same for all that want it, unless there is a thing that will do.
 *
 * <p>Why nothing is left out, if the axioms are consistent: build a model step by step from the
 * stated facts, at each choice as some model of the axioms has it, with a new thing for what must
 * exist. Each fact of that model has a fact here that it can be mapped to, names to themselves,
 * since whatever clause brought it about is satisfied here in each of its alternatives. So a fact
 * about names that is not here fails in that model. This holds for predicates to which no clause
 * leads that is not {@link #follows followed}. Immutable.
 */
public final class UpperBound {
  /** It is of use only while it stays close to the closure. */
  private static final int MAX_GROWTH = 2;

  private static final int MAX_GROWTH_OF_SMALL = 20_000;

  private final Closure closure;
  private final Map<Integer, List<OWLAxiom>> open;
  private final Set<Clause> unfollowed;
  private final Set<Integer> unconnected;
  private final boolean contradictory;

  private UpperBound(
      Closure closure,
      Map<Integer, List<OWLAxiom>> open,
      Set<Clause> unfollowed,
      Set<Integer> unconnected,
      boolean contradictory) {
    this.closure = closure;
    this.open = open;
    this.unfollowed = unfollowed;
    this.unconnected = unconnected;
    this.contradictory = contradictory;
  }

  /**
   * Continues a closure.
   *
   * @param program of the axioms of the closure, or of some of them
   * @return empty when it was stopped, or grew too large to be of use
   */
  public static Optional<UpperBound> of(Closure closure, Program program, BooleanSupplier stop) {
    var growing = new Growing(closure, program);
    return growing.run(stop) ? Optional.of(growing.result()) : Optional.empty();
  }

  /** Whether a clause that is no rule is satisfied here, whatever else holds. */
  boolean follows(Clause clause) {
    return !unfollowed.contains(clause);
  }

  /**
   * Facts about names that the closure lacks and that may follow.
   *
   * @param entity null for equality
   * @return empty where the closure does not know the entity, or they are too many
   */
  Optional<List<OWLAxiom>> open(OWLObject entity) {
    int predicate = entity == null ? Symbols.SAME : closure.symbols().known(entity);
    return predicate < 0 || unconnected.contains(predicate)
        ? Optional.empty()
        : Optional.of(open.getOrDefault(predicate, List.of()));
  }

  /**
   * Whether the facts are a model of all clauses. If the clauses say all that the axioms do, the
   * axioms are then consistent.
   */
  public boolean satisfiesAll() {
    return unfollowed.isEmpty() && !contradictory;
  }

  /** The computation. */
  private static final class Growing implements Saturation.Listener {
    private final Closure closure;
    private final Program program;
    private final Symbols symbols;
    private final int lower;
    private final int thing;
    private final FactTable facts;
    private final Map<OWLObject, Integer> ownPredicates = new HashMap<>();
    private final Map<OWLObject, Integer> ownTerms = new HashMap<>();
    private final Map<Clause, Clause> originals = new IdentityHashMap<>();
    private final Map<Unnamed, Integer> witnesses = new HashMap<>();
    private final Set<Clause> unfollowed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Wanted> wanted = new ArrayList<>();
    private boolean contradictory;
    private int terms;

    /** Something that must exist, unless it does. */
    private record Wanted(Clause clause, List<Atom> atoms, int[] bindings) {}

    /** What must exist, and the variable that stands for it. */
    private record Unnamed(List<Atom> atoms, int variable) {}

    Growing(Closure closure, Program program) {
      this.closure = closure;
      this.program = program;
      this.symbols = closure.symbols();
      this.lower = closure.facts().size();
      this.terms = symbols.termCount();
      this.facts = closure.facts().copy(predicateLimit());
      this.thing = program.compiled().thing();
      this.contradictory = closure.contradiction().isPresent();
    }

    private int predicateLimit() {
      return symbols.predicateCount() + program.symbols().predicateCount();
    }

    boolean run(BooleanSupplier stop) {
      var all = new Saturation(facts, predicateLimit(), this);
      var choices = new Saturation(facts, predicateLimit(), this);
      for (var original : program.compiled().clauses()) {
        if (!original.exact()) {
          unfollowed.add(original);
          continue;
        }
        var clause = translated(original);
        if (clause.composes() && closure.equivalence(clause.head().predicate()).isPresent()) {
          continue; // Nothing but pairs of the property itself depends on it.
        }
        originals.put(clause, original);
        all.add(clause);
        if (!original.derives() && !original.contradicts()) {
          choices.add(clause);
        }
      }
      int limit = MAX_GROWTH * lower + MAX_GROWTH_OF_SMALL;
      for (int fact = 0; fact < lower; fact++) {
        choices.match(fact);
      }
      int done = lower;
      do {
        while (done < facts.size()) {
          if (facts.size() > limit || stop.getAsBoolean()) {
            return false;
          }
          all.match(done);
          all.equate(done++);
        }
        bringAbout();
      } while (done < facts.size());
      return true;
    }

    private void bringAbout() {
      var now = List.copyOf(wanted);
      wanted.clear();
      for (var want : now) {
        if (Saturation.exists(facts, want.atoms(), want.bindings(), b -> true)) {
          continue;
        }
        if (want.atoms().stream().anyMatch(this::ofData)) {
          // Which value it is may be settled by what confines the values: unknown.
          unfollowed.add(originals.get(want.clause()));
          continue;
        }
        for (var atom : want.atoms()) {
          add(atom.predicate(), name(atom, want, true), name(atom, want, false));
        }
      }
    }

    private boolean ofData(Atom atom) {
      return !atom.unary()
          && atom.predicate() < symbols.predicateCount()
          && symbols.predicate(atom.predicate()) instanceof OWLDataProperty;
    }

    /** The term at a place of an atom: what it is bound to, or the thing without a name. */
    private int name(Atom atom, Wanted want, boolean first) {
      if (!first && atom.unary()) {
        return Atom.NONE;
      }
      int term = first ? atom.first() : atom.second();
      int value = Saturation.value(term, want.bindings());
      return value >= 0 ? value : witness(want.atoms(), term);
    }

    private int witness(List<Atom> atoms, int variable) {
      return witnesses.computeIfAbsent(
          new Unnamed(atoms, variable),
          k -> {
            add(thing(), terms, Atom.NONE);
            return terms++;
          });
    }

    private int thing() {
      return predicate(program.symbols().predicate(thing));
    }

    private void add(int predicate, int first, int second) {
      if (!(predicate == Symbols.SAME && first == second)) {
        facts.add(predicate, first, second);
      }
    }

    @Override
    public void matched(Clause clause, int[] bindings, int[] premises) {
      if (clause.contradicts()) {
        contradictory = true;
      }
      for (var alternative : clause.alternatives()) {
        if (alternative.stream().allMatch(atom -> bound(atom, bindings))) {
          for (var atom : alternative) {
            add(
                atom.predicate(),
                Saturation.value(atom.first(), bindings),
                atom.unary() ? Atom.NONE : Saturation.value(atom.second(), bindings));
          }
        } else if (!Saturation.exists(facts, alternative, bindings, b -> true)) {
          wanted.add(new Wanted(clause, alternative, bindings.clone()));
        }
      }
    }

    private static boolean bound(Atom atom, int[] bindings) {
      return Saturation.value(atom.first(), bindings) >= 0
          && (atom.unary() || Saturation.value(atom.second(), bindings) >= 0);
    }

    @Override
    public void substituted(int predicate, int first, int second, int fact, int equality) {
      add(predicate, first, second);
    }

    @Override
    public void reversed(int equality) {
      add(Symbols.SAME, facts.second(equality), facts.first(equality));
    }

    // ---- the program's symbols in those of the closure ----

    /** A clause that says something of everything says it of things, so that they set it off. */
    private Clause translated(Clause clause) {
      var body = translated(clause.body());
      if (body.isEmpty()) {
        body = List.of(Atom.of(thing(), 0));
      }
      return new Clause(
          body, clause.alternatives().stream().map(this::translated).toList(), true, null);
    }

    private List<Atom> translated(List<Atom> atoms) {
      return atoms.stream()
          .map(
              atom ->
                  new Atom(
                      predicate(program.symbols().predicate(atom.predicate())),
                      term(atom.first()),
                      atom.unary() ? Atom.NONE : term(atom.second())))
          .toList();
    }

    private int predicate(OWLObject object) {
      if (object == null) {
        return Symbols.SAME;
      }
      int known = symbols.known(object);
      return known >= 0
          ? known
          : ownPredicates.computeIfAbsent(
              object, k -> symbols.predicateCount() + ownPredicates.size());
    }

    private int term(int term) {
      if (term >= 0) {
        return term;
      }
      var object = program.symbols().term(Atom.constant(term));
      int known = symbols.knownTerm(object);
      return Atom.constant(known >= 0 ? known : ownTerms.computeIfAbsent(object, k -> terms++));
    }

    // ---- what came of it ----

    UpperBound result() {
      var open = new HashMap<Integer, List<OWLAxiom>>();
      IntStream.range(lower, facts.size())
          .filter(this::ofNames)
          .forEach(
              fact ->
                  open.computeIfAbsent(facts.predicate(fact), k -> new ArrayList<>())
                      .add(closure.axiom(facts, fact)));
      var unconnected = new HashSet<Integer>();
      IntStream.range(lower, facts.size())
          .map(facts::predicate)
          .filter(predicate -> closure.equivalence(predicate).isPresent())
          .forEach(unconnected::add);
      return new UpperBound(closure, open, unfollowed, unconnected, contradictory || denied());
    }

    private boolean ofNames(int fact) {
      return facts.predicate(fact) < symbols.predicateCount()
          && facts.first(fact) < symbols.termCount()
          && symbols.term(facts.first(fact)) instanceof OWLIndividual
          && facts.second(fact) < symbols.termCount();
    }

    /** Whether things that are said to be different are equal here. */
    private boolean denied() {
      var same = facts.of(Symbols.SAME);
      var groups = closure.differents();
      return same.size() > 0
          && IntStream.range(0, same.size())
              .anyMatch(
                  i -> {
                    int one = facts.first(same.get(i));
                    int other = facts.second(same.get(i));
                    return groups.stream().anyMatch(g -> g.contains(one) && g.contains(other));
                  });
    }
  }
}
