// SPDX-License-Identifier: Apache-2.0
package io.github.entente.check;

import io.github.entente.check.CheckReport.Finding;
import io.github.entente.check.CheckReport.Kind;
import io.github.entente.check.CheckReport.Severity;
import java.time.Duration;
import java.util.List;

/**
 * One part of a full check, and what came of it.
 *
 * @param part which part
 * @param ran whether it was run; a part that needs what an earlier one refused is not
 * @param rules how many rules it has: shapes, queries, questions; 1 where that has no meaning
 * @param subjects how many things they were applied to
 * @param time how long it took
 * @param findings what is wrong, and what limits were reached
 */
public record Section(
    Part part, boolean ran, int rules, int subjects, Duration time, List<Finding> findings) {
  public Section {
    findings = List.copyOf(findings);
  }

  /** The parts of a full check, in the order in which they run. */
  public enum Part {
    /** Within OWL 2 DL. */
    PROFILE("profile", "axiom"),
    /** No contradiction. */
    CONSISTENCY("consistency", "axiom"),
    /** No class without possible instances. */
    SATISFIABILITY("satisfiability", "axiom"),
    /** Data of the form that the shapes ask for. */
    SHAPES("shapes", "focus node"),
    /** Queries that find nothing. */
    HYGIENE("hygiene", "triple"),
    /** Named questions that have an answer. */
    QUESTIONS("questions", "row");

    private final String label;
    private final String subject;

    Part(String label, String subject) {
      this.label = label;
      this.subject = subject;
    }

    /** What a person calls it. */
    public String label() {
      return label;
    }

    /** What one of the things is called that its rules are applied to. */
    public String subject() {
      return subject;
    }
  }

  /** What came of it, from the best down. */
  public enum State {
    /** Nothing is wrong. */
    PASSED("passed"),
    /** Nothing is wrong, but there are warnings or remarks. */
    REMARKS("passed with remarks"),
    /** It was not run. */
    NOT_RUN("not run"),
    /** A limit came first, and nothing was wrong until then. */
    CUT_SHORT("cut short"),
    /** Something is wrong. */
    FAILED("failed");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** What a person calls it. */
    public String label() {
      return label;
    }
  }

  /** A part that was not run. */
  static Section notRun(Part part) {
    return new Section(part, false, 0, 0, Duration.ZERO, List.of());
  }

  /** What came of it. */
  public State state() {
    if (!ran) {
      return State.NOT_RUN;
    }
    if (findings.stream()
        .anyMatch(f -> f.kind() != Kind.LIMIT && f.severity() == Severity.VIOLATION)) {
      return State.FAILED;
    }
    if (findings.stream().anyMatch(f -> f.kind() == Kind.LIMIT)) {
      return State.CUT_SHORT;
    }
    return findings.isEmpty() ? State.PASSED : State.REMARKS;
  }
}
