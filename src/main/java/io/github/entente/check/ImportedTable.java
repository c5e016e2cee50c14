// SPDX-License-Identifier: Apache-2.0
package io.github.entente.check;

import io.github.entente.check.CheckReport.Finding;
import io.github.entente.check.CheckReport.Kind;
import io.github.entente.check.CheckReport.Severity;
import io.github.entente.model.Deadline;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Outcome;
import io.github.entente.model.Snapshot;
import io.github.entente.model.SourceDocument;
import io.github.entente.model.Viewpoint;
import io.github.entente.reason.Entailments;
import io.github.entente.source.Corpus;
import io.github.entente.source.TableFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * A table whose facts have been checked beside the data there are.
 *
 * @param turtle the facts, as the text of a Turtle file
 * @param rows number of rows
 * @param warnings what is likely wrong or worth knowing, each with its place
 */
public record ImportedTable(String turtle, int rows, List<String> warnings) {
  public ImportedTable {
    warnings = List.copyOf(warnings);
  }

  /**
   * Checks the facts of a table: the shapes, and profile, consistency and satisfiability of
   * everything together on all days.
   *
   * @param entailments computes what follows from a snapshot
   * @throws EntenteException {@link ErrorCode#BAD_TABLE}, {@link ErrorCode#LIMIT_REACHED}
   */
  public static ImportedTable checked(
      TableFacts facts,
      Corpus corpus,
      Shapes shapes,
      Function<Snapshot, Outcome<Entailments>> entailments,
      Deadline deadline) {
    var together = corpus.with(facts.document());
    var violations = new ArrayList<String>();
    var warnings = new ArrayList<String>();
    for (var finding : shapes.run(together.documents(), deadline).findings()) {
      if (finding.kind() == Kind.LIMIT) {
        throw limit();
      }
      line(finding, facts.lines())
          .ifPresent(
              line ->
                  (finding.severity() == Severity.VIOLATION ? violations : warnings)
                      .add(facts.document().location() + ":" + line + ": " + finding.message()));
    }
    axioms(together, corpus, entailments, deadline, violations, warnings);
    if (!violations.isEmpty()) {
      throw new EntenteException(
          ErrorCode.BAD_TABLE,
          "The table does not go together with the ontology and the data; nothing is imported from"
              + " it.\n  "
              + String.join("\n  ", violations));
    }
    leftOut(facts.document(), corpus).ifPresent(warnings::add);
    return new ImportedTable(facts.turtle(), facts.lines().size(), warnings);
  }

  /** The line of the fact that a finding is about; empty when it is about none of the table. */
  private static Optional<Integer> line(Finding finding, Map<Node, Integer> lines) {
    return finding.detail().stream()
        .flatMap(detail -> Stream.concat(Stream.of(detail.focus()), detail.value().stream()))
        .filter(lines::containsKey)
        .map(lines::get)
        .findFirst();
  }

  /** What is wrong with everything together and was not without the table. */
  private static void axioms(
      Corpus together,
      Corpus without,
      Function<Snapshot, Outcome<Entailments>> entailments,
      Deadline deadline,
      List<String> violations,
      List<String> warnings) {
    var report = check(together, entailments, deadline);
    if (report.findings().isEmpty()) {
      return;
    }
    if (!report.complete()) {
      throw limit();
    }
    var before = check(without, entailments, deadline).findings();
    if (!before.isEmpty()) {
      warnings.add(
          "The data beside which the table is read are not in order themselves; 'entente check'"
              + " tells what is wrong with them.");
      return;
    }
    report.findings().forEach(f -> violations.add(f.place() + ": " + f.message()));
  }

  private static CheckReport check(
      Corpus corpus, Function<Snapshot, Outcome<Entailments>> entailments, Deadline deadline) {
    var snapshot = corpus.snapshot(Viewpoint.on(Optional.empty()));
    return Checks.run(snapshot, corpus.documents(), () -> entailments.apply(snapshot), deadline);
  }

  private static Optional<String> leftOut(SourceDocument document, Corpus corpus) {
    long rows =
        corpus.profile().verification().stream()
            .flatMap(
                predicate -> document.graph().find(Node.ANY, predicate, Node.ANY).toList().stream())
            .filter(triple -> corpus.profile().leftOut().contains(triple.getObject()))
            .count();
    return rows == 0
        ? Optional.empty()
        : Optional.of(
            (rows == 1 ? "1 row is" : rows + " rows are")
                + " unverified: answers leave such facts out unless '--include-unverified' is"
                + " given.");
  }

  private static EntenteException limit() {
    return new EntenteException(
        ErrorCode.LIMIT_REACHED, "the time limit came while the table was checked");
  }
}
