// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static io.github.entente.reason.Oracle.FACTORY;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.TurtleDocumentFormat;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLDataProperty;
import org.semanticweb.owlapi.model.OWLDataRange;
import org.semanticweb.owlapi.model.OWLLiteral;
import org.semanticweb.owlapi.model.OWLNamedIndividual;
import org.semanticweb.owlapi.model.OWLObjectProperty;
import org.semanticweb.owlapi.model.OWLObjectPropertyExpression;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyStorageException;
import org.semanticweb.owlapi.model.SWRLAtom;
import org.semanticweb.owlapi.model.SWRLIArgument;
import org.semanticweb.owlapi.model.SWRLRule;
import org.semanticweb.owlapi.model.SWRLVariable;
import org.semanticweb.owlapi.vocab.OWL2Datatype;

/**
 * A small ontology drawn at random. The first half of the object properties are simple;
 * transitivity and chains come to the others only.
 */
public final class RandomOntology {
  static final String NS = "http://example.org/";

  /** What the axioms are drawn from. */
  enum Style {
    /** Rules for the most part: closures are often complete. */
    HORN,
    /** Rules with constants, equality and owl:Thing on the left. */
    CONSTANTS,
    /** Everything. */
    FULL
  }

  private final SplittableRandom random;
  private final Style style;
  public final List<OWLClass> classes;
  public final List<OWLObjectProperty> properties;
  public final List<OWLDataProperty> dataProperties;
  public final List<OWLNamedIndividual> individuals;
  final List<OWLLiteral> literals;
  public final Set<OWLAxiom> axioms = new LinkedHashSet<>();

  private RandomOntology(long seed) {
    random = new SplittableRandom(seed);
    style = Style.values()[random.nextInt(Style.values().length)];
    classes = names(3 + random.nextInt(4), i -> FACTORY.getOWLClass(IRI.create(NS + "C" + i)));
    properties =
        names(2 + random.nextInt(3), i -> FACTORY.getOWLObjectProperty(IRI.create(NS + "p" + i)));
    dataProperties =
        names(random.nextInt(3), i -> FACTORY.getOWLDataProperty(IRI.create(NS + "d" + i)));
    individuals =
        names(3 + random.nextInt(4), i -> FACTORY.getOWLNamedIndividual(IRI.create(NS + "i" + i)));
    literals =
        List.of(
            FACTORY.getOWLLiteral("1", OWL2Datatype.XSD_INTEGER),
            FACTORY.getOWLLiteral("2", OWL2Datatype.XSD_INTEGER),
            FACTORY.getOWLLiteral("1.0", OWL2Datatype.XSD_DECIMAL),
            FACTORY.getOWLLiteral("one"));
  }

  public static RandomOntology of(long seed) {
    var ontology = new RandomOntology(seed);
    ontology.draw();
    return ontology;
  }

  /** One with a DL-safe rule or two. */
  static RandomOntology withRules(long seed) {
    var ontology = new RandomOntology(seed);
    ontology.draw();
    int rules = 1 + ontology.random.nextInt(2);
    for (int i = 0; i < rules; i++) {
      ontology.axioms.add(ontology.safeRule());
    }
    return ontology;
  }

  private static <T> List<T> names(int count, IntFunction<T> name) {
    return IntStream.range(0, count).mapToObj(name).toList();
  }

  private void draw() {
    int terminology = 3 + random.nextInt(style == Style.FULL ? 5 : 8);
    for (int i = 0; i < terminology; i++) {
      axioms.add(term());
    }
    int facts = 3 + random.nextInt(8);
    for (int i = 0; i < facts; i++) {
      axioms.add(fact());
    }
  }

  OWLOntology ontology() {
    try {
      var manager = OWLManager.createOWLOntologyManager();
      var ontology = manager.createOntology(IRI.create(NS + "ontology"));
      classes.forEach(e -> ontology.add(FACTORY.getOWLDeclarationAxiom(e)));
      properties.forEach(e -> ontology.add(FACTORY.getOWLDeclarationAxiom(e)));
      dataProperties.forEach(e -> ontology.add(FACTORY.getOWLDeclarationAxiom(e)));
      individuals.forEach(e -> ontology.add(FACTORY.getOWLDeclarationAxiom(e)));
      ontology.add(axioms);
      return ontology;
    } catch (OWLOntologyCreationException e) {
      throw new AssertionError(e);
    }
  }

