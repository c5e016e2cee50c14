// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Regime;
import io.github.entente.query.Answers;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;

/**
 * What is known of an entity on a day, inferences among it, in the format that the request wants:
 * {@code /doc/NAME}, {@code /doc/NAME.ttl}, or {@code /doc?iri=IRI} for one of another namespace.
 */
final class EntityHandler implements Handler {
  private static final String NAMESPACE = "https://w3id.org/entente/";
  private static final String PATH = "/doc/";

  private static final Formats.Offer<Optional<RDFFormat>> HTML =
      new Formats.Offer<>("html", "text/html", List.of("application/xhtml+xml"), Optional.empty());
  private static final List<Formats.Offer<Optional<RDFFormat>>> OFFERS =
      List.of(
          new Formats.Offer<>(
              "ttl", "text/turtle", List.of("turtle"), Optional.of(RDFFormat.TURTLE_PRETTY)),
          HTML,
          new Formats.Offer<>(
              "jsonld",
              "application/ld+json",
              List.of("application/json", "json"),
              Optional.of(RDFFormat.JSONLD_PRETTY)),
          new Formats.Offer<>(
              "rdf",
              "application/rdf+xml",
              List.of("application/xml", "xml"),
              Optional.of(RDFFormat.RDFXML_PLAIN)),
          new Formats.Offer<>(
              "nt",
              "application/n-triples",
              List.of("text/plain"),
              Optional.of(RDFFormat.NTRIPLES)));

  private final Supplier<KnowledgeBase> knowledge;
  private final Settings settings;
  private final Results results;

  EntityHandler(Supplier<KnowledgeBase> knowledge, Settings settings) {
    this.knowledge = knowledge;
    this.settings = settings;
    this.results = new Results(settings);
  }

  @Override
  public Reply answer(Call call) {
    if (!call.method().equals("GET")) {
      throw Refusal.method(call, "GET, HEAD");
    }
    String name = call.path().startsWith(PATH) ? call.path().substring(PATH.length()) : "";
    var ending = OFFERS.stream().filter(o -> name.endsWith("." + o.name())).findFirst();
    String bare =
        ending.map(o -> name.substring(0, name.length() - o.name().length() - 1)).orElse(name);
    String iri = name.isEmpty() ? iri(call) : NAMESPACE + bare;
    var offer = ending.orElseGet(() -> new Formats<>(OFFERS).of(call));
    var kb = knowledge.get();
    var known = described(call, kb, iri, settings.regime());
    if (known.graph().isEmpty()) {
      throw new Refusal(404, "Nothing is known of <" + iri + ">" + known.place() + ".");
    }
    var reply =
        offer.format().isPresent()
            ? results.graph(offer.format().get(), offer.contentType(), known.graph(), kb.prefixes())
            : page(call, kb, iri, known);
    return Headers.on(reply, known)
        .with("Vary", "Accept")
        .with("Link", String.join(", ", links(call, iri, bare)));
  }

  private static String iri(Call call) {
    return call.parameter("iri")
        .orElseThrow(() -> new Refusal(400, "Name the entity: /id/NAME, or /id?iri=IRI."));
  }

  private Answers described(Call call, KnowledgeBase kb, String iri, Regime regime) {
    // Nothing but an IRI gets between the brackets.
    if (iri.matches(".*[\\x00-\\x20<>\"{}|^`\\\\].*")) {
      throw new Refusal(400, "'" + iri + "' is no IRI.");
    }
    var ask =
        kb.query(
                "CONSTRUCT { <IRI> ?p ?o . ?s ?q <IRI> } WHERE { { <IRI> ?p ?o } UNION { ?s ?q <IRI> } }"
                    .replace("IRI", iri))
            .regime(regime)
            .timeout(WorldParameters.timeout(call, settings.limits().time()))
            .most(settings.limits().rows());
    var answers = ask.from(WorldParameters.over(ask.view(), call, kb)).run();
    if (answers.cutShort()) {
      throw new EntenteException(
          ErrorCode.LIMIT_REACHED, "The time limit came before all was found that follows.");
    }
    return answers;
  }

  private Reply page(Call call, KnowledgeBase kb, String iri, Answers known) {
    Graph asserted = described(call, kb, iri, Regime.SIMPLE).graph();
    byte[] html = new EntityPage(iri, known, asserted, formats(call, iri)).html();
    if (html.length > settings.limits().bytes()) {
      throw new EntenteException(
          ErrorCode.LIMIT_REACHED, "The page is too large. Ask with SPARQL and LIMIT.");
    }
    return Reply.of(200, HTML.contentType(), html);
  }

  private static List<String> links(Call call, String iri, String bare) {
    var links = new ArrayList<String>();
    links.add("<" + escaped(iri) + ">; rel=\"describes\"");
    for (var offer : OFFERS) {
      links.add(
          "<"
              + address(call, iri, bare, offer)
              + ">; rel=\"alternate\"; type=\""
              + offer.type()
              + "\"");
    }
    return links;
  }

  private static List<EntityPage.Format> formats(Call call, String iri) {
    String bare = iri.startsWith(NAMESPACE) ? iri.substring(NAMESPACE.length()) : "";
    return OFFERS.stream()
        .map(offer -> new EntityPage.Format(offer.name(), address(call, iri, bare, offer)))
        .toList();
  }

  private static String address(Call call, String iri, String bare, Formats.Offer<?> offer) {
    return bare.isEmpty()
        ? call.base() + "/doc?iri=" + encoded(iri) + "&format=" + offer.name()
        : call.base() + PATH + encoded(bare).replace("%2F", "/") + "." + offer.name();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** An IRI as a header can carry it. */
  private static String escaped(String iri) {
    return URI.create(iri).toASCIIString();
  }
}
