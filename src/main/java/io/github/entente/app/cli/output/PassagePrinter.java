// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import io.github.entente.query.Answers;
import io.github.entente.query.Labels;
import io.github.entente.query.Row;
import io.github.entente.source.Passage;
import io.github.entente.source.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.graph.GraphFactory;

/** Prints passages of source texts. */
public record PassagePrinter(Console console, Style style) {
  /** Prints a list of them, with their words where there is a copy. */
  public void list(List<Passage> passages, Texts texts) {
    var columns = new ArrayList<>(List.of("passage", "start", "end"));
    if (!texts.isEmpty()) {
      columns.add("words");
    }
    var none = Labels.of(GraphFactory.createDefaultGraph(), PrefixMapping.Standard);
    new RowsPrinter(console, style)
        .print(columns, passages.stream().map(passage -> row(passage, texts)).toList(), none);
  }

  private static Row row(Passage passage, Texts texts) {
    var terms = new HashMap<String, Node>();
    terms.put("passage", literal(passage.id()));
    terms.put("start", literal(String.valueOf(passage.start())));
    terms.put("end", literal(String.valueOf(passage.end())));
    texts.words(passage).ifPresent(words -> terms.put("words", literal(plain(words))));
    return new Row(terms);
  }

  /** Under a table, the passages that each row's terms are anchored in, by the row's number. */
  public void under(Answers answers, Texts texts) {
    var format = style.table(console);
    if (format != Format.TABLE && format != Format.MD || answers.form() != Answers.Form.ROWS) {
      if (!style.quiet()) {
        console.err().println("Passages are shown for rows, with --format table or md.");
      }
      return;
    }
    for (int i = 0; i < answers.rows().size(); i++) {
      for (var passage : passages(answers.rows().get(i), answers.variables(), texts)) {
        String lead = "row " + (i + 1) + " · " + passage.id() + ": ";
        String words = lead + plain(texts.words(passage).orElseThrow());
        Text.wrap(words, console.width()).forEach(console.out()::println);
        console.out().println();
      }
    }
  }

  private static List<Passage> passages(Row row, List<String> variables, Texts texts) {
    return variables.stream()
        .flatMap(variable -> row.get(variable).stream())
        .flatMap(term -> texts.anchorsOf(term).stream())
        .distinct()
        .filter(passage -> texts.words(passage).isPresent())
        .toList();
  }

  /** On one line, with nothing in it that a terminal would obey. */
  private static String plain(String words) {
    return words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  private static Node literal(String text) {
    return NodeFactory.createLiteralString(text);
  }
}
