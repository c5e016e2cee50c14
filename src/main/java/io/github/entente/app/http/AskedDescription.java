// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import io.github.entente.KnowledgeBase;
import io.github.entente.query.Queries;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * The service description as something that can be asked. Editors look for prefixes, examples and
 * statistics by queries to the endpoint itself: a query that names nothing but the description's
 * own words is theirs. Safe for use by many threads.
 */
final class AskedDescription {
  private static final Set<String> OWN =
      Set.of(
          "http://www.w3.org/ns/sparql-service-description#",
          "http://rdfs.org/ns/void#",
          "http://www.w3.org/ns/shacl#");
  private static final Set<String> BESIDE =
      Set.of(
          RDF.getURI(),
          RDFS.getURI(),
          "http://ldf.fi/void-ext#",
          "https://schema.org/",
          "http://purl.org/dc/terms/",
          "http://www.w3.org/2001/XMLSchema#");
  private static final Pattern IRI = Pattern.compile("<([^<>\"{}|^`\\\\\\s]*)>");

  private record Kept(KnowledgeBase of, String base, KnowledgeBase description) {}

  private final ServiceDescription description;
  private final AtomicReference<Kept> kept = new AtomicReference<>();

  AskedDescription(ServiceDescription description) {
    this.description = description;
  }

  /**
   * What a query is asked of: the description, where it or the call speaks of that alone.
   *
   * @param text a query that is well-formed
   */
  Optional<KnowledgeBase> of(Call call, KnowledgeBase kb, String text) {
    String endpoint = call.base() + "/sparql";
    var defaults = call.parameters("default-graph-uri");
    boolean meant =
        defaults.isEmpty() && call.parameters("named-graph-uri").isEmpty()
            ? speaksOfIt(kb, text, endpoint)
            : defaults.equals(List.of(endpoint));
    return meant ? Optional.of(described(call, kb)) : Optional.empty();
  }

  private static boolean speaksOfIt(KnowledgeBase kb, String text, String endpoint) {
    var query = Queries.parse("query", text, kb.prefixes());
    if (query.hasDatasetDescription()) {
      return query.getNamedGraphURIs().isEmpty() && query.getGraphURIs().equals(List.of(endpoint));
    }
    query.getPrefixMapping().clearNsPrefixMap();
    var named = new TreeSet<String>();
    var found = IRI.matcher(query.serialize());
    while (found.find()) {
      named.add(found.group(1));
    }
    return named.stream().anyMatch(iri -> begins(iri, OWN))
        && named.stream()
            .allMatch(iri -> begins(iri, OWN) || begins(iri, BESIDE) || iri.startsWith(endpoint));
  }

  private static boolean begins(String iri, Set<String> namespaces) {
    return namespaces.stream().anyMatch(iri::startsWith);
  }

  private KnowledgeBase described(Call call, KnowledgeBase kb) {
    var known = kept.get();
    if (known == null || known.of() != kb || !known.base().equals(call.base())) {
      var turtle = new ByteArrayOutputStream();
      RDFDataMgr.write(turtle, description.of(call, kb), Lang.TURTLE);
      var built =
          KnowledgeBase.builder()
              .document(call.base() + "/sparql", "description.ttl", turtle.toByteArray())
              .build();
      known = new Kept(kb, call.base(), built);
      kept.set(known);
    }
    return known.description();
  }
}
