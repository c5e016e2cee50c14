// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLDataProperty;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLObjectProperty;
import org.semanticweb.owlapi.model.OWLObjectPropertyExpression;

/**
 * Numbers of names. Role {@code 2n} is object property n, {@code 2n + 1} its inverse. A predicate
 * is a class or a sign that an expression holds.
 */
final class Names {
  /** The role that relates nothing. */
  static final int NOTHING = -1;

  private final Map<OWLClass, Integer> predicates = new HashMap<>();
  private final List<OWLClass> classes = new ArrayList<>();
  private final Map<OWLObjectProperty, Integer> roles = new HashMap<>();
  private final List<OWLObjectProperty> properties = new ArrayList<>();
  private final Map<OWLDataProperty, Integer> dataProperties = new HashMap<>();
  private final List<OWLDataProperty> attributes = new ArrayList<>();
  private final Map<OWLIndividual, Integer> nodes = new HashMap<>();
  private final List<OWLIndividual> individuals = new ArrayList<>();
  private final Ranges ranges = new Ranges();

  Ranges ranges() {
    return ranges;
  }

  int predicate(OWLClass named) {
    return predicates.computeIfAbsent(
        named,
        key -> {
          classes.add(key);
          return classes.size() - 1;
        });
  }

  /** A predicate without a name. */
  int sign() {
    classes.add(null);
    return classes.size() - 1;
  }

  int predicateCount() {
    return classes.size();
  }

  /** The class of a predicate; null where it is only a sign. */
  OWLClass classOf(int predicate) {
    return classes.get(predicate);
  }

  int role(OWLObjectPropertyExpression expression) {
    var named = expression.getNamedProperty();
    if (named.isOWLBottomObjectProperty()) {
      return NOTHING;
    } else if (named.isOWLTopObjectProperty()) {
      throw new Unsupported("the universal property");
    }
    int number =
        roles.computeIfAbsent(
            named,
            key -> {
              properties.add(key);
              return properties.size() - 1;
            });
    return 2 * number + (expression.isAnonymous() ? 1 : 0);
  }

  /** A role without a name. */
  int sideRole() {
    properties.add(null);
    return 2 * (properties.size() - 1);
  }

  int propertyCount() {
    return properties.size();
  }

  /** The property of a number; null for a role without a name. */
  OWLObjectProperty property(int number) {
    return properties.get(number);
  }

  int dataProperty(OWLDataProperty named) {
    if (named.isOWLBottomDataProperty()) {
      return NOTHING;
    } else if (named.isOWLTopDataProperty()) {
      throw new Unsupported("the universal data property");
    }
    return dataProperties.computeIfAbsent(
        named,
        key -> {
          attributes.add(key);
          return attributes.size() - 1;
        });
  }

  int dataPropertyCount() {
    return attributes.size();
  }

  OWLDataProperty attribute(int number) {
    return attributes.get(number);
  }

  int node(OWLIndividual individual) {
    return nodes.computeIfAbsent(
        individual,
        key -> {
          individuals.add(key);
          return individuals.size() - 1;
        });
  }

  /** Whether an individual has a number. */
  boolean knows(OWLIndividual individual) {
    return nodes.containsKey(individual);
  }

  List<OWLIndividual> individuals() {
    return individuals;
  }
}
