// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.SourceDocument;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OA;

/** What documents say about source texts: digests, passages, and what is anchored in them. */
final class Anchors {
  private static final String SPDX = "http://spdx.org/rdf/terms#";
  private static final Node CHECKSUM = NodeFactory.createURI(SPDX + "checksum");
  private static final Node ALGORITHM = NodeFactory.createURI(SPDX + "algorithm");
  private static final Node SHA256 = NodeFactory.createURI(SPDX + "checksumAlgorithm_sha256");
  private static final Node VALUE = NodeFactory.createURI(SPDX + "checksumValue");

  private final Graph graph = DocumentReader.newGraph();
  private final Map<Node, Passage> passages = new LinkedHashMap<>();
  private final Map<Node, String> digests = new LinkedHashMap<>();

  Anchors(List<SourceDocument> documents) {
    documents.forEach(document -> GraphUtil.addInto(graph, document.graph()));
    graph.find(Node.ANY, OA.hasSource.asNode(), Node.ANY).mapWith(this::passage).toList().stream()
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparing((Passage passage) -> passage.text().toString())
                .thenComparing(Passage::start)
                .thenComparing(Passage::end, Comparator.reverseOrder())
                .thenComparing(Passage::id))
        .forEach(passage -> passages.put(passage.name(), passage));
    passages
        .values()
        .forEach(p -> digest(p.text()).ifPresent(sha256 -> digests.put(p.text(), sha256)));
  }

  /** The passages, text by text, in the order in which they begin, the longer first. */
  List<Passage> passages() {
    return List.copyOf(passages.values());
  }

  List<Passage> passagesOf(Node text) {
    return passages.values().stream().filter(passage -> passage.text().equals(text)).toList();
  }

  /** The digests of the texts that have both a digest and passages. */
  Map<Node, String> digests() {
    return digests;
  }

  /** The passage itself, or those that a triple about the term leads to. */
  List<Passage> of(Node term) {
    var found = new ArrayList<Passage>();
    Optional.ofNullable(passages.get(term)).ifPresent(found::add);
    if (term.isURI() || term.isBlank()) {
      graph.find(term, Node.ANY, Node.ANY).mapWith(Triple::getObject).toList().stream()
          .flatMap(object -> Optional.ofNullable(passages.get(object)).stream())
          .distinct()
          .sorted(Comparator.comparing(Passage::start).thenComparing(Passage::id))
          .forEach(found::add);
    }
    return found;
  }

  private Optional<Passage> passage(Triple source) {
    var name = source.getSubject();
    var text = source.getObject();
    return graph
        .find(name, OA.hasSelector.asNode(), Node.ANY)
        .mapWith(Triple::getObject)
        .toList()
        .stream()
        .flatMap(
            selector ->
                number(selector, OA.start.asNode())
                    .flatMap(
                        start ->
                            number(selector, OA.end.asNode())
                                .filter(end -> start <= end)
                                .map(
                                    end ->
                                        new Passage(
                                            name, id(name, text), text, start, end, digest(name))))
                    .stream())
        .min(Comparator.comparing(Passage::start).thenComparing(Passage::end));
  }

  private static String id(Node name, Node text) {
    if (!name.isURI() || !text.isURI() || !name.getURI().startsWith(text.getURI())) {
      return name.toString();
    }
    String rest = name.getURI().substring(text.getURI().length()).replaceFirst("^[/#]", "");
    return rest.isEmpty() ? name.getURI() : rest;
  }

  private Optional<Integer> number(Node subject, Node predicate) {
    return value(subject, predicate)
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .filter(text -> text.matches("\\+?\\d+"))
        .map(BigInteger::new)
        .filter(number -> number.bitLength() < Integer.SIZE)
        .map(BigInteger::intValue);
  }

  private Optional<String> digest(Node subject) {
    return graph.find(subject, CHECKSUM, Node.ANY).mapWith(Triple::getObject).toList().stream()
        .filter(checksum -> graph.contains(checksum, ALGORITHM, SHA256))
        .flatMap(checksum -> value(checksum, VALUE).stream())
        .filter(Node::isLiteral)
        .map(value -> value.getLiteralLexicalForm().toLowerCase(Locale.ROOT))
        .min(Comparator.naturalOrder());
  }

  private Optional<Node> value(Node subject, Node predicate) {
    return graph.find(subject, predicate, Node.ANY).mapWith(Triple::getObject).toList().stream()
        .min(Comparator.comparing(Node::toString));
  }
}
