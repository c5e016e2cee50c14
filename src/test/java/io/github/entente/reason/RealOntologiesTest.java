// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.EntenteException;
import io.github.entente.reason.dl.OwlBridge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.io.FileDocumentSource;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.MissingImportHandlingStrategy;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyLoaderConfiguration;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;

/** Published ontologies: each loads, or is refused with the reason, as OWL API's profile has it. */
class RealOntologiesTest {
  private static final String LOADS = "loads";
  private static final String BFO = "bfo-2020/21838-2/owl/";
  private static final Path FOLDER =
      Path.of(System.getProperty("entente.shared", "../shared")).resolve("suites/ontologies");
  private static final Path OUTCOMES =
      Path.of(System.getProperty("entente.basedir", "."))
          .resolve("src/test/resources/w3c/ontologies.tsv");

  @TestFactory
  @Tag("full")
  Stream<DynamicTest> everyOntologyLoadsOrIsRefused() throws IOException {
    Assumptions.assumeTrue(Files.exists(FOLDER), FOLDER + " is not there");
    if (Boolean.getBoolean("entente.write")) {
      write();
    }
    var tests = new ArrayList<DynamicTest>();
    for (var line : Files.readAllLines(OUTCOMES)) {
      if (!line.startsWith("#")) {
        var cells = line.split("\t");
        tests.add(dynamicTest(cells[0], () -> assertOutcome(cells)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(20);
    return tests.stream();
  }

  private static List<String> files() throws IOException {
    try (var walk = Files.walk(FOLDER)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.matches(".*\\.(ttl|rdf|owl|ofn|nt)"))
          .sorted()
          .toList();
    }
  }

  private static void write() throws IOException {
    var lines = new ArrayList<String>(List.of(Files.readAllLines(OUTCOMES).get(0)));
    for (var name : files()) {
      var file = FOLDER.resolve(name);
      lines.add(
          String.join(
              "\t",
              name,
              violations(file),
              outcome(file, false),
              outcome(file, true).replace(LOADS, "0").replace(" violations", "")));
    }
    Files.write(OUTCOMES, lines);
  }

  private static void assertOutcome(String[] cells) {
    var file = FOLDER.resolve(cells[0]);
    boolean none = violations(file).equals("0");
    assertThat(none).as("OWL API finds %s", violations(file)).isEqualTo(cells[1].equals("0"));
    assertThat(outcome(file, false)).isEqualTo(cells[2]);
    assertThat(outcome(file, true)).startsWith(cells[3].equals("0") ? LOADS : cells[3]);
    assertThat(cells[2]).satisfies(outcome -> assertThat(outcome.equals(LOADS)).isEqualTo(none));
  }

  @TestFactory
  Stream<DynamicTest> sameOntologyInTwoSyntaxesHasTheSameAxioms() {
    Assumptions.assumeTrue(Files.exists(FOLDER), FOLDER + " is not there");
    return Stream.of(
            List.of("foaf/FOAF.ttl", "foaf/FOAF.rdf"),
            List.of(BFO + "bfo-core.ttl", BFO + "bfo-core.owl"),
            List.of(BFO + "bfo-core.ttl", BFO + "bfo-core.ofn"),
            List.of("classic/pizza.owl", "classic/pizza.fss.owl"))
        .map(
            pair ->
                dynamicTest(
                    pair.toString(),
                    () -> {
                      var axioms = axioms(pair.get(0));
                      assertThat(axioms).hasSizeGreaterThan(100);
                      assertThat(axioms(pair.get(1))).isEqualTo(axioms);
                    }));
  }

  /** The oracle: OWL API reads the file by itself, and its own profile judges it. */
  private static String violations(Path file) {
    var manager = OWLManager.createOWLOntologyManager();
    manager.getIRIMappers().add(iri -> IRI.create("file:///entente-nowhere/" + iri.hashCode()));
    var configuration =
        new OWLOntologyLoaderConfiguration()
            .setMissingImportHandlingStrategy(MissingImportHandlingStrategy.SILENT);
    var source = new FileDocumentSource(file.toFile());
    try {
      var ontology = manager.loadOntologyFromOntologyDocument(source, configuration);
      return "" + new OWL2DLProfile().checkOntology(ontology).getViolations().size();
    } catch (OWLOntologyCreationException e) {
      return "unreadable";
    }
  }

  private static String outcome(Path file, boolean repair) {
    var builder = KnowledgeBase.builder();
    if (repair) {
      builder.repair();
    }
    try (var kb = builder.data(file).build()) {
      int violations = Inspection.of(kb.snapshot(Optional.empty())).violations().size();
      return violations == 0 ? LOADS : violations + " violations";
    } catch (EntenteException e) {
      return e.code().name();
    }
  }

  private static Set<OWLAxiom> axioms(String file) {
    try (var kb = KnowledgeBase.builder().data(FOLDER.resolve(file)).repair().build()) {
      return OwlBridge.of(kb.snapshot(Optional.empty()).asserted())
          .logicalAxioms()
          .collect(Collectors.toSet());
    }
  }
}
