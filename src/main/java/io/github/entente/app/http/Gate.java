// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Lets so many requests in at one time; some wait for their turn, the rest is turned away. */
final class Gate {
  private final Semaphore places;
  private final AtomicInteger waiting = new AtomicInteger();
  private final Settings.Limits limits;

  Gate(Settings.Limits limits) {
    this.limits = limits;
    this.places = new Semaphore(limits.concurrent(), true);
  }

  /** How many are being answered. */
  int busy() {
    return limits.concurrent() - places.availablePermits();
  }

  /** How many wait. */
  int waiting() {
    return waiting.get();
  }

  /**
   * Does it when its turn comes.
   *
   * @throws Refusal with status 503 when too many wait, or the turn does not come in time
   */
  <T> T pass(Supplier<T> work) {
    if (!places.tryAcquire()) {
      waitForTurn();
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private void waitForTurn() {
    if (waiting.incrementAndGet() > limits.queue()) {
      waiting.decrementAndGet();
      throw busy(Duration.ofSeconds(1));
    }
    try {
      if (!places.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy(limits.patience());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy(limits.patience());
    } finally {
      waiting.decrementAndGet();
    }
  }

  private static Refusal busy(Duration wait) {
    return new Refusal(
        503,
        "Too many requests are being answered. Try again later.",
        Map.of("Retry-After", "" + Math.max(1, wait.toSeconds())));
  }
}
