// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.Deadline;
import io.github.entente.model.Engine;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Guarantee;
import io.github.entente.model.Outcome;
import io.github.entente.model.Regime;
import io.github.entente.model.Viewpoint;
import io.github.entente.reason.Decision;
import io.github.entente.reason.Demand;
import io.github.entente.reason.Entailments;
import io.github.entente.reason.Solutions;
import io.github.entente.reason.rdf.Materialisation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * The graphs that one query plays on: its default graph, the worlds of the days that it names, and
 * the stored graphs. It keeps the first outcome that is no answer (an inconsistent day, a limit).
 */
final class Stage {
  private static final Set<ErrorCode> OUTSIDE =
      Set.of(ErrorCode.NOT_OWL_2_DL, ErrorCode.UNSUPPORTED_DATATYPE, ErrorCode.LOST_TRIPLE);

  private final Request request;
  private final Worlds worlds;
  private final Map<Viewpoint, Outcome<Entailments>> worldsAt = new HashMap<>();
  private final Map<Viewpoint, Outcome<Materialisation>> materialisedAt = new HashMap<>();
  private final Map<Viewpoint, Guarantee> outside = new HashMap<>();
  private final Set<Viewpoint> named;
  private final Viewpoint view;
  private final List<Node> from;
  private final Set<Node> fromNamed;
  private final AxiomTemplates templates;
  private final Map<Viewpoint, Map<Demand.Axiom, Solutions>> solutions = new HashMap<>();
  private final Map<Viewpoint, Map<Demand, Decision>> decisions = new LinkedHashMap<>();

