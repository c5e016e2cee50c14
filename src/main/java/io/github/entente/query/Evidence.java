// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import java.util.Optional;

/** Finds the recorded facts that answers rest on. */
@FunctionalInterface
public interface Evidence {
  /** Nothing is known of any. */
  Evidence NONE = answers -> Optional.empty();

  /** How well the facts behind the answers are verified; empty where none says. */
  Optional<Verification> of(Answers answers);
}
