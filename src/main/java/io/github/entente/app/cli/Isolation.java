// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.app.cli.output.Console;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/**
 * Does a command's work in a process of its own. A reasoner or a query engine looks at its time
 * limit now and then only, and memory is shared by all that a process does; a process can be ended
 * whatever it does.
 */
final class Isolation {
  static final String FLAG = "--isolate";
  private static final String MEMORY = "--memory";
  private static final Pattern SIZE = Pattern.compile("[1-9]\\d{0,5}[kKmMgG]");

  /** The work's own limit comes first where it is kept; then it can say what it has found. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  @Option(
      names = FLAG,
      order = 12,
      description =
          "Work in a process of its own, which is ended for good soon after --timeout and has no"
              + " more than --memory.")
  private boolean wanted;

  @Option(
      names = MEMORY,
      paramLabel = "SIZE",
      order = 12,
      description =
          "With --isolate: the memory of that process, such as 512m or 4g. Without it: 2g.")
  private String memory;

  /** Whether the work is to be done elsewhere. */
  boolean wanted() {
    if (memory != null && !wanted) {
      throw new EntenteException(
          ErrorCode.BAD_OPTION, MEMORY + " goes with " + FLAG + ": give both, or neither.");
    }
    if (memory != null && !SIZE.matcher(memory).matches()) {
      throw new EntenteException(
          ErrorCode.BAD_OPTION,
          MEMORY
              + " '"
              + memory
              + "' is no size. Write a number and k, m or g, such as 512m or 4g.");
    }
    return wanted;
  }

  /**
   * Does it.
   *
   * @return the exit code
   * @throws EntenteException LIMIT_REACHED when the process had to be ended
   */
  int run(Console console, Duration timeout, String[] arguments) {
    return run(console, timeout.plus(GRACE), command(arguments));
  }

  /**
   * Runs a command, and ends it when it takes longer than it may.
   *
   * @throws EntenteException LIMIT_REACHED when it was ended
   */
  static int run(Console console, Duration most, List<String> command) {
    var builder = new ProcessBuilder(command);
    builder.environment().put("ENTENTE_TTY", console.terminal() ? "1" : "0");
    builder.environment().put("COLUMNS", String.valueOf(console.width()));
    try {
      var process = builder.start();
      var ending = new Thread(process::destroyForcibly);
      Runtime.getRuntime().addShutdownHook(ending);
      try {
        return result(process, console, most);
      } finally {
        process.destroyForcibly();
        Runtime.getRuntime().removeShutdownHook(ending);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EntenteException(ErrorCode.LIMIT_REACHED, "the work was interrupted", e);
    }
  }

  private static int result(Process process, Console console, Duration most)
      throws InterruptedException {
    var copying =
        List.of(
            copying(process.getInputStream(), console.out()),
            copying(process.getErrorStream(), console.err()),
            feeding(console.in(), process));
    boolean ended = process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
    if (!ended) {
      // The system takes a moment to end it.
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    copying.get(0).join();
    copying.get(1).join();
    if (!ended) {
      throw new EntenteException(
          ErrorCode.LIMIT_REACHED,
          "the process did not keep the time limit by itself and was ended; nothing is known of"
              + " what it had found");
    }
    return process.exitValue();
  }

  private static Thread copying(InputStream from, PrintStream to) {
    return started(
        () -> {
          try {
            from.transferTo(to);
          } catch (IOException e) {
            // The process was ended, or nobody reads any more.
          }
        });
  }

  private static Thread feeding(InputStream from, Process process) {
    return started(
        () -> {
          try (var to = process.getOutputStream()) {
            from.transferTo(to);
          } catch (IOException e) {
            // The process reads no further.
          }
        });
  }

  private static Thread started(Runnable task) {
    var thread = new Thread(task, "entente-isolation");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private List<String> command(String[] arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-Xmx") && !option.startsWith("-javaagent"))
        .forEach(command::add);
    command.add("-Xmx" + (memory == null ? "2g" : memory));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    var rest = new ArrayList<>(Arrays.asList(arguments));
    rest.remove(FLAG);
    rest.removeIf(word -> word.startsWith(MEMORY + "="));
    int memoryAt = rest.indexOf(MEMORY);
    if (memoryAt >= 0) {
      rest.subList(memoryAt, memoryAt + 2).clear();
    }
    command.addAll(rest);
    return command;
  }
}
