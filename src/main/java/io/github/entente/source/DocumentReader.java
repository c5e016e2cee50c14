// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import com.apicatalog.jsonld.JsonLdOptions;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.SourceDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.graph.GraphFactory;

/** Makes one document of one file's bytes. */
final class DocumentReader {
  private DocumentReader() {}

  /** Reads with all precautions. */
  static SourceDocument read(String graphName, String location, byte[] raw, ForeignSyntax foreign) {
    var bytes = Guard.utf8(location, unpacked(location, raw));
    var syntax = Syntax.of(location, bytes);
    if (syntax == Syntax.CATALOGUE || syntax == Syntax.OTHER_XML) {
      throw new EntenteException(
          ErrorCode.UNKNOWN_SYNTAX,
          location
              + ": this XML is neither RDF/XML (root element rdf:RDF) nor OWL/XML (root element"
              + " Ontology). Give a file in one of these, or in another syntax with its own"
              + " ending: "
              + Syntax.EXTENSIONS
              + ".");
    }
    Guard.nesting(syntax, location, bytes);
    var errors = new StrictErrors(location, syntax.label());
    var sink = new DocumentSink(graphName, location, errors);
    if (syntax.lang().isPresent()) {
      parse(syntax.lang().get(), graphName, new ByteArrayInputStream(bytes), sink, errors);
    } else {
      sink.addAll(foreign.read(graphName, location, bytes));
    }
    return sink.document(Digests.sha256(raw));
  }

  /** Reads Turtle or TriG from the jar, which needs no guard against malice: saves a cold start. */
  static SourceDocument readTrusted(String graphName, String location, byte[] bytes) {
    var syntax = Syntax.of(location, bytes);
    var errors = new StrictErrors(location, syntax.label());
    var sink = new DocumentSink(graphName, location, errors);
    parse(syntax.lang().orElseThrow(), graphName, new ByteArrayInputStream(bytes), sink, errors);
    return sink.document(Digests.sha256(bytes));
  }

  static byte[] unpacked(String location, byte[] raw) {
    if (!location.toLowerCase(Locale.ROOT).endsWith(".gz")) {
      return raw;
    }
    try (var in = new GZIPInputStream(new ByteArrayInputStream(raw))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw notPacked(location, e);
    }
  }

  static EntenteException notPacked(String location, IOException e) {
    return new EntenteException(
        ErrorCode.MALFORMED_FILE,
        location + ": no valid gzip file: " + e.getMessage() + ". Pack it anew with gzip.",
        e);
  }

  static void parse(
      Lang lang, String base, InputStream text, DocumentSink sink, StrictErrors errors) {
    var parser =
        RDFParser.create()
            .source(text)
            .forceLang(lang)
            .base(base)
            .strict(true)
            .checking(true)
            .errorHandler(errors);
    if (lang == Lang.JSONLD) {
      parser.set(LangJSONLD11.JSONLD_OPTIONS, offline());
    }
    try {
      parser.parse(lang == Lang.JSONLD ? sink.checked() : sink);
    } catch (JenaException e) {
      throw errors.malformed(e.getMessage(), -1, -1, e);
    }
  }

  /** JSON-LD has its own way to the network, past Jena's: close it. */
  private static JsonLdOptions offline() {
    return new JsonLdOptions(
        (iri, options) -> {
          throw new EntenteException(
              ErrorCode.MALFORMED_FILE,
              "the context <"
                  + iri
                  + "> is not fetched, as nothing is; write the context itself in its place");
        });
  }

  static Graph newGraph() {
    return GraphFactory.createGraphMem();
  }
}
