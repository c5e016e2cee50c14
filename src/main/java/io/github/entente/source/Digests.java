// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hexadecimal digits. */
public final class Digests {
  private Digests() {}

  public static String sha256(byte[] bytes) {
    return hex(sha256().digest(bytes));
  }

  static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("each Java platform has SHA-256", e);
    }
  }

  /** Of several texts, each told apart from the next. */
  public static String sha256(Iterable<String> texts) {
    var all = new StringBuilder();
    texts.forEach(text -> all.append(text.length()).append(':').append(text));
    return sha256(all.toString().getBytes(StandardCharsets.UTF_8));
  }
}
