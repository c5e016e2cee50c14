// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.app.cli.output.Console;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.source.Reading;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends the process, with what it would take, when what is live no longer leaves room to work in: a
 * little later it would do nothing but collect garbage, and then fail anywhere. It watches once
 * much has been read.
 */
final class MemoryWatch implements Reading.Listener {
  private static final long MUCH = 200_000;
  private static final double FULL = 0.95;
  private static final int PATIENCE_MILLIS = 200;
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
    if (thread.isEmpty() && reading.triples() >= MUCH && console.ownsProcess()) {
      thread = pool().map(pool -> new Thread(() -> watch(pool), "memory"));
      thread.ifPresent(
          watching -> {
            watching.setDaemon(true);
            watching.start();
          });
    }
    next.at(reading);
  }

  /** Watches no longer. */
  void end() {
    thread.ifPresent(Thread::interrupt);
  }

  /** What lives long: the one part of the heap that can say how full it is. */
  private static Optional<MemoryPoolMXBean> pool() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .filter(pool -> pool.isUsageThresholdSupported() && pool.getCollectionUsage() != null)
        .findFirst();
  }

  private void watch(MemoryPoolMXBean pool) {
    try {
      while (true) {
        Thread.sleep(PATIENCE_MILLIS);
        var live = pool.getCollectionUsage();
        if (live.getMax() > 0 && live.getUsed() > FULL * live.getMax()) {
          end(live.getUsed());
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
    var failure = new EntenteException(ErrorCode.LIMIT_REACHED, message(live));
    int code = Failures.report(failure, console, 0);
    console.err().flush();
    Runtime.getRuntime().halt(code);
  }

  private String message(long live) {
    long triples = 0;
    long expected = 0;
    for (var reading : readings.values()) {
      triples += reading.triples();
      expected += expected(reading);
    }
    boolean whole = triples >= expected;
    long most = Runtime.getRuntime().maxMemory();
    long give = gigabytes(expected * BYTES_REASONED_OVER, most);
    return String.format(
        Locale.ROOT,
        "The memory is used up: %.1f of %.1f GB hold what is needed, after %,d%s triples. They take"
            + " about %d GB to be looked up (--regime simple) and %d GB to be reasoned over. Set"
            + " ENTENTE_JAVA_OPTS=-Xmx%dg, or with --isolate give --memory %dg.",
        live / GIGABYTE,
        most / GIGABYTE,
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
