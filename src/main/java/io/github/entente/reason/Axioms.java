// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.model.EntenteException;
import io.github.entente.model.Snapshot;
import io.github.entente.reason.dl.OwlBridge;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.compose.Union;
import org.semanticweb.owlapi.model.OWLAxiom;

/** A snapshot read as OWL axioms, without any reasoning. */
public final class Axioms {
  private Axioms() {}

  /**
   * The logical axioms of a snapshot, without their annotations.
   *
   * @throws EntenteException LOST_TRIPLE
   */
  public static Set<OWLAxiom> of(Snapshot snapshot) {
    return OwlBridge.of(new Union(snapshot.asserted(), snapshot.generated()))
        .logicalAxioms()
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
