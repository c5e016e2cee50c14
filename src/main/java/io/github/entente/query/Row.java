// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * One solution: which term each variable is bound to. Unbound variables are absent.
 *
 * @param terms bound variables by name, without question mark
 */
public record Row(Map<String, Node> terms) {
  public Row {
    terms = Map.copyOf(terms);
  }

  /** The term a variable is bound to. */
  public Optional<Node> get(String variable) {
    return Optional.ofNullable(terms.get(variable));
  }
}
