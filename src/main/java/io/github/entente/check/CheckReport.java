// SPDX-License-Identifier: Apache-2.0
package io.github.entente.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a check of a knowledge base found.
 *
 * @param asOf the day that was checked; empty when the data have no filter by time
 * @param documents number of files
 * @param triples number of triples reasoned over
 * @param axioms number of logical axioms
 * @param findings what is wrong
 * @param complete whether every check was carried to its end
 */
public record CheckReport(
    Optional<LocalDate> asOf,
    int documents,
    int triples,
    int axioms,
    List<Finding> findings,
    boolean complete) {
  public CheckReport {
    findings = List.copyOf(findings);
  }

  /** The checks. */
  public enum Kind {
    /** Something is outside OWL 2 DL. */
    PROFILE,
    /** The axioms contradict each other. */
    INCONSISTENT,
    /** A class can have no instance. */
    UNSATISFIABLE_CLASS,
    /** A limit came before a check was done. */
    LIMIT
  }

  /**
   * One thing that is wrong.
   *
   * @param kind which check found it
   * @param place the files and lines of the term, or the term where it stands in none
   * @param message what is wrong, and what to do
   */
  public record Finding(Kind kind, String place, String message) {}

  /** Whether nothing is wrong, as far as was checked. */
  public boolean ok() {
    return findings.stream().allMatch(finding -> finding.kind() == Kind.LIMIT);
  }
}
