// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import io.github.entente.model.EntenteException;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.semanticweb.owlapi.model.*;

/**
 * Says exactly which axioms hold in a model: each axiom, class expression and data range of OWL 2
 * DL is evaluated as the Direct Semantics define it. It shares no code with the reasoner, so that a
 * model it accepts proves consistency, and that what is false in it does not follow. Datatypes are
 * what the axioms define them to be. An axiom of another kind (a SWRL rule) is never said to hold.
 *
 * <p>Values are identical by the OWL 2 datatype map; XML literals where their texts are. For use by
 * one thread. Complexity: linear in the model for most axioms, the number of different rows times
 * the pairs for chains and transitivity.
 *
 * @see <a href="https://www.w3.org/TR/owl2-direct-semantics/">OWL 2 Direct Semantics</a>
 */
public final class Evaluator {
  private final Expressions expressions;
  private final Visitor visitor = new Visitor();
  private final BitSet named;

  private Evaluator(Model model, Collection<? extends OWLAxiom> axioms) {
    this.expressions = new Expressions(model, axioms);
    this.named = expressions.named();
  }

  /**
   * An evaluator over a model.
   *
   * @param axioms the axioms to be modelled; their definitions of datatypes are looked up
   */
  public static Evaluator of(Model model, Collection<? extends OWLAxiom> axioms) {
    return new Evaluator(model, axioms);
  }

  /**
   * The first of the axioms that does not hold in a model; empty when the model is one of them all.
   *
   * @throws EntenteException as {@link #holds}
   */
  public static Optional<OWLAxiom> violated(Model model, Collection<? extends OWLAxiom> axioms) {
    var evaluator = of(model, axioms);
    return axioms.stream()
        .filter(axiom -> !evaluator.holds(axiom))
        .map(OWLAxiom.class::cast)
        .findFirst();
  }

  /**
   * All of the axioms that do not hold in a model, in their order.
   *
   * @throws EntenteException as {@link #holds}
   */
  public static List<OWLAxiom> allViolated(Model model, Collection<? extends OWLAxiom> axioms) {
    var evaluator = of(model, axioms);
    return axioms.stream()
        .filter(axiom -> !evaluator.holds(axiom))
        .map(OWLAxiom.class::cast)
        .toList();
  }

  /**
   * Whether an axiom holds.
   *
   * @throws EntenteException BAD_CERTIFICATE where an individual stands for nothing,
   *     MALFORMED_LITERAL where a literal does, UNSUPPORTED_DATATYPE, NOT_OWL_2_DL
   */
  public boolean holds(OWLAxiom axiom) {
    return axiom.accept(visitor);
  }

  /**
   * The elements of a class expression, as a set of the caller's own.
   *
   * @throws EntenteException as {@link #holds}
   */
  public BitSet instances(OWLClassExpression expression) {
    return (BitSet) expressions.extension(expression).clone();
  }

  private static boolean within(BitSet one, BitSet other) {
    var rest = (BitSet) one.clone();
    rest.andNot(other);
    return rest.isEmpty();
  }

  private BitSet ext(OWLClassExpression expression) {
    return expressions.extension(expression);
  }

  private Relation rel(OWLObjectPropertyExpression property) {
    return expressions.relation(property);
  }

  private int element(OWLIndividual individual) {
    return expressions.element(individual);
  }

