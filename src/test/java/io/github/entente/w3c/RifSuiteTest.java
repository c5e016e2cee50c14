// SPDX-License-Identifier: Apache-2.0
package io.github.entente.w3c;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Regime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The four W3C tests of the RIF regime. Their documents of rules are not among the suites: they are
 * looked for in {@code w3c-rif} beside these and in the folder {@code -Dentente.rif=DIR}; a test
 * whose documents are in neither is skipped.
 */
class RifSuiteTest {
  /** The documents of each test: rules first, then what these import. */
  private static final Map<String, List<String>> DOCUMENTS =
      new LinkedHashMap<>(
          Map.of(
              "rif01", List.of("rif01.rif"),
              "rif03", List.of("Frames-premise.rif"),
              "rif04",
                  List.of(
                      "Modeling_Brain_Anatomy-premise.rif", "Modeling_Brain_Anatomy-import001.rdf"),
              "rif06",
                  List.of(
                      "RDF_Combination_Blank_Node-premise.rif",
                      "RDF_Combination_Blank_Node-import001.rdf")));

  @TestFactory
  Stream<DynamicTest> rif() {
    var manifest = Suite.shared("w3c-sparql/sparql/sparql11/entailment/manifest.ttl");
    var cases = new LinkedHashMap<String, Manifest.Case>();
    manifest
        .map(path -> Manifest.read(path.toUri().toString()))
        .orElse(List.of())
        .forEach(test -> cases.put(test.iri().replaceAll(".*[#/]", ""), test));
    var tests = new ArrayList<DynamicTest>();
    DOCUMENTS.keySet().stream()
        .sorted()
        .forEach(
            name ->
                tests.add(
                    DynamicTest.dynamicTest(
                        name, () -> run(name, Optional.ofNullable(cases.get(name))))));
    assertThat(tests).hasSize(4);
    return tests.stream();
  }

  private static void run(String name, Optional<Manifest.Case> found) {
    assumeTrue(found.isPresent(), name + ": the shared suites are not there");
    var test = found.orElseThrow();
    assertThat(test.regimes()).contains("RIF");
    var files = new ArrayList<Path>();
    for (var document : DOCUMENTS.get(name)) {
      var file = find(document);
      assumeTrue(file.isPresent(), name + ": there is no " + document + "; give -Dentente.rif=DIR");
      files.add(file.orElseThrow());
    }
    var builder = KnowledgeBase.builder();
    test.data().forEach(url -> builder.document(url, url, Comparison.bytes(url)));
    builder.rules(files.get(0));
    files.subList(1, files.size()).forEach(builder::data);
    String text = new String(Comparison.bytes(test.query().orElseThrow()), UTF_8);
    try (var kb = builder.build()) {
      var query = QueryFactory.create(text);
      var answers = kb.query(name, text).regime(Regime.RIF).timeout(Duration.ofSeconds(20)).run();
      Comparison.same(query, answers, Comparison.expected(test.result().orElseThrow(), query));
      // The rules are what gives the answer.
      var plain = kb.query(name, text).regime(Regime.SIMPLE).run();
      assertThat(query.isAskType() ? plain.truth() : !plain.rows().isEmpty()).isFalse();
    }
  }

  /** A file of a name in one of the folders, or in a folder in them. */
  private static Optional<Path> find(String name) {
    var folders = new ArrayList<Path>();
    Suite.shared("w3c-rif").ifPresent(folders::add);
    Optional.ofNullable(System.getProperty("entente.rif")).map(Path::of).ifPresent(folders::add);
    for (var folder : folders) {
      try (var files = Files.walk(folder)) {
        var file = files.filter(f -> f.getFileName().toString().equals(name)).findFirst();
        if (file.isPresent()) {
          return file;
        }
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return Optional.empty();
  }
}
