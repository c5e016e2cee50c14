// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.model.Guarantee;
import io.github.entente.model.Regime;
import io.github.entente.query.Answers;
import io.github.entente.query.Labels;
import io.github.entente.query.Plan;
import io.github.entente.query.Row;
import io.github.entente.source.Texts;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.apache.jena.sparql.algebra.op.OpNull;
import org.junit.jupiter.api.Test;

class GroupViewTest {
  private static Node term(String name) {
    return NodeFactory.createURI("https://example.org/" + name);
  }

  private static Row row(String who, String one, String other) {
    return new Row(Map.of("who", term(who), "one", term(one), "other", term(other)));
  }

  private static Answers answers(Row... rows) {
    return new Answers(
        Answers.Form.ROWS,
        List.of("who", "one", "other"),
        List.of(rows),
        false,
        Graph.emptyGraph,
        Regime.OWL_DIRECT,
        Guarantee.incomplete("the list of clubs is open"),
        Optional.empty(),
        List.of("clubs are made up"),
        Optional.empty(),
        Labels.of(
            Graph.emptyGraph, new PrefixMappingImpl().setNsPrefix("c", "https://example.org/")),
        none -> Optional.empty(),
        new Plan(Regime.OWL_DIRECT, List.of(), Optional.empty(), OpNull.create()),
        false);
  }

  private static final Answers CLUBS =
      answers(
          row("Ann", "Chess", "Rowing"),
          row("Bob", "Chess", "Rowing"),
          row("Bob", "Chess", "TheVenerableSocietyOfBellRingers"),
          row("Bob", "Rowing", "TheVenerableSocietyOfBellRingers"),
          row("Cleopatra", "Chess", "Rowing"));

  private static String printed(Answers answers, GroupView view, Style style) {
    var bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    var env = Map.of("ENTENTE_TTY", "1", "COLUMNS", "60", "NO_COLOR", "1");
    var console = Console.of(out, out, InputStream.nullInputStream(), env);
    new AnswersPrinter(console, style)
        .print(answers, Optional.of(view), Texts.of(List.of(), List.of()));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Style style(boolean quiet) {
    return new Style(Optional.empty(), false, quiet, 0);
  }

  @Test
  void theNamedOnesComeFirstThenTheLargestGroups() {
    assertThat(printed(CLUBS, new GroupView("who", "founder", Set.of(term("Ann"))), style(false)))
        .isEqualTo(
            """
            who            rows  one, other
            ─────────────  ────  ───────────────────────────────────────
            founder · 1
              c:Ann           1  c:Chess · c:Rowing
            others · 2
              c:Bob           3  c:Chess · c:Rowing ·
                                 c:TheVenerableSocietyOfBellRingers
              c:Cleopatra     1  c:Chess · c:Rowing

            One entry for each who; --rows shows each row.
            owl-direct · sound, incomplete · 5 rows
              because: the list of clubs is open
              note: clubs are made up
            """);
  }

  @Test
  void withoutNamedOnesThereAreNoParts() {
    var lines = printed(CLUBS, new GroupView("who", "", Set.of()), style(true)).lines();
    assertThat(lines)
        .containsExactly(
            "who          rows  one, other",
            "───────────  ────  ─────────────────────────────────────────",
            "c:Bob           3  c:Chess · c:Rowing ·",
            "                   c:TheVenerableSocietyOfBellRingers",
            "c:Ann           1  c:Chess · c:Rowing",
            "c:Cleopatra     1  c:Chess · c:Rowing");
  }

  @Test
  void noRowsAreAnEmptyTable() {
    var printed = printed(answers(), new GroupView("who", "", Set.of()), style(true));
    assertThat(printed.lines()).containsExactly("who  one  other", "───  ───  ─────");
  }

  @Test
  void nothingIsWiderThanTheTerminal() {
    var long1 = Stream.of("a", "b").map(x -> row(x.repeat(70), "c".repeat(70), "d")).toList();
    var printed =
        printed(
            answers(long1.toArray(Row[]::new)), new GroupView("who", "", Set.of()), style(true));
    assertThat(printed.lines()).allMatch(line -> line.length() <= 60);
  }
}
