// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import io.github.entente.source.Texts;

/** An explanation as one HTML page: its tree as a picture, and its text; nothing is fetched. */
public final class HtmlForm {
  private static final String STYLE =
      "body{font:16px/1.5 sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}"
          + "pre{white-space:pre-wrap}figure{margin:0;overflow-x:auto}";

  private HtmlForm() {}

  /** The page. */
  public static String of(Explanation explanation, Texts texts) {
    String title = Drawing.escaped("Why " + explanation.title());
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
        + title
        + "</title>\n<style>"
        + STYLE
        + "</style>\n</head>\n<body>\n<h1>"
        + title
        + "</h1>\n<figure>\n"
        + Drawing.svg(explanation)
        + "</figure>\n<pre>\n"
        + escapedLines(TextForm.of(explanation, texts))
        + "</pre>\n</body>\n</html>\n";
  }

  private static String escapedLines(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
