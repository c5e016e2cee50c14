// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rif;

import io.github.entente.model.Regime;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * Rules, and the regime of the graphs that they are combined with.
 *
 * @param profile {@link Regime#SIMPLE}, {@link Regime#RDF}, {@link Regime#RDFS}, {@link Regime#D},
 *     or {@link Regime#OWL_RL} for the profiles of OWL, of which the regime {@code rif} has the
 *     rules
 * @param digests of the documents
 * @see <a href="https://www.w3.org/TR/rif-rdf-owl/">RIF RDF and OWL Compatibility</a>
 */
public record Ruleset(List<Rule> rules, Regime profile, List<String> digests) {
  /** No rules. */
  public static final Ruleset NONE = new Ruleset(List.of(), Regime.SIMPLE, List.of());

  public Ruleset {
    rules = List.copyOf(rules);
    digests = List.copyOf(digests);
  }

  /**
   * Whether applying them may come to no end: a rule with a function in it is reached by what it
   * concludes. What the profile adds may connect any predicate with any other.
   */
  public boolean mayNotEnd() {
    boolean connected = profile != Regime.SIMPLE && profile != Regime.RDF;
    return rules.stream()
        .filter(Rule::makesValues)
        .anyMatch(rule -> connected || reaches(rule, rule));
  }

  private boolean reaches(Rule from, Rule to) {
    var seen = new HashSet<Rule>();
    var waiting = new ArrayDeque<>(Set.of(from));
    while (!waiting.isEmpty()) {
      var rule = waiting.remove();
      for (var next : rules) {
        if (feeds(rule, next)) {
          if (next == to) {
            return true;
          } else if (seen.add(next)) {
            waiting.add(next);
          }
        }
      }
    }
    return false;
  }

  private static boolean feeds(Rule first, Rule second) {
    return first.head().stream()
        .anyMatch(said -> second.body().stream().anyMatch(asked -> mayMatch(said, asked)));
  }

  private static boolean mayMatch(Formula said, Formula asked) {
    if (said instanceof Formula.Fact fact && asked instanceof Formula.Fact pattern) {
      return mayMatch(fact.predicate(), pattern.predicate())
          && mayMatch(fact.object(), pattern.object())
          && mayMatch(fact.subject(), pattern.subject());
    }
    return said instanceof Formula.Atom atom
        && asked instanceof Formula.Atom pattern
        && atom.predicate().equals(pattern.predicate())
        && atom.arguments().size() == pattern.arguments().size();
  }

  private static boolean mayMatch(Node said, Node asked) {
    return said.isVariable() || asked.isVariable() || said.sameValueAs(asked);
  }
}
