// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLDataProperty;
import org.semanticweb.owlapi.model.OWLObjectPropertyExpression;
import org.semanticweb.owlapi.model.SWRLArgument;
import org.semanticweb.owlapi.model.SWRLAtom;
import org.semanticweb.owlapi.model.SWRLClassAtom;
import org.semanticweb.owlapi.model.SWRLDataPropertyAtom;
import org.semanticweb.owlapi.model.SWRLIndividualArgument;
import org.semanticweb.owlapi.model.SWRLLiteralArgument;
import org.semanticweb.owlapi.model.SWRLObjectPropertyAtom;
import org.semanticweb.owlapi.model.SWRLRule;
import org.semanticweb.owlapi.model.SWRLSameIndividualAtom;
import org.semanticweb.owlapi.model.SWRLVariable;

/**
 * A SWRL rule whose atoms are classes, properties and, in its head, equalities. Its variables stand
 * for named individuals and for literals only; all terms of a closure are such.
 *
 * @param body atoms that must hold
 * @param head atoms that all follow
 * @see <a href="https://www.w3.org/Submission/SWRL/">SWRL</a>; Motik, Sattler, Studer: Query
 *     Answering for OWL-DL with Rules (2005)
 */
record DlSafeRule(List<Part> body, List<Part> head) {
  /**
   * An atom.
   *
   * @param predicate a class expression, or a property; null for equality
   * @param first a variable's number, or an individual
   * @param second likewise, or a literal; null where the predicate is a class
   */
  record Part(Object predicate, Object first, Object second) {}

  /** Reads a rule; empty where it has atoms of other kinds, or a variable only in its head. */
  static Optional<DlSafeRule> of(SWRLRule rule) {
    var variables = new HashMap<IRI, Integer>();
    var body = new ArrayList<Part>();
    for (var atom : rule.bodyList()) {
      var part = part(atom, variables);
      if (part.isEmpty() || part.get().predicate() == null) {
        return Optional.empty();
      }
      body.add(part.get());
    }
    int bound = variables.size();
    var head = new ArrayList<Part>();
    for (var atom : rule.headList()) {
      var part = part(atom, variables);
      if (part.isEmpty() || variables.size() > bound) {
        return Optional.empty();
      }
      head.add(part.get());
    }
    return Optional.of(new DlSafeRule(List.copyOf(body), List.copyOf(head)));
  }

  private static Optional<Part> part(SWRLAtom atom, Map<IRI, Integer> variables) {
    if (atom instanceof SWRLClassAtom type) {
      return Optional.of(new Part(type.getPredicate(), term(type.getArgument(), variables), null));
    } else if (atom instanceof SWRLObjectPropertyAtom role) {
      return Optional.of(
          new Part(
              (OWLObjectPropertyExpression) role.getPredicate(),
              term(role.getFirstArgument(), variables),
              term(role.getSecondArgument(), variables)));
    } else if (atom instanceof SWRLDataPropertyAtom value
        && value.getPredicate() instanceof OWLDataProperty property) {
      return Optional.of(
          new Part(
              property,
              term(value.getFirstArgument(), variables),
              term(value.getSecondArgument(), variables)));
    } else if (atom instanceof SWRLSameIndividualAtom same) {
      return Optional.of(
          new Part(
              null,
              term(same.getFirstArgument(), variables),
              term(same.getSecondArgument(), variables)));
    }
    return Optional.empty();
  }

  private static Object term(SWRLArgument argument, Map<IRI, Integer> variables) {
    if (argument instanceof SWRLVariable variable) {
      return variables.computeIfAbsent(variable.getIRI(), name -> variables.size());
    } else if (argument instanceof SWRLIndividualArgument individual) {
      return individual.getIndividual();
    }
    return ((SWRLLiteralArgument) argument).getLiteral();
  }
}
