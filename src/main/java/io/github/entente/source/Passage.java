// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * A range of a source text, as the data describe it: a Web Annotation resource with a text position
 * selector. Offsets count code points from 0.
 *
 * @param name the passage's node
 * @param id what is left of its IRI after the text's own, such as {@code A2.1.s1}; else the IRI
 * @param text the source text's node
 * @param start first code point
 * @param end the code point after the last
 * @param sha256 digest of its words in UTF-8; empty where the data give none
 * @see <a href="https://www.w3.org/TR/annotation-model/#text-position-selector">Web Annotation Data
 *     Model, 4.2.5</a>
 */
public record Passage(
    Node name, String id, Node text, int start, int end, Optional<String> sha256) {}