  byte[] turtle() {
    try {
      var out = new ByteArrayOutputStream();
      ontology().saveOntology(new TurtleDocumentFormat(), out);
      return out.toByteArray();
    } catch (OWLOntologyStorageException e) {
      throw new AssertionError(e);
    }
  }

  /** Another class expression over the same names, no name itself. */
  OWLClassExpression expression() {
    var expression = any(2);
    while (!expression.isAnonymous()) {
      expression = any(2);
    }
    return expression;
  }

  // ---- rules ----

  private SWRLRule safeRule() {
    var body = new LinkedHashSet<SWRLAtom>();
    int variables = 1 + random.nextInt(3);
    for (int i = 0; i < variables; i++) {
      body.add(
          chance(50) || i == 0
              ? FACTORY.getSWRLClassAtom(one(classes), variable(i))
              : FACTORY.getSWRLObjectPropertyAtom(
                  one(properties), variable(random.nextInt(i)), variable(i)));
    }
    if (chance(40)) {
      body.add(
          FACTORY.getSWRLObjectPropertyAtom(
              one(properties), variable(random.nextInt(variables)), argument(variables)));
    }
    int one = random.nextInt(variables);
    var head =
        switch (random.nextInt(5)) {
          case 0 -> FACTORY.getSWRLSameIndividualAtom(variable(one), argument(variables));
          case 1, 2 ->
              FACTORY.getSWRLObjectPropertyAtom(
                  one(properties), variable(one), argument(variables));
          default -> FACTORY.getSWRLClassAtom(one(classes), variable(one));
        };
    return FACTORY.getSWRLRule(body, Set.of(head));
  }

  private SWRLVariable variable(int number) {
    return FACTORY.getSWRLVariable(IRI.create("urn:swrl:var#v" + number));
  }

  private SWRLIArgument argument(int variables) {
    return chance(20)
        ? FACTORY.getSWRLIndividualArgument(one(individuals))
        : variable(random.nextInt(variables));
  }

  // ---- drawing ----

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private OWLObjectPropertyExpression simple() {
    var named = properties.get(random.nextInt(Math.max(1, properties.size() / 2)));
    return chance(15) ? FACTORY.getOWLObjectInverseOf(named) : named;
  }

  private OWLObjectPropertyExpression property() {
    var named = one(properties);
    return chance(20) ? FACTORY.getOWLObjectInverseOf(named) : named;
  }

  private OWLObjectProperty complex() {
    int simple = Math.max(1, properties.size() / 2);
    return properties.get(simple + random.nextInt(properties.size() - simple));
  }

  private OWLAxiom fact() {
    return switch (random.nextInt(style == Style.HORN ? 10 : 12)) {
      case 0, 1, 2 -> FACTORY.getOWLClassAssertionAxiom(one(classes), one(individuals));
      case 3 ->
          FACTORY.getOWLClassAssertionAxiom(
              style == Style.FULL ? any(2) : right(1), one(individuals));
      case 4, 5, 6, 7 ->
          FACTORY.getOWLObjectPropertyAssertionAxiom(
              one(properties), one(individuals), one(individuals));
      case 8 ->
          dataProperties.isEmpty()
              ? FACTORY.getOWLClassAssertionAxiom(one(classes), one(individuals))
              : FACTORY.getOWLDataPropertyAssertionAxiom(
                  one(dataProperties), one(individuals), one(literals));
      case 9 -> different();
      case 10 -> {
        var two = two(individuals);
        yield FACTORY.getOWLSameIndividualAxiom(two);
      }
      default ->
          chance(50)
              ? FACTORY.getOWLNegativeObjectPropertyAssertionAxiom(
                  one(properties), one(individuals), one(individuals))
              : FACTORY.getOWLClassAssertionAxiom(
                  one(classes).getObjectComplementOf(), one(individuals));
    };
  }

  private OWLAxiom different() {
    if (chance(50)) {
      return FACTORY.getOWLDifferentIndividualsAxiom(new LinkedHashSet<>(individuals));
    }
    return FACTORY.getOWLDifferentIndividualsAxiom(new LinkedHashSet<>(two(individuals)));
  }

