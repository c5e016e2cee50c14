// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** What a query wants to know all of; the entailments say how completely they can tell. */
public sealed interface Demand {
  /**
   * The instances of a class.
   *
   * @param name IRI of the class
   */
  record Instances(Node name) implements Demand {}

  /**
   * The pairs that a property relates.
   *
   * @param name IRI of the property
   */
  record Values(Node name) implements Demand {}

  /**
   * Pairs of a class or property and one that includes it.
   *
   * @param relation rdfs:subClassOf, owl:equivalentClass, rdfs:subPropertyOf or
   *     owl:equivalentProperty
   * @param sub the included one, or {@link Node#ANY}
   * @param sup the including one, or {@link Node#ANY}
   */
  record Inclusion(Node relation, Node sub, Node sup) implements Demand {}

  /** Pairs of individuals that are the same. */
  record Same() implements Demand {}

  /** The classes of individuals, whichever. */
  record AllTypes() implements Demand {}

  /**
   * The ways to put names and literals for variables so that an axiom follows.
   *
   * @param root the triple that makes it an axiom
   * @param syntax the triples of the expressions in it, each a blank node, and declarations of its
   *     variables
   * @param among the names that variables may stand for, where the query leaves them no others
   */
  record Axiom(Triple root, Set<Triple> syntax, Map<Node, Set<Node>> among) implements Demand {
    public Axiom {
      syntax = Set.copyOf(syntax);
      among = Map.copyOf(among);
    }

    /** An axiom whose variables may stand for any name. */
    public Axiom(Triple root, Set<Triple> syntax) {
      this(root, syntax, Map.of());
    }

    /** Whether a variable may stand for a term. */
    boolean allows(Node variable, Node term) {
      return !among.containsKey(variable) || among.get(variable).contains(term);
    }

    /** All its triples. */
    public Stream<Triple> triples() {
      return Stream.concat(Stream.of(root), syntax.stream());
    }

    /** Its variables, in a fixed order. */
    public List<Node> variables() {
      return triples()
          .flatMap(t -> Stream.of(t.getSubject(), t.getPredicate(), t.getObject()))
          .filter(Node::isVariable)
          .distinct()
          .sorted(Comparator.comparing(Node::getName))
          .toList();
    }
  }

  /** All triples. */
  record Everything() implements Demand {}

  /**
   * Triples of the language itself that are only looked up, such as disjointness.
   *
   * @param predicate the predicate, or a class of the OWL vocabulary
   */
  record Asserted(Node predicate) implements Demand {}
}
