// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files under {@code /web/} on the class path. */
final class StaticFiles implements Handler {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private record Kept(Reply reply, String tag) {}

  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  @Override
  public Reply answer(Call call) {
    if (!call.method().equals("GET")) {
      throw Refusal.method(call, "GET, HEAD");
    }
    var file = kept(call.path().endsWith("/") ? call.path() + "index.html" : call.path());
    if (file.isEmpty()) {
      throw new Refusal(404, "There is nothing at " + call.path() + ".");
    }
    return call.header("If-None-Match").filter(file.get().tag()::equals).isPresent()
        ? Reply.empty(304).with("ETag", file.get().tag())
        : file.get().reply();
  }

  private Optional<Kept> kept(String path) {
    var known = kept.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    // Names of one's own files only: nothing that climbs, no folder, no strange character.
    if (!path.matches("(/[A-Za-z0-9_@-][A-Za-z0-9_.@-]*)+\\.[a-z0-9]+")) {
      return Optional.empty();
    }
    var read = read(path);
    read.ifPresent(file -> kept.put(path, file));
    return read;
  }

  private static Optional<Kept> read(String path) {
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type == null) {
      return Optional.empty();
    }
    try (var in = StaticFiles.class.getResourceAsStream("/web" + path)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] bytes = in.readAllBytes();
      String tag = '"' + digest(bytes) + '"';
      return Optional.of(
          new Kept(
              Reply.of(200, type, bytes).with("ETag", tag).with("Cache-Control", "no-cache"), tag));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, Long.BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
