// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.certificate.Model;
import io.github.entente.reason.dl.Theory;
import io.github.entente.reason.models.Models;
import io.github.entente.reason.rules.Closure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLDataProperty;
import org.semanticweb.owlapi.model.OWLEntity;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLObjectProperty;

/**
 * What lies between a closure and the models so far: facts of a name that hold in each of these and
 * that the rules do not derive. Nothing else can follow. Linear in the facts of the name in a
 * model.
 */
final class Gap {
  private final Theory theory;
  private final Closure closure;
  private final List<OWLIndividual> individuals;
  private final Map<OWLIndividual, Integer> numbers = new HashMap<>();

  Gap(Theory theory, Closure closure) {
    this.theory = theory;
    this.closure = closure;
    this.individuals = List.copyOf(theory.individuals());
    for (int i = 0; i < individuals.size(); i++) {
      numbers.put(individuals.get(i), i);
    }
  }

  /** How many facts of a name could be, as candidates are counted. */
  long possible(OWLEntity name) {
    long all = individuals.size();
    return name instanceof OWLClass ? all : all * all;
  }

  /**
   * The facts of a class or property.
   *
   * @param models at least one model
   */
  List<OWLAxiom> of(OWLEntity name, Models models) {
    var accepted = models.accepted();
    var facts = new ArrayList<OWLAxiom>();
    if (name instanceof OWLClass named) {
      types(named, accepted.get(0), facts);
    } else if (name instanceof OWLObjectProperty property) {
      pairs(property, accepted, facts);
    } else {
      values((OWLDataProperty) name, accepted.get(0), facts);
    }
    return models.undenied(facts);
  }

  private void types(OWLClass named, Model model, List<OWLAxiom> facts) {
    var members = model.instances(named);
    var known = closure.instances(named);
    for (var one : individuals) {
      if (members.get(model.element(one).orElseThrow()) && !known.contains(one)) {
        facts.add(theory.factory().getOWLClassAssertionAxiom(named, one));
      }
    }
  }

  private void pairs(OWLObjectProperty property, List<Model> models, List<OWLAxiom> facts) {
    var known = known(property);
    var model = models.get(0);
    var standing = standing(model);
    var relation = model.relation(property);
    for (int subject = 0; subject < individuals.size(); subject++) {
      int number = subject;
      var one = individuals.get(subject);
      relation
          .from(model.element(one).orElseThrow())
          .forEach(
              element -> {
                for (int value : standing.get(element)) {
                  if (!known.test(number, value)
                      && everywhere(property, one, individuals.get(value), models)) {
                    facts.add(
                        theory
                            .factory()
                            .getOWLObjectPropertyAssertionAxiom(
                                property, one, individuals.get(value)));
                  }
                }
              });
    }
  }

  /** Whether the closure has a pair, by the numbers of its individuals here. */
  private IntPair known(OWLObjectProperty property) {
    var classes = closure.classes(property);
    if (classes.isPresent()) {
      var classOf = new int[individuals.size()];
      for (int i = 0; i < classes.get().size(); i++) {
        for (int member : classes.get().get(i)) {
          classOf[numbers.get(closure.term(member))] = i + 1;
        }
      }
      return (one, other) -> classOf[one] > 0 && classOf[one] == classOf[other];
    }
    var pairs = pairs(property);
    return (one, other) -> Arrays.binarySearch(pairs, key(one, other)) >= 0;
  }

  private interface IntPair {
    boolean test(int one, int other);
  }

  /** The pairs that the closure has, in order: rows of bits would be as long as there is much. */
  private long[] pairs(OWLObjectProperty property) {
    var pairs = LongStream.builder();
    closure.pairs(
        property,
        (one, other) -> {
          int subject = numbers.getOrDefault(one, -1);
          int value = numbers.getOrDefault(other, -1);
          if (subject >= 0 && value >= 0) {
            pairs.add(key(subject, value));
          }
        });
    return pairs.build().sorted().toArray();
  }

  private static long key(int subject, int value) {
    return (long) subject << Integer.SIZE | value;
  }

  private static boolean everywhere(
      OWLObjectProperty property, OWLIndividual one, OWLIndividual other, List<Model> models) {
    return models.stream()
        .skip(1)
        .allMatch(
            model ->
                model
                    .relation(property)
                    .contains(
                        model.element(one).orElseThrow(), model.element(other).orElseThrow()));
  }

  /** Numbers of the individuals that stand for each element. */
  private List<int[]> standing(Model model) {
    var standing = new ArrayList<int[]>(Collections.nCopies(model.size(), new int[0]));
    for (int i = 0; i < individuals.size(); i++) {
      int element = model.element(individuals.get(i)).orElseThrow();
      var before = standing.get(element);
      var with = Arrays.copyOf(before, before.length + 1);
      with[before.length] = i;
      standing.set(element, with);
    }
    return standing;
  }

  private void values(OWLDataProperty property, Model model, List<OWLAxiom> facts) {
    var values = model.values(property);
    for (var one : individuals) {
      var here = values.get(model.element(one).orElseThrow());
      if (here != null) {
        for (var literal : here) {
          var fact = theory.factory().getOWLDataPropertyAssertionAxiom(property, one, literal);
          if (!closure.has(fact)) {
            facts.add(fact);
          }
        }
      }
    }
  }
}
