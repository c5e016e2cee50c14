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
  SIMPLE("simple", "Simple"),
  /** Everything that follows under the OWL 2 Direct Semantics. */
  OWL_DIRECT("owl-direct", "OWL-Direct");

  private final String label;
  private final String localName;

  Regime(String label, String localName) {
    this.label = label;
    this.localName = localName;
  }

  /** The name in queries and options, such as {@code owl-direct}. */
  public String label() {
    return label;
  }

  /** The IRI that the W3C gave it. */
  public String iri() {
    return "http://www.w3.org/ns/entailment/" + localName;
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
