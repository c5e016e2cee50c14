// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import io.github.entente.reason.rules.Clause.Atom;
import io.github.entente.reason.rules.Steps.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLDataProperty;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLLiteral;
import org.semanticweb.owlapi.model.OWLObject;
import org.semanticweb.owlapi.model.OWLObjectProperty;
import org.semanticweb.owlapi.model.OWLObjectPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLObjectPropertyExpression;
import org.semanticweb.owlapi.model.OWLProperty;
import org.semanticweb.owlapi.model.OWLPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLPropertyExpression;
import org.semanticweb.owlapi.model.OWLSameIndividualAxiom;

/**
 * Everything that a program's rules derive from its facts. Each fact keeps one derivation: the
 * axiom applied and the facts it was applied to. Sound always; for which predicates it is complete,
 * {@link Program#beyondRules} says. Immutable once made; safe for use by many threads.
 */
public final class Closure {
  private static final int[] NO_PREMISES = {};
  private static final int CHECK_EVERY = 4096;

  /** Past so many pairs a symmetric and transitive property is kept as classes, where it can be. */
  private static final int MANY_PAIRS = 100_000;

  private final Program program;
  private final Symbols symbols;
  private final OWLDataFactory factory;
  private final FactTable facts;
  private final Steps steps;
  private final BitSet composed = new BitSet();

  /** Of a predicate whose pairs are not all in the table, but connected by those that are. */
  private final Map<Integer, Equivalence> equivalences = new HashMap<>();

  private final int manyPairs;
  private Step contradiction;

  /**
   * A fact with its derivation, in terms of OWL.
   *
   * @param conclusion what is derived
   * @param axioms axioms applied in the last step; the conclusion alone where it was asserted
   * @param premises the facts they were applied to, as axioms
   */
  public record Derivation(OWLAxiom conclusion, List<OWLAxiom> axioms, List<OWLAxiom> premises) {}

  private Closure(
      Program program,
      OWLDataFactory factory,
      FactTable facts,
      Steps steps,
      BitSet composed,
      int manyPairs) {
    this.manyPairs = manyPairs;
    this.program = program;
    this.symbols = program.symbols();
    this.factory = factory;
    this.facts = facts;
    this.steps = steps;
    this.composed.or(composed);
  }

  private Closure(Closure base, Program program) {
    this(
        program,
        base.factory,
        base.facts.copy(program.symbols().predicateCount()),
        base.steps.copy(),
        base.composed,
        base.manyPairs);
    this.contradiction = base.contradiction;
  }

  /**
   * Computes the closure.
   *
   * @param stop asked now and then; when it says true, the computation ends early
   * @return empty when it was stopped
   */
  public static Optional<Closure> of(
      Program program, OWLDataFactory factory, BooleanSupplier stop) {
    return of(program, factory, MANY_PAIRS, stop);
  }

  /**
   * The same.
   *
   * @param manyPairs past so many pairs a property may be kept as classes
   */
  static Optional<Closure> of(
      Program program, OWLDataFactory factory, int manyPairs, BooleanSupplier stop) {
    var facts = new FactTable(program.symbols().predicateCount());
    var closure = new Closure(program, factory, facts, new Steps(), new BitSet(), manyPairs);
    return closure.continued(new BitSet(), false, stop) ? Optional.of(closure) : Optional.empty();
  }

  /**
   * The closure of this one's program with more axioms, continued from the facts that there are:
   * new clauses are applied to these, and all clauses to new facts only.
   *
   * @param axioms rules most of all; they may be anything
   * @param stop asked now and then; when it says true, the computation ends early
   * @return empty when it was stopped
   */
  public Optional<Closure> with(Collection<? extends OWLAxiom> axioms, BooleanSupplier stop) {
    var closure = new Closure(this, program.with(axioms));
    var fresh = new BitSet();
    fresh.set(program.compiled().clauses().size(), closure.program.compiled().clauses().size());
    fresh.or(closure.program.leadingTo(keptAsClasses()));
    return closure.continued(fresh, false, stop) ? Optional.of(closure) : Optional.empty();
  }

