// SPDX-License-Identifier: Apache-2.0
package io.github.entente.w3c;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Regime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The W3C tests of the SPARQL 1.1 entailment regimes, each under every regime that it names. They
 * are taken from the shared suites where these are present, else from the artifact on the class
 * path, which lacks four.
 */
class EntailmentSuiteTest {
  private static final Map<String, Regime> REGIMES =
      Map.of(
          "RDF", Regime.RDF,
          "RDFS", Regime.RDFS,
          "D", Regime.D,
          "OWL-RDF-Based", Regime.OWL_RDF_BASED,
          "OWL-Direct", Regime.OWL_DIRECT);

  /** Declarations that a file lacks to be in OWL 2 DL. */
  private static final Map<String, String> UNDECLARED =
      Map.of(
          "data-11.ttl",
          "<foo://bla/names#name> a <http://www.w3.org/2002/07/owl#DatatypeProperty> .");

  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TestFactory
  Stream<DynamicNode> shared() {
    return Suite.shared("w3c-sparql/sparql/sparql11/entailment/manifest.ttl").stream()
        .flatMap(manifest -> suite(manifest, 70, "-shared"));
  }

  @TestFactory
  Stream<DynamicNode> bundled() {
    return suite(Suite.bundledSparql11().resolve("entailment/manifest.ttl"), 66, "");
  }

  private static Stream<DynamicNode> suite(Path manifest, int atLeast, String suffix) {
    var suite = new Suite("entailment");
    var cases = Manifest.read(manifest.toUri().toString());
    assertThat(cases).hasSizeGreaterThanOrEqualTo(atLeast);
    var tests = new ArrayList<DynamicNode>();
    for (var test : cases) {
      for (var name : test.regimes()) {
        var regime = REGIMES.get(name);
        if (regime != null) {
          tests.add(
              suite.test(regime.label() + "/" + test.name(), test.iri(), () -> run(test, regime)));
        }
      }
    }
    var summary =
        DynamicTest.dynamicTest(
            "totals",
            () -> {
              var reasoned = needingReasoning(cases);
              var direct =
                  suite.results().stream()
                      .filter(r -> r.passed() && r.test().startsWith("owl-direct/"))
                      .map(r -> r.test().replaceAll(".*/", ""))
                      .collect(Collectors.toSet());
              direct.retainAll(reasoned);
              System.out.println(
                  "W3C entailment"
                      + suffix
                      + ": "
                      + suite.totals()
                      + "; owl-direct, of those that need reasoning: "
                      + direct.size()
                      + " of "
                      + reasoned.size());
              suite.writeEarl(suffix);
              if (!suffix.isEmpty()) {
                suite.noListedFailureIsUnknown();
              }
            });
    tests.add(summary);
    return Stream.of(DynamicContainer.dynamicContainer(manifest.getParent().toString(), tests));
  }

  /** The owl-direct tests whose expected answers are not those of the asserted triples alone. */
  private static TreeSet<String> needingReasoning(List<Manifest.Case> cases) {
    var found = new TreeSet<String>();
    for (var test : cases) {
      if (test.regimes().contains("OWL-Direct")) {
        try {
          run(test, Regime.SIMPLE);
        } catch (AssertionError | RuntimeException e) {
          found.add(test.name());
        }
      }
    }
    return found;
  }

  private static void run(Manifest.Case test, Regime regime) {
    var builder = KnowledgeBase.builder();
    for (var url : test.data()) {
      builder.document(url, url, Comparison.bytes(url));
      var declaration = UNDECLARED.get(url.replaceAll(".*/", ""));
      if (declaration != null && regime == Regime.OWL_DIRECT) {
        builder.document("urn:test:declared", "declared.ttl", declaration.getBytes(UTF_8));
      }
    }
    String text = new String(Comparison.bytes(test.query().orElseThrow()), UTF_8);
    try (var kb = builder.build()) {
      var query = QueryFactory.create(text);
      var answers = kb.query(test.name(), text).regime(regime).timeout(LIMIT).run();
      Comparison.same(query, answers, Comparison.expected(test.result().orElseThrow(), query));
    }
  }
}
