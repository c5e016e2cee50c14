// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.model.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} explains each error code, and no other. */
class ErrorsDocTest {
  @Test
  void eachErrorCodeHasOneHeadingAndNoOtherHas() throws IOException {
    try (var lines = Files.lines(Run.BASE.resolve("docs/errors.md"))) {
      assertThat(lines.filter(line -> line.startsWith("## ")).map(line -> line.substring(3)))
          .containsExactlyElementsOf(Stream.of(ErrorCode.values()).map(Enum::name).toList());
    }
  }
}
