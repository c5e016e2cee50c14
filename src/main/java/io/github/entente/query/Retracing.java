// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.Deadline;
import io.github.entente.query.Grounds.Absence;
import io.github.entente.query.Grounds.Part;
import io.github.entente.query.Grounds.Way;
import io.github.entente.reason.Demand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpModifier;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.algebra.table.TableData;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.serializer.FormatterElement;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.apache.jena.sparql.util.ExprUtils;

/**
 * Evaluates a query's pattern once more for one row, and notes what each solution is made of. For
 * use by one thread, once.
 */
final class Retracing implements AutoCloseable {
  private final Query query;
  private final Stage stage;
  private final DatasetGraph dataset;
  private final int most;
  private final Deadline deadline;
  private final List<QueryIterator> open = new ArrayList<>();

  /** A solution, as far as it goes, and its parts. */
  private record Found(Binding binding, List<Part> parts) {
    Found and(Binding more, Part part) {
      return and(more, List.of(part));
    }

    Found and(Binding more, List<Part> added) {
      var all = new ArrayList<>(parts);
      all.addAll(added);
      return new Found(more, all);
    }
  }

  Retracing(Query query, Stage stage, int most, Deadline deadline) {
    this.query = query;
    this.stage = stage;
    this.dataset = stage.dataset(deadline);
    this.most = most;
    this.deadline = deadline;
  }

  /** The ways in which a row comes about. */
  Grounds of(Row row) {
    var pattern = Algebra.compile(query);
    while (pattern instanceof OpModifier modifier) {
      pattern = modifier.getSubOp();
    }
    var start = new Found(binding(row, OpVars.visibleVars(pattern)), List.of());
    var ways = ways(solve(pattern, start, Quad.defaultGraphIRI), most + 1);
    return new Grounds(ways.subList(0, Math.min(most, ways.size())), ways.size() > most);
  }

  private List<Way> ways(Stream<Found> found, int limit) {
    return found
        .map(one -> new Way(one.parts()))
        .distinct()
        .takeWhile(way -> !deadline.passed())
        .limit(limit)
        .toList();
  }

  private static Binding binding(Row row, Set<Var> visible) {
    var builder = BindingFactory.builder();
    for (var variable : visible) {
      row.get(variable.getVarName()).ifPresent(term -> builder.add(variable, term));
    }
    return builder.build();
  }

  // ---- the algebra, part by part ----

  private Stream<Found> solve(Op op, Found sofar, Node graph) {
    if (op instanceof OpBGP bgp) {
      return matched(bgp.getPattern(), sofar, graph);
    } else if (op instanceof OpTriple single) {
      return matched(single.asBGP().getPattern(), sofar, graph);
    } else if (op instanceof OpPath path) {
      return followed(path, sofar, graph);
    } else if (op instanceof OpTable || op instanceof OpService) {
      return op instanceof OpService
          ? Stream.empty()
          : run(op, sofar.binding(), graph).map(b -> sofar.and(b, List.of()));
    } else if (op instanceof OpGraph named) {
      return named(named, sofar);
    } else if (op instanceof OpJoin join) {
      return solve(join.getLeft(), sofar, graph)
          .flatMap(left -> solve(join.getRight(), left, graph));
    } else if (op instanceof OpSequence sequence) {
      var all = Stream.of(sofar);
      for (var element : sequence.getElements()) {
        all = all.flatMap(left -> solve(element, left, graph));
      }
      return all;
    } else if (op instanceof OpUnion union) {
      return alternatives(union, sofar, graph);
    } else if (op instanceof OpLeftJoin optional) {
      return solve(optional.getLeft(), sofar, graph)
          .flatMap(left -> optional(optional, left, graph));
    } else if (op instanceof OpMinus minus) {
      return solve(minus.getLeft(), sofar, graph)
          .filter(left -> kept(minus, left, graph))
          .map(left -> left.and(left.binding(), missing(Absence.MINUS, minus.getRight(), left)));
    } else if (op instanceof OpFilter filter) {
      return solve(filter.getSubOp(), sofar, graph)
          .flatMap(
              found ->
                  filtered(filter.getExprs(), OpVars.visibleVars(filter.getSubOp()), found, graph));
    } else if (op instanceof OpExtend extend) {
      return solve(extend.getSubOp(), sofar, graph)
          .flatMap(found -> extended(extend, found, graph));
    } else if (op instanceof OpGroup group) {
      return grouped(group, sofar, graph);
    } else if (op instanceof OpSlice || op instanceof OpTopN) {
      return run(op, sofar.binding(), graph)
          .flatMap(b -> solve(((Op1) op).getSubOp(), sofar.and(b, List.of()), graph));
    } else if (op instanceof OpProject project) {
      var inside = new HashSet<>(project.getVars());
      var outer = sofar.binding();
      var start = new Found(restricted(outer, inside), sofar.parts());
      return solve(project.getSubOp(), start, graph)
          .map(f -> new Found(joined(outer, restricted(f.binding(), inside)), f.parts()));
    } else if (op instanceof OpModifier modifier) {
      return solve(modifier.getSubOp(), sofar, graph);
    }
    return run(op, sofar.binding(), graph)
        .map(b -> sofar.and(b, new Grounds.Opaque(text(op, sofar.binding()))));
  }

