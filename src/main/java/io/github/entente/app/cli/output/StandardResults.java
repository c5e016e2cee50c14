// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import io.github.entente.query.Row;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * The formats of the W3C, which name each term in full.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-results-json/">SPARQL 1.1 Query Results JSON</a>
 * @see <a href="https://www.w3.org/TR/rdf-sparql-XMLres/">SPARQL Query Results XML</a>
 * @see <a href="https://www.w3.org/TR/sparql11-results-csv-tsv/">CSV and TSV formats</a>
 */
final class StandardResults {
  private StandardResults() {}

  static void rows(Format format, List<String> variables, List<Row> rows, OutputStream out) {
    var columns = variables.stream().map(Var::alloc).toList();
    UnaryOperator<Node> terms = format == Format.CSV ? new Marked() : term -> term;
    var bindings = rows.stream().map(row -> binding(row, terms)).iterator();
    writer(format).write(out, RowSetStream.create(columns, bindings), ARQ.getContext());
  }

  static void truth(Format format, boolean truth, OutputStream out) {
    writer(format).write(out, truth, ARQ.getContext());
  }

  static byte[] json(List<String> variables, List<Row> rows) {
    var out = new ByteArrayOutputStream();
    rows(Format.JSON, variables, rows, out);
    return out.toByteArray();
  }

  static byte[] json(boolean truth) {
    var out = new ByteArrayOutputStream();
    truth(Format.JSON, truth, out);
    return out.toByteArray();
  }

  /** Triples in Turtle, JSON-LD or RDF/XML. */
  static void graph(Format format, Graph graph, PrefixMapping prefixes, OutputStream out) {
    var copy = GraphFactory.createDefaultGraph();
    graph
        .find()
        .forEachRemaining(
            triple -> {
              copy.add(triple);
              Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                  .flatMap(term -> prefix(term, prefixes).stream())
                  .forEach(p -> copy.getPrefixMapping().setNsPrefix(p, prefixes.getNsPrefixURI(p)));
            });
    RDFDataMgr.write(
        out,
        copy,
        switch (format) {
          case JSON -> RDFFormat.JSONLD;
          case XML -> RDFFormat.RDFXML_PRETTY;
          default -> RDFFormat.TURTLE_PRETTY;
        });
  }

  private static Optional<String> prefix(Node term, PrefixMapping prefixes) {
    String iri =
        term.isURI() ? term.getURI() : term.isLiteral() ? term.getLiteralDatatypeURI() : "";
    return Optional.ofNullable(prefixes.qnameFor(iri)).map(c -> c.substring(0, c.indexOf(':')));
  }

  private static Binding binding(Row row, UnaryOperator<Node> terms) {
    var builder = BindingFactory.builder();
    row.terms().forEach((name, term) -> builder.add(Var.alloc(name), terms.apply(term)));
    return builder.build();
  }

  /** Blank nodes as text with the mark that the standard wants and Jena's CSV leaves out. */
  private static final class Marked implements UnaryOperator<Node> {
    private final Map<Node, Node> texts = new HashMap<>();

    @Override
    public Node apply(Node term) {
      return term.isBlank()
          ? texts.computeIfAbsent(
              term, blank -> NodeFactory.createLiteralString("_:b" + texts.size()))
          : term;
    }
  }

  private static RowSetWriter writer(Format format) {
    Lang lang =
        switch (format) {
          case JSON -> ResultSetLang.RS_JSON;
          case XML -> ResultSetLang.RS_XML;
          case CSV -> ResultSetLang.RS_CSV;
          default -> ResultSetLang.RS_TSV;
        };
    return RowSetWriterRegistry.getFactory(lang).create(lang);
  }
}
