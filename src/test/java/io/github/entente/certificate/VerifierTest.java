// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import static io.github.entente.certificate.Draw.F;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.reason.Axioms;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.compose.Union;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLIndividual;

/** Certificates that lie, each in one point. */
class VerifierTest {
  private static final String NS = "http://example.org/";
  private static final String TOY =
      """
      PREFIX : <http://example.org/>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      :Person a owl:Class ; rdfs:subClassOf [ owl:unionOf ( :Living :Ghost ) ] .
      :Living a owl:Class . :Ghost a owl:Class . :Ship a owl:Class ; owl:disjointWith :Person .
      :knows a owl:ObjectProperty ; rdfs:domain :Person .
      :birthplace a owl:ObjectProperty, owl:FunctionalProperty .
      :ann :knows :bob , :eve ; :birthplace :oslo , :christiania . :bob a :Person ; :knows :eve .
      :eve a owl:NamedIndividual . :oslo a :Ship . :christiania a owl:NamedIndividual .
      :mary a [ a owl:Class ; owl:complementOf :Person ] .
      """;

  private static final KnowledgeBase KB =
      KnowledgeBase.builder()
          .document(NS + "graph", "toy.ttl", TOY.getBytes(StandardCharsets.UTF_8))
          .build();

  /** It wants two models: in each somebody is one or the other. */
  private static final String EITHER = "SELECT ?x { { ?x a :Living } UNION { ?x a :Ghost } }";

  @AfterAll
  static void close() {
    KB.close();
  }

  private static Certificate certificate(String query) {
    return KB.query("PREFIX : <" + NS + "> " + query).certify().certificate();
  }

  private static Verifier.Data data() {
    var snapshot = KB.snapshot(Optional.empty());
    return new Verifier.Data(
        snapshot.digest(),
        Axioms.of(snapshot),
        new Union(snapshot.asserted(), snapshot.generated()),
        Map.of());
  }

  private static List<List<String>> rows(String query) {
    var made = certificate(query);
    assertThat(KB.verify(made).label()).isEqualTo("certified");
    return made.result().rows();
  }

  private static List<String> row(String... names) {
    return Arrays.stream(names).map(name -> "<" + NS + name + ">").toList();
  }

  private static Certificate with(Certificate made, List<Model> models, boolean complete) {
    return new Certificate(made.asked(), made.steps(), models, complete, made.result());
  }

  private static Certificate with(Certificate made, List<Certificate.Step> steps) {
    return new Certificate(made.asked(), steps, made.models(), made.complete(), made.result());
  }

  private static Certificate.Step step(OWLAxiom fact, List<String> axioms, Integer... premises) {
    return new Certificate.Step(fact, axioms, List.of(premises), false);
  }

  private static OWLAxiom type(String of, String name) {
    return F.getOWLClassAssertionAxiom(F.getOWLClass(NS + of), F.getOWLNamedIndividual(NS + name));
  }

  private static <T> List<T> and(List<T> list, T one) {
    return Stream.concat(list.stream(), Stream.of(one)).toList();
  }

