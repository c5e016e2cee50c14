// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.dl;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.UUID;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.FunctionalSyntaxDocumentFormat;
import org.semanticweb.owlapi.formats.ManchesterSyntaxDocumentFormat;
import org.semanticweb.owlapi.formats.OWLXMLDocumentFormat;
import org.semanticweb.owlapi.formats.TurtleDocumentFormat;
import org.semanticweb.owlapi.io.OWLParserException;
import org.semanticweb.owlapi.io.StreamDocumentSource;
import org.semanticweb.owlapi.io.UnparsableOntologyException;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.MissingImportHandlingStrategy;
import org.semanticweb.owlapi.model.OWLDocumentFormat;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyLoaderConfiguration;
import org.semanticweb.owlapi.model.OWLOntologyStorageException;
import org.semanticweb.owlapi.model.OWLRuntimeException;

/** The syntaxes of OWL that are no syntaxes of RDF, read by OWL API and turned into triples. */
public final class OwlSyntaxes {
  /**
   * A file that is not there: OWL API fetches imports even when told to be silent. It must be a
   * file: over a scheme that nothing opens OWL API is not silent, and refuses the importing
   * document.
   */
  private static final String NOWHERE = "file:///entente-nowhere-" + UUID.randomUUID() + "/";

  private OwlSyntaxes() {}

  /**
   * The triples of a document in OWL/XML, functional or Manchester syntax; imports are kept as
   * triples and not followed.
   *
   * @throws EntenteException {@link ErrorCode#MALFORMED_FILE}
   */
  public static Graph read(String baseIri, String location, byte[] bytes) {
    var manager = OWLManager.createOWLOntologyManager();
    manager.getIRIMappers().add(iri -> IRI.create(NOWHERE + iri.hashCode()));
    var configuration =
        new OWLOntologyLoaderConfiguration()
            .setMissingImportHandlingStrategy(MissingImportHandlingStrategy.SILENT)
            .setFollowRedirects(false);
    try {
      var source =
          new StreamDocumentSource(
              new ByteArrayInputStream(bytes), IRI.create(baseIri), format(bytes), null);
      var ontology = manager.loadOntologyFromOntologyDocument(source, configuration);
      var turtle = new ByteArrayOutputStream();
      ontology.saveOntology(new TurtleDocumentFormat(), turtle);
      var graph = GraphFactory.createDefaultGraph();
      RDFParser.source(new ByteArrayInputStream(turtle.toByteArray()))
          .lang(Lang.TURTLE)
          .base(baseIri)
          .parse(graph);
      return graph;
    } catch (UnparsableOntologyException e) {
      throw malformed(location, reason(e), e);
    } catch (OWLOntologyCreationException | OWLOntologyStorageException | OWLRuntimeException e) {
      throw malformed(location, e.getMessage(), e);
    }
  }

  private static OWLDocumentFormat format(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, 4096), java.nio.charset.StandardCharsets.UTF_8);
    if (head.stripLeading().startsWith("<")) {
      return new OWLXMLDocumentFormat();
    }
    return head.contains("Ontology(") || head.contains("Prefix(")
        ? new FunctionalSyntaxDocumentFormat()
        : new ManchesterSyntaxDocumentFormat();
  }

  private static String reason(UnparsableOntologyException e) {
    return e.getExceptions().values().stream()
        .filter(OWLParserException.class::isInstance)
        .map(OWLParserException.class::cast)
        .findFirst()
        .map(
            p -> (p.getLineNumber() > 0 ? "line " + p.getLineNumber() + ": " : "") + p.getMessage())
        .orElse(e.getMessage());
  }

  private static EntenteException malformed(String location, String reason, Exception cause) {
    return new EntenteException(
        ErrorCode.MALFORMED_FILE,
        location
            + ": "
            + String.valueOf(reason)
                .lines()
                .limit(3)
                .reduce((a, b) -> a + " " + b.strip())
                .orElse("")
            + " Correct the document, or convert it to Turtle.",
        cause);
  }
}