  /**
   * The closure of another program, continued from this one where that spares work: where the
   * programs differ in facts alone. What is there is the same as {@link #of} finds, though some
   * derivation of it may be another.
   *
   * @param other a program, most of whose axioms are those of this one's
   * @param removed the axioms of this one's program that the other lacks
   * @param stop asked now and then; when it says true, the computation ends early
   * @return empty when it was stopped
   */
  public Optional<Closure> after(
      Program other, Set<? extends OWLAxiom> removed, BooleanSupplier stop) {
    var closure = Succession.of(this, other, removed, stop);
    return closure.isPresent() ? closure : of(other, factory, stop);
  }

  /**
   * A closure of another program continued from facts.
   *
   * @param fresh the clauses, by number, that are to be applied to these too
   * @param equate whether equals are to be put for equals in these too
   */
  Optional<Closure> continued(
      Program other,
      FactTable facts,
      Steps steps,
      BitSet composed,
      BitSet fresh,
      boolean equate,
      BooleanSupplier stop) {
    var closure = new Closure(other, factory, facts, steps, composed, manyPairs);
    return closure.continued(fresh, equate, stop) ? Optional.of(closure) : Optional.empty();
  }

  // ---- what it says ----

  /** Number of facts. */
  public long size() {
    long size = facts.size();
    for (var kept : equivalences.entrySet()) {
      size += kept.getValue().pairs() - facts.of(kept.getKey()).size();
    }
    return size;
  }

  /** The individuals that are instances of a class. */
  public Set<OWLIndividual> instances(OWLClassExpression expression) {
    var result = new LinkedHashSet<OWLIndividual>();
    int predicate = symbols.known(expression);
    if (predicate >= 0) {
      facts.of(predicate).forEach(f -> result.add((OWLIndividual) symbols.term(facts.first(f))));
    }
    return result;
  }

  /** Whether an individual is derived to be an instance of a class. */
  public boolean holds(OWLClassExpression expression, OWLIndividual individual) {
    int predicate = symbols.known(expression);
    int term = symbols.knownTerm(individual);
    return predicate >= 0 && term >= 0 && facts.find(predicate, term, Atom.NONE) >= 0;
  }

  /** The pairs that an object property is derived to relate. */
  public void pairs(OWLObjectProperty property, BiConsumer<OWLIndividual, OWLIndividual> action) {
    forEachNamedFact(
        property,
        (predicate, first, second) ->
            action.accept(
                (OWLIndividual) symbols.term(first), (OWLIndividual) symbols.term(second)));
  }

  /**
   * The classes of individuals that a symmetric and transitive property relates to each other, by
   * their numbers, where its pairs are so many that they are kept so; empty where they are not.
   *
   * @return each class ascending; the caller leaves the arrays as they are
   */
  public Optional<List<int[]>> classes(OWLObjectPropertyExpression property) {
    return equivalence(symbols.known(property.getNamedProperty())).map(Equivalence::classes);
  }

  /** How the pairs of a predicate are kept, where they are not all in the table. */
  Optional<Equivalence> equivalence(int predicate) {
    return Optional.ofNullable(equivalences.get(predicate));
  }

  /** The predicates whose pairs are not all in the table. */
  BitSet keptAsClasses() {
    var kept = new BitSet();
    equivalences.keySet().forEach(kept::set);
    return kept;
  }

  /** All individuals. */
  public Set<OWLIndividual> individuals() {
    return instances(factory.getOWLThing());
  }

  /** The facts that can be written with names alone: types, property values, equalities. */
  public Stream<OWLAxiom> namedFacts() {
    var inTable =
        IntStream.range(0, facts.size())
            .filter(fact -> named(fact) && !equivalences.containsKey(facts.predicate(fact)))
            .mapToObj(this::axiom);
    return Stream.concat(inTable, classPairs());
  }

