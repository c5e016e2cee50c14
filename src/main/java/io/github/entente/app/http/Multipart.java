// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The parts of a form.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a>
 */
final class Multipart {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(\"([^\"]{1,70})\"|[^;\\s\"]{1,70})", Pattern.CASE_INSENSITIVE);
  private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*([^;\\r\\n]+)");

  /** One part. */
  record Part(String mediaType, byte[] body) {}

  private Multipart() {}

  static List<Part> of(Call call) {
    var boundary = BOUNDARY.matcher(call.header("Content-Type").orElse(""));
    if (!boundary.find()) {
      throw new Refusal(400, "The form names no boundary between its parts.");
    }
    String mark = "--" + (boundary.group(2) == null ? boundary.group(1) : boundary.group(2));
    // As Latin-1, so that each character is a byte.
    String text = "\r\n" + new String(call.body(), StandardCharsets.ISO_8859_1);
    var parts = new ArrayList<Part>();
    var pieces = text.split("\\r?\\n" + Pattern.quote(mark), -1);
    for (int i = 1; i < pieces.length && !pieces[i].startsWith("--"); i++) {
      parts.add(part(pieces[i]));
    }
    if (parts.isEmpty()) {
      throw new Refusal(400, "The form has no part.");
    }
    return parts;
  }

  private static Part part(String piece) {
    var split = piece.replaceFirst("^[ \\t]*\\r?\\n", "").split("\\r?\\n\\r?\\n", 2);
    if (split.length < 2) {
      throw new Refusal(400, "A part of the form has no body.");
    }
    var type = TYPE.matcher(split[0]);
    String mediaType = type.find() ? type.group(1).strip().toLowerCase(Locale.ROOT) : "text/plain";
    return new Part(mediaType, split[1].getBytes(StandardCharsets.ISO_8859_1));
  }
}
