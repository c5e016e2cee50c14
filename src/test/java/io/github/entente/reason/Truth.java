// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import java.util.List;
import java.util.Set;
import org.semanticweb.owlapi.model.OWLAxiom;

/** What follows from some axioms, as the oracle says now or said when it was recorded. */
interface Truth {
  boolean consistent();

  boolean entails(OWLAxiom fact);

  /** Those of the facts that follow. */
  Set<OWLAxiom> entailed(List<OWLAxiom> facts);

  /** What the oracle says when it is asked. */
  record Asked(Set<OWLAxiom> axioms) implements Truth {
    @Override
    public boolean consistent() {
      return Oracle.consistent(axioms);
    }

    @Override
    public boolean entails(OWLAxiom fact) {
      return Oracle.entails(axioms, fact);
    }

    @Override
    public Set<OWLAxiom> entailed(List<OWLAxiom> facts) {
      return Oracle.entailed(axioms, facts);
    }
  }
}
