// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import io.github.entente.source.Reading;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressState;

/**
 * Tells a person on standard error what is being done, when it takes more than a second; and how
 * long each step took, when that is wanted.
 */
public final class Progress implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 1000;
  private static final int STEP_MILLIS = 100;
  private static final String[] WHEEL = {"⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"};

  /** A step that is over. */
  private record Step(String activity, Duration duration) {}

  private final Console console;
  private final boolean verbose;
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread thread = new Thread(this::show, "progress");
  private final List<Step> steps = new ArrayList<>();
  private volatile String activity;
  private volatile Reading reading;
  private volatile long fileSince = System.nanoTime();
  private long since = System.nanoTime();

  private Progress(Console console, Style style, String activity) {
    this.console = console;
    this.verbose = style.verbosity() > 0;
    this.activity = activity;
    if (console.errTerminal() && !style.quiet()) {
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Begins; shows nothing unless a person looks at standard error and has not asked for quiet. */
  public static Progress begin(Console console, Style style, String activity) {
    return new Progress(console, style, activity);
  }

  /** Says what is being done from now on. */
  public void now(String what) {
    endStep();
    activity = what;
    reading = null;
  }

  /** Says how far a file has been read. */
  public void reading(Reading now) {
    var last = reading;
    if (last == null || !last.location().equals(now.location())) {
      fileSince = System.nanoTime();
    }
    reading = now;
  }

  private void endStep() {
    long now = System.nanoTime();
    steps.add(new Step(activity, Duration.ofNanos(now - since)));
    since = now;
  }

  private void show() {
    try {
      if (done.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
      var bar = bar();
      try {
        done.await();
      } finally {
        bar.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ProgressBar bar() {
    return new ProgressBarBuilder()
        .setInitialMax(-1)
        .setUpdateIntervalMillis(STEP_MILLIS)
        .startsFrom(0, Duration.ofMillis(PATIENCE_MILLIS))
        .setRenderer(this::line)
        .setConsumer(new Line(console))
        .clearDisplayOnFinish()
        .build();
  }

  private String line(ProgressState state, int width) {
    var elapsed = state.getTotalElapsed();
    String wheel = WHEEL[(int) (elapsed.toMillis() / STEP_MILLIS % WHEEL.length)];
    var far = reading;
    String text =
        wheel
            + " "
            + activity
            + (far == null ? "" : far(far, Duration.ofNanos(System.nanoTime() - fileSince)))
            + " · "
            + elapsed.toSeconds()
            + " s";
    return text.length() <= width ? text : text.substring(0, Math.max(0, width));
  }

  /** How far a file has been read in some time, and how long the rest will take at that rate. */
  static String far(Reading far, Duration taken) {
    String name = far.location().substring(far.location().replace('\\', '/').lastIndexOf('/') + 1);
    String text = String.format(Locale.ROOT, " %s · %,d triples", name, far.triples());
    if (far.read() <= 0 || far.size() <= 0) {
      return text;
    }
    double done = Math.min(1, (double) far.read() / far.size());
    long left = Math.round(taken.toMillis() * (1 - done) / done / 1000);
    return text + String.format(Locale.ROOT, " · %.0f %% · %d s left", 100 * done, left);
  }

  /** Takes the line away. */
  @Override
  public void close() {
    endStep();
    done.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (verbose) {
      steps.forEach(s -> console.err().println(s.activity() + ": " + seconds(s.duration())));
    }
  }

  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).toPlainString() + " s";
  }

  /** The last line of a terminal. */
  private record Line(Console console) implements ProgressBarConsumer {
    private static final String CLEAR = "\r\u001b[K";

    @Override
    public int getMaxRenderedLength() {
      return console.width() - 1;
    }

    @Override
    public void accept(String text) {
      console.err().print(CLEAR + text);
      console.err().flush();
    }

    @Override
    public void clear() {
      console.err().print(CLEAR);
      console.err().flush();
    }

    @Override
    public void close() {
      clear();
    }
  }
}
