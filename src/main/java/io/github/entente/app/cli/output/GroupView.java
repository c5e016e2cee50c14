// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import io.github.entente.query.Answers;
import io.github.entente.query.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/**
 * A compact view of rows: one entry for each term of one variable, with how many rows it has and
 * which other terms stand in them.
 *
 * @param variable the one whose terms make the groups
 * @param title what the groups that come first have in common; empty when none come first
 * @param first terms whose groups come first
 */
public record GroupView(String variable, String title, Set<Node> first) {
  private static final String GAP = "  ";
  private static final int INDENT = 2;

  /** One entry. */
  private record Group(Node term, String name, int rows, List<String> others) {}

  void print(Answers answers, Console console, Terms terms) {
    var groups = groups(answers, terms);
    var parts = groups.stream().collect(Collectors.partitioningBy(g -> first.contains(g.term())));
    var ahead = parts.get(true);
    var rest = parts.get(false);
    boolean both = !ahead.isEmpty() && !rest.isEmpty();
    var shape = shape(groups, both ? INDENT : 0, answers.rows().size(), console.width());

    console.out().println(console.bold(shape.header(variable, others(answers))));
    console.out().println(shape.rule());
    if (both) {
      console.out().println(console.bold(title + " · " + ahead.size()));
    }
    ahead.forEach(group -> shape.print(group, console));
    if (both) {
      console.out().println(console.bold("others · " + rest.size()));
    }
    rest.forEach(group -> shape.print(group, console));
  }

  private Shape shape(List<Group> groups, int margin, int rows, int width) {
    int nameWidth =
        Math.min(
            Math.max(
                Text.width(variable),
                groups.stream().mapToInt(group -> Text.width(group.name())).max().orElse(0)),
            Math.max(12, width / 3));
    int countWidth = Math.max(4, String.valueOf(rows).length());
    int room = width - margin - nameWidth - countWidth - 2 * GAP.length();
    return new Shape(margin, nameWidth, countWidth, Math.max(20, room));
  }

  private List<String> others(Answers answers) {
    return answers.variables().stream().filter(v -> !v.equals(variable)).toList();
  }

  private List<Group> groups(Answers answers, Terms terms) {
    var byTerm = new LinkedHashMap<Node, List<Row>>();
    for (var row : answers.rows()) {
      row.get(variable)
          .ifPresent(term -> byTerm.computeIfAbsent(term, t -> new ArrayList<>()).add(row));
    }
    return byTerm.entrySet().stream()
        .map(entry -> group(entry, others(answers), terms))
        .sorted(Comparator.comparing((Group g) -> -g.rows()).thenComparing(Group::name))
        .toList();
  }

  private static Group group(Map.Entry<Node, List<Row>> entry, List<String> others, Terms terms) {
    var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER.thenComparing(s -> s));
    for (var row : entry.getValue()) {
      others.forEach(v -> row.get(v).map(terms::shortName).ifPresent(names::add));
    }
    return new Group(
        entry.getKey(), terms.name(entry.getKey()), entry.getValue().size(), List.copyOf(names));
  }

  /** Where the columns stand. */
  private record Shape(int margin, int name, int count, int others) {
    String header(String variable, List<String> variables) {
      return line(0, variable, "rows", String.join(", ", variables));
    }

    String rule() {
      return "─".repeat(margin + name) + GAP + "─".repeat(count) + GAP + "─".repeat(others);
    }

    void print(Group group, Console console) {
      var names = Text.wrap(group.name(), name);
      var lines = Text.flow(group.others(), others);
      for (int i = 0; i < Math.max(names.size(), lines.size()); i++) {
        console
            .out()
            .println(
                line(
                    margin,
                    i < names.size() ? names.get(i) : "",
                    i == 0 ? String.valueOf(group.rows()) : "",
                    i < lines.size() ? lines.get(i) : ""));
      }
    }

    private String line(int indent, String term, String rows, String rest) {
      return (" ".repeat(indent)
              + Text.padded(term, name + margin - indent)
              + GAP
              + Text.paddedLeft(rows, count)
              + GAP
              + rest)
          .stripTrailing();
    }
  }
}
