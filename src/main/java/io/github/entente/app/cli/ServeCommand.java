// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.KnowledgeBase;
import io.github.entente.app.cli.output.Console;
import io.github.entente.app.cli.output.Progress;
import io.github.entente.app.cli.output.Style;
import io.github.entente.app.http.Server;
import io.github.entente.app.http.Settings;
import io.github.entente.app.store.Store;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Regime;
import io.github.entente.model.Viewpoint;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code entente serve}. */
@picocli.CommandLine.Command(
    name = "serve",
    description =
        "Serve a SPARQL endpoint whose answers include what follows, and a workbench to look at"
            + " it all, on this machine.")
final class ServeCommand implements Command {
  private static final String TOKEN = "ENTENTE_TOKEN";
  private static final int TOKEN_BYTES = 16;
  private static final int SHORTEST_TOKEN = 16;

  private final Console console;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + Settings.PORT,
      order = 1,
      description = "Port to listen on; 0 for any that is free. Without it: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "1m",
      order = 12,
      description = "The longest a request may take: seconds, or 500ms, 30s, 2m. Without it: 1m.")
  private Duration timeout;

  @Option(
      names = "--regime",
      paramLabel = "REGIME",
      completionCandidates = AnswerOptions.Regimes.class,
      defaultValue = "owl-direct",
      order = 11,
      description =
          "What counts as following where a request does not say: ${COMPLETION-CANDIDATES}. Without"
              + " it: ${DEFAULT-VALUE}.")
  private Regime regime;

  @Option(
      names = "--allow-update",
      order = 4,
      description =
          "Let those change the data who show the token in the environment variable ENTENTE_TOKEN;"
              + " without one, a token is made and told. Needs --store.")
  private boolean allowUpdate;

  @Option(
      names = "--store",
      paramLabel = "FOLDER",
      order = 5,
      description = "Folder in which changes are kept; made when it is missing.")
  private Path folder;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "1000000",
      order = 13,
      description = "The most rows or triples of a result. Without it: ${DEFAULT-VALUE}.")
  private int rows;

  @Option(
      names = "--concurrent",
      paramLabel = "N",
      defaultValue = "0",
      order = 14,
      description =
          "How many requests are answered at one time; further ones wait. Without it: one for each"
              + " processor, at least 2.")
  private int concurrent;

  @Option(
      names = "--cors",
      paramLabel = "ORIGIN",
      defaultValue = "*",
      order = 15,
      description =
          "Which other sites' pages may read answers: *, one origin, or none. Without it: *.")
  private String cors;

  @Option(
      names = "--redirect",
      paramLabel = "CODE",
      defaultValue = "303",
      order = 16,
      description = "Status by which /id/NAME leads to its description. Without it: 303.")
  private int redirect;

  @Mixin private KnowledgeOptions knowledge;
  @Mixin private TextOptions texts;

  @Option(
      names = {"-q", "--quiet"},
      order = 22,
      description = "Write no access log.")
  private boolean quiet;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      order = 24,
      description = "Show this help.")
  private boolean help;

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run() {
    var style = new Style(Optional.empty(), false, quiet, 0);
    try (var kb = knowledge.open(console)) {
      try (var progress = Progress.begin(console, style, "reading")) {
        texts.verified(kb);
        progress.now("reasoning");
        warm(kb);
      }
      if (!allowUpdate) {
        serve(Server.start(() -> kb, texts.copies(), settings()));
      } else {
        try (var store = Store.open(kb, folder(), regime.direct(), timeout)) {
          serve(Server.start(store, texts.copies(), settings().token(token())));
        }
      }
    }
    return Exit.OK;
  }

  private void serve(Server server) {
    try (server) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
      console.out().println("Workbench  " + server.address());
      console.out().println("SPARQL     " + server.address() + "sparql");
      console.out().flush();
      server.warm();
      server.join();
    }
  }

  private Settings settings() {
    if (redirect < 301 || redirect > 308 || redirect == 304 || redirect == 305 || redirect == 306) {
      throw new EntenteException(
          ErrorCode.BAD_OPTION, "--redirect " + redirect + " is none of 301, 302, 303, 307, 308.");
    }
    var limits = Settings.Limits.defaults().time(timeout).rows(rows).concurrent(concurrent);
    return new Settings(
        port,
        true,
        regime,
        limits,
        Optional.of(cors).filter(origins -> !origins.equals("none")),
        redirect,
        Optional.empty(),
        this::log);
  }

  private Path folder() {
    if (folder == null) {
      throw new EntenteException(
          ErrorCode.BAD_OPTION,
          "Updates are kept in a folder. Name it with --store, such as --store changes.");
    }
    return folder;
  }

  /** The token of the environment, or a new one, which is told. */
  private String token() {
    String given = console.env().getOrDefault(TOKEN, "").strip();
    if (given.isEmpty()) {
      byte[] bytes = new byte[TOKEN_BYTES];
      new SecureRandom().nextBytes(bytes);
      String made = HexFormat.of().formatHex(bytes);
      console.err().println("Token      " + made);
      return made;
    }
    if (given.length() < SHORTEST_TOKEN) {
      throw new EntenteException(
          ErrorCode.BAD_OPTION,
          TOKEN + " is too short to be safe. Give at least " + SHORTEST_TOKEN + " characters.");
    }
    return given;
  }

  private void log(String line) {
    if (!quiet) {
      console.err().println(line);
    }
  }

  /** So that the first who asks need not wait. */
  private void warm(KnowledgeBase kb) {
    if (regime.direct()) {
      kb.entailments(Viewpoint.on(kb.defaultDay()), timeout);
    }
  }
}
