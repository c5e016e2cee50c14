// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static io.github.entente.reason.Oracle.FACTORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Deadline;
import io.github.entente.model.Engine;
import io.github.entente.model.EntenteException;
import io.github.entente.model.Outcome;
import io.github.entente.query.Answers;
import io.github.entente.reason.dl.OwlBridge;
import io.github.entente.reason.dl.Refuter;
import io.github.entente.reason.dl.Theory;
import io.github.entente.reason.rules.Closure;
import io.github.entente.reason.rules.Program;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;

/** What the rules find is found by the other engines, and these two find the same. */
class EnginesTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int DRAWN = 20;

  private static final class Tally {
    private int compared;
    private int byRules;
    private int byAll;
    private int cutShort;
    private final List<String> differences = new ArrayList<>();

    @Override
    public String toString() {
      return "%d ontologies compared: of %d facts that follow %d by rules; %d times cut short"
          .formatted(compared, byAll, byRules, cutShort);
    }
  }

  @Test
  void onRandomOntologiesHybridAndHermitFindTheSame() {
    var tally = run(1, DRAWN);
    assertThat(tally.compared).as(tally.toString()).isGreaterThan(DRAWN / 3);
    assertThat(tally.byAll).as(tally.toString()).isGreaterThan(tally.byRules);
  }

  @Test
  @Tag("full")
  void onManyRandomOntologiesHybridAndHermitFindTheSame() {
    var tally = run(700_000, Integer.getInteger("entente.draws", 200));
    assertThat(tally.compared).as(tally.toString()).isGreaterThan(60);
  }

  private static Tally run(long first, int count) {
    var tally = new Tally();
    for (long seed = first; seed < first + count; seed++) {
      compare(seed, tally);
    }
    System.out.println("EnginesTest: " + tally);
    assertThat(tally.differences).as(tally.toString()).isEmpty();
    return tally;
  }

  private static void compare(long seed, Tally tally) {
    var drawn = RandomOntology.of(seed);
    if (!new OWL2DLProfile().checkOntology(drawn.ontology()).getViolations().isEmpty()
        || Refuter.overlooks(drawn.axioms)) {
      return;
    }
    try (var kb =
        KnowledgeBase.builder()
            .document(RandomOntology.NS + "graph", "drawn.ttl", drawn.turtle())
            .build()) {
      if (kb.entailments(Optional.empty(), LIMIT)
          instanceof Outcome.Answered<Entailments> answered) {
        var rules = facts(answered.value(), Engine.RULES, drawn, tally);
        var hybrid = facts(answered.value(), Engine.HYBRID, drawn, tally);
        var hermit = facts(answered.value(), Engine.HERMIT, drawn, tally);
        if (rules.isEmpty() || hybrid.isEmpty() || hermit.isEmpty()) {
          tally.cutShort++;
          return;
        }
        tally.compared++;
        tally.byRules += rules.get().size();
        tally.byAll += hermit.get().size();
        note(seed, "rules but not hybrid", rules.get(), hybrid.get(), tally);
        note(seed, "hybrid but not hermit", hybrid.get(), hermit.get(), tally);
        note(seed, "hermit but not hybrid", hermit.get(), hybrid.get(), tally);
      }
    } catch (EntenteException e) {
      // An ontology that is refused, as DifferentialTest says; what engines answer is tried here.
      assertThat(e.code().name()).as(seed + ": " + e).isIn("NOT_OWL_2_DL", "LOST_TRIPLE");
    }
  }

  private static void note(
      long seed, String what, Set<Triple> one, Set<Triple> other, Tally tally) {
    var more = new HashSet<>(one);
    more.removeAll(other);
    if (!more.isEmpty()) {
      tally.differences.add(seed + ": " + what + " " + more);
    }
  }

  /** What follows of the drawn names; empty where that is not all, unless of rules. */
  private static Optional<Set<Triple>> facts(
      Entailments whole, Engine engine, RandomOntology drawn, Tally tally) {
    if (!(whole.by(engine, Deadline.after(LIMIT))
        instanceof Outcome.Answered<Entailments> answered)) {
      return Optional.empty();
    }
    var entailments = answered.value();
    var demands = new ArrayList<Demand>();
    drawn.classes.forEach(c -> demands.add(new Demand.Instances(OwlBridge.node(c.getIRI()))));
    drawn.properties.forEach(p -> demands.add(new Demand.Values(OwlBridge.node(p.getIRI()))));
    demands.add(new Demand.Same());
    demands.add(new Demand.Inclusion(RDFS.subClassOf.asNode(), Node.ANY, Node.ANY));
    for (var demand : demands) {
      boolean complete = entailments.ensure(demand, Deadline.after(LIMIT)).complete();
      if (!complete && engine != Engine.RULES) {
        return Optional.empty();
      }
    }
    return Optional.of(named(entailments.graph(), drawn));
  }

  private static Set<Triple> named(Graph graph, RandomOntology drawn) {
    var individuals = new HashSet<Node>();
    drawn.individuals.forEach(i -> individuals.add(OwlBridge.node(i.getIRI())));
    var classes = new HashSet<Node>();
    drawn.classes.forEach(c -> classes.add(OwlBridge.node(c.getIRI())));
    var properties = new HashSet<Node>(Set.of(OWL2.sameAs.asNode()));
    drawn.properties.forEach(p -> properties.add(OwlBridge.node(p.getIRI())));
    var result = new LinkedHashSet<Triple>();
    graph
        .find()
        .forEachRemaining(
            triple -> {
              var predicate = triple.getPredicate();
              boolean typed =
                  predicate.equals(RDF.type.asNode())
                      && individuals.contains(triple.getSubject())
                      && classes.contains(triple.getObject());
              boolean related =
                  properties.contains(predicate)
                      && individuals.contains(triple.getSubject())
                      && individuals.contains(triple.getObject());
              boolean included =
                  predicate.equals(RDFS.subClassOf.asNode())
                      && classes.contains(triple.getSubject())
                      && classes.contains(triple.getObject());
              if (typed || related || included) {
                result.add(triple);
              }
            });
    return result;
  }

  /** A closure with a fact too many, as a wrong rule would make it. */
  @Test
  void whatIsWrongInTheClosureIsNoAnswerOfHermit() throws OWLOntologyCreationException {
    String turtle =
        CompletenessTest.PREFIXES
            + """
            :A a owl:Class . :B a owl:Class . :C a owl:Class ; rdfs:subClassOf :A .
            :r a owl:ObjectProperty . :i a :C . :j a owl:NamedIndividual .
            """;
    try (var kb =
            KnowledgeBase.builder()
                .document(
                    "http://example.org/graph",
                    "wrong.ttl",
                    turtle.getBytes(StandardCharsets.UTF_8))
                .build();
        var refuter = Refuter.create()) {
      var snapshot = kb.snapshot(Optional.empty());
      var theory = Theory.of(OwlBridge.of(snapshot.asserted()));
      var a = FACTORY.getOWLClass(IRI.create("http://example.org/A"));
      var r = FACTORY.getOWLObjectProperty(IRI.create("http://example.org/r"));
      var i = FACTORY.getOWLNamedIndividual(IRI.create("http://example.org/i"));
      var j = FACTORY.getOWLNamedIndividual(IRI.create("http://example.org/j"));
      Collection<OWLAxiom> wrong = new ArrayList<>(theory.axioms());
      wrong.add(FACTORY.getOWLClassAssertionAxiom(a, j));
      wrong.add(FACTORY.getOWLObjectPropertyAssertionAxiom(r, i, j));
      wrong.add(FACTORY.getOWLSameIndividualAxiom(i, j));
      var closure = Closure.of(Program.of(wrong, FACTORY), FACTORY, () -> false).orElseThrow();
      assertThat(closure.has(FACTORY.getOWLClassAssertionAxiom(a, j))).isTrue();
      var found = new ArrayList<Triple>();
      var way =
          new ByRefutation(
              theory, closure, refuter, Hierarchy.byRefutation(theory, refuter), found::addAll);
      var deadline = Deadline.after(LIMIT);
      assertThat(way.instances(a, deadline).guarantee().complete()).isTrue();
      assertThat(way.values(r, deadline).guarantee().complete()).isTrue();
      assertThat(way.same(deadline).guarantee().complete()).isTrue();
      assertThat(found)
          .containsExactly(
              Triple.create(
                  NodeFactory.createURI("http://example.org/i"),
                  RDF.type.asNode(),
                  NodeFactory.createURI("http://example.org/A")));
    }
  }

  /** Named questions that HermiT alone finishes in seconds. */
  @ParameterizedTest
  @Tag("full")
  @ValueSource(
      strings = {"indo-pacific-partners-outside", "nato-aukus-and-five-eyes", "nato-and-eu"})
  void aBundledQuestionHasTheSameAnswerByAnyEngine(String question) {
    try (var kb = KnowledgeBase.bundled()) {
      var hybrid = kb.ask(question).run();
      var hermit = kb.ask(question).engine(Engine.HERMIT).timeout(LIMIT).run();
      assertThat(hermit.guarantee()).isEqualTo(hybrid.guarantee());
      assertThat(rows(hermit)).isEqualTo(rows(hybrid));
      assertThat(rows(hybrid)).containsAll(rows(kb.ask(question).engine(Engine.RULES).run()));
      assertThat(hermit.status()).endsWith("by HermiT alone");
    }
  }

  private static Set<String> rows(Answers answers) {
    var rows = new LinkedHashSet<String>();
    answers.rows().forEach(row -> rows.add(row.toString()));
    return rows;
  }

  @Test
  void theLimitOfTimeMakesAnAnswerIncompleteAndIsSaid() {
    try (var kb = KnowledgeBase.bundled()) {
      String query = "SELECT ?x ?y { ?x entente:partnerOf ?y }";
      var outcome = kb.query(query).engine(Engine.HERMIT).timeout(Duration.ofSeconds(2)).outcome();
      if (outcome instanceof Outcome.Answered<Answers> answered) {
        assertThat(answered.value().guarantee().complete()).isFalse();
        assertThat(answered.value().guarantee().sound()).isTrue();
      } else {
        assertThat(outcome).isInstanceOf(Outcome.LimitReached.class);
      }
    }
  }
}
