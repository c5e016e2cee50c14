// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.SourceDocument;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.Node;

/**
 * The facts that a table states.
 *
 * @param turtle as the text of a Turtle file
 * @param document that text as it reads back
 * @param lines the line of the table in which each fact stands, in the order of the table
 */
public record TableFacts(String turtle, SourceDocument document, Map<Node, Integer> lines) {
  public TableFacts {
    lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
  }
}
