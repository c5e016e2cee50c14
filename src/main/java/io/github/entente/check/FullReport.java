// SPDX-License-Identifier: Apache-2.0
package io.github.entente.check;

import io.github.entente.check.CheckReport.Kind;
import io.github.entente.check.CheckReport.Severity;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a full check found: profile, consistency, satisfiability, shapes, hygiene and questions.
 *
 * @param check all findings together
 * @param sections the parts, in the order in which they ran
 * @param questions how each named question fared
 */
public record FullReport(CheckReport check, List<Section> sections, List<QuestionRun> questions) {
  public FullReport {
    sections = List.copyOf(sections);
    questions = List.copyOf(questions);
  }

  /**
   * How a named question fared.
   *
   * @param id such as {@code CQ-033}
   * @param name such as {@code overlapping-frameworks}
   * @param asOf the day it was asked about
   * @param rows number of rows or triples; 1 for a question that is answered by yes or no
   * @param guarantee how far the answer can be trusted; empty when there is none
   * @param time how long it took
   */
  public record QuestionRun(
      String id,
      String name,
      Optional<LocalDate> asOf,
      int rows,
      Optional<String> guarantee,
      Duration time) {}

  /** Number of findings of a severity; limits that were reached are counted apart. */
  public long count(Severity severity) {
    return check.findings().stream()
        .filter(f -> f.kind() != Kind.LIMIT && f.severity() == severity)
        .count();
  }

  /** Number of limits that were reached. */
  public long limits() {
    return check.findings().stream().filter(f -> f.kind() == Kind.LIMIT).count();
  }

  /** How long all parts took together. */
  public Duration time() {
    return sections.stream().map(Section::time).reduce(Duration.ZERO, Duration::plus);
  }
}
