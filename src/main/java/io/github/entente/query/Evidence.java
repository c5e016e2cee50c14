// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.model.Deadline;
import java.util.Optional;

/** Finds what answers rest on. */
@FunctionalInterface
public interface Evidence {
  /** Nothing is known of any. */
  Evidence NONE = answers -> Optional.empty();

  /** How well the facts behind the answers are verified; empty where none says. */
  Optional<Verification> of(Answers answers);

  /**
   * The ways in which a row of the answer comes about.
   *
   * @param most how many ways are wanted, and how many rows of each group
   */
  default Grounds grounds(Row row, int most, Deadline deadline) {
    return Grounds.NONE;
  }
}
