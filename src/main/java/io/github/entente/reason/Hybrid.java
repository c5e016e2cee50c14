// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.model.Deadline;
import io.github.entente.model.Guarantee;
import io.github.entente.reason.dl.Refuter;
import io.github.entente.reason.dl.Theory;
import io.github.entente.reason.rules.Closure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLEntity;
import org.semanticweb.owlapi.model.OWLObjectProperty;
import org.semanticweb.owlapi.model.OWLProperty;

/**
 * Rules first; what they cannot be shown to have found is denied by models, and the rest decided by
 * consistency.
 *
 * @param found takes facts that the closure lacks
 */
record Hybrid(
    Theory theory,
    Closure closure,
    Refuter refuter,
    CounterModels models,
    Hierarchy hierarchy,
    Consumer<Collection<Triple>> found)
    implements Ways {
  private static final int MAX_PAIRS = 20_000;

  @Override
  public Hierarchy.Answer inclusions(Demand.Inclusion demand, Deadline deadline) {
    return hierarchy.inclusions(demand, deadline);
  }

  @Override
  public Decision instances(OWLClass named, Deadline deadline) {
    if (!named.isOWLThing()) {
      var decision = between(named, deadline);
      if (decision.isPresent()) {
        return decision.get();
      }
    }
    if (named.isOWLThing() || complete(named)) {
      return Decision.rules(Guarantee.SOUND_AND_COMPLETE);
    }
    var open = theory.openFacts(closure, named);
    if (open.isPresent()) {
      return decide(named, open.get(), deadline);
    }
    var candidates = theory.individuals();
    for (var including : hierarchy.told(named)) {
      if (!including.equals(named) && complete(including)) {
        candidates.retainAll(closure.instances(including));
      }
    }
    candidates.removeAll(closure.instances(named));
    var facts =
        candidates.stream()
            .map(individual -> theory.factory().getOWLClassAssertionAxiom(named, individual))
            .toList();
    return decide(named, facts, deadline);
  }

  /** What lies between closure and models, decided; empty while there is no model of much. */
  private Optional<Decision> between(OWLEntity name, Deadline deadline) {
    if (theory.axioms().size() < Entailments.MANY_AXIOMS) {
      return Optional.empty();
    }
    return models.beyond(name).map(facts -> between(name, facts, deadline));
  }

  private Decision between(OWLEntity name, List<OWLAxiom> facts, Deadline deadline) {
    var denied = Decision.models(models.denied(name, facts.size()));
    if (facts.isEmpty()) {
      return denied;
    }
    var open = new ArrayList<>(models.open(facts, Optional::of, deadline));
    denied = Decision.models(models.denied(name, open.size()));
    if (name instanceof OWLClass named && !open.isEmpty()) {
      var implied = new Terminological(theory, closure, refuter).of(named, open, deadline);
      found.accept(Facts.triples(implied.entailed()));
      open.removeAll(Set.copyOf(implied.entailed()));
      denied = denied.and(Decision.implied(implied.entailed().size(), implied.checks()));
    }
    return open.isEmpty() ? denied : denied.and(decide(name, open, deadline));
  }

  private boolean complete(OWLEntity entity) {
    return theory.beyondRules(closure, entity).isEmpty();
  }

  private String beyond(OWLEntity entity) {
    return theory.beyondRules(closure, entity).orElseThrow();
  }

  @Override
  public Decision values(OWLProperty property, Deadline deadline) {
    var decision = between((OWLEntity) property, deadline);
    if (decision.isPresent()) {
      return decision.get();
    }
    if (complete(property)) {
      return Decision.rules(Guarantee.SOUND_AND_COMPLETE);
    }
    String what = "values of " + property.getIRI().getShortForm();
    if (!(property instanceof OWLObjectProperty object)) {
      return ByRules.notFollowed(what, beyond(property), "");
    }
    var open = theory.openFacts(closure, property);
    if (open.filter(facts -> facts.size() <= MAX_PAIRS).isPresent()) {
      return decide(property, open.get(), deadline);
    }
    var individuals = theory.individuals();
    if ((long) individuals.size() * individuals.size() > MAX_PAIRS) {
      return ByRules.notFollowed(
          what, beyond(property), ", and there are too many pairs to decide one by one");
    }
    var known = closure.namedFacts().collect(Collectors.toSet());
    var facts = new ArrayList<OWLAxiom>();
    for (var subject : individuals) {
      for (var value : individuals) {
        var fact = theory.factory().getOWLObjectPropertyAssertionAxiom(object, subject, value);
        if (!known.contains(fact)) {
          facts.add(fact);
        }
      }
    }
    return decide(property, facts, deadline);
  }

  @Override
  public Decision same(Deadline deadline) {
    var beyond = theory.beyondRules(closure);
    if (beyond.isEmpty()) {
      return Decision.rules(Guarantee.SOUND_AND_COMPLETE);
    }
    var individuals = List.copyOf(theory.individuals());
    if ((long) individuals.size() * individuals.size() > MAX_PAIRS) {
      return ByRules.notFollowed("equalities", beyond.get(), "");
    }
    var known = closure.namedFacts().collect(Collectors.toSet());
    var facts = new ArrayList<>(Facts.equalities(individuals, theory.factory()));
    facts.removeIf(known::contains);
    return decide(null, facts, deadline);
  }

  private Decision decide(OWLEntity about, List<? extends OWLAxiom> candidates, Deadline deadline) {
    var axioms = theory.axiomsFor(about == null ? Set.of() : Set.of(about));
    List<OWLAxiom> open = models.open(candidates, Optional::of, deadline);
    var answer =
        Candidates.<OWLAxiom>decide(
                axioms,
                open,
                fact -> Stream.of(Candidates.negation(fact, theory.factory())),
                refuter,
                deadline)
            .among(candidates.size());
    found.accept(Facts.triples(answer.entailed()));
    return Decision.refutation(
        answer,
        Optional.ofNullable(about)
            .map(entity -> "candidates for " + entity.getIRI().getShortForm())
            .orElse("candidates"));
  }
}
