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
  SIMPLE("simple", "http://www.w3.org/ns/entailment/Simple"),
  /** What follows by the RDF vocabulary. */
  RDF("rdf", "http://www.w3.org/ns/entailment/RDF"),
  /** What follows by the RDF Schema vocabulary. */
  RDFS("rdfs", "http://www.w3.org/ns/entailment/RDFS"),
  /** What follows by RDF Schema and the values of the XML Schema datatypes. */
  D("d", "http://www.w3.org/ns/entailment/D"),
  /** What rules in RIF Core derive, by the profile in which they are combined with the data. */
  RIF("rif", "http://www.w3.org/ns/entailment/RIF"),
  /** What the rules of OWL 2 RL derive. */
  OWL_RL("owl-rl", "http://www.w3.org/ns/owl-profile/RL"),
  /**
   * What follows under the OWL 2 RDF-Based Semantics, as far as the rules of OWL 2 RL and, for an
   * OWL 2 DL ontology, the Direct Semantics reach.
   */
  OWL_RDF_BASED("owl-rdf-based", "http://www.w3.org/ns/entailment/OWL-RDF-Based"),
  /** Everything that follows under the OWL 2 Direct Semantics. */
  OWL_DIRECT("owl-direct", "http://www.w3.org/ns/entailment/OWL-Direct");

  private final String label;
  private final String iri;

  Regime(String label, String iri) {
    this.label = label;
    this.iri = iri;
  }

  /** Whether axioms are reasoned over, which the data have to be read as. */
  public boolean direct() {
    return this == OWL_DIRECT || this == OWL_RDF_BASED;
  }

  /** The name in queries and options, such as {@code owl-direct}. */
  public String label() {
    return label;
  }

  /** The IRI that the W3C gave it, or the profile that it goes by. */
  public String iri() {
    return iri;
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
