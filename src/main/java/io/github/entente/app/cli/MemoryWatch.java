// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.app.cli.output.Console;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.source.Reading;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends the process, with what it would take, when it does hardly anything but collect garbage any
 * more, as it would fail a little later anyhow; and the reading, as soon as it is plain that the
 * rest will not fit. It watches once much has been read. What fits, if barely, is let go on.
 */
final class MemoryWatch implements Reading.Listener {
  private static final long MUCH = 200_000;

  /** Shares of the heap that are live: from here on it is looked whether the rest fits. */
  private static final double NEARLY_FULL = 0.8;

  private static final double FULL = 0.85;

  /** Share of the time that goes into collecting garbage when nothing else gets on. */
  private static final double HARDLY_ANYTHING_ELSE = 0.8;

  private static final int WINDOW_MILLIS = 3000;
  private static final double GIGABYTE = 1L << 30;

  /** Of the heap, per triple, as measured with LUBM; see docs/benchmarks.md. */
  private static final long BYTES_LOOKED_UP = 600;

  private static final long BYTES_REASONED_OVER = 2000;

  private final Console console;
  private final Reading.Listener next;
  private final Map<String, Reading> readings = new ConcurrentHashMap<>();
  private Optional<Thread> thread = Optional.empty();

  /**
   * A watch that begins by itself.
   *
   * @param next is told what this is told
   */
  MemoryWatch(Console console, Reading.Listener next) {
    this.console = console;
    this.next = next;
  }

  @Override
  public void at(Reading reading) {
    readings.put(reading.location(), reading);
    if (console.ownsProcess() && reading.triples() >= MUCH) {
      if (thread.isEmpty()) {
        var watching = new Thread(this::watch, "memory");
        watching.setDaemon(true);
        watching.start();
        thread = Optional.of(watching);
      }
      long live = live();
      if (live > NEARLY_FULL * most() && live * share(reading) > most()) {
        throw failure(live);
      }
    }
    next.at(reading);
  }

  /** How much more all of a file is than what was read of it. */
  private static double share(Reading reading) {
    return (double) expected(reading) / reading.triples();
  }

  /** Watches no longer. */
  void end() {
    thread.ifPresent(Thread::interrupt);
  }

  /** Bytes of the heap that the last collection of each part of it left. */
  private static long live() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
        .sum();
  }

  private static long most() {
    return Runtime.getRuntime().maxMemory();
  }

  private static long collecting() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(collector -> Math.max(0, collector.getCollectionTime()))
        .sum();
  }

  private void watch() {
    try {
      while (true) {
        long before = collecting();
        long start = System.nanoTime();
        Thread.sleep(WINDOW_MILLIS);
        double elapsed = (System.nanoTime() - start) / 1e6;
        long live = live();
        if (live > FULL * most() && collecting() - before > HARDLY_ANYTHING_ELSE * elapsed) {
          end(live);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end(long live) {
    if (console.errTerminal()) {
      console.err().print("\r\u001b[K");
    }
    int code = Failures.report(failure(live), console, 0);
    console.err().flush();
    Runtime.getRuntime().halt(code);
  }

  private EntenteException failure(long live) {
    return new EntenteException(ErrorCode.LIMIT_REACHED, message(live));
  }

  private String message(long live) {
    long triples = 0;
    long expected = 0;
    for (var reading : readings.values()) {
      triples += reading.triples();
      expected += expected(reading);
    }
    boolean whole = triples >= expected;
    long give = gigabytes(expected * BYTES_REASONED_OVER, most());
    return String.format(
        Locale.ROOT,
        "The memory is used up: %.1f of %.1f GB hold what is needed, after %,d%s triples. They take"
            + " about %d GB to be looked up (--regime simple) and %d GB to be reasoned over. Set"
            + " ENTENTE_JAVA_OPTS=-Xmx%dg, or with --isolate give --memory %dg.",
        live / GIGABYTE,
        most() / GIGABYTE,
        triples,
        whole ? "" : String.format(Locale.ROOT, " of about %,d", expected),
        gigabytes(expected * BYTES_LOOKED_UP, live),
        gigabytes(expected * BYTES_REASONED_OVER, live),
        give,
        give);
  }

  private static long expected(Reading reading) {
    return reading.read() == 0
        ? reading.triples()
        : Math.max(
            reading.triples(),
            Math.round((double) reading.triples() * reading.size() / reading.read()));
  }

  /** Whole gigabytes, and more than was not enough. */
  private static long gigabytes(long bytes, long notEnough) {
    return 1 + (long) Math.floor(Math.max(bytes, notEnough) / GIGABYTE);
  }
}
