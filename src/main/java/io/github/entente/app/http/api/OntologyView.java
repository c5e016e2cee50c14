// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http.api;

import io.github.entente.query.Answers;
import io.github.entente.reason.dl.TermAxioms;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Classes and properties: what stands above each by assertion and by inference, and their use. */
final class OntologyView {
  private OntologyView() {}

  static JsonObject json(Asked asked) {
    var view = asked.quick();
    var graph = asked.kb().snapshot(view).asserted();
    var page = new Page(asked.labels());
    var inclusions = asked(asked, "SELECT ?a ?b WHERE { ?a rdfs:subClassOf ?b }");
    page.status(inclusions);
    var axioms = TermAxioms.of(graph);
    var members = members(asked(asked, "SELECT ?type ?a WHERE { ?a a ?type }"));
    page.json()
        .put(
            "classes",
            terms(
                asked,
                graph,
                List.of(OWL2.Class.asNode()),
                RDFS.subClassOf.asNode(),
                above(inclusions),
                members,
                axioms,
                page));
    page.json()
        .put(
            "properties",
            terms(
                asked,
                graph,
                List.of(
                    OWL2.ObjectProperty.asNode(),
                    OWL2.DatatypeProperty.asNode(),
                    OWL2.AnnotationProperty.asNode()),
                RDFS.subPropertyOf.asNode(),
                above(asked(asked, "SELECT ?a ?b WHERE { ?a rdfs:subPropertyOf ?b }")),
                Map.of(),
                axioms,
                page));
    return page.done();
  }

  private static Answers asked(Asked asked, String query) {
    return asked
        .kb()
        .query("PREFIX rdfs: <" + RDFS.uri + "> " + query)
        .from(asked.quick())
        .timeout(asked.limit())
        .run();
  }

  private static Map<Node, Set<Node>> above(Answers inclusions) {
    var above = new HashMap<Node, Set<Node>>();
    for (var row : inclusions.rows()) {
      var one = row.get("a").orElseThrow();
      var other = row.get("b").orElseThrow();
      if (one.isURI() && other.isURI() && !one.equals(other)) {
        above.computeIfAbsent(one, a -> new LinkedHashSet<>()).add(other);
      }
    }
    return above;
  }

  private static Map<Node, Integer> members(Answers types) {
    var members = new HashMap<Node, Integer>();
    types.rows().forEach(row -> members.merge(row.get("type").orElseThrow(), 1, Integer::sum));
    return members;
  }

  private static JsonArray terms(
      Asked asked,
      Graph graph,
      List<Node> kinds,
      Node told,
      Map<Node, Set<Node>> above,
      Map<Node, Integer> members,
      Map<Node, List<String>> axioms,
      Page page) {
    var terms = new LinkedHashSet<Node>();
    kinds.forEach(
        kind ->
            graph
                .find(Node.ANY, RDF.type.asNode(), kind)
                .mapWith(Triple::getSubject)
                .toList()
                .stream()
                .filter(
                    term ->
                        term.isURI() && graph.contains(term, SKOS.definition.asNode(), Node.ANY))
                .sorted(Comparator.comparing(Node::getURI))
                .forEach(terms::add));
    return page.array(
        terms,
        term -> {
          var entry = new JsonObject();
          entry.put("id", page.key(term));
          kinds.stream()
              .filter(kind -> graph.contains(term, RDF.type.asNode(), kind))
              .findFirst()
              .ifPresent(kind -> entry.put("kind", kind.getLocalName()));
          text(graph, term, SKOS.definition.asNode(), entry, "definition");
          texts(graph, term, SKOS.example.asNode(), entry, "examples");
          texts(graph, term, SKOS.scopeNote.asNode(), entry, "notes");
          var parents =
              graph
                  .find(term, told, Node.ANY)
                  .mapWith(Triple::getObject)
                  .filterKeep(Node::isURI)
                  .toSet();
          var inferred = new LinkedHashSet<>(above.getOrDefault(term, Set.of()));
          inferred.retainAll(terms);
          entry.put("asserted", page.keys(sorted(parents)));
          entry.put("inferred", page.keys(sorted(inferred)));
          if (members.containsKey(term)) {
            entry.put("members", members.get(term));
          }
          for (var end :
              List.of(RDFS.domain.asNode(), RDFS.range.asNode(), OWL2.inverseOf.asNode())) {
            var values =
                graph
                    .find(term, end, Node.ANY)
                    .mapWith(Triple::getObject)
                    .filterKeep(Node::isURI)
                    .toSet();
            if (!values.isEmpty()) {
              entry.put(end.getLocalName(), page.keys(sorted(values)));
            }
          }
          entry.put("axioms", Page.texts(axioms.getOrDefault(term, List.of())));
          entry.put("questions", Page.texts(questions(asked, page.key(term))));
          return entry;
        });
  }

  private static List<Node> sorted(Set<Node> nodes) {
    return nodes.stream().sorted(Comparator.comparing(Node::getURI)).toList();
  }

  private static void text(Graph graph, Node term, Node property, JsonObject entry, String name) {
    graph
        .find(term, property, Node.ANY)
        .nextOptional()
        .ifPresent(t -> entry.put(name, t.getObject().getLiteralLexicalForm()));
  }

  private static void texts(Graph graph, Node term, Node property, JsonObject entry, String name) {
    var texts =
        graph
            .find(term, property, Node.ANY)
            .mapWith(t -> t.getObject().getLiteralLexicalForm())
            .toList();
    if (!texts.isEmpty()) {
      entry.put(name, Page.texts(texts));
    }
  }

  /** The named questions whose query names a term. */
  private static List<String> questions(Asked asked, String key) {
    var named = Pattern.compile(Pattern.quote(key) + "(?![\\w-])");
    return asked.kb().questions().stream()
        .filter(question -> named.matcher(QuestionsView.sparql(question.text())).find())
        .map(question -> question.name())
        .toList();
  }
}