  /** All pairs of what is kept as classes. */
  private Stream<OWLAxiom> classPairs() {
    return equivalences.entrySet().stream()
        .flatMap(
            kept ->
                kept.getValue().classes().stream()
                    .flatMap(
                        members ->
                            Arrays.stream(members)
                                .boxed()
                                .flatMap(
                                    one ->
                                        Arrays.stream(members)
                                            .mapToObj(other -> axiom(kept.getKey(), one, other)))));
  }

  /** Takes facts by numbers of terms, for whoever wants no axioms of them. */
  public interface FactSink {
    /**
     * One fact.
     *
     * @param predicate a class or property; null for equality
     * @param first number of a term, see {@link #term}
     * @param second number of a term; negative where there is none
     */
    void accept(OWLObject predicate, int first, int second);
  }

  /** The types by name, and equalities, in the order in which they were found. */
  public void forEachTypeAndEquality(FactSink sink) {
    for (int fact = 0; fact < facts.size(); fact++) {
      var predicate = symbols.predicate(facts.predicate(fact));
      if (named(fact) && !(predicate instanceof OWLProperty)) {
        sink.accept(predicate, facts.first(fact), facts.second(fact));
      }
    }
  }

  /** The pairs of a property. */
  public void forEachNamedFact(OWLPropertyExpression property, FactSink sink) {
    int predicate = symbols.known(property);
    var kept = equivalence(predicate);
    if (kept.isPresent()) {
      for (var members : kept.get().classes()) {
        for (int one : members) {
          for (int other : members) {
            sink.accept(property, one, other);
          }
        }
      }
    } else if (predicate >= 0) {
      facts.of(predicate).forEach(f -> sink.accept(property, facts.first(f), facts.second(f)));
    }
  }

  /** The object and data properties of which there are facts, by name. */
  public Set<OWLProperty> properties() {
    var properties = new LinkedHashSet<OWLProperty>();
    for (int fact = 0, last = -1; fact < facts.size(); fact++) {
      int predicate = facts.predicate(fact);
      if (predicate != last && symbols.predicate(predicate) instanceof OWLProperty property) {
        properties.add(property);
      }
      last = predicate;
    }
    return properties;
  }

  /** The number of an individual; negative where it has none. */
  public int number(OWLIndividual individual) {
    return symbols.knownTerm(individual);
  }

  /** The individual or literal of a number. */
  public OWLObject term(int number) {
    return symbols.term(number);
  }

  /** Terms have numbers below this. */
  public int termCount() {
    return symbols.termCount();
  }

  /** The derivation of a fact; empty when the closure does not have it. */
  public Optional<Derivation> derivation(OWLAxiom fact) {
    int number = number(fact);
    return number < 0 ? composedPair(fact).map(this::derivation) : Optional.of(derivation(number));
  }

  /** Whether it has a fact. */
  public boolean has(OWLAxiom fact) {
    return number(fact) >= 0 || composedPair(fact).isPresent();
  }

  /** All axioms in the derivations of those of the facts that it has. */
  public Set<OWLAxiom> axiomsUnder(Collection<? extends OWLAxiom> wanted) {
    var axioms = new LinkedHashSet<OWLAxiom>();
    var numbers = IntStream.builder();
    for (var fact : wanted) {
      int number = number(fact);
      if (number >= 0) {
        numbers.add(number);
      } else {
        composedPair(fact)
            .ifPresent(
                pair -> {
                  axioms.add(pair.transitivity().source());
                  pair.steps(facts).forEach(numbers::add);
                });
      }
    }
    addAxioms(axioms, numbers.build());
    return axioms;
  }

  /** A pair of what is kept as classes that is not in the table. */
  private record ComposedPair(Clause transitivity, int[] path) {
    int predicate() {
      return transitivity.head().predicate();
    }

