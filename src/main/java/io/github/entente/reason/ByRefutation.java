// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.model.Deadline;
import io.github.entente.model.Guarantee;
import io.github.entente.reason.dl.AxiomPattern;
import io.github.entente.reason.dl.OwlBridge;
import io.github.entente.reason.dl.Refuter;
import io.github.entente.reason.dl.Theory;
import io.github.entente.reason.rules.Closure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLDataProperty;
import org.semanticweb.owlapi.model.OWLDataPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLEntity;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLLiteral;
import org.semanticweb.owlapi.model.OWLObject;
import org.semanticweb.owlapi.model.OWLObjectProperty;
import org.semanticweb.owlapi.model.OWLProperty;

/**
 * Every fact that is not stated is a candidate, and each is decided by the consistency of the
 * axioms and its negation on a new reasoner. The closure only tells in which order to try: what it
 * has one by one, all else at once. So what rules or models get wrong cannot make an answer wrong.
 *
 * @param found takes what follows
 */
record ByRefutation(
    Theory theory,
    Closure closure,
    Refuter refuter,
    Hierarchy hierarchy,
    Consumer<Collection<Triple>> found)
    implements Ways {
  private static final int MOST = 400_000;
  private static final IRI WITHOUT = IRI.create("urn:x-entente:without");
  private static final IRI VALUE = IRI.create("urn:x-entente:value");

  @Override
  public Hierarchy.Answer inclusions(Demand.Inclusion demand, Deadline deadline) {
    return hierarchy.inclusions(demand, deadline);
  }

  @Override
  public Decision instances(OWLClass named, Deadline deadline) {
    var individuals = theory.individuals();
    if (named.isOWLThing()) {
      found.accept(
          individuals.stream()
              .map(OwlBridge::node)
              .map(node -> Triple.create(node, RDF.type.asNode(), OwlBridge.node(named.getIRI())))
              .toList());
      return nothingRefuted(Guarantee.SOUND_AND_COMPLETE);
    }
    var facts =
        individuals.stream()
            .<OWLAxiom>map(one -> theory.factory().getOWLClassAssertionAxiom(named, one))
            .toList();
    return decide(
        Set.of(named), facts, "candidates for " + named.getIRI().getShortForm(), deadline);
  }

  /**
   * First it is asked at once of all subjects of which no value is known whether they have any that
   * has a name; then of the others each value.
   */
  @Override
  public Decision values(OWLProperty property, Deadline deadline) {
    String what = "candidates for " + property.getIRI().getShortForm();
    var known = new HashSet<OWLIndividual>();
    var values = valuesOf(property, known);
    if (values.isEmpty()) {
      return decide(Set.of(), List.of(), what, deadline);
    }
    var axioms = new ArrayList<>(theory.axiomsFor(Set.of((OWLEntity) property)));
    axioms.addAll(withoutValue(property, values));
    var others = theory.individuals();
    others.removeAll(known);
    var without = theory.factory().getOWLClass(WITHOUT);
    var answer =
        Candidates.<OWLIndividual>decide(
            axioms,
            List.copyOf(others),
            one -> Stream.of(theory.factory().getOWLClassAssertionAxiom(without, one)),
            refuter,
            deadline);
    var none = decision(answer, what);
    known.addAll(answer.entailed());
    if ((long) known.size() * values.size() > MOST) {
      return none.and(tooMany("values of " + property.getIRI().getShortForm()));
    }
    var facts = new ArrayList<OWLAxiom>();
    known.forEach(one -> values.forEach(value -> facts.add(fact(property, one, value))));
    return none.and(decide(Set.of((OWLEntity) property), facts, what, deadline));
  }

  private OWLAxiom fact(OWLProperty property, OWLIndividual one, OWLObject value) {
    return property instanceof OWLObjectProperty object
        ? theory.factory().getOWLObjectPropertyAssertionAxiom(object, one, (OWLIndividual) value)
        : theory
            .factory()
            .getOWLDataPropertyAssertionAxiom((OWLDataProperty) property, one, (OWLLiteral) value);
  }

  /** What can be a value; and to a set, the individuals that are likely to have one. */
  private List<? extends OWLObject> valuesOf(OWLProperty property, Set<OWLIndividual> known) {
    if (property instanceof OWLObjectProperty object) {
      closure.pairs(object, (one, other) -> known.add(one));
      known.retainAll(theory.individuals());
      return List.copyOf(theory.individuals());
    }
    for (var axiom : theory.axioms()) {
      if (axiom instanceof OWLDataPropertyAssertionAxiom value) {
        known.add(value.getSubject());
      }
    }
    return AxiomPattern.literals(theory.axioms());
  }

  /** What makes an instance of a new class be without a value, among the given ones. */
  private List<OWLAxiom> withoutValue(OWLProperty property, List<? extends OWLObject> values) {
    var factory = theory.factory();
    var without = factory.getOWLClass(WITHOUT);
    var axioms = new ArrayList<OWLAxiom>();
    if (property instanceof OWLObjectProperty object) {
      var value = factory.getOWLClass(VALUE);
      values.forEach(
          one -> axioms.add(factory.getOWLClassAssertionAxiom(value, (OWLIndividual) one)));
      axioms.add(
          factory.getOWLSubClassOfAxiom(
              without, factory.getOWLObjectAllValuesFrom(object, value.getObjectComplementOf())));
      return axioms;
    }
    var literals = factory.getOWLDataOneOf(values.stream().map(OWLLiteral.class::cast).toList());
    axioms.add(
        factory.getOWLSubClassOfAxiom(
            without,
            factory.getOWLDataAllValuesFrom(
                (OWLDataProperty) property, factory.getOWLDataComplementOf(literals))));
    return axioms;
  }

  @Override
  public Decision same(Deadline deadline) {
    var individuals = List.copyOf(theory.individuals());
    if ((long) individuals.size() * individuals.size() / 2 > MOST) {
      return tooMany("equalities");
    }
    var facts = Facts.equalities(individuals, theory.factory());
    return decide(Set.of(), facts, "candidates for owl:sameAs", deadline);
  }

  private static Decision tooMany(String what) {
    return nothingRefuted(
        Guarantee.incomplete(
            what + " may be missing: there are too many candidates to refute them"));
  }

  private static Decision nothingRefuted(Guarantee guarantee) {
    return new Decision(Decision.Means.REFUTATION, 0, 0, 0, 0, guarantee);
  }

  private Decision decide(
      Set<OWLEntity> about, List<OWLAxiom> facts, String what, Deadline deadline) {
    var stated = theory.axioms();
    var candidates = facts.stream().filter(fact -> !stated.contains(fact)).toList();
    // A stated equality holds both ways.
    found.accept(Facts.triples(facts.stream().filter(stated::contains).toList()));
    var answer =
        Candidates.<OWLAxiom>decide(
            theory.axiomsFor(about),
            candidates,
            closure::has,
            fact -> Stream.of(Candidates.negation(fact, theory.factory())),
            refuter,
            deadline);
    found.accept(Facts.triples(answer.entailed()));
    return decision(answer, what);
  }

  private static Decision decision(Candidates<?> answer, String what) {
    var decision = Decision.refutation(answer, what);
    return new Decision(
        Decision.Means.REFUTATION,
        decision.candidates(),
        0,
        decision.entailed(),
        decision.checks(),
        decision.guarantee());
  }
}
