// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * How well the recorded facts that answers rest on are verified, by one derivation of each row.
 *
 * @param weakest the weakest level among them; empty where they could not be traced
 * @param name what the data call that level: its notation, else its label
 * @param facts how many recorded facts have that level
 * @param untraced how many triples could not be traced to recorded facts; their level is unknown
 */
public record Verification(Optional<Node> weakest, String name, int facts, int untraced) {
  static final Verification NOT_TRACED = new Verification(Optional.empty(), "", 0, 0);

  /** One line, such as {@code weakest verification: verified-year (3 facts)}. */
  public String label() {
    if (weakest.isEmpty()) {
      return "weakest verification: not traced";
    }
    String open = untraced == 0 ? "" : " · not traced: " + count(untraced);
    return "weakest verification: " + name + " (" + count(facts) + ")" + open;
  }

  private static String count(int facts) {
    return facts == 1 ? "1 fact" : facts + " facts";
  }
}
