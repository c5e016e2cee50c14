// SPDX-License-Identifier: Apache-2.0
package io.github.entente.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.entente.KnowledgeBase;
import io.github.entente.reason.dl.OwlBridge;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.reasoner.ReasonerRegistry;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.TurtleDocumentFormat;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.reasoner.InferenceType;
import org.semanticweb.owlapi.util.InferredClassAssertionAxiomGenerator;
import org.semanticweb.owlapi.util.InferredOntologyGenerator;
import org.semanticweb.owlapi.util.InferredPropertyAssertionGenerator;
import org.semanticweb.owlapi.util.InferredSubClassAxiomGenerator;

/**
 * LUBM with one university, its 14 queries, in one run: this engine, Jena's own rules, and the
 * recipe "materialise with HermiT, then query". Wrong counts are told beside the times; only ours
 * are judged. {@code entente.lubm.seconds} bounds what each may take to prepare; 300 without it.
 */
@Tag("bench")
class LubmSideBySideTest {
  private static final int SECONDS = Integer.getInteger("entente.lubm.seconds", 300);

  @Test
  void threeWaysToTheFourteenQueries() throws Exception {
    assumeTrue(Files.isDirectory(Lubm.FOLDER), () -> Lubm.FOLDER + " is absent");
    var ontology = Lubm.FOLDER.resolve("univ-bench.owl");
    var data = Lubm.FOLDER.resolve("lubm-1.nt.gz");

    long start = System.nanoTime();
    long cpu = PatternsTest.cpu();
    try (var kb = KnowledgeBase.of(ontology, data)) {
      kb.query("ASK { ?x a <urn:none> }").run();
      told("Entente", start, cpu);
      var counts =
          each(
              "Entente",
              query -> kb.query(query).timeout(Duration.ofMinutes(10)).run().rows().size());
      assertThat(counts).isEqualTo(Lubm.REFERENCE);
    }

    start = System.nanoTime();
    cpu = PatternsTest.cpu();
    var raw = ModelFactory.createDefaultModel();
    RDFDataMgr.read(raw, ontology.toUri().toString());
    RDFDataMgr.read(raw, data.toUri().toString());
    var micro = ModelFactory.createInfModel(ReasonerRegistry.getOWLMicroReasoner(), raw);
    micro.prepare();
    told("Jena OWL Micro", start, cpu);
    each("Jena OWL Micro", query -> count(query, micro));

    long begin = System.nanoTime();
    long cpuBefore = PatternsTest.cpu();
    var materialised = materialised(raw);
    if (materialised.isPresent()) {
      told("materialise first", begin, cpuBefore);
      each("materialise first", query -> count(query, materialised.get()));
    } else {
      System.out.printf(
          "LUBM(1), materialise first: did not finish in %d s (CPU %.1f s)%n",
          SECONDS, (PatternsTest.cpu() - cpuBefore) / 1e9);
    }
  }

  private static void told(String who, long start, long cpu) {
    System.out.printf(
        "LUBM(1), %s: load and prepare %.1f s (CPU %.1f s)%n",
        who, (System.nanoTime() - start) / 1e9, (PatternsTest.cpu() - cpu) / 1e9);
  }

  private static List<Integer> each(String who, ToIntFunction<String> asked) throws IOException {
    var counts = new ArrayList<Integer>();
    var line = new StringBuilder();
    double all = 0;
    var queries = Lubm.queries();
    for (int i = 0; i < queries.size(); i++) {
      var query = queries.get(i);
      long start = System.nanoTime();
      int count = asked.applyAsInt(query);
      double millis = (System.nanoTime() - start) / 1e6;
      all += millis;
      counts.add(count);
      line.append(String.format(" Q%d %d", i + 1, count))
          .append(count == Lubm.REFERENCE.get(i) ? "" : " (not " + Lubm.REFERENCE.get(i) + ")")
          .append(String.format(" %.0f ms;", millis));
    }
    System.out.printf("LUBM(1), %s:%s all %.0f ms%n", who, line, all);
    return counts;
  }

  private static int count(String query, Model model) {
    try (var execution = QueryExecution.create(query, model)) {
      return ResultSetFormatter.consume(execution.execSelect());
    }
  }

  /** The recipe: HermiT writes down what its generators find, and a triple store is asked. */
  private static Optional<Model> materialised(Model raw) throws Exception {
    var running = new AtomicReference<Reasoner>();
    var thread = Executors.newSingleThreadExecutor();
    try {
      return Optional.of(
          thread.submit(() -> materialise(raw, running)).get(SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      System.out.println("LUBM(1), materialise first: " + e.getCause());
      return Optional.empty();
    } finally {
      var reasoner = running.get();
      if (reasoner != null) {
        reasoner.interrupt();
      }
      thread.shutdownNow();
      thread.awaitTermination(20, TimeUnit.SECONDS);
    }
  }

  private static Model materialise(Model raw, AtomicReference<Reasoner> running) throws Exception {
    OWLOntology ontology =
        OWLManager.createOWLOntologyManager()
            .createOntology(OwlBridge.of(raw.getGraph()).logicalAxioms().toList());
    var reasoner = new Reasoner(new Configuration(), ontology);
    running.set(reasoner);
    reasoner.precomputeInferences(InferenceType.CLASS_HIERARCHY, InferenceType.CLASS_ASSERTIONS);
    var manager = OWLManager.createOWLOntologyManager();
    var inferred = manager.createOntology();
    new InferredOntologyGenerator(
            reasoner,
            Arrays.asList(
                new InferredSubClassAxiomGenerator(),
                new InferredClassAssertionAxiomGenerator(),
                new InferredPropertyAssertionGenerator()))
        .fillOntology(manager.getOWLDataFactory(), inferred);
    var file = Files.createTempFile("entente-lubm", ".ttl");
    try (var out = Files.newOutputStream(file)) {
      manager.saveOntology(inferred, new TurtleDocumentFormat(), out);
    }
    var model = ModelFactory.createDefaultModel().add(raw);
    RDFDataMgr.read(model, file.toUri().toString());
    Files.delete(file);
    return model;
  }
}
