// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import java.util.Locale;

/** How results are written. */
public enum Format {
  /** For reading: columns fitted to the terminal, names for terms. */
  TABLE,
  /** Columns apart by tabs. */
  TSV,
  /** Columns apart by commas, as in RFC 4180. */
  CSV,
  /** SPARQL 1.1 query results in JSON; triples as JSON-LD. */
  JSON,
  /** SPARQL query results in XML; triples as RDF/XML. */
  XML,
  /** A table in Markdown, names for terms. */
  MD,
  /** Triples in Turtle. */
  TTL;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
