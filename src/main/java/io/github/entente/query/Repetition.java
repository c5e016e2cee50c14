// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import java.util.HashSet;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.util.VarUtils;

/** Whether solutions of a query can repeat: DISTINCT over millions of rows costs more than they. */
final class Repetition {
  private Repetition() {}

  /**
   * A query without its DISTINCT, where it is of one triple pattern all of whose variables it
   * selects: a graph has a triple once. Any other query as it is.
   */
  static Query ruledOut(Query query) {
    if (query.isSelectType()
        && query.isDistinct()
        && !query.hasGroupBy()
        && !query.hasAggregators()
        && !query.hasHaving()
        && !query.hasValues()) {
      var pattern = only(query.getQueryPattern());
      if (pattern != null && pattern.isTriple()) {
        var variables = new HashSet<Var>();
        VarUtils.addVarsFromTriple(variables, pattern.asTriple());
        if (query.getProjectVars().containsAll(variables)) {
          var copy = query.cloneQuery();
          copy.setDistinct(false);
          return copy;
        }
      }
    }
    return query;
  }

  /** The only pattern there is; null where there is not just one. */
  private static TriplePath only(Element element) {
    if (element instanceof ElementGroup group && group.size() == 1) {
      return only(group.get(0));
    }
    List<TriplePath> all =
        element instanceof ElementPathBlock paths
            ? paths.getPattern().getList()
            : element instanceof ElementTriplesBlock triples
                ? triples.getPattern().getList().stream().map(TriplePath::new).toList()
                : List.of();
    return all.size() == 1 ? all.get(0) : null;
  }
}