  private <T> List<T> two(List<T> list) {
    int first = random.nextInt(list.size());
    int second = (first + 1 + random.nextInt(list.size() - 1)) % list.size();
    return List.of(list.get(first), list.get(second));
  }

  private OWLAxiom term() {
    int kind = random.nextInt(100);
    if (kind < 45) {
      return style == Style.FULL && chance(60)
          ? FACTORY.getOWLSubClassOfAxiom(any(2), any(2))
          : FACTORY.getOWLSubClassOfAxiom(left(2), right(2));
    } else if (kind < 57) {
      return FACTORY.getOWLEquivalentClassesAxiom(
          one(classes), style == Style.FULL ? any(2) : left(2));
    } else if (kind < 62) {
      return FACTORY.getOWLDisjointClassesAxiom(new LinkedHashSet<>(two(classes)));
    } else if (kind < 92) {
      return propertyAxiom();
    } else if (dataProperties.isEmpty()) {
      return FACTORY.getOWLSubClassOfAxiom(one(classes), one(classes));
    }
    return dataAxiom();
  }

  private OWLAxiom propertyAxiom() {
    return switch (random.nextInt(15)) {
      case 0 -> FACTORY.getOWLObjectPropertyDomainAxiom(property(), right(1));
      case 1 -> FACTORY.getOWLObjectPropertyRangeAxiom(property(), right(1));
      case 2, 3 -> // OWL API cannot write an inverse of an inverse.
          FACTORY.getOWLInverseObjectPropertiesAxiom(
              simple().getNamedProperty(), simple().getNamedProperty());
      case 4 -> FACTORY.getOWLFunctionalObjectPropertyAxiom(simple());
      case 5 -> FACTORY.getOWLInverseFunctionalObjectPropertyAxiom(simple());
      case 6 -> FACTORY.getOWLSymmetricObjectPropertyAxiom(property());
      case 7 -> FACTORY.getOWLReflexiveObjectPropertyAxiom(property());
      case 8 ->
          chance(50)
              ? FACTORY.getOWLAsymmetricObjectPropertyAxiom(simple())
              : FACTORY.getOWLIrreflexiveObjectPropertyAxiom(simple());
      case 9 -> FACTORY.getOWLTransitiveObjectPropertyAxiom(complex());
      case 10 -> FACTORY.getOWLSubPropertyChainOfAxiom(List.of(property(), simple()), complex());
      case 11 -> FACTORY.getOWLSubObjectPropertyOfAxiom(simple(), complex());
      case 12 -> FACTORY.getOWLSubObjectPropertyOfAxiom(simple(), simple());
      case 13 -> FACTORY.getOWLHasKeyAxiom(left(0), Set.of(one(properties)));
      default ->
          dataProperties.isEmpty()
              ? FACTORY.getOWLSubObjectPropertyOfAxiom(simple(), complex())
              : FACTORY.getOWLHasKeyAxiom(left(0), Set.of(one(dataProperties)));
    };
  }

  private OWLAxiom dataAxiom() {
    var datum = one(dataProperties);
    return switch (random.nextInt(5)) {
      case 0 -> FACTORY.getOWLFunctionalDataPropertyAxiom(datum);
      case 1 -> FACTORY.getOWLDataPropertyDomainAxiom(datum, right(1));
      case 2 -> FACTORY.getOWLSubDataPropertyOfAxiom(datum, one(dataProperties));
      case 3 ->
          FACTORY.getOWLSubClassOfAxiom(
              one(classes), FACTORY.getOWLDataHasValue(datum, one(literals)));
      default ->
          FACTORY.getOWLSubClassOfAxiom(FACTORY.getOWLDataHasValue(datum, one(literals)), right(1));
    };
  }

  /** Expressions that rules can recognise. */
  private OWLClassExpression left(int depth) {
    if (depth == 0) {
      return leaf();
    }
    return switch (random.nextInt(style == Style.CONSTANTS ? 12 : 9)) {
      case 0, 1, 2 -> leaf();
      case 3 -> and(left(depth - 1), left(depth - 1));
      case 4 -> or(left(depth - 1), left(depth - 1));
      case 5, 6 -> FACTORY.getOWLObjectSomeValuesFrom(property(), left(depth - 1));
      case 7 -> FACTORY.getOWLObjectHasSelf(simple());
      case 8 -> FACTORY.getOWLObjectHasValue(property(), one(individuals));
      case 9 -> FACTORY.getOWLObjectOneOf(one(individuals));
      case 10 -> FACTORY.getOWLObjectOneOf(new LinkedHashSet<>(two(individuals)));
      default -> FACTORY.getOWLThing();
    };
  }