    /** Numbers of the pairs in the table that lead from one to the other. */
    IntStream steps(FactTable facts) {
      return IntStream.range(1, path.length)
          .map(i -> facts.find(predicate(), path[i - 1], path[i]));
    }
  }

  private Optional<ComposedPair> composedPair(OWLAxiom fact) {
    if (!equivalences.isEmpty() && fact instanceof OWLObjectPropertyAssertionAxiom pair) {
      int predicate = symbols.known(pair.getProperty());
      int one = symbols.knownTerm(pair.getSubject());
      int other = symbols.knownTerm(pair.getObject());
      return equivalence(predicate)
          .filter(kept -> kept.has(one, other))
          .map(kept -> new ComposedPair(transitivity(predicate), kept.path(one, other)));
    }
    return Optional.empty();
  }

  private Clause transitivity(int predicate) {
    return program.compiled().clauses().stream()
        .filter(clause -> clause.composes() && clause.head().predicate() == predicate)
        .findFirst()
        .orElseThrow();
  }

  /** From the first step, and the pair that the rest of the path makes. */
  private Derivation derivation(ComposedPair pair) {
    var path = pair.path();
    int predicate = pair.predicate();
    int last = path[path.length - 1];
    return new Derivation(
        axiom(predicate, path[0], last),
        List.of(pair.transitivity().source()),
        List.of(axiom(predicate, path[0], path[1]), axiom(predicate, path[1], last)));
  }

  /** The number of a fact, or -1. */
  int number(OWLAxiom fact) {
    if (fact instanceof OWLClassAssertionAxiom type) {
      return number(type.getClassExpression(), type.getIndividual(), null);
    } else if (fact instanceof OWLPropertyAssertionAxiom<?, ?> value
        && !fact.isOfType(
            AxiomType.NEGATIVE_OBJECT_PROPERTY_ASSERTION,
            AxiomType.NEGATIVE_DATA_PROPERTY_ASSERTION)) {
      return number(value.getProperty(), value.getSubject(), value.getObject());
    } else if (fact instanceof OWLSameIndividualAxiom same) {
      var pair = same.getIndividualsAsList();
      return pair.size() == 2
          ? earlier(number(null, pair.get(0), pair.get(1)), number(null, pair.get(1), pair.get(0)))
          : -1;
    }
    return -1;
  }

  /** Of an equality and its reverse, the one that the other was derived from. */
  private static int earlier(int one, int other) {
    return one < 0 || other < 0 ? Math.max(one, other) : Math.min(one, other);
  }

  private int number(OWLObject predicate, OWLObject first, OWLObject second) {
    int id = predicate == null ? Symbols.SAME : symbols.known(predicate);
    int one = symbols.knownTerm(first);
    int other = second == null ? Atom.NONE : symbols.knownTerm(second);
    boolean known = id >= 0 && one >= 0 && (second == null || other >= 0);
    return known ? facts.find(id, one, other) : -1;
  }

  /** The derivations of all facts, each after those of its premises. */
  public Stream<Derivation> derivations() {
    var composedPairs =
        classPairs()
            .filter(fact -> number(fact) < 0)
            .map(fact -> composedPair(fact).orElseThrow())
            .sorted(Comparator.comparingInt(pair -> pair.path().length))
            .map(this::derivation);
    return Stream.concat(
        IntStream.range(0, facts.size()).mapToObj(this::derivation), composedPairs);
  }

  /** Axioms that contradict each other, if the rules found a contradiction; not minimal. */
  public Optional<Set<OWLAxiom>> contradiction() {
    if (contradiction == null) {
      return Optional.empty();
    }
    var axioms = new LinkedHashSet<OWLAxiom>(contradiction.sources());
    addAxioms(axioms, Arrays.stream(contradiction.premises()));
    return Optional.of(axioms);
  }

