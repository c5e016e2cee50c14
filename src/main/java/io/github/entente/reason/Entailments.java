// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.model.Deadline;
import io.github.entente.model.Engine;
import io.github.entente.model.EntenteException;
import io.github.entente.model.Guarantee;
import io.github.entente.model.Outcome;
import io.github.entente.model.Snapshot;
import io.github.entente.reason.dl.AxiomPattern;
import io.github.entente.reason.dl.Conflict;
import io.github.entente.reason.dl.Datatypes;
import io.github.entente.reason.dl.OwlBridge;
import io.github.entente.reason.dl.Profile;
import io.github.entente.reason.dl.Refuter;
import io.github.entente.reason.dl.Refuter.Check;
import io.github.entente.reason.dl.Refuter.Verdict;
import io.github.entente.reason.dl.Theory;
import io.github.entente.reason.models.Models;
import io.github.entente.reason.rules.Closure;
import io.github.entente.reason.rules.Program;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDFS;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLEntity;
import org.semanticweb.owlapi.model.OWLObject;
import org.semanticweb.owlapi.model.OWLObjectProperty;

/**
 * What follows from a snapshot under the OWL 2 Direct Semantics.
 *
 * <p>The closure under the rules is there from the start. What a query demands beyond it is decided
 * when it is first asked for: if the rules cannot be shown to be complete for a class or property,
 * candidates that are false in a checked model are dropped, and each that remains is refuted or
 * proved by the consistency of the axioms and the negated fact, many at once, by a new reasoner.
 * What was decided is kept. {@link #by} does the same by other means. Safe for use by many threads.
 */
public final class Entailments {
  /** From so many on a consistency check costs more than to look for a model first. */
  static final int MANY_AXIOMS = 10_000;

  /** From so many on a model that shows consistency takes less than HermiT's check does. */
  private static final int MODEL_FIRST = 1_000;

  private final Snapshot snapshot;
  private final Decision consistency;
  private final Theory theory;
  private final Closure closure;
  private final Refuter refuter;
  private final Graph base;
  private final Hierarchy hierarchy;
  private final Ways ways;
  private final Optional<Entailments> byRules;
  private Outcome<Entailments> byRefutation;

  private final CounterModels models;
  private final Templates templates;
  private final Spellings spelling;
  private final Map<Demand, Decision> decided = new ConcurrentHashMap<>();
  private Hypothesis hypothesis;
  private volatile Graph found = Graph.emptyGraph;

  private Entailments(
      Snapshot snapshot,
      Theory theory,
      Closure closure,
      Refuter refuter,
      CounterModels models,
      boolean modelled) {
    this.snapshot = snapshot;
    this.consistency = Decision.consistency(modelled);
    this.theory = theory;
    this.closure = closure;
    this.refuter = refuter;
    this.base = new ClosureGraph(closure, snapshot.asserted(), snapshot.generated());
    this.hierarchy = new Hierarchy(theory, refuter);
    this.models = models;
    this.templates = new Templates(snapshot.asserted(), theory, closure, refuter, models);
    this.spelling = new Spellings(new Union(snapshot.asserted(), snapshot.generated()));
    this.ways = new Hybrid(theory, closure, refuter, models, hierarchy, this::found);
    this.byRules =
        Optional.of(
            new Entailments(
                this,
                consistency,
                base,
                hierarchy,
                templates,
                into -> new ByRules(theory, closure, hierarchy)));
  }

  /** The same by other ways. */
  private Entailments(
      Entailments whole,
      Decision consistency,
      Graph base,
      Hierarchy hierarchy,
      Templates templates,
      Function<Consumer<Collection<Triple>>, Ways> ways) {
    this.snapshot = whole.snapshot;
    this.consistency = consistency;
    this.theory = whole.theory;
    this.closure = whole.closure;
    this.refuter = whole.refuter;
    this.base = base;
    this.hierarchy = hierarchy;
    this.models = whole.models;
    this.templates = templates;
    this.spelling = whole.spelling;
    this.ways = ways.apply(this::found);
    this.byRules = Optional.empty();
  }

  /**
   * Translates, checks and closes a snapshot.
   *
   * @throws EntenteException NOT_OWL_2_DL, UNSUPPORTED_DATATYPE, LOST_TRIPLE
   */
  public static Outcome<Entailments> of(Snapshot snapshot, Refuter refuter, Deadline deadline) {
    return of(snapshot, Optional.empty(), refuter, deadline);
  }

