// SPDX-License-Identifier: Apache-2.0
package io.github.entente.w3c;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.app.cli.output.Console;
import io.github.entente.app.cli.output.Format;
import io.github.entente.app.cli.output.RowsPrinter;
import io.github.entente.app.cli.output.Style;
import io.github.entente.query.Answers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetRewindable;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.sparql.resultset.SPARQLResult;
import org.apache.jena.sparql.util.IsoMatcher;
import org.apache.jena.sparql.vocabulary.ResultSetGraphVocab;

/** Compares answers with an expected result, as ARQ's own tests do. */
final class Comparison {
  private static final List<BiPredicate<RowSet, RowSet>> IN_ORDER =
      List.of(ResultsCompare::equalsByTermAndOrder, ResultsCompare::equalsByValueAndOrder);
  private static final List<BiPredicate<RowSet, RowSet>> IN_ANY_ORDER =
      List.of(ResultsCompare::equalsByTerm, ResultsCompare::equalsByValue);

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
    boolean rdf = lang == null || RDFLanguages.isTriples(lang);
    if (query.isConstructType() || query.isDescribeType()) {
      return new SPARQLResult(RDFDataMgr.loadModel(url, lang != null && rdf ? lang : Lang.TURTLE));
    } else if (query.isSelectType() && lang != null && rdf) {
      return new SPARQLResult(ResultSetFactory.makeResults(RDFDataMgr.loadModel(url)));
    }
    if (query.isAskType() && lang != null && rdf) {
      var truth = RDFDataMgr.loadModel(url).listObjectsOfProperty(ResultSetGraphVocab.p_boolean);
      return new SPARQLResult(truth.next().asLiteral().getBoolean());
    }
    var result = ResultSetFactory.result(url);
    return lang.equals(ResultSetLang.RS_CSV) ? blanked(result) : result;
  }

  /** Jena reads all of CSV as text; the standard writes blank nodes with their mark. */
  private static SPARQLResult blanked(SPARQLResult read) {
    var rows = RowSet.adapt(read.getResultSet()).rewindable();
    var bindings =
        rows.stream()
            .map(
                row -> {
                  var builder = Binding.builder();
                  row.forEach((name, term) -> builder.add(name, blanked(term)));
                  return builder.build();
                });
    return new SPARQLResult(
        ResultSet.adapt(RowSetStream.create(rows.getResultVars(), bindings.iterator())));
  }

  private static Node blanked(Node term) {
    return term.isLiteral() && term.getLiteralLexicalForm().startsWith("_:")
        ? NodeFactory.createBlankNode(term.getLiteralLexicalForm())
        : term;
  }

  /** Answers as ARQ has them. */
  static SPARQLResult given(Answers answers) {
    return switch (answers.form()) {
      case TRUTH -> new SPARQLResult(answers.truth());
      case GRAPH -> new SPARQLResult(ModelFactory.createModelForGraph(answers.graph()));
      case ROWS -> new SPARQLResult(ResultSet.adapt(rows(answers)));
    };
  }

  static void same(Query query, Answers answers, SPARQLResult expected) {
    same(query, given(answers), expected, false);
  }

  /**
   * Fails unless two results are the same but for the names of blank nodes.
   *
   * @param lax whether rows that are the same count once
   */
  static void same(Query query, SPARQLResult given, SPARQLResult expected, boolean lax) {
    if (expected.isBoolean()) {
      assertThat(given.getBooleanResult()).isEqualTo(expected.getBooleanResult());
    } else if (expected.isModel() || expected.isGraph()) {
      // Jena's own comparison of graphs does not look for blank nodes in triple terms.
      assertThat(IsoMatcher.isomorphic(given.getModel().getGraph(), expected.getModel().getGraph()))
          .as("expected %s, got %s", expected.getModel(), given.getModel())
          .isTrue();
    } else {
      sameRows(query, rows(given, lax), rows(expected, lax));
    }
  }

  private static RowSetRewindable rows(SPARQLResult result, boolean distinct) {
    var rows = RowSet.adapt(result.getResultSet()).rewindable();
    if (!distinct) {
      return rows;
    }
    var once = rows.stream().distinct().iterator();
    return RowSetStream.create(rows.getResultVars(), once).rewindable();
  }

  private static void sameRows(Query query, RowSetRewindable given, RowSetRewindable wanted) {
    boolean ordered = query.isOrdered();
    // Jena's search for a matching of rows is exponential where many rows are alike in part.
    boolean same = !ordered && counted(given).equals(counted(wanted));
    for (var test : ordered ? IN_ORDER : IN_ANY_ORDER) {
      given.reset();
      wanted.reset();
      same = same || test.test(given, wanted);
    }
    given.reset();
    wanted.reset();
    assertThat(same)
        .as(
            "expected %s rows, got %s: %s",
            wanted.size(), given.size(), given.stream().limit(20).toList())
        .isTrue();
  }

  private static Map<Map<Var, Node>, Long> counted(RowSet rows) {
    return rows.stream()
        .map(
            row -> {
              var terms = new HashMap<Var, Node>();
              row.forEach(terms::put);
              return terms;
            })
        .collect(Collectors.groupingBy(terms -> terms, Collectors.counting()));
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

  /** What is left of answers that the command line printed in the format of a file's ending. */
  static SPARQLResult printed(Answers answers, String ending) {
    var out = new ByteArrayOutputStream();
    var console =
        Console.of(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            System.err,
            InputStream.nullInputStream(),
            Map.of());
    var format = Format.valueOf(ending.toUpperCase(Locale.ROOT));
    new RowsPrinter(console, new Style(Optional.of(format), true, true, 0))
        .print(answers.variables(), answers.rows(), answers.labels());
    return read(out.toByteArray(), ending);
  }

  /** What is left of a result that ARQ wrote in the format of a file's ending. */
  static SPARQLResult written(SPARQLResult result, String ending) {
    var out = new ByteArrayOutputStream();
    ResultSetFormatter.output(out, result.getResultSet(), lang(ending));
    return read(out.toByteArray(), ending);
  }

  private static SPARQLResult read(byte[] text, String ending) {
    var lang = lang(ending);
    var result = new SPARQLResult(ResultSetMgr.read(new ByteArrayInputStream(text), lang));
    return lang.equals(ResultSetLang.RS_CSV) ? blanked(result) : result;
  }

  private static Lang lang(String ending) {
    return switch (ending) {
      case "csv" -> ResultSetLang.RS_CSV;
      case "tsv" -> ResultSetLang.RS_TSV;
      default -> throw new IllegalArgumentException(ending);
    };
  }
}
