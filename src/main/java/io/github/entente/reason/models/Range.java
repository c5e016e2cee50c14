// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.models;

import java.util.BitSet;
import org.semanticweb.owlapi.model.OWLDataRange;

/** A data range, with what is known of which values are in it. Two are equal where spelled so. */
final class Range {
  private final Ranges ranges;
  private final OWLDataRange spelled;
  private final BitSet asked = new BitSet();
  private final BitSet members = new BitSet();

  Range(Ranges ranges, OWLDataRange spelled) {
    this.ranges = ranges;
    this.spelled = spelled;
  }

  OWLDataRange spelled() {
    return spelled;
  }

  /** Whether the value of a number is in it. */
  boolean contains(int value) {
    if (!asked.get(value)) {
      asked.set(value);
      members.set(value, ranges.contains(spelled, ranges.value(value)));
    }
    return members.get(value);
  }
}
