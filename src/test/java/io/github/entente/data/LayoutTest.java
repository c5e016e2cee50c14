// SPDX-License-Identifier: Apache-2.0
package io.github.entente.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

/** What the Turtle formatter cannot see to: the layout of TriG, and what each term must carry. */
class LayoutTest {
  private static final Path BASE = Path.of(System.getProperty("entente.basedir", "."));
  private static final String NS = "https://w3id.org/entente/";
  private static final Pattern PREFIX = Pattern.compile("(?m)^@prefix (\\w+): <[^>]*> \\.$");
  private static final Pattern GRAPH = Pattern.compile("(?m)^GRAPH (\\S+) \\{|^(\\S+) \\{$");

  @Test
  void prefixesOfTrigFilesAreSortedAndUsed() throws IOException {
    for (var file : trigFiles()) {
      String text = Files.readString(file);
      var prefixes = PREFIX.matcher(text).results().map(m -> m.group(1)).toList();
      assertThat(prefixes).as(file.toString()).isSorted().isNotEmpty();
      String body = PREFIX.matcher(text).replaceAll("");
      assertThat(prefixes).as(file.toString()).allMatch(prefix -> body.contains(prefix + ":"));
    }
  }

  @Test
  void namedGraphsOfTrigFilesAreSorted() throws IOException {
    for (var file : trigFiles()) {
      var names =
          GRAPH
              .matcher(Files.readString(file))
              .results()
              .map(m -> m.group(1) != null ? m.group(1) : m.group(2))
              .toList();
      assertThat(names).as(file.toString()).isSorted().hasSizeGreaterThan(40);
    }
  }

  private static List<Path> trigFiles() throws IOException {
    try (var files = Files.walk(BASE.resolve("data"))) {
      var found = files.filter(file -> file.toString().endsWith(".trig")).toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  @Test
  void everyTermHasLabelDefinitionAndModule() throws IOException {
    var model = ModelFactory.createDefaultModel();
    try (var files = Files.newDirectoryStream(BASE.resolve("ontology"), "*.ttl")) {
      files.forEach(file -> RDFDataMgr.read(model, file.toUri().toString()));
    }
    var kinds =
        List.of(
            OWL2.Class,
            OWL2.ObjectProperty,
            OWL2.DatatypeProperty,
            OWL2.AnnotationProperty,
            OWL2.NamedIndividual);
    var wrong = new ArrayList<String>();
    int terms = 0;
    for (var kind : kinds) {
      for (var term : model.listSubjectsWithProperty(RDF.type, kind).toList()) {
        if (term.isURIResource() && term.getURI().startsWith(NS)) {
          terms++;
          for (var property : List.of(RDFS.label, SKOS.definition, RDFS.isDefinedBy)) {
            int count =
                model.getGraph().find(term.asNode(), property.asNode(), Node.ANY).toList().size();
            if (count != 1) {
              wrong.add(term + " has " + count + " of " + property);
            }
          }
        }
      }
    }
    assertThat(terms).isGreaterThan(200);
    assertThat(wrong).isEmpty();
  }
}
