// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import io.github.entente.model.Policy;
import io.github.entente.query.Labels;
import io.github.entente.query.Row;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.graph.GraphFactory;

/** Prints acceptance policies. */
public record PolicyPrinter(Console console, Style style) {
  private static final List<String> COLUMNS = List.of("name", "definition");

  /** Prints a list of them. */
  public void list(List<Policy> policies) {
    var none = Labels.of(GraphFactory.createDefaultGraph(), PrefixMapping.Standard);
    new RowsPrinter(console, style)
        .print(COLUMNS, policies.stream().map(PolicyPrinter::row).toList(), none);
    if (style.remarksUnderResult(console) && !style.quiet()) {
      console.out().println();
      console.out().println("'entente ask … --accept NAME' takes claims into the world by one.");
    }
  }

  private static Row row(Policy policy) {
    return new Row(Map.of("name", text(policy.name()), "definition", text(policy.definition())));
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }
}