  /**
   * The same, continued from the entailments of a snapshot with nearly the same facts: what follows
   * is the same, though the derivation that is kept of a fact may be another.
   *
   * @param before of a snapshot as it was before a change
   */
  public static Outcome<Entailments> of(
      Snapshot snapshot, Optional<Entailments> before, Refuter refuter, Deadline deadline) {
    var theory = Theory.of(OwlBridge.of(new Union(snapshot.asserted(), snapshot.generated())));
    Datatypes.refuseUnsupported(theory.ontology().getLogicalAxioms());
    var change = before.flatMap(earlier -> Change.between(earlier.theory, theory));
    boolean small = change.isEmpty() && theory.axioms().size() < MODEL_FIRST;
    var early =
        small ? Optional.of(refuter.start(theory.axiomsFor(Set.of()))) : Optional.<Check>empty();
    var profile = CompletableFuture.supplyAsync(() -> Profile.violations(theory.ontology()));
    var closure =
        change.isPresent()
            ? before.get().closure.after(theory.program(), change.get().removed(), deadline::passed)
            : Closure.of(theory.program(), theory.factory(), deadline::passed);
    Profile.refuse(join(profile));
    if (closure.isEmpty()) {
      return new Outcome.LimitReached<>("the time limit came while the rules were applied");
    }
    // HermiT may overlook a contradiction that rules find, see Refuter.overlooks.
    if (closure.get().contradiction().isPresent()) {
      return new Outcome.Inconsistent<>(
          Conflict.minimal(closure.get().contradiction().get(), refuter, deadline));
    }
    var models =
        change.isPresent()
            ? before.get().models.of(theory, closure.get(), change.get())
            : CounterModels.of(theory, closure.get());
    if (!small && (models.consistent(deadline) || theory.hasModel(closure.get()))) {
      return new Outcome.Answered<>(
          new Entailments(snapshot, theory, closure.get(), refuter, models, true));
    }
    var check = early.orElseGet(() -> refuter.start(theory.axiomsFor(Set.of())));
    return checked(
        refuter.await(check, deadline),
        () -> new Entailments(snapshot, theory, closure.get(), refuter, models, false),
        () -> Conflict.minimal(theory.axiomsFor(Set.of()), refuter, deadline),
        "the time limit came while consistency was checked");
  }

  private static Outcome<Entailments> checked(
      Verdict verdict,
      Supplier<Entailments> answered,
      Supplier<List<String>> conflict,
      String late) {
    return switch (verdict) {
      case CONSISTENT -> new Outcome.Answered<>(answered.get());
      case INCONSISTENT -> new Outcome.Inconsistent<>(conflict.get());
      case UNDECIDED -> new Outcome.LimitReached<>(late);
    };
  }

