// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason.dl;

import java.util.Set;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.ClassExpressionType;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLDataPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLEntity;
import org.semanticweb.owlapi.model.OWLObjectPropertyAssertionAxiom;

/** Which axioms the rules' clauses say in full, if none of the clauses is marked as inexact. */
final class Clausal {
  private static final Set<AxiomType<?>> IN_FULL =
      Set.of(
          AxiomType.SUBCLASS_OF,
          AxiomType.EQUIVALENT_CLASSES,
          AxiomType.DISJOINT_CLASSES,
          AxiomType.DISJOINT_UNION,
          AxiomType.CLASS_ASSERTION,
          AxiomType.OBJECT_PROPERTY_ASSERTION,
          AxiomType.DATA_PROPERTY_ASSERTION,
          AxiomType.NEGATIVE_OBJECT_PROPERTY_ASSERTION,
          AxiomType.SAME_INDIVIDUAL,
          AxiomType.DIFFERENT_INDIVIDUALS,
          AxiomType.SUB_OBJECT_PROPERTY,
          AxiomType.EQUIVALENT_OBJECT_PROPERTIES,
          AxiomType.SUB_PROPERTY_CHAIN_OF,
          AxiomType.INVERSE_OBJECT_PROPERTIES,
          AxiomType.OBJECT_PROPERTY_DOMAIN,
          AxiomType.OBJECT_PROPERTY_RANGE,
          AxiomType.TRANSITIVE_OBJECT_PROPERTY,
          AxiomType.SYMMETRIC_OBJECT_PROPERTY,
          AxiomType.ASYMMETRIC_OBJECT_PROPERTY,
          AxiomType.REFLEXIVE_OBJECT_PROPERTY,
          AxiomType.IRREFLEXIVE_OBJECT_PROPERTY,
          AxiomType.FUNCTIONAL_OBJECT_PROPERTY,
          AxiomType.INVERSE_FUNCTIONAL_OBJECT_PROPERTY,
          AxiomType.DISJOINT_OBJECT_PROPERTIES,
          AxiomType.SUB_DATA_PROPERTY,
          AxiomType.EQUIVALENT_DATA_PROPERTIES,
          AxiomType.DATA_PROPERTY_DOMAIN);

  private static final Set<ClassExpressionType> ABOUT_VALUES =
      Set.of(
          ClassExpressionType.DATA_SOME_VALUES_FROM,
          ClassExpressionType.DATA_ALL_VALUES_FROM,
          ClassExpressionType.DATA_MIN_CARDINALITY,
          ClassExpressionType.DATA_MAX_CARDINALITY,
          ClassExpressionType.DATA_EXACT_CARDINALITY);

  private Clausal() {}

  /** Whether clauses say all that the axiom does. */
  static boolean saysAll(OWLAxiom axiom) {
    if (axiom instanceof OWLObjectPropertyAssertionAxiom value) {
      return !extreme(value.getProperty().getNamedProperty());
    } else if (axiom instanceof OWLDataPropertyAssertionAxiom value) {
      return !extreme(value.getProperty().asOWLDataProperty());
    } else if (axiom instanceof OWLClassAssertionAxiom type
        && type.getClassExpression() instanceof OWLClass named) {
      return !extreme(named);
    }
    return IN_FULL.contains(axiom.getAxiomType())
        && axiom.signature().noneMatch(Clausal::extreme)
        && axiom.nestedClassExpressions().noneMatch(Clausal::aboutValues);
  }

  private static boolean aboutValues(OWLClassExpression expression) {
    return ABOUT_VALUES.contains(expression.getClassExpressionType());
  }

  /** The empty class and the empty and universal properties have no clauses of their own. */
  private static boolean extreme(OWLEntity entity) {
    return entity.isBottomEntity()
        || entity.isTopEntity() && !entity.isOWLClass() && !entity.isOWLDatatype();
  }
}
