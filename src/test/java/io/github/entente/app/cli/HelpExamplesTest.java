// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each example of each help runs as it stands. */
class HelpExamplesTest {
  private static final List<String> COMMANDS =
      List.of(
          "entente",
          "ask",
          "questions",
          "query",
          "why",
          "why-not",
          "overlap",
          "check",
          "policies",
          "passage",
          "new-framework",
          "import",
          "completion");

  @Test
  void everyHelpHasExamples() throws IOException {
    try (var files = Files.list(Run.BASE.resolve("src/main/resources/help"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".txt", "")))
          .containsExactlyInAnyOrderElementsOf(COMMANDS);
    }
    for (String command : COMMANDS) {
      assertThat(examples(command)).as(command).isNotEmpty();
      var help = command.equals("entente") ? Run.of("--help") : Run.of(command, "--help");
      assertThat(help.out()).contains(Examples.of(command));
    }
  }

  @TestFactory
  Stream<DynamicTest> everyExampleRuns() {
    return COMMANDS.stream()
        .flatMap(command -> examples(command).stream())
        .distinct()
        .map(example -> dynamicTest(example, () -> assertRuns(example)));
  }

  private static List<String> examples(String command) {
    return Examples.of(command).stream().filter(line -> !line.startsWith("#")).toList();
  }

  private static void assertRuns(String example) {
    var words = Run.words(example);
    assertThat(words.get(0)).isEqualTo("entente");
    var run = Run.onTerminal(words.subList(1, words.size()).toArray(String[]::new));
    boolean no = run.out().contains("false" + System.lineSeparator());
    assertThat(run.code()).as(run.err()).isEqualTo(no ? Exit.NEGATIVE : Exit.OK);
    assertThat(run.out().lines().count()).isGreaterThan(1);
  }
}
