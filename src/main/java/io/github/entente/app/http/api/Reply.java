// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http.api;

import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.json.JsonObject;

/**
 * What is sent back.
 *
 * @param status HTTP status code
 * @param body JSON in UTF-8; the receiver leaves it as it is
 */
@SuppressWarnings("ArrayRecordComponent")
public record Reply(int status, byte[] body) {
  static Reply of(int status, JsonObject json) {
    return new Reply(status, json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
