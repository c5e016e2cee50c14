// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.FunctionalSyntaxDocumentFormat;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLNamedIndividual;
import org.semanticweb.owlapi.model.OWLObjectProperty;

/** Small random ontologies of a few classes, things and one property. */
final class RandomFacts {
  private static final String NS = "http://example.org/";

  final List<OWLClass> classes = new ArrayList<>();
  final List<OWLNamedIndividual> things = new ArrayList<>();
  final OWLObjectProperty link = Fresh.F.getOWLObjectProperty(IRI.create(NS + "link"));

  RandomFacts() {
    for (String name : List.of("A", "B", "C", "D")) {
      classes.add(Fresh.F.getOWLClass(IRI.create(NS + name)));
    }
    for (String name : List.of("x", "y", "z")) {
      things.add(Fresh.F.getOWLNamedIndividual(IRI.create(NS + name)));
    }
  }

  /** Rules and choices. */
  Set<OWLAxiom> axioms(Random random, int count) {
    var axioms = new LinkedHashSet<OWLAxiom>();
    while (axioms.size() < count) {
      axioms.add(axiom(random, 2));
    }
    return axioms;
  }

  /** With what must exist, what is counted, and what is the same. */
  Set<OWLAxiom> counted(Random random, int count) {
    var f = Fresh.F;
    var axioms = new LinkedHashSet<OWLAxiom>();
    axioms.add(f.getOWLDifferentIndividualsAxiom(things));
    axioms.add(
        f.getOWLSubClassOfAxiom(
            f.getOWLObjectMinCardinality(2, link, classes.get(0)), classes.get(1)));
    while (axioms.size() < count) {
      var one = classes.get(random.nextInt(4));
      var other = classes.get(random.nextInt(4));
      switch (random.nextInt(8)) {
        case 0 ->
            axioms.add(f.getOWLSubClassOfAxiom(one, f.getOWLObjectSomeValuesFrom(link, other)));
        case 1 ->
            axioms.add(
                f.getOWLDifferentIndividualsAxiom(things.get(random.nextInt(2)), things.get(2)));
        case 2 -> axioms.add(f.getOWLSymmetricObjectPropertyAxiom(link));
        default -> axioms.add(axiom(random, 3));
      }
    }
    return axioms;
  }

  private OWLAxiom axiom(Random random, int most) {
    var f = Fresh.F;
    var picked = new ArrayList<>(classes);
    Collections.shuffle(picked, random);
    var one = picked.get(0);
    var other = picked.get(1);
    var third = picked.get(2);
    var thing = things.get(random.nextInt(most));
    return switch (random.nextInt(8)) {
      case 0, 1 -> f.getOWLSubClassOfAxiom(one, other);
      case 2 -> f.getOWLSubClassOfAxiom(f.getOWLObjectSomeValuesFrom(link, one), other);
      case 3 -> f.getOWLClassAssertionAxiom(f.getOWLObjectUnionOf(one, other), thing);
      case 4 -> f.getOWLSubClassOfAxiom(one, f.getOWLObjectUnionOf(other, third));
      case 5 -> f.getOWLObjectPropertyAssertionAxiom(link, thing, things.get(random.nextInt(most)));
      case 6 -> f.getOWLObjectPropertyRangeAxiom(link, one);
      default -> f.getOWLClassAssertionAxiom(one, thing);
    };
  }

  /** As a document in functional syntax. */
  static byte[] document(Set<OWLAxiom> axioms) throws Exception {
    var manager = OWLManager.createOWLOntologyManager();
    var ontology = manager.createOntology(axioms);
    axioms.stream()
        .flatMap(OWLAxiom::signature)
        .distinct()
        .forEach(e -> manager.addAxiom(ontology, Fresh.F.getOWLDeclarationAxiom(e)));
    var out = new ByteArrayOutputStream();
    manager.saveOntology(ontology, new FunctionalSyntaxDocumentFormat(), out);
    return out.toByteArray();
  }
}
