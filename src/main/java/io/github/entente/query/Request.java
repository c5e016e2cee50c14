// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.Deadline;
import io.github.entente.model.Regime;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;

/**
 * A query with everything that it is asked under.
 *
 * @param query the parsed query
 * @param question the named question, where it is one
 * @param day the as-of day of the default graph
 * @param regime what counts as following
 * @param bindings parameters by variable name, without question mark
 * @param deadline by when it is to end
 */
public record Request(
    Query query,
    Optional<Question> question,
    Optional<LocalDate> day,
    Regime regime,
    Map<String, Node> bindings,
    Deadline deadline) {
  public Request {
    bindings = Map.copyOf(bindings);
  }
}
