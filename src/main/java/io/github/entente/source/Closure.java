// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * A CONSTRUCT query that adds to a snapshot what rosters and identities leave unsaid.
 *
 * @param dayDependent whether it asks for the as-of day, {@code ?asOf}
 */
record Closure(String text, Query query, boolean dayDependent) {
  private static final String AS_OF = "asOf";
  private static final Pattern AS_OF_VARIABLE = Pattern.compile("[?$]" + AS_OF + "\\b");

  static Closure parse(String text) {
    try {
      var query = QueryFactory.create(text);
      if (!query.isConstructType() || query.isConstructQuad()) {
        throw bad(text, "it is no CONSTRUCT query of triples", null);
      }
      // What is printed has no comments that could mention the variable.
      return new Closure(text, query, AS_OF_VARIABLE.matcher(query.serialize()).find());
    } catch (QueryException e) {
      throw bad(text, e.getMessage(), e);
    }
  }

  void run(DatasetGraph input, Optional<LocalDate> asOf, Graph output) {
    if (dayDependent && asOf.isEmpty()) {
      return;
    }
    var builder =
        QueryExec.newBuilder().dataset(input).query(query).set(ARQ.httpServiceAllowed, false);
    if (dayDependent) {
      var day = NodeFactory.createLiteralDT(asOf.get().toString(), XSDDatatype.XSDdate);
      builder.substitution(AS_OF, day);
    }
    try (var execution = builder.build()) {
      execution.construct(output);
    }
  }

  private static EntenteException bad(String text, String what, Throwable cause) {
    var start = text.lines().findFirst().orElse("").strip();
    return new EntenteException(
        ErrorCode.BAD_QUERY,
        "The closure query that begins with '"
            + start
            + "' cannot be used: "
            + what
            + ". Correct it; it must be a SPARQL CONSTRUCT query.",
        cause);
  }
}
