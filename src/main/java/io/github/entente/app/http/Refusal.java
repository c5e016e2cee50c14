// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import java.util.Map;

/** A call that the protocol itself forbids, whatever the knowledge base holds. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Map<String, String> headers;

  Refusal(int status, String message) {
    this(status, message, Map.of());
  }

  Refusal(int status, String message, Map<String, String> headers) {
    super(message, null, false, false);
    this.status = status;
    this.headers = Map.copyOf(headers);
  }

  static Refusal method(Call call, String allowed) {
    return new Refusal(
        405,
        call.method() + " is not possible here. Use " + allowed + ".",
        Map.of("Allow", allowed));
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }
}
