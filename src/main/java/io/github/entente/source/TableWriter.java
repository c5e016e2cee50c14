// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFormatterTTL;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Writes Turtle in an order of its own, so that a row more in a table is a block more in the file;
 * Jena's writers keep none.
 */
final class TableWriter {
  private final TreeMap<String, String> prefixes = new TreeMap<>();

  TableWriter(PrefixMapping ofTerms, PrefixMapping ofData, String namespace) {
    prefixes.put("row", namespace);
    prefixes.putAll(ofData.getNsPrefixMap());
    prefixes.putAll(ofTerms.getNsPrefixMap());
  }

  /** The triples of the file, of the facts in the order given, then of anything else. */
  String write(Node file, List<Node> facts, Graph stated, Graph beside) {
    var blocks = new ArrayList<List<Triple>>();
    var subjects = new LinkedHashSet<Node>();
    subjects.add(file);
    subjects.addAll(facts);
    subjects.forEach(subject -> blocks.add(sorted(stated, subject)));
    var others = beside.find().mapWith(Triple::getSubject).toSet();
    others.stream()
        .sorted(Comparator.comparing(Node::toString))
        .forEach(subject -> blocks.add(sorted(beside, subject)));
    blocks.removeIf(List::isEmpty);
    var iris = blocks.stream().flatMap(List::stream).flatMap(TableWriter::iris).distinct().toList();
    prefixes.values().removeIf(iri -> iris.stream().noneMatch(i -> i.startsWith(iri)));
    var text = new StringBuilder();
    prefixes.forEach(
        (prefix, iri) ->
            text.append("@prefix ").append(prefix).append(": <").append(iri).append("> .\n"));
    var formatter = new NodeFormatterTTL(null, PrefixMapFactory.create(prefixes));
    blocks.forEach(block -> text.append('\n').append(block(block, formatter)));
    return text.toString();
  }

  private static List<Triple> sorted(Graph graph, Node subject) {
    return graph.find(subject, Node.ANY, Node.ANY).toList().stream()
        .sorted(
            Comparator.comparing((Triple t) -> rank(t.getPredicate()))
                .thenComparing(t -> t.getPredicate().toString())
                .thenComparing(t -> t.getObject().toString()))
        .toList();
  }

  private static int rank(Node predicate) {
    return predicate.equals(RDF.type.asNode()) ? 0 : predicate.equals(RDFS.label.asNode()) ? 1 : 2;
  }

  private static String block(List<Triple> triples, NodeFormatterTTL formatter) {
    var types =
        triples.stream()
            .filter(t -> t.getPredicate().equals(RDF.type.asNode()))
            .map(t -> text(t.getObject(), formatter))
            .collect(Collectors.joining(", "));
    var parts = new ArrayList<String>();
    if (!types.isEmpty()) {
      parts.add("a " + types);
    }
    triples.stream()
        .filter(t -> !t.getPredicate().equals(RDF.type.asNode()))
        .map(t -> text(t.getPredicate(), formatter) + " " + text(t.getObject(), formatter))
        .forEach(parts::add);
    return text(triples.get(0).getSubject(), formatter)
        + " "
        + String.join(" ;\n  ", parts)
        + " .\n";
  }

  private static String text(Node node, NodeFormatterTTL formatter) {
    var buffer = new IndentedLineBuffer();
    formatter.format(buffer, node);
    return buffer.asString();
  }

  private static Stream<String> iris(Triple triple) {
    var object = triple.getObject();
    return Stream.of(
        triple.getSubject().toString(),
        triple.getPredicate().equals(RDF.type.asNode()) ? "" : triple.getPredicate().toString(),
        object.isLiteral() ? object.getLiteralDatatypeURI() : object.toString());
  }
}
