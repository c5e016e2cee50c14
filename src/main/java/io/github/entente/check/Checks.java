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
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

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
    var findings = new ArrayList<Finding>();
    inspection
        .violations()
        .forEach(
            v -> findings.add(new Finding(Kind.PROFILE, place(v.term(), documents), v.message())));
    if (findings.isEmpty()) {
      semantic(entailments, findings, documents, deadline);
    }
    return new CheckReport(
        snapshot.asOf(),
        documents.size(),
        inspection.triples(),
        inspection.axioms(),
        findings,
        findings.stream().noneMatch(f -> f.kind() == Kind.LIMIT));
  }

  private static void semantic(
      Supplier<Outcome<Entailments>> entailments,
      List<Finding> findings,
      List<SourceDocument> documents,
      Deadline deadline) {
    Outcome<Entailments> outcome;
    try {
      outcome = entailments.get();
    } catch (EntenteException e) {
      if (e.code().blame() != ErrorCode.Blame.INPUT) {
        throw e;
      }
      findings.add(new Finding(Kind.PROFILE, e.code().name(), e.getMessage()));
      return;
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
      for (var named : answered.value().unsatisfiable(deadline)) {
        String iri = named.toString();
        findings.add(
            new Finding(
                Kind.UNSATISFIABLE_CLASS,
                place(iri, documents),
                "no individual can be an instance of this class"));
      }
      if (deadline.passed()) {
        findings.add(
            new Finding(Kind.LIMIT, "satisfiability", "the time limit came before it was decided"));
      }
    }
  }

  /** The term with the files that describe it. */
  private static String place(String term, List<SourceDocument> documents) {
    if (!term.contains(":") || term.contains(" ")) {
      return term;
    }
    Node node = NodeFactory.createURI(term);
    var files =
        documents.stream()
            .filter(
                d ->
                    d.graph().contains(Triple.create(node, Node.ANY, Node.ANY))
                        || d.graph().contains(Triple.create(Node.ANY, node, Node.ANY))
                        || d.graph().contains(Triple.create(Node.ANY, Node.ANY, node)))
            .map(SourceDocument::location)
            .limit(3)
            .toList();
    return files.isEmpty() ? term : term + " in " + String.join(", ", files);
  }
}
