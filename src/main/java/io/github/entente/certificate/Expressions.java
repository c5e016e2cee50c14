// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.semanticweb.owlapi.model.*;

/**
 * What class and property expressions stand for in one model. Extensions are kept; the caller
 * leaves them as they are. For use by one thread.
 *
 * @see <a href="https://www.w3.org/TR/owl2-direct-semantics/#Class_Expressions">OWL 2 Direct
 *     Semantics, 2.2.3: Class Expressions</a>
 */
final class Expressions implements OWLClassExpressionVisitorEx<BitSet> {
  private final Model model;
  private final DataRanges ranges;
  private final Map<OWLClassExpression, BitSet> extensions = new HashMap<>();
  private final Map<OWLObjectPropertyExpression, Relation> relations = new HashMap<>();
  private final Map<OWLDataPropertyExpression, Map<Integer, Set<Value>>> values = new HashMap<>();

  Expressions(Model model, Collection<? extends OWLAxiom> axioms) {
    this.model = model;
    this.ranges = new DataRanges(axioms);
  }

  DataRanges ranges() {
    return ranges;
  }

  BitSet extension(OWLClassExpression expression) {
    var known = extensions.get(expression);
    if (known == null) {
      known = expression.accept(this);
      extensions.put(expression, known);
    }
    return known;
  }

  Relation relation(OWLObjectPropertyExpression property) {
    var known = relations.get(property);
    if (known == null) {
      var named = model.relation(property.getNamedProperty());
      known = property.isAnonymous() ? relation(property.getNamedProperty()).inverse() : named;
      relations.put(property, known);
    }
    return known;
  }

  /** The values that elements have for a data property, which must not be the universal one. */
  Map<Integer, Set<Value>> values(OWLDataPropertyExpression property) {
    if (property.isOWLTopDataProperty()) {
      throw new EntenteException(
          ErrorCode.NOT_OWL_2_DL,
          "owl:topDataProperty may only stand on the right of an inclusion of data properties.");
    }
    return values.computeIfAbsent(
        property,
        p -> {
          var all = new HashMap<Integer, Set<Value>>();
          model
              .values(p.asOWLDataProperty())
              .forEach(
                  (element, literals) -> {
                    var set = new HashSet<Value>();
                    literals.forEach(literal -> set.add(ranges.value(literal)));
                    all.put(element, set);
                  });
          return all;
        });
  }

  /**
   * What an individual stands for.
   *
   * @throws EntenteException BAD_CERTIFICATE where it stands for nothing
   */
  int element(OWLIndividual individual) {
    return model
        .element(individual)
        .orElseThrow(
            () ->
                new EntenteException(
                    ErrorCode.BAD_CERTIFICATE,
                    "The model has no element for the individual " + individual + "."));
  }

  /** All elements, as a set of the caller's own. */
  private BitSet all() {
    var all = new BitSet(model.size());
    all.set(0, model.size());
    return all;
  }

  // ---- Boolean connectives and nominals ----

  @Override
  public BitSet visit(OWLClass ce) {
    return model.extension(ce);
  }

  @Override
  public BitSet visit(OWLObjectIntersectionOf ce) {
    var result = all();
    ce.operands().forEach(operand -> result.and(extension(operand)));
    return result;
  }

  @Override
  public BitSet visit(OWLObjectUnionOf ce) {
    var result = new BitSet();
    ce.operands().forEach(operand -> result.or(extension(operand)));
    return result;
  }

  @Override
  public BitSet visit(OWLObjectComplementOf ce) {
    var result = all();
    result.andNot(extension(ce.getOperand()));
    return result;
  }

  @Override
  public BitSet visit(OWLObjectOneOf ce) {
    var result = new BitSet();
    ce.individuals().forEach(individual -> result.set(element(individual)));
    return result;
  }

  // ---- restrictions of object properties ----

