// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextTableTest {
  private static String printed(TextTable table, int columns) {
    var bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    var env = Map.of("COLUMNS", String.valueOf(columns));
    table.print(Console.of(out, out, InputStream.nullInputStream(), env));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void columnsAreAsWideAsTheirCellsAndNumbersStandRight() {
    var table =
        TextTable.of(List.of("who", "n"), List.of(List.of("Ann", "1"), List.of("Bob", "12")));
    assertThat(printed(table, 80))
        .isEqualTo(
            """
            who   n
            ───  ──
            Ann   1
            Bob  12
            """);
  }

  @Test
  void theWidestColumnGivesWayAndItsCellsGoOnInTheNextLine() {
    var table =
        TextTable.of(
            List.of("who", "what"), List.of(List.of("Ann", "one two three four five six")));
    assertThat(printed(table, 20))
        .isEqualTo(
            """
            who  what
            ───  ───────────────
            Ann  one two three
                 four five six
            """);
  }

  @Test
  void aWordThatIsTooLongIsBroken() {
    var table = TextTable.of(List.of("x"), List.of(List.of("abcdefghijklmno")));
    assertThat(printed(table, 10).lines()).endsWith("abcdefghij", "klmno");
  }

  @Test
  void wideAndCombiningCharactersAreMeasuredAsTheyAreShown() {
    assertThat(Text.width("日本")).isEqualTo(4);
    assertThat(Text.width("e\u0301")).isEqualTo(1);
    var table =
        TextTable.of(List.of("a", "b"), List.of(List.of("日本", "x"), List.of("Türkiye", "y")));
    assertThat(printed(table, 80).lines()).contains("日本     x", "Türkiye  y");
  }

  @Test
  void manyColumnsStillFit() {
    var cells = List.of("a".repeat(30), "b".repeat(30), "c".repeat(30), "d".repeat(5));
    var printed = printed(TextTable.of(List.of("a", "b", "c", "d"), List.of(cells)), 60);
    assertThat(printed.lines()).allMatch(line -> line.length() <= 60);
  }
}
