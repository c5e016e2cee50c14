// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What follows, written to a file for a store that does not reason. */
class ReasonTest {
  private static final String ONTOLOGY =
      """
      @prefix : <http://example.org/> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      :Ally a owl:Class . :Member a owl:Class ; rdfs:subClassOf :Ally .
      :partOf a owl:ObjectProperty, owl:TransitiveProperty .
      :Odd a owl:Class ; owl:equivalentClass [ a owl:Class ; owl:unionOf ( :Left :Right ) ] .
      :Left a owl:Class ; rdfs:subClassOf :Ally . :Right a owl:Class ; rdfs:subClassOf :Ally .
      :a a :Member ; :partOf :b . :b :partOf :c . :d a :Odd .
      """;

  @TempDir private Path folder;
  private Path ontology;

  @BeforeEach
  void write() throws Exception {
    ontology = Files.writeString(folder.resolve("o.ttl"), ONTOLOGY);
  }

  @Test
  void aStoreThatDoesNotReasonFindsInTheFileWhatFollows() {
    for (String name : new String[] {"closure.nt.gz", "closure.ttl"}) {
      var out = folder.resolve(name);
      var run = Run.of("reason", "--data", ontology.toString(), "--out", out.toString());
      assertThat(run.code()).as(run.err()).isEqualTo(Exit.OK);
      assertThat(run.err()).contains("inferred · sound and complete");
      var model = RDFDataMgr.loadModel(out.toString());
      assertThat(ask(model, ":a a :Ally ; :partOf :b, :c")).isTrue();
      assertThat(ask(model, ":Odd rdfs:subClassOf :Ally")).isTrue();
      // By cases: no rule tells it.
      assertThat(ask(model, ":d a :Ally")).isTrue();
      assertThat(ask(model, ":d a :Left")).isFalse();
    }
  }

  @Test
  void onStandardOutputComesOnlyWhatIsAskedFor() {
    var run = Run.of("reason", "--inferred", "--data", ontology.toString(), "--out", "-");
    assertThat(run.code()).isEqualTo(Exit.OK);
    assertThat(run.out())
        .contains("<http://example.org/a> <http://example.org/partOf> <http://example.org/c> .")
        .doesNotContain(
            "<http://example.org/a> <http://example.org/partOf> <http://example.org/b> .");
  }

  @Test
  void whatRulesAloneLeaveOpenIsSaid() {
    var run =
        Run.of("reason", "--engine", "rules", "--data", ontology.toString(), "--out", "-", "-v");
    assertThat(run.code()).isEqualTo(Exit.LIMIT);
    assertThat(run.err()).contains("sound, incomplete").contains("because:");
  }

  @Test
  void aFileOfAnUnknownKindOrThatExistsIsRefusedBeforeTheWork() throws Exception {
    var unknown = Run.of("reason", "--data", "nowhere.ttl", "--out", "closure.txt");
    assertThat(unknown.code()).isEqualTo(Exit.USAGE);
    assertThat(unknown.err()).contains("closure.txt").contains(".nt.gz");
    var there = Files.writeString(folder.resolve("there.nt"), "mine");
    var refused = Run.of("reason", "--data", ontology.toString(), "--out", there.toString());
    assertThat(refused.err()).contains("--replace");
    assertThat(there).hasContent("mine");
  }

  private static boolean ask(Model model, String pattern) {
    String query =
        "PREFIX : <http://example.org/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ASK {"
            + pattern
            + "}";
    try (var execution = QueryExecution.model(model).query(query).build()) {
      return execution.execAsk();
    }
  }
}
