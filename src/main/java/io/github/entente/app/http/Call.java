// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A request as it came: read strictly, and no further than its bounds. */
public final class Call {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final HttpServletRequest request;
  private final String path;
  private final byte[] body;
  private final Map<String, List<String>> parameters;

  private Call(HttpServletRequest request, String path, byte[] body) {
    this.request = request;
    this.path = path;
    this.body = body;
    var all = new LinkedHashMap<String, List<String>>();
    decode(request.getQueryString(), all);
    if (mediaType().equals(FORM)) {
      decode(strictly(body), all);
    }
    this.parameters = Collections.unmodifiableMap(all);
  }

  static Call of(HttpServletRequest request, int maxBody) throws IOException {
    String path = Optional.ofNullable(request.getServletPath()).orElse("");
    path += Optional.ofNullable(request.getPathInfo()).orElse("");
    if (request.getContentLengthLong() > maxBody) {
      throw tooLarge(maxBody);
    }
    byte[] body = request.getInputStream().readNBytes(maxBody + 1);
    if (body.length > maxBody) {
      throw tooLarge(maxBody);
    }
    return new Call(request, path, body);
  }

  private static Refusal tooLarge(int maxBody) {
    return new Refusal(413, "A body of at most " + maxBody + " bytes is taken.");
  }

  /** The method, in capitals; a HEAD is handled as a GET whose body is not sent. */
  public String method() {
    String method = request.getMethod();
    return method.equals("HEAD") ? "GET" : method;
  }

  /** The path, decoded, from its first slash. */
  public String path() {
    return path;
  }

  /** The base of all addresses here, such as {@code http://127.0.0.1:3030}, without slash. */
  public String base() {
    var url = request.getRequestURL();
    return url.substring(0, url.indexOf("/", url.indexOf("://") + 3));
  }

  /** The address as it came, without what follows the question mark. */
  public String address() {
    return request.getRequestURL().toString();
  }

  /** What follows the question mark, as it came. */
  public Optional<String> query() {
    return Optional.ofNullable(request.getQueryString());
  }

  /** The body. */
  public byte[] body() {
    return body.clone();
  }

  /**
   * The body as text.
   *
   * @throws Refusal with status 400 when it is not UTF-8, 415 when it says that it is not
   */
  public String text() {
    String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    int at = type.indexOf("charset=");
    if (at >= 0) {
      String charset = type.substring(at + 8).replaceAll("[;\\s].*", "").replace("\"", "");
      if (!charset.equals("utf-8") && !charset.equals("us-ascii")) {
        throw new Refusal(415, "Only UTF-8 is read, not " + charset + ".");
      }
    }
    return strictly(body);
  }

  /** The media type of the body, in small letters, without parameters; empty where none is said. */
  public String mediaType() {
    return header("Content-Type")
        .map(type -> type.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  /** A header; several of one name are joined by commas. */
  public Optional<String> header(String name) {
    var values = Collections.list(request.getHeaders(name));
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
  }

  /** The values of a parameter, of the address and of a form. */
  public List<String> parameters(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  /**
   * The value of a parameter; empty where it is missing or empty.
   *
   * @throws Refusal with status 400 when there is more than one
   */
  public Optional<String> parameter(String name) {
    var values = parameters(name);
    if (values.size() > 1) {
      throw new Refusal(400, "The parameter '" + name + "' is given more than once.");
    }
    return values.stream().filter(value -> !value.isEmpty()).findFirst();
  }

  /** The names of the parameters that are given. */
  public Set<String> names() {
    return parameters.keySet();
  }

  /** Whether a parameter is given, even if empty. */
  public boolean has(String name) {
    return parameters.containsKey(name);
  }

  private static void decode(String text, Map<String, List<String>> into) {
    if (text == null || text.isEmpty()) {
      return;
    }
    for (var part : text.split("&")) {
      int at = part.indexOf('=');
      String name = decoded(at < 0 ? part : part.substring(0, at));
      String value = at < 0 ? "" : decoded(part.substring(at + 1));
      into.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }
  }

  private static String decoded(String text) {
    try {
      // As Latin-1, so that the bytes can be read strictly.
      String bytes = URLDecoder.decode(text, StandardCharsets.ISO_8859_1);
      return bytes.equals(text) ? text : strictly(bytes.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, "A parameter is not percent-encoded: " + e.getMessage() + ".");
    }
  }

  private static String strictly(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Refusal(400, "What was sent is not UTF-8.");
    }
  }
}
