// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;

/**
 * A headless browser with one page, driven by the Chrome DevTools Protocol. It remembers what the
 * page asked for and what its console said.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools Protocol</a>
 */
final class Browser implements AutoCloseable {
  private static final List<String> PLACES =
      List.of("/usr/bin/chromium-headless-shell", "/usr/lib/chromium/headless_shell");
  private static final String NET_LOG = "net-log.json";
  private static final Pattern ASKED =
      Pattern.compile("\"(?:url|host|address|destination|proxy_server)\":\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Process process;
  private final Path profile;
  private final WebSocket socket;
  private final AtomicInteger number = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final String session;

  private Browser(Process process, Path profile, String address) {
    this.process = process;
    this.profile = profile;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address), new Listener())
            .join();
    String target =
        call("", "Target.createTarget", "{\"url\":\"about:blank\"}").get("targetId").toString();
    session =
        call("", "Target.attachToTarget", "{\"flatten\":true,\"targetId\":" + target + "}")
            .get("sessionId")
            .toString();
    for (var domain : List.of("Page", "Runtime", "Log", "Network")) {
      send(domain + ".enable", "{}");
    }
  }

  /**
   * Starts one. Where there is no browser the test is skipped, save under continuous integration,
   * where it fails.
   */
  static Browser start() throws IOException {
    var program = PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(program)
          .as("a headless browser: apt-get install chromium-headless-shell")
          .isPresent();
    }
    assumeTrue(program.isPresent(), "no browser: apt-get install chromium-headless-shell");
    var profile = Files.createTempDirectory("entente-browser");
    var process =
        new ProcessBuilder(
                program.orElseThrow().toString(),
                "--no-sandbox",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--log-net-log=" + profile.resolve(NET_LOG),
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new Browser(process, profile, address(process, profile));
  }

  /** The browser writes its port and path into its profile once it listens. */
  private static String address(Process process, Path profile) throws IOException {
    var file = profile.resolve("DevToolsActivePort");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      if (Files.exists(file)) {
        var lines = Files.readAllLines(file);
        if (lines.size() >= 2) {
          return "ws://127.0.0.1:" + lines.get(0) + lines.get(1);
        }
      }
      pause(20);
    }
    throw new IOException("the browser did not start");
  }

  /** The size of the page, and whether it is light or dark. */
  Browser as(int width, int height, String scheme) {
    send(
        "Emulation.setDeviceMetricsOverride",
        "{\"width\":%d,\"height\":%d,\"deviceScaleFactor\":1,\"mobile\":false}"
            .formatted(width, height));
    send(
        "Emulation.setEmulatedMedia",
        "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"%s\"}]}".formatted(scheme));
    return this;
  }

  /** Opens a page and waits until nothing in it is busy. */
  Browser open(String address) {
    send("Page.navigate", "{\"url\":" + quoted(address) + "}");
    return settled();
  }

  /** Opens a page and waits until an expression is true in it. */
  Browser open(String address, String ready) {
    send("Page.navigate", "{\"url\":" + quoted(address) + "}");
    return until(ready);
  }

  /** Waits until nothing in the page is busy. */
  Browser settled() {
    return until(
        "document.readyState === 'complete' && !!document.querySelector('main > :not(noscript)')"
            + " && !document.querySelector('main [aria-busy], .loading')");
  }

  /** Waits until an expression is true. */
  Browser until(String expression) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      var value = evaluate(expression);
      if (value.isPresent() && value.get().isBoolean() && value.get().getAsBoolean().value()) {
        return this;
      }
      pause(40);
    }
    throw new AssertionError("never true in " + PATIENCE + ": " + expression + "\n" + complaints());
  }

  /** The value of an expression in the page; empty where it has none or throws. */
  Optional<JsonValue> evaluate(String expression) {
    var result =
        send(
            "Runtime.evaluate",
            "{\"awaitPromise\":true,\"returnByValue\":true,\"expression\":"
                + quoted(expression)
                + "}");
    return result.hasKey("exceptionDetails")
        ? Optional.empty()
        : Optional.ofNullable(result.get("result").getAsObject().get("value"));
  }

  String text(String expression) {
    return evaluate(expression).map(value -> value.getAsString().value()).orElse("");
  }

  double decimal(String expression) {
    return evaluate(expression).orElseThrow().getAsNumber().value().doubleValue();
  }

  int number(String expression) {
    return evaluate(expression).orElseThrow().getAsNumber().value().intValue();
  }

  /** Presses a key where the focus is. */
  Browser press(String key) {
    String what =
        "\"key\":"
            + quoted(key)
            + (key.length() == 1 ? ",\"text\":" + quoted(key) : "")
            + ("Enter".equals(key) ? ",\"text\":\"\\r\",\"windowsVirtualKeyCode\":13" : "");
    send("Input.dispatchKeyEvent", "{\"type\":\"keyDown\"," + what + "}");
    send("Input.dispatchKeyEvent", "{\"type\":\"keyUp\"," + what + "}");
    return this;
  }

  Browser type(String text) {
    send("Input.insertText", "{\"text\":" + quoted(text) + "}");
    return this;
  }

  /** The whole window as a picture. */
  void picture(Path file) throws IOException {
    String data =
        send("Page.captureScreenshot", "{\"format\":\"png\"}").get("data").getAsString().value();
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(data));
  }

  /** The addresses that were asked for. */
  List<String> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  /**
   * Ends the browser and gives what its own log of the network names: addresses, hosts, and where
   * connections went, whoever inside it asked. Left out is by what it finds out whether there is a
   * route for IPv6: it opens a socket for datagrams and sends none.
   */
  Set<String> netLog() throws IOException {
    try {
      call("", "Browser.close", "{}");
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var lines = Files.readAllLines(profile.resolve(NET_LOG));
    int sent = constant(lines, "UDP_BYTES_SENT");
    int route = constant(lines, "HOST_RESOLVER_MANAGER_IPV6_REACHABILITY_CHECK");
    var datagrams = Set.of(constant(lines, "UDP_SOCKET"), constant(lines, "UDP_CLIENT_SOCKET"));
    var events =
        lines.stream()
            .filter(line -> line.startsWith("{\"") && line.contains("\"source\":{"))
            .map(line -> JSON.parse(line.replaceFirst("(,|\\],?)?$", "")))
            .toList();
    boolean silent = events.stream().noneMatch(event -> number(event, "type") == sent);
    var named = new TreeSet<String>();
    for (var event : events) {
      int source = number(event.get("source").getAsObject(), "type");
      if (number(event, "type") != route && !(silent && datagrams.contains(source))) {
        var found = ASKED.matcher(event.toString().replaceAll("\\s*:\\s*\"", ":\""));
        while (found.find()) {
          named.add(found.group(1));
        }
      }
    }
    return named;
  }

  private static int constant(List<String> lines, String name) {
    var found = Pattern.compile("\"" + name + "\":(\\d+)").matcher(lines.get(0));
    assertThat(found.find()).as("the log knows " + name).isTrue();
    return Integer.parseInt(found.group(1));
  }

  private static int number(JsonObject event, String name) {
    return event.get(name).getAsNumber().value().intValue();
  }

  /** Errors and warnings of the console, and exceptions that nothing caught. */
  List<String> complaints() {
    synchronized (complaints) {
      return List.copyOf(complaints);
    }
  }

  private JsonObject send(String method, String parameters) {
    return call(",\"sessionId\":" + session, method, parameters);
  }

  private JsonObject call(String where, String method, String parameters) {
    int id = number.incrementAndGet();
    var reply = new CompletableFuture<JsonObject>();
    waiting.put(id, reply);
    socket
        .sendText(
            "{\"id\":"
                + id
                + ",\"method\":\""
                + method
                + "\",\"params\":"
                + parameters
                + where
                + "}",
            true)
        .join();
    try {
      var message = reply.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (message.hasKey("error")) {
        throw new AssertionError(method + ": " + message.get("error"));
      }
      return message.get("result").getAsObject();
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(method + " got no reply", e);
    }
  }

  private void received(JsonObject message) {
    if (message.hasKey("id")) {
      waiting.remove(message.get("id").getAsNumber().value().intValue()).complete(message);
      return;
    }
    var parameters = message.get("params").getAsObject();
    switch (message.get("method").getAsString().value()) {
      case "Network.requestWillBeSent" -> {
        synchronized (requests) {
          requests.add(parameters.get("request").getAsObject().get("url").getAsString().value());
        }
      }
      case "Runtime.exceptionThrown" -> complain(parameters.get("exceptionDetails"));
      case "Runtime.consoleAPICalled" -> {
        if (List.of("error", "warning", "assert")
            .contains(parameters.get("type").getAsString().value())) {
          complain(parameters.get("args"));
        }
      }
      case "Log.entryAdded" -> {
        var entry = parameters.get("entry").getAsObject();
        if (!"info".equals(entry.get("level").getAsString().value())
            && !"verbose".equals(entry.get("level").getAsString().value())) {
          complain(entry);
        }
      }
      default -> {
        // Other events say nothing that a test asks for.
      }
    }
  }

  private void complain(JsonValue what) {
    synchronized (complaints) {
      complaints.add(what.toString());
    }
  }

  /** A text as JSON. */
  static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    process.destroy();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    try (Stream<Path> files = Files.walk(profile)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (java.io.UncheckedIOException | IOException e) {
      // The browser may still be writing its last files; they lie in the system's temporary folder.
    }
  }

  /** Puts the parts of a message together. */
  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        received(JSON.parse(text.toString()));
        text.setLength(0);
      }
      webSocket.request(1);
      return null;
    }
  }
}
