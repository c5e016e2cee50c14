// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One run of the command line within the test's process.
 *
 * @param code the exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Run(int code, String out, String err) {
  static final Path BASE = Path.of(System.getProperty("entente.basedir", "."));

  /** As in a pipe. */
  public static Run of(String... arguments) {
    return in(Map.of(), "", arguments);
  }

  /** As on a terminal of 100 columns without colour. */
  static Run onTerminal(String... arguments) {
    return in(terminal(100), "", arguments);
  }

  static Map<String, String> terminal(int columns) {
    return Map.of("ENTENTE_TTY", "1", "COLUMNS", String.valueOf(columns), "NO_COLOR", "1");
  }

  static Run in(Map<String, String> env, String input, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            env,
            arguments);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Standard output and error in one, in the order written, as a terminal shows them. */
  static Run together(Map<String, String> env, String... arguments) {
    var both = new ByteArrayOutputStream();
    var stream = new PrintStream(both, false, StandardCharsets.UTF_8);
    int code = Main.run(stream, stream, new ByteArrayInputStream(new byte[0]), env, arguments);
    return new Run(code, both.toString(StandardCharsets.UTF_8), "");
  }

  /**
   * The words of a command as a shell splits them; of its language, only quotes are understood.
   *
   * @throws IllegalArgumentException for a pipe, a redirection or a variable
   */
  static List<String> words(String command) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    boolean open = false;
    char quote = 0;
    for (char c : command.toCharArray()) {
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '\'' || c == '"') {
        quote = c;
        open = true;
      } else if (Character.isWhitespace(c)) {
        if (open) {
          words.add(word.toString());
          word.setLength(0);
          open = false;
        }
      } else if ("|<>;&$`*".indexOf(c) >= 0) {
        throw new IllegalArgumentException("more shell than is understood here: " + command);
      } else {
        word.append(c);
        open = true;
      }
    }
    if (quote != 0) {
      throw new IllegalArgumentException("a quote is not closed: " + command);
    }
    if (open) {
      words.add(word.toString());
    }
    return words;
  }

  /** The code that the first line on standard error names, such as {@code BAD_DATE}. */
  String error() {
    return err.lines()
        .filter(line -> line.startsWith("entente: "))
        .map(line -> line.split(": ")[1])
        .findFirst()
        .orElse("");
  }
}
