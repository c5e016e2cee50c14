// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import io.github.entente.query.Labels;
import io.github.entente.query.Question;
import io.github.entente.query.Row;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.graph.GraphFactory;

/** Prints named questions. */
public record QuestionPrinter(Console console, Style style) {
  private static final List<String> COLUMNS = List.of("name", "question");

  /** Prints a list of them. */
  public void list(List<Question> questions) {
    var none = Labels.of(GraphFactory.createDefaultGraph(), PrefixMapping.Standard);
    new RowsPrinter(console, style)
        .print(COLUMNS, questions.stream().map(QuestionPrinter::row).toList(), none);
    if (style.remarksUnderResult(console) && !style.quiet()) {
      console.out().println();
      console.out().println("'entente ask NAME' answers one, 'entente questions NAME' shows it.");
    }
  }

  private static Row row(Question question) {
    return new Row(Map.of("name", text(question.name()), "question", text(question.question())));
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  /** Prints one: for a person with its heading; for a program just the file, which is a query. */
  public void show(Question question) {
    var out = console.out();
    if (style.remarksUnderResult(console) && !style.quiet()) {
      out.println(console.bold(question.question()));
      Text.wrap(question.summary(), console.width()).forEach(out::println);
      out.println();
    }
    question.text().lines().forEach(out::println);
  }
}
