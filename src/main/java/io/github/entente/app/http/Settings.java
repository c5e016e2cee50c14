// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import io.github.entente.model.Regime;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How the endpoint behaves.
 *
 * @param port port; 0 for any that is free
 * @param loopback whether only this machine can reach it
 * @param regime the regime where a request names none
 * @param limits bounds of each request
 * @param origins what {@code Access-Control-Allow-Origin} says; empty for no header
 * @param redirect status by which an entity's address leads to its description: 303, 302 or 307
 * @param token what has to be shown to change something; empty when nothing can be changed
 * @param log takes the lines of the access log
 */
public record Settings(
    int port,
    boolean loopback,
    Regime regime,
    Limits limits,
    Optional<String> origins,
    int redirect,
    Optional<String> token,
    Consumer<String> log) {
  /** The default port, that of Fuseki. */
  public static final int PORT = 3030;

  /** Any free port of the loopback address, and no log. */
  public static Settings defaults() {
    return new Settings(
        0,
        true,
        Regime.OWL_DIRECT,
        Limits.defaults(),
        Optional.of("*"),
        303,
        Optional.empty(),
        line -> {});
  }

  /** The same with other limits. */
  public Settings limits(Limits other) {
    return new Settings(port, loopback, regime, other, origins, redirect, token, log);
  }

  /** The same with another regime. */
  public Settings regime(Regime other) {
    return new Settings(port, loopback, other, limits, origins, redirect, token, log);
  }

  /** The same with another log. */
  public Settings log(Consumer<String> other) {
    return new Settings(port, loopback, regime, limits, origins, redirect, token, other);
  }

  /** The same with changes allowed to those who show a token. */
  public Settings token(String other) {
    return new Settings(port, loopback, regime, limits, origins, redirect, Optional.of(other), log);
  }

  /** The same with another status for redirects. */
  public Settings redirect(int other) {
    return new Settings(port, loopback, regime, limits, origins, other, token, log);
  }

  /**
   * Bounds of each request.
   *
   * @param time how long it may take, and the most that a request can ask for
   * @param rows rows, or triples, of a result
   * @param bytes bytes of a result before compression
   * @param body bytes of a request's body
   * @param concurrent requests that are answered at one time
   * @param queue requests that wait for their turn; further ones are turned away
   * @param patience how long they wait
   */
  public record Limits(
      Duration time, int rows, int bytes, int body, int concurrent, int queue, Duration patience) {
    /** The same with another limit of time. */
    public Limits time(Duration other) {
      return new Limits(other, rows, bytes, body, concurrent, queue, patience);
    }

    /** The same with another limit of rows. */
    public Limits rows(int other) {
      return new Limits(time, other, bytes, body, concurrent, queue, patience);
    }

    /** The same with another limit of bytes. */
    public Limits bytes(int other) {
      return new Limits(time, rows, other, body, concurrent, queue, patience);
    }

    /** The same with another number of concurrent requests; 0 leaves it. */
    public Limits concurrent(int other) {
      return other == 0 ? this : new Limits(time, rows, bytes, body, other, queue, patience);
    }

    /** The same with another queue. */
    public Limits queue(int other, Duration otherPatience) {
      return new Limits(time, rows, bytes, body, concurrent, other, otherPatience);
    }

    /** Such as serve a small group on a small machine. */
    public static Limits defaults() {
      return new Limits(
          Duration.ofMinutes(1),
          1_000_000,
          64 << 20,
          4 << 20,
          Math.max(2, Runtime.getRuntime().availableProcessors()),
          100,
          Duration.ofSeconds(30));
    }
  }
}
