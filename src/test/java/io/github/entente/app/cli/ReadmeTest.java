// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The console blocks of the README and the guides are what a terminal of 100 columns shows. A line
 * {@code …} stands for any number of lines; {@code $ echo $?} for the exit code of the command
 * before it. Commands other than {@code ./entente} are not run.
 */
class ReadmeTest {
  private static final String FENCE = "```";
  private static final String PROMPT = "$ ";
  private static final String LAUNCHER = "./entente";
  private static final String ELISION = "…";

  /** A command with the lines that follow it. */
  private record Session(String command, List<String> output, String place) {}

  @TestFactory
  Stream<DynamicTest> everyCommandPrintsWhatIsShown() throws IOException {
    var sessions = new ArrayList<Session>();
    for (var document : documents()) {
      sessions.addAll(sessions(document));
    }
    var commands =
        sessions.stream().filter(session -> session.command().startsWith(LAUNCHER)).toList();
    assertThat(commands).isNotEmpty();
    var tests = new ArrayList<DynamicTest>();
    for (var session : commands) {
      var next = sessions.indexOf(session) + 1;
      var exit =
          next < sessions.size() && sessions.get(next).command().equals("echo $?")
              ? sessions.get(next).output()
              : List.<String>of();
      tests.add(
          dynamicTest(
              session.place() + ": " + session.command(), () -> assertShown(session, exit)));
    }
    return tests.stream();
  }

  private static void assertShown(Session session, List<String> exit) {
    var words = Run.words(session.command());
    var run =
        Run.together(Run.terminal(100), words.subList(1, words.size()).toArray(String[]::new));
    var printed = run.out().lines().map(String::stripTrailing).toList();
    if (!session.output().isEmpty()) {
      assertThat(matches(session.output(), printed))
          .as("it shows%n%s%n%nbut it is%n%s", String.join("\n", session.output()), run.out())
          .isTrue();
    }
    if (!exit.isEmpty()) {
      assertThat(String.valueOf(run.code())).isEqualTo(exit.get(0).strip());
    }
  }

  /** Whether the lines printed are those shown, elisions standing for any lines. */
  static boolean matches(List<String> shown, List<String> printed) {
    if (shown.isEmpty()) {
      return printed.isEmpty();
    }
    String first = shown.get(0).stripTrailing();
    var rest = shown.subList(1, shown.size());
    if (first.strip().equals(ELISION)) {
      for (int skipped = 0; skipped <= printed.size(); skipped++) {
        if (matches(rest, printed.subList(skipped, printed.size()))) {
          return true;
        }
      }
      return false;
    }
    return !printed.isEmpty()
        && first.equals(printed.get(0))
        && matches(rest, printed.subList(1, printed.size()));
  }

  private static List<Path> documents() throws IOException {
    try (var guides = Files.list(Run.BASE.resolve("docs/guide"))) {
      return Stream.concat(
              Stream.of(Run.BASE.resolve("README.md")),
              guides.filter(file -> file.toString().endsWith(".md")).sorted())
          .toList();
    }
  }

  private static List<Session> sessions(Path document) throws IOException {
    var lines = Files.readAllLines(document);
    var sessions = new ArrayList<Session>();
    boolean inside = false;
    boolean continued = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith(FENCE)) {
        inside = line.strip().equals(FENCE + "console");
      } else if (inside && (line.startsWith(PROMPT) || continued)) {
        String part = continued ? line.strip() : line.substring(PROMPT.length());
        String before = continued ? sessions.remove(sessions.size() - 1).command() + " " : "";
        continued = part.endsWith("\\");
        String command = before + (continued ? part.substring(0, part.length() - 1).strip() : part);
        sessions.add(
            new Session(command, new ArrayList<>(), document.getFileName() + " line " + (i + 1)));
      } else if (inside && !sessions.isEmpty()) {
        sessions.get(sessions.size() - 1).output().add(line);
      }
    }
    sessions.forEach(ReadmeTest::dropLastBlankLines);
    return sessions;
  }

  private static void dropLastBlankLines(Session session) {
    var output = session.output();
    while (!output.isEmpty() && output.get(output.size() - 1).isBlank()) {
      output.remove(output.size() - 1);
    }
  }
}
