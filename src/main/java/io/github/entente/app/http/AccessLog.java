// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Lines of the access log: the Common Log Format, and the milliseconds it took. */
final class AccessLog {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);
  private static final int LONGEST = 1000;

  private AccessLog() {}

  static String line(HttpServletRequest request, int status, int bytes, long nanos) {
    String query = request.getQueryString();
    String target = request.getRequestURI() + (query == null ? "" : "?" + query);
    return "%s - - [%s] \"%s %s %s\" %d %d %d"
        .formatted(
            request.getRemoteAddr(),
            TIME.format(ZonedDateTime.now(ZoneOffset.UTC)),
            safe(request.getMethod()),
            safe(target),
            request.getProtocol(),
            status,
            bytes,
            nanos / 1_000_000);
  }

  /** Nothing that begins a new line or ends the quotation. */
  private static String safe(String text) {
    String plain = text.replaceAll("[^!-~]|[\"\\\\]", "?");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "...";
  }
}