  /** Whether no solution on the right takes it away. */
  private boolean kept(OpMinus minus, Found left, Node graph) {
    var outer = restricted(left.binding(), OpVars.visibleVars(minus.getLeft()));
    return Narrowing.of(minus.getRight(), outer)
        .map(right -> !any(right, graph))
        .orElseGet(() -> any(OpMinus.create(table(outer), minus.getRight()), graph));
  }

  private Stream<Found> matched(BasicPattern pattern, Found sofar, Node graph) {
    var place = place(graph);
    return run(new OpBGP(pattern), sofar.binding(), graph)
        .map(b -> sofar.and(b, parts(pattern, b, place)));
  }

  /** The triples; those that stand for an axiom in the query, as that axiom. */
  private List<Part> parts(BasicPattern pattern, Binding binding, Grounds.Place place) {
    var parts = new ArrayList<Part>();
    var terms = new LinkedHashMap<Node, Map<Node, Node>>();
    var axioms = new LinkedHashMap<Node, Demand.Axiom>();
    for (var triple : pattern.getList()) {
      var axiom = stage.axiom(triple.getPredicate());
      if (axiom.isEmpty()) {
        parts.add(new Grounds.Matched(place, Substitute.substitute(triple, binding)));
        continue;
      }
      var row = triple.getSubject();
      axioms.put(row, axiom.get());
      var bound = terms.computeIfAbsent(row, r -> new HashMap<>());
      AxiomTemplates.place(triple.getPredicate())
          .ifPresent(
              i ->
                  bound.put(
                      axiom.get().variables().get(i),
                      Substitute.substitute(triple.getObject(), binding)));
    }
    axioms.forEach((row, axiom) -> parts.add(new Grounds.Entailed(place, axiom, terms.get(row))));
    return parts;
  }

  private Stream<Found> followed(OpPath op, Found sofar, Node graph) {
    var walk = new Walk(graph(graph));
    var path = op.getTriplePath();
    return run(op, sofar.binding(), graph)
        .map(
            b -> {
              var from = Substitute.substitute(path.getSubject(), b);
              var to = Substitute.substitute(path.getObject(), b);
              String written = path.getPath().toString(query.getPrologue());
              return sofar.and(
                  b,
                  walk.along(path.getPath(), from, to)
                      .<Part>map(
                          steps -> new Grounds.Followed(place(graph), from, written, to, steps))
                      .orElseGet(() -> new Grounds.Opaque(text(op, b))));
            });
  }

  private Stream<Found> named(OpGraph op, Found sofar) {
    var name = Substitute.substitute(op.getNode(), sofar.binding());
    if (!Var.isVar(name)) {
      return dataset.containsGraph(name) ? solve(op.getSubOp(), sofar, name) : Stream.empty();
    }
    var names = new ArrayList<Node>();
    dataset.listGraphNodes().forEachRemaining(names::add);
    return names.stream()
        .flatMap(
            one -> {
              var chosen = BindingFactory.binding(sofar.binding(), Var.alloc(name), one);
              return solve(op.getSubOp(), sofar.and(chosen, List.of()), one);
            });
  }

