// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * The parts of a pattern that a solution rests on. What is optional or alternative binds a mark, so
 * that a solution tells whether it took part. What is absent (NOT EXISTS, MINUS) is no part.
 */
final class Positive {
  private final List<Part> parts = new ArrayList<>();
  private int marks;

  /**
   * A part of the pattern.
   *
   * @param when the mark that is bound where it took part; empty where it always does
   * @param graph the name of its graph
   * @param triple what it matches; empty where that cannot be told from a solution
   * @param number its place among the parts
   */
  record Part(Optional<Var> when, Node graph, Optional<Triple> triple, int number) {}

  /** The parts of the patterns that were gone through. */
  List<Part> parts() {
    return parts;
  }

  /** A pattern with the same solutions, and marks in them; its parts are noted. */
  Op of(Op pattern) {
    return of(pattern, Quad.defaultGraphIRI, Optional.empty());
  }

  private Op of(Op op, Node graph, Optional<Var> when) {
    if (op instanceof OpBGP bgp) {
      bgp.getPattern().forEach(triple -> add(when, graph, Optional.of(triple)));
      return op;
    } else if (op instanceof OpTriple single) {
      add(when, graph, Optional.of(single.getTriple()));
      return op;
    } else if (op instanceof OpTable) {
      return op;
    } else if (op instanceof OpGraph named) {
      return new OpGraph(named.getNode(), of(named.getSubOp(), named.getNode(), when));
    } else if (op instanceof OpJoin join) {
      return OpJoin.create(of(join.getLeft(), graph, when), of(join.getRight(), graph, when));
    } else if (op instanceof OpSequence sequence) {
      var copy = OpSequence.create();
      sequence.getElements().forEach(element -> copy.add(of(element, graph, when)));
      return copy;
    } else if (op instanceof OpFilter filter) {
      if (exists(filter)) {
        add(when, graph, Optional.empty());
      }
      return OpFilter.filterBy(filter.getExprs(), of(filter.getSubOp(), graph, when));
    } else if (op instanceof OpExtend extend) {
      return OpExtend.create(of(extend.getSubOp(), graph, when), extend.getVarExprList());
    } else if (op instanceof OpLeftJoin optional) {
      return OpLeftJoin.create(
          of(optional.getLeft(), graph, when),
          marked(optional.getRight(), graph),
          optional.getExprs());
    } else if (op instanceof OpUnion union) {
      return OpUnion.create(marked(union.getLeft(), graph), marked(union.getRight(), graph));
    } else if (op instanceof OpMinus minus) {
      return OpMinus.create(of(minus.getLeft(), graph, when), minus.getRight());
    }
    add(when, graph, Optional.empty());
    return op;
  }

  private Op marked(Op op, Node graph) {
    var mark = Var.alloc(".mark" + marks++);
    return OpExtend.create(of(op, graph, Optional.of(mark)), mark, NodeValue.TRUE);
  }

  private void add(Optional<Var> when, Node graph, Optional<Triple> triple) {
    parts.add(new Part(when, graph, triple, parts.size()));
  }

  /** Whether a condition may hold because of facts that a solution does not show. */
  private static boolean exists(OpFilter filter) {
    var found = new boolean[1];
    var visitor =
        new ExprVisitorBase() {
          @Override
          public void visit(ExprFunctionOp function) {
            found[0] |= function instanceof E_Exists;
          }
        };
    filter.getExprs().forEach(expr -> Walker.walk(expr, new OpVisitorBase() {}, visitor));
    return found[0];
  }
}
