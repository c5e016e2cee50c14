// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import io.github.entente.KnowledgeBase;
import io.github.entente.app.http.api.Api;
import io.github.entente.app.store.Store;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;

/**
 * The SPARQL endpoint and the workbench, on a port of this machine. Closing ends it: what is being
 * answered is answered first.
 */
public final class Server implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 5000;
  private static final List<String> FIRST_SHOWN =
      List.of(
          "api/about",
          "api/overlap",
          "api/timeline",
          "api/questions",
          "api/terms",
          "api/claims",
          "api/ontology");

  private final FusekiServer fuseki;
  private final CountDownLatch closed = new CountDownLatch(1);

  private Server(FusekiServer fuseki) {
    this.fuseki = fuseki;
  }

  /**
   * Starts it, to be read only.
   *
   * @param knowledge what is asked, at the time of each request
   * @param texts one's own copies of source texts
   * @throws EntenteException {@link ErrorCode#BAD_OPTION} when the port cannot be used
   */
  public static Server start(
      Supplier<KnowledgeBase> knowledge, List<Path> texts, Settings settings) {
    return start(knowledge, Optional.empty(), texts, settings);
  }

  /**
   * Starts it, to be changed by those who show the token of the settings.
   *
   * @param store what is asked and changed
   * @param texts one's own copies of source texts
   * @throws EntenteException {@link ErrorCode#BAD_OPTION} when the port cannot be used
   */
  public static Server start(Store store, List<Path> texts, Settings settings) {
    return start(store::knowledge, Optional.of(store), texts, settings);
  }

  private static Server start(
      Supplier<KnowledgeBase> knowledge,
      Optional<Store> store,
      List<Path> texts,
      Settings settings) {
    var gate = new Gate(settings.limits());
    var metrics = new Metrics();
    var routes =
        new Routes()
            .putLight("/", new StaticFiles())
            .putLight("/$/ping", call -> Reply.text(200, java.time.Instant.now() + "\n"))
            .putLight(
                "/$/metrics",
                call ->
                    Reply.of(
                        200,
                        "text/plain; version=0.0.4; charset=utf-8",
                        metrics.text(gate).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    routes.putLight(Guarantees.PATH, new Guarantees());
    routes.putLight(ErrorsPage.PATH, new ErrorsPage());
    var updates = new Updates(store, settings);
    var description = new ServiceDescription(updates.allowed(), settings);
    var sparql = new SparqlHandler(knowledge, updates, description, settings);
    routes.put("/sparql", sparql).put("/sparql/", sparql);
    var graphs = new GraphStoreHandler(knowledge, updates, settings);
    routes.put("/gsp", graphs).put("/gsp/", graphs);
    var entities = new EntityHandler(knowledge, settings);
    routes.put("/doc", entities).put("/doc/", entities);
    var names = new NameHandler(settings);
    routes.putLight("/id", names).putLight("/id/", names);
    Api.handlers(knowledge, texts, settings).forEach(routes::put);
    var front = new Front(routes, settings, gate, metrics);
    try {
      var fuseki =
          FusekiServer.create()
              .port(settings.port())
              .loopback(settings.loopback())
              .addServlet("/*", front)
              .build();
      fuseki.getJettyServer().setStopTimeout(PATIENCE_MILLIS);
      fuseki.start();
      return new Server(fuseki);
    } catch (FusekiException e) {
      throw new EntenteException(
          ErrorCode.BAD_OPTION,
          "The port "
              + settings.port()
              + " cannot be used: "
              + (e.getCause() == null ? e : e.getCause()).getMessage()
              + ". Give another with --port; 0 takes any that is free.",
          e);
    }
  }

  /** The port. */
  public int port() {
    return fuseki.getHttpPort();
  }

  /** The address of the workbench. */
  public String address() {
    return "http://127.0.0.1:" + port() + "/";
  }

  /**
   * Asks itself, in the background, for what the workbench shows first, so that who comes first
   * need not wait; one after the other, so that others are answered meanwhile.
   */
  public void warm() {
    var client = HttpClient.newHttpClient();
    CompletableFuture<?> before = CompletableFuture.completedFuture(null);
    for (var path : FIRST_SHOWN) {
      var request = HttpRequest.newBuilder(URI.create(address() + path)).build();
      before = before.thenCompose(done -> client.sendAsync(request, BodyHandlers.discarding()));
    }
  }

  /** Waits until it has ended, or this thread is interrupted. */
  public void join() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      // That is how an embedder says that it is enough.
      return;
    }
  }

  @Override
  public synchronized void close() {
    if (closed.getCount() > 0) {
      fuseki.stop();
      closed.countDown();
    }
  }
}
