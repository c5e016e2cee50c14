// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A plain client of one server, which follows no redirect. */
public record Http(String base, List<String> always) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** What came back. */
  public record Answer(int status, HttpHeaders headers, byte[] bytes) {
    public String body() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    public String type() {
      return header("Content-Type").replaceAll(";.*", "");
    }
  }

  public static Http to(Server server) {
    return new Http("http://127.0.0.1:" + server.port(), List.of());
  }

  /** The same with a header in every request. */
  public Http with(String name, String value) {
    var more = new ArrayList<>(always);
    more.addAll(List.of(name, value));
    return new Http(base, more);
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  public Answer send(String method, String target, byte[] body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(target.startsWith("http") ? target : base + target))
            .timeout(Duration.ofMinutes(2))
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    var all = new ArrayList<>(always);
    all.addAll(Arrays.asList(headers));
    if (!all.isEmpty()) {
      request.headers(all.toArray(String[]::new));
    }
    try {
      var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(method + " " + target, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public Answer get(String target, String... headers) {
    return send("GET", target, new byte[0], headers);
  }

  public Answer query(String query, String... headers) {
    return get("/sparql?query=" + encoded(query), headers);
  }

  public Answer post(String target, String type, String body, String... headers) {
    var all = new ArrayList<>(List.of("Content-Type", type));
    all.addAll(Arrays.asList(headers));
    return send("POST", target, body.getBytes(StandardCharsets.UTF_8), all.toArray(String[]::new));
  }

  public Answer update(String update) {
    return post("/sparql", "application/sparql-update", update);
  }
}
