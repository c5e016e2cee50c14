// SPDX-License-Identifier: Apache-2.0
package io.github.entente.bench;

import io.github.entente.KnowledgeBase;
import io.github.entente.reason.dl.OwlBridge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.ToIntFunction;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.reasoner.ReasonerRegistry;
import org.apache.jena.riot.RDFDataMgr;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.reasoner.InferenceType;

/** One point of {@link GrowthTest}, in a process of its own: who, the ontology, the data. */
final class GrowthRun {
  private static final Duration LIMIT = Duration.ofMinutes(30);

  private GrowthRun() {}

  public static void main(String[] arguments) throws Exception {
    var ontology = Path.of(arguments[1]);
    var data = Path.of(arguments[2]);
    switch (GrowthTest.Who.valueOf(arguments[0])) {
      case ENTENTE -> entente(ontology, data);
      case JENA -> jena(ontology, data);
      case HERMIT -> hermit(ontology, data);
    }
    var peak =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .findFirst()
            .orElseThrow();
    System.out.println("peak " + peak.replaceAll("\\D", ""));
  }

  private static void entente(Path ontology, Path data) throws IOException {
    try (var kb = KnowledgeBase.of(ontology, data)) {
      kb.query("ASK { ?x a <urn:none> }").timeout(LIMIT).run();
      told("load");
      ask(
          query -> {
            var answers = kb.query(query).timeout(LIMIT).run();
            if (!answers.guarantee().complete()) {
              throw new IllegalStateException(answers.guarantee().toString());
            }
            return answers.rows().size();
          });
    }
  }

  private static Model read(Path ontology, Path data) {
    var model = ModelFactory.createDefaultModel();
    RDFDataMgr.read(model, ontology.toUri().toString());
    RDFDataMgr.read(model, data.toUri().toString());
    return model;
  }

  private static void jena(Path ontology, Path data) throws IOException {
    var raw = read(ontology, data);
    var micro = ModelFactory.createInfModel(ReasonerRegistry.getOWLMicroReasoner(), raw);
    micro.prepare();
    told("load");
    ask(
        query -> {
          try (var execution = QueryExecution.create(query, micro)) {
            return ResultSetFormatter.consume(execution.execSelect());
          }
        });
  }

  /** All instances of all classes, as the recipe of materialising first begins. */
  private static void hermit(Path ontology, Path data) throws Exception {
    var axioms = OwlBridge.of(read(ontology, data).getGraph()).logicalAxioms().toList();
    var reasoner =
        new Reasoner(
            new Configuration(), OWLManager.createOWLOntologyManager().createOntology(axioms));
    reasoner.precomputeInferences(InferenceType.CLASS_HIERARCHY, InferenceType.CLASS_ASSERTIONS);
    told("load");
  }

  private static void ask(ToIntFunction<String> asked) throws IOException {
    long rows = 0;
    for (var query : Lubm.queries()) {
      rows += asked.applyAsInt(query);
    }
    told("all");
    System.out.println("rows " + rows);
  }

  /** Seconds of the processor that the process has used so far. */
  private static void told(String what) {
    System.out.println(what + " " + PatternsTest.cpu() / 1e9);
  }
}
