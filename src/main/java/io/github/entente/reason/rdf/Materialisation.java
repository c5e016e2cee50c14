// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rdf;

import io.github.entente.model.Deadline;
import io.github.entente.model.Guarantee;
import io.github.entente.model.Outcome;
import io.github.entente.model.Regime;
import io.github.entente.reason.rif.Ruleset;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.reasoner.FGraph;
import org.apache.jena.reasoner.rulesys.GenericRuleReasoner;
import org.apache.jena.reasoner.rulesys.RETERuleInfGraph;
import org.apache.jena.reasoner.rulesys.Rule;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * All that follows from a graph under a regime whose entailments are finitely many triples: RDF,
 * RDFS, D-entailment, and the rules of OWL 2 RL.
 *
 * <p>The rules work on generalised triples, with literals as subjects and blank nodes as
 * predicates; only RDF triples are shown. Only terms of the graph and of the regime's vocabulary
 * occur in them, so that the answers are finite.
 *
 * @param graph the entailed triples, the asserted ones among them
 * @param guarantee how far the graph holds all that follows
 * @see <a href="https://www.w3.org/TR/sparql11-entailment/">SPARQL 1.1 Entailment Regimes</a>
 * @see <a
 *     href="https://www.w3.org/TR/owl2-profiles/#Reasoning_in_OWL_2_RL_and_RDF_Graphs_using_Rules">OWL
 *     2 RL/RDF rules</a>
 */
public record Materialisation(Graph graph, Guarantee guarantee) {
  static final String OURS = "urn:x-entente:regime:";
  private static final Node CONTRADICTS = NodeFactory.createURI(OURS + "contradicts");
  private static final Node CONTAINER_MEMBERSHIP = RDFS.ContainerMembershipProperty.asNode();
  private static final String ENDLESS_REASON =
      "functions in the rules made more than %,d values, or %,d characters of values, and may go on"
              .formatted(RifRules.MOST_VALUES, RifRules.MOST_CHARACTERS)
          + " without end, so that the rules were not applied to the end";
  private static final String RULES_REASON =
      "the rules of OWL 2 RL do not reach all that follows under the RDF-based semantics; they are"
          + " complete for facts about named individuals where the ontology keeps to the RL profile";

