// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.entente.app.http.Http;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
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
          "certify",
          "overlap",
          "check",
          "reason",
          "policies",
          "passage",
          "new-framework",
          "import",
          "serve",
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
    if (words.get(1).equals("serve")) {
      assertServes(words.subList(1, words.size()).toArray(String[]::new));
      return;
    }
    var run = Run.onTerminal(words.subList(1, words.size()).toArray(String[]::new));
    boolean one = !words.contains("--all");
    boolean no = one && run.out().contains("false" + System.lineSeparator());
    assertThat(run.code()).as(run.err()).isEqualTo(no ? Exit.NEGATIVE : Exit.OK);
    assertThat(run.out().lines().count()).isGreaterThan(1);
  }

  /** It answers until it is interrupted. */
  private static void assertServes(String... arguments) {
    var out = new ByteArrayOutputStream();
    var code = new AtomicInteger(-1);
    var thread =
        new Thread(
            () ->
                code.set(
                    Main.run(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(OutputStream.nullOutputStream()),
                        InputStream.nullInputStream(),
                        Map.of(),
                        arguments)));
    thread.start();
    for (int i = 0; i < 6000 && thread.isAlive() && !out.toString().contains("/sparql"); i++) {
      LockSupport.parkNanos(20_000_000);
    }
    String address = out.toString(StandardCharsets.UTF_8).lines().findFirst().orElse("");
    assertThat(address).startsWith("Workbench  http://127.0.0.1:");
    var http = new Http(address.replaceAll(".* (http://[^/]+)/", "$1"), List.of());
    assertThat(http.query("ASK {}").status()).isEqualTo(200);
    thread.interrupt();
    assertThatCode(() -> thread.join(20_000)).doesNotThrowAnyException();
    assertThat(code).hasValue(Exit.OK);
  }
}
