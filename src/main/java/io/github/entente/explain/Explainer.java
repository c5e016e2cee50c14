// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import io.github.entente.model.Deadline;
import io.github.entente.model.EntenteException;
import io.github.entente.model.Outcome;
import io.github.entente.model.Regime;
import io.github.entente.model.Snapshot;
import io.github.entente.model.Viewpoint;
import io.github.entente.query.Answers;
import io.github.entente.query.Grounds;
import io.github.entente.query.Row;
import io.github.entente.query.Worlds;
import io.github.entente.reason.Entailments;
import io.github.entente.reason.Spellings;
import io.github.entente.reason.dl.Refuter;
import io.github.entente.reason.dl.Theory;
import io.github.entente.reason.rules.Closure;
import io.github.entente.reason.rules.Program;
import io.github.entente.source.Origin;
import io.github.entente.source.Origins;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLEntity;

/** Makes one explanation. For use by one thread, once. */
public final class Explainer {
  private final Worlds worlds;
  private final Refuter refuter;
  private final Origins origins;
  private final Words words;
  private final Wish wish;
  private final Deadline deadline;
  private final Map<Object, Leaf> leaves = new LinkedHashMap<>();
  private final Set<String> notes = new LinkedHashSet<>();

  /**
   * What is wanted of an explanation.
   *
   * @param most how many ways, and how many justifications of each
   * @param sources whether to tell the sources that it cannot do without
   */
  public record Wish(int most, boolean sources) {
    /** One justification. */
    public static final Wish FIRST = new Wish(1, false);
  }

  /** What is explained from: a world as axioms, and the triples that spell them. */
  private record World(
      Snapshot snapshot,
      Theory theory,
      Optional<Closure> closure,
      Spellings spelling,
      boolean consistent) {
    static World of(Entailments entailments) {
      return new World(
          entailments.snapshot(),
          entailments.theory(),
          Optional.of(entailments.closure()),
          entailments.spelling(),
          true);
    }
  }

  /** An explainer of what follows in some worlds. */
  public Explainer(Worlds worlds, Refuter refuter, Origins origins, Wish wish, Deadline deadline) {
    this.worlds = worlds;
    this.refuter = refuter;
    this.origins = origins;
    this.words = new Words(worlds.labels());
    this.wish = wish;
    this.deadline = deadline;
  }

  // ---- rows ----

  /** Why a row is among answers; the row without terms for an answer to ASK. */
  public Explanation row(Answers answers, Row row) {
    return row(answers, row, title(answers, row));
  }

  /** Why a row is among answers, under a title of one's own. */
  public Explanation row(Answers answers, Row row, String title) {
    var grounds = answers.grounds(row, wish.most(), deadline);
    var cases = grounds.ways().stream().map(way -> explained(way, answers.regime())).toList();
    if (cases.isEmpty()) {
      notes.add(
          deadline.passed()
              ? "The time limit came before it was retraced how the row comes about."
              : "It could not be retraced how the row comes about.");
    }
    return explanation(title, cases, grounds.more(), answers.regime().label() + answers.place());
  }

  private String title(Answers answers, Row row) {
    var bound =
        answers.variables().stream()
            .flatMap(v -> row.get(v).map(term -> "?" + v + " = " + words.term(term)).stream())
            .collect(Collectors.joining(", "));
    String question = answers.question().map(q -> q.name() + ": ").orElse("");
    return question + (bound.isEmpty() ? "the pattern matches" : bound);
  }

  private Explanation explanation(String title, List<Case> cases, boolean more, String status) {
    if (deadline.passed()) {
      notes.add("The time limit came first: justifications may be larger than they need be.");
    }
    return new Explanation(
        title, cases, more, List.copyOf(leaves.values()), status, List.copyOf(notes), words);
  }

  private Case explained(Grounds.Way way, Regime regime) {
    var goals = new LinkedHashMap<Viewpoint, Set<OWLAxiom>>();
    var pieces = new ArrayList<Piece>();
    for (var part : way.parts()) {
      pieces.add(piece(part, regime, goals));
    }
    var supports = new ArrayList<Case.Support>();
    goals.forEach(
        (view, axioms) ->
            support(
                    goals.size() > 1 ? Optional.of(place(view)) : Optional.empty(),
                    World.of(entailments(view).orElseThrow()),
                    axioms)
                .ifPresent(supports::add));
    return new Case(pieces, supports);
  }

