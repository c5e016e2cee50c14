// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.Deadline;
import io.github.entente.model.Guarantee;
import io.github.entente.model.Regime;
import io.github.entente.model.Viewpoint;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;

/**
 * What a query gave, and how far it can be trusted. Immutable.
 *
 * @param form which of rows, truth and graph holds the result
 * @param variables names of the columns, for rows
 * @param rows the solutions in the query's order, for rows
 * @param truth the answer, for an ASK query
 * @param graph the triples, for CONSTRUCT and DESCRIBE
 * @param regime what counted as following
 * @param guarantee how far the set can be trusted
 * @param view from where the world was looked at; empty where only stored graphs were
 * @param notes remarks that do not weaken the guarantee
 * @param question the named question, where it was one
 * @param labels names for people of the terms in it
 * @param evidence finds the facts that the answer rests on
 * @param plan how the query was answered
 * @param cutShort whether a limit left something undecided, as the guarantee then says
 */
public record Answers(
    Form form,
    List<String> variables,
    List<Row> rows,
    boolean truth,
    Graph graph,
    Regime regime,
    Guarantee guarantee,
    Optional<Viewpoint> view,
    List<String> notes,
    Optional<Question> question,
    Labels labels,
    Evidence evidence,
    Plan plan,
    boolean cutShort) {
  /** The kind of result. */
  public enum Form {
    /** Solutions of a SELECT query. */
    ROWS,
    /** True or false, of an ASK query. */
    TRUTH,
    /** Triples of a CONSTRUCT or DESCRIBE query. */
    GRAPH
  }

  public Answers {
    variables = List.copyOf(variables);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /** What the guarantee rests on; empty under a regime without axioms. */
  public Optional<Basis> basis() {
    return plan.basis();
  }

  /** The day it is about; empty when the data have no filter by time. */
  public Optional<LocalDate> asOf() {
    return view.flatMap(Viewpoint::day);
  }

  /** The IRI of the world it is about, as a dataset clause may name it. */
  public Optional<String> world() {
    return view.flatMap(AsOf::iri);
  }

  /** The day and what else there is to the viewpoint, such as {@code · as of 2024-04-04}. */
  public String place() {
    return view.map(Viewpoint::place).orElse("");
  }

  /**
   * The weakest verification level among the recorded facts that the answer rests on, found when
   * asked for: those behind all rows or all triples, and those behind one solution for a true ASK.
   * Empty where none of them carries a level, and for what is false, which rests on no fact.
   */
  public Optional<Verification> verification() {
    return evidence.of(this);
  }

  /**
   * The ways in which a row comes about; of an answer to ASK, the row without terms.
   *
   * @param most how many ways are wanted, and how many rows of each group
   */
  public Grounds grounds(Row row, int most, Deadline deadline) {
    return evidence.grounds(row, most, deadline);
  }

  /** The rows of another answer to the same query that are not among these, as answers. */
  public Answers lostFrom(Answers before) {
    var now = new HashSet<>(rows);
    return new Answers(
        form,
        variables,
        before.rows.stream().filter(row -> !now.contains(row)).toList(),
        truth,
        graph,
        regime,
        before.guarantee,
        before.view,
        List.of(),
        question,
        labels,
        before.evidence,
        before.plan,
        before.cutShort);
  }

  /**
   * The first row.
   *
   * @throws NoSuchElementException when there is none
   */
  public Row first() {
    if (rows.isEmpty()) {
      throw new NoSuchElementException("no rows");
    }
    return rows.get(0);
  }

  /**
   * Prints the answers for a person to read: rows with labels, columns apart by tabs, or true or
   * false, or triples in Turtle; under them the guarantee.
   */
  public void print(PrintStream out) {
    switch (form) {
      case TRUTH -> out.println(truth);
      case GRAPH -> RDFDataMgr.write(out, graph, Lang.TURTLE);
      case ROWS -> {
        out.println(String.join("\t", variables));
        for (var row : rows) {
          out.println(
              variables.stream()
                  .map(v -> row.get(v).map(labels::label).orElse(""))
                  .collect(Collectors.joining("\t")));
        }
      }
    }
    out.println(status());
    guarantee.reasons().forEach(out::println);
    notes.forEach(out::println);
  }

  /** One line: regime, guarantee and day, such as stands under a table. */
  public String status() {
    return regime.label()
        + " · "
        + guarantee.label()
        + basis().map(found -> " · " + found.label()).orElse("")
        + place();
  }
}
