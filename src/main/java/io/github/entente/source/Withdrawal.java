// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.SourceDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** What is left of the documents when a source, or a statement, is taken back. */
final class Withdrawal {
  private final List<SourceDocument> documents;
  private final Graph all;

  Withdrawal(List<SourceDocument> documents, Graph all) {
    this.documents = documents;
    this.all = all;
  }

  /**
   * What is withdrawn.
   *
   * @param terms terms about which everything said goes
   * @param documents documents that go
   * @param others documents that stay: a triple goes only if none of them has it too
   */
  record Withdrawn(Set<Node> terms, List<SourceDocument> documents, List<SourceDocument> others) {
    boolean isEmpty() {
      return terms.isEmpty() && documents.isEmpty();
    }

    boolean keeps(Triple triple) {
      return documents.stream().noneMatch(d -> d.graph().contains(triple))
          || others.stream().anyMatch(d -> d.graph().contains(triple));
    }

    /** Whether the contents of claims under a graph's name stay. */
    boolean keepsGraph(String name) {
      return documents.stream().noneMatch(d -> d.namedGraphs().containsKey(name));
    }
  }

  /**
   * Finds what names stand for: a document by its graph's IRI or the end of its path, with or
   * without the ending; or else a term by its IRI.
   *
   * @throws EntenteException {@link ErrorCode#BAD_OPTION} when a name is neither
   */
  Withdrawn of(Set<String> names) {
    var terms = new HashSet<Node>();
    var gone = new HashSet<SourceDocument>();
    for (var name : names) {
      var matching = documents.stream().filter(d -> isNamed(d, name)).toList();
      var term = NodeFactory.createURI(name);
      boolean known =
          all.contains(term, Node.ANY, Node.ANY) || all.contains(Node.ANY, Node.ANY, term);
      if (matching.isEmpty() && !known) {
        throw new EntenteException(
            ErrorCode.BAD_OPTION,
            "There is no source and no term '"
                + name
                + "' to withdraw. Name a file by the end of its path, or the IRI of a statement.");
      }
      gone.addAll(matching);
      if (matching.isEmpty()) {
        terms.add(term);
      }
    }
    return new Withdrawn(
        terms,
        documents.stream().filter(gone::contains).toList(),
        documents.stream().filter(d -> !gone.contains(d)).toList());
  }

  private static boolean isNamed(SourceDocument document, String name) {
    return document.graphName().equals(name)
        || ends(document.graphName(), name)
        || ends(document.location(), name)
        || ends(document.location().replaceFirst("\\.[a-z]+(\\.gz)?$", ""), name);
  }

  /** What is in the jar stands after a colon, as in {@code entente:data/states.ttl}. */
  private static boolean ends(String path, String name) {
    return path.equals(name) || path.endsWith("/" + name) || path.endsWith(":" + name);
  }
}
