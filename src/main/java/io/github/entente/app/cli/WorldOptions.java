// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.KnowledgeBase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** On which day, and how long it may take. */
final class WorldOptions {
  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      order = 10,
      description = {
        "The day to look at: 2024-04-04, or 2024-04 or 2024 for their last day.",
        "Without it: the day that the bundled data are made for; own data are not filtered by time."
      })
  private LocalDate asOf;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "2m",
      order = 12,
      description = "How long it may take: seconds, or 500ms, 30s, 2m, 1h. Without it: 2m.")
  private Duration timeout;

  /** The day given. */
  Optional<LocalDate> given() {
    return Optional.ofNullable(asOf);
  }

  /** The day given, else the knowledge base's own. */
  Optional<LocalDate> day(KnowledgeBase kb) {
    return given().or(kb::defaultDay);
  }

  Duration timeout() {
    return timeout;
  }
}
