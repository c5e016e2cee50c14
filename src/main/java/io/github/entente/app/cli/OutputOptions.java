// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.app.cli.output.Format;
import io.github.entente.app.cli.output.Style;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How results are written: the same for every command. */
final class OutputOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      order = 20,
      description = {
        "How results are written: ${COMPLETION-CANDIDATES}. Without it: a table on a terminal, else"
            + " tsv; Turtle for triples.",
        "json and xml are the SPARQL results formats of the W3C; so are csv and tsv with --iri."
      })
  private Format format;

  @Option(
      names = "--iri",
      order = 21,
      description = "Write IRIs in full, instead of labels (table, md) or CURIEs (tsv, csv).")
  private boolean iri;

  @Option(
      names = {"-q", "--quiet"},
      order = 22,
      description = "Write results only: no guarantee, remarks or progress.")
  private boolean quiet;

  @Mixin private TellingOptions telling;

  Style style() {
    return new Style(Optional.ofNullable(format), iri, quiet, telling.verbosity());
  }
}
