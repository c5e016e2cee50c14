// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import io.github.entente.reason.rules.Clause.Atom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLDataProperty;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLLiteral;
import org.semanticweb.owlapi.model.OWLObject;
import org.semanticweb.owlapi.model.OWLObjectProperty;
import org.semanticweb.owlapi.model.OWLPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLSameIndividualAxiom;

/**
 * Everything that a program's rules derive from its facts. Each fact keeps one derivation: the
 * axiom applied and the facts it was applied to. Sound always; for which predicates it is complete,
 * {@link Program#beyondRules} says. Immutable once made; safe for use by many threads.
 */
public final class Closure {
  private static final int[] NO_PREMISES = {};
  private static final int CHECK_EVERY = 4096;

  private final Program program;
  private final Symbols symbols;
  private final OWLDataFactory factory;
  private final FactTable facts = new FactTable();
  private final List<List<Trigger>> triggers = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private Step contradiction;

  /**
   * How a fact came about.
   *
   * @param sources axioms applied; empty where a class expression's own definition or equality was
   * @param premises numbers of the facts it was applied to
   */
  private record Step(List<OWLAxiom> sources, int[] premises) {}

  /** A clause, and the place in its body at which a new fact sets it off. */
  private record Trigger(Clause clause, Atom atom, List<Atom> rest, int variables) {}

  /**
   * A fact with its derivation, in terms of OWL.
   *
   * @param conclusion what is derived
   * @param axioms axioms applied in the last step; the conclusion alone where it was asserted
   * @param premises the facts they were applied to, as axioms
   */
  public record Derivation(OWLAxiom conclusion, List<OWLAxiom> axioms, List<OWLAxiom> premises) {}

  private Closure(Program program, OWLDataFactory factory) {
    this.program = program;
    this.symbols = program.symbols();
    this.factory = factory;
  }

  /**
   * Computes the closure.
   *
   * @param stop asked now and then; when it says true, the computation ends early
   * @return empty when it was stopped
   */
  public static Optional<Closure> of(
      Program program, OWLDataFactory factory, BooleanSupplier stop) {
    var closure = new Closure(program, factory);
    return closure.run(stop) ? Optional.of(closure) : Optional.empty();
  }

  // ---- what it says ----

