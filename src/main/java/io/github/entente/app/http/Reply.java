// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is sent back. The body is whole before its first byte leaves, so that what is cut off by a
 * limit is an error and never looks like a result.
 *
 * @param status status code of HTTP
 * @param type media type of the body; empty for no body
 * @param body the body
 * @param headers further headers, in order
 */
public record Reply(int status, String type, byte[] body, Map<String, String> headers) {
  public Reply {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** A body. */
  public static Reply of(int status, String type, byte[] body) {
    return new Reply(status, type, body, Map.of());
  }

  /** A text, in UTF-8. */
  public static Reply text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /** The text of a JSON document. */
  public static Reply json(String json) {
    return of(200, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  /** No body. */
  public static Reply empty(int status) {
    return of(status, "", new byte[0]);
  }

  /** With a header more; an earlier one of that name is replaced. */
  public Reply with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, type, body, more);
  }
}
