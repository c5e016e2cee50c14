// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import io.github.entente.reason.rules.Clause.Atom;
import java.util.LinkedHashMap;
import java.util.Map;
import org.semanticweb.owlapi.model.OWLClassExpression;

/**
 * A minimum cardinality on the left of an axiom: whoever has that many fillers known to be
 * different is an instance of the expression.
 *
 * @param expression the expression
 * @param count the least number, over 1
 * @param property predicate of the property
 * @param inverse whether the property is used from value to subject
 * @param filler predicate that each filler must have
 * @param head predicate of the expression
 */
record AtLeast(
    OWLClassExpression expression, int count, int property, boolean inverse, int filler, int head) {
  /** What a subject is related to that is as is wanted, each with the two facts that say so. */
  static Map<Integer, int[]> fillers(AtLeast atLeast, int subject, FactTable facts) {
    return fillers(atLeast.property, atLeast.inverse, atLeast.filler, subject, facts);
  }

  static Map<Integer, int[]> fillers(
      int property, boolean inverse, int filler, int subject, FactTable facts) {
    var links = inverse ? facts.withSecond(property, subject) : facts.withFirst(property, subject);
    var fillers = new LinkedHashMap<Integer, int[]>();
    links.forEach(
        link -> {
          int value = inverse ? facts.first(link) : facts.second(link);
          int type = facts.find(filler, value, Atom.NONE);
          if (type >= 0) {
            fillers.put(value, new int[] {link, type});
          }
        });
    return fillers;
  }
}
