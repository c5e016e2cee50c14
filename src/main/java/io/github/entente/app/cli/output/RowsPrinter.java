// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.query.Labels;
import io.github.entente.query.Row;
import java.util.List;
import java.util.stream.Stream;

/** Prints rows of terms in the format asked for. */
public record RowsPrinter(Console console, Style style) {
  /**
   * Prints rows.
   *
   * @throws EntenteException {@link ErrorCode#BAD_OPTION} for a format of triples
   */
  public void print(List<String> variables, List<Row> rows, Labels labels) {
    var terms = new Terms(labels, style.iri());
    var format = style.table(console);
    var out = console.out();
    switch (format) {
      case TABLE -> TextTable.of(variables, names(variables, rows, terms).toList()).print(console);
      case MD -> Delimited.markdown(variables, names(variables, rows, terms), out);
      case TSV, CSV -> {
        if (style.iri()) {
          StandardResults.rows(format, variables, rows, out);
        } else if (format == Format.TSV) {
          Delimited.tsv(variables, keys(variables, rows, terms), out);
        } else {
          Delimited.csv(variables, keys(variables, rows, terms), out);
        }
      }
      case JSON, XML -> StandardResults.rows(format, variables, rows, out);
      case TTL ->
          throw new EntenteException(
              ErrorCode.BAD_OPTION,
              "Rows have no Turtle form: --format ttl is for CONSTRUCT and DESCRIBE queries. Use"
                  + " table, tsv, csv, json, xml or md.");
    }
  }

  private static Stream<List<String>> names(List<String> variables, List<Row> rows, Terms terms) {
    return rows.stream().map(row -> terms.names(row, variables));
  }

  private static Stream<List<String>> keys(List<String> variables, List<Row> rows, Terms terms) {
    return rows.stream().map(row -> terms.keys(row, variables));
  }
}
