// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import java.nio.charset.StandardCharsets;

/** Pages that need no script, in the look of the workbench. */
final class HtmlPage {
  private HtmlPage() {}

  /** A whole page; the title is text, the content is markup. */
  static byte[] of(String title, String content) {
    return ("""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%s</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/style.css">
        </head>
        <body class="plain">
        <header class="masthead"><a class="wordmark" href="/">Entente</a></header>
        <main>
        %s
        </main>
        </body>
        </html>
        """)
        .formatted(text(title), content)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Text as markup. */
  static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
