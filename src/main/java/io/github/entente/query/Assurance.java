// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Guarantee;
import io.github.entente.model.Regime;
import io.github.entente.model.Viewpoint;
import io.github.entente.reason.Demand;
import io.github.entente.reason.dl.AxiomPattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.*;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Coalesce;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Works out how far a query's answers can be trusted, and sees on the way that the worlds have what
 * its patterns demand. The guarantee of a pattern is that of its demands; above patterns it is
 * propagated: a negated pattern turns missing into too much, and whatever counts or defaults over a
 * pattern with a gap is neither sound nor complete.
 */
final class Assurance {
  private static final Set<String> LOOKED_UP =
      Stream.of(
              RDFS.label,
              RDFS.comment,
              RDFS.seeAlso,
              RDFS.isDefinedBy,
              OWL2.versionInfo,
              OWL2.versionIRI,
              OWL2.imports,
              OWL2.deprecated,
              OWL2.annotatedSource,
              OWL2.annotatedProperty,
              OWL2.annotatedTarget)
          .map(Object::toString)
          .collect(Collectors.toSet());

  private static final Set<String> DECLARATIONS =
      Stream.of(
              OWL2.Class,
              OWL2.ObjectProperty,
              OWL2.DatatypeProperty,
              OWL2.AnnotationProperty,
              OWL2.NamedIndividual,
              OWL2.Ontology,
              OWL2.Axiom,
              RDFS.Datatype)
          .map(Object::toString)
          .collect(Collectors.toSet());

  private static final Set<String> EXPRESSION_SYNTAX =
      Stream.of(
              OWL2.onProperty,
              OWL2.someValuesFrom,
              OWL2.allValuesFrom,
              OWL2.unionOf,
              OWL2.intersectionOf,
              OWL2.complementOf,
              OWL2.oneOf,
              OWL2.propertyChainAxiom,
              RDF.first,
              RDF.rest)
          .map(Object::toString)
          .collect(Collectors.toSet());

  private static final Set<Node> INCLUSIONS =
      Set.of(
          RDFS.subClassOf.asNode(),
          OWL2.equivalentClass.asNode(),
          RDFS.subPropertyOf.asNode(),
          OWL2.equivalentProperty.asNode());

  private final Stage stage;
  private final Map<Viewpoint, Demands> demands = new LinkedHashMap<>();
  private boolean absence;
  private boolean asksBound;

  /** What is demanded of one world. */
  private static final class Demands {
    /** Demands with the values that a property's are matched with; none where with any. */
    private final Map<Use, Map<Demand, Set<Node>>> byUse = new EnumMap<>(Use.class);

    /** Demands that are not confined to rosters said to be complete. */
    private final Set<Demand> overAll = new HashSet<>();

    private Map<Demand, Set<Node>> of(Use use) {
      return byUse.computeIfAbsent(use, u -> new LinkedHashMap<>());
    }

