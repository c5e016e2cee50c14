// SPDX-License-Identifier: Apache-2.0
package io.github.entente.check;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;

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
    PROFILE("not OWL 2 DL"),
    /** The axioms contradict each other. */
    INCONSISTENT("inconsistent"),
    /** A class can have no instance. */
    UNSATISFIABLE_CLASS("unsatisfiable class"),
    /** The data are not of the form that a shape asks for. */
    SHAPE("shape"),
    /** A query that has to find nothing found something. */
    HYGIENE("hygiene"),
    /** A named question could not be answered. */
    QUESTION("question"),
    /** A limit came before a check was done. */
    LIMIT("limit reached");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** What sort of finding it is, in words. */
    public String label() {
      return label;
    }
  }

  /** How grave a finding is, from the gravest down. */
  public enum Severity {
    /** Wrong: the check fails. */
    VIOLATION,
    /** Likely wrong; the check does not fail by it. */
    WARNING,
    /** Worth knowing. */
    INFO
  }

  /**
   * One thing that is wrong.
   *
   * @param kind which check found it
   * @param severity how grave it is
   * @param place the files and lines of the term, or the term where it stands in none
   * @param message what is wrong, and what to do
   * @param detail what the rule saw; empty for findings about axioms
   */
  public record Finding(
      Kind kind, Severity severity, String place, String message, Optional<Detail> detail) {
    /** A violation without detail. */
    public Finding(Kind kind, String place, String message) {
      this(kind, Severity.VIOLATION, place, message, Optional.empty());
    }
  }

  /**
   * What a rule saw.
   *
   * @param rule IRI of the shape, or number and name of the hygiene query
   * @param focus the thing that is not as it should be
   * @param path from there to the value, as a SPARQL property path with full IRIs; empty when the
   *     thing itself is meant
   * @param value the value that is wrong; empty when one is missing
   * @param files where the thing is described, the likeliest first
   */
  public record Detail(
      String rule, Node focus, Optional<String> path, Optional<Node> value, List<String> files) {
    public Detail {
      files = List.copyOf(files);
    }
  }

  /** Whether nothing is wrong, as far as was checked; warnings and remarks do not count. */
  public boolean ok() {
    return findings.stream()
        .allMatch(f -> f.kind() == Kind.LIMIT || f.severity() != Severity.VIOLATION);
  }

  /**
   * What is wrong and was not before.
   *
   * @param before what was wrong before, found when something is wrong now
   * @throws EntenteException {@link ErrorCode#LIMIT_REACHED} when a limit came first
   */
  public static List<String> beyond(Supplier<List<Finding>> before, List<Finding> now) {
    var wrong = now.stream().filter(f -> f.severity() == Severity.VIOLATION).toList();
    if (wrong.stream().anyMatch(f -> f.kind() == Kind.LIMIT)) {
      throw new EntenteException(
          ErrorCode.LIMIT_REACHED, "the time limit came while the change was checked");
    }
    if (wrong.isEmpty()) {
      return List.of();
    }
    var known = Set.copyOf(before.get());
    return wrong.stream()
        .filter(finding -> !known.contains(finding))
        .map(finding -> finding.place() + ": " + finding.message())
        .distinct()
        .toList();
  }
}
