// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLDataProperty;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLLiteral;
import org.semanticweb.owlapi.model.OWLObjectProperty;

/**
 * An interpretation whose object domain is finite: the elements 0 to n - 1. Its data domain is that
 * of the OWL 2 datatype map, so that a data property relates an element to literals, which stand
 * for their values. A class or property that nothing is said about is empty; the four universal and
 * empty entities are what they must be. Whether it satisfies axioms, {@link Evaluator} says.
 * Immutable; safe for use by many threads. Room: linear in what is true, equal rows of a property
 * counted once.
 *
 * @see <a href="https://www.w3.org/TR/owl2-direct-semantics/#Interpretations">OWL 2 Direct
 *     Semantics, 2.2: Interpretations</a>
 */
public final class Model {
  private final int size;
  private final Map<OWLIndividual, Integer> elements;
  private final Map<OWLClass, BitSet> classes;
  private final Map<OWLObjectProperty, Relation> relations;
  private final Map<OWLDataProperty, Map<Integer, Set<OWLLiteral>>> values;

  private Model(Builder built) {
    this.size = built.size;
    this.elements = Collections.unmodifiableMap(new LinkedHashMap<>(built.elements));
    this.classes = new LinkedHashMap<>();
    built.classes.forEach((name, set) -> classes.put(name, (BitSet) set.clone()));
    this.relations = new LinkedHashMap<>();
    built.pairs.forEach((name, pairs) -> relations.put(name, pairs.relation(size)));
    this.values = new LinkedHashMap<>();
    built.values.forEach(
        (name, byElement) -> {
          var copy = new LinkedHashMap<Integer, Set<OWLLiteral>>();
          byElement.forEach(
              (element, literals) ->
                  copy.put(element, Collections.unmodifiableSet(new LinkedHashSet<>(literals))));
          values.put(name, Collections.unmodifiableMap(copy));
        });
  }

  /**
   * Begins an interpretation.
   *
   * @param size number of elements, at least 1: a domain is never empty
   * @throws IllegalArgumentException where it is less
   */
  public static Builder builder(int size) {
    return new Builder(size);
  }

  /** Number of elements. */
  public int size() {
    return size;
  }

  /** What each individual stands for. */
  public Map<OWLIndividual, Integer> individuals() {
    return elements;
  }

  /** The element that an individual stands for; empty where the interpretation lacks it. */
  public Optional<Integer> element(OWLIndividual individual) {
    return Optional.ofNullable(elements.get(individual));
  }

  /** The classes that something is said about. */
  public Set<OWLClass> classes() {
    return Collections.unmodifiableSet(classes.keySet());
  }

  /** The object properties that something is said about. */
  public Set<OWLObjectProperty> objectProperties() {
    return Collections.unmodifiableSet(relations.keySet());
  }

  /** The data properties that something is said about. */
  public Set<OWLDataProperty> dataProperties() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /** The elements of a class, as a set of the caller's own. */
  public BitSet instances(OWLClass name) {
    return (BitSet) extension(name).clone();
  }

  /** The elements of a class; the caller leaves the set as it is. */
  BitSet extension(OWLClass name) {
    if (name.isOWLThing()) {
      var all = new BitSet(size);
      all.set(0, size);
      return all;
    }
    return name.isOWLNothing() ? new BitSet() : classes.getOrDefault(name, new BitSet());
  }

  /** The pairs of an object property. */
  public Relation relation(OWLObjectProperty name) {
    if (name.isOWLTopObjectProperty()) {
      return Relation.universal(size);
    }
    var relation = name.isOWLBottomObjectProperty() ? null : relations.get(name);
    return relation == null ? Relation.empty(size) : relation;
  }

  /** The literals that a data property relates elements to; elements without any are left out. */
  public Map<Integer, Set<OWLLiteral>> values(OWLDataProperty name) {
    return name.isOWLBottomDataProperty() ? Map.of() : values.getOrDefault(name, Map.of());
  }

  /** An interpretation in the making. For use by one thread. */
  public static final class Builder {
    private final int size;
    private final Map<OWLIndividual, Integer> elements = new LinkedHashMap<>();
    private final Map<OWLClass, BitSet> classes = new LinkedHashMap<>();
    private final Map<OWLObjectProperty, Relation.Pairs> pairs = new LinkedHashMap<>();
    private final Map<OWLDataProperty, Map<Integer, Set<OWLLiteral>>> values =
        new LinkedHashMap<>();

    private Builder(int size) {
      if (size < 1) {
        throw new IllegalArgumentException("a domain has at least one element, not " + size);
      }
      this.size = size;
    }

    private int checked(int element) {
      if (element < 0 || element >= size) {
        throw new IllegalArgumentException("no element " + element + " among " + size);
      }
      return element;
    }

    /** Lets an individual stand for an element. */
    public Builder name(OWLIndividual individual, int element) {
      elements.put(individual, checked(element));
      return this;
    }

    /** Puts an element into a class. */
    public Builder instance(OWLClass name, int element) {
      classes.computeIfAbsent(name, k -> new BitSet(size)).set(checked(element));
      return this;
    }

    /** Relates two elements. */
    public Builder edge(OWLObjectProperty name, int from, int to) {
      pairs.computeIfAbsent(name, k -> new Relation.Pairs()).add(checked(from), checked(to));
      return this;
    }

    /**
     * Relates an element to many at once, in place of an earlier call for the same element; one
     * array may serve many elements, as in an equivalence relation.
     *
     * @param to ascending, without duplicates, never changed afterwards
     */
    public Builder row(OWLObjectProperty name, int from, int[] to) {
      for (int i = 0; i < to.length; i += Math.max(1, to.length - 1)) {
        checked(to[i]);
      }
      pairs.computeIfAbsent(name, k -> new Relation.Pairs()).row(checked(from), to);
      return this;
    }

    /** Relates an element to the value of a literal. */
    public Builder value(OWLDataProperty name, int element, OWLLiteral literal) {
      values
          .computeIfAbsent(name, k -> new HashMap<>())
          .computeIfAbsent(checked(element), k -> new LinkedHashSet<>())
          .add(literal);
      return this;
    }

    /** The interpretation as it is now. */
    public Model build() {
      return new Model(this);
    }
  }

  @Override
  public String toString() {
    long edges = relations.values().stream().mapToLong(Relation::size).sum();
    long types = classes.values().stream().mapToLong(BitSet::cardinality).sum();
    return size + " elements, " + types + " types, " + edges + " pairs";
  }
}
