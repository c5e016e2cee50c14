// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.semanticweb.owlapi.model.*;
import org.semanticweb.owlapi.vocab.OWL2Datatype;

/**
 * An interpretation with the Direct Semantics read off the specification's tables, quantifier by
 * quantifier: slow, and with nothing in common with the code that is tested. What literals stand
 * for, and which datatypes these are in, is listed by hand.
 */
final class Naive {
  /** A literal, the number of its value, and the datatypes that have it beside rdfs:Literal. */
  record Known(OWLLiteral literal, int value, Set<OWL2Datatype> in) {}

  final int size;
  final Map<OWLIndividual, Integer> names = new HashMap<>();
  final Map<OWLClass, Set<Integer>> classes = new HashMap<>();
  final Map<OWLObjectProperty, Set<List<Integer>>> edges = new HashMap<>();
  final Map<OWLDataProperty, Set<List<Object>>> values = new HashMap<>();
  final Map<OWLDatatype, OWLDataRange> definitions = new HashMap<>();
  private final List<Known> known;

  Naive(int size, List<Known> known) {
    this.size = size;
    this.known = known;
  }

  Model model() {
    var built = Model.builder(size);
    names.forEach(built::name);
    classes.forEach((c, set) -> set.forEach(x -> built.instance(c, x)));
    edges.forEach((p, set) -> set.forEach(e -> built.edge(p, e.get(0), e.get(1))));
    values.forEach(
        (d, set) -> set.forEach(v -> built.value(d, (Integer) v.get(0), (OWLLiteral) v.get(1))));
    return built.build();
  }

  private IntStream all() {
    return IntStream.range(0, size);
  }

  private boolean each(IntPredicate wanted) {
    return all().allMatch(wanted);
  }

  private Known known(OWLLiteral literal) {
    return known.stream().filter(k -> k.literal().equals(literal)).findFirst().orElseThrow();
  }

  private Set<Integer> valuesOf(OWLDataPropertyExpression d, int x) {
    var result = new HashSet<Integer>();
    for (var pair : values.getOrDefault(d.asOWLDataProperty(), Set.of())) {
      if (pair.get(0).equals(x)) {
        result.add(known((OWLLiteral) pair.get(1)).value());
      }
    }
    return result;
  }

  private boolean related(OWLObjectPropertyExpression p, int x, int y) {
    var named = p.getNamedProperty();
    if (named.isOWLTopObjectProperty() || named.isOWLBottomObjectProperty()) {
      return named.isOWLTopObjectProperty();
    }
    return edges
        .getOrDefault(named, Set.of())
        .contains(p.isAnonymous() ? List.of(y, x) : List.of(x, y));
  }

  boolean in(OWLDataRange range, int value) {
    var of = known.stream().filter(k -> k.value() == value).findFirst().orElseThrow();
    if (range instanceof OWLDatatype type) {
      return definitions.containsKey(type)
          ? in(definitions.get(type), value)
          : type.isTopDatatype() || of.in().contains(OWL2Datatype.getDatatype(type));
    } else if (range instanceof OWLDataOneOf oneOf) {
      return oneOf.values().anyMatch(l -> known(l).value() == value);
    } else if (range instanceof OWLDataComplementOf not) {
      return !in(not.getDataRange(), value);
    } else if (range instanceof OWLDataIntersectionOf and) {
      return and.operands().allMatch(r -> in(r, value));
    }
    return ((OWLDataUnionOf) range).operands().anyMatch(r -> in(r, value));
  }

  private long fillers(OWLObjectPropertyExpression p, OWLClassExpression c, int x) {
    return all().filter(y -> related(p, x, y) && in(c, y)).count();
  }

  private long fillers(OWLDataPropertyExpression d, OWLDataRange range, int x) {
    return valuesOf(d, x).stream().filter(v -> in(range, v)).count();
  }

