// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * {@code docs/errors.md} as a page, each code under an anchor of its own: where errors link to. As
 * much of Markdown is read as that file uses.
 */
final class ErrorsPage implements Handler {
  static final String PATH = "/errors";
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");
  private static final Pattern CODE = Pattern.compile("`([^`]*)`");
  private static final Pattern STRESS = Pattern.compile("\\*+([^*]+)\\*+");

  private final byte[] page = HtmlPage.of("Errors", html(read()));

  /** Where the page says what a code means. */
  static String address(String code) {
    return PATH + "#" + code.toLowerCase(Locale.ROOT);
  }

  @Override
  public Reply answer(Call call) {
    if (!call.method().equals("GET")) {
      throw Refusal.method(call, "GET, HEAD");
    }
    return Reply.of(200, "text/html; charset=utf-8", page);
  }

  private static String read() {
    try (var in = ErrorsPage.class.getResourceAsStream("/docs/errors.md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String html(String markdown) {
    var html = new StringBuilder();
    var block = new ArrayList<String>();
    boolean fenced = false;
    for (var line : markdown.lines().toList()) {
      boolean fence = line.startsWith("```");
      if (fence || line.isBlank() && !fenced) {
        flush(block, fenced, html);
        fenced ^= fence;
      } else {
        block.add(line);
      }
    }
    flush(block, fenced, html);
    return html.toString();
  }

  private static void flush(List<String> block, boolean fenced, StringBuilder html) {
    if (!block.isEmpty()) {
      html.append(fenced ? tag("pre", HtmlPage.text(String.join("\n", block))) : block(block));
      block.clear();
    }
  }

  private static String block(List<String> lines) {
    String first = lines.get(0);
    if (first.startsWith("## ")) {
      String code = first.substring(3);
      return "<h2 id=\"%s\">%s</h2>%n"
          .formatted(HtmlPage.text(code.toLowerCase(Locale.ROOT)), inline(code));
    } else if (first.startsWith("# ")) {
      return tag("h1", inline(first.substring(2)));
    } else if (first.startsWith(">")) {
      var said = lines.stream().map(line -> line.replaceFirst("^> ?", "")).toList();
      return tag("blockquote", tag("pre", HtmlPage.text(String.join("\n", said))));
    } else if (first.startsWith("|")) {
      return table(lines);
    } else if (first.startsWith("- ")) {
      var items = String.join("\n", lines).substring(2).split("\\n- ");
      var list = new StringBuilder();
      for (var item : items) {
        list.append(tag("li", inline(item)));
      }
      return tag("ul", list.toString());
    }
    return tag("p", inline(String.join("\n", lines)));
  }

  private static String table(List<String> lines) {
    var rows = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      if (i != 1) {
        var cells = new StringBuilder();
        for (var cell : lines.get(i).replaceAll("^\\||\\|$", "").split("\\|")) {
          cells.append(tag(i == 0 ? "th" : "td", inline(cell.strip())));
        }
        rows.append(tag("tr", cells.toString()));
      }
    }
    return tag("table", rows.toString());
  }

  private static String inline(String text) {
    String plain = LINK.matcher(HtmlPage.text(text)).replaceAll("$1");
    var out = new StringBuilder();
    int from = 0;
    var code = CODE.matcher(plain);
    while (code.find()) {
      out.append(stressed(plain.substring(from, code.start())));
      out.append("<code>").append(code.group(1)).append("</code>");
      from = code.end();
    }
    return out.append(stressed(plain.substring(from))).toString();
  }

  private static String stressed(String text) {
    return STRESS.matcher(text).replaceAll("<em>$1</em>");
  }

  private static String tag(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">\n";
  }
}
