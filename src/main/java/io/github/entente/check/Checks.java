// SPDX-License-Identifier: Apache-2.0
package io.github.entente.check;

import io.github.entente.check.CheckReport.Finding;
import io.github.entente.check.CheckReport.Kind;
import io.github.entente.model.Deadline;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Outcome;
import io.github.entente.model.Snapshot;
import io.github.entente.model.SourceDocument;
import io.github.entente.reason.Entailments;
import io.github.entente.reason.Inspection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.NodeFactory;

/** Profile, consistency and satisfiability of a snapshot, as one report. */
public final class Checks {
  private Checks() {}

  /**
   * Checks a snapshot.
   *
   * @param entailments computes what follows from it; not asked when the profile is violated
   */
  public static CheckReport run(
      Snapshot snapshot,
      List<SourceDocument> documents,
      Supplier<Outcome<Entailments>> entailments,
      Deadline deadline) {
    var inspection = Inspection.of(snapshot);
    var findings = new ArrayList<>(profile(inspection, documents));
    if (findings.isEmpty()) {
      consistency(entailments, findings)
          .ifPresent(follows -> findings.addAll(satisfiability(follows, documents, deadline)));
    }
    return report(snapshot, documents, inspection, findings);
  }

  /** The report of findings; it is complete when no limit is among them. */
  static CheckReport report(
      Snapshot snapshot,
      List<SourceDocument> documents,
      Inspection inspection,
      List<Finding> findings) {
    return new CheckReport(
        snapshot.asOf(),
        documents.size(),
        inspection.triples(),
        inspection.axioms(),
        findings,
        findings.stream().noneMatch(f -> f.kind() == Kind.LIMIT));
  }

  static List<Finding> profile(Inspection inspection, List<SourceDocument> documents) {
    return inspection.violations().stream()
        .map(v -> new Finding(Kind.PROFILE, place(v.term(), documents), v.message()))
        .toList();
  }

  /** What follows; nothing when there is no consistent world, and the findings then say why. */
  static Optional<Entailments> consistency(
      Supplier<Outcome<Entailments>> entailments, List<Finding> findings) {
    Outcome<Entailments> outcome;
    try {
      outcome = entailments.get();
    } catch (EntenteException e) {
      if (e.code().blame() != ErrorCode.Blame.INPUT) {
        throw e;
      }
      findings.add(new Finding(Kind.PROFILE, e.code().name(), e.getMessage()));
      return Optional.empty();
    }
    if (outcome instanceof Outcome.Inconsistent<Entailments> inconsistent) {
      findings.add(
          new Finding(
              Kind.INCONSISTENT,
              "these axioms together",
              String.join("\n", inconsistent.conflict())));
    } else if (outcome instanceof Outcome.LimitReached<Entailments> limit) {
      findings.add(new Finding(Kind.LIMIT, "consistency", limit.what()));
    } else if (outcome instanceof Outcome.Answered<Entailments> answered) {
      return Optional.of(answered.value());
    }
    return Optional.empty();
  }

  static List<Finding> satisfiability(
      Entailments entailments, List<SourceDocument> documents, Deadline deadline) {
    var findings = new ArrayList<Finding>();
    var unsatisfiable = entailments.unsatisfiable(deadline);
    for (var named : unsatisfiable.classes()) {
      findings.add(
          new Finding(
              Kind.UNSATISFIABLE_CLASS,
              place(named.toString(), documents),
              "no individual can be an instance of this class"));
    }
    if (unsatisfiable.undecided() > 0) {
      findings.add(
          new Finding(
              Kind.LIMIT,
              "satisfiability",
              "of "
                  + unsatisfiable.undecided()
                  + " classes it is not decided: the time limit came, or consistency cannot be"
                  + " checked there"));
    }
    return findings;
  }

  /** The term with the files that describe it. */
  private static String place(String term, List<SourceDocument> documents) {
    if (!term.contains(":") || term.contains(" ")) {
      return term;
    }
    var node = NodeFactory.createURI(term);
    return Places.text(node, new Places(documents).files(node));
  }
}