  private Stream<Found> alternatives(OpUnion union, Found sofar, Node graph) {
    var branches = new ArrayList<Op>();
    flatten(union, branches);
    return IntStream.range(0, branches.size())
        .boxed()
        .flatMap(
            i ->
                solve(
                    branches.get(i),
                    sofar.and(sofar.binding(), new Grounds.Branch(i + 1, branches.size())),
                    graph));
  }

  private static void flatten(Op op, List<Op> branches) {
    if (op instanceof OpUnion union) {
      flatten(union.getLeft(), branches);
      flatten(union.getRight(), branches);
    } else {
      branches.add(op);
    }
  }

  private Stream<Found> optional(OpLeftJoin op, Found left, Node graph) {
    var outer = restricted(left.binding(), OpVars.visibleVars(op.getLeft()));
    boolean matches =
        any(
            OpLeftJoin.createLeftJoin(table(outer), marked(op.getRight()), op.getExprs()),
            graph,
            MARK);
    if (!matches) {
      return Stream.of(left.and(left.binding(), missing(Absence.OPTIONAL, op.getRight(), left)));
    }
    var right = solve(op.getRight(), left, graph);
    return op.getExprs() == null
        ? right
        : right.flatMap(found -> filtered(op.getExprs(), OpVars.visibleVars(op), found, graph));
  }

  private static final Var MARK = Var.alloc(".took-part");

  private static Op marked(Op op) {
    return OpExtend.create(op, MARK, NodeValue.TRUE);
  }

  /** The conditions, which see the variables of a scope only. */
  private Stream<Found> filtered(ExprList exprs, Set<Var> visible, Found found, Node graph) {
    var scope = restricted(found.binding(), visible);
    var result = Stream.of(found);
    for (var expr : exprs) {
      if (!any(OpFilter.filter(expr, table(scope)), graph)) {
        return Stream.empty();
      }
      result =
          result.flatMap(
              f ->
                  expr instanceof E_Exists exists
                      ? present(exists, f, graph)
                      : Stream.of(f.and(f.binding(), condition(expr, f))));
    }
    return result;
  }

  /** What exists; one way is enough. */
  private Stream<Found> present(E_Exists exists, Found found, Node graph) {
    var start = new Found(found.binding(), List.of());
    var first = solve(exists.getGraphPattern(), start, graph).findFirst();
    return Stream.of(
        first
            .map(inner -> found.and(found.binding(), inner.parts()))
            .orElseGet(() -> found.and(found.binding(), condition(exists, found))));
  }

  private Part condition(Expr expr, Found found) {
    return expr instanceof E_NotExists absent
        ? missing(Absence.NOT_EXISTS, absent.getGraphPattern(), found)
        : new Grounds.Held(text(expr, found.binding()));
  }

  private Stream<Found> extended(OpExtend extend, Found found, Node graph) {
    var list = extend.getVarExprList();
    var scope = new HashSet<>(OpVars.visibleVars(extend.getSubOp()));
    return rows(OpExtend.create(table(restricted(found.binding(), scope)), list), graph)
        .flatMap(b -> compatible(found.binding(), b).stream())
        .map(
            b -> {
              var parts = new ArrayList<Part>();
              list.forEachVarExpr(
                  (variable, expr) -> {
                    if (!variable.getVarName().startsWith(".") && !isPlain(expr)) {
                      var written = text(expr, found.binding());
                      parts.add(
                          new Grounds.Held(
                              "?"
                                  + variable.getVarName()
                                  + " is "
                                  + value(b, variable)
                                  + ", by "
                                  + written));
                    }
                  });
              return found.and(b, parts);
            });
  }

  /** A variable or constant, or what an aggregate has computed. */
  private static boolean isPlain(Expr expr) {
    return expr.isVariable() || expr.isConstant();
  }

  private static String value(Binding binding, Var variable) {
    var term = binding.get(variable);
    return term == null ? "unbound" : term.toString();
  }

  private Stream<Found> grouped(OpGroup op, Found sofar, Node graph) {
    var keys = op.getGroupVars();
    var computed = new VarExprList();
    keys.getExprs().forEach(computed::add);
    Op below = computed.isEmpty() ? op.getSubOp() : OpExtend.create(op.getSubOp(), computed);
    return rows(op, graph)
        .flatMap(b -> compatible(sofar.binding(), b).stream())
        .map(
            b -> {
              var key = restricted(b, new HashSet<>(keys.getVars()));
              var shown = ways(solve(below, new Found(key, List.of()), graph), most);
              long rows = rows(OpJoin.create(table(key), below), graph).count();
              var named = new LinkedHashMap<String, Node>();
              key.forEach((variable, term) -> named.put(variable.getVarName(), term));
              return sofar.and(b, new Grounds.Gathered(named, rows, shown));
            });
  }

