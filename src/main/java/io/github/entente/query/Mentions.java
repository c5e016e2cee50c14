// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.NodeValue;

/** What a query speaks of. */
final class Mentions {
  private Mentions() {}

  /** The IRIs that stand in a graph position or in data, wherever in the query. */
  static Set<Node> iris(Query query) {
    var iris = new LinkedHashSet<Node>();
    if (query.isDescribeType() && query.getQueryPattern() == null) {
      return iris;
    }
    Walker.walk(
        Algebra.compile(query),
        new OpVisitorBase() {
          @Override
          public void visit(OpGraph op) {
            add(op.getNode());
          }

          @Override
          public void visit(OpTable op) {
            op.getTable()
                .rows()
                .forEachRemaining(row -> row.vars().forEachRemaining(v -> add(row.get(v))));
          }

          private void add(Node node) {
            if (node.isURI()) {
              iris.add(node);
            }
          }
        },
        new ExprVisitorBase() {
          @Override
          public void visit(NodeValue value) {
            if (value.isIRI()) {
              iris.add(value.asNode());
            }
          }
        });
    return iris;
  }

  /**
   * Refuses what would reach outside: remote services and Java code.
   *
   * @throws EntenteException {@link ErrorCode#REFUSED_QUERY}
   */
  static void refuseOutside(Op pattern) {
    var expressions = new ArrayList<Expr>();
    Walker.walk(
        pattern,
        new OpVisitorBase() {
          // The walker passes by what is sorted and what is aggregated.
          @Override
          public void visit(OpOrder op) {
            op.getConditions().forEach(condition -> expressions.add(condition.getExpression()));
          }

          @Override
          public void visit(OpGroup op) {
            for (var aggregator : op.getAggregators()) {
              var over = aggregator.getAggregator().getExprList();
              if (over != null) {
                expressions.addAll(over.getList());
              }
            }
          }

          @Override
          public void visit(OpPath op) {
            if (op.getTriplePath().getPath().toString().contains("<java:")) {
              refuseJava("java:");
            }
          }

          @Override
          public void visit(OpService op) {
            throw refused("SERVICE " + op.getService(), "no remote service is asked");
          }

          @Override
          public void visit(OpBGP op) {
            op.getPattern().forEach(this::visit);
          }

          private void visit(Triple triple) {
            if (triple.getPredicate().isURI()) {
              refuseJava(triple.getPredicate().getURI());
            }
          }
        },
        new ExprVisitorBase() {
          @Override
          public void visit(ExprFunctionN function) {
            if (function instanceof E_Call) {
              throw refused("CALL", "its function is known only when it runs");
            }
            if (function.getFunctionIRI() != null) {
              refuseJava(function.getFunctionIRI());
            }
          }
        });
    expressions.forEach(
        expression -> refuseOutside(OpFilter.filterDirect(expression, OpTable.unit())));
  }

  private static void refuseJava(String iri) {
    if (iri.startsWith("java:")) {
      throw refused("<" + iri + ">", "no Java class is run");
    }
  }

  private static EntenteException refused(String what, String why) {
    return new EntenteException(
        ErrorCode.REFUSED_QUERY, what + " is refused: " + why + ". Leave it out of the query.");
  }
}
