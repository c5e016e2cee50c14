// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.model.Snapshot;
import io.github.entente.reason.dl.OwlBridge;
import io.github.entente.reason.dl.Profile;
import java.util.List;
import org.apache.jena.graph.compose.Union;

/**
 * A look at a snapshot's axioms without reasoning.
 *
 * @param triples number of triples
 * @param axioms number of logical axioms
 * @param annotations number of annotation assertions
 * @param violations what is outside OWL 2 DL
 */
public record Inspection(
    int triples, int axioms, int annotations, List<Profile.Violation> violations) {

  /** Translates the snapshot and checks the profile. */
  public static Inspection of(Snapshot snapshot) {
    var bridge = OwlBridge.of(new Union(snapshot.asserted(), snapshot.generated()));
    return new Inspection(
        bridge.triples(),
        bridge.axioms(),
        bridge.annotations(),
        Profile.violations(bridge.ontology()));
  }
}