  /** Expressions that rules can unfold, and now and then one that they cannot. */
  private OWLClassExpression right(int depth) {
    if (depth == 0) {
      return one(classes);
    }
    return switch (random.nextInt(style == Style.CONSTANTS ? 15 : 13)) {
      case 0, 1, 2 -> one(classes);
      case 3 -> and(right(depth - 1), right(depth - 1));
      case 4, 5 -> FACTORY.getOWLObjectAllValuesFrom(property(), right(depth - 1));
      case 6, 7 -> FACTORY.getOWLObjectHasValue(property(), one(individuals));
      case 8 -> FACTORY.getOWLObjectHasSelf(simple());
      case 9 -> FACTORY.getOWLObjectMaxCardinality(1, simple(), one(classes));
      case 10 -> FACTORY.getOWLObjectComplementOf(one(classes));
      case 11 -> FACTORY.getOWLObjectSomeValuesFrom(property(), right(depth - 1));
      case 12 -> or(right(depth - 1), right(depth - 1));
      case 13 -> FACTORY.getOWLObjectOneOf(one(individuals));
      default -> FACTORY.getOWLObjectOneOf(new LinkedHashSet<>(two(individuals)));
    };
  }

  private OWLClassExpression any(int depth) {
    if (depth == 0) {
      return leaf();
    }
    return switch (random.nextInt(dataProperties.isEmpty() ? 14 : 17)) {
      case 0, 1, 2 -> leaf();
      case 3 -> and(any(depth - 1), any(depth - 1));
      case 4 -> or(any(depth - 1), any(depth - 1));
      case 5 -> FACTORY.getOWLObjectComplementOf(any(depth - 1));
      case 6 -> FACTORY.getOWLObjectSomeValuesFrom(property(), any(depth - 1));
      case 7 -> FACTORY.getOWLObjectAllValuesFrom(property(), any(depth - 1));
      case 8 -> FACTORY.getOWLObjectHasValue(property(), one(individuals));
      case 9 -> FACTORY.getOWLObjectHasSelf(simple());
      case 10 -> FACTORY.getOWLObjectOneOf(new LinkedHashSet<>(two(individuals)));
      case 11 -> FACTORY.getOWLObjectMinCardinality(random.nextInt(3), simple(), any(depth - 1));
      case 12 -> FACTORY.getOWLObjectMaxCardinality(random.nextInt(3), simple(), any(depth - 1));
      case 13 -> FACTORY.getOWLObjectExactCardinality(random.nextInt(3), simple(), any(depth - 1));
      case 14 -> FACTORY.getOWLDataHasValue(one(dataProperties), one(literals));
      case 15 ->
          FACTORY.getOWLDataSomeValuesFrom(
              one(dataProperties), chance(50) ? FACTORY.getTopDatatype() : range());
      default ->
          chance(50)
              ? FACTORY.getOWLDataMaxCardinality(random.nextInt(2), one(dataProperties))
              : FACTORY.getOWLDataAllValuesFrom(one(dataProperties), range());
    };
  }

  private OWLDataRange range() {
    return chance(50)
        ? FACTORY.getOWLDatatype(OWL2Datatype.XSD_INTEGER)
        : FACTORY.getOWLDataOneOf(new LinkedHashSet<>(two(literals)));
  }

  private OWLClassExpression leaf() {
    if (chance(style == Style.CONSTANTS ? 20 : 8)) {
      return FACTORY.getOWLThing();
    }
    return one(classes);
  }

  private OWLClassExpression and(OWLClassExpression one, OWLClassExpression other) {
    return one.equals(other) ? one : FACTORY.getOWLObjectIntersectionOf(operands(one, other));
  }

  private OWLClassExpression or(OWLClassExpression one, OWLClassExpression other) {
    return one.equals(other) ? one : FACTORY.getOWLObjectUnionOf(operands(one, other));
  }

  private static List<OWLClassExpression> operands(
      OWLClassExpression one, OWLClassExpression other) {
    return new ArrayList<>(List.of(one, other));
  }
}
