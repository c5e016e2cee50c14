// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The template of a framework becomes one's own data once it is filled in. */
class NewFrameworkTest {
  @TempDir Path folder;

  @Test
  void templateAsItStandsIsRefusedWithTheLineOfADateToFillIn() {
    var file = write("Blue Pact");
    var check = Run.of("check", "--with-bundled", "--data", file.toString());
    assertThat(check.error()).isEqualTo("MALFORMED_LITERAL");
    assertThat(check.err()).containsPattern("blue-pact\\.ttl:\\d+").contains("YYYY-MM-DD");
  }

  @Test
  void filledInItPassesTheChecksAndItsSeatsCount() throws IOException {
    var file = write("Blue Pact");
    var text =
        Files.readString(file)
            .replaceAll("(?m)^.*entente:lastDay.*$", "")
            .replace("#| ", "")
            .replace("YYYY-MM-DD", "2020-01-01")
            .replace("TODO", "Statement")
            .replace("curatedUntil \"2020-01-01\"", "curatedUntil \"2024-04-04\"");
    Files.writeString(file, text);
    var check = Run.of("check", "--all", "--with-bundled", "--data", file.toString());
    assertThat(check.code()).as(check.out() + check.err() + text).isEqualTo(Exit.OK);
    assertThat(check.out()).doesNotContain("blue-pact.ttl");
    var asked =
        Run.of(
            "query",
            "--with-bundled",
            "--data",
            file.toString(),
            "-e",
            "ASK { entente:Japan entente:seatIn <https://example.org/frameworks/BluePact> }");
    assertThat(asked.out()).contains("true");
  }

  @Test
  void existingFileIsLeftAsItIs() throws IOException {
    var file = write("Blue Pact");
    Files.writeString(file, "mine");
    var again = Run.of("new-framework", "blue-pact", "--out", folder.toString());
    assertThat(again.error()).isEqualTo("NOT_WRITABLE");
    assertThat(file).hasContent("mine");
  }

  @Test
  void missingFolderIsSaid() {
    var run = Run.of("new-framework", "Blue", "--out", folder.resolve("none").toString());
    assertThat(run.error()).isEqualTo("NOT_WRITABLE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "9Pact", "../Pact", "Pact ", "Blue  Pact", "Entente cordialé"})
  void badNameIsRefused(String name) {
    assertThat(Run.of("new-framework", name, "--print").error()).isEqualTo("BAD_OPTION");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pacts/", "https://example.org/pacts", "https://example.org/<>/"})
  void badNamespaceIsRefused(String namespace) {
    assertThat(Run.of("new-framework", "Blue", "--print", "--namespace", namespace).error())
        .isEqualTo("BAD_OPTION");
  }

  private Path write(String name) {
    var run = Run.of("new-framework", name, "--out", folder.toString());
    assertThat(run.code()).as(run.err()).isEqualTo(Exit.OK);
    return Path.of(run.out().strip());
  }
}
