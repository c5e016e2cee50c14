// SPDX-License-Identifier: Apache-2.0
package io.github.entente.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.io.FileDocumentSource;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.MissingImportHandlingStrategy;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyLoaderConfiguration;
import org.semanticweb.owlapi.model.OWLOntologyManager;
import org.semanticweb.owlapi.util.SimpleIRIMapper;
import org.w3c.dom.Element;

/** The modules of the ontology, opened as an editor does: by the OWL API and the catalogue. */
final class Modules {
  static final Path FOLDER = Path.of(System.getProperty("entente.basedir", "."), "ontology");

  private Modules() {}

  /** The files that are modules; those in folders below are not. */
  static List<Path> files() {
    try (var files = Files.list(FOLDER)) {
      var found = files.filter(file -> file.toString().endsWith(".ttl")).sorted().toList();
      assertThat(found).hasSizeGreaterThanOrEqualTo(5);
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A module with its imports; one that the catalogue does not name is an error. */
  static OWLOntology open(Path file) throws OWLOntologyCreationException {
    return manager()
        .loadOntologyFromOntologyDocument(
            new FileDocumentSource(file.toFile()),
            new OWLOntologyLoaderConfiguration()
                .setMissingImportHandlingStrategy(MissingImportHandlingStrategy.THROW_EXCEPTION)
                .setFollowRedirects(false));
  }

  private static OWLOntologyManager manager() {
    var manager = OWLManager.createOWLOntologyManager();
    catalogue()
        .forEach(
            (name, file) ->
                manager
                    .getIRIMappers()
                    .add(new SimpleIRIMapper(IRI.create(name), IRI.create(file.toUri()))));
    return manager;
  }

  /** The entries of the catalogue: names of ontologies and their files. */
  static TreeMap<String, Path> catalogue() {
    try {
      var entries = new TreeMap<String, Path>();
      var nodes =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(FOLDER.resolve("catalog-v001.xml").toFile())
              .getElementsByTagName("uri");
      for (int i = 0; i < nodes.getLength(); i++) {
        var entry = (Element) nodes.item(i);
        entries.put(entry.getAttribute("name"), FOLDER.resolve(entry.getAttribute("uri")));
      }
      return entries;
    } catch (Exception e) {
      throw new IllegalStateException("catalog-v001.xml", e);
    }
  }
}
