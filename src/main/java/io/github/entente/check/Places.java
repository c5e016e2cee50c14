// SPDX-License-Identifier: Apache-2.0
package io.github.entente.check;

import io.github.entente.model.SourceDocument;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * Where in the files a term stands.
 *
 * @param documents the files
 */
record Places(List<SourceDocument> documents) {
  private static final int SHOWN = 3;

  /** The files that describe the term, or else mention it; at most three. */
  List<String> files(Node term) {
    return files(term, Optional.empty());
  }

  /**
   * The files that relate the term to the value, then those that describe the term, then, if there
   * are none, those that mention it; at most three.
   */
  List<String> files(Node term, Optional<Node> value) {
    var files = new LinkedHashSet<String>();
    value.ifPresent(
        v ->
            collect(
                files,
                (document, graph) ->
                    graph.contains(term, Node.ANY, v)
                        || !v.isLiteral() && graph.contains(v, Node.ANY, term)));
    collect(files, (document, graph) -> graph.contains(term, Node.ANY, Node.ANY));
    if (files.isEmpty()) {
      collect(files, (document, graph) -> mentions(graph, term) || names(document, term));
    }
    return files.stream().limit(SHOWN).toList();
  }

  /** The term with its files, for people. */
  static String text(Node term, List<String> files) {
    var name = term.isURI() ? term.getURI() : term.isBlank() ? "a blank node" : term.toString();
    return files.isEmpty() ? name : name + " in " + String.join(", ", files);
  }

  private void collect(LinkedHashSet<String> files, BiPredicate<SourceDocument, Graph> test) {
    for (var document : documents) {
      if (test.test(document, document.graph())
          || document.namedGraphs().values().stream().anyMatch(g -> test.test(document, g))) {
        files.add(document.location());
      }
    }
  }

  private static boolean mentions(Graph graph, Node term) {
    return graph.contains(Node.ANY, Node.ANY, term) || graph.contains(Node.ANY, term, Node.ANY);
  }

  private static boolean names(SourceDocument document, Node term) {
    return term.isURI()
        && (document.namedGraphs().containsKey(term.getURI())
            || document.graphName().equals(term.getURI()));
  }
}
