// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.app.cli.output.Console;
import io.github.entente.app.cli.output.Form;
import io.github.entente.app.cli.output.Style;
import io.github.entente.explain.Explanation;
import io.github.entente.source.Texts;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How explanations are written. */
final class FormOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      order = 20,
      description =
          "How it is written: ${COMPLETION-CANDIDATES}; ttl is PROV-O, oa the passages as Web"
              + " Annotations in JSON-LD. Without it: text.")
  private Form form;

  @Option(
      names = {"-q", "--quiet"},
      order = 22,
      description = "Write results only: no remarks or progress.")
  private boolean quiet;

  @Mixin private TellingOptions telling;

  Style style() {
    return new Style(Optional.empty(), false, quiet, telling.verbosity());
  }

  void print(Explanation explanation, Texts texts, Console console) {
    console.out().print(form.of(explanation, texts));
  }
}
