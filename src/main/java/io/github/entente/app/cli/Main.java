// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.app.cli.output.Console;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;

/**
 * The command line's outer door: here arguments come in, everything thrown is told, and the process
 * ends.
 */
public final class Main {
  private static final int BUFFER = 1 << 16;

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    var sink = new Sink(new FileOutputStream(FileDescriptor.out));
    var out =
        new PrintStream(new BufferedOutputStream(sink, BUFFER), false, StandardCharsets.UTF_8);
    var err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    var console = Console.system(out, err);
    int code = run(console, arguments);
    if (sink.readerLeft()) {
      code = Exit.OK;
    } else if (sink.failure().isPresent()) {
      var failure = sink.failure().get();
      code =
          Failures.report(
              new EntenteException(
                  ErrorCode.NOT_WRITABLE,
                  "Standard output cannot be written: " + failure.getMessage() + ".",
                  failure),
              console,
              0);
    }
    System.exit(code);
  }

  /**
   * Runs a command within this process.
   *
   * @param env environment variables; {@code ENTENTE_TTY=1} for output as on a terminal, {@code
   *     COLUMNS} for its width
   * @return the exit code
   */
  public static int run(
      PrintStream out,
      PrintStream err,
      InputStream in,
      Map<String, String> env,
      String... arguments) {
    return run(Console.of(out, err, in, env), arguments);
  }

  private static int run(Console console, String... arguments) {
    int[] verbosity = {0};
    try {
      return dispatch(console, arguments, verbosity);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return Failures.report(e, console, verbosity[0]);
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  private static int dispatch(Console console, String[] arguments, int[] verbosity) {
    var tree = CommandTree.calledBy(arguments, console);
    var parsed = tree.parseArgs(arguments);
    if (CommandLine.executeHelpRequest(parsed) != null) {
      return Exit.OK;
    }
    if (!parsed.hasSubcommand()) {
      CommandTree.whole(console).usage(console.err());
      return Exit.USAGE;
    }
    var command = (Command) parsed.subcommand().commandSpec().userObject();
    verbosity[0] = command.verbosity();
    var limits = command.isolated();
    return limits.isPresent()
        ? limits.get().isolation().run(console, limits.get().timeout(), arguments)
        : command.run();
  }
}
