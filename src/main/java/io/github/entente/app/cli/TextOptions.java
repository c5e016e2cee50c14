// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.KnowledgeBase;
import io.github.entente.source.Texts;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** People's own copies of source texts. */
final class TextOptions {
  @Option(
      names = "--text",
      paramLabel = "FILE",
      order = 17,
      description =
          "Your own copy of a source text: verified by its digest, then the passages that answers"
              + " are anchored in are shown under a table (also md). Repeatable.")
  private List<Path> copies = List.of();

  Texts verified(KnowledgeBase kb) {
    return kb.texts(copies.toArray(Path[]::new));
  }

  List<Path> copies() {
    return copies;
  }

  boolean given() {
    return !copies.isEmpty();
  }
}
