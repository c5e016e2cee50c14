// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLLiteral;
import org.semanticweb.owlapi.model.OWLObject;
import org.semanticweb.owlapi.model.OWLProperty;
import org.semanticweb.owlapi.vocab.OWL2Datatype;

/**
 * Numbers for predicates (class expressions, properties, equality) and terms (individuals,
 * literals).
 */
final class Symbols {
  /** Equality of individuals. */
  static final int SAME = 0;

  private final List<OWLObject> predicates = new ArrayList<>();
  private final Map<OWLObject, Integer> predicateIds = new HashMap<>();
  private final List<OWLObject> terms = new ArrayList<>();
  private final Map<Object, Integer> termIds = new HashMap<>();

  Symbols() {
    predicates.add(null);
  }

  int predicate(OWLClassExpression expression) {
    return predicateOf(expression);
  }

  int predicate(OWLProperty property) {
    return predicateOf(property);
  }

  private int predicateOf(OWLObject object) {
    return predicateIds.computeIfAbsent(
        object,
        key -> {
          predicates.add(key);
          return predicates.size() - 1;
        });
  }

  /** The number of a predicate that is in use, or -1. */
  int known(OWLObject object) {
    return predicateIds.getOrDefault(object, -1);
  }

  /** The class expression or property of a number; null for equality. */
  OWLObject predicate(int id) {
    return predicates.get(id);
  }

  int predicateCount() {
    return predicates.size();
  }

  int term(OWLIndividual individual) {
    return termOf(individual, individual);
  }

  /** Literals of equal value have the same number, that of the first of them. */
  int term(OWLLiteral literal) {
    return termOf(value(literal), literal);
  }

  private int termOf(Object key, OWLObject object) {
    return termIds.computeIfAbsent(
        key,
        k -> {
          terms.add(object);
          return terms.size() - 1;
        });
  }

  /** The number of a term that is in use, or -1. */
  int knownTerm(OWLObject term) {
    Object key = term instanceof OWLLiteral literal ? value(literal) : term;
    return termIds.getOrDefault(key, -1);
  }

  OWLObject term(int id) {
    return terms.get(id);
  }

  int termCount() {
    return terms.size();
  }

  private static Object value(OWLLiteral literal) {
    var datatype = literal.getDatatype();
    if (!datatype.isBuiltIn() || literal.hasLang()) {
      return literal;
    }
    var builtIn = datatype.getBuiltInDatatype();
    boolean decimal =
        builtIn == OWL2Datatype.XSD_DECIMAL
            || (builtIn.isNumeric()
                && builtIn != OWL2Datatype.XSD_DOUBLE
                && builtIn != OWL2Datatype.XSD_FLOAT
                && builtIn != OWL2Datatype.OWL_REAL
                && builtIn != OWL2Datatype.OWL_RATIONAL);
    String form = literal.getLiteral().strip();
    if (decimal) {
      return new BigDecimal(form).stripTrailingZeros();
    }
    if (builtIn == OWL2Datatype.XSD_BOOLEAN) {
      return form.equals("1") || form.equals("true");
    }
    return literal;
  }
}
