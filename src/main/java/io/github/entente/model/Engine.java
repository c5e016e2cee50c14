// SPDX-License-Identifier: Apache-2.0
package io.github.entente.model;

import java.util.Arrays;
import java.util.stream.Collectors;

/** By what means it is found what follows under the OWL 2 Direct Semantics. */
public enum Engine {
  /** Rules first; what they may have left out is proved or refuted. */
  HYBRID("hybrid"),
  /** Rules alone: sound, and complete where they can be shown to be. */
  RULES("rules"),
  /** HermiT alone: each candidate by the consistency of the axioms and its negation. */
  HERMIT("hermit");

  private final String label;

  Engine(String label) {
    this.label = label;
  }

  /** The name in options and in IRIs of worlds, such as {@code rules}. */
  public String label() {
    return label;
  }

  /**
   * The engine of a name.
   *
   * @throws EntenteException {@link ErrorCode#BAD_OPTION}
   */
  public static Engine parse(String name) {
    return Arrays.stream(values())
        .filter(engine -> engine.label.equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new EntenteException(
                    ErrorCode.BAD_OPTION,
                    "There is no engine '"
                        + name
                        + "'. Use one of: "
                        + Arrays.stream(values())
                            .map(Engine::label)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
