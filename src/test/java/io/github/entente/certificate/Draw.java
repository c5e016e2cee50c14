// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import static org.semanticweb.owlapi.vocab.OWL2Datatype.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.*;
import org.semanticweb.owlapi.vocab.OWL2Datatype;

/** Axioms of every kind, and interpretations, drawn at random over few names. */
final class Draw {
  static final OWLDataFactory F = OWLManager.getOWLDataFactory();
  static final String NS = "http://example.org/";

  static final List<OWLClass> CLASSES = names(3, i -> F.getOWLClass(NS + "C" + i));
  static final List<OWLObjectProperty> PROPERTIES =
      names(3, i -> F.getOWLObjectProperty(NS + "p" + i));
  static final List<OWLDataProperty> DATA = names(2, i -> F.getOWLDataProperty(NS + "d" + i));
  static final List<OWLIndividual> INDIVIDUALS = individuals();
  static final OWLDatatype OWN = F.getOWLDatatype(NS + "own");

  /** Values by hand: 0 is the integer one, 1 the float, 2 the double, and so on. */
  static final List<Naive.Known> LITERALS =
      List.of(
          known("1", XSD_INTEGER, 0, XSD_INTEGER, XSD_DECIMAL, OWL_REAL, XSD_BYTE),
          known("1.00", XSD_DECIMAL, 0, XSD_INTEGER, XSD_DECIMAL, OWL_REAL, XSD_BYTE),
          known("01", XSD_BYTE, 0, XSD_INTEGER, XSD_DECIMAL, OWL_REAL, XSD_BYTE),
          known("1", XSD_FLOAT, 1, XSD_FLOAT),
          known("1.0E0", XSD_FLOAT, 1, XSD_FLOAT),
          known("1", XSD_DOUBLE, 2, XSD_DOUBLE),
          known("1", XSD_STRING, 3, XSD_STRING, RDF_PLAIN_LITERAL, XSD_TOKEN),
          known("true", XSD_BOOLEAN, 4, XSD_BOOLEAN),
          known("1", XSD_BOOLEAN, 4, XSD_BOOLEAN),
          new Naive.Known(F.getOWLLiteral("1", "EN"), 5, Set.of(RDF_PLAIN_LITERAL)),
          new Naive.Known(F.getOWLLiteral("1", "en"), 5, Set.of(RDF_PLAIN_LITERAL)),
          known("0.5", XSD_DECIMAL, 6, XSD_DECIMAL, OWL_REAL),
          known("1/2", OWL_RATIONAL, 6, XSD_DECIMAL, OWL_REAL));

  private static final List<OWL2Datatype> TYPES =
      List.of(
          XSD_INTEGER,
          XSD_DECIMAL,
          OWL_REAL,
          XSD_FLOAT,
          XSD_DOUBLE,
          XSD_STRING,
          XSD_BOOLEAN,
          RDF_PLAIN_LITERAL,
          XSD_BYTE,
          XSD_TOKEN,
          RDFS_LITERAL);

  final SplittableRandom random;

  Draw(long seed) {
    random = new SplittableRandom(seed);
  }

  private static Naive.Known known(String text, OWL2Datatype type, int value, OWL2Datatype... in) {
    return new Naive.Known(F.getOWLLiteral(text, type), value, Set.of(in));
  }

  private static <T> List<T> names(int count, IntFunction<T> name) {
    return IntStream.range(0, count).mapToObj(name).toList();
  }

  private static List<OWLIndividual> individuals() {
    var all = new ArrayList<OWLIndividual>(names(3, i -> F.getOWLNamedIndividual(NS + "i" + i)));
    all.add(F.getOWLAnonymousIndividual("_:someone"));
    return List.copyOf(all);
  }

  // ---- interpretations ----

