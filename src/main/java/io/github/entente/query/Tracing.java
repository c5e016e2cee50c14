// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.Deadline;
import io.github.entente.model.Regime;
import io.github.entente.model.Viewpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpModifier;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.table.TableData;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * Finds what answers rest on: the query's pattern is matched again, joined with the rows; the
 * triples that its positive parts match are followed down their derivations to asserted ones; and
 * the subjects of these, or statements about them, carry levels. What was constructed rests on the
 * solutions that it was made from, a true answer on the first of them, a description on its
 * triples.
 */
final class Tracing implements Evidence {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final Query query;
  private final Stage stage;

  Tracing(Query query, Stage stage) {
    this.query = query;
    this.stage = stage;
  }

  @Override
  public Optional<Verification> of(Answers answers) {
    if (stage.worlds().profile().verification().isEmpty()) {
      return Optional.empty();
    }
    try {
      return new Search().run(answers);
    } catch (StackOverflowError e) {
      return Optional.of(Verification.NOT_TRACED);
    }
  }

  @Override
  public Grounds grounds(Row row, int most, Deadline deadline) {
    if (query.getQueryPattern() == null) {
      return Grounds.NONE;
    }
    try (var retracing = new Retracing(query, stage, most, deadline)) {
      return retracing.of(row);
    } catch (StackOverflowError e) {
      return Grounds.NONE;
    }
  }

  /** One search; the default graph has the name {@link Quad#defaultGraphIRI}. */
  private final class Search {
    private final Map<Node, Set<Triple>> matched = new LinkedHashMap<>();
    private final Set<Object> untraced = new HashSet<>();
    private final Map<Node, Node> levels = new HashMap<>();
    private final Map<Node, OptionalInt> ranks = new HashMap<>();

    Optional<Verification> run(Answers answers) {
      if (query.isDescribeType()) {
        matched.put(Quad.defaultGraphIRI, answers.graph().find().toSet());
      } else if (!match(answers)) {
        return Optional.of(Verification.NOT_TRACED);
      }
      matched.forEach(this::follow);
      return weakest();
    }

    /** Notes what the solutions match; false when the time for that is over. */
    private boolean match(Answers answers) {
      var deadline = Deadline.after(LIMIT);
      var whole = Algebra.compile(query);
      List<Binding> found =
          switch (answers.form()) {
            case ROWS -> answers.rows().stream().map(Tracing::binding).toList();
            case TRUTH -> answers.truth() ? solutions(whole, 1, deadline) : List.of();
            case GRAPH -> solutions(whole, Integer.MAX_VALUE, deadline);
          };
      if (found.isEmpty()) {
        return !deadline.passed();
      }
      var positive = new Positive();
      var pattern = positive.of(below(whole));
      int many = query.isAskType() && !query.hasAggregators() ? 1 : Integer.MAX_VALUE;
      solutions(OpJoin.create(table(found, pattern), pattern), many, deadline)
          .forEach(solution -> positive.parts().forEach(part -> match(part, solution)));
      return !deadline.passed();
    }

    private List<Binding> solutions(Op op, int many, Deadline deadline) {
      var found = new ArrayList<Binding>();
      var solutions = Algebra.exec(op, stage.dataset(Deadline.NEVER));
      try {
        while (found.size() < many && !deadline.passed() && solutions.hasNext()) {
          found.add(solutions.next());
        }
      } finally {
        solutions.close();
      }
      return found;
    }

    private void match(Positive.Part part, Binding solution) {
      if (part.when().isPresent() && !solution.contains(part.when().get())) {
        return;
      }
      if (part.triple().isEmpty()) {
        untraced.add(List.of(part, solution));
        return;
      }
      var triple = Substitute.substitute(part.triple().get(), solution);
      var graph = Substitute.substitute(part.graph(), solution);
      if (triple.isConcrete() && graph.isConcrete()) {
        matched.computeIfAbsent(graph, g -> new LinkedHashSet<>()).add(triple);
      } else {
        untraced.add(List.of(part, solution));
      }
    }

    private void follow(Node name, Set<Triple> triples) {
      Optional<Viewpoint> view = Quad.isDefaultGraph(name) ? stage.view() : stage.seen(name);
      if (view.isEmpty()) {
        var graph =
            Quad.isDefaultGraph(name)
                ? stage.dataset(Deadline.NEVER).getDefaultGraph()
                : stage.dataset(Deadline.NEVER).getGraph(name);
        triples.forEach(triple -> carried(triple, graph));
        return;
      }
      var graph = stage.worlds().snapshot(view.get()).asserted();
      if (stage.regime() == Regime.SIMPLE) {
        carried(name, graph, triples, List.of());
        return;
      }
      if (stage.regime() == Regime.RIF) {
        // What rules conclude rests on what they were applied to, which is not kept.
        var there = triples.stream().collect(Collectors.partitioningBy(graph::contains));
        carried(name, graph, there.get(true), there.get(false));
        return;
      }
      var support = stage.entailments(view.get()).support(triples);
      var untold = support.untraced().stream().filter(triple -> !speaksOfTerms(triple)).toList();
      carried(name, graph, support.asserted(), untold);
    }

