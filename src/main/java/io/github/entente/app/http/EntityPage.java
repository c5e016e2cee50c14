// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import io.github.entente.query.Answers;
import io.github.entente.query.Labels;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * An entity as a page that needs no script.
 *
 * @param iri the entity
 * @param known what follows about it
 * @param asserted what is stated of it
 * @param formats where the same can be had in other formats
 */
record EntityPage(String iri, Answers known, Graph asserted, List<Format> formats) {
  /** A format and its address. */
  record Format(String name, String address) {}

  byte[] html() {
    var labels = known.labels();
    var node = NodeFactory.createURI(iri);
    String title = HtmlPage.text(labels.label(node));
    var page = new StringBuilder();
    page.append("<h1>")
        .append(title)
        .append("</h1>\n<p><code>")
        .append(HtmlPage.text(iri))
        .append("</code></p>\n<p class=\"fine\">")
        .append(HtmlPage.text(known.status()))
        .append("</p>\n<p class=\"fine\">")
        .append(
            formats.stream()
                .map(f -> "<a href=\"" + HtmlPage.text(f.address()) + "\">" + f.name() + "</a>")
                .collect(Collectors.joining(" · ")))
        .append(" · <a href=\"/?view=entity&amp;id=")
        .append(
            URLEncoder.encode(
                labels.curie(node).replaceAll("^<(.*)>$", "$1"), StandardCharsets.UTF_8))
        .append("\">in the workbench</a></p>\n");
    table(page, "What it is and does", Triple.create(node, Node.ANY, Node.ANY), labels);
    table(page, "What refers to it", Triple.create(Node.ANY, Node.ANY, node), labels);
    return HtmlPage.of(labels.label(node), page.toString());
  }

  private void table(StringBuilder page, String heading, Triple pattern, Labels labels) {
    var triples = known.graph().find(pattern).toList();
    if (triples.isEmpty()) {
      return;
    }
    page.append("<h2>").append(heading).append("</h2>\n<table class=\"rows\">\n");
    triples.stream()
        .map(triple -> row(triple, pattern.getSubject().isURI(), labels))
        .sorted(Comparator.naturalOrder())
        .forEach(page::append);
    page.append("</table>\n");
  }

  private String row(Triple triple, boolean outward, Labels labels) {
    var other = outward ? triple.getObject() : triple.getSubject();
    return "<tr><th scope=\"row\">"
        + link(triple.getPredicate(), labels)
        + "</th><td>"
        + link(other, labels)
        + "</td><td>"
        + (asserted.contains(triple) ? "stated" : "inferred")
        + "</td></tr>\n";
  }

  private static String link(Node node, Labels labels) {
    String label = HtmlPage.text(labels.label(node));
    return node.isURI()
        ? "<a href=\"/doc?iri="
            + URLEncoder.encode(node.getURI(), StandardCharsets.UTF_8)
            + "\" title=\""
            + HtmlPage.text(node.getURI())
            + "\">"
            + label
            + "</a>"
        : label;
  }
}
