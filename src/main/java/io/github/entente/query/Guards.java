// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.Deadline;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformer;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * Functions that ask no clock of their own get one: a regular expression that backtracks ends at
 * the deadline, and no text grows without bound.
 */
final class Guards extends ExprTransformCopy {
  /** Longest text that CONCAT makes, in UTF-16 code units. */
  private static final int LONGEST = 10_000_000;

  private static final String FN = "http://www.w3.org/2005/xpath-functions#";

  /** The same under other names, which are not guarded. */
  private static final Set<String> UNGUARDED =
      Set.of(FN + "matches", FN + "replace", FN + "concat", FN + "string-join", FN + "apply");

  private static final ElementTransformCopyBase ELEMENTS = new ElementTransformCopyBase();

  private final Deadline deadline;

  Guards(Deadline deadline) {
    this.deadline = deadline;
  }

  /** The query with guarded functions. */
  Query on(Query query) {
    return QueryTransformOps.transform(query, ELEMENTS, this);
  }

  /** The functions that a query can call by IRI. */
  static FunctionRegistry functions() {
    var all = FunctionRegistry.get();
    var safe = new FunctionRegistry();
    all.keys()
        .forEachRemaining(
            name -> {
              if (!UNGUARDED.contains(name)) {
                safe.put(name, all.get(name));
              }
            });
    return safe;
  }

  @Override
  public Expr transform(ExprFunctionN function, ExprList arguments) {
    var copy = (ExprFunctionN) super.transform(function, arguments);
    boolean risky =
        function instanceof E_Regex
            || function instanceof E_StrReplace
            || function instanceof E_StrConcat;
    return risky ? new Guarded(copy, deadline) : copy;
  }

  @Override
  public Expr transform(ExprFunctionOp function, ExprList arguments, Op pattern) {
    var element = ElementTransformer.transform(function.getElement(), ELEMENTS, this);
    if (function instanceof E_Exists) {
      return new E_Exists(element);
    }
    return function instanceof E_NotExists
        ? new E_NotExists(element)
        : super.transform(function, arguments, pattern);
  }

  @Override
  public Expr transform(ExprAggregator aggregator) {
    var over = aggregator.getAggregator().getExprList();
    if (over == null) {
      return aggregator;
    }
    var guarded = ExprTransformer.transform(this, over);
    return new ExprAggregator(aggregator.getVar(), aggregator.getAggregator().copy(guarded));
  }

  /** A function that is tried first on a text that knows the time. */
  private static final class Guarded extends ExprFunctionN {
    private final ExprFunctionN function;
    private final Deadline deadline;

    Guarded(ExprFunctionN function, Deadline deadline) {
      super(function.getFunctionSymbol().getSymbol(), new ExprList(function.getArgs()));
      this.function = function;
      this.deadline = deadline;
    }

    @Override
    public Expr copy(ExprList arguments) {
      return new Guarded((ExprFunctionN) function.copy(arguments), deadline);
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
      if (function instanceof E_StrConcat) {
        bound(values);
      } else if (values.size() > 1 && values.stream().allMatch(v -> v != null && v.isLiteral())) {
        tryOut(values);
      }
      return function.eval(values);
    }

    private static void bound(List<NodeValue> values) {
      long length = 0;
      for (var value : values) {
        length +=
            value != null && value.isLiteral()
                ? value.asNode().getLiteralLexicalForm().length()
                : 0;
      }
      if (length > LONGEST) {
        throw new EntenteException(
            ErrorCode.LIMIT_REACHED,
            "CONCAT makes texts of at most " + LONGEST + " characters; ask for shorter ones");
      }
    }

    private void tryOut(List<NodeValue> values) {
      boolean replaces = function instanceof E_StrReplace;
      int at = replaces ? 3 : 2;
      String flags = values.size() > at ? text(values.get(at)) : "";
      try {
        var matcher =
            Pattern.compile(text(values.get(1)), mask(flags))
                .matcher(new Timed(text(values.get(0)), deadline));
        while (matcher.find() && replaces) {
          // Each match, as the function itself will find them.
        }
      } catch (PatternSyntaxException e) {
        // The function itself says so.
      }
    }

    private static String text(NodeValue value) {
      return value.asNode().getLiteralLexicalForm();
    }

    private static int mask(String flags) {
      int mask = 0;
      for (char flag : flags.toCharArray()) {
        mask |=
            switch (flag) {
              case 'i' -> Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
              case 'm' -> Pattern.MULTILINE;
              case 's' -> Pattern.DOTALL;
              case 'x' -> Pattern.COMMENTS;
              case 'q' -> Pattern.LITERAL;
              default -> 0;
            };
      }
      return mask;
    }
  }

  /** A text that ends reading at the deadline. */
  private static final class Timed implements CharSequence {
    private static final int MASK = 0xfff;

    private final String text;
    private final Deadline deadline;
    private int reads;

    Timed(String text, Deadline deadline) {
      this.text = text;
      this.deadline = deadline;
    }

    @Override
    public char charAt(int at) {
      if ((++reads & MASK) == 0 && deadline.passed()) {
        throw new QueryCancelledException();
      }
      return text.charAt(at);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
