// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static io.github.entente.reason.Oracle.FACTORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Engine;
import io.github.entente.model.Outcome;
import io.github.entente.query.Answers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLNamedIndividual;
import org.semanticweb.owlapi.model.OWLObjectPropertyAssertionAxiom;

/**
 * Instances in well-known ontologies: what queries answer against the consistency of the axioms and
 * the negation of each fact in turn, on a new reasoner.
 */
@Tag("full")
class RealInstancesTest {
  private static final Path SUITES =
      Path.of(System.getProperty("entente.shared", "../shared")).resolve("suites");
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final String HEAD =
      """
      @prefix : <http://example.org/> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      @prefix pizza: <http://www.co-ode.org/ontologies/pizza/pizza.owl#> .
      """;

  /** The pizza ontology has no pizzas: some, with what is on them and what is not. */
  private static final String PIZZAS =
      """
      :plain a pizza:Pizza , [ a owl:Restriction ; owl:onProperty pizza:hasTopping ;
        owl:allValuesFrom [ a owl:Class ; owl:unionOf ( pizza:MozzarellaTopping
          pizza:TomatoTopping ) ] ] ; pizza:hasTopping :mozzarella , :tomato .
      :mozzarella a pizza:MozzarellaTopping . :tomato a pizza:TomatoTopping .
      :hot a pizza:AmericanHot ; pizza:hasTopping :jalapeno . :jalapeno a pizza:JalapenoPepperTopping .
      :open a pizza:Pizza ; pizza:hasTopping :ham . :ham a pizza:HamTopping .
      :four a pizza:Pizza ; pizza:hasTopping :t1 , :t2 , :t3 . :t1 a pizza:TomatoTopping .
      :t2 a pizza:OliveTopping . :t3 a pizza:GoatsCheeseTopping .
      :margherita a pizza:Margherita . :unknown a pizza:Food .
      :deep a pizza:NamedPizza ; pizza:hasBase :base . :base a pizza:ThinAndCrispyBase .
      """;

  /** Kinship with what makes it hard: inverses, chains, counting, alternatives, equality, a key. */
  private static final String FAMILY =
      """
      :Person a owl:Class ; owl:disjointUnionOf ( :Man :Woman ) .
      :Man a owl:Class . :Woman a owl:Class .
      :hasParent a owl:ObjectProperty ; rdfs:domain :Person ; rdfs:range :Person ;
        owl:inverseOf :hasChild .
      :hasChild a owl:ObjectProperty .
      :hasMother a owl:ObjectProperty , owl:FunctionalProperty ; rdfs:subPropertyOf :hasParent ;
        rdfs:range :Woman .
      :hasFather a owl:ObjectProperty , owl:FunctionalProperty ; rdfs:subPropertyOf :hasParent ;
        rdfs:range :Man .
      :Person rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :hasMother ;
        owl:someValuesFrom :Woman ] , [ a owl:Restriction ; owl:onProperty :hasFather ;
        owl:someValuesFrom :Man ] .
      :hasSibling a owl:ObjectProperty , owl:SymmetricProperty , owl:IrreflexiveProperty .
      :hasBrother a owl:ObjectProperty ; rdfs:subPropertyOf :hasSibling ; rdfs:range :Man .
      :hasUncle a owl:ObjectProperty ; owl:propertyChainAxiom ( :hasParent :hasBrother ) .
      :hasGrandparent a owl:ObjectProperty ; owl:propertyChainAxiom ( :hasParent :hasParent ) .
      :hasAncestor a owl:ObjectProperty , owl:TransitiveProperty .
      :hasParent rdfs:subPropertyOf :hasAncestor .
      :marriedTo a owl:ObjectProperty , owl:SymmetricProperty , owl:FunctionalProperty ,
        owl:IrreflexiveProperty .
      :age a owl:DatatypeProperty , owl:FunctionalProperty ; rdfs:range xsd:integer .
      :number a owl:DatatypeProperty .
      :Person owl:hasKey ( :number ) .
      :Parent a owl:Class ; owl:equivalentClass [ a owl:Restriction ; owl:onProperty :hasChild ;
        owl:someValuesFrom owl:Thing ] .
      :Childless a owl:Class ; owl:equivalentClass [ a owl:Class ; owl:intersectionOf ( :Person
        [ owl:complementOf :Parent ] ) ] .
      :ParentOfTwo a owl:Class ; owl:equivalentClass [ a owl:Restriction ; owl:onProperty :hasChild ;
        owl:minCardinality "2"^^xsd:nonNegativeInteger ] .
      :ParentOfSons a owl:Class ; owl:equivalentClass [ a owl:Class ; owl:intersectionOf ( :Parent
        [ a owl:Restriction ; owl:onProperty :hasChild ; owl:allValuesFrom :Man ] ) ] .
      :Father a owl:Class ; owl:equivalentClass [ a owl:Class ; owl:intersectionOf ( :Man :Parent ) ] .
      :Mother a owl:Class ; owl:equivalentClass [ a owl:Class ; owl:intersectionOf ( :Woman
        :Parent ) ] .
      :Minor a owl:Class ; owl:equivalentClass [ a owl:Class ; owl:intersectionOf ( :Person
        [ a owl:Restriction ; owl:onProperty :age ; owl:someValuesFrom [ a rdfs:Datatype ;
          owl:onDatatype xsd:integer ; owl:withRestrictions ( [ xsd:maxExclusive 18 ] ) ] ] ) ] .
      :adam a :Man ; :hasChild :beth , :carl ; :marriedTo :eve ; :age 70 .
      :eve a :Person ; :hasChild :beth .
      :beth a :Woman ; :hasBrother :carl ; :age 40 ; :number 7 .
      :elisabeth a :Person ; :number 7 .
      :carl a :Man ; :age 38 , 38.0 ; a [ a owl:Restriction ; owl:onProperty :hasChild ;
        owl:maxCardinality "0"^^xsd:nonNegativeInteger ] .
      :dora a :Person ; :hasMother :beth ; :age 12 ; :hasSibling :finn .
      :finn a :Man ; :hasParent :beth , :gus . :gus a :Man .
      :hugo a :Person ; :hasFather :gus ; a [ a owl:Restriction ; owl:onProperty :hasChild ;
        owl:allValuesFrom :Man ] .
      :ian a owl:NamedIndividual ; :hasParent :hugo .
      :jane :marriedTo :ian ; a [ a owl:Class ; owl:oneOf ( :jane :ian ) ] .
      :beth owl:differentFrom :carl , :eve . :dora owl:differentFrom :finn .
      """;

