// SPDX-License-Identifier: Apache-2.0
package io.github.entente.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.entente.reason.dl.OwlBridge;
import io.github.entente.source.Bundled;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLEntity;
import org.semanticweb.owlapi.model.parameters.Imports;

/** The ontology opens in an editor built on the OWL API, by its catalogue, without a network. */
class OfflineOpeningTest {
  private final List<URI> asked = new ArrayList<>();
  private final ProxySelector before = ProxySelector.getDefault();

  /** Every connection asks the selector first: here it is noted and refused. */
  @BeforeEach
  void takeTheNetworkAway() {
    ProxySelector.setDefault(
        new ProxySelector() {
          @Override
          public List<Proxy> select(URI uri) {
            asked.add(uri);
            throw new IllegalArgumentException("no network: " + uri);
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException e) {
            asked.add(uri);
          }
        });
  }

  @AfterEach
  void giveItBack() {
    ProxySelector.setDefault(before);
  }

  @Test
  void everyImportIsAFileOfTheFolder() throws Exception {
    var umbrella = Modules.open(Modules.FOLDER.resolve("entente.ttl"));
    var files =
        umbrella
            .importsClosure()
            .map(o -> umbrella.getOWLOntologyManager().getOntologyDocumentIRI(o))
            .map(iri -> Path.of(iri.toURI()).toAbsolutePath().normalize())
            .collect(Collectors.toSet());
    assertThat(files)
        .containsExactlyInAnyOrderElementsOf(
            Modules.files().stream().map(f -> f.toAbsolutePath().normalize()).toList());
    assertThat(asked).isEmpty();
  }

  @Test
  void theCatalogueNamesEveryModuleAndNothingElse() throws Exception {
    assertThat(Modules.catalogue().values()).containsExactlyInAnyOrderElementsOf(Modules.files());
    for (var entry : Modules.catalogue().entrySet()) {
      var id = Modules.open(entry.getValue()).getOntologyID();
      assertThat(id.getOntologyIRI().orElseThrow().toString()).isEqualTo(entry.getKey());
    }
  }

  @Test
  void theAxiomsAreThoseOfOurOwnDoor() throws Exception {
    var merged = GraphFactory.createDefaultGraph();
    Bundled.documents().stream()
        .filter(document -> document.graphName().contains("/ontology/"))
        .forEach(document -> GraphUtil.addInto(merged, document.graph()));
    // Merged, the modules are one document, which has nothing left to import.
    merged.remove(Node.ANY, OWL2.imports.asNode(), Node.ANY);
    var ours = OwlBridge.of(merged);
    var umbrella = Modules.open(Modules.FOLDER.resolve("entente.ttl"));
    Set<OWLAxiom> theirs = logical(umbrella.axioms(Imports.INCLUDED));
    assertThat(theirs).hasSizeGreaterThan(200);
    assertThat(theirs).isEqualTo(ours.logicalAxioms().collect(Collectors.toSet()));
    assertThat(names(umbrella.signature(Imports.INCLUDED)))
        .isEqualTo(
            names(
                Stream.concat(
                    ours.ontology().signature(),
                    ours.logicalAxioms().flatMap(OWLAxiom::signature))));
    assertThat(asked).isEmpty();
  }

  /** Without this the tests above could pass because nothing was ever in the way. */
  @Test
  void anImportThatTheCatalogueDoesNotNameIsRefused(@TempDir Path folder) throws Exception {
    var missing = "http://example.org/missing";
    var file =
        Files.writeString(
            folder.resolve("importer.ttl"),
            """
            @prefix owl: <http://www.w3.org/2002/07/owl#> .
            <http://example.org/importer> a owl:Ontology ; owl:imports <%s> .
            """
                .formatted(missing));
    assertThatThrownBy(() -> Modules.open(file)).hasStackTraceContaining(missing);
    assertThat(asked).isNotEmpty().allMatch(uri -> uri.getHost().equals("example.org"));
  }

  private static Set<OWLAxiom> logical(Stream<? extends OWLAxiom> axioms) {
    return axioms.filter(OWLAxiom::isLogicalAxiom).collect(Collectors.toSet());
  }

  private static Set<String> names(Stream<OWLEntity> entities) {
    return entities
        .map(entity -> entity.getEntityType() + " " + entity.getIRI())
        .filter(name -> name.contains("/entente/"))
        .collect(Collectors.toSet());
  }
}
