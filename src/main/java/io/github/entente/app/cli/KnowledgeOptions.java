// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.KnowledgeBase;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What is asked: the bundled knowledge base, or the user's own. */
final class KnowledgeOptions {
  @Option(
      names = "--data",
      paramLabel = "PATH",
      order = 1,
      description = {
        "Data to use in place of the bundled knowledge base: a file, or a folder with files."
            + " Repeatable.",
        "Turtle, TriG, N-Triples, N-Quads, RDF/XML, JSON-LD, OWL/XML, functional or Manchester"
            + " syntax, told by the name's ending."
      })
  private List<Path> data = List.of();

  @Option(
      names = "--ontology",
      paramLabel = "PATH",
      order = 2,
      description =
          "Ontology to use in place of the bundled one: likewise. Without it, the axioms in the"
              + " data count.")
  private List<Path> ontology = List.of();

  @Option(
      names = "--with-bundled",
      order = 3,
      description =
          "Use the bundled knowledge base, with its questions, beside --data and --ontology.")
  private boolean withBundled;

  /**
   * Loads it.
   *
   * @throws io.github.entente.model.EntenteException when a file is missing or malformed
   */
  KnowledgeBase open() {
    if (data.isEmpty() && ontology.isEmpty()) {
      return KnowledgeBase.bundled();
    }
    var builder = KnowledgeBase.builder();
    if (withBundled) {
      builder.withBundled();
    }
    ontology.forEach(builder::ontology);
    data.forEach(builder::data);
    return builder.build();
  }
}
