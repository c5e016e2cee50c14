// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.source.Documents;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Whole graphs over HTTP, as they are stored: nothing is inferred. The default graph is {@link
 * KnowledgeBase#OWN_GRAPH}.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/">SPARQL 1.1 Graph Store HTTP
 *     Protocol</a>
 */
final class GraphStoreHandler implements Handler {
  private static final String PATH = "/gsp";
  private static final Map<String, String> ENDINGS =
      Map.of(
          "text/turtle", ".ttl",
          "application/x-turtle", ".ttl",
          "application/n-triples", ".nt",
          "text/plain", ".nt",
          "application/rdf+xml", ".rdf",
          "application/ld+json", ".jsonld");

  private final Supplier<KnowledgeBase> knowledge;
  private final Updates updates;
  private final Results results;

  GraphStoreHandler(Supplier<KnowledgeBase> knowledge, Updates updates, Settings settings) {
    this.knowledge = knowledge;
    this.updates = updates;
    this.results = new Results(settings);
  }

  @Override
  public Reply answer(Call call) {
    return switch (call.method()) {
      case "GET" -> get(call, existing(call));
      case "PUT" -> put(call, existing(call));
      case "POST" -> post(call);
      case "DELETE" -> delete(call, existing(call));
      default -> throw Refusal.method(call, "GET, HEAD, PUT, POST, DELETE");
    };
  }

  private static String existing(Call call) {
    return name(call)
        .orElseThrow(
            () ->
                new Refusal(
                    400, "Name the graph: add ?graph=IRI, or ?default for the default graph."));
  }

  /** The graph that is meant; empty when none is named. */
  private static Optional<String> name(Call call) {
    boolean byDefault = call.has("default");
    boolean byName = call.has("graph");
    if (byDefault && byName) {
      throw new Refusal(400, "Name one graph: ?graph=IRI or ?default, not both.");
    } else if (byDefault) {
      return Optional.of(KnowledgeBase.OWN_GRAPH);
    } else if (byName) {
      return Optional.of(
          absolute(
              call,
              call.parameter("graph").orElseThrow(() -> new Refusal(400, "?graph is empty."))));
    }
    boolean direct = call.path().length() > PATH.length() + 1;
    return direct ? Optional.of(call.address()) : Optional.empty();
  }

  private static String absolute(Call call, String iri) {
    try {
      return URI.create(iri).isAbsolute()
          ? iri
          : URI.create(call.address()).resolve(iri).toString();
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, "The graph <" + iri + "> is no IRI.");
    }
  }

  private Reply get(Call call, String name) {
    var kb = knowledge.get();
    var graph = Optional.ofNullable(kb.graphs().get(name));
    if (graph.isEmpty() && !name.equals(KnowledgeBase.OWN_GRAPH)) {
      throw new Refusal(404, "There is no graph <" + name + ">.");
    }
    return results.graph(call, graph.orElse(Graph.emptyGraph), kb.prefixes());
  }

  private Reply put(Call call, String name) {
    var store = updates.to(call);
    return Reply.empty(store.put(name, body(call, name)) ? 201 : 204);
  }

  private Reply post(Call call) {
    var store = updates.to(call);
    var named = name(call);
    String name = named.orElseGet(() -> call.base() + PATH + "/" + UUID.randomUUID());
    boolean created = store.add(name, body(call, name));
    var reply = Reply.empty(created ? 201 : 204);
    return named.isPresent() ? reply : reply.with("Location", name);
  }

  private Reply delete(Call call, String name) {
    if (!updates.to(call).delete(name)) {
      throw new Refusal(404, "There is no graph <" + name + ">.");
    }
    return Reply.empty(204);
  }

  private static Graph body(Call call, String name) {
    if (!call.mediaType().equals("multipart/form-data")) {
      return read(name, call.mediaType(), call.body());
    }
    var union = GraphFactory.createGraphMem();
    for (var part : Multipart.of(call)) {
      read(name, part.mediaType(), part.body()).find().forEachRemaining(union::add);
    }
    return union;
  }

  private static Graph read(String name, String type, byte[] bytes) {
    String ending = ENDINGS.get(type);
    if (ending == null) {
      throw new Refusal(
          415,
          "'"
              + type
              + "' is not taken. Send text/turtle, application/n-triples, application/rdf+xml or"
              + " application/ld+json.");
    }
    var document =
        Documents.read(
            name,
            "body" + ending,
            bytes,
            (base, location, content) -> {
              throw new EntenteException(
                  ErrorCode.UNKNOWN_SYNTAX, location + ": only RDF is taken.");
            });
    if (!document.namedGraphs().isEmpty()) {
      throw new Refusal(400, "The body holds named graphs, and one graph is taken at a time.");
    }
    return document.graph();
  }
}
