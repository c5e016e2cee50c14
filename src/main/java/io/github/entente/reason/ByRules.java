// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.model.Deadline;
import io.github.entente.model.Guarantee;
import io.github.entente.reason.dl.Theory;
import io.github.entente.reason.rules.Closure;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLEntity;
import org.semanticweb.owlapi.model.OWLProperty;

/** The closure as it is: nothing is refuted, and what it may lack is said. */
record ByRules(Theory theory, Closure closure, Hierarchy hierarchy) implements Ways {
  @Override
  public Decision instances(OWLClass named, Deadline deadline) {
    return named.isOWLThing()
        ? Decision.rules(Guarantee.SOUND_AND_COMPLETE)
        : closed("instances of " + named.getIRI().getShortForm(), named);
  }

  @Override
  public Decision values(OWLProperty property, Deadline deadline) {
    return closed("values of " + property.getIRI().getShortForm(), property);
  }

  @Override
  public Decision same(Deadline deadline) {
    return closed("equalities");
  }

  @Override
  public Hierarchy.Answer inclusions(Demand.Inclusion demand, Deadline deadline) {
    return hierarchy.told(demand);
  }

  private Decision closed(String what, OWLEntity... names) {
    return theory
        .beyondRules(closure, names)
        .map(axiom -> notFollowed(what, axiom, ""))
        .orElse(Decision.rules(Guarantee.SOUND_AND_COMPLETE));
  }

  static Decision notFollowed(String what, String axiom, String more) {
    return Decision.rules(
        Guarantee.incomplete(what + " may be missing: the rules do not follow " + axiom + more));
  }
}
