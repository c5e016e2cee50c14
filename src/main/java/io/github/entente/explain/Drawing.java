// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** An explanation as a picture: its proofs as a tree in SVG, or a graph in the language DOT. */
public final class Drawing {
  private static final int ROW = 30;
  private static final int INDENT = 26;
  private static final double LETTER = 6.7;
  private static final int LONGEST = 110;

  private final Explanation explanation;

  private Drawing(Explanation explanation) {
    this.explanation = explanation;
  }

  // ---- SVG ----

  /** A node of the tree. */
  private record Box(int depth, String words, String numbers, boolean stated, int parent) {}

  /** A tree in SVG, without scripts or outside references. */
  public static String svg(Explanation explanation) {
    return new Drawing(explanation).svg();
  }

  private String svg() {
    var boxes = new ArrayList<Box>();
    boxes.add(new Box(0, "Why " + explanation.title(), "", false, -1));
    for (var one : explanation.cases()) {
      var proofs =
          one.supports().stream()
              .flatMap(support -> support.justifications().stream().limit(1))
              .flatMap(justification -> justification.proofs().stream())
              .toList();
      proofs.forEach(proof -> add(boxes, proof, 1, 0));
      var shown = proofs.stream().map(Proof::words).toList();
      for (var piece : one.pieces()) {
        if (piece.kind() != Piece.Kind.INFERRED && !shown.contains(piece.words())) {
          boxes.add(new Box(1, piece.words(), numbers(piece.leaves()), true, 0));
        }
      }
    }
    int height = boxes.size() * ROW + 10;
    int width = boxes.stream().mapToInt(box -> left(box) + width(box) + 60).max().orElse(INDENT);
    var out = new StringBuilder();
    out.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
            .formatted(width, height, width, height));
    out.append(" role=\"img\" font-family=\"sans-serif\" font-size=\"12\">\n");
    out.append("<title>").append(escaped(boxes.get(0).words())).append("</title>\n");
    for (int i = 1; i < boxes.size(); i++) {
      var box = boxes.get(i);
      int x = left(boxes.get(box.parent())) + 10;
      out.append(
          "<path d=\"M%d %d V%d H%d\" fill=\"none\" stroke=\"#999\"/>%n"
              .formatted(x, box.parent() * ROW + ROW - 2, i * ROW + ROW / 2 + 3, left(box)));
    }
    for (int i = 0; i < boxes.size(); i++) {
      var box = boxes.get(i);
      out.append(
          "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\" fill=\"%s\" stroke=\"#666\"/>%n"
              .formatted(
                  left(box),
                  i * ROW + 6,
                  width(box),
                  ROW - 8,
                  box.stated() ? "#eef5ea" : "#ffffff"));
      out.append(
          "<text x=\"%d\" y=\"%d\">%s</text>%n"
              .formatted(left(box) + 6, i * ROW + 21, escaped(cut(box.words()))));
      if (!box.numbers().isEmpty()) {
        out.append(
            "<text x=\"%d\" y=\"%d\" fill=\"#555\">%s</text>%n"
                .formatted(left(box) + width(box) + 5, i * ROW + 21, escaped(box.numbers())));
      }
    }
    return out.append("</svg>\n").toString().replace("\r\n", "\n");
  }

  private static void add(List<Box> boxes, Proof proof, int depth, int parent) {
    int place = boxes.size();
    boxes.add(new Box(depth, proof.words(), numbers(proof.leaves()), proof.isStated(), parent));
    proof.premises().forEach(premise -> add(boxes, premise, depth + 1, place));
  }

  private static String numbers(List<Integer> leaves) {
    return leaves.isEmpty()
        ? ""
        : leaves.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
  }

  private static int left(Box box) {
    return 6 + box.depth() * INDENT;
  }

  private static int width(Box box) {
    return (int) (cut(box.words()).length() * LETTER) + 14;
  }

  private static String cut(String words) {
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
  }

  static String escaped(String text) {
    return text.replaceAll("[\\p{Cntrl}]+", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  // ---- DOT ----

  /**
   * A graph in DOT.
   *
   * @see <a href="https://graphviz.org/doc/info/lang.html">The DOT language</a>
   */
  public static String dot(Explanation explanation) {
    return new Drawing(explanation).dot();
  }

  private String dot() {
    var out = new StringBuilder("digraph why {\n  rankdir=BT;\n  node [shape=box];\n");
    out.append("  why [label=").append(quoted("Why " + explanation.title())).append("];\n");
    var known = new HashMap<Proof, String>();
    explanation
        .leaves()
        .forEach(
            leaf ->
                out.append(
                    "  s%d [style=filled, fillcolor=\"#eef5ea\", label=%s];\n"
                        .formatted(
                            leaf.number(),
                            quoted(
                                "["
                                    + leaf.number()
                                    + "] "
                                    + leaf.words()
                                    + leaf.origins().stream()
                                        .map(origin -> "\n" + origin.at())
                                        .collect(Collectors.joining())))));
    for (var one : explanation.cases()) {
      one.pieces().stream()
          .flatMap(piece -> piece.leaves().stream())
          .distinct()
          .forEach(number -> out.append("  s%d -> why;\n".formatted(number)));
      one.supports().stream()
          .flatMap(support -> support.justifications().stream())
          .flatMap(justification -> justification.proofs().stream())
          .filter(proof -> !proof.isStated())
          .forEach(proof -> out.append("  %s -> why;\n".formatted(node(proof, known, out))));
    }
    return out.append("}\n").toString();
  }

  private static String node(Proof proof, Map<Proof, String> known, StringBuilder out) {
    if (proof.isStated()) {
      return "s" + proof.leaves().get(0);
    }
    var before = known.get(proof);
    if (before != null) {
      return before;
    }
    String name = "c%d".formatted(known.size() + 1).toLowerCase(Locale.ROOT);
    known.put(proof, name);
    out.append("  %s [label=%s];\n".formatted(name, quoted(proof.words())));
    proof.leaves().forEach(number -> out.append("  s%d -> %s;\n".formatted(number, name)));
    for (var premise : proof.premises()) {
      out.append("  %s -> %s;\n".formatted(node(premise, known, out), name));
    }
    return name;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
