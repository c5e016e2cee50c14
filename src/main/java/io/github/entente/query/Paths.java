// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;

/** The predicates along a property path. */
final class Paths {
  private Paths() {}

  /** The predicates; empty when the path may use any, as a negated property set does. */
  static Optional<Set<Node>> predicates(Path path) {
    var predicates = new LinkedHashSet<Node>();
    return collect(path, predicates) ? Optional.of(predicates) : Optional.empty();
  }

  /**
   * Whether each way along the path is a single triple at most, so that its ends are the path's.
   */
  static boolean isOneStep(Path path) {
    if (path instanceof P_Alt either) {
      return isOneStep(either.getLeft()) && isOneStep(either.getRight());
    }
    return path instanceof P_Link
        || path instanceof P_ReverseLink
        || path instanceof P_ZeroOrOne maybe && isOneStep(maybe.getSubPath())
        || path instanceof P_Inverse inverse && isOneStep(inverse.getSubPath());
  }

  private static boolean collect(Path path, Set<Node> predicates) {
    if (path instanceof P_Link || path instanceof P_ReverseLink) {
      predicates.add(((P_Path0) path).getNode());
      return true;
    } else if (path instanceof P_Path1 one) {
      return collect(one.getSubPath(), predicates);
    } else if (path instanceof P_Path2 two) {
      return collect(two.getLeft(), predicates) && collect(two.getRight(), predicates);
    }
    return false;
  }
}
