// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.models;

import java.util.Optional;

/**
 * How choices are made.
 *
 * @param seed by which choices are drawn; empty to prefer what says least about names
 * @param witnesses what becomes the value that must exist
 * @param patience after how many clashes it gives up
 */
record Policy(Optional<Long> seed, Witnesses witnesses, int patience) {
  /** What becomes a value that must exist, if no value will do. */
  enum Witnesses {
    /** An element made for the same purpose before, else a new one. */
    SHARED,
    /** A new element for each that has a name, shared ones for those that have none. */
    OWN,
    /** An element that is already what is wanted, else as for SHARED. */
    EXISTING
  }
}
