// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.http;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Engine;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.PartialDate;
import io.github.entente.model.Regime;
import io.github.entente.model.Viewpoint;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parameters by which a request says from where to look at the world: {@code as-of}, {@code
 * recorded}, {@code accept}, {@code unverified}, {@code without} (repeatable), {@code engine}; and
 * {@code regime} and {@code timeout}. The command line's options have the same names.
 */
public final class WorldParameters {
  private WorldParameters() {}

  /**
   * The viewpoint that a request asks for: what it does not say is as in a base.
   *
   * @throws EntenteException {@link ErrorCode#BAD_DATE}, {@link ErrorCode#BAD_OPTION}
   */
  public static Viewpoint over(Viewpoint base, Call call, KnowledgeBase kb) {
    var view =
        base.day(call.parameter("as-of").map(PartialDate::asOf).or(base::day))
            .recorded(call.parameter("recorded").map(PartialDate::asOf).or(base::recorded))
            .policy(call.parameter("accept").or(base::policy))
            .unverified(call.parameter("unverified").map("true"::equals).orElse(base.unverified()))
            .engine(call.parameter("engine").map(Engine::parse).orElse(base.engine()));
    for (var source : call.parameters("without")) {
      view = view.without(kb.expanded(source));
    }
    return view;
  }

  /** The viewpoint that a request asks for, over the default day. */
  public static Viewpoint view(Call call, KnowledgeBase kb) {
    return over(Viewpoint.on(kb.defaultDay()), call, kb);
  }

  /**
   * The regime that a request asks for, by name or by the IRI that the W3C gave it.
   *
   * @throws EntenteException {@link ErrorCode#UNKNOWN_REGIME}
   */
  public static Optional<Regime> regime(Call call) {
    return call.parameter("regime")
        .map(
            name ->
                Stream.of(Regime.values())
                    .filter(regime -> regime.iri().equals(name))
                    .findFirst()
                    .orElseGet(() -> Regime.parse(name)));
  }

  /**
   * How long a request may take: what it asks for in seconds, at most what is allowed.
   *
   * @throws EntenteException {@link ErrorCode#BAD_OPTION}
   */
  public static Duration timeout(Call call, Duration most) {
    return call.parameter("timeout")
        .map(
            text -> {
              if (!text.matches("\\d{1,9}(\\.\\d{1,3})?") || Double.parseDouble(text) == 0) {
                throw new EntenteException(
                    ErrorCode.BAD_OPTION,
                    "The timeout '" + text + "' is no number of seconds above 0, such as 30.");
              }
              return Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000));
            })
        .filter(asked -> asked.compareTo(most) < 0)
        .orElse(most);
  }
}
