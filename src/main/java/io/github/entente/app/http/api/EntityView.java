// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http.api;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.query.Row;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** One thing: what it is by assertion and by inference, what is stated of it, and by whom. */
final class EntityView {
  private EntityView() {}

  static JsonObject json(Asked asked) {
    var node = NodeFactory.createURI(asked.kb().expanded(asked.require("id")));
    var view = asked.quick();
    var graph = asked.kb().snapshot(view).asserted();
    var everyDay = asked.kb().snapshot(Optional.empty()).asserted();
    if (!everyDay.contains(node, Node.ANY, Node.ANY)
        && !everyDay.contains(Node.ANY, Node.ANY, node)) {
      throw new EntenteException(
          ErrorCode.BAD_OPTION,
          "Nothing is known of '" + asked.require("id") + "'. Search for it by its name.");
    }
    var page = new Page(asked.labels());
    var types =
        asked
            .kb()
            .query("SELECT DISTINCT ?type WHERE { ?entity a ?type }")
            .bind("entity", node)
            .from(view)
            .timeout(asked.limit())
            .run();
    page.status(types);
    var json = page.json();
    json.put("id", page.key(node));
    json.put("inForce", graph.contains(node, Node.ANY, Node.ANY));
    json.put(
        "types",
        types(types.rows(), everyDay.find(node, RDF.type.asNode(), Node.ANY).toList(), page));
    json.put("statements", outgoing(everyDay.find(node, Node.ANY, Node.ANY).toList(), page));
    json.put("mentions", incoming(everyDay.find(Node.ANY, Node.ANY, node).toList(), page));
    var commitments = asked.about("commitments", view, node);
    json.put(
        "commitments",
        page.array(
            commitments.rows(),
            row -> {
              var entry = new JsonObject();
              for (var variable : commitments.variables()) {
                page.put(entry, variable, row, variable);
              }
              return entry;
            }));
    json.put("sources", sources(asked, node));
    return page.done();
  }

  private static JsonArray types(List<Row> rows, List<Triple> asserted, Page page) {
    var told = new HashSet<Node>();
    asserted.forEach(triple -> told.add(triple.getObject()));
    return page.array(
        rows.stream()
            .map(row -> row.get("type").orElseThrow())
            .filter(
                type ->
                    type.isURI()
                        && !type.equals(OWL2.Thing.asNode())
                        && !type.equals(OWL2.NamedIndividual.asNode()))
            .toList(),
        type -> {
          var entry = new JsonObject();
          entry.put("id", page.key(type));
          entry.put("asserted", told.contains(type));
          return entry;
        });
  }

  private static JsonArray outgoing(List<Triple> triples, Page page) {
    return page.array(
        triples.stream()
            .filter(
                t ->
                    !t.getPredicate().equals(RDF.type.asNode())
                        && !t.getPredicate().equals(RDFS.label.asNode())
                        && !t.getObject().isBlank())
            .sorted(Comparator.comparing(Triple::toString))
            .toList(),
        triple -> pair(page, triple.getPredicate(), triple.getObject()));
  }

  private static JsonArray incoming(List<Triple> triples, Page page) {
    return page.array(
        triples.stream()
            .filter(t -> t.getSubject().isURI())
            .sorted(Comparator.comparing(Triple::toString))
            .toList(),
        triple -> pair(page, triple.getPredicate(), triple.getSubject()));
  }

  private static JsonArray pair(Page page, Node predicate, Node other) {
    var cells = new JsonArray();
    cells.add(page.value(predicate));
    cells.add(page.value(other));
    return cells;
  }

  /** The files that describe it. */
  private static JsonArray sources(Asked asked, Node node) {
    return Page.texts(
        asked.kb().documents().stream()
            .filter(document -> document.graph().contains(node, Node.ANY, Node.ANY))
            .map(document -> document.location().replaceFirst("^entente:", ""))
            .toList());
  }
}
