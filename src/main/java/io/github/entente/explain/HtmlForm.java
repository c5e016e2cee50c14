// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import io.github.entente.source.Texts;
import java.util.Optional;

/** An explanation as one HTML page: its tree as a picture, and its text; nothing is fetched. */
public final class HtmlForm {
  private static final String STYLE =
      "body{font:16px/1.5 sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}"
          + "pre{white-space:pre-wrap}figure{margin:0;overflow-x:auto}";

  private HtmlForm() {}

  /** The page. */
  public static String of(Explanation explanation, Texts texts) {
    return page(
        "Why " + explanation.title(),
        Optional.of(Drawing.svg(explanation)),
        TextForm.of(explanation, texts));
  }

  static String page(String title, Optional<String> picture, String text) {
    String escaped = Drawing.escaped(title);
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
        + escaped
        + "</title>\n<style>"
        + STYLE
        + "</style>\n</head>\n<body>\n<h1>"
        + escaped
        + "</h1>\n"
        + picture.map(svg -> "<figure>\n" + svg + "</figure>\n").orElse("")
        + "<pre>\n"
        + escapedLines(text)
        + "</pre>\n</body>\n</html>\n";
  }

  private static String escapedLines(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
