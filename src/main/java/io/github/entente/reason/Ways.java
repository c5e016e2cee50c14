// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.model.Deadline;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLProperty;

/** How an engine finds what follows; facts that it has beyond the closure it hands on. */
interface Ways {
  /** The individuals in a class. */
  Decision instances(OWLClass named, Deadline deadline);

  /** The values that individuals have of a property. */
  Decision values(OWLProperty property, Deadline deadline);

  /** Which individuals are the same as others. */
  Decision same(Deadline deadline);

  /** Inclusions between classes, or between properties. */
  Hierarchy.Answer inclusions(Demand.Inclusion demand, Deadline deadline);
}