  boolean in(OWLClassExpression c, int x) {
    if (c instanceof OWLClass named) {
      return named.isOWLThing() || classes.getOrDefault(named, Set.of()).contains(x);
    } else if (c instanceof OWLObjectIntersectionOf and) {
      return and.operands().allMatch(o -> in(o, x));
    } else if (c instanceof OWLObjectUnionOf or) {
      return or.operands().anyMatch(o -> in(o, x));
    } else if (c instanceof OWLObjectComplementOf not) {
      return !in(not.getOperand(), x);
    } else if (c instanceof OWLObjectOneOf oneOf) {
      return oneOf.individuals().anyMatch(i -> names.get(i) == x);
    } else if (c instanceof OWLObjectSomeValuesFrom some) {
      return all().anyMatch(y -> related(some.getProperty(), x, y) && in(some.getFiller(), y));
    } else if (c instanceof OWLObjectAllValuesFrom only) {
      return each(y -> !related(only.getProperty(), x, y) || in(only.getFiller(), y));
    } else if (c instanceof OWLObjectHasValue has) {
      return related(has.getProperty(), x, names.get(has.getFiller()));
    } else if (c instanceof OWLObjectHasSelf self) {
      return related(self.getProperty(), x, x);
    } else if (c instanceof OWLObjectMinCardinality min) {
      return fillers(min.getProperty(), min.getFiller(), x) >= min.getCardinality();
    } else if (c instanceof OWLObjectMaxCardinality max) {
      return fillers(max.getProperty(), max.getFiller(), x) <= max.getCardinality();
    } else if (c instanceof OWLObjectExactCardinality exact) {
      return fillers(exact.getProperty(), exact.getFiller(), x) == exact.getCardinality();
    } else if (c instanceof OWLDataSomeValuesFrom some) {
      return valuesOf(some.getProperty(), x).stream().anyMatch(v -> in(some.getFiller(), v));
    } else if (c instanceof OWLDataAllValuesFrom only) {
      return valuesOf(only.getProperty(), x).stream().allMatch(v -> in(only.getFiller(), v));
    } else if (c instanceof OWLDataHasValue has) {
      return valuesOf(has.getProperty(), x).contains(known(has.getFiller()).value());
    } else if (c instanceof OWLDataMinCardinality min) {
      return fillers(min.getProperty(), min.getFiller(), x) >= min.getCardinality();
    } else if (c instanceof OWLDataMaxCardinality max) {
      return fillers(max.getProperty(), max.getFiller(), x) <= max.getCardinality();
    }
    var exact = (OWLDataExactCardinality) c;
    return fillers(exact.getProperty(), exact.getFiller(), x) == exact.getCardinality();
  }

  private static <T> boolean pairwise(List<T> list, BiPredicate<T, T> wanted) {
    return IntStream.range(0, list.size())
        .allMatch(i -> IntStream.range(0, i).allMatch(j -> wanted.test(list.get(i), list.get(j))));
  }

  private boolean pairs(BiPredicate<Integer, Integer> wanted) {
    return each(x -> each(y -> wanted.test(x, y)));
  }

  private boolean functional(OWLObjectPropertyExpression p) {
    return each(x -> each(y -> each(z -> y == z || !related(p, x, y) || !related(p, x, z))));
  }

  private boolean chain(
      List<OWLObjectPropertyExpression> chain,
      int at,
      int x,
      int start,
      OWLObjectPropertyExpression sup) {
    return at == chain.size()
        ? related(sup, start, x)
        : each(y -> !related(chain.get(at), x, y) || chain(chain, at + 1, y, start, sup));
  }

  private boolean named(int x) {
    return names.entrySet().stream().anyMatch(e -> e.getKey().isNamed() && e.getValue() == x);
  }

