// SPDX-License-Identifier: Apache-2.0
package io.github.entente.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A graph drawn in layers from left to right as SVG: boxes with lines of text, and labelled arrows;
 * what is inferred is dashed or in italics. An arrow that skips a layer goes around the boxes.
 */
final class Picture {
  private static final double CHARACTER = 7.9;
  private static final double SMALL = 7.0;
  private static final int LINE = 18;
  private static final int ROW_GAP = 62;
  private static final int MARGIN = 16;
  private static final int LEVEL = 30;

  /** What ties two boxes, or one to itself, by one or more properties. */
  private record Tie(String from, String to, boolean inferred) {}

  private record Line(String text, boolean inferred) {}

  private static final class Box {
    private final String name;
    private final int layer;
    private final List<Line> lines = new ArrayList<>();
    private double x;
    private double y;
    private boolean first;
    private boolean last;

    private Box(String name, int layer) {
      this.name = name;
      this.layer = layer;
    }

    private double width() {
      double widest = name.length() * CHARACTER;
      for (var line : lines) {
        widest = Math.max(widest, line.text().length() * SMALL);
      }
      return Math.ceil(widest) + 24;
    }

    private int height() {
      return 30 + lines.size() * LINE + (lines.isEmpty() ? 0 : 6);
    }

    private double middle() {
      return y + height() / 2.0;
    }
  }

  private final String title;
  private final String description;
  private final Map<String, Box> boxes = new LinkedHashMap<>();
  private final Map<Tie, List<String>> ties = new LinkedHashMap<>();
  private final StringBuilder svg = new StringBuilder();
  private double width;
  private double top;
  private double bottom;

  Picture(String title, String description) {
    this.title = title;
    this.description = description;
  }

  void box(String name, int layer) {
    boxes.computeIfAbsent(name, key -> new Box(key, layer));
  }

  void line(String box, String text, boolean inferred) {
    boxes.get(box).lines.add(new Line(text, inferred));
  }

  void arrow(String from, String to, String label, boolean inferred) {
    ties.computeIfAbsent(new Tie(from, to, inferred), key -> new ArrayList<>()).add(label);
  }