  /**
   * What would have to be added so that the rules derive a fact, as little as was found.
   *
   * @param absent facts that are missing; {@code urn:x-entente:some:} names stand for something
   *     that need not have a name
   * @param present facts that are there and would take part
   * @param axioms axioms that would be applied
   */
  public record Lack(List<OWLAxiom> absent, List<OWLAxiom> present, List<OWLAxiom> axioms) {}

  /**
   * What is missing for a fact that it does not have; bounded search, deepest first to a depth.
   * Empty where nothing was found.
   */
  public Optional<Lack> lack(OWLAxiom fact, int depth) {
    Atom goal;
    if (fact instanceof OWLClassAssertionAxiom type) {
      goal =
          Atom.of(
              symbols.known(type.getClassExpression()), symbols.knownTerm(type.getIndividual()));
    } else if (fact instanceof OWLPropertyAssertionAxiom<?, ?> value) {
      goal =
          new Atom(
              symbols.known(value.getProperty()),
              symbols.knownTerm(value.getSubject()),
              symbols.knownTerm(value.getObject()));
    } else {
      return Optional.empty();
    }
    if (goal.predicate() < 0 || goal.first() < 0 || !goal.unary() && goal.second() < 0) {
      return Optional.empty();
    }
    return Optional.ofNullable(new Abduction(program, facts).of(goal, depth))
        .map(
            plan ->
                new Lack(
                    plan.absent().stream().map(this::axiom).toList(),
                    plan.present().stream().filter(this::named).map(this::axiom).toList(),
                    plan.clauses().stream()
                        .map(Clause::source)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()));
  }

  private OWLAxiom axiom(Atom atom) {
    var predicate = symbols.predicate(atom.predicate());
    var first = individual(atom.first());
    if (predicate instanceof OWLClassExpression expression) {
      return factory.getOWLClassAssertionAxiom(expression, first);
    } else if (predicate == null) {
      return factory.getOWLSameIndividualAxiom(List.of(first, individual(atom.second())));
    }
    return predicate instanceof OWLObjectProperty property
        ? factory.getOWLObjectPropertyAssertionAxiom(property, first, individual(atom.second()))
        : factory.getOWLDataPropertyAssertionAxiom(
            (OWLDataProperty) predicate,
            first,
            atom.second() >= Abduction.SOME
                ? factory.getOWLLiteral("…")
                : (OWLLiteral) symbols.term(atom.second()));
  }

  private OWLIndividual individual(int term) {
    return term >= Abduction.SOME
        ? factory.getOWLNamedIndividual(
            IRI.create("urn:x-entente:some:" + (term - Abduction.SOME + 1)))
        : (OWLIndividual) symbols.term(term);
  }

  /** The facts that the rules found to contradict each other, and the axiom that says so. */
  public Optional<Clash> clash() {
    return Optional.ofNullable(contradiction)
        .map(
            step ->
                new Clash(
                    step.sources(), Arrays.stream(step.premises()).mapToObj(this::axiom).toList()));
  }

  /**
   * A contradiction.
   *
   * @param axioms axioms by which the facts contradict each other
   * @param facts the facts
   */
  public record Clash(List<OWLAxiom> axioms, List<OWLAxiom> facts) {}

  private void addAxioms(Set<OWLAxiom> axioms, IntStream numbers) {
    var seen = new BitSet();
    var open = new ArrayList<Integer>();
    numbers.forEach(open::add);
    while (!open.isEmpty()) {
      int fact = open.remove(open.size() - 1);
      if (!seen.get(fact)) {
        seen.set(fact);
        axioms.addAll(steps.sources(fact));
        Arrays.stream(steps.premises(fact)).forEach(open::add);
      }
    }
  }

  private Derivation derivation(int fact) {
    var step = steps.get(fact);
    return new Derivation(
        axiom(fact), step.sources(), Arrays.stream(step.premises()).mapToObj(this::axiom).toList());
  }

