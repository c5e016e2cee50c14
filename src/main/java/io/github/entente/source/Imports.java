// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.SourceDocument;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;

/** Follows {@code owl:imports}, from local files only. */
final class Imports {
  private final ForeignSyntax foreign;
  private final Map<String, SourceDocument> documents = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();
  private final ArrayDeque<SourceDocument> waiting = new ArrayDeque<>();
  private Catalogue catalogue;

  private Imports(Catalogue catalogue, ForeignSyntax foreign) {
    this.catalogue = catalogue;
    this.foreign = foreign;
  }

  static List<SourceDocument> follow(
      List<SourceDocument> documents, Catalogue catalogue, ForeignSyntax foreign) {
    var imports = new Imports(catalogue, foreign);
    documents.forEach(imports::add);
    while (!imports.waiting.isEmpty()) {
      imports.followOne(imports.waiting.remove());
    }
    return List.copyOf(imports.documents.values());
  }

  /** The IRIs by which others import a document: of its ontologies, their versions, its graph. */
  static Set<String> names(SourceDocument document) {
    var names = new TreeSet<String>();
    names.add(document.graphName());
    var graph = document.graph();
    graph
        .find(Node.ANY, RDF.type.asNode(), OWL.Ontology.asNode())
        .forEachRemaining(
            header -> {
              addIri(names, header.getSubject());
              graph
                  .find(header.getSubject(), OWL2.versionIRI.asNode(), Node.ANY)
                  .forEachRemaining(version -> addIri(names, version.getObject()));
            });
    return names;
  }

  private static void addIri(Set<String> names, Node node) {
    if (node.isURI()) {
      names.add(node.getURI());
    }
  }

  private void add(SourceDocument document) {
    if (documents.putIfAbsent(document.graphName(), document) == null) {
      known.addAll(names(document));
      waiting.add(document);
    }
  }

  private void followOne(SourceDocument importing) {
    for (var iri : imported(importing.graph())) {
      if (!known.contains(iri)) {
        var entry = catalogue.find(iri).orElseThrow(() -> notFound(importing, iri));
        var document = entry.read(foreign);
        known.add(iri);
        add(document);
        catalogue = catalogue.and(Catalogue.beside(List.of(document)));
      }
    }
  }

  private static Set<String> imported(Graph graph) {
    var iris = new TreeSet<String>();
    graph
        .find(Node.ANY, OWL.imports.asNode(), Node.ANY)
        .forEachRemaining(triple -> addIri(iris, triple.getObject()));
    return iris;
  }

  private static EntenteException notFound(SourceDocument importing, String iri) {
    var beside =
        Catalogue.folder(importing)
            .map(folder -> folder.resolve(Catalogue.FILE_NAME).toString())
            .orElse(Catalogue.FILE_NAME);
    return new EntenteException(
        ErrorCode.IMPORT_NOT_FOUND,
        "%s imports <%s>, which no file at hand declares; nothing is fetched from the network. Get a"
                .formatted(importing.location(), iri)
            + " copy of it and load it too (name the file, or place it in the same folder and name"
            + " the folder), or map the IRI to your copy in "
            + beside
            + ": <uri name=\""
            + iri
            + "\" uri=\"copy.ttl\"/>.");
  }
}