  /** Whether each two of a list are as wanted. */
  private static <T> boolean pairwise(List<T> all, BiPredicate<T, T> wanted) {
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        if (!wanted.test(all.get(i), all.get(j))) {
          return false;
        }
      }
    }
    return true;
  }

  private final class Visitor implements OWLAxiomVisitorEx<Boolean> {
    @Override
    public <T> Boolean doDefault(T axiom) {
      return axiom instanceof OWLAxiom other && !other.isLogicalAxiom();
    }

    // ---- classes ----

    @Override
    public Boolean visit(OWLSubClassOfAxiom axiom) {
      return within(ext(axiom.getSubClass()), ext(axiom.getSuperClass()));
    }

    @Override
    public Boolean visit(OWLEquivalentClassesAxiom axiom) {
      return axiom.operands().map(Evaluator.this::ext).distinct().count() <= 1;
    }

    @Override
    public Boolean visit(OWLDisjointClassesAxiom axiom) {
      return disjoint(axiom.getOperandsAsList());
    }

    private boolean disjoint(List<OWLClassExpression> classes) {
      return pairwise(classes, (one, other) -> !ext(one).intersects(ext(other)));
    }

    @Override
    public Boolean visit(OWLDisjointUnionAxiom axiom) {
      var parts = axiom.getOperandsAsList();
      var union = new BitSet();
      parts.forEach(part -> union.or(ext(part)));
      return union.equals(ext(axiom.getOWLClass())) && disjoint(parts);
    }

    // ---- object properties ----

    @Override
    public Boolean visit(OWLSubObjectPropertyOfAxiom axiom) {
      return rel(axiom.getSubProperty()).within(rel(axiom.getSuperProperty()));
    }

    @Override
    public Boolean visit(OWLSubPropertyChainOfAxiom axiom) {
      var chain = axiom.getPropertyChain().stream().map(Evaluator.this::rel).reduce(Relation::then);
      return chain.orElseThrow().within(rel(axiom.getSuperProperty()));
    }

    @Override
    public Boolean visit(OWLEquivalentObjectPropertiesAxiom axiom) {
      return pairwise(
          axiom.getOperandsAsList(),
          (one, other) -> rel(one).within(rel(other)) && rel(other).within(rel(one)));
    }

    @Override
    public Boolean visit(OWLDisjointObjectPropertiesAxiom axiom) {
      return pairwise(axiom.getOperandsAsList(), (one, other) -> rel(one).disjoint(rel(other)));
    }

    @Override
    public Boolean visit(OWLInverseObjectPropertiesAxiom axiom) {
      var one = rel(axiom.getFirstProperty());
      var other = rel(axiom.getSecondProperty()).inverse();
      return one.within(other) && other.within(one);
    }

    @Override
    public Boolean visit(OWLObjectPropertyDomainAxiom axiom) {
      return within(rel(axiom.getProperty()).where(row -> row.length > 0), ext(axiom.getDomain()));
    }

    @Override
    public Boolean visit(OWLObjectPropertyRangeAxiom axiom) {
      var met = rel(axiom.getProperty()).inverse().where(row -> row.length > 0);
      return within(met, ext(axiom.getRange()));
    }

    @Override
    public Boolean visit(OWLFunctionalObjectPropertyAxiom axiom) {
      return rel(axiom.getProperty()).where(row -> row.length > 1).isEmpty();
    }

    @Override
    public Boolean visit(OWLInverseFunctionalObjectPropertyAxiom axiom) {
      return rel(axiom.getProperty()).inverse().where(row -> row.length > 1).isEmpty();
    }

    @Override
    public Boolean visit(OWLReflexiveObjectPropertyAxiom axiom) {
      var relation = rel(axiom.getProperty());
      return loops(relation).cardinality() == relation.elements();
    }

    @Override
    public Boolean visit(OWLIrreflexiveObjectPropertyAxiom axiom) {
      return loops(rel(axiom.getProperty())).isEmpty();
    }

    /** The elements that are related to themselves. */
    private BitSet loops(Relation relation) {
      var loops = new BitSet();
      for (int element = 0; element < relation.elements(); element++) {
        loops.set(element, relation.contains(element, element));
      }
      return loops;
    }

    @Override
    public Boolean visit(OWLSymmetricObjectPropertyAxiom axiom) {
      return rel(axiom.getProperty()).within(rel(axiom.getProperty()).inverse());
    }

    @Override
    public Boolean visit(OWLAsymmetricObjectPropertyAxiom axiom) {
      return rel(axiom.getProperty()).disjoint(rel(axiom.getProperty()).inverse());
    }

    @Override
    public Boolean visit(OWLTransitiveObjectPropertyAxiom axiom) {
      var relation = rel(axiom.getProperty());
      return relation.then(relation).within(relation);
    }

    // ---- data properties ----

    @Override
    public Boolean visit(OWLSubDataPropertyOfAxiom axiom) {
      return axiom.getSuperProperty().isOWLTopDataProperty()
          || contained(axiom.getSubProperty(), axiom.getSuperProperty());
    }

    private boolean contained(OWLDataPropertyExpression one, OWLDataPropertyExpression other) {
      var wider = expressions.values(other);
      return expressions.values(one).entrySet().stream()
          .allMatch(e -> wider.getOrDefault(e.getKey(), Set.of()).containsAll(e.getValue()));
    }

    @Override
    public Boolean visit(OWLEquivalentDataPropertiesAxiom axiom) {
      return pairwise(
          axiom.getOperandsAsList(),
          (one, other) -> contained(one, other) && contained(other, one));
    }

    @Override
    public Boolean visit(OWLDisjointDataPropertiesAxiom axiom) {
      return pairwise(axiom.getOperandsAsList(), this::apart);
    }

    private boolean apart(OWLDataPropertyExpression one, OWLDataPropertyExpression other) {
      var others = expressions.values(other);
      return expressions.values(one).entrySet().stream()
          .allMatch(
              e ->
                  e.getValue().stream()
                      .noneMatch(others.getOrDefault(e.getKey(), Set.of())::contains));
    }

    @Override
    public Boolean visit(OWLDataPropertyDomainAxiom axiom) {
      var domain = ext(axiom.getDomain());
      return expressions.values(axiom.getProperty()).keySet().stream().allMatch(domain::get);
    }

    @Override
    public Boolean visit(OWLDataPropertyRangeAxiom axiom) {
      return expressions.values(axiom.getProperty()).values().stream()
          .flatMap(Set::stream)
          .allMatch(value -> expressions.ranges().contains(axiom.getRange(), value));
    }

    @Override
    public Boolean visit(OWLFunctionalDataPropertyAxiom axiom) {
      return expressions.values(axiom.getProperty()).values().stream().allMatch(s -> s.size() <= 1);
    }

    @Override
    public Boolean visit(OWLDatatypeDefinitionAxiom axiom) {
      return expressions.ranges().defines(axiom);
    }

    // ---- keys ----

    @Override
    public Boolean visit(OWLHasKeyAxiom axiom) {
      var candidates = (BitSet) ext(axiom.getClassExpression()).clone();
      candidates.and(named);
      return candidates.stream()
          .allMatch(
              element -> {
                var alike = (BitSet) candidates.clone();
                axiom.objectPropertyExpressions().forEach(p -> alike.and(sharing(p, element)));
                axiom.dataPropertyExpressions().forEach(p -> alike.and(sharingValue(p, element)));
                alike.clear(element);
                return alike.isEmpty();
              });
    }

    /** The elements that a named one is a value for, as it is for the given element. */
    private BitSet sharing(OWLObjectPropertyExpression property, int element) {
      var back = rel(property).inverse();
      var sharing = new BitSet();
      for (int value : rel(property).row(element)) {
        if (named.get(value)) {
          back.from(value).forEach(sharing::set);
        }
      }
      return sharing;
    }

    private final Map<OWLDataPropertyExpression, Map<Value, BitSet>> holders = new HashMap<>();

    private BitSet sharingValue(OWLDataPropertyExpression property, int element) {
      var byValue = holders.computeIfAbsent(property, this::holders);
      var sharing = new BitSet();
      expressions
          .values(property)
          .getOrDefault(element, Set.of())
          .forEach(value -> sharing.or(byValue.get(value)));
      return sharing;
    }

    private Map<Value, BitSet> holders(OWLDataPropertyExpression property) {
      var byValue = new HashMap<Value, BitSet>();
      expressions
          .values(property)
          .forEach(
              (element, set) ->
                  set.forEach(v -> byValue.computeIfAbsent(v, k -> new BitSet()).set(element)));
      return byValue;
    }

    // ---- assertions ----

    @Override
    public Boolean visit(OWLSameIndividualAxiom axiom) {
      return axiom.individuals().map(Evaluator.this::element).distinct().count() <= 1;
    }

    @Override
    public Boolean visit(OWLDifferentIndividualsAxiom axiom) {
      var met = new HashSet<Integer>();
      return axiom.individuals().map(Evaluator.this::element).allMatch(met::add);
    }

    @Override
    public Boolean visit(OWLClassAssertionAxiom axiom) {
      return ext(axiom.getClassExpression()).get(element(axiom.getIndividual()));
    }

    private boolean related(
        OWLPropertyAssertionAxiom<OWLObjectPropertyExpression, OWLIndividual> a) {
      return rel(a.getProperty()).contains(element(a.getSubject()), element(a.getObject()));
    }

    @Override
    public Boolean visit(OWLObjectPropertyAssertionAxiom axiom) {
      return related(axiom);
    }

    @Override
    public Boolean visit(OWLNegativeObjectPropertyAssertionAxiom axiom) {
      return !related(axiom);
    }

    private boolean valued(OWLPropertyAssertionAxiom<OWLDataPropertyExpression, OWLLiteral> a) {
      return expressions
          .values(a.getProperty())
          .getOrDefault(element(a.getSubject()), Set.of())
          .contains(expressions.ranges().value(a.getObject()));
    }

    @Override
    public Boolean visit(OWLDataPropertyAssertionAxiom axiom) {
      return valued(axiom);
    }

    @Override
    public Boolean visit(OWLNegativeDataPropertyAssertionAxiom axiom) {
      return !valued(axiom);
    }
  }
}
