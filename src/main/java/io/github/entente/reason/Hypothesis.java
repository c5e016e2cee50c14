// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.reason.dl.OwlBridge;
import io.github.entente.reason.dl.Theory;
import io.github.entente.reason.rules.Closure;
import io.github.entente.reason.rules.Program;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLObjectProperty;
import org.semanticweb.owlapi.model.OWLObjectPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLObjectPropertyExpression;

/**
 * What would follow if open rosters had more rows like those they have: one for each party that
 * stands in any row. A row is an individual that refers to the roster; its other references are its
 * parties. What would not follow even then does not depend on the rosters. Of a roster without any
 * row it is not known what its rows would be like: then everything may depend on it.
 */
final class Hypothesis {
  private static final String ROW = "urn:x-entente:row:";

  private final Set<OWLAxiom> added;
  private final boolean blind;

  private Hypothesis(Set<OWLAxiom> added, boolean blind) {
    this.added = added;
    this.blind = blind;
  }

  /** The facts that the rules derive with the rows and do not without. */
  static Hypothesis of(Theory theory, Closure closure, Collection<Node> rosters) {
    var index = new Index(theory.axioms());
    var axioms = new ArrayList<>(theory.axioms());
    axioms.addAll(rows(theory, index, rosters));
    var factory = theory.factory();
    var more = Closure.of(Program.of(axioms, factory), factory, () -> false).orElseThrow();
    var known = closure.namedFacts().collect(Collectors.toSet());
    return new Hypothesis(
        more.namedFacts().filter(fact -> !known.contains(fact)).collect(Collectors.toSet()),
        rosters.stream().anyMatch(roster -> !index.refersTo(theory, roster)));
  }

  /** Whether a class would have further instances. */
  boolean adds(OWLClass named) {
    return blind
        || added.stream()
            .anyMatch(
                fact ->
                    fact instanceof OWLClassAssertionAxiom type
                        && type.getClassExpression().equals(named));
  }

  /**
   * Whether a property would relate further pairs.
   *
   * @param values the only values of interest; empty for any
   */
  boolean adds(OWLObjectProperty property, Set<Node> values) {
    return blind
        || added.stream()
            .anyMatch(
                fact ->
                    fact instanceof OWLObjectPropertyAssertionAxiom pair
                        && pair.getProperty().equals(property)
                        && (values.isEmpty() || values.contains(OwlBridge.node(pair.getObject()))));
  }

  private static List<OWLAxiom> rows(Theory theory, Index index, Collection<Node> rosters) {
    var factory = theory.factory();
    var rows = new ArrayList<OWLAxiom>();
    for (var roster : rosters) {
      var framework = factory.getOWLNamedIndividual(OwlBridge.iri(roster));
      for (var reference : index.referring.getOrDefault(framework, Map.of()).entrySet()) {
        var types = new LinkedHashSet<OWLClassExpression>();
        var links = new LinkedHashSet<OWLObjectPropertyExpression>();
        for (var row : reference.getValue()) {
          types.addAll(index.types.getOrDefault(row, Set.of()));
          links.addAll(index.references.getOrDefault(row, Set.of()));
        }
        links.remove(reference.getKey());
        for (var link : links) {
          for (var party : index.values.get(link)) {
            var row = factory.getOWLNamedIndividual(IRI.create(ROW + rows.size()));
            rows.add(
                factory.getOWLObjectPropertyAssertionAxiom(reference.getKey(), row, framework));
            rows.add(factory.getOWLObjectPropertyAssertionAxiom(link, row, party));
            types.forEach(type -> rows.add(factory.getOWLClassAssertionAxiom(type, row)));
          }
        }
      }
    }
    return rows;
  }

  /** The assertions by what they are about. */
  private static final class Index {
    private final Map<OWLIndividual, Map<OWLObjectPropertyExpression, Set<OWLIndividual>>>
        referring = new HashMap<>();
    private final Map<OWLIndividual, Set<OWLObjectPropertyExpression>> references = new HashMap<>();
    private final Map<OWLObjectPropertyExpression, Set<OWLIndividual>> values = new HashMap<>();
    private final Map<OWLIndividual, Set<OWLClassExpression>> types = new HashMap<>();

    boolean refersTo(Theory theory, Node roster) {
      return referring.containsKey(theory.factory().getOWLNamedIndividual(OwlBridge.iri(roster)));
    }

    Index(Collection<OWLAxiom> axioms) {
      for (var axiom : axioms) {
        if (axiom instanceof OWLObjectPropertyAssertionAxiom pair) {
          referring
              .computeIfAbsent(pair.getObject(), k -> new HashMap<>())
              .computeIfAbsent(pair.getProperty(), k -> new HashSet<>())
              .add(pair.getSubject());
          references
              .computeIfAbsent(pair.getSubject(), k -> new HashSet<>())
              .add(pair.getProperty());
          values.computeIfAbsent(pair.getProperty(), k -> new HashSet<>()).add(pair.getObject());
        } else if (axiom instanceof OWLClassAssertionAxiom type) {
          types
              .computeIfAbsent(type.getIndividual(), k -> new HashSet<>())
              .add(type.getClassExpression());
        }
      }
    }
  }
}
