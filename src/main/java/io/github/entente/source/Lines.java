// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.SourceDocument;
import io.github.entente.model.Spelled;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.ParserProfileStd;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.riot.system.RiotLib;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.Quad;

/**
 * The lines of a file on which its triples end. The file is parsed once more, when first asked for;
 * one that has changed since it was read has no lines.
 */
final class Lines {
  private static final Lines NONE = new Lines(DocumentReader.newGraph(), Map.of());
  private static final String JAR = "entente:";

  /**
   * Of a file with more triples no lines are told: they would take more memory than the triples.
   */
  private static final int MANY = 2_000_000;

  private final Graph graph;
  private final Map<Triple, Integer> lines;

  private Lines(Graph graph, Map<Triple, Integer> lines) {
    this.graph = graph;
    this.lines = lines;
  }

  static Lines of(SourceDocument document) {
    if (document.graph().size() > MANY) {
      return NONE;
    }
    try {
      var raw = bytes(document.location());
      if (raw.isEmpty() || !Digests.sha256(raw.get()).equals(document.sha256())) {
        return NONE;
      }
      var bytes = DocumentReader.unpacked(document.location(), raw.get());
      var lang = Syntax.of(document.location(), bytes).lang();
      return lang.filter(l -> l != Lang.JSONLD).map(l -> parse(l, document, bytes)).orElse(NONE);
    } catch (IOException | InvalidPathException | RiotException e) {
      // Where a file stands is a help only: what it says was read before.
      return NONE;
    }
  }

  private static Optional<byte[]> bytes(String location) throws IOException {
    if (location.startsWith(JAR)) {
      return Optional.of(Bundled.bytes(location.substring(JAR.length())));
    }
    var path = Path.of(location);
    return Files.isRegularFile(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
  }

  private static Lines parse(Lang lang, SourceDocument document, byte[] bytes) {
    var graph = DocumentReader.newGraph();
    var lines = new HashMap<Triple, Integer>();
    var profile =
        new ParserProfileStd(
            RiotLib.factoryRDF(),
            ErrorHandlerFactory.errorHandlerStrictNoLogging,
            IRIxResolver.create(document.graphName()).build(),
            PrefixMapFactory.create(),
            RIOT.getContext(),
            false,
            false) {
          @Override
          public Triple createTriple(Node s, Node p, Node o, long line, long column) {
            return noted(super.createTriple(s, p, o, line, column), line);
          }

          @Override
          public Quad createQuad(Node g, Node s, Node p, Node o, long line, long column) {
            var quad = super.createQuad(g, s, p, o, line, column);
            noted(quad.asTriple(), line);
            return quad;
          }

          private Triple noted(Triple triple, long line) {
            lines.putIfAbsent(triple, (int) line);
            graph.add(triple);
            return triple;
          }
        };
    RDFParserRegistry.getFactory(lang)
        .create(lang, profile)
        .read(
            new ByteArrayInputStream(bytes),
            document.graphName(),
            lang.getContentType(),
            StreamRDFLib.sinkNull(),
            RIOT.getContext());
    return new Lines(graph, lines);
  }

  /**
   * The line of a triple. Blank nodes are compared by what is said of them.
   *
   * @param spelled the triple with all that is said of its blank nodes
   */
  OptionalInt of(Triple triple, Graph spelled) {
    boolean blankSubject = triple.getSubject().isBlank();
    boolean blankObject = triple.getObject().isBlank();
    if (!blankSubject && !blankObject) {
      var line = lines.get(triple);
      return line == null || line <= 0 ? OptionalInt.empty() : OptionalInt.of(line);
    }
    return graph
        .find(
            blankSubject ? Node.ANY : triple.getSubject(),
            triple.getPredicate(),
            blankObject ? Node.ANY : triple.getObject())
        .filterKeep(t -> blankSubject == t.getSubject().isBlank())
        .filterKeep(t -> blankObject == t.getObject().isBlank())
        .toList()
        .stream()
        .filter(t -> spelled.isIsomorphicWith(Spelled.of(t, graph)))
        .mapToInt(t -> lines.getOrDefault(t, 0))
        .filter(line -> line > 0)
        .findFirst();
  }
}
