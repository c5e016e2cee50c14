// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import io.github.entente.app.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/** Who may change something: nobody, or whoever shows the token. */
final class Updates {
  private static final String BEARER = "Bearer ";

  private final Optional<Store> store;
  private final Optional<byte[]> token;

  Updates(Optional<Store> store, Settings settings) {
    this.store = store;
    this.token = settings.token().map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  boolean allowed() {
    return store.isPresent() && token.isPresent();
  }

  /**
   * What the caller may change.
   *
   * @throws Refusal with status 403 when nothing can be changed, 401 without the token
   */
  Store to(Call call) {
    if (!allowed()) {
      throw new Refusal(403, "This endpoint is read-only. Start it with --allow-update.");
    }
    byte[] shown =
        call.header("Authorization")
            .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            .map(value -> value.substring(BEARER.length()).strip())
            .orElse("")
            .getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(shown, token.get())) {
      throw new Refusal(
          401,
          "To change something, send the header 'Authorization: Bearer TOKEN'.",
          Map.of("WWW-Authenticate", "Bearer realm=\"entente\""));
    }
    return store.get();
  }
}
