// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli.output;

import java.util.Locale;

/** What there is to be shown of overlaps. */
public enum Part {
  /** Who sits where, and as what. */
  MATRIX,
  /** Which two frameworks share how many parties. */
  PAIRS,
  /** Which parties sit together in several frameworks. */
  GROUPS;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
