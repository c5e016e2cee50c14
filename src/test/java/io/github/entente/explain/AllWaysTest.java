// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Viewpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;

/**
 * All the justifications that a knowledge base gives are those that a plain tree of hitting sets
 * finds, each of whose questions is put to a new reasoner.
 */
class AllWaysTest {
  private static final String NS = "http://example.org/";
  private static final String PIZZA = "http://www.co-ode.org/ontologies/pizza/pizza.owl#";

  /** All minimal sets, found with no thought for speed. */
  static Set<Set<OWLAxiom>> ways(Collection<OWLAxiom> axioms, OWLAxiom goal) {
    var found = new HashSet<Set<OWLAxiom>>();
    search(new LinkedHashSet<>(axioms), goal, found, new HashSet<>());
    return found;
  }

  private static void search(
      Set<OWLAxiom> axioms, OWLAxiom goal, Set<Set<OWLAxiom>> found, Set<Set<OWLAxiom>> seen) {
    if (!seen.add(axioms) || !Fresh.entails(axioms, goal)) {
      return;
    }
    var one =
        found.stream()
            .filter(axioms::containsAll)
            .findFirst()
            .orElseGet(
                () -> {
                  var least = new LinkedHashSet<>(axioms);
                  for (var axiom : axioms) {
                    least.remove(axiom);
                    if (!Fresh.entails(least, goal)) {
                      least.add(axiom);
                    }
                  }
                  return least;
                });
    found.add(one);
    for (var axiom : one) {
      var rest = new LinkedHashSet<>(axioms);
      rest.remove(axiom);
      search(rest, goal, found, seen);
    }
  }

  private static Set<Set<OWLAxiom>> told(Explanation explanation) {
    var support = explanation.cases().get(0).supports().get(0);
    assertThat(support.all()).isTrue();
    return support.justifications().stream()
        .map(
            one ->
                one.leaves().stream()
                    .map(number -> explanation.leaf(number).axiom().orElseThrow())
                    .collect(Collectors.toSet()))
        .collect(Collectors.toSet());
  }

  private static Set<Set<OWLAxiom>> told(KnowledgeBase kb, Triple statement) {
    return kb.why(
            statement, Viewpoint.ALL_DAYS, new Explainer.Wish(1000, false), Duration.ofMinutes(3))
        .map(AllWaysTest::told)
        .orElse(Set.of());
  }

  static Triple triple(String subject, String predicate, String object) {
    return Triple.create(
        NodeFactory.createURI(subject),
        NodeFactory.createURI(predicate),
        NodeFactory.createURI(object));
  }

  // ---- small random ontologies ----

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void ofRandomFacts(int seed) throws Exception {
    var made = new RandomFacts();
    var axioms = made.axioms(new Random(seed), 10);
    int ways = 0;
    try (var kb =
        KnowledgeBase.builder()
            .document(NS + "random", "random.ofn", RandomFacts.document(axioms))
            .build()) {
      for (var type : made.classes) {
        for (var thing : made.things) {
          var goal = Fresh.F.getOWLClassAssertionAxiom(type, thing);
          if (axioms.contains(goal)) {
            continue;
          }
          var expected = ways(axioms, goal);
          assertThat(told(kb, triple(thing.toStringID(), RDF.type.getURI(), type.toStringID())))
              .as(goal + " from " + axioms)
              .isEqualTo(expected);
          ways += expected.size();
        }
      }
    }
    assertThat(ways).as(axioms.toString()).isPositive();
  }

  // ---- the pizzas: those that are found within a minute; Siciliana ⊑ InterestingPizza is not ----

  @Tag("full")
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "IceCream, ",
    "CheeseyVegetableTopping, ",
    "Margherita, CheeseyPizza",
    "Margherita, VegetarianPizza",
    "American, MeatyPizza",
    "SloppyGiuseppe, SpicyPizza",
  })
  void ofThePizzas(String name, String above) throws Exception {
    var file =
        Path.of(
            System.getProperty("entente.shared", "/none"), "suites/ontologies/classic/pizza.owl");
    assumeThat(Files.exists(file)).isTrue();
    try (var kb = KnowledgeBase.builder().ontology(file).build()) {
      var told =
          above == null
              ? told(
                  kb.whyUnsatisfiable(
                          "<" + PIZZA + name + ">",
                          Viewpoint.ALL_DAYS,
                          new Explainer.Wish(1000, false),
                          Duration.ofMinutes(3))
                      .orElseThrow())
              : told(kb, triple(PIZZA + name, RDFS.subClassOf.getURI(), PIZZA + above));
      assertThat(told).isNotEmpty();
      var sub = Fresh.F.getOWLClass(IRI.create(PIZZA + name));
      var sup =
          above == null ? Fresh.F.getOWLNothing() : Fresh.F.getOWLClass(IRI.create(PIZZA + above));
      var all =
          OWLManager.createOWLOntologyManager()
              .loadOntologyFromOntologyDocument(file.toFile())
              .logicalAxioms()
              .<OWLAxiom>map(axiom -> axiom.getAxiomWithoutAnnotations())
              .toList();
      var module =
          new uk.ac.manchester.cs.owlapi.modularity.SyntacticLocalityModuleExtractor(
                  OWLManager.createOWLOntologyManager(),
                  all.stream(),
                  uk.ac.manchester.cs.owlapi.modularity.ModuleType.STAR)
              .extract(Set.of(sub, sup));
      assertThat(told).isEqualTo(ways(module, Fresh.F.getOWLSubClassOfAxiom(sub, sup)));
    }
  }
}
