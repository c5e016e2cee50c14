// SPDX-License-Identifier: Apache-2.0
package io.github.entente.w3c;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the last recorded run of a suite found: a file with a line for each test (group and name,
 * outcome, reason, apart by tabs) under comment lines for the document made of it: {@code #
 * title:}, {@code # about:}, {@code # command:} and any number of {@code # also:}. A file that
 * names only what does not pass says how many there are with {@code # total:}.
 */
record Outcomes(Map<String, List<String>> head, Map<String, Outcome> tests) {
  /** The outcome of a test that does what it should. */
  static final String PASSED = "passed";

  /**
   * That of a case in two syntaxes whose text in the first is faulty, and that passes in the other.
   */
  static final String FUNCTIONAL_ONLY = "functional only";

  /** The outcome of a test of something that is refused on purpose. */
  static final String REFUSED = "refused";

  private static final Path BASE = Path.of(System.getProperty("entente.basedir", "."));

  /** The folder of the files, each named after its suite. */
  static final Path FOLDER = BASE.resolve("src/test/resources/w3c");

  /** The document that is made of them. */
  static final Path DOCUMENT = BASE.resolve("docs/conformance.md");

  private static final String ENDING = "-outcomes.tsv";

  /**
   * What came of a test.
   *
   * @param outcome {@link #PASSED}, {@link #REFUSED}, or another word such as {@code failed}
   * @param reason why it did not pass; empty where it did
   */
  record Outcome(String outcome, String reason) {
    boolean passed() {
      return outcome.equals(PASSED) || outcome.equals(FUNCTIONAL_ONLY);
    }
  }

  static Path file(String suite) {
    return FOLDER.resolve(suite + ENDING);
  }

  static List<Outcomes> all() {
    try (var files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .sorted()
          .map(Outcomes::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Outcomes read(Path file) {
    var head = new LinkedHashMap<String, List<String>>();
    var tests = new TreeMap<String, Outcome>();
    for (var line : lines(file)) {
      if (line.startsWith("# ")) {
        var parts = line.substring(2).split(": ", 2);
        if (parts.length == 2) {
          head.computeIfAbsent(parts[0], key -> new ArrayList<>()).add(parts[1]);
        }
      } else if (!line.isBlank()) {
        var cells = line.split("\t", -1);
        int last = Math.max(cells.length - 1, 2);
        var test = String.join("/", List.of(cells).subList(0, last - 1));
        tests.put(test, new Outcome(cells[last - 1], cells.length > last ? cells[last] : ""));
      }
    }
    return new Outcomes(head, tests);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A single line of the head; empty where there is none. */
  String head(String key) {
    return String.join(" ", head.getOrDefault(key, List.of()));
  }

  void write(Path file) {
    var text = new StringBuilder();
    head.forEach(
        (key, lines) -> lines.forEach(line -> text.append("# " + key + ": " + line + "\n")));
    tests.forEach(
        (test, outcome) ->
            text.append(test + "\t" + outcome.outcome() + "\t" + outcome.reason() + "\n"));
    try {
      Files.writeString(file, text.toString().replaceAll("(?m)\t$", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Passed and all, by what a test's name begins with up to a slash. */
  Map<String, int[]> totals() {
    var totals = new TreeMap<String, int[]>();
    tests.forEach(
        (test, outcome) -> {
          var count = totals.computeIfAbsent(test.replaceAll("/.*", ""), group -> new int[2]);
          count[0] += outcome.passed() ? 1 : 0;
          count[1]++;
        });
    return totals;
  }

  /** The totals in one line. */
  String line() {
    return totals().entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue()[0] + " of " + e.getValue()[1])
        .collect(Collectors.joining(", "));
  }

  String title() {
    return head("title");
  }

  List<String> also() {
    return head.getOrDefault("also", List.of());
  }

  int total() {
    return head("total").isEmpty() ? tests.size() : Integer.parseInt(head("total"));
  }

  int passed() {
    return total() - (int) tests.values().stream().filter(outcome -> !outcome.passed()).count();
  }
}
