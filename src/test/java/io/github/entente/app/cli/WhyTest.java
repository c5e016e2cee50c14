// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code why}, {@code why-not} and {@code --why} on a toy written by hand. */
class WhyTest {
  private static final String TOY =
      """
      @prefix : <http://example.org/> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      :C a owl:Class ; rdfs:label "crew member"@en .
      :P a owl:Class ; rdfs:label "person"@en .
      :S a owl:Class ; rdfs:label "ship"@en ; owl:disjointWith :P .
      :sailsOn a owl:ObjectProperty ; rdfs:label "sails on"@en ; rdfs:domain :C ; rdfs:range :S .
      :C rdfs:subClassOf :P .
      :ann a owl:NamedIndividual ; rdfs:label "Ann"@en ; :sailsOn :argo .
      :argo a owl:NamedIndividual ; rdfs:label "Argo"@en .
      :bob a owl:NamedIndividual ; rdfs:label "Bob"@en .
      """;

  private String data;

  @BeforeEach
  void write(@TempDir Path folder) throws Exception {
    data = Files.writeString(folder.resolve("toy.ttl"), TOY).toString();
  }

  @Test
  void aStatementIsExplainedByItsLabels() {
    var run = Run.of("why", "--data", data, "Ann", "a", "person");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Why Ann is a person")
        .contains("Ann sails on Argo")
        .contains("toy.ttl:9")
        .contains("whatever is a crew member is a person");
  }

  @Test
  void everyFormatIsWritten() {
    for (var format : new String[] {"text", "md", "json", "ttl", "html", "dot", "svg", "oa"}) {
      var run = Run.of("why", "--data", data, "Ann a person", "--format", format);
      assertThat(run.code()).as(format + run.err()).isZero();
      assertThat(run.out()).isNotBlank();
      var row =
          Run.of(
              "query",
              "--data",
              data,
              "-e",
              "SELECT ?x { ?x a :P }",
              "--why",
              "1",
              "--why-format",
              format);
      assertThat(row.code()).as(format + row.err()).isZero();
      assertThat(row.out()).isNotBlank().doesNotContain("1 row");
    }
  }

  @Test
  void whatDoesNotFollowHasExitCodeThree() {
    var run = Run.of("why", "--data", data, "Bob a person");
    assertThat(run.code()).isEqualTo(Exit.NEGATIVE);
    assertThat(run.err()).contains("why-not");
  }

  @Test
  void anUnknownNameIsToldWithOneLikeIt() {
    var run = Run.of("why", "--data", data, "Ann a persom");
    assertThat(run.code()).isEqualTo(Exit.USAGE);
    assertThat(run.err()).contains("persom").contains("Did you mean 'person'?");
  }

  @Test
  void whyNotTellsWhatIsMissingFromWhatContradicts() {
    var unknown = Run.of("why-not", "--data", data, "Bob a person");
    assertThat(unknown.code()).as(unknown.err()).isZero();
    assertThat(unknown.out()).contains("unknown:").contains("absent: Bob sails on something");
    var refuted = Run.of("why-not", "--data", data, "Ann a ship");
    assertThat(refuted.code()).isZero();
    assertThat(refuted.out()).contains("provably not").contains("nothing is both");
    assertThat(Run.of("why-not", "--data", data, "Ann a person").code()).isEqualTo(Exit.NEGATIVE);
  }

  @Test
  void whatIsUnknownIsShownByAWorldInWhichItDoesNotHold() {
    var run = Run.of("why-not", "--data", data, "Bob a person");
    assertThat(run.out())
        .contains("A world in which all axioms hold and this does not")
        .contains("not so there: Bob is a person")
        .contains("of a checked world of");
    var sails = Run.of("why-not", "--data", data, "Bob", ":sailsOn", "Argo");
    assertThat(sails.out())
        .contains("· Argo is a ship")
        .contains("not so there: Bob sails on Argo");
    assertThat(Run.of("why-not", "--data", data, "Ann a ship").out())
        .doesNotContain("A world in which");
  }

  @Test
  void whyNotIsWrittenInEachOfItsFormats() throws Exception {
    var json = Run.of("why-not", "--data", data, "Bob a person", "--format", "json");
    var read = JSON.parse(json.out());
    assertThat(read.get("verdict").getAsString().value()).isEqualTo("unknown");
    assertThat(read.get("counterModel").getAsObject().get("not").getAsString().value())
        .isEqualTo("Bob is a person");
    var refuted = Run.of("why-not", "--data", data, "Ann a ship", "--format", "json");
    assertThat(JSON.parse(refuted.out()).hasKey("because")).isTrue();
    var turtle = Run.of("why-not", "--data", data, "Bob :sailsOn Argo", "--format", "ttl");
    var graph = RDFParser.fromString(turtle.out(), Lang.TTL);
    assertThat(
            graph
                .toGraph()
                .contains(
                    NodeFactory.createURI("http://example.org/argo"),
                    RDF.type.asNode(),
                    NodeFactory.createURI("http://example.org/S")))
        .isTrue();
    assertThat(Run.of("why-not", "--data", data, "Bob a person", "--format", "md").out())
        .contains("### A world in which")
        .contains("- not so there: Bob is a person");
    assertThat(Run.of("why-not", "--data", data, "Ann a ship", "--format", "html").out())
        .startsWith("<!DOCTYPE html>")
        .contains("<svg")
        .contains("provably not");
  }

