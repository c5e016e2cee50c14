// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.Deadline;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.sparql.util.Context;

/**
 * Answers a query under its regime: first the worlds are made to have what its patterns demand,
 * then ARQ evaluates it over them.
 */
public final class Evaluation {
  private final Request request;
  private final Stage stage;

  private Evaluation(Request request, Worlds worlds) {
    this.request = request;
    this.stage = new Stage(request, worlds);
  }

  /**
   * Answers a request.
   *
   * @throws EntenteException {@link ErrorCode#REFUSED_QUERY} and whatever loading a world may throw
   */
  public static Outcome<Answers> run(Request request, Worlds worlds) {
    try {
      return new Evaluation(bound(request), worlds).run();
    } catch (StackOverflowError e) {
      throw new EntenteException(
          ErrorCode.REFUSED_QUERY,
          "The query nests too deeply to be evaluated. Take it apart, or name fewer alternatives.",
          e);
    }
  }

  private static Request bound(Request request) {
    return new Request(
        bound(request.query(), request.bindings()),
        request.question(),
        request.view(),
        request.regime(),
        Map.of(),
        request.deadline(),
        request.most());
  }

  /**
   * A query with terms put in for variables.
   *
   * @param bindings terms by variable name, without question mark
   */
  public static Query bound(Query query, Map<String, Node> bindings) {
    if (bindings.isEmpty() || query.getQueryPattern() == null) {
      return query;
    }
    var values = new HashMap<Var, Node>();
    bindings.forEach((name, value) -> values.put(Var.alloc(name), value));
    return QueryTransformOps.replaceVars(query, values);
  }

  private Outcome<Answers> run() {
    var failure = stage.failure();
    if (failure.isPresent()) {
      return sameKind(failure.get());
    }
    var verdict = Assurance.of(stage.query(), stage);
    var query = Repetition.ruledOut(Stage.withoutDataset(stage.query()));
    long millis = millis();
    var deadline = millis < 0 ? Deadline.NEVER : Deadline.after(Duration.ofMillis(millis));
    var execution =
        QueryExec.dataset(stage.dataset(deadline))
            .query(new Guards(deadline).on(query))
            .context(context())
            .timeout(millis, TimeUnit.MILLISECONDS)
            .build();
    try (execution) {
      return new Outcome.Answered<>(answers(query, execution, verdict));
    } catch (QueryCancelledException e) {
      return new Outcome.LimitReached<>("the time limit came while the query was evaluated");
    } catch (TooMany e) {
      return new Outcome.LimitReached<>(
          "the result has more than "
              + request.most()
              + " rows or triples; ask for fewer, with LIMIT and OFFSET");
    } catch (QueryException e) {
      throw new EntenteException(
          ErrorCode.REFUSED_QUERY, "The query cannot be evaluated: " + e.getMessage(), e);
    }
  }

  private void bound(int found) {
    if (found >= request.most()) {
      throw new TooMany();
    }
  }

  /** Ends the evaluation of a query whose result grows beyond its bound. */
  private static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMany() {
      super(null, null, false, false);
    }
  }

  /** A graph that takes so many triples. */
  private Graph atMost() {
    return new WrappedGraph(GraphFactory.createDefaultGraph()) {
      @Override
      public void add(Triple triple) {
        bound(base.size());
        super.add(triple);
      }
    };
  }

  private static Outcome<Answers> sameKind(Outcome<?> outcome) {
    if (outcome instanceof Outcome.Inconsistent<?> inconsistent) {
      return new Outcome.Inconsistent<>(inconsistent.conflict());
    }
    return new Outcome.LimitReached<>(((Outcome.LimitReached<?>) outcome).what());
  }

  /** What was proved by the deadline is still answered from, for a short while after it. */
  private static final long GRACE_MILLIS = 2000;

  private long millis() {
    long left = request.deadline().millisLeft();
    return left == Long.MAX_VALUE ? -1 : Math.max(GRACE_MILLIS, left);
  }

  private static Context context() {
    var context = ARQ.getContext().copy();
    context.set(ARQ.httpServiceAllowed, false);
    FunctionRegistry.set(context, Guards.functions());
    return context;
  }

  /** Remarks of the verdict, and of the selection behind the default graph. */
  private List<String> notes(Assurance.Verdict verdict) {
    var notes = new ArrayList<>(verdict.notes());
    stage
        .view()
        .ifPresent(
            view -> {
              notes.addAll(stage.worlds().snapshot(view).notes());
              notes.addAll(Unfamiliar.notes(request, view, stage.worlds()));
            });
    return notes;
  }

  private Answers answers(Query query, QueryExec execution, Assurance.Verdict verdict) {
    List<String> variables = List.of();
    var rows = new ArrayList<Row>();
    boolean truth = false;
    Graph graph = Graph.emptyGraph;
    var form = Answers.Form.ROWS;
    if (query.isSelectType()) {
      var solutions = execution.select();
      var wanted = solutions.getResultVars();
      variables = wanted.stream().map(Var::getVarName).toList();
      solutions.forEachRemaining(
          binding -> {
            bound(rows.size());
            var terms = new HashMap<String, Node>();
            // The bindings of SELECT * hold the blank nodes of the pattern as well.
            wanted.stream()
                .filter(binding::contains)
                .forEach(variable -> terms.put(variable.getVarName(), binding.get(variable)));
            rows.add(new Row(terms));
          });
    } else if (query.isAskType()) {
      form = Answers.Form.TRUTH;
      truth = execution.ask();
    } else if (query.isConstructType() || query.isDescribeType()) {
      form = Answers.Form.GRAPH;
      graph = atMost();
      if (query.isConstructType()) {
        execution.construct(graph);
      } else {
        execution.describe(graph);
      }
    } else {
      throw new EntenteException(
          ErrorCode.REFUSED_QUERY, "Only SELECT, ASK, CONSTRUCT and DESCRIBE are answered.");
    }
    return new Answers(
        form,
        variables,
        rows,
        truth,
        graph,
        request.regime(),
        verdict.guarantee(),
        stage.view(),
        notes(verdict),
        request.question(),
        stage.worlds().labels(),
        new Tracing(query, stage),
        stage.plan(),
        request.deadline().passed() && !verdict.guarantee().complete());
  }
}
