// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import io.github.entente.query.Labels;
import io.github.entente.query.Row;
import java.util.List;
import org.apache.jena.graph.Node;

/**
 * How terms are written.
 *
 * @param labels names and prefixes
 * @param full whether IRIs are written out
 */
public record Terms(Labels labels, boolean full) {
  /** For a person: the label where there is one, else the CURIE. */
  String name(Node term) {
    return full ? exact(term) : labels.label(term);
  }

  /** For a person where room is short. */
  String shortName(Node term) {
    return full ? exact(term) : labels.shortLabel(term);
  }

  /** For a program: the CURIE where a prefix fits. */
  String key(Node term) {
    return full ? exact(term) : labels.curie(term);
  }

  private String exact(Node term) {
    return term.isURI() ? term.getURI() : labels.curie(term);
  }

  List<String> names(Row row, List<String> variables) {
    return variables.stream().map(v -> row.get(v).map(this::name).orElse("")).toList();
  }

  List<String> keys(Row row, List<String> variables) {
    return variables.stream().map(v -> row.get(v).map(this::key).orElse("")).toList();
  }
}
