// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** Text measured and broken in columns of a terminal. */
final class Text {
  private static final String DOT = " ·";

  private Text() {}

  /** Columns that the text takes; wide characters take two, combining ones none. */
  static int width(String text) {
    return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
  }

  /** The text with blanks up to a width. */
  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** The text with blanks before it, up to a width. */
  static String paddedLeft(String text, int width) {
    return " ".repeat(Math.max(0, width - width(text))) + text;
  }

  /** A number with its noun, which takes an s for all numbers but one. */
  static String count(long number, String noun) {
    return count(number, noun, noun + "s");
  }

  /** A number with its noun, in the singular or the plural. */
  static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /** Lines of at most this width, broken between words; a longer word is broken within. */
  static List<String> wrap(String text, int width) {
    return text.lines().flatMap(line -> wrapLine(line, Math.max(1, width)).stream()).toList();
  }

  private static List<String> wrapLine(String line, int width) {
    if (width(line) <= width) {
      return List.of(line);
    }
    var lines = new ArrayList<String>();
    var current = new StringBuilder(" ".repeat(line.length() - line.stripLeading().length()));
    boolean begun = false;
    for (String word : line.strip().split(" +")) {
      if (begun && width(current.toString()) + 1 + width(word) > width) {
        lines.add(current.toString());
        current.setLength(0);
        begun = false;
      }
      if (begun) {
        current.append(' ');
      }
      current.append(word);
      begun = true;
      while (width(current.toString()) > width) {
        int cut = fitting(current, width);
        lines.add(current.substring(0, cut));
        current.delete(0, cut);
      }
    }
    lines.add(current.toString());
    return lines;
  }

  /** How many characters of the text fit in a width; at least one code point. */
  private static int fitting(CharSequence text, int width) {
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int point = Character.codePointAt(text, end);
      used += Math.max(0, WCWidth.wcwidth(point));
      if (used > width && end > 0) {
        break;
      }
      end += Character.charCount(point);
    }
    return end;
  }

  /** Items with dots between them, in lines of at most this width; no item is broken if it fits. */
  static List<String> flow(List<String> items, int width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (int i = 0; i < items.size(); i++) {
      String item = items.get(i) + (i + 1 < items.size() ? DOT : "");
      if (line.length() > 0 && width(line.toString()) + 1 + width(item) > width) {
        lines.addAll(wrap(line.toString(), width));
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(item);
    }
    if (line.length() > 0) {
      lines.addAll(wrap(line.toString(), width));
    }
    return lines;
  }
}
