// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import io.github.entente.query.Answers;
import io.github.entente.query.Row;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.shared.JenaException;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.GraphFactory;

/** Answers and graphs as replies, in the format that the request wants. */
final class Results {
  private final int maxBytes;

  Results(Settings settings) {
    this.maxBytes = settings.limits().bytes();
  }

  Reply answers(Call call, Answers answers) {
    if (answers.form() == Answers.Form.GRAPH) {
      return Headers.on(graph(call, answers.graph(), answers.labels().prefixes()), answers);
    }
    var offer = Formats.RESULTS.of(call);
    var bytes = new Bounded(maxBytes);
    if (offer.format().equals(ResultSetLang.RS_JSON)) {
      JsonResults.write(answers, links(call, answers), bytes);
    } else if (answers.form() == Answers.Form.TRUTH) {
      truth(offer.format(), answers.truth(), bytes);
    } else {
      rows(offer.format(), answers, bytes);
    }
    var reply = Reply.of(200, offer.contentType(), bytes.toByteArray()).with("Vary", "Accept");
    return Headers.on(reply, answers);
  }

  private static void truth(Lang lang, boolean truth, OutputStream to) {
    RowSetWriterRegistry.getFactory(lang).create(lang).write(to, truth, ARQ.getContext());
  }

  private static void rows(Lang lang, Answers answers, OutputStream to) {
    var columns = answers.variables().stream().map(Var::alloc).toList();
    var bindings = answers.rows().stream().map(Results::binding).iterator();
    RowSetWriterRegistry.getFactory(lang)
        .create(lang)
        .write(to, RowSetStream.create(columns, bindings), ARQ.getContext());
  }

  private static Binding binding(Row row) {
    var builder = BindingFactory.builder();
    row.terms().forEach((name, term) -> builder.add(Var.alloc(name), term));
    return builder.build();
  }

  /** Where more is said about the answers: the world, the regime, the guarantee. */
  private static List<String> links(Call call, Answers answers) {
    var links = new ArrayList<String>();
    answers.world().ifPresent(links::add);
    links.add(answers.regime().iri());
    links.add(Guarantees.link(call, answers.guarantee()));
    return links;
  }

  Reply graph(Call call, Graph graph, PrefixMapping prefixes) {
    var offer = Formats.GRAPHS.of(call);
    return graph(offer.format(), offer.contentType(), graph, prefixes);
  }

  Reply graph(RDFFormat format, String contentType, Graph graph, PrefixMapping prefixes) {
    var bytes = new Bounded(maxBytes);
    try {
      RDFWriter.source(withPrefixes(graph, prefixes)).format(format).output(bytes);
    } catch (UnsupportedOperationException | JenaException e) {
      throw new Refusal(
          406,
          contentType
              + " cannot express this graph ("
              + e.getMessage()
              + "). Accept text/turtle or application/n-triples.");
    }
    return Reply.of(200, contentType, bytes.toByteArray()).with("Vary", "Accept");
  }

  /** The graph with the prefixes that it uses, and no others. */
  private static Graph withPrefixes(Graph graph, PrefixMapping prefixes) {
    var copy = GraphFactory.createDefaultGraph();
    var used = copy.getPrefixMapping();
    graph
        .find()
        .forEachRemaining(
            triple -> {
              copy.add(triple);
              Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                  .map(Results::iri)
                  .map(iri -> prefixes.qnameFor(iri))
                  .filter(Objects::nonNull)
                  .map(curie -> curie.substring(0, curie.indexOf(':')))
                  .forEach(p -> used.setNsPrefix(p, prefixes.getNsPrefixURI(p)));
            });
    return copy;
  }

  private static String iri(Node term) {
    return term.isURI() ? term.getURI() : term.isLiteral() ? term.getLiteralDatatypeURI() : "";
  }
}
