// SPDX-License-Identifier: Apache-2.0
package io.github.entente.model;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An entailment regime: what counts as following from the data.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-entailment/">SPARQL 1.1 Entailment Regimes</a>
 */
public enum Regime {
  /** Only what is asserted. */
  SIMPLE("simple"),
  /** Everything that follows under the OWL 2 Direct Semantics. */
  OWL_DIRECT("owl-direct");

  private final String label;

  Regime(String label) {
    this.label = label;
  }

  /** The name in queries and options, such as {@code owl-direct}. */
  public String label() {
    return label;
  }

  /**
   * The regime of a name.
   *
   * @throws EntenteException {@link ErrorCode#UNKNOWN_REGIME}
   */
  public static Regime parse(String name) {
    return Arrays.stream(values())
        .filter(regime -> regime.label.equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new EntenteException(
                    ErrorCode.UNKNOWN_REGIME,
                    "There is no regime '"
                        + name
                        + "'. Use one of: "
                        + Arrays.stream(values())
                            .map(Regime::label)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
