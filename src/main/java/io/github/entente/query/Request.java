// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.Deadline;
import io.github.entente.model.Regime;
import io.github.entente.model.Viewpoint;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;

/**
 * A query with everything that it is asked under.
 *
 * @param query the parsed query
 * @param question the named question, where it is one
 * @param view from where the default graph looks at the world
 * @param regime what counts as following
 * @param bindings parameters by variable name, without question mark
 * @param deadline by when it is to end
 * @param most rows, or triples, that a result may have
 */
public record Request(
    Query query,
    Optional<Question> question,
    Viewpoint view,
    Regime regime,
    Map<String, Node> bindings,
    Deadline deadline,
    int most) {
  public Request {
    bindings = Map.copyOf(bindings);
  }
}
