// SPDX-License-Identifier: Apache-2.0
package io.github.entente.model;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A point in time by which work is to end. Every piece of work that may take long is handed one.
 *
 * @param clock nanoseconds from an arbitrary origin
 * @param end on that clock; {@link Long#MAX_VALUE} for never
 */
public record Deadline(LongSupplier clock, long end) {
  /** No limit. */
  public static final Deadline NEVER = new Deadline(System::nanoTime, Long.MAX_VALUE);

  /** The deadline this long from now. */
  public static Deadline after(Duration limit) {
    return new Deadline(System::nanoTime, System.nanoTime() + limit.toNanos());
  }

  /** This one, or that so long from now where it comes sooner. */
  public Deadline within(Duration limit) {
    long other = clock.getAsLong() + limit.toNanos();
    return end == Long.MAX_VALUE || other - end < 0 ? new Deadline(clock, other) : this;
  }

  /** Whether it has passed. */
  public boolean passed() {
    return end != Long.MAX_VALUE && clock.getAsLong() - end >= 0;
  }

  /** Milliseconds that are left: 0 when it has passed, {@link Long#MAX_VALUE} without limit. */
  public long millisLeft() {
    return end == Long.MAX_VALUE
        ? Long.MAX_VALUE
        : Math.max(0, (end - clock.getAsLong()) / 1_000_000);
  }
}
