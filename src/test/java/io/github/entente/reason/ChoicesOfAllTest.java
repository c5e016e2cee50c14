// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.model.Deadline;
import io.github.entente.reason.models.Models;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLNamedIndividual;

/**
 * Everything is of one of two kinds, and many things are said to be in one of two classes: the kind
 * of these depends on that choice, and must not be chosen first for all of them.
 */
class ChoicesOfAllTest {
  private static final OWLDataFactory FACTORY = OWLManager.getOWLDataFactory();
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int MANY = 200;

  private static OWLClass named(String name) {
    return FACTORY.getOWLClass("urn:test:" + name);
  }

  private static OWLNamedIndividual one(int number) {
    return FACTORY.getOWLNamedIndividual("urn:test:one" + number);
  }

  private static List<OWLAxiom> axioms() {
    var axioms = new ArrayList<OWLAxiom>();
    var science = named("Science");
    var other = named("Other");
    axioms.add(
        FACTORY.getOWLEquivalentClassesAxiom(other, FACTORY.getOWLObjectComplementOf(science)));
    for (var name : List.of("Painting", "Drama", "Law", "Trade")) {
      axioms.add(FACTORY.getOWLDisjointClassesAxiom(named(name), science));
    }
    for (int i = 0; i < MANY; i++) {
      var union =
          i % 2 == 0
              ? FACTORY.getOWLObjectUnionOf(named("Painting"), named("Drama"))
              : FACTORY.getOWLObjectUnionOf(named("Law"), named("Trade"));
      axioms.add(FACTORY.getOWLClassAssertionAxiom(union, one(i)));
    }
    return axioms;
  }

  @Test
  void theKindFollowsFromWhatIsChosen() {
    var models = Models.of(axioms(), List.of());
    assertThat(models.consistent(Deadline.after(LIMIT)::passed)).isTrue();
  }

  @Test
  void whatIsDeniedDecidesTheChoice() {
    var axioms = axioms();
    var free = FACTORY.getOWLNamedIndividual("urn:test:free");
    axioms.add(
        FACTORY.getOWLClassAssertionAxiom(
            FACTORY.getOWLObjectUnionOf(named("Painting"), named("Law"), named("Science")), free));
    var models = Models.of(axioms, List.of());
    var denied = List.of(FACTORY.getOWLClassAssertionAxiom(named("Other"), free));
    assertThat(models.open(denied, Deadline.after(LIMIT)::passed)).isEmpty();
    var follows = List.of(FACTORY.getOWLClassAssertionAxiom(named("Other"), one(0)));
    assertThat(models.open(follows, Deadline.after(LIMIT)::passed)).isEqualTo(follows);
  }
}
