// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import java.util.List;
import org.semanticweb.owlapi.model.OWLAxiom;

/**
 * A set of statements from which conclusions follow, and from which they no longer do without any
 * one of them.
 *
 * @param conclusions what follows
 * @param leaves their numbers
 * @param proofs how each conclusion follows; where rules give no derivation, from all at once
 * @param minimal whether each was shown to be needed; a limit of time may have come before
 */
public record Justification(
    List<OWLAxiom> conclusions, List<Integer> leaves, List<Proof> proofs, boolean minimal) {
  public Justification {
    conclusions = List.copyOf(conclusions);
    leaves = List.copyOf(leaves);
    proofs = List.copyOf(proofs);
  }
}
