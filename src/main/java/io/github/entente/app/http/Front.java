// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * The endpoint's outer door: here every request comes in, everything thrown is told, and every
 * reply gets the headers that all have.
 */
final class Front extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int WORTH_PACKING = 1024;
  private static final int CHUNK = 1 << 16;
  private static final long MOST_DRAINED = 64L << 20;
  private static final long LONGEST_DRAINING_NANOS = 10_000_000_000L;

  /** Nothing is loaded from elsewhere, nothing runs that is no file of ours. */
  static final String POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private final transient Routes routes;
  private final transient Settings settings;
  private final transient Gate gate;
  private final transient Metrics metrics;

  Front(Routes routes, Settings settings, Gate gate, Metrics metrics) {
    this.routes = routes;
    this.settings = settings;
    this.gate = gate;
    this.metrics = metrics;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long start = System.nanoTime();
    var route = routes.find(path(request));
    Reply reply;
    try {
      reply = request.getMethod().equals("OPTIONS") ? preflight() : answer(request, route);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      var problem = Problem.of(e);
      if (problem.status() == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
        settings.log().accept("# " + e);
      }
      reply = problem.reply(wantsJson(request));
      drain(request);
    }
    int sent = send(request, response, reply);
    var took = System.nanoTime() - start;
    metrics.count(route.map(Routes.Route::path).orElse("/"), reply.status(), sent, took);
    settings.log().accept(AccessLog.line(request, reply.status(), sent, took));
  }

  private Reply answer(HttpServletRequest request, Optional<Routes.Route> route)
      throws IOException {
    checkHost(request);
    var found =
        route.orElseThrow(() -> new Refusal(404, "There is nothing at " + path(request) + "."));
    var call = Call.of(request, settings.limits().body());
    return found.bounded()
        ? gate.pass(() -> found.handler().answer(call))
        : found.handler().answer(call);
  }

  /**
   * A page of elsewhere whose name was made to lead here must not read what is here: only names of
   * this machine are answered to while only this machine can come.
   */
  private void checkHost(HttpServletRequest request) {
    String name = request.getServerName();
    if (settings.loopback() && !Hosts.loopback(name)) {
      throw new Refusal(
          421,
          "This server answers to 127.0.0.1 and localhost only, not to '"
              + Headers.ascii(name)
              + "'. Let a proxy before it send 'Host: 127.0.0.1'.");
    }
  }

  /**
   * Reads what is left of a refused body, up to a bound: a client that still sends would see a
   * broken connection in place of the reply. One that waits for leave to send is not given it.
   */
  private static void drain(HttpServletRequest request) throws IOException {
    if (request.getHeader("Expect") != null) {
      return;
    }
    long end = System.nanoTime() + LONGEST_DRAINING_NANOS;
    var in = request.getInputStream();
    var bytes = new byte[CHUNK];
    long drained = 0;
    int read = 0;
    while (read >= 0 && drained < MOST_DRAINED && System.nanoTime() < end) {
      read = in.read(bytes);
      drained += Math.max(0, read);
    }
  }

  private static String path(HttpServletRequest request) {
    String more = request.getPathInfo();
    return request.getServletPath() + (more == null ? "" : more);
  }

  private static boolean wantsJson(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return path(request).startsWith("/api/") || accept != null && accept.contains("json");
  }

  private Reply preflight() {
    return Reply.empty(204)
        .with("Allow", "GET, HEAD, POST, PUT, DELETE, OPTIONS")
        .with("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, DELETE, OPTIONS")
        .with("Access-Control-Allow-Headers", "Accept, Authorization, Content-Type")
        .with("Access-Control-Max-Age", "86400");
  }

  private int send(HttpServletRequest request, HttpServletResponse response, Reply reply)
      throws IOException {
    response.setStatus(reply.status());
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    settings
        .origins()
        .ifPresent(
            origins -> {
              response.setHeader("Access-Control-Allow-Origin", origins);
              response.setHeader("Access-Control-Expose-Headers", Headers.EXPOSED);
            });
    reply.headers().forEach(response::setHeader);
    var body = reply.body();
    if (!reply.type().isEmpty()) {
      response.setContentType(reply.type());
      addVary(response, "Accept-Encoding");
      if (body.length >= WORTH_PACKING && takesGzip(request)) {
        body = packed(body);
        response.setHeader("Content-Encoding", "gzip");
      }
    }
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
    response.flushBuffer();
    return body.length;
  }

  private static void addVary(HttpServletResponse response, String name) {
    String vary = response.getHeader("Vary");
    response.setHeader("Vary", vary == null ? name : vary + ", " + name);
  }

  private static boolean takesGzip(HttpServletRequest request) {
    String codings = request.getHeader("Accept-Encoding");
    return codings != null
        && codings
            .toLowerCase(Locale.ROOT)
            .matches("(.*,)?\\s*(gzip|\\*)\\s*(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))(;.*|,.*)?");
  }

  private static byte[] packed(byte[] body) throws IOException {
    var bytes = new ByteArrayOutputStream(body.length / 4);
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    }
    return bytes.toByteArray();
  }
}
