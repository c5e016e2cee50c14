// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Entente;
import io.github.entente.model.Outcome;
import io.github.entente.reason.Entailments;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

/** A knowledge base that continues from what followed before a change, against one begun anew. */
class ChangedKnowledgeTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final List<String> QUESTIONS =
      List.of("overlapping-frameworks", "no-shared-framework", "beyond-rules", "five-members");

  private static Triple triple(String subject, String predicate, String object) {
    return Triple.create(
        NodeFactory.createURI(Entente.NS + subject),
        predicate.isEmpty() ? RDF.type.asNode() : NodeFactory.createURI(Entente.NS + predicate),
        NodeFactory.createURI(Entente.NS + object));
  }

  private static Map<String, Graph> changed(
      KnowledgeBase kb, Predicate<Triple> kept, Triple... added) {
    var graphs = new HashMap<String, Graph>();
    kb.graphs()
        .forEach(
            (name, graph) -> {
              var copy = GraphFactory.createGraphMem();
              graph.find().filterKeep(kept).forEachRemaining(copy::add);
              graphs.put(name, copy);
            });
    var own = graphs.computeIfAbsent(KnowledgeBase.OWN_GRAPH, n -> GraphFactory.createGraphMem());
    List.of(added).forEach(own::add);
    return graphs;
  }

  private static Entailments world(KnowledgeBase kb) {
    return ((Outcome.Answered<Entailments>) kb.entailments(kb.defaultDay(), LIMIT)).value();
  }

  /** Those without blank nodes, which have other names in each selection. */
  private static Set<Triple> facts(KnowledgeBase kb) {
    return world(kb)
        .graph()
        .find()
        .filterDrop(t -> t.getSubject().isBlank() || t.getObject().isBlank())
        .toSet();
  }

  private static List<Set<String>> answers(KnowledgeBase kb) {
    return QUESTIONS.stream()
        .map(
            name ->
                kb.ask(name).run().rows().stream()
                    .map(Object::toString)
                    .collect(Collectors.toSet()))
        .toList();
  }

  private static void assertSame(Set<Triple> facts, Set<Triple> expected) {
    var missing = new HashSet<>(expected);
    missing.removeAll(facts);
    var more = new HashSet<>(facts);
    more.removeAll(expected);
    assertThat(missing).isEmpty();
    assertThat(more).isEmpty();
  }

  /** Compares what a change of a knowledge base leads to with the same begun anew. */
  private static KnowledgeBase same(KnowledgeBase before, Map<String, Graph> graphs) {
    var continued = before.with(graphs);
    // Of one of which nothing was asked nothing can be continued.
    var anew = KnowledgeBase.bundled().with(graphs);
    assertSame(facts(continued), facts(anew));
    assertThat(answers(continued)).isEqualTo(answers(anew));
    assertThat(continued.ask(QUESTIONS.get(0)).run().guarantee())
        .isEqualTo(anew.ask(QUESTIONS.get(0)).run().guarantee());
    return continued;
  }

  @Test
  void membershipsGoAndCome() {
    try (var kb = KnowledgeBase.bundled()) {
      var all = facts(kb);
      var gone = NodeFactory.createURI(Entente.NS + "GroupOfSeven_Japan");
      var party = triple("GroupOfSeven_Japan", "ofParty", "Japan");
      var without = same(kb, changed(kb, t -> !t.equals(party)));
      var seat = triple("Japan", "seatIn", "GroupOfSeven");
      assertThat(all.contains(seat)).isTrue();
      assertThat(facts(without).contains(seat)).isFalse();
      var wholly = same(without, changed(without, t -> !t.getSubject().equals(gone)));
      assertThat(world(wholly).theory().axioms())
          .noneMatch(axiom -> axiom.toString().contains("GroupOfSeven_Japan"));
      var partner = triple("Japan", "partnerOf", "QuadrilateralSecurityDialogue");
      var more = same(wholly, changed(wholly, t -> true, partner));
      assertThat(facts(more).contains(partner)).isTrue();
      same(more, changed(kb, t -> true));
    }
  }

  @Test
  void contradictionsAreSeen() {
    try (var kb = KnowledgeBase.bundled()) {
      facts(kb);
      // What is a membership is no party to one.
      var both = changed(kb, t -> true, triple("Japan", "", "FullMembership"));
      var outcome = kb.with(both).entailments(kb.defaultDay(), LIMIT);
      assertThat(outcome).isInstanceOf(Outcome.Inconsistent.class);
    }
  }
}