  // ---- evaluation ----

  /** The solutions of an operator that agree with what is bound, joined with it. */
  private Stream<Binding> run(Op op, Binding bound, Node graph) {
    if (op instanceof OpBGP || op instanceof OpPath) {
      return rows(Substitute.substitute(op, bound), graph)
          .flatMap(b -> compatible(bound, b).stream());
    }
    return rows(op, graph).flatMap(b -> compatible(bound, b).stream());
  }

  private Stream<Binding> rows(Op op, Node graph) {
    var iterator = Algebra.exec(Quad.isDefaultGraph(graph) ? op : new OpGraph(graph, op), dataset);
    open.add(iterator);
    Iterator<Binding> limited =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return !deadline.passed() && iterator.hasNext();
          }

          @Override
          public Binding next() {
            return iterator.next();
          }
        };
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(limited, 0), false);
  }

  private boolean any(Op op, Node graph) {
    return rows(op, graph).findFirst().isPresent();
  }

  private boolean any(Op op, Node graph, Var bound) {
    return rows(op, graph).anyMatch(b -> b.contains(bound));
  }

  private static Op table(Binding binding) {
    var columns = new ArrayList<Var>();
    binding.vars().forEachRemaining(columns::add);
    return OpTable.create(new TableData(columns, List.of(binding)));
  }

  private static Op table(Found found, Op scope) {
    return table(restricted(found.binding(), OpVars.visibleVars(scope)));
  }

  private static Binding restricted(Binding binding, Set<Var> to) {
    var builder = BindingFactory.builder();
    binding.forEach(
        (variable, term) -> {
          if (to.contains(variable)) {
            builder.add(variable, term);
          }
        });
    return builder.build();
  }

  private static Optional<Binding> compatible(Binding one, Binding other) {
    var agree = new boolean[] {true};
    other.forEach(
        (variable, term) ->
            agree[0] &= !one.contains(variable) || one.get(variable).sameValueAs(term));
    return agree[0] ? Optional.of(joined(one, other)) : Optional.empty();
  }

  private static Binding joined(Binding one, Binding other) {
    var builder = BindingFactory.builder();
    one.forEach(builder::add);
    other.forEach(
        (variable, term) -> {
          if (!one.contains(variable)) {
            builder.add(variable, term);
          }
        });
    return builder.build();
  }

  private Graph graph(Node name) {
    return Quad.isDefaultGraph(name) ? dataset.getDefaultGraph() : dataset.getGraph(name);
  }

  private Grounds.Place place(Node name) {
    return Quad.isDefaultGraph(name)
        ? new Grounds.Place(Optional.empty(), stage.view())
        : new Grounds.Place(Optional.of(name), stage.seen(name));
  }

  // ---- words ----

  private Part missing(Absence kind, Op op, Found found) {
    return new Grounds.Missing(kind, text(op, found.binding()));
  }

  private String text(Op op, Binding binding) {
    var written = OpAsQuery.asQuery(Substitute.substitute(op, binding)).getQueryPattern();
    var context = new SerializationContext(prefixes());
    var out = new IndentedLineBuffer();
    FormatterElement.format(out, context, written);
    return plain(out.asString());
  }

  private String text(Expr expr, Binding binding) {
    return expr instanceof ExprFunctionOp function
        ? text(function.getGraphPattern(), binding)
        : plain(
            ExprUtils.fmtSPARQL(
                new ExprList(expr.copySubstitute(binding)), new SerializationContext(prefixes())));
  }

  private PrefixMapping prefixes() {
    return query.getPrefixMapping().numPrefixes() == 0
        ? stage.worlds().labels().prefixes()
        : query.getPrefixMapping();
  }

  private static String plain(String written) {
    return written.replaceAll("\\s+", " ").replaceAll("\\?[/.]+", "?").strip();
  }

  @Override
  public void close() {
    open.forEach(QueryIterator::close);
  }
}
