// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.*;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.PathVisitorByType;
import org.apache.jena.sparql.util.FmtUtils;
import org.apache.jena.vocabulary.RDF;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;

/**
 * The basic graph patterns of a query that are matched with what follows. What stands above them is
 * SPARQL's own algebra; what stands in a named graph is matched as it is stored. A path is matched
 * with all pairs of each property in it.
 */
public final class Patterns {
  private final Signature signature;
  private final Set<BasicPattern> patterns = new LinkedHashSet<>();
  private final Map<Node, Expression> expressions = new LinkedHashMap<>();

  private Patterns(Signature signature) {
    this.signature = signature;
  }

  /**
   * The patterns of a query.
   *
   * @param axioms the axioms that tell what the names in it are
   * @throws EntenteException {@link ErrorCode#REFUSED_QUERY} where a certificate cannot speak of
   *     something in it, saying of what
   */
  public static Patterns of(Query query, Collection<? extends OWLAxiom> axioms) {
    if (axioms.stream().anyMatch(axiom -> axiom.isOfType(AxiomType.SWRL_RULE))) {
      throw refused("the data hold rules", "the checker knows the axioms of OWL 2 DL only");
    }
    return of(query, Signature.of(axioms));
  }

  static Patterns of(Query query, Signature signature) {
    if (!query.isSelectType() && !query.isAskType()) {
      throw refused("CONSTRUCT and DESCRIBE", "only rows and the answer to ASK are certified");
    } else if (query.hasDatasetDescription()) {
      throw refused("FROM", "one world is certified at a time; give its day with --as-of");
    } else if (query.hasLimit() && !query.hasOrderBy()) {
      throw refused("LIMIT without ORDER BY", "which rows it leaves is chance");
    }
    var found = new Patterns(signature);
    if (query.getQueryPattern() != null) {
      found.read(Algebra.compile(query), false);
    }
    return found;
  }

  /** The patterns, names of their own put for the class expressions in them. */
  public List<BasicPattern> all() {
    return List.copyOf(patterns);
  }

  /**
   * A class expression in a query.
   *
   * @param name the name that is put for it
   * @param means what it says
   * @param root the variable for a blank node that it is written with
   * @param triples how it is written
   */
  public record Expression(Node name, OWLClassExpression means, Node root, Set<Triple> triples) {}

  /** The class expressions in the query. */
  public Collection<Expression> expressions() {
    return expressions.values();
  }

  private static EntenteException refused(String what, String why) {
    return new EntenteException(
        ErrorCode.REFUSED_QUERY, "No certificate can be made: " + what + ": " + why + ".");
  }

  // ---- operators ----

  private void read(Op op, boolean stored) {
    if (op instanceof OpBGP bgp) {
      add(bgp.getPattern(), stored);
    } else if (op instanceof OpPath path) {
      path(path, stored);
    } else if (op instanceof OpGraph graph) {
      read(graph.getSubOp(), true);
    } else if (op instanceof OpTable || op instanceof OpNull) {
      return;
    } else if (op instanceof OpFilter filter) {
      filter.getExprs().forEach(expr -> read(expr, stored));
      read(filter.getSubOp(), stored);
    } else if (op instanceof OpLeftJoin left) {
      if (left.getExprs() != null) {
        left.getExprs().forEach(expr -> read(expr, stored));
      }
      read(left.getLeft(), stored);
      read(left.getRight(), stored);
    } else if (op instanceof OpExtendAssign extend) {
      extend.getVarExprList().forEachExpr((variable, expr) -> read(expr, stored));
      read(extend.getSubOp(), stored);
    } else if (op instanceof OpGroup group) {
      group.getGroupVars().forEachExpr((variable, expr) -> read(expr, stored));
      for (var aggregator : group.getAggregators()) {
        var over = aggregator.getAggregator().getExprList();
        if (over != null) {
          over.forEach(expr -> read(expr, stored));
        }
      }
      read(group.getSubOp(), stored);
    } else if (op instanceof OpOrder order) {
      order.getConditions().forEach(condition -> read(condition.getExpression(), stored));
      read(order.getSubOp(), stored);
    } else if (op instanceof OpProject
        || op instanceof OpDistinct
        || op instanceof OpReduced
        || op instanceof OpSlice) {
      read(((Op1) op).getSubOp(), stored);
    } else if (op instanceof OpJoin || op instanceof OpUnion || op instanceof OpMinus) {
      read(((Op2) op).getLeft(), stored);
      read(((Op2) op).getRight(), stored);
    } else if (op instanceof OpSequence sequence) {
      sequence.getElements().forEach(element -> read(element, stored));
    } else {
      throw refused(op.getName(), "the operator is not certified");
    }
  }

  private void read(Expr expression, boolean stored) {
    Walker.walk(
        expression,
        new ExprVisitorBase() {
          @Override
          public void visit(ExprFunctionOp function) {
            read(function.getGraphPattern(), stored);
          }

          @Override
          public void visit(ExprFunctionN function) {
            String iri = function.getFunctionIRI();
            if (function instanceof E_Call || iri != null && iri.startsWith("java:")) {
              throw refused("a function told by a name or a Java class", "none is called");
            }
          }
        });
  }

  // ---- patterns ----

  private void add(BasicPattern written, boolean stored) {
    if (stored || written.isEmpty()) {
      return;
    }
    var pattern = named(written);
    for (var triple : pattern) {
      if (signature.kind(triple) == Signature.Kind.OTHER) {
        throw refused(text(triple), reason(triple));
      }
    }
    patterns.add(pattern);
  }

  /** A pattern with names put for the class expressions that types in it are. */
  private BasicPattern named(BasicPattern written) {
    var triples = new ArrayList<>(written.getList());
    for (var triple : written) {
      var object = triple.getObject();
      if (triple.getPredicate().equals(RDF.type.asNode()) && Var.isBlankNodeVar(object)) {
        var expression = Written.of(object, written.getList(), signature);
        expressions.put(expression.name(), expression);
        triples.removeAll(expression.triples());
        triples.replaceAll(
            t ->
                t.getObject().equals(object)
                    ? Triple.create(t.getSubject(), t.getPredicate(), expression.name())
                    : t);
      }
    }
    return BasicPattern.wrap(triples);
  }

  private static String text(Triple triple) {
    return "the triple pattern '" + FmtUtils.stringForTriple(triple) + "'";
  }

  private static String reason(Triple triple) {
    if (triple.getPredicate().isVariable()) {
      return "it asks for triples of any predicate; name the property";
    }
    return "it is about axioms or class expressions that are not certified; only"
        + " individuals, classes and properties are certified";
  }

  private void path(OpPath op, boolean stored) {
    var path = op.getTriplePath();
    var subject = Var.alloc("pathSubject");
    var object = Var.alloc("pathObject");
    path.getPath()
        .visit(
            new PathVisitorByType() {
              @Override
              public void visit0(P_Path0 link) {
                all(link.getNode());
              }

              @Override
              public void visitNegPS(P_NegPropSet set) {
                throw refused("a negated set of properties", "it asks for triples of any other");
              }

              @Override
              public void visit1(P_Path1 one) {
                one.getSubPath().visit(this);
              }

              @Override
              public void visit2(P_Path2 two) {
                two.getLeft().visit(this);
                two.getRight().visit(this);
              }

              private void all(Node property) {
                add(BasicPattern.wrap(List.of(Triple.create(subject, property, object))), stored);
              }
            });
  }
}
