// SPDX-License-Identifier: Apache-2.0
package io.github.entente.w3c;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
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

  private static String text() throws IOException {
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
    text.append(
        """

        ## Random ontologies

        What is entailed of small ontologies drawn at random, and what queries over them answer, against the \
        consistency of the axioms with the negation of each candidate on a new reasoner. Some of it runs in each \
        build; `-P full` compares 10,000 draws with what the reasoner once said of them, which is recorded in \
        `src/test/resources/reason/truth.tsv`, and asks it anew about another part of them each day \
        (`TruthRecordTest`). Runs are listed here by hand, with the command that repeats them. An \
        ontology that is drawn outside OWL 2 DL, is inconsistent or is too hard for the reasoner is not compared.

        | what | command | drawn | compared | differences | on |
        |---|---|---|---|---|---|
        """);
    for (var line : Files.readAllLines(Outcomes.FOLDER.resolve("random-draws.tsv"))) {
      if (!line.startsWith("#")) {
        text.append("| " + line.replace("\t", " | ") + " |\n");
      }
    }
    return text.toString();
  }

  private static String anchor(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
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
    text.append("\n| does not simply pass | outcome | reason |\n|---|---|---|\n");
    suite
        .tests()
        .forEach(
            (test, outcome) -> {
              if (!outcome.outcome().equals(Outcomes.PASSED)) {
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
