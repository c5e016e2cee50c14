// SPDX-License-Identifier: Apache-2.0
package io.github.entente.model;

import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * A policy by which claims are accepted: whose, in which modes, with which certainty. An empty set
 * sets no condition.
 *
 * @param iri IRI
 * @param name short name, such as {@code certain-facts}
 * @param label label
 * @param definition what it accepts, in words
 * @param speakers speakers whose claims are accepted
 * @param modes modes in which a claim is accepted
 * @param certainties certainties with which a claim is accepted
 */
public record Policy(
    String iri,
    String name,
    String label,
    String definition,
    Set<Node> speakers,
    Set<Node> modes,
    Set<Node> certainties) {
  public Policy {
    speakers = Set.copyOf(speakers);
    modes = Set.copyOf(modes);
    certainties = Set.copyOf(certainties);
  }
}
