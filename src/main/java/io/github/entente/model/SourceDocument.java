// SPDX-License-Identifier: Apache-2.0
package io.github.entente.model;

import java.util.Map;
import org.apache.jena.graph.Graph;

/**
 * One file as it was read: its triples, and the named graphs that it holds beside them. Immutable
 * by convention: nothing changes the graphs after reading.
 *
 * @param graphName IRI of the named graph under which a query finds the file's triples
 * @param location where it was read from, for messages: a path, or a path inside the jar
 * @param graph its triples outside any named graph
 * @param namedGraphs its named graphs (TriG, N-Quads, JSON-LD) by IRI; asserted contents, never
 *     part of what is reasoned over
 * @param sha256 digest of its bytes, 64 lower-case hexadecimal digits
 */
public record SourceDocument(
    String graphName, String location, Graph graph, Map<String, Graph> namedGraphs, String sha256) {
  public SourceDocument {
    namedGraphs = Map.copyOf(namedGraphs);
  }
}
