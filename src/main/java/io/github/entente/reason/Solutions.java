// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.model.Guarantee;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * What variables may stand for.
 *
 * @param rows each a term for every variable; none twice
 * @param guarantee whether these are all
 */
public record Solutions(List<Map<Node, Node>> rows, Guarantee guarantee) {
  public Solutions {
    rows = List.copyOf(rows);
  }
}
