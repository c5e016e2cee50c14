// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Where a command reads and writes, and what is at the other end.
 *
 * @param out takes results and nothing else
 * @param err takes everything else
 * @param in standard input
 * @param env environment variables
 * @param terminal whether a person looks at {@code out}
 * @param errTerminal whether a person looks at {@code err}
 * @param ownsProcess whether nothing else is done in this process, so that it may be ended
 */
public record Console(
    PrintStream out,
    PrintStream err,
    InputStream in,
    Map<String, String> env,
    boolean terminal,
    boolean errTerminal,
    boolean ownsProcess) {
  private static final int WIDTH_UNKNOWN = 100;

  public Console {
    env = Map.copyOf(env);
  }

  /** The standard streams of this process; {@code ENTENTE_TTY=1} or {@code 0} overrides. */
  public static Console system(PrintStream out, PrintStream err) {
    var env = System.getenv();
    return new Console(
        out,
        err,
        System.in,
        env,
        forced(env, Terminal.is(Terminal.STDOUT)),
        Terminal.is(Terminal.STDERR),
        true);
  }

  /** Streams that are no terminal unless {@code ENTENTE_TTY=1}. */
  public static Console of(
      PrintStream out, PrintStream err, InputStream in, Map<String, String> env) {
    return new Console(out, err, in, env, forced(env, false), false, false);
  }

  private static boolean forced(Map<String, String> env, boolean otherwise) {
    return switch (env.getOrDefault("ENTENTE_TTY", "")) {
      case "1" -> true;
      case "0" -> false;
      default -> otherwise;
    };
  }

  /** Columns to lay text out in: {@code COLUMNS}, else those of the terminal, else 100. */
  public int width() {
    var known = columns();
    return known.isPresent() ? known.getAsInt() : asked().orElse(WIDTH_UNKNOWN);
  }

  private OptionalInt columns() {
    String columns = env.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9]\\d{0,5}")
        ? OptionalInt.of(Integer.parseInt(columns))
        : OptionalInt.empty();
  }

  private OptionalInt asked() {
    return terminal || errTerminal ? Terminal.width() : OptionalInt.empty();
  }

  /** Whether results may carry colour; see <a href="https://no-color.org/">NO_COLOR</a>. */
  public boolean colour() {
    return terminal
        && env.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(env.get("TERM"));
  }

  /** The text in bold where that is wanted. */
  public String bold(String text) {
    return colour() && !text.isBlank() ? "\u001b[1m" + text + "\u001b[0m" : text;
  }
}