  private boolean named(int fact) {
    return !(symbols.predicate(facts.predicate(fact)) instanceof OWLClassExpression expression)
        || !expression.isAnonymous();
  }

  Program program() {
    return program;
  }

  Symbols symbols() {
    return symbols;
  }

  FactTable facts() {
    return facts;
  }

  Steps steps() {
    return steps;
  }

  /** The facts that came about by the transitivity of their property alone. */
  BitSet composed() {
    return composed;
  }

  OWLDataFactory factory() {
    return factory;
  }

  /** Numbers of individuals that are said to be different from each other. */
  List<Set<Integer>> differents() {
    return program.compiled().differents();
  }

  private OWLAxiom axiom(int fact) {
    return axiom(facts, fact);
  }

  /** A fact of a table with the symbols of this closure. */
  OWLAxiom axiom(FactTable facts, int fact) {
    return axiom(facts.predicate(fact), facts.first(fact), facts.second(fact));
  }

  private OWLAxiom axiom(int number, int subject, int value) {
    var predicate = symbols.predicate(number);
    var first = (OWLIndividual) symbols.term(subject);
    if (predicate instanceof OWLClassExpression expression) {
      return factory.getOWLClassAssertionAxiom(expression, first);
    }
    var second = symbols.term(value);
    if (predicate == null) {
      return factory.getOWLSameIndividualAxiom(List.of(first, (OWLIndividual) second));
    }
    return predicate instanceof OWLObjectProperty property
        ? factory.getOWLObjectPropertyAssertionAxiom(property, first, (OWLIndividual) second)
        : factory.getOWLDataPropertyAssertionAxiom(
            (OWLDataProperty) predicate, first, (OWLLiteral) second);
  }

  // ---- how it is computed ----

  /**
   * Derives all that follows. The facts that there are must be all that the clauses derive from
   * each other, those to be applied anew apart.
   */
  private boolean continued(BitSet anew, boolean equate, BooleanSupplier stop) {
    int known = facts.size();
    var all = saturation();
    var fresh = saturation();
    var compiled = program.compiled().clauses();
    var connecting = program.connecting();
    for (int i = 0; i < compiled.size(); i++) {
      var clause = compiled.get(i);
      if ((clause.derives() || clause.contradicts()) && !connecting.contains(clause)) {
        all.add(clause);
        if (anew.get(i) && known > 0) {
          fresh.add(clause);
        }
      }
    }
    state();
    for (int fact = 0; fact < known; fact++) {
      if (fact % CHECK_EVERY == 0 && stop.getAsBoolean()) {
        return false;
      }
      fresh.match(fact);
      if (equate) {
        fresh.equate(fact);
      }
    }
    if (!saturate(all, known, stop)) {
      return false;
    }
    int before = facts.size();
    connect(connecting, all);
    if (!saturate(all, before, stop)) {
      return false;
    }
    facts.trim();
    steps.trim();
    return true;
  }

  private Saturation saturation() {
    return new Saturation(facts, symbols.predicateCount(), new Deriving(), composed::get);
  }

  /** Applies clauses to the facts from a number on; says whether it came to an end. */
  private boolean saturate(Saturation all, int from, BooleanSupplier stop) {
    int done = from;
    do {
      while (done < facts.size()) {
        if (done % CHECK_EVERY == 0 && stop.getAsBoolean()) {
          return false;
        }
        all.match(done);
        all.equate(done++);
      }
    } while (count());
    return true;
  }

  /** Applies transitivity that nothing else waits for, where that does not make many pairs. */
  private void connect(Collection<Clause> connecting, Saturation all) {
    var few = saturation();
    for (var clause : connecting) {
      int predicate = clause.head().predicate();
      var pairs = Equivalence.of(facts, predicate, symbols.termCount());
      if (pairs.pairs() > manyPairs) {
        equivalences.put(predicate, pairs);
      } else {
        few.add(clause);
        all.add(clause);
      }
    }
    for (int fact = 0, known = facts.size(); fact < known; fact++) {
      few.match(fact);
    }
  }