  @Test
  void instancesOfPizzas() {
    var file = SUITES.resolve("ontologies/classic/pizza.owl");
    Assumptions.assumeTrue(Files.exists(file), file + " is not there");
    var builder = KnowledgeBase.builder().data(file);
    try (var kb =
        builder.document("http://example.org/pizzas", "pizzas.ttl", bytes(PIZZAS)).build()) {
      compare(kb, "pizza", 60);
    }
  }

  @Test
  void instancesAndRelationsInAFamily() {
    try (var kb =
        KnowledgeBase.builder()
            .document("http://example.org/family", "family.ttl", bytes(FAMILY))
            .build()) {
      compare(kb, "family", 30);
      relations(kb);
    }
  }

  /** Wine and food, as the W3C's cases have them: those as published are not in OWL 2 DL. */
  @Test
  void instancesOfWines() {
    var suite = SUITES.resolve("w3c-owl2/all.rdf");
    Assumptions.assumeTrue(Files.exists(suite), suite + " is not there");
    var check = OntologySuite.read(suite).get("WebOnt-miscellaneous-001/consistency");
    var builder = KnowledgeBase.builder();
    builder.document(check.premise().name(), check.premise().location(), check.premise().bytes());
    check.imports().forEach(i -> builder.document(i.name(), i.location(), i.bytes()));
    try (var kb = builder.build()) {
      var axioms = entailments(kb).axioms();
      var individuals = individuals(axioms);
      var vin = "http://www.w3.org/2002/03owlt/miscellaneous/consistent001#";
      int facts = 0;
      for (var name : List.of("WineGrape", "Winery", "WineColor", "Region", "Vintage")) {
        var named = FACTORY.getOWLClass(IRI.create(vin + name));
        var answers = instances(kb, named.getIRI().toString());
        var claimed = iris(answers, "x");
        assertThat(claimed).as(name).isNotEmpty();
        facts += claimed.size();
        // Each no at once: a model in which none of the others is an instance. Each yes by itself
        // would take minutes; as many as there is time for.
        var others =
            individuals.stream()
                .filter(i -> !claimed.contains(i.getIRI().toString()))
                .<OWLAxiom>map(i -> FACTORY.getOWLClassAssertionAxiom(named, i))
                .toList();
        if (answers.guarantee().complete()) {
          assertThat(Oracle.patiently(() -> Oracle.entailed(axioms, others))).as(name).isEmpty();
          var rules = instances(kb, named.getIRI().toString(), Engine.RULES);
          assertThat(claimed).as(name).containsAll(iris(rules, "x"));
        }
        var some = claimed.stream().sorted().limit(2).toList();
        for (var iri : some) {
          var fact =
              FACTORY.getOWLClassAssertionAxiom(
                  named, FACTORY.getOWLNamedIndividual(IRI.create(iri)));
          assertThat(Oracle.patiently(() -> Oracle.entails(axioms, fact))).as("%s", fact).isTrue();
        }
      }
      System.out.println("RealInstancesTest: wine, " + facts + " instances of 5 classes");
    }
  }

