// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import static io.github.entente.certificate.Draw.F;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.query.Certifier.Certified;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates of a toy, whole and altered. */
class CertificateTest {
  private static final String NS = "http://example.org/";
  private static final String TOY =
      """
      PREFIX : <http://example.org/>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      :Person a owl:Class . :Ship a owl:Class . :Parent a owl:Class .
      :Living a owl:Class . :Ghost a owl:Class .
      :knows a owl:ObjectProperty, owl:SymmetricProperty .
      :childOf a owl:ObjectProperty ; owl:inverseOf :parentOf ; rdfs:domain :Person .
      :parentOf a owl:ObjectProperty . :age a owl:DatatypeProperty .
      :note a owl:AnnotationProperty .
      :Person owl:disjointWith :Ship ;
        rdfs:subClassOf [ owl:unionOf ( :Living :Ghost ) ] ,
          [ a owl:Restriction ; owl:onProperty :childOf ; owl:someValuesFrom :Parent ] .
      :Parent owl:equivalentClass
        [ a owl:Restriction ; owl:onProperty :parentOf ; owl:someValuesFrom owl:Thing ] .
      :ann a owl:NamedIndividual ; :childOf :eve ; :knows :bob ; :age 7 ; :note "n" .
      :bob a :Person ; :age 07 . :eve a :Person . :mary a :Ship .
      """;

  private static final KnowledgeBase KB = toy(TOY);

  private static KnowledgeBase toy(String turtle) {
    return KnowledgeBase.builder()
        .document(NS + "graph", "toy.ttl", turtle.getBytes(StandardCharsets.UTF_8))
        .build();
  }

  @AfterAll
  static void close() {
    KB.close();
  }

  private static Certified certified(String query) {
    return KB.query("PREFIX : <" + NS + "> " + query).certify();
  }

  private static List<List<String>> rows(String query) {
    var made = certified(query);
    assertThat(made.verdict().label()).isEqualTo("certified");
    return made.certificate().result().rows();
  }

  private static List<String> row(String... names) {
    return Arrays.stream(names).map(name -> "<" + NS + name + ">").toList();
  }

  // ---- what is certified ----

  @Test
  void eachRowIsDerivedAndAModelHasNoOther() {
    assertThat(rows("SELECT ?x { ?x a :Person }"))
        .containsExactlyInAnyOrder(row("ann"), row("bob"), row("eve"));
    assertThat(rows("SELECT ?x ?y { ?x :knows ?y }"))
        .containsExactlyInAnyOrder(row("ann", "bob"), row("bob", "ann"));
    assertThat(rows("SELECT ?x { ?x a :Parent }")).containsExactly(row("eve"));
    assertThat(rows("SELECT ?x { ?x a :Living }")).isEmpty();
    assertThat(rows("SELECT ?x { ?x a :ClassOfWhichNothingIsSaid }")).isEmpty();
    assertThat(rows("SELECT ?x { ?x a :Person, :Ship }")).isEmpty();
    assertThat(rows("SELECT ?x ?y { ?x :age ?a . ?y :age ?a FILTER(?x != ?y) }")).hasSize(2);
    assertThat(rows("SELECT ?c { :ann a ?c FILTER(STRSTARTS(STR(?c), STR(:))) }"))
        .containsExactly(row("Person"));
    assertThat(rows("ASK { :ann a :Person }")).containsExactly(List.of());
    assertThat(rows("ASK { :mary a :Person }")).isEmpty();
  }

  @Test
  void classExpressionsAreCertified() {
    assertThat(
            rows(
                "SELECT ?x { ?x a [ a owl:Restriction ; owl:onProperty :knows ;"
                    + " owl:someValuesFrom :Person ] }"))
        .containsExactlyInAnyOrder(row("ann"), row("bob"));
    assertThat(
            rows(
                "SELECT ?x { ?x a [ owl:intersectionOf ( :Person [ owl:unionOf ( :Parent :Ship ) ]"
                    + " ) ] }"))
        .containsExactly(row("eve"));
    assertThat(
            rows(
                "SELECT ?x { ?x a :Person ; a [ a owl:Restriction ; owl:onProperty"
                    + " [ owl:inverseOf :childOf ] ; owl:hasValue :ann ] }"))
        .containsExactly(row("eve"));
    assertThat(rows("SELECT ?x { ?x a [ a owl:Class ; owl:oneOf ( :ann :mary ) ] }")).hasSize(2);
    var not = certified("SELECT ?x { ?x a [ owl:complementOf :Ship ] }");
    assertThat(not.verdict().label()).isEqualTo("certified modulo 3 verdicts");
    assertThat(
            certified(
                    "SELECT ?x { ?x a [ owl:onProperty :knows ; owl:maxQualifiedCardinality 0 ;"
                        + " owl:onClass :Ship ] }")
                .certificate()
                .result()
                .rows())
        .isEmpty();
  }