  /** Adds what holds without premises. */
  private void state() {
    for (var clause : program.compiled().clauses()) {
      if (clause.body().isEmpty() && clause.derives()) {
        add(clause.head(), clause.source());
      }
    }
    for (var fact : program.compiled().facts()) {
      add(fact.atom(), fact.source());
    }
    for (int term = 0; term < symbols.termCount(); term++) {
      if (symbols.term(term) instanceof OWLIndividual) {
        add(program.compiled().thing(), term, Atom.NONE, null);
      }
    }
  }

  /** Adds an atom without variables. */
  private void add(Atom atom, OWLAxiom source) {
    if (atom.first() < 0 && (atom.unary() || atom.second() < 0)) {
      int second = atom.unary() ? Atom.NONE : Atom.constant(atom.second());
      add(atom.predicate(), Atom.constant(atom.first()), second, source);
    }
  }

  private void add(int predicate, int first, int second, OWLAxiom source, int... premises) {
    if (!(predicate == Symbols.SAME && first == second) && facts.add(predicate, first, second)) {
      steps.add(source, premises);
    }
  }

  private final class Deriving implements Saturation.Listener {
    @Override
    public void matched(Clause clause, int[] bindings, int[] premises) {
      if (clause.ofNamesOnly() && Arrays.stream(bindings).anyMatch(symbols::unnamed)) {
        return;
      }
      if (clause.contradicts()) {
        if (contradiction == null) {
          var sources = clause.source() == null ? List.<OWLAxiom>of() : List.of(clause.source());
          contradiction = new Step(sources, premises.clone());
        }
        return;
      }
      var head = clause.head();
      int first = Saturation.value(head.first(), bindings);
      int second = head.unary() ? Atom.NONE : Saturation.value(head.second(), bindings);
      int next = facts.size();
      add(head.predicate(), first, second, clause.source(), premises);
      if (facts.size() > next && composed.get(premises[0]) && clause.mirrors()) {
        composed.set(next);
      }
    }

    @Override
    public void composed(Clause clause, int[] bindings, int[] premises) {
      int next = facts.size();
      matched(clause, bindings, premises);
      if (facts.size() > next) {
        composed.set(next);
      }
    }

    @Override
    public void substituted(int predicate, int first, int second, int fact, int equality) {
      add(predicate, first, second, null, fact, equality);
    }

    @Override
    public void reversed(int equality) {
      add(Symbols.SAME, facts.second(equality), facts.first(equality), null, equality);
    }
  }

  // ---- whether a clause holds ----

  /**
   * Whether the facts satisfy a clause: wherever its body holds, so does one of its alternatives.
   *
   * @param others the symbols that the clause is written with
   */
  boolean satisfies(Clause clause, Symbols others) {
    var body = translated(clause.body(), others);
    if (body.isEmpty()) {
      return true;
    }
    var alternatives =
        clause.alternatives().stream().flatMap(a -> translated(a, others).stream()).toList();
    return !Saturation.exists(
        facts,
        body.get(),
        Saturation.unbound(clause.variables()),
        b -> alternatives.stream().noneMatch(a -> Saturation.exists(facts, a, b, c -> true)));
  }

  /** Atoms in this closure's symbols; empty when one of them has no fact at all. */
  Optional<List<Atom>> translated(List<Atom> atoms, Symbols others) {
    var result = new ArrayList<Atom>();
    for (var atom : atoms) {
      var object = others.predicate(atom.predicate());
      int predicate = object == null ? Symbols.SAME : symbols.known(object);
      int first = translated(atom.first(), others);
      int second = atom.unary() ? Atom.NONE : translated(atom.second(), others);
      if (predicate < 0 || first == Integer.MAX_VALUE || second == Integer.MAX_VALUE) {
        return Optional.empty();
      }
      result.add(new Atom(predicate, first, second));
    }
    return Optional.of(result);
  }

