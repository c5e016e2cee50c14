// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More data than the memory can hold, in a process of its own. */
class MemoryWatchTest {
  private static final int TRIPLES = 1_000_000;

  @TempDir private Path folder;

  @Test
  void tooMuchForTheMemoryEndsWithWhatItTakes() throws Exception {
    var file = folder.resolve("big.nt");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < TRIPLES; i++) {
        out.write("<urn:thing:" + i + "> <urn:p> \"value " + i + "\" .\n");
      }
    }
    var process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx128m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName(),
                    "query",
                    "--regime",
                    "simple",
                    "-e",
                    "ASK {}",
                    "--data",
                    file.toString()))
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isEqualTo(Exit.LIMIT);
    assertThat(said)
        .startsWith("entente: LIMIT_REACHED: The memory is used up")
        .doesNotContain("OutOfMemoryError", "\tat ");
    var told = Pattern.compile("of about ([\\d,]+) triples").matcher(said);
    assertThat(told.find()).as(said).isTrue();
    assertThat(Long.parseLong(told.group(1).replace(",", "")))
        .isBetween(TRIPLES * 9L / 10, TRIPLES * 11L / 10);
    assertThat(said).containsPattern("ENTENTE_JAVA_OPTS=-Xmx[1-9]\\d*g");
  }
}
