// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.KnowledgeBase;
import io.github.entente.app.cli.output.Console;
import io.github.entente.app.cli.output.Progress;
import io.github.entente.app.cli.output.Style;
import io.github.entente.app.http.Server;
import io.github.entente.app.http.Settings;
import io.github.entente.model.Regime;
import io.github.entente.model.Viewpoint;
import java.time.Duration;
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
    try (var kb = knowledge.open()) {
      try (var progress = Progress.begin(console, style, "reading")) {
        texts.verified(kb);
        progress.now("reasoning");
        warm(kb);
      }
      try (var server = Server.start(() -> kb, texts.copies(), settings())) {
        var end = new Thread(server::close, "shutdown");
        Runtime.getRuntime().addShutdownHook(end);
        console.out().println("Workbench  " + server.address());
        console.out().println("SPARQL     " + server.address() + "sparql");
        console.out().flush();
        server.join();
      }
    }
    return Exit.OK;
  }

  private Settings settings() {
    var limits = Settings.Limits.defaults();
    return new Settings(port, true, regime, limits.time(timeout), Optional.of("*"), 303, this::log);
  }

  private void log(String line) {
    if (!quiet) {
      console.err().println(line);
    }
  }

  /** So that the first who asks need not wait. */
  private void warm(KnowledgeBase kb) {
    if (regime != Regime.SIMPLE) {
      kb.entailments(Viewpoint.on(kb.defaultDay()), timeout);
    }
  }
}
