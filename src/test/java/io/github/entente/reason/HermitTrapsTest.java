// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static io.github.entente.reason.Oracle.FACTORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Deadline;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Guarantee;
import io.github.entente.model.Outcome;
import io.github.entente.reason.dl.Refuter;
import io.github.entente.reason.dl.Refuter.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.HermiT.ReasonerFactory;
import org.semanticweb.HermiT.datatypes.UnsupportedDatatypeException;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLDataProperty;
import org.semanticweb.owlapi.model.OWLNamedIndividual;
import org.semanticweb.owlapi.model.OWLObjectProperty;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;

/** What HermiT 1.4.5.519 does wrong, pinned, and that it does not get through. */
class HermitTrapsTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static OWLClass type(String name) {
    return FACTORY.getOWLClass(IRI.create("http://example.org/" + name));
  }

  private static OWLObjectProperty property(String name) {
    return FACTORY.getOWLObjectProperty(IRI.create("http://example.org/" + name));
  }

  private static OWLDataProperty datum(String name) {
    return FACTORY.getOWLDataProperty(IRI.create("http://example.org/" + name));
  }

  private static OWLNamedIndividual individual(String name) {
    return FACTORY.getOWLNamedIndividual(IRI.create("http://example.org/" + name));
  }

  private static OWLOntology ontology(List<OWLAxiom> axioms) {
    try {
      return OWLManager.createOWLOntologyManager().createOntology(new LinkedHashSet<>(axioms));
    } catch (OWLOntologyCreationException e) {
      throw new AssertionError(e);
    }
  }

  private static EntenteException refused(String turtle) {
    return catchThrowableOfType(
        EntenteException.class,
        () -> {
          try (var kb = CompletenessTest.of(turtle)) {
            kb.entailments(Optional.empty(), LIMIT);
          }
        });
  }

  // ---- datatypes ----

  @Test
  void withoutAConfigurationUnsupportedDatatypesAreIgnored() {
    var axioms =
        List.<OWLAxiom>of(
            FACTORY.getOWLFunctionalDataPropertyAxiom(datum("d")),
            dated("2024-01-01"),
            dated("2024-01-02"));
    assertThat(new ReasonerFactory().createReasoner(ontology(axioms)).isConsistent())
        .as("upstream: two dates of a functional property")
        .isTrue();
    assertThatThrownBy(() -> new Reasoner(new Configuration(), ontology(axioms)))
        .isInstanceOf(UnsupportedDatatypeException.class);
    try (var refuter = Refuter.create()) {
      assertThatThrownBy(() -> refuter.check(axioms, Deadline.NEVER))
          .isInstanceOfSatisfying(
              EntenteException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_DATATYPE));
    }
  }

  private static OWLAxiom dated(String date) {
    var literal = FACTORY.getOWLLiteral(date, FACTORY.getOWLDatatype(IRI.create(xsd("date"))));
    return FACTORY.getOWLDataPropertyAssertionAxiom(datum("d"), individual("i"), literal);
  }

  private static String xsd(String name) {
    return "http://www.w3.org/2001/XMLSchema#" + name;
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "\"2024-01-01\"^^xsd:date",
        "\"2024\"^^xsd:gYear",
        "\"2024-01\"^^xsd:gYearMonth",
        "\"10:00:00\"^^xsd:time",
        "\"P1D\"^^xsd:duration",
        "\"<b/>\"^^rdf:HTML",
        "\"x\"^^<http://example.org/own>",
      })
  void valuesOfRefusedDatatypesAreNamedAsSuch(String literal) {
    var e = refused(":d a owl:DatatypeProperty . :i :d " + literal + " .");
    assertThat(e).as(literal).isNotNull();
    assertThat(e.code())
        .as(e.getMessage())
        .isIn(ErrorCode.UNSUPPORTED_DATATYPE, ErrorCode.NOT_OWL_2_DL);
  }

  @Test
  void inAnnotationsTheyAreFine() {
    assertThat(refused(":a a owl:AnnotationProperty . :i :a \"2024\"^^xsd:gYear .")).isNull();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "\"-1\"^^xsd:nonNegativeInteger",
        "\"one\"^^xsd:integer",
        "\"maybe\"^^xsd:boolean",
        "\"2024-13-01T00:00:00Z\"^^xsd:dateTime",
      })
  void malformedLiteralsAreRefusedWhenRead(String literal) {
    var e = refused(":d a owl:DatatypeProperty . :i :d " + literal + " .");
    assertThat(e).as(literal).isNotNull();
    assertThat(e.code()).as(e.getMessage()).isEqualTo(ErrorCode.MALFORMED_LITERAL);
  }

  /** Upstream takes the literal of a negative assertion by its spelling. */
  @Test
  void negativeAssertionsAreTakenByValue() {
    var one = FACTORY.getOWLLiteral("1", FACTORY.getOWLDatatype(IRI.create(xsd("integer"))));
    var same = FACTORY.getOWLLiteral("01", FACTORY.getOWLDatatype(IRI.create(xsd("integer"))));
    var d = datum("d");
    var i = individual("i");
    var axioms =
        List.<OWLAxiom>of(
            FACTORY.getOWLDataPropertyAssertionAxiom(d, i, one),
            FACTORY.getOWLNegativeDataPropertyAssertionAxiom(d, i, same));
    assertThat(Oracle.consistent(axioms)).as("upstream").isTrue();
    try (var refuter = Refuter.create()) {
      assertThat(refuter.check(axioms, Deadline.NEVER)).isEqualTo(Verdict.INCONSISTENT);
    }
  }

  // ---- unions of nothing ----

  /** Classes without instances, none of them called owl:Nothing. */
  private static List<OWLClassExpression> impossible() {
    var p = property("p");
    var d = datum("d");
    var none = FACTORY.getOWLNothing();
    var noValue = FACTORY.getOWLDataComplementOf(FACTORY.getTopDatatype());
    return List.of(
        FACTORY.getOWLObjectSomeValuesFrom(p, none),
        FACTORY.getOWLObjectMinCardinality(2, p, none),
        FACTORY.getOWLObjectExactCardinality(1, p, none),
        FACTORY.getOWLObjectMinCardinality(0, p, type("A")).getObjectComplementOf(),
        FACTORY.getOWLObjectAllValuesFrom(p, FACTORY.getOWLThing()).getObjectComplementOf(),
        FACTORY.getOWLObjectIntersectionOf(type("A"), none),
        FACTORY.getOWLObjectIntersectionOf(type("A"), type("A").getObjectComplementOf()),
        FACTORY.getOWLObjectHasSelf(FACTORY.getOWLBottomObjectProperty()),
        FACTORY.getOWLDataSomeValuesFrom(d, noValue),
        FACTORY.getOWLDataMinCardinality(1, d, noValue));
  }

  /** Upstream makes a union without operands of operands without instances. */
  @Test
  void aUnionOfNothingStopsHermitAndNotUs() {
    var nothings = FACTORY.getOWLObjectUnionOf(impossible().subList(0, 2));
    var axioms =
        List.<OWLAxiom>of(
            FACTORY.getOWLSubClassOfAxiom(
                type("A"), FACTORY.getOWLObjectSomeValuesFrom(property("q"), nothings)),
            FACTORY.getOWLClassAssertionAxiom(type("A"), individual("i")));
    assertThatThrownBy(() -> new Reasoner(new Configuration(), ontology(axioms)))
        .as("upstream: if it has gone, so may Simplified")
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("operands");
    try (var refuter = Refuter.create()) {
      assertThat(refuter.check(axioms, Deadline.NEVER)).isEqualTo(Verdict.INCONSISTENT);
      assertThat(refuter.check(axioms.subList(0, 1), Deadline.NEVER)).isEqualTo(Verdict.CONSISTENT);
    }
  }

  /** Each pair of impossible classes in each place of an axiom, where what follows is plain. */
  @Test
  void whatIsImpossibleIsNothingWhereverItStands() {
    var i = individual("i");
    try (var refuter = Refuter.create()) {
      for (var one : impossible()) {
        for (var other : impossible()) {
          if (one.equals(other)) {
            continue;
          }
          var union = FACTORY.getOWLObjectUnionOf(one, other);
          var all = union.getObjectComplementOf();
          var inIt = FACTORY.getOWLClassAssertionAxiom(type("B"), i);
          var cases =
              List.of(
                  List.of(FACTORY.getOWLClassAssertionAxiom(union, i)),
                  List.of(FACTORY.getOWLSubClassOfAxiom(type("B"), union), inIt),
                  List.of(FACTORY.getOWLEquivalentClassesAxiom(type("B"), union), inIt),
                  List.of(FACTORY.getOWLSubClassOfAxiom(all, one)),
                  List.of(FACTORY.getOWLDisjointClassesAxiom(type("B"), all), inIt),
                  List.of(
                      FACTORY.getOWLDisjointClassesAxiom(
                          List.of(all, one.getObjectComplementOf(), other))),
                  List.of(FACTORY.getOWLDisjointUnionAxiom(type("B"), Stream.of(one, other)), inIt),
                  List.of(
                      FACTORY.getOWLObjectPropertyRangeAxiom(property("r"), union),
                      FACTORY.getOWLObjectPropertyAssertionAxiom(property("r"), i, i)));
          for (var axioms : cases) {
            assertThat(refuter.check(axioms, Deadline.NEVER))
                .as("%s", axioms)
                .isEqualTo(Verdict.INCONSISTENT);
          }
          assertThat(
                  refuter.check(
                      List.of(
                          FACTORY.getOWLSubClassOfAxiom(union, type("B")),
                          FACTORY.getOWLClassAssertionAxiom(all, i),
                          FACTORY.getOWLDisjointClassesAxiom(one, other)),
                      Deadline.NEVER))
              .isEqualTo(Verdict.CONSISTENT);
        }
      }
    }
  }

  // ---- profile ----

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        ":p a owl:TransitiveProperty . :A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ;"
            + " owl:maxCardinality \"1\"^^xsd:nonNegativeInteger ] .",
        ":p a owl:TransitiveProperty , owl:FunctionalProperty .",
        ":p a owl:TransitiveProperty , owl:IrreflexiveProperty .",
        ":p owl:propertyChainAxiom ( :q :q ) . :p a owl:AsymmetricProperty .",
        ":p owl:propertyChainAxiom ( :q :p :q ) .",
        ":p a owl:DatatypeProperty .",
      })
  void whatIsOutsideTheProfileIsRefused(String axiom) {
    var e =
        refused(":A a owl:Class . :p a owl:ObjectProperty . :q a owl:ObjectProperty . " + axiom);
    assertThat(e).as(axiom).isNotNull();
    assertThat(e.code()).as(e.getMessage()).isEqualTo(ErrorCode.NOT_OWL_2_DL);
  }

  @Test
  void punnedPropertiesAreTakenByHermitAndRefusedByUs() {
    var object = property("p");
    var data = datum("p");
    var axioms =
        List.<OWLAxiom>of(
            FACTORY.getOWLObjectPropertyAssertionAxiom(object, individual("i"), individual("j")),
            FACTORY.getOWLDataPropertyAssertionAxiom(data, individual("i"), 1));
    assertThat(Oracle.consistent(axioms)).as("upstream").isTrue();
    assertThat(refused(":p a owl:ObjectProperty , owl:DatatypeProperty . :i :p :j ; :p 1 .").code())
        .isIn(ErrorCode.NOT_OWL_2_DL, ErrorCode.LOST_TRIPLE);
  }

  // ---- wrong answers ----

  private static final String LEISURE =
      """
      :Student a owl:Class . :Course a owl:Class . :UGCourse a owl:Class ; rdfs:subClassOf :Course .
      :takesCourse a owl:ObjectProperty ; rdfs:domain :Student ; rdfs:range :Course .
      :LeisureStudent a owl:Class ; owl:equivalentClass [ a owl:Class ; owl:intersectionOf ( :Student
        [ a owl:Restriction ; owl:onProperty :takesCourse ; owl:onClass :Course ;
          owl:maxQualifiedCardinality "1"^^xsd:nonNegativeInteger ] ) ] .
      :s :takesCourse :c1 , :c2 . :c1 a :UGCourse .
      """;

  /** ENGINE.md, Cautions: a merge made by a guess is read as certain. */
  @Test
  void theOtherCourseOfAStudentIsNoUndergraduateCourse() {
    try (var kb = CompletenessTest.of(LEISURE)) {
      var answers = kb.query("SELECT ?x { ?x a :UGCourse }").run();
      assertThat(answers.rows()).hasSize(1);
      assertThat(answers.guarantee()).isEqualTo(Guarantee.SOUND_AND_COMPLETE);
      var entailments =
          ((Outcome.Answered<Entailments>) kb.entailments(Optional.empty(), LIMIT)).value();
      var axioms = entailments.axioms();
      var fact = FACTORY.getOWLClassAssertionAxiom(type("UGCourse"), individual("c2"));
      assertThat(Oracle.entails(axioms, fact)).isFalse();
      var reasoner = new Reasoner(new Configuration(), ontology(new ArrayList<>(axioms)));
      assertThat(
              reasoner.isEntailed(fact)
                  || reasoner.hasType(individual("c2"), type("UGCourse"), false))
          .as("upstream: the known wrong answer; if it has gone, so may this test")
          .isTrue();
    }
  }

  // ---- threads and limits ----

  /** More things than places, no two in one: hard for a tableau, and inconsistent. */
  private static List<OWLAxiom> pigeons(int pigeons, int holes) {
    var axioms = new ArrayList<OWLAxiom>();
    var in = property("in");
    var places = IntStream.range(0, holes).mapToObj(h -> individual("hole" + h)).toList();
    axioms.add(
        FACTORY.getOWLSubClassOfAxiom(
            type("Pigeon"),
            FACTORY.getOWLObjectUnionOf(
                places.stream().map(h -> FACTORY.getOWLObjectHasValue(in, h)).toList())));
    axioms.add(FACTORY.getOWLInverseFunctionalObjectPropertyAxiom(in));
    var all = IntStream.range(0, pigeons).mapToObj(p -> individual("pigeon" + p)).toList();
    all.forEach(p -> axioms.add(FACTORY.getOWLClassAssertionAxiom(type("Pigeon"), p)));
    axioms.add(FACTORY.getOWLDifferentIndividualsAxiom(all));
    if (holes > 1) {
      axioms.add(FACTORY.getOWLDifferentIndividualsAxiom(places));
    }
    return axioms;
  }

  @Test
  void manyThreadsGetTheVerdictOfOne() throws Exception {
    var wrong = pigeons(4, 3);
    var right = pigeons(3, 3);
    var threads = Executors.newFixedThreadPool(8);
    try (var refuter = Refuter.create()) {
      var checks = new ArrayList<Callable<List<Verdict>>>();
      for (int thread = 0; thread < 8; thread++) {
        checks.add(
            () ->
                IntStream.range(0, 50)
                    .mapToObj(i -> refuter.check(i % 2 == 0 ? wrong : right, Deadline.NEVER))
                    .toList());
      }
      var expected =
          IntStream.range(0, 50)
              .mapToObj(i -> i % 2 == 0 ? Verdict.INCONSISTENT : Verdict.CONSISTENT)
              .toList();
      for (var verdicts : threads.invokeAll(checks)) {
        assertThat(verdicts.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aDeadlineEndsAHardCheckAndThePoolGoesOn() {
    var hard = pigeons(13, 12);
    try (var refuter = Refuter.create()) {
      refuter.check(pigeons(2, 2), Deadline.NEVER);
      for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
        long start = System.nanoTime();
        assertThat(refuter.check(hard, Deadline.after(Duration.ofMillis(300))))
            .isEqualTo(Verdict.UNDECIDED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      }
      assertThat(refuter.check(pigeons(3, 2), Deadline.after(Duration.ofSeconds(10))))
          .as("no thread of the pool is lost")
          .isEqualTo(Verdict.INCONSISTENT);
    }
  }

  @Test
  void aHardOntologyEndsAtTheLimit() {
    var turtle = new StringBuilder(":in a owl:ObjectProperty , owl:InverseFunctionalProperty .\n");
    turtle.append(":Pigeon a owl:Class ; rdfs:subClassOf [ a owl:Class ; owl:unionOf (");
    for (int h = 0; h < 12; h++) {
      turtle.append(" [ a owl:Restriction ; owl:onProperty :in ; owl:hasValue :h").append(h);
      turtle.append(" ]");
    }
    turtle.append(" ) ] .\n[] a owl:AllDifferent ; owl:distinctMembers (");
    IntStream.range(0, 13).forEach(p -> turtle.append(" :p").append(p));
    turtle.append(" ) .\n");
    IntStream.range(0, 13).forEach(p -> turtle.append(":p" + p + " a :Pigeon .\n"));
    try (KnowledgeBase kb = CompletenessTest.of(turtle.toString())) {
      kb.snapshot(Optional.empty());
      long start = System.nanoTime();
      var outcome = kb.query("ASK { :p0 a :Pigeon }").timeout(Duration.ofMillis(300)).outcome();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      assertThat(outcome).isInstanceOf(Outcome.LimitReached.class);
      assertThatThrownBy(
              () -> kb.query("ASK { :p0 a :Pigeon }").timeout(Duration.ofMillis(300)).run())
          .isInstanceOfSatisfying(
              EntenteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_REACHED));
    }
  }

  /**
   * It looks at chains in universal restrictions only; keys and rules want the values themselves.
   */
  @Test
  void valuesThatComeOfChainsAreNotSeenInKeys() {
    var part = property("part");
    var in = property("in");
    var axioms =
        List.<OWLAxiom>of(
            FACTORY.getOWLSubPropertyChainOfAxiom(List.of(part, part), in),
            FACTORY.getOWLHasKeyAxiom(FACTORY.getOWLThing(), in),
            FACTORY.getOWLObjectPropertyAssertionAxiom(part, individual("a"), individual("m")),
            FACTORY.getOWLObjectPropertyAssertionAxiom(part, individual("m"), individual("z")),
            FACTORY.getOWLObjectPropertyAssertionAxiom(in, individual("b"), individual("z")),
            FACTORY.getOWLDifferentIndividualsAxiom(individual("a"), individual("b")));
    assertThat(Oracle.consistent(axioms)).as("wrong: a and b are one by the key").isTrue();
    assertThat(Refuter.overlooks(axioms)).isTrue();
    assertThat(Refuter.overlooks(axioms.subList(1, 6))).isFalse();
    var text =
        """
        @prefix : <http://example.org/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
        :part a owl:ObjectProperty . :C a owl:Class .
        :in a owl:ObjectProperty ; owl:propertyChainAxiom ( :part :part ) .
        owl:Thing owl:hasKey ( :in ) .
        :a :part :m . :m :part :z . :b :in :z ; a :C .
        """;
    try (var kb = knowing(text + ":a owl:differentFrom :b .")) {
      assertThat(kb.query("ASK { ?x ?p ?y }").outcome()).isInstanceOf(Outcome.Inconsistent.class);
    }
    try (var kb = knowing(text)) {
      var answers = kb.query("SELECT ?x { ?x a <http://example.org/C> }").run();
      assertThat(answers.rows()).hasSize(2);
    }
  }

  /** Keys and rules are about individuals with a name. */
  @Test
  void blankNodesAreNotIdentifiedByKeys() {
    var text =
        """
        @prefix : <http://example.org/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
        :C a owl:Class . :D a owl:Class . :E a owl:Class . :q a owl:ObjectProperty .
        :D owl:equivalentClass [ a owl:Class ; owl:unionOf ( :E :F ) ] . :F a owl:Class .
        :id a owl:DatatypeProperty . :C owl:hasKey ( :id ) .
        :n a :C, :D ; :id 1 . [] a :C ; :id 1 ; :q :z . :m a :C ; :id 1 ; :q :y .
        """;
    try (var kb = knowing(text)) {
      var named = "SELECT ?x { <http://example.org/n> <http://example.org/q> ?x }";
      assertThat(kb.query(named).run().rows()).as("by rules: y, not z").hasSize(1);
      var all = "SELECT ?x { ?x a <http://example.org/D> }";
      assertThat(kb.query(all).run().rows()).as("n and m").hasSize(2);
      // Not decided by rules: whether each is an E or an F is open.
      var open = "SELECT ?x { ?x a <http://example.org/E> }";
      assertThat(kb.query(open).run().rows()).isEmpty();
    }
  }

  /** HermiT cannot be interrupted while it makes clauses of counts, two by two. */
  @Test
  void hugeCountsAreLeftUndecided() {
    var many = FACTORY.getOWLObjectMaxCardinality(100_000, property("p"), type("C"));
    var axioms = List.<OWLAxiom>of(FACTORY.getOWLSubClassOfAxiom(type("D"), many));
    try (var refuter = Refuter.create()) {
      assertThat(refuter.check(axioms, Deadline.after(LIMIT))).isEqualTo(Verdict.UNDECIDED);
    }
  }

  private static KnowledgeBase knowing(String turtle) {
    return KnowledgeBase.builder()
        .document("http://example.org/graph", "toy.ttl", turtle.getBytes(StandardCharsets.UTF_8))
        .build();
  }
}
