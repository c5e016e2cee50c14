// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import io.github.entente.source.Texts;
import java.util.List;

/**
 * Why something is so, down to the statements that it rests on and their sources. Immutable.
 *
 * @param title what is explained, in words
 * @param cases the ways in which it comes about; none where it could not be retraced
 * @param more whether there are more ways than were asked for
 * @param leaves the statements that it rests on; the others refer to them by number
 * @param status regime and day, in words
 * @param notes what is to be known about the explanation
 * @param namer names for people of levels, speakers and so on
 */
public record Explanation(
    String title,
    List<Case> cases,
    boolean more,
    List<Leaf> leaves,
    String status,
    List<String> notes,
    Words namer) {
  public Explanation {
    cases = List.copyOf(cases);
    leaves = List.copyOf(leaves);
    notes = List.copyOf(notes);
  }

  /** The statement of a number. */
  public Leaf leaf(int number) {
    return leaves.get(number - 1);
  }

  @Override
  public String toString() {
    return TextForm.of(this, Texts.NONE);
  }
}
