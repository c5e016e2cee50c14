// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.SourceDocument;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the documents of ontologies lie on this machine, by IRI: the {@code uri} entries of OASIS
 * XML catalogues named {@code catalog-v001.xml}, as Protégé writes them. Entries that do not point
 * to a local file are passed over. Immutable.
 *
 * @see <a href="https://www.oasis-open.org/committees/download.php/14809/xml-catalogs.html">XML
 *     Catalogs 1.1</a>
 */
public final class Catalogue {
  /** What a catalogue's file is called. */
  public static final String FILE_NAME = "catalog-v001.xml";

  /** No entry. */
  public static final Catalogue EMPTY = new Catalogue(Map.of());

  /** Where one document comes from. */
  @FunctionalInterface
  interface Entry {
    SourceDocument read(ForeignSyntax foreign);
  }

  private final Map<String, Entry> entries;

  private Catalogue(Map<String, Entry> entries) {
    this.entries = Map.copyOf(entries);
  }

  /**
   * From the catalogue files themselves, or from those in the folders named; a folder without one
   * adds nothing. The first entry of an IRI counts.
   *
   * @throws EntenteException {@link ErrorCode#MALFORMED_FILE}, {@link ErrorCode#FILE_NOT_FOUND}
   */
  public static Catalogue of(List<Path> filesOrFolders) {
    var all = new HashMap<String, Entry>();
    for (var path : filesOrFolders) {
      if (!Files.isDirectory(path)) {
        CatalogueFile.read(path).forEach((iri, file) -> all.putIfAbsent(iri, entry(file)));
      } else if (Files.isRegularFile(path.resolve(FILE_NAME))) {
        CatalogueFile.read(path.resolve(FILE_NAME))
            .forEach((iri, file) -> all.putIfAbsent(iri, entry(file)));
      }
    }
    return new Catalogue(all);
  }

  /** From the catalogues in the folders of the documents that were read from files. */
  public static Catalogue beside(List<SourceDocument> documents) {
    return of(
        documents.stream().flatMap(document -> folder(document).stream()).distinct().toList());
  }

  /** The ontology modules in the jar, by their ontology and version IRIs. */
  public static Catalogue bundled() {
    return new Catalogue(Bundled.ontologies());
  }

  /** Both; where both know an IRI, this one counts. */
  public Catalogue and(Catalogue other) {
    var all = new HashMap<>(other.entries);
    all.putAll(entries);
    return new Catalogue(all);
  }

  /** Reads the document that an IRI is mapped to; empty where it is mapped to none. */
  public Optional<SourceDocument> read(String iri, ForeignSyntax foreign) {
    return find(iri).map(entry -> entry.read(foreign));
  }

  Optional<Entry> find(String iri) {
    return Optional.ofNullable(entries.get(iri));
  }

  private static Entry entry(Path file) {
    return foreign -> Documents.readFile(file, foreign);
  }

  static Optional<Path> folder(SourceDocument document) {
    if (!document.graphName().startsWith("file:///")) {
      return Optional.empty();
    }
    return Optional.ofNullable(Path.of(URI.create(document.graphName())).getParent());
  }
}
