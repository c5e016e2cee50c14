// SPDX-License-Identifier: Apache-2.0
package io.github.entente.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Java and SPARQL examples of the README do what it says; the console's have their own test.
 */
class ReadmeExamplesTest {
  private static final Path README =
      Path.of(System.getProperty("entente.basedir", "."), "README.md");

  @Test
  void javaExampleCompilesAndPrintsWhatIsShown(@TempDir Path folder) throws Exception {
    var source = Files.writeString(folder.resolve("Example.java"), block("java"));
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
    assertThat(code).isZero();
    var printed = new ByteArrayOutputStream();
    var before = System.out;
    try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      var main = loader.loadClass("Example").getDeclaredMethod("main", String[].class);
      main.setAccessible(true);
      main.invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines(block("text"));
  }

  @Test
  void sparqlExampleFindsThatSwedenLeftPartnershipForPeace() throws IOException {
    try (var kb = KnowledgeBase.bundled()) {
      var answers = kb.query(block("sparql")).run();
      assertThat(answers.rows()).hasSize(1);
      var row = answers.first();
      assertThat(answers.labels().label(row.get("state").orElseThrow())).isEqualTo("Sweden");
      assertThat(answers.labels().label(row.get("framework").orElseThrow()))
          .isEqualTo("Partnership for Peace");
    }
  }

  private static String block(String language) throws IOException {
    var matcher =
        Pattern.compile("```" + language + "\\R(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(README));
    assertThat(matcher.find()).as("a block of " + language).isTrue();
    return matcher.group(1);
  }
}