    private void carried(Node name, Graph graph, Collection<Triple> asserted, List<Triple> untold) {
      asserted.forEach(triple -> carried(triple, graph));
      untold.forEach(triple -> untraced.add(List.of(name, triple)));
    }

    /** Whether it is part of the ontology, which has no levels, and no fact. */
    private static boolean speaksOfTerms(Triple triple) {
      var predicate = triple.getPredicate().getURI();
      return predicate.startsWith(RDFS.getURI()) || predicate.startsWith(OWL2.getURI());
    }

    /** Notes the levels of the triple's subject and of statements about the triple. */
    private void carried(Triple triple, Graph graph) {
      level(triple.getSubject(), graph);
      graph
          .find(Node.ANY, OWL2.annotatedSource.asNode(), triple.getSubject())
          .mapWith(Triple::getSubject)
          .filterKeep(
              axiom ->
                  graph.contains(axiom, OWL2.annotatedProperty.asNode(), triple.getPredicate())
                      && graph.contains(axiom, OWL2.annotatedTarget.asNode(), triple.getObject()))
          .toList()
          .forEach(axiom -> level(axiom, graph));
      graph
          .find(Node.ANY, RDF.reifies.asNode(), NodeFactory.createTripleTerm(triple))
          .mapWith(Triple::getSubject)
          .toList()
          .forEach(reifier -> level(reifier, graph));
    }

    private void level(Node fact, Graph graph) {
      for (var predicate : stage.worlds().profile().verification()) {
        for (var stated : graph.find(fact, predicate, Node.ANY).toList()) {
          var level = stated.getObject();
          if (rank(level).isEmpty()) {
            untraced.add(fact);
          } else {
            levels.merge(fact, level, (one, other) -> place(one) <= place(other) ? one : other);
          }
        }
      }
    }

    private int place(Node level) {
      return rank(level).orElseThrow();
    }

    private OptionalInt rank(Node level) {
      return ranks.computeIfAbsent(
          level,
          of ->
              stage.worlds().profile().levelRank().stream()
                  .flatMap(predicate -> said(of, predicate).stream())
                  .filter(Node::isLiteral)
                  .map(Node::getLiteralValue)
                  .filter(Number.class::isInstance)
                  .mapToInt(value -> ((Number) value).intValue())
                  .min());
    }

    private List<Node> said(Node subject, Node predicate) {
      return stage.worlds().stored().values().stream()
          .flatMap(graph -> graph.find(subject, predicate, Node.ANY).toList().stream())
          .map(Triple::getObject)
          .distinct()
          .sorted(Comparator.comparing(Node::toString))
          .toList();
    }

    /** Where no fact carries a level, nothing is said, unless facts could not be traced. */
    private Optional<Verification> weakest() {
      if (levels.isEmpty() && !untraced.isEmpty()) {
        return Optional.of(Verification.NOT_TRACED);
      }
      return levels.values().stream()
          .min(Comparator.comparingInt(this::place).thenComparing(level -> level.toString()))
          .map(
              level ->
                  new Verification(
                      Optional.of(level),
                      name(level),
                      (int) levels.values().stream().filter(level::equals).count(),
                      untraced.size()));
    }

    private String name(Node level) {
      return List.of(SKOS.notation.asNode(), RDFS.label.asNode()).stream()
          .flatMap(predicate -> said(level, predicate).stream())
          .filter(Node::isLiteral)
          .map(Node::getLiteralLexicalForm)
          .findFirst()
          .orElseGet(() -> stage.worlds().labels().curie(level));
    }
  }

  /** What is under the modifiers of a query and, where it groups, under the groups. */
  private static Op below(Op op) {
    var plain = op;
    while (plain instanceof OpModifier modifier) {
      plain = modifier.getSubOp();
    }
    for (var under = plain; ; ) {
      if (under instanceof OpGroup group) {
        var keys = new VarExprList();
        group.getGroupVars().getExprs().forEach(keys::add);
        return keys.isEmpty() ? group.getSubOp() : OpExtend.create(group.getSubOp(), keys);
      } else if (under instanceof OpExtend extend) {
        under = extend.getSubOp();
      } else if (under instanceof OpFilter filter) {
        under = filter.getSubOp();
      } else {
        return plain;
      }
    }
  }

  private static Op table(List<Binding> found, Op pattern) {
    var columns = OpVars.visibleVars(pattern).stream().toList();
    var bindings = found.stream().map(each -> restricted(each, columns)).distinct().toList();
    return OpTable.create(new TableData(columns, bindings));
  }

  private static Binding restricted(Binding found, List<Var> columns) {
    var builder = BindingFactory.builder();
    for (Var column : columns) {
      if (found.contains(column)) {
        builder.add(column, found.get(column));
      }
    }
    return builder.build();
  }

  private static Binding binding(Row row) {
    var builder = BindingFactory.builder();
    row.terms().forEach((name, term) -> builder.add(Var.alloc(name), term));
    return builder.build();
  }
}
