// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.model.SourceDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BundledTest {
  @Test
  void ontologyModulesAndDataAreThereAndNothingElse() {
    assertThat(Bundled.documents())
        .hasSizeGreaterThan(5)
        .extracting(SourceDocument::graphName)
        .contains("https://w3id.org/entente/graph/ontology/core")
        .allMatch(name -> name.matches("https://w3id.org/entente/graph/(ontology/[^/]+|data/.+)"))
        .doesNotHaveDuplicates();
  }

  @Test
  void bundledDocumentsPassTheGuards() {
    for (var document : Bundled.documents()) {
      var path = document.location().replaceFirst("^entente:", "");
      var bytes = Bundled.bytes(path);
      var guarded = Documents.read(document.graphName(), path, bytes, Fixtures.NO_FOREIGN);
      assertThat(guarded.sha256()).isEqualTo(document.sha256());
      assertThat(guarded.graph().size()).isEqualTo(document.graph().size());
    }
  }

  @Test
  void importsOfTheModulesAreAllBundled() {
    var documents = Bundled.documents();
    assertThat(Documents.withImports(documents, Catalogue.EMPTY, Fixtures.NO_FOREIGN))
        .isEqualTo(documents);
  }

  @Test
  void closuresAndQuestionsAreListedByPath() {
    assertThat(Bundled.closures()).isNotEmpty().allMatch(text -> text.startsWith("#+ "));
    assertThat(Bundled.questions())
        .allSatisfy(
            (path, text) -> {
              assertThat(path).matches("queries/cq/.+\\.rq");
              assertThat(text).isNotBlank();
            });
  }

  @Test
  void bundledDataHaveATemporalProfileAndASnapshot() {
    var corpus = Corpus.of(Bundled.documents(), Bundled.closures());
    assertThat(corpus.profile().firstDay()).hasSize(1);
    assertThat(corpus.epochs()).hasSizeGreaterThan(1);
    var snapshot = corpus.snapshot(Optional.of(LocalDate.of(2024, 4, 4)));
    assertThat(snapshot.asserted().isEmpty()).isFalse();
    assertThat(List.of(snapshot.generated())).allMatch(graph -> !graph.isEmpty());
  }
}