  boolean holds(OWLAxiom axiom) {
    if (axiom instanceof OWLSubClassOfAxiom a) {
      return each(x -> !in(a.getSubClass(), x) || in(a.getSuperClass(), x));
    } else if (axiom instanceof OWLEquivalentClassesAxiom a) {
      return pairwise(a.getOperandsAsList(), (c, d) -> each(x -> in(c, x) == in(d, x)));
    } else if (axiom instanceof OWLDisjointClassesAxiom a) {
      return pairwise(a.getOperandsAsList(), (c, d) -> each(x -> !(in(c, x) && in(d, x))));
    } else if (axiom instanceof OWLDisjointUnionAxiom a) {
      return each(
          x -> a.operands().filter(c -> in(c, x)).count() == (in(a.getOWLClass(), x) ? 1 : 0));
    } else if (axiom instanceof OWLSubObjectPropertyOfAxiom a) {
      return pairs(
          (x, y) -> !related(a.getSubProperty(), x, y) || related(a.getSuperProperty(), x, y));
    } else if (axiom instanceof OWLSubPropertyChainOfAxiom a) {
      return each(x -> chain(a.getPropertyChain(), 0, x, x, a.getSuperProperty()));
    } else if (axiom instanceof OWLEquivalentObjectPropertiesAxiom a) {
      return pairwise(
          a.getOperandsAsList(), (p, q) -> pairs((x, y) -> related(p, x, y) == related(q, x, y)));
    } else if (axiom instanceof OWLDisjointObjectPropertiesAxiom a) {
      return pairwise(
          a.getOperandsAsList(),
          (p, q) -> pairs((x, y) -> !(related(p, x, y) && related(q, x, y))));
    } else if (axiom instanceof OWLInverseObjectPropertiesAxiom a) {
      return pairs(
          (x, y) -> related(a.getFirstProperty(), x, y) == related(a.getSecondProperty(), y, x));
    } else if (axiom instanceof OWLObjectPropertyDomainAxiom a) {
      return pairs((x, y) -> !related(a.getProperty(), x, y) || in(a.getDomain(), x));
    } else if (axiom instanceof OWLObjectPropertyRangeAxiom a) {
      return pairs((x, y) -> !related(a.getProperty(), x, y) || in(a.getRange(), y));
    } else if (axiom instanceof OWLFunctionalObjectPropertyAxiom a) {
      return functional(a.getProperty());
    } else if (axiom instanceof OWLInverseFunctionalObjectPropertyAxiom a) {
      return functional(a.getProperty().getInverseProperty());
    } else if (axiom instanceof OWLReflexiveObjectPropertyAxiom a) {
      return each(x -> related(a.getProperty(), x, x));
    } else if (axiom instanceof OWLIrreflexiveObjectPropertyAxiom a) {
      return each(x -> !related(a.getProperty(), x, x));
    } else if (axiom instanceof OWLSymmetricObjectPropertyAxiom a) {
      return pairs((x, y) -> !related(a.getProperty(), x, y) || related(a.getProperty(), y, x));
    } else if (axiom instanceof OWLAsymmetricObjectPropertyAxiom a) {
      return pairs((x, y) -> !related(a.getProperty(), x, y) || !related(a.getProperty(), y, x));
    } else if (axiom instanceof OWLTransitiveObjectPropertyAxiom a) {
      return each(x -> chain(List.of(a.getProperty(), a.getProperty()), 0, x, x, a.getProperty()));
    } else if (axiom instanceof OWLSubDataPropertyOfAxiom a) {
      return a.getSuperProperty().isTopEntity()
          || each(
              x -> valuesOf(a.getSuperProperty(), x).containsAll(valuesOf(a.getSubProperty(), x)));
    } else if (axiom instanceof OWLEquivalentDataPropertiesAxiom a) {
      return pairwise(
          a.getOperandsAsList(), (d, e) -> each(x -> valuesOf(d, x).equals(valuesOf(e, x))));
    } else if (axiom instanceof OWLDisjointDataPropertiesAxiom a) {
      return pairwise(
          a.getOperandsAsList(),
          (d, e) -> each(x -> valuesOf(d, x).stream().noneMatch(valuesOf(e, x)::contains)));
    } else if (axiom instanceof OWLDataPropertyDomainAxiom a) {
      return each(x -> valuesOf(a.getProperty(), x).isEmpty() || in(a.getDomain(), x));
    } else if (axiom instanceof OWLDataPropertyRangeAxiom a) {
      return each(x -> valuesOf(a.getProperty(), x).stream().allMatch(v -> in(a.getRange(), v)));
    } else if (axiom instanceof OWLFunctionalDataPropertyAxiom a) {
      return each(x -> valuesOf(a.getProperty(), x).size() < 2);
    } else if (axiom instanceof OWLHasKeyAxiom a) {
      return pairs((x, y) -> x.equals(y) || !alike(a, x, y));
    } else if (axiom instanceof OWLSameIndividualAxiom a) {
      return pairwise(a.getIndividualsAsList(), (i, j) -> names.get(i).equals(names.get(j)));
    } else if (axiom instanceof OWLDifferentIndividualsAxiom a) {
      return pairwise(a.getIndividualsAsList(), (i, j) -> !names.get(i).equals(names.get(j)));
    } else if (axiom instanceof OWLClassAssertionAxiom a) {
      return in(a.getClassExpression(), names.get(a.getIndividual()));
    } else if (axiom instanceof OWLObjectPropertyAssertionAxiom a) {
      return related(a.getProperty(), names.get(a.getSubject()), names.get(a.getObject()));
    } else if (axiom instanceof OWLNegativeObjectPropertyAssertionAxiom a) {
      return !related(a.getProperty(), names.get(a.getSubject()), names.get(a.getObject()));
    } else if (axiom instanceof OWLDataPropertyAssertionAxiom a) {
      return valuesOf(a.getProperty(), names.get(a.getSubject()))
          .contains(known(a.getObject()).value());
    }
    var a = (OWLNegativeDataPropertyAssertionAxiom) axiom;
    return !valuesOf(a.getProperty(), names.get(a.getSubject()))
        .contains(known(a.getObject()).value());
  }

  private boolean alike(OWLHasKeyAxiom key, int x, int y) {
    var both = new ArrayList<>(List.of(x, y));
    return both.stream().allMatch(e -> named(e) && in(key.getClassExpression(), e))
        && key.objectPropertyExpressions()
            .allMatch(p -> all().anyMatch(z -> named(z) && related(p, x, z) && related(p, y, z)))
        && key.dataPropertyExpressions()
            .allMatch(d -> valuesOf(d, x).stream().anyMatch(valuesOf(d, y)::contains));
  }
}
