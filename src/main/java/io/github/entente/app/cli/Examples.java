// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The examples of a command's help: runnable lines, and remarks that begin with {@code #}. */
final class Examples {
  private Examples() {}

  /** The lines of a command's examples. */
  static List<String> of(String command) {
    try (var in = Examples.class.getResourceAsStream("/help/" + command + ".txt")) {
      return in == null
          ? List.of()
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The end of a command's help. */
  static String footer(String command) {
    var text = new StringBuilder();
    for (String line : of(command)) {
      text.append("  ").append(line).append(System.lineSeparator());
    }
    String title = System.lineSeparator() + "Examples:" + System.lineSeparator();
    return text.length() == 0 ? "" : title + text;
  }
}