  /** Number of facts. */
  public int size() {
    return facts.size();
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

  /** All individuals. */
  public Set<OWLIndividual> individuals() {
    return instances(factory.getOWLThing());
  }

  /** The facts that can be written with names alone: types, property values, equalities. */
  public Stream<OWLAxiom> namedFacts() {
    return IntStream.range(0, facts.size()).filter(this::named).mapToObj(this::axiom);
  }

  /** The derivation of a fact; empty when the closure does not have it. */
  public Optional<Derivation> derivation(OWLAxiom fact) {
    int number = number(fact);
    return number < 0 ? Optional.empty() : Optional.of(derivation(number));
  }

  /** Whether it has a fact. */
  public boolean has(OWLAxiom fact) {
    return number(fact) >= 0;
  }

  /** All axioms in the derivations of those of the facts that it has. */
  public Set<OWLAxiom> axiomsUnder(Collection<? extends OWLAxiom> wanted) {
    var axioms = new LinkedHashSet<OWLAxiom>();
    addAxioms(axioms, wanted.stream().mapToInt(this::number).filter(number -> number >= 0));
    return axioms;
  }

  /**
   * All axioms that take part in any derivation of those of the facts that it has: what rules can
   * derive a fact from lies among them. Linear in the number of applications of rules that lead to
   * the facts.
   */
  public Set<OWLAxiom> axiomsLeadingTo(Collection<? extends OWLAxiom> wanted) {
    return new Lineage(program, facts)
        .of(wanted.stream().mapToInt(this::number).filter(number -> number >= 0));
  }

  /** All axioms that take part in any derivation of a contradiction by rules. */
  public Set<OWLAxiom> axiomsContradicting() {
    return new Lineage(program, facts).ofContradictions();
  }

  /** The number of a fact, or -1. */
  private int number(OWLAxiom fact) {
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
    return IntStream.range(0, facts.size()).mapToObj(this::derivation);
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
                        .filter(java.util.Objects::nonNull)
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
            org.semanticweb.owlapi.model.IRI.create(
                "urn:x-entente:some:" + (term - Abduction.SOME + 1)))
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
        axioms.addAll(steps.get(fact).sources());
        Arrays.stream(steps.get(fact).premises()).forEach(open::add);
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

  private OWLAxiom axiom(int fact) {
    var predicate = symbols.predicate(facts.predicate(fact));
    var first = (OWLIndividual) symbols.term(facts.first(fact));
    if (predicate instanceof OWLClassExpression expression) {
      return factory.getOWLClassAssertionAxiom(expression, first);
    }
    var second = symbols.term(facts.second(fact));
    if (predicate == null) {
      return factory.getOWLSameIndividualAxiom(List.of(first, (OWLIndividual) second));
    }
    return predicate instanceof OWLObjectProperty property
        ? factory.getOWLObjectPropertyAssertionAxiom(property, first, (OWLIndividual) second)
        : factory.getOWLDataPropertyAssertionAxiom(
            (OWLDataProperty) predicate, first, (OWLLiteral) second);
  }

  // ---- how it is computed ----

  private boolean run(BooleanSupplier stop) {
    prepare();
    int done = 0;
    do {
      while (done < facts.size()) {
        if (done % CHECK_EVERY == 0 && stop.getAsBoolean()) {
          return false;
        }
        apply(done++);
      }
    } while (count());
    return true;
  }

  private void prepare() {
    for (int i = 0; i < symbols.predicateCount(); i++) {
      triggers.add(new ArrayList<>());
    }
    for (var clause : program.compiled().clauses()) {
      if (clause.derives() || clause.contradicts()) {
        prepare(clause);
      }
    }
    for (var fact : program.compiled().facts()) {
      add(
          fact.atom().predicate(),
          constant(fact.atom().first()),
          fact.atom().unary() ? Atom.NONE : constant(fact.atom().second()),
          new Step(List.of(fact.source()), NO_PREMISES));
    }
    for (int term = 0; term < symbols.termCount(); term++) {
      if (symbols.term(term) instanceof OWLIndividual) {
        add(program.compiled().thing(), term, Atom.NONE, new Step(List.of(), NO_PREMISES));
      }
    }
  }

  private void prepare(Clause clause) {
    var body = clause.body();
    if (body.isEmpty() && clause.derives()) {
      var head = clause.head();
      if (head.first() < 0 && (head.unary() || head.second() < 0)) {
        var sources = clause.source() == null ? List.<OWLAxiom>of() : List.of(clause.source());
        add(
            head.predicate(),
            constant(head.first()),
            head.unary() ? Atom.NONE : constant(head.second()),
            new Step(sources, NO_PREMISES));
      }
      return;
    }
    int variables = clause.variables();
    for (int i = 0; i < body.size(); i++) {
      var rest = new ArrayList<>(body);
      var atom = rest.remove(i);
      triggers.get(atom.predicate()).add(new Trigger(clause, atom, ordered(atom, rest), variables));
    }
  }

  /** The other atoms, each as far as possible after one that binds a variable of it. */
  private static List<Atom> ordered(Atom start, List<Atom> atoms) {
    var bound = new BitSet();
    bind(start, bound);
    var open = new ArrayList<>(atoms);
    var result = new ArrayList<Atom>();
    while (!open.isEmpty()) {
      var next =
          open.stream()
              .max(java.util.Comparator.comparingInt((Atom a) -> boundTerms(a, bound)))
              .orElseThrow();
      open.remove(next);
      result.add(next);
      bind(next, bound);
    }
    return result;
  }

  private static void bind(Atom atom, BitSet bound) {
    if (atom.first() >= 0) {
      bound.set(atom.first());
    }
    if (atom.second() >= 0) {
      bound.set(atom.second());
    }
  }

  private static int boundTerms(Atom atom, BitSet bound) {
    boolean first = atom.first() < 0 || bound.get(atom.first());
    boolean second = atom.unary() || atom.second() < 0 || bound.get(atom.second());
    return (first ? 1 : 0) + (second ? 1 : 0);
  }

  private static int constant(int term) {
    return -1 - term;
  }

  private void add(int predicate, int first, int second, Step step) {
    if (predicate == Symbols.SAME && first == second) {
      return;
    }
    if (facts.add(predicate, first, second)) {
      steps.add(step);
    }
  }

  private void apply(int fact) {
    for (var trigger : triggers.get(facts.predicate(fact))) {
      var bindings = new int[trigger.variables()];
      Arrays.fill(bindings, -1);
      if (unify(trigger.atom(), fact, bindings)) {
        var premises = new int[trigger.rest().size() + 1];
        premises[0] = fact;
        join(trigger, 0, bindings, premises, fact);
      }
    }
    equate(fact);
  }

  private boolean unify(Atom atom, int fact, int[] bindings) {
    return unify(atom.first(), facts.first(fact), bindings)
        && (atom.unary() || unify(atom.second(), facts.second(fact), bindings));
  }

  private static boolean unify(int term, int value, int[] bindings) {
    if (term < 0) {
      return constant(term) == value;
    }
    if (bindings[term] < 0) {
      bindings[term] = value;
      return true;
    }
    return bindings[term] == value;
  }

  private static int value(int term, int[] bindings) {
    return term < 0 ? constant(term) : bindings[term];
  }

  /** Matches the remaining atoms with facts no newer than the one that set the rule off. */
  private void join(Trigger trigger, int place, int[] bindings, int[] premises, int newest) {
    if (place == trigger.rest().size()) {
      conclude(trigger.clause(), bindings, premises);
      return;
    }
    var atom = trigger.rest().get(place);
    int first = value(atom.first(), bindings);
    int second = atom.unary() ? Atom.NONE : value(atom.second(), bindings);
    if (first >= 0 && (atom.unary() || second >= 0)) {
      int fact = facts.find(atom.predicate(), first, second);
      if (fact >= 0 && fact <= newest) {
        premises[place + 1] = fact;
        join(trigger, place + 1, bindings, premises, newest);
      }
      return;
    }
    var candidates =
        first >= 0
            ? facts.withFirst(atom.predicate(), first)
            : second >= 0 ? facts.withSecond(atom.predicate(), second) : facts.of(atom.predicate());
    for (int i = 0; i < candidates.size() && candidates.get(i) <= newest; i++) {
      int fact = candidates.get(i);
      var extended = bindings.clone();
      if (unify(atom, fact, extended)) {
        premises[place + 1] = fact;
        join(trigger, place + 1, extended, premises, newest);
      }
    }
  }

  private void conclude(Clause clause, int[] bindings, int[] premises) {
    var sources = clause.source() == null ? List.<OWLAxiom>of() : List.of(clause.source());
    if (clause.contradicts()) {
      if (contradiction == null) {
        contradiction = new Step(sources, premises.clone());
      }
      return;
    }
    var head = clause.head();
    int first = value(head.first(), bindings);
    int second = head.unary() ? Atom.NONE : value(head.second(), bindings);
    if (facts.find(head.predicate(), first, second) < 0) {
      add(head.predicate(), first, second, new Step(sources, premises.clone()));
    }
  }

  /** Equality is symmetric and transitive, and equals can be put for equals in every fact. */
  private void equate(int fact) {
    int predicate = facts.predicate(fact);
    if (predicate == Symbols.SAME) {
      int one = facts.first(fact);
      int other = facts.second(fact);
      add(Symbols.SAME, other, one, new Step(List.of(), new int[] {fact}));
      for (int mention : facts.mentioning(one)) {
        if (mention <= fact) {
          substitute(mention, one, other, fact);
        }
      }
      return;
    }
    for (int same : facts.withFirst(Symbols.SAME, facts.first(fact)).toArray()) {
      if (same <= fact) {
        substitute(fact, facts.first(fact), facts.second(same), same);
      }
    }
    if (facts.second(fact) != Atom.NONE) {
      for (int same : facts.withFirst(Symbols.SAME, facts.second(fact)).toArray()) {
        if (same <= fact) {
          substitute(fact, facts.second(fact), facts.second(same), same);
        }
      }
    }
  }

  private void substitute(int fact, int one, int other, int equality) {
    int predicate = facts.predicate(fact);
    int first = facts.first(fact);
    int second = facts.second(fact);
    var step = new Step(List.of(), new int[] {fact, equality});
    if (first == one) {
      add(predicate, other, second, step);
    }
    if (second == one && second != Atom.NONE) {
      add(predicate, first, other, step);
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
    var bindings = new int[clause.variables()];
    Arrays.fill(bindings, -1);
    return !exists(
        body.get(),
        0,
        bindings,
        b -> alternatives.stream().noneMatch(a -> exists(a, 0, b, c -> true)));
  }

  /** Atoms in this closure's symbols; empty when one of them has no fact at all. */
  private Optional<List<Atom>> translated(List<Atom> atoms, Symbols others) {
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
    int known = symbols.knownTerm(others.term(constant(term)));
    return known < 0 ? Integer.MAX_VALUE : constant(known);
  }

  private boolean exists(
      List<Atom> atoms, int place, int[] bindings, java.util.function.Predicate<int[]> test) {
    if (place == atoms.size()) {
      return test.test(bindings);
    }
    var atom = atoms.get(place);
    int first = value(atom.first(), bindings);
    int second = atom.unary() ? Atom.NONE : value(atom.second(), bindings);
    if (atom.predicate() == Symbols.SAME && first >= 0 && first == second) {
      return exists(atoms, place + 1, bindings, test);
    }
    var candidates =
        first >= 0 && !atom.unary()
            ? facts.withFirst(atom.predicate(), first)
            : second >= 0 ? facts.withSecond(atom.predicate(), second) : facts.of(atom.predicate());
    if (first >= 0 && atom.unary()) {
      return facts.find(atom.predicate(), first, Atom.NONE) >= 0
          && exists(atoms, place + 1, bindings, test);
    }
    for (int i = 0; i < candidates.size(); i++) {
      var extended = bindings.clone();
      if (unify(atom, candidates.get(i), extended) && exists(atoms, place + 1, extended, test)) {
        return true;
      }
    }
    return false;
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
    var links =
        atLeast.inverse()
            ? facts.withSecond(atLeast.property(), subject)
            : facts.withFirst(atLeast.property(), subject);
    var chosen = new ArrayList<Integer>();
    var premises = new LinkedHashSet<Integer>();
    var sources = new LinkedHashSet<OWLAxiom>();
    for (int link : links.toArray()) {
      int filler = atLeast.inverse() ? facts.first(link) : facts.second(link);
      int type = facts.find(atLeast.filler(), filler, Atom.NONE);
      if (type < 0) {
        continue;
      }
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
        premises.add(link);
        premises.add(type);
        for (var reason : reasons) {
          sources.addAll(reason.sources());
          Arrays.stream(reason.premises()).forEach(premises::add);
        }
        if (chosen.size() == atLeast.count()) {
          add(
              atLeast.head(),
              subject,
              Atom.NONE,
              new Step(
                  List.copyOf(sources), premises.stream().mapToInt(Integer::intValue).toArray()));
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
      functionals =
          program.compiled().clauses().stream()
              .filter(
                  c ->
                      c.source()
                          instanceof org.semanticweb.owlapi.model.OWLFunctionalObjectPropertyAxiom)
              .filter(c -> c.body().get(0).first() == 0 && !c.body().get(0).equals(c.body().get(1)))
              .toList();
    }
    return functionals;
  }

  private List<Clause> functionals;
}