  private static byte[] bytes(String turtle) {
    return (HEAD + turtle).getBytes(StandardCharsets.UTF_8);
  }

  private static Entailments entailments(KnowledgeBase kb) {
    return ((Outcome.Answered<Entailments>) kb.entailments(Optional.empty(), LIMIT)).value();
  }

  private static Set<OWLNamedIndividual> individuals(Set<OWLAxiom> axioms) {
    return axioms.stream().flatMap(OWLAxiom::individualsInSignature).collect(Collectors.toSet());
  }

  private static Answers instances(KnowledgeBase kb, String iri) {
    return instances(kb, iri, Engine.HYBRID);
  }

  private static Answers instances(KnowledgeBase kb, String iri, Engine engine) {
    return kb.query("SELECT ?x { ?x a <" + iri + "> FILTER(isIRI(?x)) }")
        .engine(engine)
        .timeout(LIMIT)
        .run();
  }

  private static Set<String> iris(Answers answers, String variable) {
    return answers.rows().stream()
        .map(row -> row.get(variable).orElseThrow().toString())
        .collect(Collectors.toSet());
  }

  /** All named classes and all named individuals. */
  private static void compare(KnowledgeBase kb, String what, int atLeast) {
    var axioms = entailments(kb).axioms();
    var individuals = individuals(axioms);
    var wrong = new ArrayList<String>();
    int asked = 0;
    int entailed = 0;
    var classes =
        axioms.stream()
            .flatMap(OWLAxiom::classesInSignature)
            .filter(c -> !c.isBuiltIn())
            .distinct()
            .sorted()
            .toList();
    for (var named : classes) {
      List<OWLAxiom> facts =
          individuals.stream()
              .<OWLAxiom>map(i -> FACTORY.getOWLClassAssertionAxiom(named, i))
              .toList();
      var expected =
          Oracle.patiently(() -> Oracle.entailed(axioms, facts)).stream()
              .map(fact -> ((OWLClassAssertionAxiom) fact).getIndividual())
              .map(i -> i.asOWLNamedIndividual().getIRI().toString())
              .collect(Collectors.toSet());
      var answers = instances(kb, named.getIRI().toString());
      if (!iris(answers, "x").equals(expected) || !answers.guarantee().complete()) {
        wrong.add(named + ": " + iris(answers, "x") + ", expected " + expected);
      }
      var hermit = instances(kb, named.getIRI().toString(), Engine.HERMIT);
      if (!iris(hermit, "x").equals(expected) || !hermit.guarantee().complete()) {
        wrong.add("hermit, " + named + ": " + iris(hermit, "x") + ", expected " + expected);
      }
      var rules = iris(instances(kb, named.getIRI().toString(), Engine.RULES), "x");
      if (!expected.containsAll(rules)) {
        wrong.add("rules, " + named + ": " + rules + ", expected " + expected);
      }
      asked += facts.size();
      entailed += expected.size();
    }
    System.out.printf(
        "RealInstancesTest: %s, %d classes, %d facts of which %d follow%n",
        what, classes.size(), asked, entailed);
    assertThat(wrong).isEmpty();
    assertThat(entailed).isGreaterThan(atLeast);
  }

  private static void relations(KnowledgeBase kb) {
    var axioms = entailments(kb).axioms();
    var individuals = individuals(axioms);
    var wrong = new ArrayList<String>();
    var properties =
        axioms.stream()
            .flatMap(OWLAxiom::objectPropertiesInSignature)
            .filter(p -> !p.isBuiltIn())
            .distinct()
            .sorted()
            .toList();
    for (var property : properties) {
      var facts = new ArrayList<OWLAxiom>();
      for (var i : individuals) {
        individuals.forEach(
            j -> facts.add(FACTORY.getOWLObjectPropertyAssertionAxiom(property, i, j)));
      }
      var expected =
          Oracle.patiently(() -> Oracle.entailed(axioms, facts)).stream()
              .map(OWLObjectPropertyAssertionAxiom.class::cast)
              .map(f -> f.getSubject() + " " + f.getObject())
              .collect(Collectors.toSet());
      var answers =
          kb.query("SELECT ?x ?y { ?x <" + property.getIRI() + "> ?y }").timeout(LIMIT).run();
      var given = new HashSet<String>();
      answers
          .rows()
          .forEach(
              row ->
                  given.add(
                      "<" + row.get("x").orElseThrow() + "> <" + row.get("y").orElseThrow() + ">"));
      if (!given.equals(expected) || !answers.guarantee().complete()) {
        wrong.add(property + ": " + given + ", expected " + expected);
      }
    }
    assertThat(wrong).isEmpty();
  }
}
