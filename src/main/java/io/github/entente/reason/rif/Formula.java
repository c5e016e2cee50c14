// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rif;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * What a condition or a conclusion says. Terms are constants and variables only: a function within
 * a term is a {@link Builtin} beside it, whose result the term has in its place.
 */
public sealed interface Formula {
  /** A slot of a frame, or a membership: a triple, whose subject may be a literal. */
  record Fact(Node subject, Node predicate, Node object) implements Formula {}

  /** A predicate of positional arguments, which no triple stands for. */
  record Atom(Node predicate, List<Node> arguments) implements Formula {}

  /** Two terms that denote the same. */
  record Equal(Node left, Node right) implements Formula {}

  /**
   * A predicate or function of RIF's own.
   *
   * @param name its IRI
   * @param result what a function's value is called; empty for a predicate
   */
  record Builtin(String name, List<Node> arguments, Optional<Node> result) implements Formula {}

  /** All of them. */
  record And(List<Formula> parts) implements Formula {}

  /** One of them at least. */
  record Or(List<Formula> parts) implements Formula {}

  /** Whether it is looked up, and so gives its variables values. */
  default boolean binds() {
    return this instanceof Fact || this instanceof Atom;
  }

  /** The variables in it. */
  default Set<Node> variables() {
    Stream<Node> nodes;
    if (this instanceof Fact fact) {
      nodes = Stream.of(fact.subject(), fact.predicate(), fact.object());
    } else if (this instanceof Atom atom) {
      nodes = atom.arguments().stream();
    } else if (this instanceof Equal equal) {
      nodes = Stream.of(equal.left(), equal.right());
    } else if (this instanceof Builtin builtin) {
      nodes = Stream.concat(builtin.arguments().stream(), builtin.result().stream());
    } else {
      var parts = this instanceof And and ? and.parts() : ((Or) this).parts();
      nodes = parts.stream().flatMap(part -> part.variables().stream());
    }
    return nodes.filter(Node::isVariable).collect(Collectors.toSet());
  }
}
