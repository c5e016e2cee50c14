// SPDX-License-Identifier: Apache-2.0
package io.github.entente;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Regime;
import io.github.entente.model.SourceDocument;
import io.github.entente.reason.dl.OwlSyntaxes;
import io.github.entente.reason.rif.RifDocument;
import io.github.entente.reason.rif.RifReader;
import io.github.entente.reason.rif.Rule;
import io.github.entente.reason.rif.Ruleset;
import io.github.entente.source.Catalogue;
import io.github.entente.source.Documents;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Finds the rules: the files given, those that data name with {@code rif:usedWithProfile}, and what
 * they import. Nothing is fetched. For one use.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-entailment/#RIFCoreEntRegime">SPARQL 1.1 Entailment
 *     Regimes, RIF Core</a>
 */
final class RuleSources {
  private static final Node USED =
      NodeFactory.createURI("http://www.w3.org/2007/rif#usedWithProfile");
  private static final List<Regime> ORDER =
      List.of(Regime.SIMPLE, Regime.RDF, Regime.RDFS, Regime.D, Regime.OWL_RL);

  private final List<SourceDocument> documents;
  private final Catalogue catalogue;
  private final Map<String, RifDocument> read = new LinkedHashMap<>();
  private final List<Path> given;
  private Regime profile = Regime.SIMPLE;

  private RuleSources(List<SourceDocument> documents, List<Path> given, Catalogue catalogue) {
    this.documents = new ArrayList<>(documents);
    this.given = given;
    this.catalogue = catalogue;
  }

  /** The rules, and the documents with those that the rules import. */
  record Found(Ruleset ruleset, List<SourceDocument> documents) {}

  static Found of(List<SourceDocument> documents, List<Path> given, Catalogue catalogue) {
    var sources = new RuleSources(documents, given, catalogue);
    given.forEach(sources::read);
    for (var document : documents) {
      document
          .graph()
          .find(Node.ANY, USED, Node.ANY)
          .forEachRemaining(t -> sources.used(document.location(), t.getSubject(), t.getObject()));
    }
    var rules = new ArrayList<Rule>();
    sources.read.values().forEach(rif -> rules.addAll(rif.rules()));
    var digests = sources.read.values().stream().map(RifDocument::sha256).toList();
    return new Found(new Ruleset(rules, sources.profile, digests), sources.documents);
  }

  private void read(Path file) {
    var xml = Documents.xml(file);
    var rif =
        RifReader.read(
            file.toAbsolutePath().normalize().toUri().toString(),
            file.toString(),
            xml.reader(),
            xml.sha256());
    if (read.putIfAbsent(rif.iri(), rif) == null) {
      rif.imports().forEach(this::imported);
    }
  }

  private void used(String where, Node rules, Node with) {
    if (!rules.isURI() || !with.isURI()) {
      throw new EntenteException(
          ErrorCode.MALFORMED_FILE,
          where + ": rif:usedWithProfile connects the IRIs of a document of rules and a profile.");
    }
    combine(with.getURI(), where);
    rules(rules.getURI(), where + " uses the rules");
  }

  private void imported(RifDocument.Import imported) {
    if (imported.profile().isEmpty()) {
      rules(imported.iri(), imported.where() + " imports the rules");
      return;
    }
    combine(imported.profile().get(), imported.where());
    String iri = imported.iri();
    if (documents.stream().anyMatch(d -> Documents.names(d).contains(iri) || isFile(d, iri))) {
      return;
    }
    var found =
        catalogue
            .read(iri, OwlSyntaxes::read)
            .or(() -> file(iri).map(path -> Documents.read(path, OwlSyntaxes::read).get(0)));
    documents.add(
        found.orElseThrow(
            () ->
                missing(
                    imported.where() + " imports <" + iri + ">",
                    "Get a copy and give it with --data, or map the IRI to it in "
                        + Catalogue.FILE_NAME
                        + ".")));
  }

  private void rules(String iri, String where) {
    if (read.containsKey(iri)
        || read.keySet().stream().anyMatch(other -> name(other).equals(name(iri)))) {
      return;
    }
    var path = given.stream().filter(p -> p.getFileName().toString().equals(name(iri))).findAny();
    read(
        path.or(() -> file(iri))
            .orElseThrow(
                () ->
                    missing(
                        where + " <" + iri + ">",
                        "Get a copy named " + name(iri) + " and give it with --rules.")));
  }

  private static EntenteException missing(String what, String remedy) {
    return new EntenteException(
        ErrorCode.IMPORT_NOT_FOUND,
        what + ", which no file at hand is; nothing is fetched from the network. " + remedy);
  }

  /** A file beside those that were given, or in a folder there: data lead to no other. */
  private Optional<Path> file(String iri) {
    return path(iri)
        .filter(Files::isRegularFile)
        .filter(
            file ->
                Stream.concat(
                        documents.stream().map(SourceDocument::graphName), read.keySet().stream())
                    .flatMap(name -> path(name).stream())
                    .anyMatch(named -> file.startsWith(named.resolveSibling(""))));
  }

  private static Optional<Path> path(String iri) {
    try {
      return iri.startsWith("file:///")
          ? Optional.of(Path.of(URI.create(iri)).normalize())
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // an IRI that names no file
    }
  }

  /** Whether a document that was given has the file name, with its ending or without, of an IRI. */
  private static boolean isFile(SourceDocument document, String iri) {
    String file = name(document.graphName());
    return document.graphName().startsWith("file:")
        && (file.equals(name(iri)) || file.replaceFirst("\\.[^.]+$", "").equals(name(iri)));
  }

  private static String name(String iri) {
    return iri.replaceFirst("#.*", "").replaceFirst(".*/", "");
  }

  /** Of two profiles the one with more entailments counts for all. */
  private void combine(String iri, String where) {
    String name = iri.replaceFirst(".*[/#]", "");
    var regime =
        switch (name) {
          case "Simple" -> Regime.SIMPLE;
          case "RDF" -> Regime.RDF;
          case "RDFS" -> Regime.RDFS;
          case "D" -> Regime.D;
          case "OWL-Direct", "OWL-RDF-Based", "OWL-RL", "RL" -> Regime.OWL_RL;
          default ->
              throw new EntenteException(
                  ErrorCode.REFUSED_RULE,
                  where
                      + ": there is no profile <"
                      + iri
                      + ">. Use one of http://www.w3.org/ns/entailment/ with Simple, RDF, RDFS, D,"
                      + " OWL-Direct or OWL-RDF-Based.");
        };
    if (ORDER.indexOf(regime) > ORDER.indexOf(profile)) {
      profile = regime;
    }
  }
}