  @Test
  void aDlSafeRuleIsExplainedToItsLine(@TempDir Path folder) throws Exception {
    var rules =
        Files.writeString(
                folder.resolve("rules.ttl"),
                """
                @prefix : <http://example.org/> .
                @prefix swrl: <http://www.w3.org/2003/11/swrl#> .
                @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
                :x a swrl:Variable . :y a swrl:Variable .
                [] a swrl:Imp ;
                  swrl:body ( [ a swrl:IndividualPropertyAtom ; swrl:propertyPredicate :sailsOn ;
                                swrl:argument1 :x ; swrl:argument2 :y ] ) ;
                  swrl:head ( [ a swrl:ClassAtom ; swrl:classPredicate :Sailor ; swrl:argument1 :x ] ) .
                :Sailor a <http://www.w3.org/2002/07/owl#Class> .
                """)
            .toString();
    var run = Run.of("why", "--data", data, "--data", rules, "Ann a :Sailor");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("rules.ttl:5").doesNotContain("source not found");
  }

  @Test
  void aRowOfAQueryIsExplainedUnderItsTable() {
    var run = Run.onTerminal("query", "--data", data, "-e", "SELECT ?x { ?x a :P }", "--why", "1");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("Why ?x = Ann").contains("toy.ttl:9");
    var none = Run.of("query", "--data", data, "-e", "SELECT ?x { ?x a :P }", "--why", "7");
    assertThat(none.code()).isEqualTo(Exit.USAGE);
    assertThat(none.err()).contains("from 1 to 1");
  }

  @Test
  void aRowOfAClassExpressionIsExplained() {
    var run =
        Run.onTerminal(
            "query",
            "--data",
            data,
            "-e",
            "SELECT ?x { ?x a [ a owl:Restriction ; owl:onProperty :sailsOn ; owl:someValuesFrom :S ] }",
            "--why",
            "1");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("sails on something that is a ship").contains("toy.ttl:9");
  }

  @Test
  void aContradictionIsExplained(@TempDir Path folder) throws Exception {
    assertThat(Run.of("why", "--data", data, "--inconsistent").code()).isEqualTo(Exit.NEGATIVE);
    var clash = Files.writeString(folder.resolve("clash.ttl"), TOY + ":ann a :S .\n").toString();
    var run = Run.of("why", "--data", clash, "--inconsistent");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("clash.ttl:12").contains("nothing is both");
  }

  @Test
  void whatIfTellsTheRowsThatAppearAndFall(@TempDir Path folder) throws Exception {
    var prefix = "@prefix : <http://example.org/> .\n";
    var more = Files.writeString(folder.resolve("more.ttl"), prefix + ":bob :sailsOn :argo .\n");
    var query = "SELECT ?x { ?x a :P }";
    var run = Run.onTerminal("query", "--data", data, "-e", query, "--assume", more.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).containsPattern("(?s)1 row appears with what is assumed.*Bob");
    var absent = "SELECT ?x { VALUES ?x { :bob } FILTER NOT EXISTS { ?x a :P } }";
    run = Run.onTerminal("query", "--data", data, "-e", absent, "--assume", more.toString());
    assertThat(run.out()).containsPattern("(?s)1 row falls with what is assumed.*Bob");
    run = Run.onTerminal("query", "--data", data, "-e", query, "--without", "toy.ttl");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("1 row falls with what is withdrawn: its last justification is gone.")
        .contains("Ann");
    run =
        Run.onTerminal(
            "query", "--data", data, "-e", "SELECT ?x { ?x a :S }", "--assume", more.toString());
    assertThat(run.out()).contains("No row falls or appears with what is assumed.");
  }

  @Test
  void whatIfTellsTheLastJustificationFromOneOfSeveral(@TempDir Path folder) throws Exception {
    var prefix = "@prefix : <http://example.org/> .\n";
    var more =
        Files.writeString(
                folder.resolve("more.ttl"), prefix + ":ann a :C . :bob :sailsOn :argo .\n")
            .toString();
    var query = "SELECT ?x { ?x a :P }";
    var without =
        Run.onTerminal(
            "query", "--data", data, "--data", more, "-e", query, "--without", "more.ttl");
    assertThat(without.out())
        .containsPattern(
            "(?s)1 row falls with what is withdrawn: its last justification is gone.*Bob")
        .containsPattern(
            "(?s)1 row loses a justification with what is withdrawn; another remains.*Ann");
    var assumed = Run.onTerminal("query", "--data", data, "-e", query, "--assume", more);
    assertThat(assumed.out())
        .containsPattern("(?s)1 row appears with what is assumed.*Bob")
        .containsPattern("(?s)1 row gains a justification with what is assumed.*Ann");
  }

  @Test
  void theSourcesThatARowCannotDoWithoutAreTold() {
    var run =
        Run.onTerminal(
            "query", "--data", data, "-e", "SELECT ?x { ?x a :P }", "--why", "1", "--sources");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("cannot do without").contains("toy.ttl");
  }

  @Test
  void anAssumptionIsExplainedToItsLine(@TempDir Path folder) throws Exception {
    var more =
        Files.writeString(
            folder.resolve("more.ttl"),
            "@prefix : <http://example.org/> .\n:bob :sailsOn :argo .\n");
    var run = Run.of("why", "--data", data, "Bob a person", "--assume", more.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("more.ttl:2");
    run = Run.of("why-not", "--data", data, "Bob a person", "--assume", more.toString());
    assertThat(run.code()).isEqualTo(Exit.NEGATIVE);
  }
}
