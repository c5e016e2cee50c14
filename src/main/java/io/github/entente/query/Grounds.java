// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.Viewpoint;
import io.github.entente.reason.Demand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What a row rests on: the ways in which the query's pattern comes to it, each with its parts.
 *
 * @param ways the ways found, in the order of evaluation; empty where none could be retraced
 * @param more whether there are more than were asked for
 */
public record Grounds(List<Way> ways, boolean more) {
  /** Nothing could be retraced. */
  public static final Grounds NONE = new Grounds(List.of(), false);

  public Grounds {
    ways = List.copyOf(ways);
  }

  /**
   * One solution of the pattern.
   *
   * @param parts what took part in it, in the order in which it is written
   */
  public record Way(List<Part> parts) {
    public Way {
      parts = List.copyOf(parts);
    }
  }

  /** What is absent, and what the query says about its absence. */
  public enum Absence {
    /** An optional part that did not match. */
    OPTIONAL,
    /** A pattern that must not match. */
    NOT_EXISTS,
    /** A pattern whose solutions are taken away. */
    MINUS
  }

  /** A part of a solution. */
  public sealed interface Part {}

  /**
   * Where a triple was matched.
   *
   * @param name the graph's name; empty for the default graph
   * @param world the viewpoint whose world it is; empty for a stored graph, in which nothing
   *     follows
   */
  public record Place(Optional<Node> name, Optional<Viewpoint> world) {}

  /** A triple that a pattern matched. */
  public record Matched(Place place, Triple triple) implements Part {}

  /**
   * An axiom in the query that follows.
   *
   * @param terms what its variables stand for
   */
  public record Entailed(Place place, Demand.Axiom axiom, Map<Node, Node> terms) implements Part {
    public Entailed {
      terms = Map.copyOf(terms);
    }
  }

  /**
   * A property path, with the way along it.
   *
   * @param path the path as it is written
   * @param steps the triples along it, in order; none where both ends are the same
   */
  public record Followed(Place place, Node from, String path, Node to, List<Triple> steps)
      implements Part {
    public Followed {
      steps = List.copyOf(steps);
    }
  }

  /** A condition that held, or a value that was computed; as it is written, with values put in. */
  public record Held(String condition) implements Part {}

  /**
   * The branch of alternatives that was taken.
   *
   * @param number its place among them, from 1
   * @param of how many there are
   */
  public record Branch(int number, int of) implements Part {}

  /** A pattern that matched nothing. */
  public record Missing(Absence kind, String pattern) implements Part {}

  /**
   * Solutions taken together by aggregates.
   *
   * @param keys the terms by which they are grouped
   * @param rows how many there are
   * @param shown some of them
   */
  public record Gathered(Map<String, Node> keys, long rows, List<Way> shown) implements Part {
    public Gathered {
      shown = List.copyOf(shown);
    }
  }

  /** A part that cannot be looked into, as it is written. */
  public record Opaque(String pattern) implements Part {}
}
