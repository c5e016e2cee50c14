// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.reason.rules.Closure;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLClassExpressionVisitorEx;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLObjectAllValuesFrom;
import org.semanticweb.owlapi.model.OWLObjectHasSelf;
import org.semanticweb.owlapi.model.OWLObjectHasValue;
import org.semanticweb.owlapi.model.OWLObjectIntersectionOf;
import org.semanticweb.owlapi.model.OWLObjectOneOf;
import org.semanticweb.owlapi.model.OWLObjectProperty;
import org.semanticweb.owlapi.model.OWLObjectPropertyExpression;
import org.semanticweb.owlapi.model.OWLObjectSomeValuesFrom;
import org.semanticweb.owlapi.model.OWLObjectUnionOf;

/**
 * Instances of class expressions that facts of a closure show by themselves: a value in the filler,
 * a member of each operand. What needs more (complements, counting) has none here. Safe for use by
 * many threads.
 */
final class Certain {
  private final Closure closure;

  Certain(Closure closure) {
    this.closure = closure;
  }

  Set<OWLIndividual> instances(OWLClassExpression expression) {
    return expression.accept(new Visitor());
  }

  private final class Visitor implements OWLClassExpressionVisitorEx<Set<OWLIndividual>> {
    private final Map<OWLClassExpression, Set<OWLIndividual>> done = new HashMap<>();

    private Set<OWLIndividual> of(OWLClassExpression expression) {
      var known = done.get(expression);
      if (known == null) {
        known = expression.accept(this);
        done.put(expression, known);
      }
      return known;
    }

    @Override
    public <T> Set<OWLIndividual> doDefault(T expression) {
      return closure.instances((OWLClassExpression) expression);
    }

    @Override
    public Set<OWLIndividual> visit(OWLClass ce) {
      return closure.instances(ce);
    }

    @Override
    public Set<OWLIndividual> visit(OWLObjectIntersectionOf ce) {
      Set<OWLIndividual> common = null;
      for (var operand : ce.getOperandsAsList()) {
        if (common == null) {
          common = new LinkedHashSet<>(of(operand));
        } else {
          common.retainAll(of(operand));
        }
      }
      return common;
    }

    @Override
    public Set<OWLIndividual> visit(OWLObjectUnionOf ce) {
      var all = new LinkedHashSet<>(closure.instances(ce));
      ce.getOperandsAsList().forEach(operand -> all.addAll(of(operand)));
      return all;
    }

    @Override
    public Set<OWLIndividual> visit(OWLObjectSomeValuesFrom ce) {
      return related(ce.getProperty(), of(ce.getFiller()));
    }

    @Override
    public Set<OWLIndividual> visit(OWLObjectHasValue ce) {
      return related(ce.getProperty(), Set.of(ce.getFiller()));
    }

    private Set<OWLIndividual> related(
        OWLObjectPropertyExpression property, Set<OWLIndividual> values) {
      var result = new LinkedHashSet<OWLIndividual>();
      boolean inverse = property.isAnonymous();
      var classes = closure.classes(property);
      if (classes.isPresent()) {
        for (var members : classes.get()) {
          if (Arrays.stream(members).anyMatch(one -> values.contains(individual(one)))) {
            Arrays.stream(members).forEach(one -> result.add(individual(one)));
          }
        }
        return result;
      }
      closure.pairs(
          property.getNamedProperty(),
          (one, other) -> {
            if (values.contains(inverse ? one : other)) {
              result.add(inverse ? other : one);
            }
          });
      return result;
    }

    private OWLIndividual individual(int number) {
      return (OWLIndividual) closure.term(number);
    }

    @Override
    public Set<OWLIndividual> visit(OWLObjectHasSelf ce) {
      if (closure.classes(ce.getProperty()).isPresent()) {
        return related(ce.getProperty(), closure.individuals());
      }
      var result = new LinkedHashSet<OWLIndividual>();
      OWLObjectProperty property = ce.getProperty().getNamedProperty();
      closure.pairs(
          property,
          (one, other) -> {
            if (one.equals(other)) {
              result.add(one);
            }
          });
      return result;
    }

    @Override
    public Set<OWLIndividual> visit(OWLObjectOneOf ce) {
      var all = new LinkedHashSet<>(closure.instances(ce));
      ce.individuals().forEach(all::add);
      return all;
    }

    @Override
    public Set<OWLIndividual> visit(OWLObjectAllValuesFrom ce) {
      return ce.getFiller().isOWLThing()
          ? closure.individuals()
          : new LinkedHashSet<>(closure.instances(ce));
    }
  }
}
