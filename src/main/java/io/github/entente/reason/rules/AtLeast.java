// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

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
    OWLClassExpression expression,
    int count,
    int property,
    boolean inverse,
    int filler,
    int head) {}