  @Override
  public BitSet visit(OWLObjectSomeValuesFrom ce) {
    return counted(ce.getProperty(), ce.getFiller(), count -> count >= 1);
  }

  @Override
  public BitSet visit(OWLObjectAllValuesFrom ce) {
    var filler = extension(ce.getFiller());
    return relation(ce.getProperty()).where(row -> count(row, filler) == row.length);
  }

  @Override
  public BitSet visit(OWLObjectHasValue ce) {
    int value = element(ce.getFiller());
    return relation(ce.getProperty()).where(row -> Arrays.binarySearch(row, value) >= 0);
  }

  @Override
  public BitSet visit(OWLObjectHasSelf ce) {
    var relation = relation(ce.getProperty());
    var result = new BitSet();
    for (int element = 0; element < model.size(); element++) {
      result.set(element, relation.contains(element, element));
    }
    return result;
  }

  @Override
  public BitSet visit(OWLObjectMinCardinality ce) {
    return counted(ce.getProperty(), ce.getFiller(), count -> count >= ce.getCardinality());
  }

  @Override
  public BitSet visit(OWLObjectMaxCardinality ce) {
    return counted(ce.getProperty(), ce.getFiller(), count -> count <= ce.getCardinality());
  }

  @Override
  public BitSet visit(OWLObjectExactCardinality ce) {
    return counted(ce.getProperty(), ce.getFiller(), count -> count == ce.getCardinality());
  }

  private BitSet counted(
      OWLObjectPropertyExpression property, OWLClassExpression filler, IntPredicate wanted) {
    var fillers = extension(filler);
    return relation(property).where(row -> wanted.test(count(row, fillers)));
  }

  private static int count(int[] row, BitSet fillers) {
    int count = 0;
    for (int element : row) {
      if (fillers.get(element)) {
        count++;
      }
    }
    return count;
  }

  // ---- restrictions of data properties ----

  @Override
  public BitSet visit(OWLDataSomeValuesFrom ce) {
    return countedValues(ce.getProperty(), ce.getFiller(), count -> count >= 1);
  }

  @Override
  public BitSet visit(OWLDataAllValuesFrom ce) {
    return withValues(
        ce.getProperty(),
        set -> set.stream().allMatch(value -> ranges.contains(ce.getFiller(), value)));
  }

  @Override
  public BitSet visit(OWLDataHasValue ce) {
    var value = ranges.value(ce.getFiller());
    return withValues(ce.getProperty(), set -> set.contains(value));
  }

  @Override
  public BitSet visit(OWLDataMinCardinality ce) {
    return countedValues(ce.getProperty(), ce.getFiller(), count -> count >= ce.getCardinality());
  }

  @Override
  public BitSet visit(OWLDataMaxCardinality ce) {
    return countedValues(ce.getProperty(), ce.getFiller(), count -> count <= ce.getCardinality());
  }

  @Override
  public BitSet visit(OWLDataExactCardinality ce) {
    return countedValues(ce.getProperty(), ce.getFiller(), count -> count == ce.getCardinality());
  }

  private BitSet countedValues(
      OWLDataPropertyExpression property, OWLDataRange range, IntPredicate wanted) {
    return withValues(
        property,
        set -> wanted.test((int) set.stream().filter(v -> ranges.contains(range, v)).count()));
  }

  private BitSet withValues(OWLDataPropertyExpression property, Predicate<Set<Value>> wanted) {
    var byElement = values(property);
    var result = new BitSet();
    for (int element = 0; element < model.size(); element++) {
      result.set(element, wanted.test(byElement.getOrDefault(element, Set.of())));
    }
    return result;
  }

  /** The elements that named individuals stand for. */
  BitSet named() {
    var named = new BitSet();
    model.individuals().entrySet().stream()
        .filter(e -> StepCheck.named(e.getKey()))
        .map(Map.Entry::getValue)
        .forEach(named::set);
    return named;
  }
}
