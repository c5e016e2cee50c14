// SPDX-License-Identifier: Apache-2.0
package io.github.entente.w3c;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The document of conformance says what is recorded of the suites; this test also writes it. */
class ConformanceTest {
  @Test
  void documentSaysWhatTheLastRunsFound() throws IOException {
    var expected = text();
    if (Boolean.getBoolean("entente.write")) {
      Files.writeString(Outcomes.DOCUMENT, expected);
    }
    assertThat(Outcomes.DOCUMENT)
        .as("out of date; write it anew: mvn test -Dtest=ConformanceTest -Dentente.write=true")
        .hasContent(expected);
  }

  private static String text() {
    var text =
        new StringBuilder(
            """
            # Conformance

            What the suites of the W3C find, as recorded in `src/test/resources/w3c` and compared by the tests with \
            each new run; the tests also write a report in EARL to `target/w3c`. Every test that does not pass \
            is named. This document is made of the recorded outcomes by `ConformanceTest`:

            ```sh
            mvn test -Dtest=ConformanceTest -Dentente.write=true
            ```

            | suite | passed | of |
            |---|---|---|
            """);
    var all = Outcomes.all().stream().filter(suite -> !suite.tests().isEmpty()).toList();
    all.forEach(
        suite ->
            text.append(
                "| [%s](#%s) | %d | %d |\n"
                    .formatted(
                        suite.title(), anchor(suite.title()), suite.passed(), suite.total())));
    all.forEach(suite -> section(suite, text));
    return text.toString();
  }

  private static String anchor(String title) {
    return title.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
  }

  private static void section(Outcomes suite, StringBuilder text) {
    text.append("\n## " + suite.title() + "\n\n" + suite.head("about") + "\n");
    suite.also().forEach(line -> text.append("\n- " + line));
    text.append("\n\n```sh\n" + suite.head("command") + "\n```\n");
    if (suite.head("total").isEmpty()) {
      text.append("\n| group | passed | of |\n|---|---|---|\n");
      suite
          .totals()
          .forEach(
              (group, count) ->
                  text.append("| %s | %d | %d |\n".formatted(group, count[0], count[1])));
    }
    if (suite.passed() == suite.total()) {
      return;
    }
    text.append("\n| does not pass | outcome | reason |\n|---|---|---|\n");
    suite
        .tests()
        .forEach(
            (test, outcome) -> {
              if (!outcome.passed()) {
                text.append(
                    "| %s | %s | %s |\n"
                        .formatted(test, outcome.outcome(), cell(outcome.reason())));
              }
            });
  }

  private static String cell(String reason) {
    return reason.replace("|", "\\|").replace("<", "&lt;");
  }
}
