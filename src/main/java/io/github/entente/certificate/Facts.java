// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.semanticweb.owlapi.model.OWLDataPropertyExpression;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLObjectProperty;
import org.semanticweb.owlapi.model.OWLObjectPropertyExpression;

/** A set of facts, looked up by what they are about. For use by one thread while it grows. */
final class Facts {
  private record From(Object by, OWLIndividual individual) {}

  private final Set<Fact> all = new LinkedHashSet<>();
  private final Map<From, Set<OWLIndividual>> forward = new HashMap<>();
  private final Map<From, Set<OWLIndividual>> backward = new HashMap<>();
  private final Map<From, Set<Value>> values = new HashMap<>();
  private final Map<OWLIndividual, Set<OWLIndividual>> same = new HashMap<>();
  private final Set<OWLIndividual> individuals = new LinkedHashSet<>();

  static Facts of(Collection<? extends Fact> facts) {
    var result = new Facts();
    facts.forEach(result::add);
    return result;
  }

  void add(Fact fact) {
    if (!all.add(fact)) {
      return;
    }
    fact.individuals().forEach(individuals::add);
    if (fact instanceof Fact.Edge edge) {
      put(forward, new From(edge.by(), edge.from()), edge.to());
      put(backward, new From(edge.by(), edge.to()), edge.from());
    } else if (fact instanceof Fact.Datum datum) {
      put(values, new From(datum.by(), datum.from()), datum.value());
    } else if (fact instanceof Fact.Same pair) {
      put(same, pair.one(), pair.other());
      put(same, pair.other(), pair.one());
    }
  }

  private static <K, V> void put(Map<K, Set<V>> map, K key, V value) {
    map.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(value);
  }

  Set<Fact> all() {
    return all;
  }

  Set<OWLIndividual> individuals() {
    return individuals;
  }

  boolean has(Fact fact) {
    return all.contains(fact);
  }

  /** The individuals that one is related to. */
  Set<OWLIndividual> from(OWLObjectPropertyExpression property, OWLIndividual individual) {
    OWLObjectProperty named = property.getNamedProperty();
    return (property.isAnonymous() ? backward : forward)
        .getOrDefault(new From(named, individual), Set.of());
  }

  boolean related(OWLObjectPropertyExpression property, OWLIndividual one, OWLIndividual other) {
    return from(property, one).contains(other);
  }

  Set<Value> values(OWLDataPropertyExpression property, OWLIndividual individual) {
    return values.getOrDefault(new From(property.asOWLDataProperty(), individual), Set.of());
  }

  /** The individuals that are said to be one with another. */
  Set<OWLIndividual> same(OWLIndividual individual) {
    return same.getOrDefault(individual, Set.of());
  }

  /** These and one more, as facts of their own. */
  Facts and(Fact fact) {
    var more = new HashSet<>(all);
    more.add(fact);
    return of(more);
  }
}
