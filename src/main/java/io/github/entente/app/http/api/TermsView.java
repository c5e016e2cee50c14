// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Every labelled term with its kind, for search and for completion in the editor. */
final class TermsView {
  private static final List<Node> KINDS =
      List.of(
          OWL2.Class.asNode(),
          OWL2.ObjectProperty.asNode(),
          OWL2.DatatypeProperty.asNode(),
          OWL2.AnnotationProperty.asNode());

  private TermsView() {}

  static JsonObject json(Asked asked) {
    var graph = asked.kb().snapshot(Optional.empty()).asserted();
    var labels = asked.labels();
    var terms = new HashMap<Node, JsonObject>();
    graph
        .find(Node.ANY, RDFS.label.asNode(), Node.ANY)
        .mapWith(Triple::getSubject)
        .filterKeep(Node::isURI)
        .toSet()
        .forEach(
            term -> {
              var entry = new JsonObject();
              entry.put("id", Page.key(term, labels));
              entry.put("label", labels.label(term));
              var others = others(graph, term);
              if (!others.isEmpty()) {
                entry.put("also", Page.texts(others));
              }
              entry.put("kind", kind(graph, term, labels));
              terms.put(term, entry);
            });
    var array = new JsonArray();
    terms.entrySet().stream()
        .sorted(Map.Entry.comparingByKey((a, b) -> a.toString().compareTo(b.toString())))
        .forEach(entry -> array.add(entry.getValue()));
    var json = new JsonObject();
    json.put("all", array);
    return json;
  }

  private static List<String> others(Graph graph, Node term) {
    var texts = new ArrayList<String>();
    graph
        .find(term, SKOS.altLabel.asNode(), Node.ANY)
        .forEachRemaining(t -> texts.add(t.getObject().getLiteralLexicalForm()));
    return texts;
  }

  /** The kind of vocabulary term, else what an individual was said to be. */
  private static String kind(Graph graph, Node term, io.github.entente.query.Labels labels) {
    return KINDS.stream()
        .filter(kind -> graph.contains(term, RDF.type.asNode(), kind))
        .map(Node::getLocalName)
        .findFirst()
        .orElseGet(
            () ->
                graph
                    .find(term, RDF.type.asNode(), Node.ANY)
                    .mapWith(Triple::getObject)
                    .toList()
                    .stream()
                    .filter(type -> type.isURI() && !type.equals(OWL2.NamedIndividual.asNode()))
                    .map(labels::label)
                    .min(String::compareTo)
                    .orElse(""));
  }
}
