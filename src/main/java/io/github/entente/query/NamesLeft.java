// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_OneOf;
import org.apache.jena.sparql.expr.E_SameTerm;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;

/**
 * Which names a group leaves a variable, by its VALUES and its filters: a solution of the group has
 * no others, so that no pattern of the group need look at them.
 */
final class NamesLeft {
  private final Map<Node, Set<Node>> among = new HashMap<>();

  private NamesLeft() {}

  /** The names by variable, of the elements of one group; no entry where any may do. */
  static Map<Node, Set<Node>> of(List<Element> elements) {
    var left = new NamesLeft();
    for (var element : elements) {
      if (element instanceof ElementData data) {
        data.getVars().forEach(variable -> left.values(variable, data));
      } else if (element instanceof ElementFilter filter) {
        left.filter(filter.getExpr());
      }
    }
    return left.among;
  }

  private void values(Var variable, ElementData data) {
    var terms = new HashSet<Node>();
    for (var row : data.getRows()) {
      var term = row.get(variable);
      if (term == null) {
        return;
      }
      terms.add(term);
    }
    only(variable, terms);
  }

  private void filter(Expr condition) {
    if (condition instanceof E_LogicalAnd and) {
      filter(and.getArg1());
      filter(and.getArg2());
    } else if (condition instanceof E_Equals || condition instanceof E_SameTerm) {
      var equals = (ExprFunction2) condition;
      equal(equals.getArg1(), List.of(equals.getArg2()));
      equal(equals.getArg2(), List.of(equals.getArg1()));
    } else if (condition instanceof E_OneOf one) {
      equal(one.getLHS(), one.getRHS().getList());
    }
  }

  private void equal(Expr variable, List<Expr> others) {
    if (variable.isVariable()) {
      var terms = new HashSet<Node>();
      for (var other : others) {
        var name = name(other);
        if (name.isEmpty()) {
          return;
        }
        terms.add(name.get());
      }
      only(variable.asVar(), terms);
    }
  }

  /** Literals are equal by value, and so leave more than one term. */
  private static Optional<Node> name(Expr expression) {
    return Optional.of(expression)
        .filter(Expr::isConstant)
        .map(constant -> constant.getConstant().asNode())
        .filter(Node::isURI);
  }

  private void only(Node variable, Set<Node> terms) {
    among.merge(
        variable,
        Set.copyOf(terms),
        (one, other) -> {
          var both = new HashSet<>(one);
          both.retainAll(other);
          return Set.copyOf(both);
        });
  }
}
