// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import io.github.entente.overlap.Overlaps;
import io.github.entente.query.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * A part of the overlaps as rows, for programs.
 *
 * @param variables names of the columns
 * @param rows the rows
 */
record OverlapRows(List<String> variables, List<Row> rows) {
  /**
   * The rows of a part.
   *
   * @param terms how the terms within a list are written
   */
  static OverlapRows of(Overlaps overlaps, Part part, Terms terms) {
    return switch (part) {
      case MATRIX ->
          new OverlapRows(
              List.of("party", "framework", "status"),
              overlaps.seats().stream()
                  .map(
                      seat ->
                          new Row(
                              Map.of(
                                  "party", seat.party(),
                                  "framework", seat.framework(),
                                  "status", text(seat.status()))))
                  .toList());
      case PAIRS ->
          new OverlapRows(
              List.of("frameworkA", "frameworkB", "shared", "parties"),
              overlaps.pairs().stream()
                  .map(
                      pair ->
                          new Row(
                              Map.of(
                                  "frameworkA", pair.frameworkA(),
                                  "frameworkB", pair.frameworkB(),
                                  "shared", number(pair.shared().size()),
                                  "parties", list(pair.shared(), terms))))
                  .toList());
      case GROUPS ->
          new OverlapRows(
              List.of("size", "parties", "frameworks"),
              overlaps.groups().stream()
                  .map(
                      group ->
                          new Row(
                              Map.of(
                                  "size", number(group.parties().size()),
                                  "parties", list(group.parties(), terms),
                                  "frameworks", list(group.frameworks(), terms))))
                  .toList());
    };
  }

  private static Node list(List<Node> members, Terms terms) {
    return text(members.stream().map(terms::key).collect(Collectors.joining(" ")));
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  private static Node number(int number) {
    return NodeFactory.createLiteralDT(String.valueOf(number), XSDDatatype.XSDinteger);
  }
}
