// SPDX-License-Identifier: Apache-2.0
package io.github.entente.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads tables with tabs and the days in them, independently of the classes under test. */
final class Tables {

  /** From the confidence of a row to the verification level of a fact. */
  static final Map<String, String> LEVELS =
      Map.of(
          "recalled", "Unverified",
          "verified-day", "VerifiedDay",
          "verified-month", "VerifiedMonth",
          "verified-year", "VerifiedYear",
          "verified-membership", "VerifiedMembership",
          "derived", "Derived",
          "disputed", "Disputed");

  private Tables() {}

  /** The value of a key, or a failure that names the key. */
  static String known(Map<String, String> map, String key) {
    return Optional.ofNullable(map.get(key))
        .orElseThrow(() -> new AssertionError("the test does not know \"" + key + "\""));
  }

  /** The rows of a table with tabs, each a map from column name to cell. */
  static List<Map<String, String>> read(Path file) {
    try {
      List<List<String>> rows =
          Files.readAllLines(file).stream()
              .map(line -> Stream.of(line.split("\t", -1)).map(Tables::cell).toList())
              .toList();
      List<String> header = rows.get(0);
      Function<List<String>, Map<String, String>> named =
          cells ->
              IntStream.range(0, header.size())
                  .collect(
                      LinkedHashMap::new,
                      (map, i) -> map.put(header.get(i), cells.get(i)),
                      Map::putAll);
      return rows.stream().skip(1).map(named).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String cell(String raw) {
    return raw.length() > 1 && raw.startsWith("\"") && raw.endsWith("\"")
        ? raw.substring(1, raw.length() - 1).replace("\"\"", "\"")
        : raw;
  }

  /** A day as the table writes it, followed by the XSD datatype of its precision. */
  static String day(String cell) {
    return switch (cell.length()) {
      case 0 -> "";
      case 4 -> cell + " gYear";
      case 7 -> cell + " gYearMonth";
      default -> cell + " date";
    };
  }

  /** The first day that a day, month or year may mean. */
  static LocalDate earliest(String day) {
    String cell = day.split(" ")[0];
    return switch (cell.length()) {
      case 4 -> LocalDate.of(Integer.parseInt(cell), 1, 1);
      case 7 -> YearMonth.parse(cell).atDay(1);
      default -> LocalDate.parse(cell);
    };
  }

  /** The last day that a day, month or year may mean. */
  static LocalDate latest(String day) {
    String cell = day.split(" ")[0];
    return switch (cell.length()) {
      case 4 -> LocalDate.of(Integer.parseInt(cell), 12, 31);
      case 7 -> YearMonth.parse(cell).atEndOfMonth();
      default -> LocalDate.parse(cell);
    };
  }
}
