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
import io.github.entente.reason.dl.Refuter;
import io.github.entente.source.Origins;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLDataFactory;

/** Makes one explanation. For use by one thread, once. */
public final class Explainer {
  private final Worlds worlds;
  private final Refuter refuter;
  private final Origins origins;
  private final Words words;
  private final Wish wish;
  private final Deadline deadline;
  private final Leaves leaves;
  private final Supports supports;

  /** Of the rows behind an aggregate one justification each is enough. */
  private final Supports ofGroups;

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

  /** An explainer of what follows in some worlds. */
  public Explainer(Worlds worlds, Refuter refuter, Origins origins, Wish wish, Deadline deadline) {
    this.worlds = worlds;
    this.refuter = refuter;
    this.origins = origins;
    this.words = new Words(worlds.labels());
    this.wish = wish;
    this.deadline = deadline;
    this.leaves = new Leaves(origins, words);
    this.supports = new Supports(refuter, words, leaves, wish, deadline, notes);
    this.ofGroups = new Supports(refuter, words, leaves, Wish.FIRST, deadline, notes);
  }

  // ---- rows ----

  /** Why a row is among answers; the row without terms for an answer to ASK. */
  public Explanation row(Answers answers, Row row) {
    return row(answers, row, title(answers, row));
  }

  /** Why a row is among answers, under a title of one's own. */
  public Explanation row(Answers answers, Row row, String title) {
    var grounds = answers.grounds(row, wish.most(), deadline);
    var cases =
        grounds.ways().stream().map(way -> explained(way, answers.regime(), supports)).toList();
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
    return new Explanation(title, cases, more, leaves.all(), status, List.copyOf(notes), words);
  }

  private Case explained(Grounds.Way way, Regime regime, Supports supports) {
    var goals = new LinkedHashMap<Viewpoint, Set<OWLAxiom>>();
    var pieces = new ArrayList<Piece>();
    for (var part : way.parts()) {
      pieces.add(piece(part, regime, goals));
    }
    var found = new ArrayList<Case.Support>();
    goals.forEach(
        (view, axioms) ->
            supports
                .of(
                    goals.size() > 1 ? Optional.of(place(view)) : Optional.empty(),
                    World.of(entailments(view).orElseThrow()),
                    axioms)
                .ifPresent(found::add));
    return new Case(pieces, found);
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
          group.shown().stream().map(way -> explained(way, regime, ofGroups)).toList());
    }
    return Piece.of(Piece.Kind.OPEN, ((Grounds.Opaque) part).pattern());
  }

  private Piece matched(
      Grounds.Place place, Triple triple, Regime regime, Map<Viewpoint, Set<OWLAxiom>> goals) {
    String text = words.triple(triple);
    if (place.world().isEmpty()) {
      var found = place.name().map(name -> origins.ofStored(triple, name)).orElseGet(List::of);
      var leaf =
          leaves.all().stream()
              .filter(l -> l.triples().contains(triple) && l.origins().equals(found))
              .map(Leaf::number)
              .findFirst()
              .orElseGet(
                  () ->
                      leaves.number(
                          List.of(triple, place), text, Optional.empty(), List.of(triple), found));
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
              .map(a -> leaves.number(a, World.of(w(world))))
              .orElseGet(
                  () ->
                      leaves.number(
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
      var numbers = axioms.stream().map(axiom -> leaves.number(axiom, World.of(world))).toList();
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

  private static OWLDataFactory factory(Entailments world) {
    return world.theory().factory();
  }

  // ---- what does not follow ----

  /**
   * Why a statement does not follow in a world.
   *
   * @param others worlds that differ from it, with how in words: there it may follow
   */
  public WhyNot whyNot(Entailments world, Triple statement, Map<String, Entailments> others) {
    return new Absence(
            words,
            refuter,
            () -> new Explainer(worlds, refuter, origins, Wish.FIRST, deadline),
            deadline)
        .of(world, statement, others);
  }

  /** The statements of an explanation that a snapshot does not have. */
  public static List<Leaf> absent(Explanation explanation, Snapshot snapshot) {
    return Absence.missing(explanation, snapshot);
  }

  // ---- contradictions ----

  /** Why a class can have no instance; empty where it can. */
  public Optional<Explanation> unsatisfiable(Entailments world, Node named) {
    var factory = factory(world);
    return world
        .theory()
        .classNamed(named)
        .map(c -> factory.getOWLSubClassOfAxiom(c, factory.getOWLNothing()))
        .flatMap(
            axiom ->
                explained(
                    World.of(world), axiom, "nothing can be an instance of " + words.term(named)));
  }

  /** Why a snapshot contradicts itself; empty where it does not, or none was found in time. */
  public Optional<Explanation> inconsistent(Snapshot snapshot) {
    var world = World.of(snapshot);
    var factory = world.factory();
    return explained(
        world,
        factory.getOWLSubClassOfAxiom(factory.getOWLThing(), factory.getOWLNothing()),
        "the axioms contradict each other");
  }

  // ---- one axiom of one world ----

  Optional<Explanation> explained(World world, OWLAxiom axiom, String title) {
    return explained(world, supports.of(Optional.empty(), world, Set.of(axiom)), title);
  }

  Optional<Explanation> explained(World world, Map<OWLAxiom, List<Goal>> goals, String title) {
    return explained(world, supports.of(Optional.empty(), world, goals), title);
  }

  private Optional<Explanation> explained(World world, Optional<Case.Support> found, String title) {
    return found.map(
        support ->
            explanation(
                title,
                List.of(new Case(List.of(), List.of(support))),
                false,
                Regime.OWL_DIRECT.label() + world.place()));
  }
}
