// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpReduced;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVars;

/**
 * A pattern with known terms put in for its variables, where its solutions are then those of the
 * whole pattern that have these terms: so not all of them need be computed to see whether there is
 * one.
 */
final class Narrowing {
  private Narrowing() {}

  /** Empty where putting them in could change what the pattern means. */
  static Optional<Op> of(Op op, Binding known) {
    var shared = new HashSet<Var>(OpVars.visibleVars(op));
    shared.removeIf(variable -> !known.contains(variable));
    if (shared.isEmpty() || !OpVars.fixedVars(op).containsAll(shared) || !plain(op, shared)) {
      return Optional.empty();
    }
    BindingBuilder builder = BindingFactory.builder();
    shared.forEach(variable -> builder.add(variable, known.get(variable)));
    return Optional.of(Substitute.substitute(op, builder.build()));
  }

  /** Whether it is made of parts in which a variable is the same wherever it is written. */
  private static boolean plain(Op op, Set<Var> put) {
    if (op instanceof OpBGP || op instanceof OpTriple) {
      return true;
    } else if (op instanceof OpJoin join) {
      return plain(join.getLeft(), put) && plain(join.getRight(), put);
    } else if (op instanceof OpSequence sequence) {
      return sequence.getElements().stream().allMatch(element -> plain(element, put));
    } else if (op instanceof OpFilter filter) {
      // a condition sees what is bound below it
      var bound = OpVars.fixedVars(filter.getSubOp());
      return plain(filter.getSubOp(), put)
          && filter.getExprs().getList().stream().noneMatch(Narrowing::looksInto)
          && ExprVars.getVarsMentioned(filter.getExprs()).stream()
              .allMatch(variable -> !put.contains(variable) || bound.contains(variable));
    } else if (op instanceof OpDistinct distinct) {
      return plain(distinct.getSubOp(), put);
    } else if (op instanceof OpReduced reduced) {
      return plain(reduced.getSubOp(), put);
    } else if (op instanceof OpProject project) {
      var hidden = new HashSet<>(OpVars.mentionedVars(project.getSubOp()));
      project.getVars().forEach(hidden::remove);
      return hidden.stream().noneMatch(put::contains) && plain(project.getSubOp(), put);
    }
    return false;
  }

  private static boolean looksInto(Expr expr) {
    return expr instanceof ExprFunctionOp
        || expr.isFunction()
            && expr.getFunction().getArgs().stream()
                .anyMatch(argument -> argument != null && looksInto(argument));
  }
}
