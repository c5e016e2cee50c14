// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of text, its columns fitted to a width: the widest give way first, and what does not fit
 * in its column goes on in the next line.
 *
 * @param headers names of the columns
 * @param rows cells, as many in each row as there are columns; a cell may hold several lines
 * @param right whether each column is aligned to the right
 */
record TextTable(List<String> headers, List<List<String>> rows, List<Boolean> right) {
  private static final String GAP = "  ";
  private static final int NARROWEST = 6;

  TextTable {
    headers = List.copyOf(headers);
    rows = List.copyOf(rows);
    right = List.copyOf(right);
  }

  /** A table whose columns of numbers are aligned to the right. */
  static TextTable of(List<String> headers, List<List<String>> rows) {
    return new TextTable(
        headers,
        rows,
        IntStream.range(0, headers.size())
            .mapToObj(
                c ->
                    !rows.isEmpty()
                        && rows.stream().allMatch(row -> row.get(c).matches("-?[\\d.,]+|")))
            .toList());
  }

  /** Prints it. */
  void print(Console console) {
    var widths = widths(console.width());
    printRow(headers, widths, console, true);
    console.out().println(widths.stream().map("─"::repeat).collect(Collectors.joining(GAP)));
    rows.forEach(row -> printRow(row, widths, console, false));
  }

  private void printRow(List<String> cells, List<Integer> widths, Console console, boolean header) {
    var columns = new ArrayList<List<String>>();
    for (int c = 0; c < cells.size(); c++) {
      columns.add(Text.wrap(cells.get(c), widths.get(c)));
    }
    int height = columns.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < Math.max(1, height); i++) {
      var line = new StringBuilder();
      for (int c = 0; c < columns.size(); c++) {
        var lines = columns.get(c);
        String cell = i < lines.size() ? lines.get(i) : "";
        line.append(c == 0 ? "" : GAP)
            .append(
                right.get(c)
                    ? Text.paddedLeft(cell, widths.get(c))
                    : Text.padded(cell, widths.get(c)));
      }
      String text = line.toString().stripTrailing();
      console.out().println(header ? console.bold(text) : text);
    }
  }

  private List<Integer> widths(int available) {
    var widths = new ArrayList<Integer>();
    for (int c = 0; c < headers.size(); c++) {
      int column = c;
      widths.add(
          Math.max(
              Math.max(1, Text.width(headers.get(c))),
              rows.stream()
                  .flatMap(row -> row.get(column).lines())
                  .mapToInt(Text::width)
                  .max()
                  .orElse(0)));
    }
    int room = available - GAP.length() * (widths.size() - 1);
    int excess = widths.stream().mapToInt(Integer::intValue).sum() - room;
    while (excess > 0 && Collections.max(widths) > NARROWEST) {
      int widest = Collections.max(widths);
      int next = widths.stream().filter(w -> w < widest).max(Integer::compare).orElse(NARROWEST);
      int sharing = Collections.frequency(widths, widest);
      int cut = Math.min(widest - Math.max(next, NARROWEST), Math.max(1, excess / sharing));
      for (int c = 0; c < widths.size() && excess > 0; c++) {
        if (widths.get(c) == widest) {
          widths.set(c, widest - cut);
          excess -= cut;
        }
      }
    }
    return widths;
  }
}
