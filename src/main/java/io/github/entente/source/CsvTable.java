// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.Near;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table as its file has it: comma-separated, with a header; blank rows left out, space around a
 * field taken away.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
record CsvTable(List<String> header, List<Line> lines) {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).setIgnoreSurroundingSpaces(true).get();

  /**
   * A row.
   *
   * @param number the line in which it begins, from 1
   */
  record Line(int number, List<String> cells) {
    private boolean isBlank() {
      return cells.stream().allMatch(String::isEmpty);
    }
  }

  /** Reads a table and tells what is wrong with its form; rows that are, are left out. */
  static CsvTable read(String location, byte[] bytes, Mapping mapping, Problems problems) {
    var text = new String(Guard.utf8(location, bytes), StandardCharsets.UTF_8);
    var lines = lines(text, problems);
    if (lines.isEmpty()) {
      if (problems.none()) {
        problems.line(1, "the table is empty. " + wanted(mapping));
      }
      return new CsvTable(List.of(), List.of());
    }
    var first = lines.get(0);
    var header = first.cells().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    if (!header(header, first, mapping, problems)) {
      return new CsvTable(header, List.of());
    }
    var rows = new ArrayList<Line>();
    for (var line : lines.subList(1, lines.size())) {
      if (line.cells().size() == header.size()) {
        rows.add(line);
      } else {
        problems.line(
            line.number(),
            "the row has %d fields, and the header %d. Put a field that holds a comma in double quotes."
                .formatted(line.cells().size(), header.size()));
      }
    }
    if (lines.size() == 1 && problems.none()) {
      problems.line(first.number(), "there is no row under the header. Add one for each fact.");
    }
    return new CsvTable(header, rows);
  }

  private static List<Line> lines(String text, Problems problems) {
    var lines = new ArrayList<Line>();
    int number = 1;
    try (var parser = CSVParser.parse(text, FORMAT)) {
      var records = parser.iterator();
      while (records.hasNext()) {
        var line = new Line(number, cells(records.next()));
        if (!line.isBlank()) {
          lines.add(line);
        }
        number = (int) parser.getCurrentLineNumber() + 1;
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      problems.line(number, broken(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory can always be read
    }
    return lines;
  }

  private static String broken(String message) {
    return message.contains("EOF")
        ? "a double quote is opened in this row and never closed. Close it; a quote inside a quoted"
            + " field is written twice. The rows after it were not read."
        : "text follows the double quote that closes a field. Put a comma there, or write a quote"
            + " inside a quoted field twice. The rows after it were not read.";
  }

  /** Spreadsheets bring no-break spaces along. */
  private static List<String> cells(CSVRecord fields) {
    return StreamSupport.stream(fields.spliterator(), false)
        .map(field -> field.replace('\u00a0', ' ').strip())
        .toList();
  }

  private static boolean header(
      List<String> header, Line line, Mapping mapping, Problems problems) {
    if (separator(header).isPresent()) {
      problems.line(
          line.number(),
          "the columns are separated by %s. Separate them by commas."
              .formatted(separator(header).get()));
      return false;
    }
    boolean right = true;
    var seen = new HashSet<String>();
    for (int i = 0; i < header.size(); i++) {
      var name = header.get(i);
      if (!mapping.columns().contains(name)) {
        problems.cell(line.number(), i + 1, name, unknown(name, mapping));
        right = false;
      } else if (!seen.add(name)) {
        problems.cell(
            line.number(), i + 1, name, "there are two columns of this name. Remove one.");
        right = false;
      }
    }
    var missing =
        mapping.columns().stream()
            .filter(name -> !seen.contains(name) && !mapping.optional().contains(name))
            .toList();
    if (!missing.isEmpty()) {
      problems.line(
          line.number(),
          "the header lacks %s. %s".formatted(String.join(", ", missing), wanted(mapping)));
    }
    return right && missing.isEmpty();
  }

  private static Optional<String> separator(List<String> header) {
    if (header.size() > 1) {
      return Optional.empty();
    }
    return header.get(0).contains(";")
        ? Optional.of("semicolons")
        : Optional.of("tabs").filter(tabs -> header.get(0).contains("\t"));
  }

  private static String unknown(String name, Mapping mapping) {
    return (name.isEmpty() ? "the column has no name. " : "there is no such column. ")
        + Near.names(name, mapping.columns())
            .map(near -> "Did you mean " + near + "?")
            .orElse(wanted(mapping));
  }

  private static String wanted(Mapping mapping) {
    return "The first line names the columns: "
        + mapping.columns().stream()
            .map(name -> mapping.optional().contains(name) ? "[" + name + "]" : name)
            .collect(Collectors.joining(","))
        + ", in any order; those in brackets may be left out.";
  }
}