  Naive interpretation() {
    var naive = new Naive(1 + random.nextInt(4), LITERALS);
    INDIVIDUALS.forEach(i -> naive.names.put(i, random.nextInt(naive.size)));
    int density = 10 + random.nextInt(80);
    for (int x = 0; x < naive.size; x++) {
      int element = x;
      for (var c : CLASSES) {
        if (chance(density)) {
          naive.classes.computeIfAbsent(c, k -> new HashSet<>()).add(element);
        }
      }
      for (var p : PROPERTIES) {
        for (int y = 0; y < naive.size; y++) {
          if (chance(density)) {
            naive.edges.computeIfAbsent(p, k -> new HashSet<>()).add(List.of(x, y));
          }
        }
      }
      for (var d : DATA) {
        for (int i = 0; i < 3; i++) {
          if (chance(density / 2)) {
            naive.values.computeIfAbsent(d, k -> new HashSet<>()).add(List.of(x, literal()));
          }
        }
      }
    }
    return naive;
  }

  // ---- axioms ----

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private <T> List<T> two(List<T> list) {
    int first = random.nextInt(list.size());
    int second = (first + 1 + random.nextInt(list.size() - 1)) % list.size();
    return List.of(list.get(first), list.get(second));
  }

  OWLLiteral literal() {
    return one(LITERALS).literal();
  }

  OWLObjectPropertyExpression property() {
    return switch (random.nextInt(20)) {
      case 0 -> F.getOWLTopObjectProperty();
      case 1 -> F.getOWLBottomObjectProperty();
      case 2, 3, 4, 5 -> F.getOWLObjectInverseOf(one(PROPERTIES));
      default -> one(PROPERTIES);
    };
  }

  OWLDataRange range(int depth) {
    return switch (random.nextInt(depth == 0 ? 3 : 6)) {
      case 0, 1 -> chance(15) ? OWN : F.getOWLDatatype(one(TYPES));
      case 2 -> F.getOWLDataOneOf(two(LITERALS.stream().map(Naive.Known::literal).toList()));
      case 3 -> F.getOWLDataComplementOf(range(depth - 1));
      case 4 -> F.getOWLDataIntersectionOf(List.of(range(depth - 1), range(depth - 1)));
      default -> F.getOWLDataUnionOf(List.of(range(depth - 1), range(depth - 1)));
    };
  }

  OWLClassExpression expression(int depth) {
    if (depth == 0) {
      return switch (random.nextInt(12)) {
        case 0 -> F.getOWLThing();
        case 1 -> F.getOWLNothing();
        default -> one(CLASSES);
      };
    }
    int n = random.nextInt(4);
    return switch (random.nextInt(19)) {
      case 0, 1 -> expression(0);
      case 2 -> F.getOWLObjectIntersectionOf(List.of(expression(depth - 1), expression(depth - 1)));
      case 3 -> F.getOWLObjectUnionOf(List.of(expression(depth - 1), expression(depth - 1)));
      case 4 -> F.getOWLObjectComplementOf(expression(depth - 1));
      case 5 -> F.getOWLObjectOneOf(two(INDIVIDUALS));
      case 6 -> F.getOWLObjectSomeValuesFrom(property(), expression(depth - 1));
      case 7 -> F.getOWLObjectAllValuesFrom(property(), expression(depth - 1));
      case 8 -> F.getOWLObjectHasValue(property(), one(INDIVIDUALS));
      case 9 -> F.getOWLObjectHasSelf(property());
      case 10 -> F.getOWLObjectMinCardinality(n, property(), expression(depth - 1));
      case 11 -> F.getOWLObjectMaxCardinality(n, property(), expression(depth - 1));
      case 12 -> F.getOWLObjectExactCardinality(n, property(), expression(depth - 1));
      case 13 -> F.getOWLDataSomeValuesFrom(one(DATA), range(2));
      case 14 -> F.getOWLDataAllValuesFrom(one(DATA), range(2));
      case 15 -> F.getOWLDataHasValue(one(DATA), literal());
      case 16 -> F.getOWLDataMinCardinality(n, one(DATA), range(1));
      case 17 -> F.getOWLDataMaxCardinality(n, one(DATA), range(1));
      default -> F.getOWLDataExactCardinality(n, one(DATA), range(1));
    };
  }

