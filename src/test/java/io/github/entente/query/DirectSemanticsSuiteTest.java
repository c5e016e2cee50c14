// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Regime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.resultset.ResultSetReaderRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.resultset.ResultSetCompare;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The tests of SPARQL 1.1 entailment that the W3C has for the OWL 2 Direct Semantics. */
class DirectSemanticsSuiteTest {
  private static final int COUNT = 47;

  /** Those that fail, with the reason. */
  private static final Map<String, String> FAILING = Map.of();

  /** Declarations that a file lacks to be in OWL 2 DL. */
  private static final Map<String, String> UNDECLARED =
      Map.of(
          "data-11.ttl",
          "<foo://bla/names#name> a <http://www.w3.org/2002/07/owl#DatatypeProperty> .");

  private static final Path SUITE =
      Path.of(System.getProperty("entente.shared", "../shared"))
          .resolve("suites/w3c-sparql/sparql/sparql11/entailment");
  private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
  private static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final Resource DIRECT =
      ResourceFactory.createResource("http://www.w3.org/ns/entailment/OWL-Direct");

  private record Case(String name, Path query, Path data, Path result) {}

  @TestFactory
  Stream<DynamicTest> everyTestPasses() {
    Assumptions.assumeTrue(Files.exists(SUITE), "the folder " + SUITE + " is not there");
    var cases = cases();
    assertThat(cases).hasSize(COUNT);
    return cases.stream().map(c -> dynamicTest(c.name(), () -> run(c)));
  }

  private static List<Case> cases() {
    Model manifest = RDFDataMgr.loadModel(SUITE.resolve("manifest.ttl").toUri().toString());
    var cases = new ArrayList<Case>();
    for (var test : manifest.listSubjectsWithProperty(property(MF, "action")).toList()) {
      var action = test.getPropertyResourceValue(property(MF, "action"));
      var regime = action.getPropertyResourceValue(property(SD, "entailmentRegime"));
      boolean direct =
          regime != null
              && (regime.equals(DIRECT)
                  || regime.canAs(RDFList.class) && regime.as(RDFList.class).contains(DIRECT));
      if (direct) {
        cases.add(
            new Case(
                test.getLocalName(),
                file(action, "query"),
                file(action, "data"),
                Path.of(
                    java.net.URI.create(
                        test.getPropertyResourceValue(property(MF, "result")).getURI()))));
      }
    }
    return cases.stream().sorted(java.util.Comparator.comparing(Case::name)).toList();
  }

  private static Property property(String namespace, String name) {
    return ResourceFactory.createProperty(namespace, name);
  }

  private static Path file(Resource action, String name) {
    return Path.of(
        java.net.URI.create(action.getPropertyResourceValue(property(QT, name)).getURI()));
  }

  private static void run(Case test) throws IOException {
    Optional<String> difference;
    try {
      difference = difference(test);
    } catch (RuntimeException e) {
      difference = Optional.of(e.toString());
    }
    if (FAILING.containsKey(test.name())) {
      assertThat(difference).as("it passes: take it from the list").isPresent();
    } else {
      difference.ifPresent(text -> fail(text));
    }
  }

  private static Optional<String> difference(Case test) throws IOException {
    Answers answers;
    var builder = KnowledgeBase.builder().data(test.data());
    var declaration = UNDECLARED.get(test.data().getFileName().toString());
    if (declaration != null) {
      builder.document("urn:test:declared", "declared.ttl", declaration.getBytes(UTF_8));
    }
    try (var kb = builder.build()) {
      answers = kb.query(Files.readString(test.query())).regime(Regime.OWL_DIRECT).run();
    }
    var reader =
        ResultSetReaderRegistry.getFactory(ResultSetLang.RS_XML).create(ResultSetLang.RS_XML);
    try (var in = Files.newInputStream(test.result())) {
      var expected = reader.readAny(in, new Context());
      if (expected.isBoolean()) {
        return expected.getBooleanResult() == answers.truth()
            ? Optional.empty()
            : Optional.of("said " + answers.truth());
      }
      var wanted = RowSet.adapt(expected.getResultSet());
      boolean same = ResultSetCompare.equalsByTerm(wanted, rows(answers));
      return same ? Optional.empty() : Optional.of("gave " + answers.rows());
    }
  }

  private static RowSet rows(Answers answers) {
    var variables = answers.variables().stream().map(Var::alloc).toList();
    var bindings = new ArrayList<Binding>();
    for (var row : answers.rows()) {
      BindingBuilder builder = Binding.builder();
      variables.forEach(v -> row.get(v.getVarName()).ifPresent(node -> builder.add(v, node)));
      bindings.add(builder.build());
    }
    return RowSetStream.create(variables, bindings.iterator());
  }
}
