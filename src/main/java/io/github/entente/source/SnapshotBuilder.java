// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.Snapshot;
import io.github.entente.model.SourceDocument;
import io.github.entente.model.Viewpoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;

/** Selects what is in force on a day, and completes it. */
final class SnapshotBuilder {
  /** From so many triples on, a snapshot that has all of them does not copy them. */
  private static final int MANY = 200_000;

  private final List<SourceDocument> documents;
  private final Marks marks;
  private final List<Closure> closures;
  private final Graph all;
  private final Statements statements;
  private final boolean severalOntologies;
  private final Withdrawal withdrawal;
  private final Claims claims;

  SnapshotBuilder(List<SourceDocument> documents, Marks marks, List<Closure> closures) {
    this.documents = documents;
    this.marks = marks;
    this.closures = closures;
    this.all = Corpus.union(documents.stream().map(SourceDocument::graph).toList());
    this.statements = Statements.in(all);
    var headers = all.find(Node.ANY, RDF.type.asNode(), OWL.Ontology.asNode()).toList();
    this.severalOntologies = headers.size() > 1;
    this.withdrawal = new Withdrawal(documents, all);
    this.claims = new Claims(documents);
  }

  Snapshot build(Viewpoint view, Optional<Snapshot.Epoch> epoch) {
    var withdrawn = withdrawal.of(view.without());
    var notInForce = marks.notInForce(view);
    var leftOut = marks.leftOut(view);
    leftOut.addAll(withdrawn.terms());
    var selection = Selection.of(all, statements, marks, notInForce, leftOut);
    boolean whole =
        all.size() >= MANY
            && selection.keepsAll()
            && withdrawn.isEmpty()
            && view.policy().isEmpty()
            && !hasHeaderOfOne();
    var asserted = whole ? all : DocumentReader.newGraph();
    if (!whole) {
      all.find()
          .filterKeep(
              triple ->
                  selection.keeps(triple) && !isHeaderOfOne(triple) && withdrawn.keeps(triple))
          .forEachRemaining(asserted::add);
    }
    documents.forEach(
        document -> asserted.getPrefixMapping().setNsPrefixes(document.graph().getPrefixMapping()));
    var notes =
        view.policy().map(policy -> claims.accept(policy, asserted, withdrawn)).orElse(List.of());
    return new Snapshot(
        asserted,
        generated(asserted, view.day()),
        view,
        epoch,
        view.day().map(day -> doubts(day, selection)).orElse(List.of()),
        openRosters(view.day(), selection),
        notes,
        digest(view, epoch));
  }

  private boolean hasHeaderOfOne() {
    return all.contains(Node.ANY, OWL.imports.asNode(), Node.ANY)
        || severalOntologies && all.contains(Node.ANY, OWL2.versionIRI.asNode(), Node.ANY);
  }

  /** Modules become one ontology: it imports none of them and has no version of one of them. */
  private boolean isHeaderOfOne(Triple triple) {
    var predicate = triple.getPredicate();
    return predicate.equals(OWL.imports.asNode())
        || severalOntologies && predicate.equals(OWL2.versionIRI.asNode());
  }

  private Graph generated(Graph asserted, Optional<LocalDate> asOf) {
    var generated = DocumentReader.newGraph();
    var input = DatasetGraphFactory.wrap(asserted);
    closures.forEach(closure -> closure.run(input, asOf, generated));
    return generated;
  }

  private List<Snapshot.Doubt> doubts(LocalDate day, Selection selection) {
    var doubts = new ArrayList<Snapshot.Doubt>();
    marks
        .intervals()
        .forEach(
            (fact, interval) -> {
              if (interval.on(day) == Marks.Force.UNSURE && !selection.dropped(fact)) {
                doubts.add(new Snapshot.Doubt(fact, false, unsure(fact, interval, day)));
              }
            });
    marks
        .rosters()
        .forEach(
            (subject, roster) -> {
              if (roster.beyondCuration(day) && !selection.dropped(subject)) {
                doubts.add(new Snapshot.Doubt(subject, true, beyond(subject, roster)));
              }
            });
    doubts.sort(Comparator.comparing(doubt -> doubt.text()));
    return doubts;
  }

  private String unsure(Node fact, Marks.Interval interval, LocalDate day) {
    var reasons = new ArrayList<String>();
    if (interval.startUnsure(day)) {
      var first = interval.first().orElseThrow();
      reasons.add("its first day is some day of " + Names.of(first));
    }
    if (interval.endUnsure(day)) {
      var last = interval.last().orElseThrow();
      reasons.add("its last day is some day of " + Names.of(last));
    }
    return "%s may or may not be in force: %s."
        .formatted(Names.of(fact, all), String.join(" and ", reasons));
  }

  private String beyond(Node subject, Marks.Roster roster) {
    return "%s: the roster was looked after until %s; later changes may be missing."
        .formatted(Names.of(subject, all), Names.of(roster.curatedUntil().orElseThrow()));
  }

  private Set<Node> openRosters(Optional<LocalDate> asOf, Selection selection) {
    var open = new HashSet<Node>();
    marks
        .rosters()
        .forEach(
            (subject, roster) -> {
              boolean complete = asOf.filter(roster::complete).isPresent();
              if (!complete && !selection.dropped(subject)) {
                open.add(subject);
              }
            });
    return open;
  }

  private String digest(Viewpoint view, Optional<Snapshot.Epoch> epoch) {
    var parts = new ArrayList<String>();
    documents.stream()
        .map(document -> document.graphName() + " " + document.sha256())
        .sorted()
        .forEach(parts::add);
    closures.forEach(closure -> parts.add(closure.text()));
    parts.add(epoch.map(span -> span.first().toString()).orElse("all days"));
    parts.add(view.label());
    return Digests.sha256(parts);
  }
}
