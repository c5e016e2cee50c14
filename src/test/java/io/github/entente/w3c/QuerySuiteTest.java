// SPDX-License-Identifier: Apache-2.0
package io.github.entente.w3c;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Regime;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.resultset.SPARQLResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The W3C tests of query evaluation, of result formats and of query syntax through our door under
 * {@code simple}: what plain ARQ passes, so do we, save what is recorded as refused on purpose.
 */
@Tag("full")
class QuerySuiteTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Set<String> EVALUATION =
      Set.of("QueryEvaluationTest", "CSVResultFormatTest");
  private static final Set<String> RIGHT = Set.of("PositiveSyntaxTest", "PositiveSyntaxTest11");
  private static final Set<String> WRONG = Set.of("NegativeSyntaxTest", "NegativeSyntaxTest11");

  private static final String ARQ_PASSES = "ARQ passes it";
  private static final String ARQ_FAILS = "ARQ fails it too";

  private static final String EMPTY = "http://example.org/empty.ttl";

  /** For the tests of syntax, which have no data. */
  private static KnowledgeBase nothing;

  @BeforeAll
  static void loadNothing() {
    nothing = KnowledgeBase.builder().document(EMPTY, EMPTY, new byte[0]).build();
  }

  @AfterAll
  static void close() {
    nothing.close();
  }

  @TestFactory
  Stream<DynamicNode> sparql10() {
    var folder = Suite.bundled("testcases-sparql-1.0-w3c").resolve("data-r2");
    return suite(
        "sparql10",
        List.of(folder.resolve("manifest-evaluation.ttl"), folder.resolve("manifest-syntax.ttl")),
        400);
  }

  @TestFactory
  Stream<DynamicNode> sparql11() {
    return shared("sparql11", "w3c-sparql/sparql/sparql11/manifest-all.ttl", 330);
  }

  @TestFactory
  Stream<DynamicNode> sparql12() {
    return shared("sparql12", "w3c-sparql/sparql/sparql12/manifest.ttl", 230);
  }

  /** The older edition of the tests of SPARQL 1.1, for where the shared suites are absent. */
  @TestFactory
  Stream<DynamicNode> sparql11Bundled() {
    var manifest = Suite.bundledSparql11().resolve("manifest-all.ttl");
    return suite("sparql11-rdf4j", List.of(manifest), 250);
  }

  private static Stream<DynamicNode> shared(String name, String path, int atLeast) {
    var manifest = Suite.shared(path);
    Assumptions.assumeTrue(manifest.isPresent(), "the suite " + path + " is not there");
    return suite(name, List.of(manifest.get()), atLeast);
  }

  private static Stream<DynamicNode> suite(String name, List<Path> manifests, int atLeast) {
    var suite = new Suite(name, true);
    var cases =
        manifests.stream()
            .flatMap(manifest -> Manifest.read(manifest.toUri().toString()).stream())
            .filter(test -> test.regimes().isEmpty() && test.query().isPresent())
            .filter(
                test ->
                    Stream.of(EVALUATION, RIGHT, WRONG)
                        .anyMatch(kinds -> kinds.contains(test.type())))
            .toList();
    assertThat(cases).hasSizeGreaterThanOrEqualTo(atLeast);
    List<DynamicNode> tests = new ArrayList<>();
    cases.forEach(test -> tests.add(suite.test(test.toString(), test.iri(), () -> run(test))));
    tests.add(dynamicTest("noTestFailsThatArqPasses", () -> noTestFailsThatArqPasses(suite)));
    tests.add(dynamicTest("totals", () -> suite.conclude(also(suite))));
    return tests.stream();
  }

  private static void noTestFailsThatArqPasses(Suite suite) {
    assertThat(suite.results())
        .filteredOn(result -> result.failure().filter(f -> f.startsWith(ARQ_PASSES)).isPresent())
        .extracting(Suite.Result::test)
        .allSatisfy(
            test ->
                assertThat(suite.recorded().tests().get(test))
                    .isNotNull()
                    .extracting(Outcomes.Outcome::outcome)
                    .isEqualTo(Outcomes.REFUSED));
  }

  private static List<String> also(Suite suite) {
    long arq =
        suite.results().stream()
            .filter(result -> !result.failure().orElse("").startsWith(ARQ_FAILS))
            .count();
    return List.of("ARQ alone passes at most " + arq + " of these.");
  }

  /** Fails where we do, saying whether ARQ does so as well. */
  private static void run(Manifest.Case test) {
    var ours = failure(() -> ours(test));
    if (ours.isPresent()) {
      var arqs = failure(() -> arqs(test));
      throw new AssertionError(
          (arqs.isPresent() ? ARQ_FAILS : ARQ_PASSES) + ": " + ours.get().getMessage(), ours.get());
    }
  }

  private static Optional<Throwable> failure(Runnable body) {
    try {
      assertTimeoutPreemptively(LIMIT, body::run);
      return Optional.empty();
    } catch (AssertionError | RuntimeException | StackOverflowError e) {
      return Optional.of(e);
    }
  }

  private static String text(Manifest.Case test) {
    return new String(Comparison.bytes(test.query().orElseThrow()), StandardCharsets.UTF_8);
  }

  private static Query parsed(Manifest.Case test, Syntax syntax) {
    return QueryFactory.create(text(test), test.query().orElseThrow(), syntax);
  }

  /** Plain ARQ, in its own syntax or else in that of the standard. */
  private static void arqs(Manifest.Case test) {
    if (failure(() -> arqs(test, Syntax.defaultQuerySyntax)).isPresent()) {
      arqs(test, Syntax.syntaxSPARQL_12);
    }
  }

  private static void arqs(Manifest.Case test, Syntax syntax) {
    if (RIGHT.contains(test.type())) {
      parsed(test, syntax);
    } else if (WRONG.contains(test.type())) {
      assertThatThrownBy(() -> parsed(test, syntax)).isInstanceOf(QueryException.class);
    } else {
      var query = parsed(test, syntax);
      var data = DatasetFactory.create();
      test.data().forEach(url -> RDFDataMgr.read(data, url));
      query.getGraphURIs().forEach(url -> RDFDataMgr.read(data, url));
      query.getNamedGraphURIs().forEach(url -> named(data, url));
      test.graphs().forEach(url -> named(data, url));
      query.getGraphURIs().clear();
      query.getNamedGraphURIs().clear();
      try (var execution = QueryExecution.create(query, data)) {
        execution.getContext().set(ARQ.httpServiceAllowed, false);
        var given = answered(query, execution);
        same(test, query, format(test).map(f -> Comparison.written(given, f)).orElse(given));
      }
    }
  }

  private static void named(Dataset data, String url) {
    RDFDataMgr.read(data.getNamedModel(url), url);
  }

  private static SPARQLResult answered(Query query, QueryExecution execution) {
    if (query.isAskType()) {
      return new SPARQLResult(execution.execAsk());
    } else if (query.isSelectType()) {
      return new SPARQLResult(ResultSetFactory.copyResults(execution.execSelect()));
    }
    return new SPARQLResult(
        query.isConstructType() ? execution.execConstruct() : execution.execDescribe());
  }

  /** What is expected, to be compared with. */
  private static void same(Manifest.Case test, Query query, SPARQLResult given) {
    var expected = Comparison.expected(test.result().orElseThrow(), query);
    Comparison.same(query, given, expected, test.lax());
  }

  /** The format in which a result is to be printed and read again, where a test is about that. */
  private static Optional<String> format(Manifest.Case test) {
    var result = test.result().orElseThrow();
    return Stream.of("csv", "tsv").filter(ending -> result.endsWith("." + ending)).findFirst();
  }

  private static void ours(Manifest.Case test) {
    if (EVALUATION.contains(test.type())) {
      evaluate(test);
    } else if (RIGHT.contains(test.type())) {
      nothing.query(test.name(), text(test));
    } else {
      assertThatThrownBy(() -> nothing.query(test.name(), text(test)))
          .isInstanceOfSatisfying(
              EntenteException.class,
              e -> assertThat(e.code()).isIn(ErrorCode.BAD_QUERY, ErrorCode.UNKNOWN_PREFIX));
    }
  }

  private static void evaluate(Manifest.Case test) {
    var query = parsed(test, Syntax.defaultQuerySyntax);
    var documents = new LinkedHashSet<>(test.data());
    documents.addAll(test.graphs());
    documents.addAll(query.getGraphURIs());
    documents.addAll(query.getNamedGraphURIs());
    var builder = KnowledgeBase.builder();
    documents.forEach(url -> builder.document(url, url, Comparison.bytes(url)));
    if (documents.isEmpty()) {
      builder.document(EMPTY, EMPTY, new byte[0]);
    }
    try (var kb = builder.build()) {
      var answers =
          kb.query(test.name(), over(kb, test, query)).regime(Regime.SIMPLE).timeout(LIMIT).run();
      same(
          test,
          query,
          format(test)
              .map(f -> Comparison.printed(answers, f))
              .orElseGet(() -> Comparison.given(answers)));
    }
  }

  /**
   * The query with its place as base, which its text does not say. A knowledge base has every
   * source in its default graph, and as a named graph: where a query looks at graphs, it has to say
   * which ones the test means.
   */
  private static String over(KnowledgeBase kb, Manifest.Case test, Query query) {
    String base = "BASE <" + test.query().orElseThrow() + ">\n";
    boolean says = !query.getGraphURIs().isEmpty() || !query.getNamedGraphURIs().isEmpty();
    boolean looks = query.toString().contains("GRAPH") || !test.graphs().isEmpty();
    if (says || !looks) {
      return base + text(test);
    }
    var named = new LinkedHashSet<>(test.graphs());
    kb.documents().forEach(document -> named.addAll(document.namedGraphs().keySet()));
    test.data().forEach(query::addGraphURI);
    named.forEach(query::addNamedGraphURI);
    return base + query.serialize(query.getSyntax());
  }
}
