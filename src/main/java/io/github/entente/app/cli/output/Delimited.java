// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables as text with a separator: tabs, commas, Markdown. */
final class Delimited {
  private Delimited() {}

  /** One line a row; tabs and line breaks within a cell become {@code \t} and {@code \n}. */
  static void tsv(List<String> headers, Stream<List<String>> rows, PrintStream out) {
    out.println(String.join("\t", headers));
    rows.map(row -> row.stream().map(Delimited::escaped).collect(Collectors.joining("\t")))
        .forEach(out::println);
  }

  private static String escaped(String cell) {
    return cell.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  /**
   * Comma-separated values.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
   */
  static void csv(List<String> headers, Stream<List<String>> rows, PrintStream out) {
    out.print(record(headers));
    rows.forEach(row -> out.print(record(row)));
  }

  private static String record(List<String> cells) {
    return cells.stream().map(Delimited::quoted).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /** A table as GitHub's Markdown has it. */
  static void markdown(List<String> headers, Stream<List<String>> rows, PrintStream out) {
    out.println(line(headers));
    out.println(line(headers.stream().map(header -> "---").toList()));
    rows.forEach(row -> out.println(line(row)));
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(c -> c.replace("|", "\\|").replaceAll("\\R", "<br>"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
