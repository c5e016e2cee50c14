// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rif;

import java.util.List;
import java.util.Optional;

/**
 * A document of RIF Core.
 *
 * @param iri by which it is imported and named in data
 * @param location for messages
 * @param sha256 digest of its bytes
 * @see <a href="https://www.w3.org/TR/rif-core/">RIF Core Dialect</a>
 */
public record RifDocument(
    String iri, String location, List<Import> imports, List<Rule> rules, String sha256) {
  public RifDocument {
    imports = List.copyOf(imports);
    rules = List.copyOf(rules);
  }

  /**
   * What a document imports.
   *
   * @param iri of the document, absolute
   * @param profile IRI of the profile in which an RDF graph or an ontology is taken; empty for
   *     another document of rules
   * @param where file and line, for messages
   */
  public record Import(String iri, Optional<String> profile, String where) {}
}