  Stage(Request request, Worlds worlds) {
    this.request = request;
    this.worlds = worlds;
    var query = request.query();
    this.named =
        Mentions.iris(query).stream()
            .flatMap(iri -> seen(iri).stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    this.fromNamed =
        query.getNamedGraphURIs().stream().map(NodeFactory::createURI).collect(Collectors.toSet());
    this.from = query.getGraphURIs().stream().map(NodeFactory::createURI).toList();
    fromNamed.forEach(iri -> seen(iri).ifPresent(named::add));
    this.view = defaultView();
    this.templates =
        AxiomTemplates.of(
            query, this::isWorld, request.regime() == Regime.OWL_DIRECT && !storedOnly());
  }

  private boolean isWorld(Node graph) {
    return graph.isVariable() ? !named.isEmpty() : seen(graph).isPresent();
  }

  /** The query, its axioms taken out. */
  Query query() {
    return templates.query();
  }

  /** The axiom that a predicate of the query stands for, if it stands for one. */
  Optional<Demand.Axiom> axiom(Node predicate) {
    return templates.of(predicate);
  }

  /** The viewpoint that an IRI names: what it does not say is as in the default graph. */
  Optional<Viewpoint> seen(Node iri) {
    return AsOf.viewpoint(iri, request.view());
  }

  private Viewpoint defaultView() {
    var asOf = from.stream().flatMap(iri -> seen(iri).stream()).toList();
    if (asOf.isEmpty()) {
      return request.view();
    }
    if (from.size() > 1) {
      throw new EntenteException(
          ErrorCode.REFUSED_QUERY,
          "FROM names the world of "
              + asOf.get(0)
              + " and another graph; worlds are never merged. Use one FROM, or FROM NAMED with GRAPH.");
    }
    return asOf.get(0);
  }

  /** The viewpoint of the default graph; empty where it is made of stored graphs. */
  Optional<Viewpoint> view() {
    return storedOnly() ? Optional.empty() : Optional.of(view);
  }

  Regime regime() {
    return request.regime();
  }

  /** The worlds that the query names. */
  Set<Viewpoint> namedWorlds() {
    return named;
  }

  Worlds worlds() {
    return worlds;
  }

  /** Whether FROM names stored graphs, which are always simple. */
  boolean storedOnly() {
    return !from.isEmpty() && seen(from.get(0)).isEmpty();
  }

  /** What follows from a viewpoint; the caller has looked at {@link #failure} first. */
  Entailments entailments(Viewpoint at) {
    if (outcome(at) instanceof Outcome.Answered<Entailments> answered) {
      return answered.value();
    }
    throw new IllegalStateException("no entailments of " + at);
  }

  /**
   * Whether a world is what the rules derive, and nothing else is meant by it: the query names it
   * so, beside worlds in which everything follows.
   */
  boolean isClosure(Viewpoint at) {
    return at.engine() == Engine.RULES && request.view().engine() != Engine.RULES;
  }

  private Outcome<Entailments> outcome(Viewpoint at) {
    return worldsAt.computeIfAbsent(at, v -> worlds.entailments(v, request.deadline()));
  }

  private Outcome<Materialisation> materialised(Viewpoint at) {
    return materialisedAt.computeIfAbsent(
        at, v -> worlds.materialised(v, regime(), request.deadline()));
  }

  /** Whether what is in a world can be, and under the regime is, reasoned over as axioms. */
  boolean readAsAxioms(Viewpoint at) {
    return regime().direct() && !outside.containsKey(at);
  }

  /** The RDF-based regime takes any graph; what is no OWL 2 DL has the rules applied only. */
  private void noteOutside(Viewpoint at) {
    if (regime() != Regime.OWL_RDF_BASED) {
      return;
    }
    try {
      outcome(at);
    } catch (EntenteException e) {
      if (!OUTSIDE.contains(e.code())) {
        throw e;
      }
      outside.put(
          at,
          Guarantee.incomplete(
              "the data are outside what OWL 2 DL reasoning takes ("
                  + e.code()
                  + "), so that only the rules of OWL 2 RL were applied"));
    }
  }

  private Materialisation materialisation(Viewpoint at) {
    if (materialised(at) instanceof Outcome.Answered<Materialisation> answered) {
      return answered.value();
    }
    throw new IllegalStateException("no entailed triples of " + at);
  }

  /** Has a world give what is demanded of it under the regime; tells how completely it does. */
  Guarantee ensure(Viewpoint at, Demand demand) {
    return switch (regime()) {
      case SIMPLE -> Guarantee.SOUND_AND_COMPLETE;
      case RDF, RDFS, D, RIF, OWL_RL -> materialisation(at).guarantee();
      case OWL_RDF_BASED ->
          outside.containsKey(at)
              ? materialisation(at).guarantee().and(outside.get(at))
              : entailed(at, demand).and(materialisation(at).guarantee());
      case OWL_DIRECT -> entailed(at, demand);
    };
  }

  private Guarantee entailed(Viewpoint at, Demand demand) {
    var guarantee =
        decisions
            .computeIfAbsent(at, v -> new LinkedHashMap<>())
            .computeIfAbsent(demand, d -> decision(at, d))
            .guarantee();
    boolean lookedUp =
        demand instanceof Demand.Asserted
            || demand instanceof Demand.Everything
            || demand instanceof Demand.Axiom;
    return isClosure(at) && !lookedUp ? Guarantee.SOUND_AND_COMPLETE : guarantee;
  }

  private Decision decision(Viewpoint at, Demand demand) {
    return demand instanceof Demand.Axiom axiom
        ? solutions
            .computeIfAbsent(at, v -> new HashMap<>())
            .computeIfAbsent(axiom, a -> entailments(at).solutions(a, request.deadline()))
            .decision()
        : entailments(at).decision(demand, request.deadline());
  }

  /** What was demanded so far, and how it was decided. */
  Plan plan() {
    var parts = new ArrayList<Plan.Part>();
    decisions.forEach(
        (at, decided) ->
            decided.forEach((demand, how) -> parts.add(new Plan.Part(at, demand, how))));
    return Plan.of(regime(), parts, basis(parts), withoutDataset(query()));
  }

  private Optional<Basis> basis(List<Plan.Part> parts) {
    if (!regime().direct()) {
      return Optional.empty();
    }
    var consistency =
        decisions.keySet().stream()
            .filter(this::readAsAxioms)
            .map(at -> entailments(at).consistency())
            .toList();
    return Optional.of(Basis.of(parts, consistency));
  }

  /** The first world whose entailments cannot be told, if there is one. */
  Optional<Outcome<?>> failure() {
    if (regime() == Regime.SIMPLE) {
      return Optional.empty();
    }
    var asked = new LinkedHashSet<Viewpoint>();
    view().ifPresent(asked::add);
    asked.addAll(named);
    for (var at : asked) {
      noteOutside(at);
      if (readAsAxioms(at) && !(outcome(at) instanceof Outcome.Answered)) {
        return Optional.of(outcome(at));
      }
      if (regime() != Regime.OWL_DIRECT && !(materialised(at) instanceof Outcome.Answered)) {
        return Optional.of(materialised(at));
      }
    }
    return Optional.empty();
  }

  /**
   * The dataset, to be taken when all that the query demands has been ensured.
   *
   * @param deadline by when reading it ends
   */
  DatasetGraph dataset(Deadline deadline) {
    var worldsAsked = new LinkedHashSet<>(Mentions.iris(request.query()));
    worldsAsked.addAll(fromNamed);
    worldsAsked.removeIf(iri -> seen(iri).isEmpty());
    // An unbound GRAPH ?g ranges over stored graphs and FROM NAMED only.
    var hidden = new LinkedHashSet<>(worldsAsked);
    hidden.removeAll(fromNamed);
    var dataset =
        new DatasetGraphMapLink(new DeadlineGraph(defaultGraph(), deadline)) {
          @Override
          public Iterator<Node> listGraphNodes() {
            return Iter.filter(super.listGraphNodes(), name -> !hidden.contains(name));
          }
        };
    worldsAsked.forEach(
        iri -> dataset.addGraph(iri, new DeadlineGraph(world(seen(iri).orElseThrow()), deadline)));
    worlds.stored().entrySet().stream()
        .map(e -> Map.entry(NodeFactory.createURI(e.getKey()), e.getValue()))
        .filter(e -> !restricted() || fromNamed.contains(e.getKey()))
        .forEach(e -> dataset.addGraph(e.getKey(), new DeadlineGraph(e.getValue(), deadline)));
    return dataset;
  }

  private boolean restricted() {
    return !fromNamed.isEmpty() || !from.isEmpty();
  }

  private Graph defaultGraph() {
    if (from.isEmpty() && !fromNamed.isEmpty()) {
      return GraphFactory.createDefaultGraph();
    }
    if (!storedOnly()) {
      return world(view);
    }
    var union = GraphFactory.createDefaultGraph();
    for (var iri : from) {
      var stored = worlds.stored().get(iri.getURI());
      if (stored == null) {
        throw new EntenteException(
            ErrorCode.REFUSED_QUERY,
            "FROM names <"
                + iri.getURI()
                + ">, which is no stored graph; nothing is fetched. Give the file with --data.");
      }
      stored.find().forEachRemaining(union::add);
    }
    return union;
  }

  private Graph world(Viewpoint at) {
    return switch (regime()) {
      case SIMPLE -> worlds.snapshot(at).asserted();
      case RDF, RDFS, D, RIF, OWL_RL -> materialisation(at).graph();
      case OWL_RDF_BASED ->
          outside.containsKey(at)
              ? materialisation(at).graph()
              : new Union(materialisation(at).graph(), entailments(at).graph());
      case OWL_DIRECT -> {
        var graph = entailments(at).graph();
        yield solutions.containsKey(at) ? withRows(graph, solutions.get(at)) : graph;
      }
    };
  }

  /** A graph with the solutions of axioms, which only their own predicates find. */
  private Graph withRows(Graph graph, Map<Demand.Axiom, Solutions> found) {
    var rows = GraphFactory.createDefaultGraph();
    found.forEach(
        (axiom, solved) -> {
          for (var terms : solved.rows()) {
            templates.row(axiom, NodeFactory.createBlankNode(), terms::get).forEach(rows::add);
          }
        });
    return new GraphBase() {
      @Override
      protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        return (AxiomTemplates.isOfRows(pattern.getPredicate()) ? rows : graph).find(pattern);
      }
    };
  }

  /** The query without its dataset clauses, which the dataset has taken over. */
  static Query withoutDataset(Query query) {
    if (!query.hasDatasetDescription()) {
      return query;
    }
    var copy = query.cloneQuery();
    copy.getGraphURIs().clear();
    copy.getNamedGraphURIs().clear();
    return copy;
  }
}
