// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.resultset.ResultSetLang;

/**
 * The formats in which something can be sent, the preferred one first, and which of them a request
 * gets.
 *
 * @param offers the formats
 * @param <F> what stands for a format
 */
record Formats<F>(List<Offer<F>> offers) {
  /**
   * A format.
   *
   * @param name its name as a parameter, such as {@code json}
   * @param type its media type
   * @param aliases further media types that mean it
   * @param format what stands for it
   */
  record Offer<F>(String name, String type, List<String> aliases, F format) {
    /** The media type with the charset, for texts. */
    String contentType() {
      return type.startsWith("text/") ? type + "; charset=utf-8" : type;
    }

    private boolean is(String wanted) {
      return type.equals(wanted) || aliases.contains(wanted) || name.equals(wanted);
    }
  }

  static final Formats<Lang> RESULTS =
      new Formats<>(
          List.of(
              offer(
                  "json",
                  "application/sparql-results+json",
                  ResultSetLang.RS_JSON,
                  "application/json"),
              offer(
                  "xml",
                  "application/sparql-results+xml",
                  ResultSetLang.RS_XML,
                  "application/xml",
                  "text/xml"),
              offer("csv", "text/csv", ResultSetLang.RS_CSV),
              offer("tsv", "text/tab-separated-values", ResultSetLang.RS_TSV),
              offer("text", "text/plain", ResultSetLang.RS_Text),
              offer("thrift", "application/sparql-results+thrift", ResultSetLang.RS_Thrift),
              offer("protobuf", "application/sparql-results+protobuf", ResultSetLang.RS_Protobuf)));

  static final Formats<RDFFormat> GRAPHS =
      new Formats<>(
          List.of(
              offer(
                  "turtle",
                  "text/turtle",
                  RDFFormat.TURTLE_PRETTY,
                  "application/x-turtle",
                  "ttl",
                  "n3"),
              offer("ntriples", "application/n-triples", RDFFormat.NTRIPLES, "text/plain", "nt"),
              offer(
                  "rdfxml",
                  "application/rdf+xml",
                  RDFFormat.RDFXML_PLAIN,
                  "application/xml",
                  "text/xml",
                  "xml",
                  "rdf",
                  "rdf+xml"),
              offer(
                  "jsonld",
                  "application/ld+json",
                  RDFFormat.JSONLD_PRETTY,
                  "application/json",
                  "json",
                  "json-ld"),
              offer("rdfjson", "application/rdf+json", RDFFormat.RDFJSON),
              offer("trig", "application/trig", RDFFormat.TRIG_PRETTY),
              offer("nquads", "application/n-quads", RDFFormat.NQUADS, "nq"),
              offer("trix", "application/trix+xml", RDFFormat.TRIX),
              offer("thrift", "application/rdf+thrift", RDFFormat.RDF_THRIFT),
              offer("protobuf", "application/rdf+protobuf", RDFFormat.RDF_PROTO)));

  private static <F> Offer<F> offer(String name, String type, F format, String... aliases) {
    return new Offer<>(name, type, List.of(aliases), format);
  }

  /**
   * The format that a request wants most: by the parameter {@code format} or {@code output}, else
   * by what it accepts, else the first.
   *
   * @throws Refusal with status 406 when it wants none of them
   */
  Offer<F> of(Call call) {
    var named = call.parameter("format").or(() -> call.parameter("output"));
    if (named.isPresent()) {
      return offers.stream()
          .filter(offer -> offer.is(named.get()))
          .findFirst()
          .orElseThrow(() -> none(named.get()));
    }
    String accept = call.header("Accept").orElse("*/*");
    return accepted(accept).orElseThrow(() -> none(accept));
  }

  private Refusal none(String wanted) {
    return new Refusal(
        406,
        "'"
            + wanted
            + "' is no format of this. Accept one of "
            + offers.stream().map(Offer::type).collect(Collectors.joining(", "))
            + ".");
  }

  /** The offer whose most specific mention has the highest weight; the first of equals. */
  Optional<Offer<F>> accepted(String accept) {
    Offer<F> best = null;
    double most = 0;
    for (var offer : offers) {
      double weight = weight(offer, accept);
      if (weight > most) {
        best = offer;
        most = weight;
      }
    }
    return Optional.ofNullable(best);
  }

  private static double weight(Offer<?> offer, String accept) {
    double weight = 0;
    int specific = -1;
    for (var part : accept.split(",")) {
      var pieces = part.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*");
      int here = specificity(offer, pieces[0]);
      if (here > specific) {
        specific = here;
        weight = quality(pieces);
      }
    }
    return weight;
  }

  private static int specificity(Offer<?> offer, String range) {
    if (range.equals(offer.type)) {
      return 3;
    } else if (offer.aliases.contains(range)) {
      return 2;
    } else if (range.equals(offer.type.replaceAll("/.*", "/*"))) {
      return 1;
    }
    return range.equals("*/*") || range.equals("*") ? 0 : -1;
  }

  private static double quality(String[] pieces) {
    for (int i = 1; i < pieces.length; i++) {
      if (pieces[i].matches("q=[01](\\.\\d{0,3})?")) {
        return Double.parseDouble(pieces[i].substring(2));
      }
    }
    return 1;
  }
}