  private static String place(Viewpoint view) {
    return view.day().map(day -> "as of " + day).orElse("all days") + view.label();
  }

  private Optional<Entailments> entailments(Viewpoint view) {
    return worlds.entailments(view, deadline) instanceof Outcome.Answered<Entailments> answered
        ? Optional.of(answered.value())
        : Optional.empty();
  }

  private Piece piece(Grounds.Part part, Regime regime, Map<Viewpoint, Set<OWLAxiom>> goals) {
    if (part instanceof Grounds.Matched matched) {
      return matched(matched.place(), matched.triple(), regime, goals);
    } else if (part instanceof Grounds.Entailed entailed) {
      return entailed(entailed, goals);
    } else if (part instanceof Grounds.Followed path) {
      var steps = path.steps().stream().map(t -> matched(path.place(), t, regime, goals)).toList();
      String text =
          path.steps().isEmpty()
              ? words.term(path.from()) + ", reached by " + path.path() + " in no step"
              : words.term(path.to())
                  + ", reached from "
                  + words.term(path.from())
                  + " by "
                  + path.path()
                  + ": "
                  + steps.stream().map(Piece::words).collect(Collectors.joining("; "));
      return new Piece(
          Piece.Kind.PATH,
          text,
          steps.stream().flatMap(step -> step.leaves().stream()).distinct().toList(),
          List.of());
    } else if (part instanceof Grounds.Held held) {
      return Piece.of(Piece.Kind.CONDITION, held.condition());
    } else if (part instanceof Grounds.Branch branch) {
      return Piece.of(Piece.Kind.BRANCH, "alternative " + branch.number() + " of " + branch.of());
    } else if (part instanceof Grounds.Missing missing) {
      return Piece.of(
          Piece.Kind.ABSENT,
          switch (missing.kind()) {
            case OPTIONAL -> "nothing matches the optional part " + missing.pattern();
            case NOT_EXISTS -> "nothing that follows matches " + missing.pattern();
            case MINUS -> "nothing is taken away by " + missing.pattern();
          });
    } else if (part instanceof Grounds.Gathered group) {
      String keys =
          group.keys().entrySet().stream()
              .map(e -> "?" + e.getKey() + " = " + words.term(e.getValue()))
              .collect(Collectors.joining(", "));
      return new Piece(
          Piece.Kind.GROUP,
          group.rows()
              + (group.rows() == 1 ? " row" : " rows")
              + " taken together"
              + (keys.isEmpty() ? "" : " for " + keys)
              + (group.rows() > group.shown().size() ? "; shown: " + group.shown().size() : ""),
          List.of(),
          group.shown().stream().map(way -> explained(way, regime)).toList());
    }
    return Piece.of(Piece.Kind.OPEN, ((Grounds.Opaque) part).pattern());
  }

  private Piece matched(
      Grounds.Place place, Triple triple, Regime regime, Map<Viewpoint, Set<OWLAxiom>> goals) {
    String text = words.triple(triple);
    if (place.world().isEmpty()) {
      var found = place.name().map(name -> origins.ofStored(triple, name)).orElseGet(List::of);
      var leaf =
          leaves.values().stream()
              .filter(l -> l.triples().contains(triple) && l.origins().equals(found))
              .map(Leaf::number)
              .findFirst()
              .orElseGet(
                  () ->
                      leaf(List.of(triple, place), text, Optional.empty(), List.of(triple), found));
      return new Piece(Piece.Kind.STATED, text, List.of(leaf), List.of());
    }
    var view = place.world().get();
    var snapshot = worlds.snapshot(view);
    boolean stated =
        snapshot.asserted().contains(triple)
            || regime != Regime.SIMPLE && snapshot.generated().contains(triple);
    var world = readAsAxioms(view, regime);
    var axiom =
        world.flatMap(w -> w.axiom(triple)).filter(a -> Goal.of(a, factory(w(world))).isPresent());
    if (axiom.isPresent()) {
      goals.computeIfAbsent(view, v -> new LinkedHashSet<>()).add(axiom.get());
    }
    if (stated) {
      var leaf =
          axiom
              .map(a -> leaf(a, World.of(w(world))))
              .orElseGet(
                  () ->
                      leaf(
                          triple,
                          text,
                          Optional.empty(),
                          List.of(triple),
                          origins.of(triple, snapshot)));
      return new Piece(
          Piece.Kind.STATED, axiom.map(words::axiom).orElse(text), List.of(leaf), List.of());
    }
    return Piece.of(
        axiom.isPresent() ? Piece.Kind.INFERRED : Piece.Kind.OPEN,
        axiom.map(words::axiom).orElse(text));
  }

