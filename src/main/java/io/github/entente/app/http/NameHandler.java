// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

/**
 * The addresses of entities themselves: each leads to a description, since a state cannot be sent
 * over a wire.
 *
 * @see <a href="https://www.w3.org/TR/cooluris/">Cool URIs for the Semantic Web</a>
 */
final class NameHandler implements Handler {
  private final int status;

  NameHandler(Settings settings) {
    this.status = settings.redirect();
  }

  @Override
  public Reply answer(Call call) {
    if (!call.method().equals("GET")) {
      throw Refusal.method(call, "GET, HEAD");
    }
    String there = call.address().replaceFirst("^(https?://[^/]+)/id", "$1/doc");
    return Reply.empty(status)
        .with("Location", there + call.query().map(query -> "?" + query).orElse(""))
        .with("Vary", "Accept");
  }
}
