// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import static io.github.entente.source.Fixtures.NO_FOREIGN;
import static io.github.entente.source.Fixtures.assertRefused;
import static io.github.entente.source.Fixtures.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.model.ErrorCode;
import io.github.entente.model.SourceDocument;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportsTest {
  @TempDir Path folder;

  @Test
  void importIsFoundThroughTheCatalogueBesideTheFile() {
    write(folder, "catalog-v001.xml", catalogue("urn:b", "sub%20folder/b.ttl"));
    write(folder, "sub folder/b.ttl", ontology("urn:b"));
    var documents = Documents.read(write(folder, "a.ttl", ontology("urn:a", "urn:b")), NO_FOREIGN);
    assertThat(names(follow(documents, Catalogue.beside(documents))))
        .containsExactly("a.ttl", "b.ttl");
  }

  @Test
  void importsAreFollowedOnAndRoundInCircles() {
    write(folder, "catalog-v001.xml", catalogue("urn:b", "other/b.ttl"));
    write(folder, "other/catalog-v001.xml", catalogue("urn:c", "c.ttl"));
    write(folder, "other/b.ttl", ontology("urn:b", "urn:c"));
    write(folder, "other/c.ttl", ontology("urn:c", "urn:a", "urn:b"));
    var documents = Documents.read(write(folder, "a.ttl", ontology("urn:a", "urn:b")), NO_FOREIGN);
    assertThat(names(follow(documents, Catalogue.beside(documents))))
        .containsExactly("a.ttl", "b.ttl", "c.ttl");
  }

  @Test
  void loadedDocumentIsFoundByItsOntologyOrVersionIri() {
    write(folder, "a.ttl", ontology("urn:a", "urn:b", "urn:c:1"));
    write(folder, "b.ttl", ontology("urn:b"));
    write(folder, "c.ttl", ontology("urn:c") + "<urn:c> owl:versionIRI <urn:c:1> .");
    var documents = Documents.read(folder, NO_FOREIGN);
    assertThat(follow(documents, Catalogue.EMPTY)).isEqualTo(documents);
  }

  @Test
  void catalogueOfAnotherFolderMayBeGiven() {
    write(folder, "cat/catalog-v001.xml", catalogue("urn:b", "../b.ttl"));
    write(folder, "b.ttl", ontology("urn:b"));
    var documents =
        Documents.read(write(folder, "x/a.ttl", ontology("urn:a", "urn:b")), NO_FOREIGN);
    var catalogue = Catalogue.of(List.of(folder.resolve("cat"), folder.resolve("x")));
    assertThat(names(follow(documents, catalogue))).containsExactly("a.ttl", "b.ttl");
  }

  @Test
  void baseOfTheCatalogueCounts() {
    var text =
        """
        <catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog" xml:base="modules/">
          <group prefer="public" xml:base=""><uri name="urn:b" uri="b.ttl"/></group>
        </catalog>
        """;
    write(folder, "catalog-v001.xml", text);
    write(folder, "modules/b.ttl", ontology("urn:b"));
    var documents = Documents.read(write(folder, "a.ttl", ontology("urn:a", "urn:b")), NO_FOREIGN);
    assertThat(follow(documents, Catalogue.beside(documents))).hasSize(2);
  }

  @Test
  void bundledModulesCanBeImported() {
    var text = ontology("urn:a", "https://w3id.org/entente/module/core");
    var documents = Documents.read(write(folder, "a.ttl", text), NO_FOREIGN);
    assertThat(names(follow(documents, Catalogue.bundled()))).containsExactly("a.ttl", "core.ttl");
  }

  @Test
  void importFoundNowhereIsRefusedWithTheRemedy() {
    var file = write(folder, "a.ttl", ontology("urn:a", "http://127.0.0.1:9/b"));
    var documents = Documents.read(file, NO_FOREIGN);
    assertRefused(ErrorCode.IMPORT_NOT_FOUND, () -> follow(documents, Catalogue.EMPTY))
        .contains(
            file.toString(),
            "<http://127.0.0.1:9/b>",
            "nothing is fetched",
            folder.resolve("catalog-v001.xml").toString());
  }

  @Test
  void catalogueThatPointsToTheNetworkDoesNotHelp() {
    write(folder, "catalog-v001.xml", catalogue("urn:b", "http://127.0.0.1:9/b.ttl"));
    var documents = Documents.read(write(folder, "a.ttl", ontology("urn:a", "urn:b")), NO_FOREIGN);
    assertRefused(ErrorCode.IMPORT_NOT_FOUND, () -> follow(documents, Catalogue.beside(documents)))
        .contains("<urn:b>");
  }

  @Test
  void catalogueEntryWithoutItsFileIsRefused() {
    write(folder, "catalog-v001.xml", catalogue("urn:b", "missing.ttl"));
    var documents = Documents.read(write(folder, "a.ttl", ontology("urn:a", "urn:b")), NO_FOREIGN);
    assertRefused(ErrorCode.FILE_NOT_FOUND, () -> follow(documents, Catalogue.beside(documents)))
        .contains("missing.ttl");
  }

  @Test
  void malformedCatalogueIsRefusedWithItsPlace() {
    var lacking = catalogue("urn:b", "b.ttl").replace("uri=", "url=");
    var one = write(folder, "one/catalog-v001.xml", lacking);
    assertRefused(ErrorCode.MALFORMED_FILE, () -> Catalogue.of(List.of(one)))
        .contains(one + ":2", "Write entries as");
    var two = write(folder, "two/catalog-v001.xml", "<catalog>");
    assertRefused(ErrorCode.MALFORMED_FILE, () -> Catalogue.of(List.of(two)))
        .contains(two.toString());
    var entity = "<!DOCTYPE c [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><catalog>&e;</catalog>";
    var three = write(folder, "three/catalog-v001.xml", entity);
    assertRefused(ErrorCode.MALFORMED_FILE, () -> Catalogue.of(List.of(three)))
        .contains(three.toString());
  }

  static String catalogue(String name, String uri) {
    return """
    <catalog prefer="public" xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
      <uri id="User Entered Import Resolution" name="%s" uri="%s"/>
    </catalog>
    """
        .formatted(name, uri);
  }

  private static String ontology(String iri, String... imports) {
    var text =
        new StringBuilder("@prefix owl: <http://www.w3.org/2002/07/owl#> .\n")
            .append("<" + iri + "> a owl:Ontology .\n");
    for (var imported : imports) {
      text.append("<" + iri + "> owl:imports <" + imported + "> .\n");
    }
    return text.toString();
  }

  private static List<SourceDocument> follow(List<SourceDocument> documents, Catalogue catalogue) {
    return Documents.withImports(documents, catalogue, NO_FOREIGN);
  }

  private static List<String> names(List<SourceDocument> documents) {
    return documents.stream()
        .map(document -> document.location().replaceAll(".*[/\\\\]", ""))
        .toList();
  }
}
