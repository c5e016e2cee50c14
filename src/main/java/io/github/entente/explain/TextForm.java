// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import io.github.entente.source.Origin;
import io.github.entente.source.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An explanation as text or Markdown: the parts of the row, the proofs, then the sources. */
public final class TextForm {
  private final Explanation explanation;
  private final Texts texts;
  private final boolean markdown;
  private final StringBuilder out = new StringBuilder();
  private final Map<Proof, String> shown = new HashMap<>();
  private int steps;

  private TextForm(Explanation explanation, Texts texts, boolean markdown) {
    this.explanation = explanation;
    this.texts = texts;
    this.markdown = markdown;
  }

  /** Plain text. */
  public static String of(Explanation explanation, Texts texts) {
    return new TextForm(explanation, texts, false).written();
  }

  /** Markdown. */
  public static String markdown(Explanation explanation, Texts texts) {
    return new TextForm(explanation, texts, true).written();
  }

  private String written() {
    line(0, (markdown ? "## " : "") + "Why " + explanation.title());
    int number = 0;
    for (var one : explanation.cases()) {
      number++;
      if (explanation.cases().size() > 1) {
        heading("Way " + number);
      }
      write(one, 0);
    }
    if (explanation.more()) {
      line(0, "");
      line(0, "There are more ways.");
    }
    if (!explanation.leaves().isEmpty()) {
      heading("Sources");
      explanation.leaves().forEach(this::write);
    }
    line(0, "");
    line(0, explanation.status());
    explanation.notes().forEach(note -> line(0, "note: " + note));
    return out.toString();
  }

  private void heading(String text) {
    line(0, "");
    line(0, (markdown ? "### " : "") + text);
    if (markdown) {
      line(0, "");
    }
  }

  private void write(Case one, int depth) {
    for (var piece : one.pieces()) {
      item(depth, mark(piece.kind()) + piece.words() + references(piece.leaves()));
      for (int i = 0; i < piece.inside().size(); i++) {
        item(depth + 1, "row " + (i + 1));
        write(piece.inside().get(i), depth + 2);
      }
    }
    for (var support : one.supports()) {
      for (int i = 0; i < support.justifications().size(); i++) {
        write(support, i, depth);
      }
      if (!support.needed().isEmpty()) {
        item(depth, "cannot do without " + String.join(", ", support.needed()));
      }
    }
  }

  private void write(Case.Support support, int i, int depth) {
    var justification = support.justifications().get(i);
    var inferred = justification.proofs().stream().filter(proof -> !proof.isStated()).toList();
    int many = support.justifications().size();
    if (inferred.isEmpty() && many == 1) {
      return;
    }
    String count =
        many > 1
            ? " (justification " + (i + 1) + " of " + many + (support.all() ? "" : " or more") + ")"
            : "";
    if (depth == 0) {
      heading("Because" + support.world().map(w -> ", " + w).orElse("") + count);
    } else {
      item(depth, "because" + count);
    }
    (inferred.isEmpty() ? justification.proofs() : inferred)
        .forEach(proof -> write(proof, depth == 0 ? 0 : depth + 1));
    if (!justification.minimal()) {
      item(depth, "(not shown to be minimal)");
    }
  }

  private void write(Proof proof, int depth) {
    if (proof.isStated()) {
      item(depth, proof.words() + references(proof.leaves()));
      return;
    }
    var before = shown.get(proof);
    if (before != null) {
      item(depth, proof.words() + " (shown at " + before + ")");
      return;
    }
    String label = "(" + ++steps + ")";
    shown.put(proof, label);
    item(depth, label + " " + proof.words() + by(proof));
    proof.premises().forEach(premise -> write(premise, depth + 1));
  }

  private static String by(Proof proof) {
    return proof.leaves().isEmpty() ? "" : ", by" + references(proof.leaves());
  }

  private static String references(List<Integer> leaves) {
    return leaves.isEmpty()
        ? ""
        : leaves.stream().map(String::valueOf).collect(Collectors.joining(", ", " [", "]"));
  }

  private static String mark(Piece.Kind kind) {
    return switch (kind) {
      case CONDITION -> "condition: ";
      case BRANCH -> "taken: ";
      case ABSENT -> "absent: ";
      case PATH -> "path: ";
      case OPEN -> "not explained: ";
      case INFERRED -> "inferred: ";
      default -> "";
    };
  }

  private void write(Leaf leaf) {
    item(0, "[" + leaf.number() + "] " + leaf.words());
    if (leaf.origins().isEmpty()) {
      item(1, "source not found");
    }
    for (var origin : leaf.origins()) {
      lines(origin).forEach(text -> item(1, text));
    }
  }

  private List<String> lines(Origin origin) {
    var lines = new ArrayList<String>();
    var namer = explanation.namer();
    var first = new StringBuilder();
    first.append(
        switch (origin.kind()) {
          case FILE -> origin.at();
          case CLAIM -> origin.at() + " · accepted claim";
          case SNAPSHOT -> "added for the day: " + origin.place();
        });
    origin.verification().ifPresent(level -> first.append(" · ").append(namer.term(level)));
    origin.days().ifPresent(days -> first.append(" · in force ").append(days));
    lines.add(first.toString());
    origin.citation().ifPresent(citation -> lines.add("cited: " + citation));
    for (var stated : origin.passages()) {
      lines.add(
          "passage "
              + stated.passage().id()
              + " of "
              + namer.term(stated.passage().text())
              + stated.claims().stream()
                  .map(claim -> "; " + claimed(claim))
                  .collect(Collectors.joining()));
      texts.words(stated.passage()).ifPresent(words -> lines.add("“" + plain(words) + "”"));
    }
    return lines;
  }

  private String claimed(Origin.Claim claim) {
    var namer = explanation.namer();
    var said = new ArrayList<String>();
    claim.speaker().ifPresent(speaker -> said.add("speaker " + namer.term(speaker)));
    claim.mode().ifPresent(mode -> said.add("mode " + namer.term(mode)));
    claim.certainty().ifPresent(certainty -> said.add("certainty " + namer.term(certainty)));
    return "claim " + namer.term(claim.name()) + " (" + String.join(", ", said) + ")";
  }

  /** On one line, with nothing in it that a terminal would obey. */
  static String plain(String words) {
    return words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  private void item(int depth, String text) {
    line(depth, (markdown ? "- " : depth == 0 ? "" : "· ") + text);
  }

  private void line(int depth, String text) {
    out.append("  ".repeat(depth)).append(plainLine(text)).append(System.lineSeparator());
  }

  private static String plainLine(String text) {
    return text.replaceAll("[\\p{Cntrl}]+", " ");
  }
}