  /** The world as axioms; empty where a regime of triples takes what is no OWL 2 DL. */
  private Optional<Entailments> readAsAxioms(Viewpoint view, Regime regime) {
    if (regime == Regime.SIMPLE) {
      return Optional.empty();
    }
    try {
      return entailments(view);
    } catch (EntenteException e) {
      if (regime == Regime.OWL_DIRECT) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private Piece entailed(Grounds.Entailed part, Map<Viewpoint, Set<OWLAxiom>> goals) {
    var view = part.place().world().orElseThrow();
    var world = entailments(view).orElseThrow();
    var axioms = world.axioms(part.axiom(), part.terms());
    String text = axioms.stream().map(words::axiom).collect(Collectors.joining("; "));
    if (world.axioms().containsAll(axioms)) {
      var numbers = axioms.stream().map(axiom -> leaf(axiom, World.of(world))).toList();
      return new Piece(Piece.Kind.STATED, text, numbers, List.of());
    } else if (axioms.stream().allMatch(a -> Goal.of(a, factory(world)).isPresent())) {
      goals.computeIfAbsent(view, v -> new LinkedHashSet<>()).addAll(axioms);
      return Piece.of(Piece.Kind.INFERRED, text);
    }
    return Piece.of(Piece.Kind.OPEN, text);
  }

  private static Entailments w(Optional<Entailments> world) {
    return world.orElseThrow();
  }

  private static org.semanticweb.owlapi.model.OWLDataFactory factory(Entailments world) {
    return world.theory().factory();
  }

  // ---- what does not follow ----

  private static final int DEPTH = 6;

  /**
   * Why a statement does not follow in a world.
   *
   * @param others worlds that differ from it, with how in words: there it may follow
   */
  public WhyNot whyNot(Entailments world, Triple statement, Map<String, Entailments> others) {
    String title = words.triple(statement);
    var status = Regime.OWL_DIRECT.label() + day(world.snapshot());
    var axiom = world.axiom(statement);
    var refutation = axiom.flatMap(fact -> refutation(world, fact, title));
    if (refutation.isPresent()) {
      return new WhyNot(
          title,
          WhyNot.Verdict.REFUTED,
          refutation,
          nearly(world, statement, others),
          List.of(),
          List.of(),
          List.of(),
          status);
    }
    var lack = axiom.flatMap(fact -> world.closure().lack(fact, DEPTH));
    return new WhyNot(
        title,
        deadline.passed() ? WhyNot.Verdict.UNDECIDED : WhyNot.Verdict.UNKNOWN,
        Optional.empty(),
        nearly(world, statement, others),
        lack.map(l -> l.absent().stream().map(words::axiom).toList()).orElse(List.of()),
        lack.map(l -> l.present().stream().map(words::axiom).toList()).orElse(List.of()),
        Stream.of(statement.getSubject(), statement.getObject())
            .filter(world.snapshot().openRosters()::contains)
            .map(words::term)
            .toList(),
        status);
  }

  private Optional<Explanation> refutation(Entailments entailments, OWLAxiom fact, String title) {
    var world = World.of(entailments);
    var goal = new Goal(List.of(fact), Optional.empty(), List.of(fact));
    var axioms = new ArrayList<OWLAxiom>(entailments.axioms());
    axioms.add(fact);
    if (refuter.check(axioms, deadline) != Refuter.Verdict.INCONSISTENT) {
      return Optional.empty();
    }
    return support(Optional.empty(), world, Map.of(fact, List.of(goal)))
        .map(
            support ->
                explanation(
                    "it cannot be that " + title,
                    List.of(new Case(List.of(), List.of(support))),
                    false,
                    Regime.OWL_DIRECT.label() + day(entailments.snapshot())));
  }

  private List<WhyNot.Nearly> nearly(
      Entailments world, Triple statement, Map<String, Entailments> others) {
    var found = new ArrayList<WhyNot.Nearly>();
    others.forEach(
        (condition, other) -> {
          var axiom = other.axiom(statement).filter(other.closure()::has);
          if (axiom.isEmpty() || deadline.passed()) {
            return;
          }
          var explainer = new Explainer(worlds, refuter, origins, Wish.FIRST, deadline);
          explainer
              .support(Optional.empty(), World.of(other), Set.of(axiom.get()))
              .ifPresent(
                  support -> {
                    var explanation =
                        explainer.explanation(
                            words.triple(statement),
                            List.of(new Case(List.of(), List.of(support))),
                            false,
                            Regime.OWL_DIRECT.label() + day(other.snapshot()));
                    found.add(
                        new WhyNot.Nearly(
                            condition, explanation, absent(explanation, world.snapshot())));
                  });
        });
    return found;
  }

  /** The statements of an explanation that a snapshot does not have. */
  public static List<Leaf> absent(Explanation explanation, Snapshot snapshot) {
    return explanation.leaves().stream()
        .filter(
            leaf ->
                !leaf.triples().isEmpty()
                    && leaf.triples().stream()
                        .filter(triple -> !triple.getObject().isBlank())
                        .anyMatch(
                            triple ->
                                !snapshot.asserted().contains(triple)
                                    && !snapshot.generated().contains(triple)))
        .toList();
  }

  // ---- contradictions ----

  /** Why a class can have no instance; empty where it can. */
  public Optional<Explanation> unsatisfiable(Entailments world, Node named) {
    var theory = world.theory();
    return theory
        .classNamed(named)
        .flatMap(
            c ->
                support(
                        Optional.empty(),
                        World.of(world),
                        Set.of(
                            theory
                                .factory()
                                .getOWLSubClassOfAxiom(c, theory.factory().getOWLNothing())))
                    .map(
                        support ->
                            explanation(
                                "nothing can be an instance of " + words.term(named),
                                List.of(new Case(List.of(), List.of(support))),
                                false,
                                Regime.OWL_DIRECT.label() + day(world.snapshot()))));
  }

  /** Why a snapshot contradicts itself; empty where it does not, or none was found in time. */
  public Optional<Explanation> inconsistent(Snapshot snapshot) {
    var graph = new org.apache.jena.graph.compose.Union(snapshot.asserted(), snapshot.generated());
    var theory = Theory.of(io.github.entente.reason.dl.OwlBridge.of(graph));
    var world = new World(snapshot, theory, Optional.empty(), new Spellings(graph), false);
    var factory = theory.factory();
    return support(
            Optional.empty(),
            world,
            Set.of(factory.getOWLSubClassOfAxiom(factory.getOWLThing(), factory.getOWLNothing())))
        .map(
            support ->
                explanation(
                    "the axioms contradict each other",
                    List.of(new Case(List.of(), List.of(support))),
                    false,
                    Regime.OWL_DIRECT.label() + day(snapshot)));
  }

  private static String day(Snapshot snapshot) {
    return snapshot.asOf().map(day -> " · as of " + day).orElse("") + snapshot.view().label();
  }

  // ---- justifications ----

  private Optional<Case.Support> support(
      Optional<String> label, World world, Collection<OWLAxiom> axioms) {
    var goals = new LinkedHashMap<OWLAxiom, List<Goal>>();
    for (var axiom : axioms) {
      Goal.of(axiom, world.theory().factory()).ifPresent(parts -> goals.put(axiom, parts));
    }
    return support(label, world, goals);
  }

  private Optional<Case.Support> support(
      Optional<String> label, World world, Map<OWLAxiom, List<Goal>> goals) {
    var all = goals.values().stream().flatMap(List::stream).distinct().toList();
    var justifier = new Justifier(world.theory().factory(), refuter, world.consistent(), deadline);
    var universe = universe(world, goals.keySet(), all, justifier);
    var found =
        wish.most() > 1
            ? all(world, universe, all, justifier)
            : justifier
                .one(
                    universe,
                    universe == world.theory().axioms() ? world.closure() : Optional.empty(),
                    all)
                .map(set -> new Justifier.Found(List.of(set), false, !deadline.passed()))
                .orElse(new Justifier.Found(List.of(), false, false));
    if (found.sets().isEmpty()) {
      if (!all.isEmpty()) {
        notes.add("No justification was found for part of it in time.");
      }
      return Optional.empty();
    }
    var justifications =
        found.sets().stream()
            .map(set -> justification(world, goals, set, found.minimal()))
            .toList();
    return Optional.of(
        new Case.Support(
            label,
            justifications,
            found.all(),
            wish.sources() ? needed(world, universe, all, justifier, justifications) : List.of()));
  }

  /**
   * Those among some axioms first, by rules; then, where not all that leads to the goals are rules
   * and more are wanted, among all.
   */
  private Justifier.Found all(
      World world, Collection<OWLAxiom> some, List<Goal> goals, Justifier justifier) {
    var found = justifier.all(some, goals, wish.most());
    var every = world.theory().axioms();
    if (some == every || found.sets().size() >= wish.most() || ruled(world, goals)) {
      return found;
    } else if (every.size() <= FEW) {
      return justifier.all(every, goals, wish.most(), found.sets());
    }
    return new Justifier.Found(found.sets(), false, found.minimal());
  }

  /** Among more axioms than these, only what rules find is looked for once they find something. */
  private static final int FEW = 1000;

  private static boolean ruled(World world, List<Goal> goals) {
    var entities =
        goals.stream()
            .flatMap(goal -> goal.fact().stream())
            .flatMap(OWLAxiom::signature)
            .filter(entity -> !entity.isOWLNamedIndividual())
            .toList();
    return world.theory().program().ruled(entities);
  }

  /**
   * Axioms to look for justifications among: those in derivations, where rules find what follows;
   * those about classes alone, where these suffice and no further ones are wanted; else all.
   */
  private Collection<OWLAxiom> universe(
      World world, Set<OWLAxiom> axioms, List<Goal> goals, Justifier justifier) {
    boolean facts = goals.stream().allMatch(g -> g.assumed().isEmpty() && g.fact().isPresent());
    if (facts && world.closure().isPresent()) {
      var closure = world.closure().get();
      var entities =
          axioms.stream()
              .flatMap(OWLAxiom::signature)
              .filter(e -> !e.isOWLNamedIndividual())
              .distinct()
              .toArray(OWLEntity[]::new);
      var every = world.theory().axioms();
      boolean derived = every.size() > FEW && axioms.stream().allMatch(closure::has);
      if (wish.most() == 1 && !wish.sources()
          || !derived && world.theory().beyondRules(closure, entities).isPresent()) {
        return every;
      }
      return closure.axiomsLeadingTo(axioms);
    }
    var terminology = world.theory().terminology();
    boolean ofClasses =
        world.consistent() && goals.stream().noneMatch(goal -> goal.assumed().isEmpty());
    return ofClasses && wish.most() == 1 && justifier.follow(terminology, goals)
        ? terminology
        : world.theory().axioms();
  }

  /** The sources without which the goals do not follow. */
  private List<String> needed(
      World world,
      Collection<OWLAxiom> universe,
      List<Goal> goals,
      Justifier justifier,
      List<Justification> justifications) {
    var places = new LinkedHashMap<OWLAxiom, Set<String>>();
    for (var axiom : universe) {
      places.put(
          axiom, sources(world, axiom).stream().map(Origin::place).collect(Collectors.toSet()));
    }
    var used =
        justifications.get(0).leaves().stream()
            .flatMap(number -> List.copyOf(leaves.values()).get(number - 1).origins().stream())
            .map(Origin::place)
            .collect(Collectors.toCollection(TreeSet::new));
    return used.stream()
        .filter(
            place -> {
              var rest =
                  universe.stream().filter(a -> !places.get(a).equals(Set.of(place))).toList();
              return !justifier.follow(rest, goals)
                  && !followsOtherwise(world, place, goals, universe, justifier);
            })
        .toList();
  }

  /** Whether the goals follow without a source when more is looked at than what rules use. */
  private boolean followsOtherwise(
      World world,
      String place,
      List<Goal> goals,
      Collection<OWLAxiom> looked,
      Justifier justifier) {
    if (looked == world.theory().axioms() || ruled(world, goals)) {
      return false;
    }
    var rest =
        world.theory().axioms().stream()
            .filter(
                axiom -> {
                  var from = sources(world, axiom).stream().map(Origin::place).distinct().toList();
                  return !from.equals(List.of(place));
                })
            .toList();
    return justifier.follow(rest, goals);
  }

  private Justification justification(
      World world, Map<OWLAxiom, List<Goal>> goals, Set<OWLAxiom> set, boolean minimal) {
    var proofs = new ArrayList<Proof>();
    goals.forEach(
        (axiom, parts) -> {
          var steps = parts.stream().map(goal -> proof(world, axiom, goal, set)).toList();
          proofs.add(
              steps.size() == 1 ? steps.get(0) : new Proof(words.axiom(axiom), List.of(), steps));
        });
    var numbers = new TreeSet<>(set).stream().map(axiom -> leaf(axiom, world)).sorted().toList();
    return new Justification(List.copyOf(goals.keySet()), numbers, proofs, minimal);
  }

  private Proof proof(World world, OWLAxiom axiom, Goal goal, Set<OWLAxiom> set) {
    var axioms = new ArrayList<OWLAxiom>(new TreeSet<>(set));
    axioms.addAll(goal.assumed());
    var factory = world.theory().factory();
    var closure =
        Closure.of(
                Program.of(
                    axioms,
                    Stream.concat(goal.fact().stream(), goal.assumed().stream())
                        .flatMap(Justifier::individuals)
                        .toList(),
                    factory),
                factory,
                () -> false)
            .orElseThrow();
    var steps = new Steps(closure, set, new HashSet<>(goal.assumed()), world);
    if (goal.fact().filter(closure::has).isPresent()) {
      var proofs = steps.of(goal.fact().get());
      return goal.assumed().isEmpty() && proofs.size() == 1
          ? proofs.get(0)
          : new Proof(words.axiom(axiom), List.of(), proofs);
    }
    boolean supposed = goal.assumed().contains(axiom);
    String conclusion = (supposed ? "it cannot be that " : "") + words.axiom(axiom);
    if (closure.clash().isPresent()) {
      return steps.of(closure.clash().get(), conclusion);
    }
    var numbers = new TreeSet<>(set).stream().map(a -> leaf(a, world)).toList();
    return new Proof(conclusion, numbers, List.of());
  }

  /** Derivations as steps of a proof. */
  private final class Steps {
    private final Closure closure;
    private final Set<OWLAxiom> set;
    private final Set<OWLAxiom> assumed;
    private final World world;

    Steps(Closure closure, Set<OWLAxiom> set, Set<OWLAxiom> assumed, World world) {
      this.closure = closure;
      this.set = set;
      this.assumed = assumed;
      this.world = world;
    }

    Proof of(Closure.Clash clash, String conclusion) {
      return new Proof(
          conclusion,
          numbers(clash.axioms()),
          clash.facts().stream().flatMap(fact -> of(fact).stream()).toList());
    }

    /** The step that concludes a fact; where it only rewrites, those that it rewrites. */
    List<Proof> of(OWLAxiom fact) {
      var derivation = closure.derivation(fact).orElseThrow();
      var premises =
          derivation.premises().stream().flatMap(p -> of(p).stream()).distinct().toList();
      if (derivation.axioms().isEmpty() || fact.classesInSignature().anyMatch(Goal::isSample)) {
        return premises;
      }
      if (premises.isEmpty() && derivation.axioms().stream().anyMatch(assumed::contains)) {
        return List.of(new Proof("suppose " + words.axiom(fact), List.of(), List.of()));
      }
      return List.of(new Proof(words.axiom(fact), numbers(derivation.axioms()), premises));
    }

    private List<Integer> numbers(List<OWLAxiom> axioms) {
      return axioms.stream().filter(set::contains).distinct().map(a -> leaf(a, world)).toList();
    }
  }

  // ---- leaves ----

  private int leaf(OWLAxiom axiom, World world) {
    var known = leaves.get(axiom);
    return known != null
        ? known.number()
        : leaf(
            axiom,
            words.axiom(axiom),
            Optional.of(axiom),
            world.spelling().of(axiom),
            sources(world, axiom));
  }

  private List<Origin> sources(World world, OWLAxiom axiom) {
    return world.spelling().of(axiom).stream()
        .flatMap(triple -> origins.of(triple, world.snapshot()).stream())
        .distinct()
        .toList();
  }

  private int leaf(
      Object key, String text, Optional<OWLAxiom> axiom, List<Triple> triples, List<Origin> from) {
    return leaves
        .computeIfAbsent(key, k -> new Leaf(leaves.size() + 1, text, axiom, triples, from))
        .number();
  }
}
