// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.walker.Walker;
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
    Walker.walk(
        pattern,
        new OpVisitorBase() {
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
            if (function.getFunctionIRI() != null) {
              refuseJava(function.getFunctionIRI());
            }
          }
        });
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
