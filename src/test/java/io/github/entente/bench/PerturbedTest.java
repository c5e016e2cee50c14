// SPDX-License-Identifier: Apache-2.0
package io.github.entente.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Outcome;
import io.github.entente.query.Answers;
import io.github.entente.query.Plan;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * OWL2Bench DL(1) made harder: 20 % of the class assertions are dropped, so that less follows by
 * rules, or 60 more individuals are said to be in one of two classes drawn at random, so that what
 * follows follows by cases. All instances of all classes are asked for.
 */
@Tag("bench")
class PerturbedTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int DISJUNCTIONS = 60;
  private static final double DROPPED = 0.2;
  private static final Path DATA = Lubm.FOLDER.resolve("owl2bench-dl-1.nt.gz");

  @Test
  void fewerClassAssertions() throws IOException {
    assumeTrue(Files.exists(DATA), () -> DATA + " is absent");
    var random = new Random(1);
    var graph = GraphFactory.createDefaultGraph();
    var read = sorted(RDFDataMgr.loadGraph(DATA.toString()));
    var classes = classes(read);
    int dropped = 0;
    for (var triple : read) {
      boolean assertion =
          triple.getPredicate().equals(RDF.type.asNode()) && classes.contains(triple.getObject());
      if (assertion && random.nextDouble() < DROPPED) {
        dropped++;
      } else {
        graph.add(triple);
      }
    }
    measure(dropped + " class assertions dropped", graph, classes);
  }

  @Test
  void alternatives() throws IOException {
    assumeTrue(Files.exists(DATA), () -> DATA + " is absent");
    var random = new Random(1);
    var graph = GraphFactory.createDefaultGraph();
    var read = sorted(RDFDataMgr.loadGraph(DATA.toString()));
    read.forEach(graph::add);
    var classes = classes(read);
    for (int i = 0; i < DISJUNCTIONS; i++) {
      var union = NodeFactory.createBlankNode("union" + i);
      graph.add(NodeFactory.createURI("urn:either" + i), RDF.type.asNode(), union);
      graph.add(union, RDF.type.asNode(), OWL2.Class.asNode());
      var rest = NodeFactory.createBlankNode("rest" + i);
      var list = NodeFactory.createBlankNode("list" + i);
      graph.add(union, OWL2.unionOf.asNode(), list);
      graph.add(list, RDF.first.asNode(), any(classes, random));
      graph.add(list, RDF.rest.asNode(), rest);
      graph.add(rest, RDF.first.asNode(), any(classes, random));
      graph.add(rest, RDF.rest.asNode(), RDF.nil.asNode());
    }
    measure(DISJUNCTIONS + " individuals more, each in one of two classes", graph, classes);
  }

  private static <T> T any(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private static List<Triple> sorted(Graph graph) {
    var triples = graph.find().toList();
    triples.sort(Comparator.comparing(Triple::toString));
    return triples;
  }

  private static List<Node> classes(List<Triple> triples) {
    return triples.stream()
        .filter(
            t ->
                t.getPredicate().equals(RDF.type.asNode())
                    && t.getObject().equals(OWL2.Class.asNode())
                    && t.getSubject().isURI())
        .map(Triple::getSubject)
        .toList();
  }

  private static void measure(String what, Graph graph, List<Node> classes) throws IOException {
    var file = Files.createTempFile("perturbed", ".nt");
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      RDFDataMgr.write(out, graph, Lang.NTRIPLES);
    }
    try (var kb = KnowledgeBase.of(file)) {
      if (kb.query("ASK { ?x a <urn:none> }").timeout(LIMIT).outcome()
          instanceof Outcome.LimitReached<Answers> limit) {
        System.out.printf(
            "PerturbedTest: %s: did not finish in %d s: %s%n",
            what, LIMIT.toSeconds(), limit.what());
        return;
      }
      long candidates = 0;
      long left = 0;
      long entailed = 0;
      long checks = 0;
      double slowest = 0;
      var incomplete = new ArrayList<String>();
      long begin = PatternsTest.cpu();
      for (var name : classes) {
        long cpu = PatternsTest.cpu();
        var answers = kb.query("SELECT ?x { ?x a <" + name + "> }").timeout(LIMIT).run();
        slowest = Math.max(slowest, (PatternsTest.cpu() - cpu) / 1e9);
        for (var decision : answers.plan().parts().stream().map(Plan.Part::decision).toList()) {
          candidates += decision.candidates();
          left += decision.candidates() - decision.denied();
          entailed += decision.entailed();
          checks += decision.checks();
        }
        if (!answers.guarantee().complete()) {
          incomplete.add(name.getLocalName());
        }
      }
      System.out.printf(
          "PerturbedTest: %s: %d classes, %,d candidates, %d not denied by a model (%.3f %% decided"
              + " without HermiT), of which %d follow, by %d checks; CPU %.1f s, the slowest class"
              + " %.1f s; %d classes incomplete: %s%n",
          what,
          classes.size(),
          candidates,
          left,
          100.0 * (candidates - left) / candidates,
          entailed,
          checks,
          (PatternsTest.cpu() - begin) / 1e9,
          slowest,
          incomplete.size(),
          incomplete);
      assertThat(candidates).isPositive();
    } finally {
      Files.delete(file);
    }
  }
}
