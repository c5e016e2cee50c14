// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Viewpoint;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** From where to look at the world, and how long it may take. */
final class WorldOptions {
  private static final Duration USUAL = Duration.ofMinutes(2);

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
      names = "--recorded",
      paramLabel = "DATE",
      order = 13,
      description = "By the record as it stood on that day. Without it: as it stands.")
  private LocalDate recorded;

  @Option(
      names = "--accept",
      paramLabel = "POLICY",
      order = 14,
      description =
          "Take claims into the world by that policy; 'entente policies' lists them. Without it:"
              + " none.")
  private String policy;

  @Option(
      names = "--include-unverified",
      order = 15,
      description = "Take in facts that nobody checked against a source.")
  private boolean unverified;

  @Option(
      names = "--without",
      paramLabel = "SOURCE",
      order = 16,
      description =
          "Withdraw a source or a statement, and show what falls: a file by the end of its path, or"
              + " a statement by its name. Repeatable.")
  private List<String> without = List.of();

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      order = 12,
      description =
          "How long it may take: seconds, or 500ms, 30s, 2m, 1h. Without it: 2m; for 'check --all',"
              + " 15m.")
  private Duration timeout;

  /** The day given. */
  Optional<LocalDate> given() {
    return Optional.ofNullable(asOf);
  }

  /** The viewpoint given, for what is not a question. */
  Viewpoint view(KnowledgeBase kb) {
    return over(Viewpoint.on(kb.defaultDay()), kb);
  }

  /** The viewpoint given: what is not said is as in a base. */
  Viewpoint over(Viewpoint base, KnowledgeBase kb) {
    var view =
        base.day(given().or(base::day))
            .recorded(Optional.ofNullable(recorded))
            .policy(Optional.ofNullable(policy))
            .unverified(unverified);
    for (var source : without) {
      view = view.without(kb.expanded(source));
    }
    return view;
  }

  /** Whether something is withdrawn. */
  boolean withdraws() {
    return !without.isEmpty();
  }

  /** Whether claims are accepted by a policy given here. */
  boolean accepts() {
    return policy != null;
  }

  Duration timeout() {
    return timeout(USUAL);
  }

  /** The limit given, else another. */
  Duration timeout(Duration otherwise) {
    return timeout == null ? otherwise : timeout;
  }
}
