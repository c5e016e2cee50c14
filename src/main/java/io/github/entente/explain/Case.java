// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import java.util.List;
import java.util.Optional;

/**
 * One way in which something comes about.
 *
 * @param pieces the parts of the pattern, in order
 * @param supports why the inferred parts follow, one for each world that they are from
 */
public record Case(List<Piece> pieces, List<Support> supports) {
  public Case {
    pieces = List.copyOf(pieces);
    supports = List.copyOf(supports);
  }

  /**
   * Why parts follow from one world.
   *
   * @param world the world, in words; empty for that of the default graph
   * @param justifications the smallest first; each suffices by itself
   * @param all whether there are no others
   * @param needed sources without which nothing of it follows, whatever the justification
   */
  public record Support(
      Optional<String> world,
      List<Justification> justifications,
      boolean all,
      List<String> needed) {
    public Support {
      justifications = List.copyOf(justifications);
      needed = List.copyOf(needed);
    }
  }
}