  private static <T> T join(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static void copy(ExtendedIterator<Triple> triples, Graph graph) {
    triples.forEachRemaining(graph::add);
  }

  /** The snapshot. */
  public Snapshot snapshot() {
    return snapshot;
  }

  /** How it was found that the axioms are consistent. */
  public Decision consistency() {
    return consistency;
  }

  /** The closure under the rules, with its derivations. */
  public Closure closure() {
    return closure;
  }

  /**
   * The same as far as the rules alone can tell: nothing is refuted, and what they cannot be shown
   * to be complete for is said to be incomplete.
   */
  public Entailments byRules() {
    return byRules.orElse(this);
  }

  /**
   * The same by the means of an engine; for {@link Engine#HERMIT} the axioms are first seen to be
   * consistent by HermiT itself.
   */
  public Outcome<Entailments> by(Engine engine, Deadline deadline) {
    return switch (engine) {
      case HYBRID -> new Outcome.Answered<>(this);
      case RULES -> new Outcome.Answered<>(byRules());
      case HERMIT -> byRefutation(deadline);
    };
  }

  private synchronized Outcome<Entailments> byRefutation(Deadline deadline) {
    if (byRefutation == null || byRefutation instanceof Outcome.LimitReached) {
      var axioms = theory.axiomsFor(Set.of());
      byRefutation =
          checked(
              refuter.check(axioms, deadline),
              this::refuting,
              () -> Conflict.minimal(axioms, refuter, deadline),
              "the time limit came while HermiT checked consistency; --engine hybrid needs it less");
    }
    return byRefutation;
  }

  private Entailments refuting() {
    var stated = new Union(snapshot.asserted(), snapshot.generated());
    var inclusions = Hierarchy.byRefutation(theory, refuter);
    return new Entailments(
        this,
        Decision.consistency(false),
        stated,
        inclusions,
        Templates.byRefutation(snapshot.asserted(), theory, refuter),
        into -> new ByRefutation(theory, closure, refuter, inclusions, into));
  }

  /** The checked models of the axioms that were needed so far. */
  public Models models() {
    return models.models();
  }

  /** The axioms, indexed. */
  public Theory theory() {
    return theory;
  }

  /**
   * What a triple says as an axiom, where names alone say it: a fact, or an axiom between names;
   * empty for annotations, declarations and syntax.
   */
  public Optional<OWLAxiom> axiom(Triple triple) {
    return Facts.axiom(triple, theory);
  }

  /** What an axiom of a query says with terms for its variables; several, where it is read so. */
  public List<OWLAxiom> axioms(Demand.Axiom axiom, Map<Node, Node> terms) {
    var triples = axiom.triples().map(triple -> filled(triple, terms)).toList();
    var readings = AxiomPattern.readings(theory, filled(axiom.root(), terms), triples);
    return readings.get(0).axioms();
  }

  private static Triple filled(Triple triple, Map<Node, Node> terms) {
    return Triple.create(
        terms.getOrDefault(triple.getSubject(), triple.getSubject()),
        terms.getOrDefault(triple.getPredicate(), triple.getPredicate()),
        terms.getOrDefault(triple.getObject(), triple.getObject()));
  }

  /** Which triples of the snapshot spell which axiom. */
  public Spellings spelling() {
    return spelling;
  }

  /** The logical axioms of the snapshot. */
  public Set<OWLAxiom> axioms() {
    return theory.axioms();
  }

  /**
   * Asserted and entailed triples, as far as they have been demanded; nothing changes the graph
   * that was returned.
   */
  public Graph graph() {
    var more = found;
    return more.isEmpty() ? base : new Union(base, more);
  }

  /**
   * What triples rest on.
   *
   * @param asserted the asserted triples that each was found to rest on, by one derivation
   * @param untraced those that have no derivation, and what a snapshot added by itself
   */
  public record Support(Set<Triple> asserted, Set<Triple> untraced) {}

  /**
   * The asserted triples that triples of {@link #graph} rest on; each is its own where asserted.
   */
  public Support support(Collection<Triple> triples) {
    var asserted = new LinkedHashSet<Triple>();
    var untraced = new LinkedHashSet<Triple>();
    var derived = new ArrayList<OWLAxiom>();
    for (var triple : triples) {
      if (snapshot.asserted().contains(triple)) {
        asserted.add(triple);
        continue;
      }
      var fact = Facts.of(triple, theory).filter(closure::has);
      fact.ifPresentOrElse(derived::add, () -> untraced.add(triple));
    }
    for (var axiom : closure.axiomsUnder(derived)) {
      var stated = Facts.stated(axiom, snapshot.asserted());
      asserted.addAll(stated);
      if (stated.isEmpty()) {
        untraced.addAll(Facts.stated(axiom, snapshot.generated()));
      }
    }
    return new Support(asserted, untraced);
  }

  /**
   * Classes that can have no instance.
   *
   * @param classes those that have none in any model
   * @param undecided of how many it could not be told
   */
  public record Unsatisfiable(List<Node> classes, int undecided) {}

  /** Which classes can have no instance. */
  public Unsatisfiable unsatisfiable(Deadline deadline) {
    var answer = hierarchy.unsatisfiable(deadline);
    return new Unsatisfiable(
        answer.entailed().stream().map(named -> OwlBridge.node(named.getIRI())).toList(),
        answer.undecided().size());
  }

  /**
   * The classes and properties that what is demanded may depend on, as nodes.
   *
   * @see Program#leadingTo
   */
  public Set<Node> leadingTo(Collection<? extends Demand> demands) {
    var entities = new ArrayList<OWLObject>();
    for (var demand : demands) {
      if (demand instanceof Demand.Instances instances) {
        theory.classNamed(instances.name()).ifPresent(entities::add);
      } else if (demand instanceof Demand.Values values) {
        theory.propertyNamed(values.name()).ifPresent(entities::add);
      }
    }
    return theory.program().leadingTo(entities).stream()
        .filter(OWLEntity.class::isInstance)
        .map(entity -> OwlBridge.node(((OWLEntity) entity).getIRI()))
        .collect(Collectors.toSet());
  }

  /**
   * Whether more of what is demanded could follow if the open rosters of the snapshot had further
   * rows like those they have. Where that cannot be told, it could.
   *
   * @param values the only values of interest, of a property; empty for any
   */
  public boolean dependsOnOpenRosters(Demand demand, Set<Node> values) {
    if (demand instanceof Demand.Instances instances) {
      var named = theory.classNamed(instances.name());
      return named.isPresent() && (!complete(named.get()) || hypothesis().adds(named.get()));
    } else if (demand instanceof Demand.Values pairs) {
      var property = theory.propertyNamed(pairs.name());
      if (property.isEmpty()) {
        return false;
      }
      return !complete(property.get())
          || !(property.get() instanceof OWLObjectProperty object)
          || hypothesis().adds(object, values);
    }
    return true;
  }

  private synchronized Hypothesis hypothesis() {
    if (hypothesis == null) {
      hypothesis = Hypothesis.of(theory, closure, snapshot.openRosters());
    }
    return hypothesis;
  }

  /**
   * Sees to it that {@link #graph} has all that is demanded, as far as can be told by the deadline.
   *
   * @return how complete it is
   */
  public Guarantee ensure(Demand demand, Deadline deadline) {
    return decision(demand, deadline).guarantee();
  }

  /** The same as {@link #ensure}, with how it was decided. */
  public Decision decision(Demand demand, Deadline deadline) {
    var known = decided.get(demand);
    if (known != null) {
      return known;
    }
    synchronized (this) {
      known = decided.get(demand);
      if (known != null) {
        return known;
      }
      var decision = decide(demand, deadline);
      if (decision.guarantee().complete() || !deadline.passed()) {
        decided.put(demand, decision);
      }
      return decision;
    }
  }

  /**
   * Everything that can be written with names alone of individuals and classes: types, values of
   * properties, equalities, and the hierarchy of classes.
   *
   * @param triples what holds, stated or not; annotations and the encoding of axioms among them
   * @param guarantee whether all of these are there
   */
  public record Inferred(Graph triples, Guarantee guarantee) {}

  /** Finds out all of it that the deadline allows. */
  public Inferred inferred(Deadline deadline) {
    var inclusions = new Demand.Inclusion(RDFS.subClassOf.asNode(), Node.ANY, Node.ANY);
    var decision = facts(deadline).and(decision(inclusions, deadline));
    return new Inferred(graph(), decision.guarantee());
  }

  /**
   * The ways to put names and literals for variables so that an axiom follows.
   *
   * @throws EntenteException REFUSED_QUERY when the triples make no axiom of OWL 2 DL
   */
  public Solutions solutions(Demand.Axiom axiom, Deadline deadline) {
    return templates.solutions(axiom, deadline);
  }

  private Decision decide(Demand demand, Deadline deadline) {
    if (demand instanceof Demand.Axiom axiom) {
      return solutions(axiom, deadline).decision();
    } else if (demand instanceof Demand.Instances instances) {
      return theory
          .classNamed(instances.name())
          .map(named -> ways.instances(named, deadline))
          .orElse(Decision.lookup(Guarantee.SOUND_AND_COMPLETE));
    } else if (demand instanceof Demand.Values values) {
      return theory
          .propertyNamed(values.name())
          .map(property -> ways.values(property, deadline))
          .orElse(Decision.lookup(Guarantee.SOUND_AND_COMPLETE));
    } else if (demand instanceof Demand.Inclusion inclusion) {
      var answer = ways.inclusions(inclusion, deadline);
      found(answer.triples());
      return answer.decision();
    } else if (demand instanceof Demand.Same) {
      return sameAs(deadline);
    } else if (demand instanceof Demand.AllTypes) {
      return all(theory.classes(), deadline);
    } else if (demand instanceof Demand.Everything) {
      return facts(deadline)
          .and(
              Decision.lookup(
                  Guarantee.incomplete(
                      "the pattern asks for triples of any predicate; axioms that follow, such as"
                          + " inclusions, are not among them")));
    }
    return Decision.lookup(
        Guarantee.incomplete(
            "triples of "
                + ((Demand.Asserted) demand).predicate()
                + " are looked up as asserted, not inferred"));
  }

  /** Types, values of properties and equalities. */
  private Decision facts(Deadline deadline) {
    return all(theory.classes(), deadline)
        .and(all(theory.properties(), deadline))
        .and(decision(new Demand.Same(), deadline));
  }

  private Decision all(Collection<? extends OWLEntity> entities, Deadline deadline) {
    var decision = Decision.rules(Guarantee.SOUND_AND_COMPLETE);
    for (var entity : entities) {
      var node = OwlBridge.node(entity.getIRI());
      var demand =
          entity instanceof OWLClass ? new Demand.Instances(node) : new Demand.Values(node);
      decision = decision.and(decision(demand, deadline));
    }
    return decision;
  }

  /** Everything is the same as itself; the rest by the way of the engine. */
  private Decision sameAs(Deadline deadline) {
    found(
        theory.individuals().stream()
            .map(OwlBridge::node)
            .map(node -> Triple.create(node, OWL2.sameAs.asNode(), node))
            .toList());
    return ways.same(deadline);
  }

  private boolean complete(OWLEntity entity) {
    return theory.beyondRules(closure, entity).isEmpty();
  }

  private void found(Collection<Triple> triples) {
    if (triples.isEmpty()) {
      return;
    }
    var more = GraphFactory.createDefaultGraph();
    copy(found.find(), more);
    triples.forEach(more::add);
    found = more;
  }
}
