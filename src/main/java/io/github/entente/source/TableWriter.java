// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Writes Turtle in an order of its own, so that a row more in a table is a block more in the file.
 */
final class TableWriter {
  private final Map<String, String> prefixes = new TreeMap<>();

  TableWriter(PrefixMapping ofTerms, PrefixMapping ofData, String namespace) {
    prefixes.put("row", namespace);
    prefixes.putAll(ofData.getNsPrefixMap());
    prefixes.putAll(ofTerms.getNsPrefixMap());
  }

  /** The triples of the file, of the facts in the order given, then of anything else. */
  String write(Node file, List<Node> facts, Graph stated, Graph beside) {
    var subjects = new LinkedHashSet<Node>();
    subjects.add(file);
    subjects.addAll(facts);
    var triples = new ArrayList<Triple>();
    subjects.forEach(subject -> sorted(stated.find(subject, Node.ANY, Node.ANY).toList(), triples));
    sorted(beside.find().toList(), triples);
    var bytes = new ByteArrayOutputStream();
    var out = StreamRDFWriter.getWriterStream(bytes, RDFFormat.TURTLE_BLOCKS);
    out.start();
    prefixes.forEach(
        (prefix, iri) -> {
          if (triples.stream().flatMap(TableWriter::iris).anyMatch(i -> i.startsWith(iri))) {
            out.prefix(prefix, iri);
          }
        });
    triples.forEach(out::triple);
    out.finish();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void sorted(List<Triple> from, List<Triple> to) {
    from.stream()
        .sorted(
            Comparator.comparing((Triple t) -> t.getSubject().toString())
                .thenComparing(t -> rank(t.getPredicate()))
                .thenComparing(t -> t.getPredicate().toString())
                .thenComparing(t -> t.getObject().toString()))
        .forEach(to::add);
  }

  private static int rank(Node predicate) {
    return predicate.equals(RDF.type.asNode()) ? 0 : predicate.equals(RDFS.label.asNode()) ? 1 : 2;
  }

  private static Stream<String> iris(Triple triple) {
    var object = triple.getObject();
    return Stream.of(
        triple.getSubject().toString(),
        triple.getPredicate().toString(),
        object.isLiteral() ? object.getLiteralDatatypeURI() : object.toString());
  }
}
