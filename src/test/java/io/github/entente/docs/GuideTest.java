// SPDX-License-Identifier: Apache-2.0
package io.github.entente.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.entente.KnowledgeBase;
import io.github.entente.query.Answers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the guides show of Turtle is in the files, their SPARQL finds something, and their links
 * lead somewhere; console blocks have a test beside the README's.
 */
class GuideTest {
  private static final Path BASE = Path.of(System.getProperty("entente.basedir", "."));
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

  @Test
  void everyTurtleBlockIsInTheFiles() throws IOException {
    var files = files();
    int seen = 0;
    for (var guide : guides()) {
      for (var block : blocks(guide, "turtle")) {
        var shown = ModelFactory.createDefaultModel();
        RDFParser.fromString(prefixes(files) + block, Lang.TURTLE).parse(shown);
        shown
            .listStatements()
            .filterDrop(line -> line.getSubject().isAnon() || line.getObject().isAnon())
            .forEach(line -> assertThat(files.contains(line)).as(guide + ": " + line).isTrue());
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(5);
  }

  @TestFactory
  Stream<DynamicTest> everySparqlBlockFindsSomething() throws IOException {
    var tests = new ArrayList<DynamicTest>();
    for (var guide : guides()) {
      for (var block : blocks(guide, "sparql")) {
        tests.add(dynamicTest(block, () -> assertFinds(block)));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  @Test
  void everyLinkAndImageLeadsToAFile() throws IOException {
    var documents = new ArrayList<>(guides());
    documents.add(BASE.resolve("README.md"));
    documents.add(BASE.resolve("CONTRIBUTING.md"));
    int seen = 0;
    for (var document : documents) {
      var links = LINK.matcher(Files.readString(document));
      while (links.find()) {
        assertThat(document.resolveSibling(links.group(1))).as("linked in " + document).exists();
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(10);
  }

  private static void assertFinds(String query) {
    try (var kb = KnowledgeBase.bundled()) {
      var answers = kb.query(query).run();
      if (answers.form() == Answers.Form.TRUTH) {
        assertThat(answers.truth()).isTrue();
      } else {
        assertThat(answers.rows()).isNotEmpty();
      }
    }
  }

  private static Model files() throws IOException {
    var model = ModelFactory.createDefaultModel();
    for (String folder : List.of("ontology", "data", "docs/guide/example")) {
      try (var found = Files.walk(BASE.resolve(folder))) {
        found
            .filter(file -> file.toString().matches(".*\\.(ttl|trig)"))
            .forEach(file -> read(model, file));
      }
    }
    return model;
  }

  /** Of a file with several graphs, the default one. */
  private static void read(Model model, Path file) {
    var dataset = RDFDataMgr.loadDataset(file.toUri().toString());
    model.add(dataset.getDefaultModel());
    model.setNsPrefixes(dataset.getDefaultModel().getNsPrefixMap());
    model.setNsPrefixes(dataset.getPrefixMapping());
  }

  private static String prefixes(Model model) {
    var text = new StringBuilder();
    model
        .getNsPrefixMap()
        .forEach((prefix, iri) -> text.append("PREFIX %s: <%s>%n".formatted(prefix, iri)));
    return text.toString();
  }

  private static List<Path> guides() throws IOException {
    try (var found = Files.list(BASE.resolve("docs/guide"))) {
      return found.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  private static List<String> blocks(Path file, String language) throws IOException {
    return Pattern.compile("```" + language + "\\R(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(file))
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