  String svg() {
    place();
    var arrows = new StringBuilder();
    for (var tie : ties.entrySet()) {
      arrows.append(arrow(tie.getKey(), String.join(", ", tie.getValue())));
    }
    double height = bottom - top + 2 * MARGIN;
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 %s %s %s" width="%s" height="%s">
        <title>%s</title>
        <desc>%s</desc>
        <style>
        svg { --paper: #ffffff; --ink: #1f2328; --soft: #59636e; --box: #f6f8fa; --inferred: #0550ae }
        @media (prefers-color-scheme: dark) {
          svg { --paper: #0d1117; --ink: #e6edf3; --soft: #9198a1; --box: #161b22; --inferred: #79c0ff }
        }
        %s
        </style>
        """
            .formatted(
                number(top - MARGIN),
                number(width),
                number(height),
                number(width),
                number(height),
                escaped(title),
                escaped(description),
                STYLE));
    svg.append(MARKERS);
    svg.append(
        "<rect class=\"paper\" x=\"0\" y=\"%s\" width=\"%s\" height=\"%s\"/>%n"
            .formatted(number(top - MARGIN), number(width), number(height)));
    boxes.values().forEach(this::draw);
    return svg.append(arrows).append("</svg>\n").toString().replace(System.lineSeparator(), "\n");
  }

  private static final String STYLE =
      """
      .paper { fill: #ffffff; fill: var(--paper) }
      text { font-family: ui-monospace, "DejaVu Sans Mono", monospace; fill: #1f2328; fill: var(--ink) }
      .name { font-size: 13px; font-weight: bold }
      .line, .label { font-size: 11.5px }
      .label { paint-order: stroke; stroke: #ffffff; stroke: var(--paper); stroke-width: 5px; text-anchor: middle }
      .label, .line { fill: #59636e; fill: var(--soft) }
      .box { fill: #f6f8fa; fill: var(--box); stroke: #59636e; stroke: var(--soft) }
      .arrow { fill: none; stroke: #1f2328; stroke: var(--ink); stroke-width: 1.3 }
      .arrow.inferred { stroke: #0550ae; stroke: var(--inferred); stroke-dasharray: 5 4 }
      text.inferred { fill: #0550ae; fill: var(--inferred); font-style: italic }
      .tip { fill: #1f2328; fill: var(--ink) }
      .tip.inferred { fill: #0550ae; fill: var(--inferred) }"""
          .strip();

  private static final String MARKERS =
      """
      <defs>
      <marker id="stated" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="tip" d="M0 0 8 4 0 8z"/></marker>
      <marker id="inferred" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="tip inferred" d="M0 0 8 4 0 8z"/></marker>
      </defs>
      """;

  private void place() {
    var layers = new TreeMap<Integer, List<Box>>();
    boxes
        .values()
        .forEach(box -> layers.computeIfAbsent(box.layer, key -> new ArrayList<>()).add(box));
    double x = MARGIN;
    for (var layer : layers.entrySet()) {
      var column = layer.getValue();
      double wide = column.stream().mapToDouble(Box::width).max().orElse(0);
      double high = column.stream().mapToDouble(Box::height).sum() + (column.size() - 1) * ROW_GAP;
      double y = -high / 2;
      for (var box : column) {
        box.x = x + (wide - box.width()) / 2;
        box.y = y;
        y += box.height() + ROW_GAP;
      }
      column.get(0).first = true;
      column.get(column.size() - 1).last = true;
      top = Math.min(top, -high / 2);
      bottom = Math.max(bottom, high / 2);
      x += wide + gap(layer.getKey());
    }
    width = x - gap(layers.lastKey()) + MARGIN;
    if (ties.keySet().stream().anyMatch(tie -> tie.from().equals(tie.to()))) {
      top -= 34;
      bottom += 34;
    }
  }

  /** Room for the labels between a layer and the next. */
  private double gap(int layer) {
    double widest = 0;
    for (var tie : ties.entrySet()) {
      int from = boxes.get(tie.getKey().from()).layer;
      int to = boxes.get(tie.getKey().to()).layer;
      if (Math.min(from, to) == layer && Math.abs(from - to) == 1) {
        widest = Math.max(widest, String.join(", ", tie.getValue()).length() * SMALL);
      }
    }
    return widest + 44;
  }

  private void draw(Box box) {
    svg.append(
        "<rect class=\"box\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%d\" rx=\"6\"/>%n"
            .formatted(number(box.x), number(box.y), number(box.width()), box.height()));
    svg.append(
        "<text class=\"name\" x=\"%s\" y=\"%s\">%s</text>%n"
            .formatted(number(box.x + 12), number(box.y + 20), escaped(box.name)));
    double y = box.y + 22;
    for (var line : box.lines) {
      y += LINE;
      svg.append(
          "<text class=\"line%s\" x=\"%s\" y=\"%s\">%s</text>%n"
              .formatted(
                  line.inferred() ? " inferred" : "",
                  number(box.x + 12),
                  number(y),
                  escaped(line.text())));
    }
  }

  private String arrow(Tie tie, String label) {
    var from = boxes.get(tie.from());
    var to = boxes.get(tie.to());
    if (from == to) {
      return loop(from, label, tie.inferred());
    }
    return switch (Math.abs(from.layer - to.layer)) {
      case 0 -> within(from, to, label, tie.inferred());
      case 1 -> straight(tie, from, to, label);
      default -> around(from, to, label, tie.inferred());
    };
  }

  private static String loop(Box box, String label, boolean inferred) {
    boolean above = box.first;
    double y = above ? box.y : box.y + box.height();
    double far = above ? y - 34 : y + 34;
    double x = box.x + box.width() / 2;
    return path(
            "M%s %s C%s %s %s %s %s %s", inferred, x - 24, y, x - 40, far, x + 40, far, x + 24, y)
        + label(x, above ? y - 27 : y + 34, label, inferred);
  }

  private static String within(Box from, Box to, String label, boolean inferred) {
    boolean down = from.y < to.y;
    double x = from.x + from.width() / 2;
    double start = down ? from.y + from.height() : from.y;
    double end = down ? to.y : to.y + to.height();
    return path("M%s %s L%s %s", inferred, x, start, x, end)
        + label(x, (start + end) / 2 + 4, label, inferred);
  }

  private String straight(Tie tie, Box from, Box to, String label) {
    boolean right = from.layer < to.layer;
    double startX = right ? from.x + from.width() : from.x;
    double endX = right ? to.x : to.x + to.width();
    double startY = port(tie, from, right);
    double endY = port(tie, to, !right);
    return path("M%s %s L%s %s", tie.inferred(), startX, startY, endX, endY)
        + label((startX + endX) / 2, (startY + endY) / 2 - 6, label, tie.inferred());
  }

  /** Where on its right or left side a box is touched, the ties sorted by their other end. */
  private double port(Tie tie, Box box, boolean right) {
    var touching =
        ties.keySet().stream()
            .filter(
                other -> {
                  var end = opposite(other, box);
                  return end.isPresent() && end.get().layer == box.layer + (right ? 1 : -1);
                })
            .sorted(
                (a, b) ->
                    Double.compare(
                        opposite(a, box).orElseThrow().middle(),
                        opposite(b, box).orElseThrow().middle()))
            .toList();
    double share = Math.min(34, (double) box.height() / touching.size());
    return box.middle() + (touching.indexOf(tie) - (touching.size() - 1) / 2.0) * share;
  }

  private Optional<Box> opposite(Tie tie, Box box) {
    if (tie.from().equals(box.name)) {
      return Optional.of(boxes.get(tie.to()));
    }
    return tie.to().equals(box.name) ? Optional.of(boxes.get(tie.from())) : Optional.empty();
  }

  private String around(Box from, Box to, String label, boolean inferred) {
    boolean above = (from.first && to.first) || !(from.last && to.last);
    double level = above ? (top -= LEVEL) : (bottom += LEVEL);
    double turn = above ? 8 : -8;
    double shift = Math.min(from.width(), to.width()) / 4;
    double nudge = shift * (((above ? top : bottom) / LEVEL) % 3) / 3;
    double startX = from.x + from.width() / 2 + nudge;
    double endX = to.x + to.width() / 2 + nudge - shift;
    double startY = above ? from.y : from.y + from.height();
    double endY = above ? to.y : to.y + to.height();
    double side = startX < endX ? 8 : -8;
    return path(
            "M%s %s V%s Q%s %s %s %s H%s Q%s %s %s %s V%s",
            inferred,
            startX,
            startY,
            level + turn,
            startX,
            level,
            startX + side,
            level,
            endX - side,
            endX,
            level,
            endX,
            level + turn,
            endY)
        + label((startX + endX) / 2, level + 4, label, inferred);
  }

  private static String path(String form, boolean inferred, Object... numbers) {
    var texts = new Object[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      texts[i] = number(((Number) numbers[i]).doubleValue());
    }
    return "<path class=\"arrow%s\" marker-end=\"url(#%s)\" d=\"%s\"/>%n"
        .formatted(
            inferred ? " inferred" : "", inferred ? "inferred" : "stated", form.formatted(texts));
  }

  private static String label(double x, double y, String text, boolean inferred) {
    return "<text class=\"label%s\" x=\"%s\" y=\"%s\">%s</text>%n"
        .formatted(inferred ? " inferred" : "", number(x), number(y), escaped(text));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replace(".0", "");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