  @Test
  void whatStandsAbovePatternsIsEvaluatedAgain() {
    assertThat(rows("SELECT ?x { ?x a :Person FILTER NOT EXISTS { ?x :knows ?y } }"))
        .containsExactly(row("eve"));
    assertThat(rows("SELECT ?x { ?x a :Person MINUS { ?x a :Parent } }")).hasSize(2);
    assertThat(rows("SELECT (COUNT(*) AS ?n) { ?x a :Person }").get(0).get(0)).contains("\"3\"");
    assertThat(rows("SELECT ?x ?n { ?x a :Person OPTIONAL { ?x :note ?n } } ORDER BY ?x"))
        .contains(List.of("<" + NS + "ann>", "\"n\""));
    assertThat(rows("SELECT ?x { :bob :knows/:childOf+ ?x }")).containsExactly(row("eve"));
    assertThat(rows("SELECT ?x { { ?x a :Ship } UNION { ?x a :Parent } }")).hasSize(2);
    assertThat(rows("SELECT ?x { VALUES ?x { :ann :mary } ?x a :Person }")).hasSize(1);
  }

  /** Whatever follows by cases has no derivation: it is a verdict, and said to be one. */
  @Test
  void whatTheReasonerAloneDecidedIsAVerdict() {
    try (var kb =
        toy(
            TOY
                + ":Living rdfs:subClassOf :Being . :Ghost rdfs:subClassOf :Being ."
                + " :Being a owl:Class .")) {
      var made = kb.query("SELECT ?x { ?x a <" + NS + "Being> }").certify();
      assertThat(made.certificate().result().rows()).hasSize(3);
      assertThat(made.verdict().label()).isEqualTo("certified modulo 3 verdicts");
      assertThat(kb.verify(made.certificate())).isEqualTo(made.verdict());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ?x { ?x ?p ?y }",
        "SELECT ?c { ?c rdfs:subClassOf :Person }",
        "SELECT ?x { ?x a owl:Class }",
        "SELECT ?x ?c { ?x a [ owl:complementOf ?c ] }",
        "SELECT ?x { ?x a [ owl:onProperty :age ; owl:someValuesFrom xsd:integer ] }",
        "SELECT ?x { ?x !:knows ?y }",
        "SELECT ?x { ?x a :Person } LIMIT 1",
        "CONSTRUCT WHERE { ?x a :Person }"
      })
  void whatACertificateCannotSpeakOfIsRefused(String query) {
    assertThatThrownBy(() -> certified(query))
        .isInstanceOfSatisfying(
            EntenteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REFUSED_QUERY))
        .hasMessageContaining("No certificate can be made");
  }

  @Test
  void individualsWithoutANameAreRefused() {
    try (var kb = toy(TOY + "[] a :Person .")) {
      assertThatThrownBy(() -> kb.query("SELECT ?x { ?x a <" + NS + "Person> }").certify())
          .hasMessageContaining("blank nodes");
    }
  }

  // ---- what is altered ----

  private static final String QUERY =
      "SELECT ?x ?y ?a { ?x a :Person ; :age ?a . ?y a :Parent ; :parentOf ?z }";

  private static List<String> lines(Certificate certificate) {
    try {
      var bytes = new ByteArrayOutputStream();
      certificate.write(bytes);
      var in = new GZIPInputStream(new ByteArrayInputStream(bytes.toByteArray()));
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Certificate read(List<String> lines) {
    try {
      var bytes = new ByteArrayOutputStream();
      try (var out = new GZIPOutputStream(bytes)) {
        out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return Certificate.read(new ByteArrayInputStream(bytes.toByteArray()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The lines with a last one that fits them, as who alters a certificate would make it. */
  private static List<String> sealed(List<String> lines) {
    var all = new ArrayList<>(lines.subList(0, lines.size() - 1));
    var text = String.join("\n", all) + "\n";
    all.add(
        "end\t"
            + HexFormat.of()
                .formatHex(
                    CertificateWriter.sha256().digest(text.getBytes(StandardCharsets.UTF_8))));
    return all;
  }

  @Test
  void aCertificateIsReadAsItWasWritten() {
    var made = certified(QUERY).certificate();
    var read = read(lines(made));
    assertThat(lines(read)).isEqualTo(lines(made));
    assertThat(read.steps()).isEqualTo(made.steps());
    assertThat(read.result()).isEqualTo(made.result());
    assertThat(read.asked()).isEqualTo(made.asked());
    assertThat(KB.verify(read).label()).isEqualTo("certified");
  }

  @Test
  void noLineCanBeTakenAwayOrChangedUnseen() {
    var lines = lines(certified(QUERY).certificate());
    for (int i = 0; i < lines.size(); i++) {
      var fewer = new ArrayList<>(lines);
      fewer.remove(i);
      assertThatThrownBy(() -> read(fewer))
          .isInstanceOfSatisfying(
              EntenteException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_CERTIFICATE));
      var changed = new ArrayList<>(lines);
      changed.set(i, lines.get(i) + "0");
      assertThatThrownBy(() -> read(changed)).isInstanceOf(EntenteException.class);
    }
  }

  /** Sealed anew, what is altered no longer proves what it did. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "query",
        "snapshot",
        "axiom",
        "step",
        "model",
        "name",
        "class",
        "edge",
        "columns",
        "row"
      })
  void aLineThatIsMissingIsMissedThoughTheDigestFits(String kind) {
    var lines = lines(certified(QUERY).certificate());
    int altered = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(kind + "\t") && !optional(lines.get(i))) {
        var fewer = new ArrayList<>(lines);
        fewer.remove(i);
        assertThatThrownBy(() -> KB.verify(read(sealed(fewer))))
            .as(lines.get(i))
            .isInstanceOf(EntenteException.class);
        altered++;
      }
    }
    assertThat(altered).isPositive();
  }

  /** Whether a fact of a model is its own choice, so that there is a model without it too. */
  private static boolean optional(String line) {
    return line.contains("Ghost") || line.contains("Living");
  }

  @Test
  void aRowOrAFactThatIsChangedIsFound() {
    var lines = lines(certified(QUERY).certificate());
    record Change(String kind, String from, String to, String found) {}
    var changes =
        List.of(
            new Change("row", "ann>", "mary>", "The answer"),
            new Change("step", "/Person>", "/Ghost>", "Derivation"),
            new Change("step", "/ann>", "/mary>", "Derivation"),
            new Change("axiom", "/Person>", "/Ghost>", "not in the data"),
            new Change("claim", "complete", "half", "Line"),
            new Change("model", "", "9", "Line"),
            new Change("snapshot", "", "0", "digest"),
            new Change("query", "Person", "Ship", ""));
    for (var change : changes) {
      int at = 0;
      while (!lines.get(at).startsWith(change.kind() + "\t")
          || !lines.get(at).contains(change.from())) {
        at++;
      }
      var changed = new ArrayList<>(lines);
      changed.set(
          at,
          change.from().isEmpty()
              ? change.kind() + "\t0" + lines.get(at).substring(change.kind().length() + 2)
              : lines.get(at).replace(change.from(), change.to()));
      assertThat(changed).as("%s", change).isNotEqualTo(lines);
      assertThatThrownBy(() -> KB.verify(read(sealed(changed))))
          .as("%s", change)
          .isInstanceOf(EntenteException.class)
          .hasMessageContaining(change.found());
    }
  }

  @Test
  void dataWithATripleLessOrMoreAreOtherData() {
    var certificate = certified(QUERY).certificate();
    for (var turtle :
        List.of(
            TOY.replace(":childOf :eve ;", ""),
            TOY.replace(":bob a :Person ;", ":bob"),
            TOY + ":joe a :Person .")) {
      try (var kb = toy(turtle)) {
        assertThatThrownBy(() -> kb.verify(certificate)).hasMessageContaining("digest");
        var forged =
            new Certificate(
                new Certificate.Asked(
                    certificate.asked().query(),
                    certificate.asked().view(),
                    kb.snapshot(certificate.asked().view()).digest()),
                certificate.steps(),
                certificate.models(),
                true,
                certificate.result());
        assertThatThrownBy(() -> kb.verify(forged)).isInstanceOf(EntenteException.class);
      }
    }
  }

  @Test
  void aModelMayNotDenyNorHideASolution() {
    var made = certified("SELECT ?x { ?x a :Living }").certificate();
    var ann = F.getOWLNamedIndividual(NS + "ann");
    var full = lines(made).stream().map(line -> line.replace("Ghost>", "Living>")).toList();
    assertThatThrownBy(() -> KB.verify(read(sealed(full))))
        .hasMessageContaining("neither derived nor false");
    var none = new Certificate(made.asked(), made.steps(), List.of(), false, made.result());
    assertThat(KB.verify(none).label()).isEqualTo("sound, not certified to be complete");
    var claimed = new Certificate(made.asked(), made.steps(), List.of(), true, made.result());
    assertThatThrownBy(() -> KB.verify(claimed)).hasMessageContaining("not shown to be complete");
    var verdict =
        new Certificate.Step(
            F.getOWLClassAssertionAxiom(F.getOWLClass(NS + "Ship"), ann),
            List.of(),
            List.of(),
            true);
    var ships = certified("SELECT ?x { ?x a :Ship }").certificate();
    var lie =
        new Certificate(ships.asked(), List.of(verdict), ships.models(), false, ships.result());
    assertThatThrownBy(() -> KB.verify(lie)).hasMessageContaining("is false");
  }
}
