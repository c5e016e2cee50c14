// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Viewpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLIndividual;

/**
 * The world that is shown against a statement can be: all axioms, what is shown of it, and the
 * contrary of the statement are consistent, as a new reasoner says.
 */
class CounterWorldTest {
  private static final String NS = "http://example.org/";

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void whatIsShownCanHoldWithoutTheStatement(int seed) throws Exception {
    var made = new RandomFacts();
    var axioms = made.counted(new Random(seed), 8);
    if (!Fresh.consistent(axioms)) {
      return;
    }
    int shown = 0;
    try (var kb =
        KnowledgeBase.builder()
            .document(NS + "random", "random.ofn", RandomFacts.document(axioms))
            .build()) {
      var inUse = new HashSet<Object>();
      axioms.forEach(axiom -> axiom.signature().forEach(inUse::add));
      for (var type : made.classes.subList(0, 2)) {
        for (var thing : made.things) {
          if (!inUse.contains(type) || !inUse.contains(thing)) {
            continue;
          }
          OWLAxiom goal = Fresh.F.getOWLClassAssertionAxiom(type, thing);
          var answer =
              kb.whyNot(
                  AllWaysTest.triple(thing.toStringID(), RDF.type.getURI(), type.toStringID()),
                  Viewpoint.ALL_DAYS,
                  Duration.ofMinutes(1));
          assertThat(answer.verdict() == WhyNot.Verdict.FOLLOWS)
              .isEqualTo(Fresh.entails(axioms, goal));
          if (answer.counter().isPresent()) {
            var counter = answer.counter().get();
            assertThat(counter.facts()).hasSameSizeAs(counter.triples());
            var world = new ArrayList<>(axioms);
            world.add(Fresh.negation(goal));
            counter.triples().forEach(triple -> world.add(axiom(triple)));
            assertThat(Fresh.consistent(world)).as(goal + ": " + counter).isTrue();
            shown++;
          } else {
            assertThat(answer.verdict()).isNotEqualTo(WhyNot.Verdict.UNKNOWN);
          }
        }
      }
    }
    assertThat(shown).as(axioms.toString()).isPositive();
  }

  private static OWLAxiom axiom(Triple triple) {
    var subject = individual(triple.getSubject());
    return triple.getPredicate().equals(RDF.type.asNode())
        ? Fresh.F.getOWLClassAssertionAxiom(
            Fresh.F.getOWLClass(IRI.create(triple.getObject().getURI())), subject)
        : Fresh.F.getOWLObjectPropertyAssertionAxiom(
            Fresh.F.getOWLObjectProperty(IRI.create(triple.getPredicate().getURI())),
            subject,
            individual(triple.getObject()));
  }

  private static OWLIndividual individual(Node node) {
    return node.isBlank()
        ? Fresh.F.getOWLAnonymousIndividual(node.getBlankNodeLabel())
        : Fresh.F.getOWLNamedIndividual(IRI.create(node.getURI()));
  }
}
