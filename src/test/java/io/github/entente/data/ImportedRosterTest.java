// SPDX-License-Identifier: Apache-2.0
package io.github.entente.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.SourceDocument;
import io.github.entente.source.Bundled;
import io.github.entente.source.TableFacts;
import io.github.entente.source.TableImport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A roster written as a table by Jena's SPARQL, and imported, is the roster again. */
class ImportedRosterTest {
  private static final Path ROSTERS =
      Path.of(System.getProperty("entente.basedir", "."), "data/rosters");
  private static final Property IN_FRAMEWORK = Turtle.property("inFramework");
  private static final String GRAPHS = "https://w3id.org/entente/graph/data/";

  /** As the table of an import has it, sorted by everything in it. */
  private static final String AS_TABLE =
      """
      PREFIX entente: <https://w3id.org/entente/>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      SELECT ?framework ?party ?status ?from ?until ?source ?verification ?note
      WHERE {
        ?m entente:inFramework ?framework ; entente:ofParty ?party ; a ?role ;
          entente:firstDay ?from ; entente:citation ?source ; entente:verification ?verification .
        FILTER (STRSTARTS(STR(?role), STR(entente:)))
        FILTER (?role NOT IN (entente:ActiveMembership, entente:SuspendedMembership))
        FILTER NOT EXISTS { ?m entente:recordedUntil ?day }
        OPTIONAL { ?m entente:lastDay ?until }
        OPTIONAL { ?m skos:editorialNote ?note }
        BIND (LCASE(REPLACE(STR(?role), "^.*/|Membership$", "")) AS ?word)
        BIND (IF(EXISTS { ?m a entente:SuspendedMembership }, CONCAT("suspended ", ?word), ?word)
          AS ?status)
      }
      ORDER BY ?framework ?party ?from ?status
      """;

  @TestFactory
  Stream<DynamicTest> everyRosterComesBackAsItWas() throws IOException {
    try (var files = Files.list(ROSTERS)) {
      var names = files.map(f -> f.getFileName().toString().replace(".ttl", "")).sorted().toList();
      assertThat(names).hasSize(45);
      return names.stream()
          .map(
              name ->
                  dynamicTest(
                      name,
                      () -> {
                        var table = table(graph(name));
                        assertThat(table.lines().count()).isGreaterThan(1);
                        assertThat(table(imported(name, table).document().graph()))
                            .isEqualTo(table);
                      }));
    }
  }

  @Test
  void overlapsAreTheSameWithTheImportedRostersInPlaceOfOurs() {
    var names = List.of("aukus", "quad", "nato-patg");
    try (var ours = KnowledgeBase.bundled()) {
      var expected = ours.ask("overlapping-frameworks").run();
      var builder = KnowledgeBase.builder().withBundled();
      for (var name : names) {
        var facts = imported(name, table(graph(name)));
        builder.document("urn:x-imported:" + name, name + ".ttl", facts.turtle().getBytes(UTF_8));
      }
      try (var theirs = builder.build()) {
        var view = theirs.ask("overlapping-frameworks").view();
        for (var name : names) {
          view = view.without("rosters/" + name);
        }
        assertThat(theirs.ask("overlapping-frameworks").from(view).run().rows())
            .containsExactlyElementsOf(expected.rows());
        assertThat(ours.ask("overlapping-frameworks").from(view).run().rows())
            .as("the rosters matter")
            .hasSizeLessThan(expected.rows().size());
      }
    }
  }

  /** Imports beside all data but those memberships; what is said of the roster itself stays. */
  private static TableFacts imported(String name, String table) {
    var graphName = GRAPHS + "rosters/" + name;
    var documents =
        Bundled.documents().stream()
            .map(d -> d.graphName().equals(graphName) ? withoutMemberships(d) : d)
            .toList();
    return TableImport.of(
        documents,
        Bundled.imports(),
        "roster.csv",
        table.getBytes(UTF_8),
        "https://example.org/memberships/");
  }

  private static SourceDocument withoutMemberships(SourceDocument document) {
    var rest = GraphFactory.createGraphMem();
    document
        .graph()
        .find()
        .filterDrop(t -> document.graph().contains(t.getSubject(), IN_FRAMEWORK.asNode(), Node.ANY))
        .forEachRemaining(rest::add);
    assertThat(rest.size()).isBetween(4, 6);
    return new SourceDocument(document.graphName(), document.location(), rest, Map.of(), "");
  }

  private static Graph graph(String roster) {
    var model = ModelFactory.createDefaultModel();
    model.read(ROSTERS.resolve(roster + ".ttl").toUri().toString());
    return model.getGraph();
  }

  private static String table(Graph graph) {
    var out = new ByteArrayOutputStream();
    try (var execution =
        QueryExecutionFactory.create(AS_TABLE, ModelFactory.createModelForGraph(graph))) {
      ResultSetFormatter.outputAsCSV(out, execution.execSelect());
    }
    return out.toString(UTF_8);
  }
}