    private void add(Use use, Demand demand, Set<Node> values, boolean overComplete) {
      if (!overComplete) {
        overAll.add(demand);
      }
      of(use)
          .merge(
              demand,
              values,
              (one, other) ->
                  one.isEmpty() || other.isEmpty()
                      ? Set.of()
                      : Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet()));
    }
  }

  /** How a pattern is used by what stands above it. */
  private enum Use {
    /** More facts, more answers. */
    PLAIN,
    /** More facts, fewer answers. */
    ABSENT,
    /** Each fact, and each lack of one, may tell. */
    COUNTED,
    /** More facts, other answers: cut off by a limit, or filled in where there are none. */
    CUT;

    Use within(Use outer) {
      return outer == PLAIN || outer == CUT && this == CUT ? this : this == PLAIN ? outer : COUNTED;
    }
  }

  /**
   * Where a pattern stands.
   *
   * @param worlds days whose world it is matched against; empty for stored graphs
   * @param values what VALUES says of variables that are joined with it
   * @param complete variables joined with it whose rosters are said to be complete
   */
  private record Place(
      Set<Viewpoint> worlds, Map<Var, Set<Node>> values, Set<Var> complete, Use use) {
    Place using(Use other) {
      return new Place(worlds, values, complete, other.within(use));
    }

    /** Here a variable is not the outer one of that name, or not yet joined with it. */
    Place alone() {
      return new Place(worlds, Map.of(), Set.of(), use);
    }

    /** Of the outer variables only these are the same within. */
    Place within(Collection<Var> visible) {
      var kept = new HashMap<>(values);
      kept.keySet().retainAll(visible);
      var stillComplete = new HashSet<>(complete);
      stillComplete.retainAll(visible);
      return new Place(worlds, kept, stillComplete, use);
    }

    /** Whether a triple speaks of something whose roster is said to be complete. */
    boolean overComplete(Node subject, Node object) {
      return complete.contains(subject) || complete.contains(object);
    }
  }

  /**
   * The guarantee, with remarks that do not weaken it.
   *
   * @param guarantee how far the answers can be trusted
   * @param notes remarks
   */
  record Verdict(Guarantee guarantee, List<String> notes) {}

  private Assurance(Stage stage) {
    this.stage = stage;
  }

  /** The verdict on a query's answers. */
  static Verdict of(Query query, Stage stage) {
    var assurance = new Assurance(stage);
    var guarantee = Guarantee.SOUND_AND_COMPLETE;
    if (query.getQueryPattern() != null) {
      var pattern = Algebra.compile(query);
      Mentions.refuseOutside(pattern);
      assurance.asksBound = asksBound(pattern);
      Set<Viewpoint> worlds = stage.view().map(Set::of).orElse(Set.of());
      guarantee = assurance.of(pattern, new Place(worlds, Map.of(), Set.of(), Use.PLAIN));
    }
    if (query.isDescribeType() && !stage.storedOnly() && stage.regime().direct()) {
      guarantee =
          guarantee.and(
              Guarantee.incomplete(
                  "DESCRIBE shows what is stated and what has been derived so far; ask for what is"
                      + " wanted with CONSTRUCT"));
    }
    var doubts = new Doubts(stage);
    for (var entry : assurance.demands.entrySet()) {
      var asked = entry.getValue();
      guarantee =
          guarantee
              .and(doubts.inForce(entry.getKey(), asked.of(Use.PLAIN).keySet()))
              .and(doubts.inForce(entry.getKey(), asked.of(Use.ABSENT).keySet()).negated())
              .and(
                  exactly(
                      doubts.inForce(entry.getKey(), asked.of(Use.COUNTED).keySet()), "a count"))
              .and(
                  exactly(
                      doubts.inForce(entry.getKey(), asked.of(Use.CUT).keySet()),
                      "OPTIONAL or LIMIT"))
              .and(
                  doubts.openRosters(
                      entry.getKey(), asked.of(Use.ABSENT), asked.of(Use.COUNTED), asked.overAll));
    }
    var notes =
        assurance.absence && stage.regime() != Regime.SIMPLE
            ? List.of(
                "NOT EXISTS and MINUS speak of the absence of a proof, not of a proof of absence.")
            : List.<String>of();
    return new Verdict(guarantee, notes);
  }

  /** Whether a query can tell a variable that has no value: then OPTIONAL is a negation. */
  private static boolean asksBound(Op pattern) {
    var found = new boolean[1];
    Walker.walk(
        pattern,
        new OpVisitorBase() {},
        new ExprVisitorBase() {
          @Override
          public void visit(ExprFunction1 function) {
            found[0] |= function instanceof E_Bound;
          }

          @Override
          public void visit(ExprFunctionN function) {
            found[0] |= function instanceof E_Coalesce;
          }
        });
    return found[0];
  }

  private Guarantee of(Op op, Place place) {
    if (op instanceof OpBGP bgp) {
      var guarantee = Guarantee.SOUND_AND_COMPLETE;
      var inner = with(place, bgp);
      for (var triple : bgp.getPattern()) {
        guarantee = guarantee.and(of(triple, inner));
      }
      return guarantee;
    } else if (op instanceof OpTriple single) {
      return of(single.getTriple(), place);
    } else if (op instanceof OpPath path) {
      return path(path.getTriplePath(), place);
    } else if (op instanceof OpGraph graph) {
      return of(graph.getSubOp(), inGraph(graph.getNode(), place));
    } else if (op instanceof OpJoin || op instanceof OpSequence) {
      return joined(op, place);
    } else if (op instanceof OpFilter filter) {
      var inner = with(place, filter.getSubOp());
      return of(filter.getSubOp(), inner)
          .and(of(filter.getExprs(), with(place.alone(), filter.getSubOp())));
    } else if (op instanceof OpLeftJoin optional) {
      var inner = with(place.alone(), optional.getLeft()).using(asksBound ? Use.COUNTED : Use.CUT);
      var right = of(optional.getRight(), inner).and(of(optional.getExprs(), inner));
      return of(optional.getLeft(), place).and(exactly(right, "OPTIONAL"));
    } else if (op instanceof OpMinus minus) {
      absence = true;
      var inner = with(place.alone(), minus.getLeft());
      return of(minus.getLeft(), place)
          .and(of(minus.getRight(), inner.using(Use.ABSENT)).negated());
    } else if (op instanceof OpGroup group) {
      boolean counts = !group.getAggregators().isEmpty();
      var outer = place.within(group.getGroupVars().getVars());
      var inner = counts ? outer.using(Use.COUNTED) : outer;
      var exprs = new ArrayList<Expr>(group.getGroupVars().getExprs().values());
      for (var aggregator : group.getAggregators()) {
        var of = aggregator.getAggregator().getExprList();
        exprs.addAll(of == null ? List.of() : of.getList());
      }
      var guarantee = of(group.getSubOp(), inner);
      return (counts ? exactly(guarantee, "an aggregate") : guarantee)
          .and(valued(exprs, group.getSubOp(), place));
    } else if (op instanceof OpExtendAssign extend) {
      return of(extend.getSubOp(), with(place, extend.getSubOp()))
          .and(valued(extend.getVarExprList().getExprs().values(), extend.getSubOp(), place));
    } else if (op instanceof OpOrder order) {
      var exprs = order.getConditions().stream().map(SortCondition::getExpression).toList();
      return of(order.getSubOp(), place).and(valued(exprs, order.getSubOp(), place));
    } else if (op instanceof OpSlice slice) {
      return exactly(of(slice.getSubOp(), place.alone().using(Use.CUT)), "LIMIT or OFFSET");
    } else if (op instanceof OpProject project) {
      return of(project.getSubOp(), place.within(project.getVars()));
    } else if (op instanceof Op1 one) {
      return of(one.getSubOp(), place);
    } else if (op instanceof Op2 two) {
      return of(two.getLeft(), place).and(of(two.getRight(), place));
    } else if (op instanceof OpN many) {
      return many.getElements().stream()
          .map(element -> of(element, place))
          .reduce(Guarantee.SOUND_AND_COMPLETE, Guarantee::and);
    }
    return Guarantee.SOUND_AND_COMPLETE;
  }

  /** Where a part with a gap is counted, cut or defaulted, nothing is certain any more. */
  private static Guarantee exactly(Guarantee guarantee, String by) {
    if (guarantee.sound() && guarantee.complete()) {
      return guarantee;
    }
    var reasons = Stream.concat(guarantee.reasons().stream(), Stream.of("this is under " + by));
    return new Guarantee(false, false, reasons.toList());
  }

  /** Expressions whose values matter, true or false. */
  private Guarantee valued(Collection<Expr> exprs, Op over, Place place) {
    var inner = with(place.alone(), over).using(Use.COUNTED);
    return exprs.stream()
        .map(expr -> exactly(of(expr, inner), "an expression"))
        .reduce(Guarantee.SOUND_AND_COMPLETE, Guarantee::and);
  }

  private Guarantee joined(Op op, Place place) {
    var inner = with(place, op);
    var parts =
        op instanceof OpJoin join
            ? List.of(join.getLeft(), join.getRight())
            : ((OpSequence) op).getElements();
    return parts.stream()
        .map(part -> of(part, inner))
        .reduce(Guarantee.SOUND_AND_COMPLETE, Guarantee::and);
  }

  // ---- expressions ----

  private Guarantee of(ExprList expressions, Place place) {
    var guarantee = Guarantee.SOUND_AND_COMPLETE;
    if (expressions != null) {
      for (var expr : expressions) {
        guarantee = guarantee.and(of(expr, place));
      }
    }
    return guarantee;
  }

  private Guarantee of(Expr expr, Place place) {
    if (expr instanceof E_NotExists not) {
      absence = true;
      return of(not.getGraphPattern(), place.using(Use.ABSENT)).negated();
    } else if (expr instanceof E_Exists exists) {
      return of(exists.getGraphPattern(), place);
    } else if (expr instanceof E_LogicalAnd both) {
      return of(both.getArg1(), place).and(of(both.getArg2(), place));
    } else if (expr != null && expr.isFunction()) {
      var inner = place.using(Use.COUNTED);
      var guarantee = Guarantee.SOUND_AND_COMPLETE;
      for (var argument : expr.getFunction().getArgs()) {
        if (argument != null) {
          guarantee = guarantee.and(exactly(of(argument, inner), "a combined condition"));
        }
      }
      return guarantee;
    } else if (expr instanceof ExprFunctionOp other) {
      return exactly(of(other.getGraphPattern(), place.using(Use.COUNTED)), "an expression");
    }
    return Guarantee.SOUND_AND_COMPLETE;
  }

  // ---- what VALUES says ----

  /** A place that is joined with a pattern: what that says of variables holds there too. */
  private Place with(Place place, Op op) {
    var values = new HashMap<>(place.values());
    tables(op).forEach(values::putIfAbsent);
    var complete = new HashSet<>(place.complete());
    collectComplete(op, complete);
    return new Place(place.worlds(), values, complete, place.use());
  }

  /** Variables whose rosters a pattern, joined in, says to be complete from some day on. */
  private void collectComplete(Op op, Set<Var> complete) {
    if (op instanceof OpBGP bgp) {
      for (var triple : bgp.getPattern()) {
        if (triple.getSubject().isVariable()
            && stage.worlds().profile().completeFrom().contains(triple.getPredicate())) {
          complete.add(Var.alloc(triple.getSubject()));
        }
      }
    } else if (op instanceof OpTriple single) {
      collectComplete(single.asBGP(), complete);
    } else if (op instanceof OpGraph graph) {
      collectComplete(graph.getSubOp(), complete);
    } else {
      joinedParts(op).forEach(part -> collectComplete(part, complete));
    }
  }

  /** The parts whose variables keep their values through an operator; none for a union. */
  private static List<Op> joinedParts(Op op) {
    if (op instanceof OpJoin join) {
      return List.of(join.getLeft(), join.getRight());
    } else if (op instanceof OpSequence sequence) {
      return sequence.getElements();
    } else if (op instanceof OpFilter filter) {
      return List.of(filter.getSubOp());
    } else if (op instanceof OpExtend extend) {
      return List.of(extend.getSubOp());
    } else if (op instanceof OpLeftJoin optional) {
      return List.of(optional.getLeft());
    } else if (op instanceof OpMinus minus) {
      return List.of(minus.getLeft());
    }
    return List.of();
  }

  /** Variables that data blocks joined into a pattern restrict, with the terms they may have. */
  private static Map<Var, Set<Node>> tables(Op op) {
    var values = new HashMap<Var, Set<Node>>();
    collect(op, values);
    return values;
  }

  private static void collect(Op op, Map<Var, Set<Node>> values) {
    if (op instanceof OpTable table) {
      for (var variable : table.getTable().getVars()) {
        var nodes = new LinkedHashSet<Node>();
        boolean all = true;
        for (var rows = table.getTable().rows(); rows.hasNext(); ) {
          var node = rows.next().get(variable);
          all &= node != null;
          nodes.add(node);
        }
        if (all) {
          values.putIfAbsent(variable, nodes);
        }
      }
    } else {
      joinedParts(op).forEach(part -> collect(part, values));
    }
  }

  private Place inGraph(Node name, Place place) {
    Set<Viewpoint> worlds = new LinkedHashSet<>();
    var graphs = terms(name, place);
    if (graphs.isEmpty()) {
      // FROM NAMED, BIND or an equality may make it any day that the query names.
      worlds.addAll(stage.namedWorlds());
    }
    graphs.forEach(g -> stage.seen(g).ifPresent(worlds::add));
    return new Place(worlds, place.values(), place.complete(), place.use());
  }

  // ---- patterns ----

  private Guarantee of(Triple triple, Place place) {
    if (place.worlds().isEmpty()) {
      return Guarantee.SOUND_AND_COMPLETE;
    }
    var predicates = terms(triple.getPredicate(), place);
    if (predicates.isEmpty()) {
      return demand(new Demand.Everything(), triple, place);
    }
    var guarantee = Guarantee.SOUND_AND_COMPLETE;
    for (var predicate : predicates) {
      guarantee = guarantee.and(of(triple, predicate, place));
    }
    return guarantee;
  }

  private Guarantee of(Triple triple, Node predicate, Place place) {
    if (!predicate.isURI()) {
      return Guarantee.SOUND_AND_COMPLETE;
    }
    String iri = predicate.getURI();
    var axiom = stage.axiom(predicate);
    if (axiom.isPresent()) {
      return demand(axiom.get(), Triple.create(Var.ANON, Var.ANON, Var.ANON), place);
    }
    if (!stage.regime().direct()) {
      return iri.equals(RDF.type.getURI())
          ? types(triple, place)
          : demand(new Demand.Values(predicate), triple, place);
    }
    boolean expression = EXPRESSION_SYNTAX.contains(iri) || iri.startsWith(OWL2.NS + "qualified");
    if (expression && stage.regime() == Regime.OWL_DIRECT) {
      throw new EntenteException(
          ErrorCode.REFUSED_QUERY,
          "The triple pattern "
              + AxiomPattern.text(triple)
              + " spells a part of an expression, list or chain that no axiom in the pattern uses."
              + " Write expressions in full, with blank nodes, in one group with the axiom they"
              + " belong to, as in { ?x a [ a owl:Restriction ; owl:onProperty :p ;"
              + " owl:someValuesFrom :C ] }; or look at the asserted syntax with '--regime"
              + " simple'.");
    }
    if (iri.equals(RDF.type.getURI())) {
      return types(triple, place);
    } else if (INCLUSIONS.contains(predicate)) {
      return demand(
          new Demand.Inclusion(
              predicate, constant(triple.getSubject()), constant(triple.getObject())),
          triple,
          place);
    } else if (iri.equals(OWL2.sameAs.getURI())) {
      return demand(new Demand.Same(), triple, place);
    } else if (LOOKED_UP.contains(iri)) {
      return Guarantee.SOUND_AND_COMPLETE;
    } else if (reserved(iri)) {
      return demand(new Demand.Asserted(predicate), triple, place);
    }
    return demand(new Demand.Values(predicate), terms(triple.getObject(), place), triple, place);
  }

  private Guarantee types(Triple triple, Place place) {
    var classes = terms(triple.getObject(), place);
    if (classes.isEmpty()) {
      return demand(new Demand.AllTypes(), triple, place);
    }
    var guarantee = Guarantee.SOUND_AND_COMPLETE;
    for (var type : classes) {
      if (type.isURI()
          && DECLARATIONS.contains(type.getURI())
          && stage.regime() == Regime.OWL_DIRECT) {
        continue;
      }
      boolean language =
          type.isURI() && reserved(type.getURI()) && !type.equals(OWL2.Thing.asNode());
      guarantee =
          guarantee.and(
              demand(
                  language ? new Demand.Asserted(type) : new Demand.Instances(type),
                  triple,
                  place));
    }
    return guarantee;
  }

  private Guarantee path(TriplePath path, Place place) {
    if (place.worlds().isEmpty()) {
      return Guarantee.SOUND_AND_COMPLETE;
    }
    var predicates = Paths.predicates(path.getPath());
    var step = Triple.create(Var.ANON, Var.ANON, Var.ANON);
    if (predicates.isEmpty()) {
      return demand(new Demand.Everything(), step, place);
    }
    boolean confined =
        Paths.isOneStep(path.getPath()) && place.overComplete(path.getSubject(), path.getObject());
    var inner =
        new Place(
            place.worlds(), place.values(), confined ? Set.of(Var.ANON) : Set.of(), place.use());
    var guarantee = Guarantee.SOUND_AND_COMPLETE;
    for (var predicate : predicates.get()) {
      guarantee = guarantee.and(of(step, predicate, inner));
    }
    return guarantee;
  }

  private static boolean reserved(String iri) {
    return iri.startsWith(OWL2.NS) || iri.startsWith(RDFS.getURI()) || iri.startsWith(RDF.getURI());
  }

  private static Node constant(Node node) {
    return node.isConcrete() && !node.isBlank() ? node : Node.ANY;
  }

  /** The terms a node may stand for; none where it may be any. */
  private static Set<Node> terms(Node node, Place place) {
    if (!node.isVariable()) {
      return Set.of(node);
    }
    return place.values().getOrDefault(Var.alloc(node), Set.of());
  }

  private Guarantee demand(Demand demand, Triple triple, Place place) {
    return demand(demand, Set.of(), triple, place);
  }

  private Guarantee demand(Demand demand, Set<Node> values, Triple triple, Place place) {
    var guarantee = Guarantee.SOUND_AND_COMPLETE;
    for (var day : place.worlds()) {
      var asked = demands.computeIfAbsent(day, d -> new Demands());
      asked.add(
          place.use(), demand, values, place.overComplete(triple.getSubject(), triple.getObject()));
      guarantee = guarantee.and(stage.ensure(day, demand));
    }
    return guarantee;
  }
}