  private int translated(int term, Symbols others) {
    if (term >= 0) {
      return term;
    }
    int known = symbols.knownTerm(others.term(Atom.constant(term)));
    return known < 0 ? Integer.MAX_VALUE : Atom.constant(known);
  }

  // ---- minimum cardinalities ----

  /** Derives what follows from fillers known to be different; says whether that was anything. */
  private boolean count() {
    int before = facts.size();
    for (var atLeast : program.compiled().atLeasts()) {
      var subjects = new LinkedHashSet<Integer>();
      for (int fact : facts.of(atLeast.property()).toArray()) {
        subjects.add(atLeast.inverse() ? facts.second(fact) : facts.first(fact));
      }
      for (int subject : subjects) {
        if (facts.find(atLeast.head(), subject, Atom.NONE) < 0) {
          count(atLeast, subject);
        }
      }
    }
    return facts.size() > before;
  }

  private void count(AtLeast atLeast, int subject) {
    var chosen = new ArrayList<Integer>();
    var premises = new LinkedHashSet<Integer>();
    var sources = new LinkedHashSet<OWLAxiom>();
    for (var related : AtLeast.fillers(atLeast, subject, facts).entrySet()) {
      int filler = related.getKey();
      var reasons = new ArrayList<Step>();
      boolean different =
          chosen.stream()
              .allMatch(
                  other -> {
                    var reason = difference(filler, other);
                    reason.ifPresent(reasons::add);
                    return reason.isPresent();
                  });
      if (different) {
        chosen.add(filler);
        Arrays.stream(related.getValue()).forEach(premises::add);
        for (var reason : reasons) {
          sources.addAll(reason.sources());
          Arrays.stream(reason.premises()).forEach(premises::add);
        }
        if (chosen.size() == atLeast.count()) {
          if (facts.add(atLeast.head(), subject, Atom.NONE)) {
            steps.add(
                new Step(
                    List.copyOf(sources), premises.stream().mapToInt(Integer::intValue).toArray()));
          }
          return;
        }
      }
    }
  }

  private Map<Integer, List<Integer>> differentGroups;

  /**
   * Why two individuals are different, if that is known: declared so, or by a functional property.
   */
  private Optional<Step> difference(int one, int other) {
    var declared = declaredDifferent(one, other);
    if (declared.isPresent()) {
      return declared;
    }
    for (var clause : functionalClauses()) {
      int property = clause.body().get(0).predicate();
      for (int a : facts.withFirst(property, one).toArray()) {
        for (int b : facts.withFirst(property, other).toArray()) {
          var values = declaredDifferent(facts.second(a), facts.second(b));
          if (values.isPresent()) {
            var sources = new ArrayList<>(values.get().sources());
            sources.add(clause.source());
            return Optional.of(new Step(sources, new int[] {a, b}));
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Step> declaredDifferent(int one, int other) {
    if (differentGroups == null) {
      differentGroups = new HashMap<>();
      var groups = program.compiled().differents();
      for (int group = 0; group < groups.size(); group++) {
        for (int member : groups.get(group)) {
          differentGroups.computeIfAbsent(member, k -> new ArrayList<>()).add(group);
        }
      }
    }
    if (one == other) {
      return Optional.empty();
    }
    var groups = new ArrayList<>(differentGroups.getOrDefault(one, List.of()));
    groups.retainAll(differentGroups.getOrDefault(other, List.of()));
    return groups.stream()
        .findFirst()
        .map(
            group ->
                new Step(List.of(program.compiled().differentSources().get(group)), NO_PREMISES));
  }

  private List<Clause> functionalClauses() {
    if (functionals == null) {
      functionals = program.compiled().clauses().stream().filter(Clause::functional).toList();
    }
    return functionals;
  }

  private List<Clause> functionals;
}
