// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import java.util.List;
import java.util.Optional;

/** Finds the recorded facts that rows rest on. */
@FunctionalInterface
public interface Evidence {
  /** Nothing is known of any. */
  Evidence NONE = rows -> Optional.empty();

  /** How well the facts behind some rows of the answer are verified; empty where none says. */
  Optional<Verification> of(List<Row> rows);
}
