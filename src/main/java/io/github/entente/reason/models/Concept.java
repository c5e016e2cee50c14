// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.models;

import java.util.List;

/**
 * A class expression in negation normal form, made once by {@link Concepts}: the same expression is
 * the same object.
 */
final class Concept {
  enum Kind {
    TOP,
    BOTTOM,
    ATOM,
    NOT_ATOM,
    AND,
    OR,
    SOME,
    ALL,
    MIN,
    MAX,
    ONE_OF,
    NOT_ONE_OF,
    SELF,
    NOT_SELF,
    DATA_SOME,
    DATA_ALL,
    DATA_MIN,
    DATA_MAX
  }

  final int id;
  final Kind kind;

  /** Predicate, directed role or data property, as the kind has it. */
  final int symbol;

  final int count;
  final List<Concept> parts;
  final int[] nodes;
  final Range range;

  /** Whether it goes on to hold, once it does, whatever facts are added and elements merged. */
  final boolean lasting;

  /** Whether rules can recognise it: it holds because of facts, not of their absence. */
  final boolean recognisable;

  private Concept complement;

  Concept(int id, Kind kind, int symbol, int count, List<Concept> parts, int[] nodes, Range range) {
    this.id = id;
    this.kind = kind;
    this.symbol = symbol;
    this.count = count;
    this.parts = parts;
    this.nodes = nodes;
    this.range = range;
    boolean ofFacts =
        switch (kind) {
          case TOP, ATOM, AND, OR, SOME, ONE_OF, SELF, DATA_SOME -> true;
          default -> false;
        };
    this.lasting =
        (ofFacts || kind == Kind.DATA_MIN) && parts.stream().allMatch(part -> part.lasting);
    this.recognisable = ofFacts && parts.stream().allMatch(part -> part.recognisable);
  }

  Concept part() {
    return parts.get(0);
  }

  Concept complement() {
    return complement;
  }

  void complements(Concept other) {
    complement = other;
    other.complement = this;
  }
}