  OWLAxiom axiom() {
    var a = one(INDIVIDUALS);
    var b = one(INDIVIDUALS);
    return switch (random.nextInt(38)) {
      case 0, 1, 2 -> F.getOWLSubClassOfAxiom(expression(2), expression(2));
      case 3 ->
          F.getOWLEquivalentClassesAxiom(List.of(expression(1), expression(1), expression(0)));
      case 4 -> F.getOWLDisjointClassesAxiom(List.of(expression(1), expression(1), expression(0)));
      case 5, 6 ->
          F.getOWLDisjointUnionAxiom(one(CLASSES), List.of(expression(1), expression(1)).stream());
      case 7 -> F.getOWLSubObjectPropertyOfAxiom(property(), property());
      case 8 -> F.getOWLSubPropertyChainOfAxiom(List.of(property(), property()), property());
      case 9 ->
          F.getOWLSubPropertyChainOfAxiom(List.of(property(), property(), property()), property());
      case 10 -> F.getOWLEquivalentObjectPropertiesAxiom(new ArrayList<>(two(PROPERTIES)));
      case 11 -> F.getOWLDisjointObjectPropertiesAxiom(new ArrayList<>(two(PROPERTIES)));
      case 12 -> F.getOWLInverseObjectPropertiesAxiom(one(PROPERTIES), property());
      case 13 -> F.getOWLObjectPropertyDomainAxiom(property(), expression(1));
      case 14 -> F.getOWLObjectPropertyRangeAxiom(property(), expression(1));
      case 15 -> F.getOWLFunctionalObjectPropertyAxiom(property());
      case 16 -> F.getOWLInverseFunctionalObjectPropertyAxiom(property());
      case 17 -> F.getOWLReflexiveObjectPropertyAxiom(property());
      case 18 -> F.getOWLIrreflexiveObjectPropertyAxiom(property());
      case 19 -> F.getOWLSymmetricObjectPropertyAxiom(property());
      case 20 -> F.getOWLAsymmetricObjectPropertyAxiom(property());
      case 21 -> F.getOWLTransitiveObjectPropertyAxiom(property());
      case 22 ->
          F.getOWLSubDataPropertyOfAxiom(
              one(DATA), chance(20) ? F.getOWLTopDataProperty() : one(DATA));
      case 23 -> F.getOWLEquivalentDataPropertiesAxiom(DATA.get(0), DATA.get(1));
      case 24 -> F.getOWLDisjointDataPropertiesAxiom(DATA.get(0), DATA.get(1));
      case 25 -> F.getOWLDataPropertyDomainAxiom(one(DATA), expression(1));
      case 26 -> F.getOWLDataPropertyRangeAxiom(one(DATA), range(2));
      case 27 -> F.getOWLFunctionalDataPropertyAxiom(one(DATA));
      case 28 -> F.getOWLHasKeyAxiom(expression(1), one(PROPERTIES));
      case 29 -> F.getOWLHasKeyAxiom(expression(1), one(DATA));
      case 30 -> F.getOWLHasKeyAxiom(expression(0), property(), one(PROPERTIES), one(DATA));
      case 31 -> F.getOWLSameIndividualAxiom(two(INDIVIDUALS));
      case 32 -> F.getOWLDifferentIndividualsAxiom(two(INDIVIDUALS));
      case 33 -> F.getOWLClassAssertionAxiom(expression(2), a);
      case 34 -> F.getOWLObjectPropertyAssertionAxiom(property(), a, b);
      case 35 -> F.getOWLNegativeObjectPropertyAssertionAxiom(property(), a, b);
      case 36 -> F.getOWLDataPropertyAssertionAxiom(one(DATA), a, literal());
      default -> F.getOWLNegativeDataPropertyAssertionAxiom(one(DATA), a, literal());
    };
  }
}
