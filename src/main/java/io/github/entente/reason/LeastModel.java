// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.certificate.Model;
import io.github.entente.reason.rules.Closure;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLDataProperty;
import org.semanticweb.owlapi.model.OWLLiteral;
import org.semanticweb.owlapi.model.OWLObjectProperty;

/**
 * A closure as an interpretation: there is nothing but what has a name, and nothing is true but
 * what the rules derive. Where the axioms are rules it is a model, and the least of all; where they
 * are not, the check of the model says so.
 */
final class LeastModel {
  private final Closure closure;

  /** Of a term that equals an earlier one, that one; by number. */
  private final Map<Integer, Integer> representatives = new HashMap<>();

  private final Map<Integer, Integer> elements = new HashMap<>();

  private LeastModel(Closure closure) {
    this.closure = closure;
  }

  /** The interpretation of an inhabited closure; linear in it. */
  static Model of(Entailments world) {
    return new LeastModel(world.closure()).build();
  }

  private Model build() {
    closure.forEachTypeAndEquality(
        (predicate, one, other) -> {
          if (predicate == null) {
            equate(representative(one), representative(other));
          }
        });
    for (var individual : closure.individuals()) {
      elements.putIfAbsent(representative(closure.number(individual)), elements.size());
    }
    var built = Model.builder(Math.max(1, elements.size()));
    for (var individual : closure.individuals()) {
      built.name(individual, element(closure.number(individual)));
    }
    closure.forEachTypeAndEquality(
        (predicate, one, other) -> {
          if (predicate instanceof OWLClass named) {
            built.instance(named, element(one));
          }
        });
    for (var property : closure.properties()) {
      if (property instanceof OWLObjectProperty object) {
        pairs(built, object);
      } else {
        closure.forEachNamedFact(
            property,
            (predicate, one, value) ->
                built.value(
                    (OWLDataProperty) property, element(one), (OWLLiteral) closure.term(value)));
      }
    }
    return built.build();
  }

  private void pairs(Model.Builder built, OWLObjectProperty property) {
    var classes = closure.classes(property);
    if (classes.isEmpty()) {
      closure.forEachNamedFact(
          property, (predicate, one, other) -> built.edge(property, element(one), element(other)));
      return;
    }
    for (var members : classes.get()) {
      var row = Arrays.stream(members).map(this::element).sorted().distinct().toArray();
      for (int one : row) {
        built.row(property, one, row);
      }
    }
  }

  private void equate(int one, int other) {
    if (one != other) {
      representatives.put(other, one);
    }
  }

  private int representative(int term) {
    int current = term;
    while (representatives.containsKey(current)) {
      current = representatives.get(current);
    }
    return current;
  }

  private int element(int term) {
    return elements.get(representative(term));
  }
}
