// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.app.cli.output.Console;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is thrown ends as a declared error, and output that cannot be written is noticed. */
class FailuresTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int report(Throwable thrown) {
    var out = new PrintStream(OutputStream.nullOutputStream());
    var console =
        Console.of(out, new PrintStream(err, true), InputStream.nullInputStream(), Map.of());
    return Failures.report(thrown, console, 0);
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void everyCodeIsNamedWithItsPage(ErrorCode code) {
    assertThat(report(new EntenteException(code, "what happened"))).isBetween(1, 4);
    assertThat(err.toString()).startsWith("entente: " + code + ": what happened").contains(".md#");
  }

  @Test
  void theEndOfStackOrMemoryNamesTheOptionOfJava() {
    assertThat(report(new StackOverflowError())).isEqualTo(Exit.FAILURE);
    assertThat(report(new OutOfMemoryError())).isEqualTo(Exit.LIMIT);
    assertThat(err.toString())
        .contains("INTERNAL", "ENTENTE_JAVA_OPTS=-Xss", "ENTENTE_JAVA_OPTS=-Xmx");
  }

  @Test
  void aDefectSaysHowToReportIt() {
    assertThat(report(new IllegalStateException("odd"))).isEqualTo(Exit.FAILURE);
    assertThat(err.toString()).contains("INTERNAL", "odd", "-v -v").doesNotContain("\tat ");
  }

  @Test
  void aReaderThatLeftIsToldFromADiskThatIsFull() {
    assertThat(sink("Broken pipe").readerLeft()).isTrue();
    assertThat(sink("No space left on device").readerLeft()).isFalse();
    assertThat(sink("No space left on device").failure()).isPresent();
  }

  private static Sink sink(String trouble) {
    var sink =
        new Sink(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException(trouble);
              }
            });
    new PrintStream(sink, true).println("x");
    return sink;
  }
}
