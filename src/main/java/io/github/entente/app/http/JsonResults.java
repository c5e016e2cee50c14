// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import io.github.entente.query.Answers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;

/**
 * Results in JSON, with links to what they are about in the head, which Jena's writer leaves out.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-results-json/">SPARQL 1.1 Query Results JSON</a>
 */
final class JsonResults {
  private final Writer out;

  private JsonResults(Writer out) {
    this.out = out;
  }

  static void write(Answers answers, List<String> links, OutputStream to) {
    try {
      var writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
      new JsonResults(writer).write(answers, links);
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Answers answers, List<String> links) throws IOException {
    out.write("{\"head\":{");
    if (answers.form() == Answers.Form.ROWS) {
      strings("vars", answers.variables());
      out.write(',');
    }
    strings("link", links);
    out.write('}');
    if (answers.form() == Answers.Form.TRUTH) {
      out.write(",\"boolean\":" + answers.truth());
    } else {
      out.write(",\"results\":{\"bindings\":[");
      String between = "\n";
      for (var row : answers.rows()) {
        out.write(between);
        between = ",\n";
        out.write('{');
        String comma = "";
        for (var variable : answers.variables()) {
          var term = row.get(variable);
          if (term.isPresent()) {
            out.write(comma);
            comma = ",";
            string(variable);
            out.write(':');
            term(term.get());
          }
        }
        out.write('}');
      }
      out.write("\n]}");
    }
    out.write("}\n");
  }

  private void term(Node node) throws IOException {
    if (node.isURI()) {
      simple("uri", node.getURI());
    } else if (node.isBlank()) {
      simple("bnode", "b" + node.getBlankNodeLabel().replaceAll("[^A-Za-z0-9]", "x"));
    } else if (node.isLiteral()) {
      literal(node);
    } else if (node.isTripleTerm()) {
      out.write("{\"type\":\"triple\",\"value\":{\"subject\":");
      term(node.getTriple().getSubject());
      out.write(",\"predicate\":");
      term(node.getTriple().getPredicate());
      out.write(",\"object\":");
      term(node.getTriple().getObject());
      out.write("}}");
    } else {
      throw new IllegalStateException("no RDF term: " + node);
    }
  }

  private void simple(String type, String value) throws IOException {
    out.write("{\"type\":\"" + type + "\",\"value\":");
    string(value);
    out.write('}');
  }

  private void literal(Node node) throws IOException {
    out.write("{\"type\":\"literal\"");
    if (!node.getLiteralLanguage().isEmpty()) {
      out.write(",\"xml:lang\":");
      string(node.getLiteralLanguage());
      if (node.getLiteralBaseDirection() != null) {
        out.write(",\"its:dir\":");
        string(node.getLiteralBaseDirection().toString());
      }
    } else if (!XSD.xstring.getURI().equals(node.getLiteralDatatypeURI())) {
      out.write(",\"datatype\":");
      string(node.getLiteralDatatypeURI());
    }
    out.write(",\"value\":");
    string(node.getLiteralLexicalForm());
    out.write('}');
  }

  private void strings(String name, List<String> values) throws IOException {
    string(name);
    out.write(":[");
    for (int i = 0; i < values.size(); i++) {
      out.write(i == 0 ? "" : ",");
      string(values.get(i));
    }
    out.write(']');
  }

  private void string(String text) throws IOException {
    out.write('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.write("\\\"");
        case '\\' -> out.write("\\\\");
        case '\n' -> out.write("\\n");
        case '\r' -> out.write("\\r");
        case '\t' -> out.write("\\t");
        default -> {
          if (c < ' '
              || Character.isSurrogate(c) && !paired(text, i)
              || c == '\u2028'
              || c == '\u2029') {
            out.write("\\u%04x".formatted((int) c));
          } else {
            out.write(c);
          }
        }
      }
    }
    out.write('"');
  }

  private static boolean paired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
