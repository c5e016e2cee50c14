// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import java.util.List;

/**
 * A step of a proof.
 *
 * @param words what is concluded
 * @param leaves numbers of the statements that it is concluded by: the statement itself, where
 *     there are no premises
 * @param premises the conclusions that they are applied to
 */
public record Proof(String words, List<Integer> leaves, List<Proof> premises) {
  public Proof {
    leaves = List.copyOf(leaves);
    premises = List.copyOf(premises);
  }

  /** Whether it is stated as it stands. */
  public boolean isStated() {
    return premises.isEmpty() && leaves.size() == 1;
  }
}
