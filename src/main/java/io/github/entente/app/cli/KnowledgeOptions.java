// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.KnowledgeBase;
import io.github.entente.app.cli.output.Console;
import io.github.entente.app.cli.output.Progress;
import io.github.entente.source.Reading;
import io.github.entente.source.Repair;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.util.FmtUtils;
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
      names = "--rules",
      paramLabel = "FILE",
      order = 2,
      description = {
        "Rules in RIF Core (XML), applied under --regime rif to triples, and under owl-direct where"
            + " they are about declared classes and properties. Repeatable.",
        "Rules that data name with rif:usedWithProfile are found without it."
      })
  private List<Path> rules = List.of();

  @Option(
      names = "--with-bundled",
      order = 3,
      description =
          "Use the bundled knowledge base, with its questions, beside --data and --ontology.")
  private boolean withBundled;

  @Option(
      names = "--repair",
      order = 4,
      description =
          "Declare the classes and properties that --data and --ontology use and do not declare,"
              + " where their use tells what they are, and list them on standard error. Nothing"
              + " else is changed.")
  private boolean repair;

  /**
   * Loads it, and tells what was repaired.
   *
   * @throws io.github.entente.model.EntenteException when a file is missing or malformed
   */
  KnowledgeBase open(Console console) {
    return open(console, Reading.Listener.NONE, false);
  }

  /**
   * The same, where a person may want to see how far it is; what is done with it afterwards ends
   * with a message before the memory runs out.
   */
  KnowledgeBase open(Console console, Progress progress) {
    return open(console, progress::reading, true);
  }

  private KnowledgeBase open(Console console, Reading.Listener listener, boolean onWatch) {
    if (data.isEmpty() && ontology.isEmpty() && rules.isEmpty()) {
      return KnowledgeBase.bundled();
    }
    var watch = new MemoryWatch(console, listener);
    var builder = KnowledgeBase.builder().reading(watch);
    if (withBundled || data.isEmpty() && ontology.isEmpty()) {
      builder.withBundled();
    }
    ontology.forEach(builder::ontology);
    data.forEach(builder::data);
    rules.forEach(builder::rules);
    if (repair) {
      builder.repair();
    }
    var kb = builder.build();
    if (!onWatch) {
      watch.end();
    }
    var repairs = kb.repairs();
    if (!repairs.isEmpty()) {
      var prefixes = kb.labels(Optional.empty()).prefixes();
      repairs.forEach(declaration -> console.err().println(line(declaration, prefixes)));
    }
    return kb;
  }

  private static String line(Repair.Declaration declaration, PrefixMapping prefixes) {
    String kind = declaration.kind().label();
    return "repaired: declared %s as %s %s, used in %s: %s"
        .formatted(
            FmtUtils.stringForNode(declaration.term(), prefixes),
            "ao".indexOf(kind.charAt(0)) >= 0 ? "an" : "a",
            kind,
            declaration.location(),
            FmtUtils.stringForTriple(declaration.use(), prefixes));
  }
}