  /** Thrown out of the rule engine, which knows no other way to be stopped. */
  private static final class Late extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Late() {
      super(null, null, false, false);
    }
  }

  /**
   * Applies the rules of a regime.
   *
   * @param regime any but simple, rif and owl-direct
   */
  public static Outcome<Materialisation> of(Graph asserted, Regime regime, Deadline deadline) {
    return of(asserted, regime, regime, Ruleset.NONE, deadline);
  }

  /** Applies rules of RIF, together with those of their profile. */
  public static Outcome<Materialisation> of(Graph asserted, Ruleset rules, Deadline deadline) {
    return of(asserted, Regime.RIF, rules.profile(), rules, deadline);
  }

  /**
   * @param base whose rules are applied: the regime itself, or the profile of the rules
   */
  private static Outcome<Materialisation> of(
      Graph asserted, Regime regime, Regime base, Ruleset own, Deadline deadline) {
    boolean datatyped = base != Regime.SIMPLE && base != Regime.RDF && base != Regime.RDFS;
    // The datatypes of RIF are those of XML Schema, whatever the profile.
    boolean typed = datatyped || regime == Regime.RIF;
    var input = GraphFactory.createDefaultGraph();
    asserted.find().forEachRemaining(t -> input.add(typed ? Values.canonical(t) : t));
    var conflict = typed ? Values.illTyped(input) : List.<String>of();
    if (!conflict.isEmpty()) {
      return new Outcome.Inconsistent<>(conflict);
    }
    var applied = new ArrayList<>(rules(base));
    applied.addAll(RifRules.of(own, input));
    containerMembership(input, base);
    if (datatyped) {
      Values.datatypes(input);
    }
    try {
      var closed = closed(input, applied, deadline);
      var all = closed.graph();
      var contradictions = contradictions(all);
      if (datatyped) {
        contradictions.addAll(Values.misplaced(all));
      }
      if (!contradictions.isEmpty()) {
        return new Outcome.Inconsistent<>(contradictions);
      }
      var shown = shown(all);
      if (regime == Regime.OWL_RDF_BASED) {
        dropUnnamedDomains(shown, input);
      }
      var guarantee = closed.guarantee().and(guarantee(base, typed, input));
      return new Outcome.Answered<>(
          new Materialisation(typed ? new ValueGraph(shown) : shown, guarantee));
    } catch (Late e) {
      return new Outcome.LimitReached<>("the time limit came while the rules were applied");
    }
  }

  private static Guarantee guarantee(Regime regime, boolean typed, Graph input) {
    var guarantee = Guarantee.SOUND_AND_COMPLETE;
    if (regime == Regime.OWL_RL || regime == Regime.OWL_RDF_BASED) {
      guarantee = guarantee.and(Guarantee.incomplete(RULES_REASON));
    }
    return typed ? guarantee.and(Values.guarantee(input)) : guarantee;
  }

  private static Materialisation closed(Graph input, List<Rule> rules, Deadline deadline) {
    var deduced = deductions(deadline);
    var reasoner = new GenericRuleReasoner(rules);
    var closed =
        new RETERuleInfGraph(reasoner, rules, null, input) {
          @Override
          protected Graph createDeductionsGraph() {
            fdeductions = new FGraph(deduced);
            safeDeductions = deduced;
            return deduced;
          }
        };
    closed.setDerivationLogging(false);
    var guarantee = Guarantee.SOUND_AND_COMPLETE;
    try {
      closed.prepare();
    } catch (RifRules.Endless e) {
      guarantee = Guarantee.incomplete(ENDLESS_REASON);
    }
    var all = GraphFactory.createDefaultGraph();
    input.find().forEachRemaining(all::add);
    deduced.find().forEachRemaining(all::add);
    return new Materialisation(all, guarantee);
  }

  private static Graph deductions(Deadline deadline) {
    return new GraphBase() {
      private final Graph kept = GraphFactory.createDefaultGraph();

      @Override
      public void performAdd(Triple triple) {
        if (deadline.passed()) {
          throw new Late();
        }
        kept.add(triple);
      }

      @Override
      public void performDelete(Triple triple) {
        kept.delete(triple);
      }

      @Override
      protected boolean graphBaseContains(Triple triple) {
        return kept.contains(triple);
      }

      @Override
      protected int graphBaseSize() {
        return kept.size();
      }

      @Override
      protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        return kept.find(pattern);
      }
    };
  }

  private static List<Rule> rules(Regime regime) {
    var names =
        switch (regime) {
          case SIMPLE -> List.<String>of();
          case RDF -> List.of("rdf");
          case RDFS, D -> List.of("rdf", "rdfs");
          case OWL_RL -> List.of("owl-rl");
          case OWL_RDF_BASED -> List.of("owl-rl", "owl-rdf-based");
          default -> throw new IllegalArgumentException(regime.label());
        };
    var rules = new ArrayList<Rule>();
    for (var name : names) {
      var stream =
          Objects.requireNonNull(
              Materialisation.class.getResourceAsStream("/entente/regimes/" + name + ".rules"));
      try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        rules.addAll(Rule.parseRules(Rule.rulesParserFromReader(reader)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return rules;
  }

  /** The axiomatic triples of those rdf:_n that occur. */
  private static void containerMembership(Graph graph, Regime regime) {
    if (!List.of(Regime.RDF, Regime.RDFS, Regime.D).contains(regime)) {
      return;
    }
    for (var term : terms(graph)) {
      if (term.isURI() && term.getURI().matches("\\Q" + RDF.getURI() + "\\E_[1-9][0-9]*")) {
        graph.add(Triple.create(term, RDF.type.asNode(), RDF.Property.asNode()));
        if (regime != Regime.RDF) {
          graph.add(Triple.create(term, RDF.type.asNode(), CONTAINER_MEMBERSHIP));
        }
      }
    }
  }

  static Set<Node> terms(Graph graph) {
    var terms = new HashSet<Node>();
    graph
        .find()
        .forEachRemaining(
            t -> terms.addAll(List.of(t.getSubject(), t.getPredicate(), t.getObject())));
    return terms;
  }

  private static List<String> contradictions(Graph all) {
    var found = new ArrayList<String>();
    all.find(Node.ANY, CONTRADICTS, Node.ANY)
        .mapWith(t -> t.getSubject() + " contradicts rule " + t.getObject().getLiteralLexicalForm())
        .forEachRemaining(found::add);
    found.sort(null);
    return found;
  }

  private static Graph shown(Graph all) {
    var lists =
        all.find(Node.ANY, RDF.first.asNode(), Node.ANY).mapWith(Triple::getSubject).toSet();
    var shown = GraphFactory.createDefaultGraph();
    all.find()
        .filterKeep(t -> t.getPredicate().isURI() && !t.getSubject().isLiteral())
        .filterDrop(
            t -> lists.contains(t.getPredicate()) || ours(t.getPredicate()) || ours(t.getObject()))
        .filterDrop(t -> ours(t.getSubject()))
        .forEachRemaining(shown::add);
    return shown;
  }

  /**
   * Takes away the domains and ranges that are class expressions and were not asserted: there are
   * as many ways to write a class as one likes, and the W3C's tests want the named ones.
   */
  private static void dropUnnamedDomains(Graph shown, Graph input) {
    for (var predicate : List.of(RDFS.domain.asNode(), RDFS.range.asNode())) {
      for (var triple : shown.find(Node.ANY, predicate, Node.ANY).toList()) {
        if (triple.getObject().isBlank() && !input.contains(triple)) {
          shown.delete(triple);
        }
      }
    }
  }

  private static boolean ours(Node node) {
    return node.isURI() && node.getURI().startsWith(OURS);
  }
}
