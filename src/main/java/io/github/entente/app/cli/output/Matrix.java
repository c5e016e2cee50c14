// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import io.github.entente.overlap.Overlaps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/**
 * Who sits where, for a terminal: a line for each party, a column for each framework, the kind of
 * seat by its shape. Where the columns do not fit, a paragraph for each framework.
 */
final class Matrix {
  private static final int FEWEST_SEATS = 2;
  private static final int BLOCK = 5;
  private static final int NUMBERS_WIDTH = 40;

  /** Shapes that differ without colour. */
  private static final Map<String, String> SHAPES =
      Map.of(
          "full", "■",
          "partner", "◧",
          "observer", "□",
          "participant", "▪",
          "suspended", "▨",
          "associate", "◨",
          "invitee", "◇");

  private static final String OTHER = "◆";

  private final Console console;
  private final Terms terms;
  private final List<Node> frameworks;
  private final List<Node> parties;
  private final int leftOut;
  private final Map<Node, Map<Node, String>> status = new HashMap<>();
  private final Set<String> kinds = new LinkedHashSet<>();

  Matrix(Overlaps overlaps, boolean all, Console console, Terms terms) {
    this.console = console;
    this.terms = terms;
    for (var seat : overlaps.seats()) {
      status
          .computeIfAbsent(seat.party(), p -> new HashMap<>())
          .put(seat.framework(), seat.status());
      kinds.add(seat.status());
    }
    var sizes =
        overlaps.seats().stream()
            .collect(Collectors.groupingBy(Overlaps.Seat::framework, Collectors.counting()));
    frameworks = ordered(overlaps.frameworks(), f -> sizes.getOrDefault(f, 0L));
    parties =
        ordered(overlaps.parties(), p -> seats(p).size()).stream()
            .filter(p -> all || seats(p).size() >= FEWEST_SEATS)
            .toList();
    leftOut = overlaps.parties().size() - parties.size();
  }

  private List<Node> ordered(List<Node> nodes, ToLongFunction<Node> size) {
    return nodes.stream()
        .sorted(
            Comparator.comparingLong((Node n) -> -size.applyAsLong(n)).thenComparing(terms::name))
        .toList();
  }

  private Map<Node, String> seats(Node party) {
    return status.getOrDefault(party, Map.of());
  }

  void print() {
    int name = parties.stream().mapToInt(p -> Text.width(terms.name(p))).max().orElse(0) + 2;
    int room = console.width() - name;
    if (line(i -> "x", 2).length() <= room) {
      printGrid(name, 2);
    } else if (line(i -> "x", 1).length() <= room) {
      printGrid(name, 1);
    } else {
      printParagraphs();
    }
    print(legend());
    if (leftOut > 0) {
      print(
          List.of(
              Text.count(leftOut, "more party", "more parties")
                  + " with a single seat: --all shows them."));
    }
  }

  private void printGrid(int name, int step) {
    var out = console.out();
    if (frameworks.size() > 9) {
      head(name, line(i -> i < 9 ? " " : String.valueOf((i + 1) / 10), step));
    }
    head(name, line(i -> String.valueOf((i + 1) % 10), step));
    for (var party : parties) {
      var seats = seats(party);
      String cells =
          line(
              i -> seats.containsKey(frameworks.get(i)) ? shape(seats.get(frameworks.get(i))) : "·",
              step);
      out.println(Text.padded(terms.name(party), name) + cells);
    }
    out.println();
    printNumbers();
    out.println();
  }

  /** Which number stands for which framework, in as many columns as there is room for. */
  private void printNumbers() {
    int columns = Math.max(1, console.width() / NUMBERS_WIDTH);
    int width = console.width() / columns;
    int height = (frameworks.size() + columns - 1) / columns;
    var blocks = new ArrayList<List<String>>();
    for (int from = 0; from < frameworks.size(); from += height) {
      var lines = new ArrayList<String>();
      for (int i = from; i < Math.min(from + height, frameworks.size()); i++) {
        String number = Text.paddedLeft(String.valueOf(i + 1), 2) + " ";
        for (String line : Text.wrap(withShortName(frameworks.get(i)), width - 5)) {
          lines.add(number + line);
          number = "   ";
        }
      }
      blocks.add(lines);
    }
    int longest = blocks.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      var line = new StringBuilder();
      for (var block : blocks) {
        line.append(Text.padded(i < block.size() ? block.get(i) : "", width));
      }
      console.out().println(line.toString().stripTrailing());
    }
  }

  private void head(int name, String cells) {
    console.out().println(console.bold((" ".repeat(name) + cells).stripTrailing()));
  }

  /** One cell for each framework; narrow cells in blocks, for the eye to find its way. */
  private String line(IntFunction<String> cell, int step) {
    var line = new StringBuilder();
    for (int i = 0; i < frameworks.size(); i++) {
      boolean gap = i > 0 && (step > 1 || i % BLOCK == 0);
      line.append(gap ? " " : "").append(cell.apply(i));
    }
    return line.toString();
  }

  private String withShortName(Node framework) {
    String name = terms.name(framework);
    String shorter = terms.shortName(framework);
    return shorter.equals(name) ? name : name + " (" + shorter + ")";
  }

  private void printParagraphs() {
    for (var framework : frameworks) {
      var members = parties.stream().filter(p -> seats(p).containsKey(framework)).toList();
      if (!members.isEmpty()) {
        console.out().println(console.bold(withShortName(framework) + " · " + members.size()));
        var names =
            members.stream()
                .map(p -> shape(seats(p).get(framework)) + " " + terms.name(p))
                .toList();
        Text.flow(names, console.width() - 2).forEach(l -> console.out().println("  " + l));
      }
    }
    console.out().println();
  }

  private List<String> legend() {
    return kinds.stream().sorted().map(kind -> shape(kind) + " " + kind).toList();
  }

  private void print(List<String> items) {
    Text.flow(items, console.width()).forEach(console.out()::println);
  }

  private static String shape(String kind) {
    return SHAPES.getOrDefault(kind, OTHER);
  }
}