  private static void refused(Certificate lie, String said) {
    assertThatThrownBy(() -> Verifier.verify(lie, data()))
        .isInstanceOfSatisfying(
            EntenteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_CERTIFICATE))
        .hasMessageContaining(said);
  }

  // ---- derivations ----

  @Test
  void noStepProvesItselfNorRestsOnALaterOne() {
    var made = certificate("SELECT ?x { ?x a :Ship }");
    var ship = type("Ship", "bob");
    int next = made.steps().size();
    refused(with(made, and(made.steps(), step(ship, List.of(), next))), "does not come before it");
    refused(with(made, and(made.steps(), step(ship, List.of(), -1))), "does not come before it");
    refused(
        with(
            made,
            and(and(made.steps(), step(ship, List.of(), next + 1)), step(ship, List.of(), next))),
        "does not come before it");
    refused(with(made, and(made.steps(), step(ship, List.of()))), "does not follow");
    var axiom = F.getOWLSubClassOfAxiom(F.getOWLClass(NS + "Person"), F.getOWLClass(NS + "Ship"));
    refused(
        with(made, and(made.steps(), step(ship, List.of(axiom.toString())))), "not in the data");
  }

  @Test
  void aVerdictCountsAsOneAndADerivationAsOne() {
    var made = certificate("SELECT ?x { ?x a :Person }");
    var verdict = Verifier.verify(made, data());
    assertThat(verdict.steps()).isEqualTo(made.steps().size()).isPositive();
    assertThat(verdict.verdicts()).isZero();
    assertThat(verdict.rows()).isEqualTo(2);
    assertThat(verdict.models()).isEqualTo(made.models().size());
    var taken = new Certificate.Step(type("Person", "bob"), List.of(), List.of(), true);
    var modulo = Verifier.verify(with(made, and(made.steps(), taken)), data());
    assertThat(modulo.steps()).isEqualTo(verdict.steps());
    assertThat(modulo.label()).isEqualTo("certified modulo 1 verdict");
  }

  @Test
  void individualsWithoutANameAreRefused() {
    var data = data();
    var axioms = new ArrayList<OWLAxiom>(data.axioms());
    axioms.add(
        F.getOWLClassAssertionAxiom(
            F.getOWLClass(NS + "Ship"), F.getOWLNamedIndividual(StepCheck.UNNAMED + "1")));
    var nameless = new Verifier.Data(data.digest(), axioms, data.graph(), data.stored());
    assertThatThrownBy(() -> Verifier.verify(certificate("SELECT ?x { ?x a :Ship }"), nameless))
        .isInstanceOfSatisfying(
            EntenteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REFUSED_QUERY));
  }

  // ---- models ----

  @Test
  void aModelHasAnElementForEachIndividual() {
    var made = certificate("SELECT ?x { ?x a :Ship }");
    var model = made.models().get(0);
    for (var left : model.individuals().keySet()) {
      var builder = Model.builder(model.size());
      model.individuals().forEach((one, x) -> name(builder, one, x, left));
      model
          .classes()
          .forEach(c -> model.instances(c).stream().forEach(x -> builder.instance(c, x)));
      refused(with(made, List.of(builder.build()), false), "no element for " + left);
    }
  }

  private static void name(
      Model.Builder builder, OWLIndividual one, int element, OWLIndividual left) {
    if (!one.equals(left)) {
      builder.name(one, element);
    }
  }

  @Test
  void whatIsOpenIsToldAsWhatIsNotDerived() {
    var made = certificate("SELECT ?x { ?x a :Person, :Living }");
    assertThat(made.complete()).isTrue();
    var either = certificate(EITHER);
    assertThat(either.models()).hasSizeGreaterThan(1);
    int open = 0;
    for (var model : either.models()) {
      var one = with(made, List.of(model), false);
      var verdict = Verifier.verify(one, data());
      assertThat(verdict.complete()).isEqualTo(verdict.candidates().isEmpty());
      assertThat(verdict.candidates()).noneMatch(triple -> data().graph().contains(triple));
      open += verdict.candidates().size();
    }
    assertThat(open).isPositive();
  }

  // ---- one after the other ----

  @Test
  void whatWasCheckedBeforeVouchesForNothingElse() {
    var made = certificate(EITHER);
    assertThat(made.complete()).isTrue();
    assertThat(made.models()).hasSizeGreaterThan(1);
    for (var model : made.models()) {
      var verifier = Verifier.over(data());
      assertThat(verifier.next(made).complete()).isTrue();
      assertThatThrownBy(() -> verifier.next(with(made, List.of(model), true)))
          .hasMessageContaining("not shown to be complete");
    }
    var persons = "PREFIX : <" + NS + "> SELECT ?x { ?x a :Person }";
    var asked = new Certificate.Asked(persons, made.asked().view(), made.asked().snapshot());
    var row = new Certificate.Result(made.result().columns(), List.of(row("mary")));
    var lies =
        List.of(
            new Certificate(asked, made.steps(), made.models(), true, made.result()),
            new Certificate(made.asked(), made.steps(), made.models(), true, row),
            with(made, and(made.steps(), step(type("Ship", "bob"), List.of()))));
    for (var lie : lies) {
      var verifier = Verifier.over(data());
      verifier.next(made);
      assertThatThrownBy(() -> verifier.next(lie)).isInstanceOf(EntenteException.class);
    }
  }

  @Test
  void anotherModelOnTopIsEnough() {
    var made = certificate(EITHER);
    var verifier = Verifier.over(data());
    var some = verifier.next(with(made, made.models().subList(0, 1), false));
    assertThat(some.complete()).isFalse();
    assertThat(some.candidates()).isNotEmpty();
    var all = verifier.next(made);
    assertThat(all.complete()).isTrue();
    assertThat(all.candidates()).isEmpty();
  }

  // ---- rows ----

  @Test
  void aRowStandsAsOftenAsItIsFound() {
    var made = certificate("SELECT ?y { ?x :knows ?y }");
    assertThat(made.result().rows()).containsExactlyInAnyOrder(row("bob"), row("eve"), row("eve"));
    var once = new Certificate.Result(made.result().columns(), List.of(row("bob"), row("eve")));
    refused(new Certificate(made.asked(), made.steps(), made.models(), true, once), "is missing");
    var thrice =
        new Certificate.Result(made.result().columns(), and(made.result().rows(), row("eve")));
    refused(
        new Certificate(made.asked(), made.steps(), made.models(), true, thrice),
        "is not among the answers");
  }

  @Test
  void storedGraphsAreMatchedAsTheyAre() {
    assertThat(rows("SELECT ?x { ?x a :Person GRAPH ?g { ?x a :Person } }"))
        .containsExactly(row("bob"));
  }

  @Test
  void equalitiesAreDerivedBothWaysAndOfEachWithItself() {
    assertThat(rows("SELECT ?x ?y { ?x owl:sameAs ?y FILTER (?x != ?y) }"))
        .containsExactlyInAnyOrder(row("oslo", "christiania"), row("christiania", "oslo"));
    assertThat(rows("SELECT ?x { ?x owl:sameAs ?x }"))
        .containsExactlyInAnyOrder(
            row("ann"), row("bob"), row("eve"), row("oslo"), row("christiania"), row("mary"));
    assertThat(rows("SELECT ?x { ?x a :Ship }"))
        .containsExactlyInAnyOrder(row("oslo"), row("christiania"));
  }

  /** The data say the same of one of them with a blank node of their own. */
  @Test
  void anInstanceOfAClassExpressionIsFoundOnce() {
    var made = certificate("SELECT ?x { ?x a [ a owl:Class ; owl:complementOf :Person ] }");
    assertThat(made.result().rows())
        .containsExactlyInAnyOrder(row("mary"), row("oslo"), row("christiania"));
    assertThat(Verifier.verify(made, data()).rows()).isEqualTo(3);
  }
}
