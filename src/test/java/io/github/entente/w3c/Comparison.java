// SPDX-License-Identifier: Apache-2.0
package io.github.entente.w3c;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.query.Answers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.sparql.resultset.SPARQLResult;

/** Compares answers with an expected result, as ARQ's own tests do. */
final class Comparison {
  private Comparison() {}

  static byte[] bytes(String url) {
    try (var in = URI.create(url).toURL().openStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SPARQLResult expected(String url, Query query) {
    var lang = RDFLanguages.filenameToLang(url);
    if (query.isAskType() || query.isSelectType()) {
      return ResultSetFactory.result(url);
    }
    return new SPARQLResult(RDFDataMgr.loadModel(url, lang == null ? Lang.TURTLE : lang));
  }

  static void same(Query query, Answers answers, SPARQLResult expected) {
    switch (answers.form()) {
      case TRUTH -> assertThat(answers.truth()).isEqualTo(expected.getBooleanResult());
      case GRAPH ->
          assertThat(answers.graph().isIsomorphicWith(expected.getModel().getGraph())).isTrue();
      case ROWS -> {
        var wanted = RowSet.adapt(expected.getResultSet()).rewindable();
        var given = rows(answers).rewindable();
        boolean same =
            query.isOrdered()
                ? ResultsCompare.equalsByTermAndOrder(given, wanted)
                : ResultsCompare.equalsByTerm(given, wanted);
        if (!same) {
          given.reset();
          wanted.reset();
          same = ResultsCompare.equalsByValue(given, wanted);
        }
        wanted.reset();
        assertThat(same)
            .as(
                "expected %s rows, got %s: %s",
                wanted.size(), answers.rows().size(), answers.rows())
            .isTrue();
      }
    }
  }

  private static RowSet rows(Answers answers) {
    List<Var> variables = answers.variables().stream().map(Var::alloc).toList();
    List<Binding> bindings =
        answers.rows().stream()
            .map(
                row -> {
                  var builder = Binding.builder();
                  row.terms().forEach((name, term) -> builder.add(Var.alloc(name), term));
                  return builder.build();
                })
            .toList();
    return RowSetStream.create(variables, bindings.iterator());
  }
}
