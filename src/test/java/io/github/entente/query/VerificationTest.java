// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Regime;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Made-up levels under made-up names: which facts a row rests on, and the weakest of them. */
class VerificationTest {
  private static final String TOY =
      """
      PREFIX : <http://example.org/>
      PREFIX entente: <https://w3id.org/entente/>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      entente:TemporalProfile a owl:Class .
      entente:verificationProperty a owl:AnnotationProperty .
      entente:levelRankProperty a owl:AnnotationProperty .
      entente:leftOutLevel a owl:AnnotationProperty .
      skos:notation a owl:AnnotationProperty .
      :how a owl:AnnotationProperty . :order a owl:AnnotationProperty .
      :profile a entente:TemporalProfile ; entente:verificationProperty :how ;
        entente:levelRankProperty :order ; entente:leftOutLevel :guess .
      :seen :order 9 ; skos:notation "seen" .
      :heard :order 4 ; rdfs:label "heard of"@en .
      :guess :order 1 ; skos:notation "guess" .
      :A a owl:Class ; rdfs:subClassOf :C . :B a owl:Class ; rdfs:subClassOf :C . :C a owl:Class .
      :p a owl:ObjectProperty . :q a owl:ObjectProperty . :u a owl:ObjectProperty .
      :r a owl:ObjectProperty ; owl:propertyChainAxiom ( :p :q ) .
      :a :p :b ; :how :seen . :b :q :c ; :how :heard .
      :d :p :e ; :how :guess . :e :q :f ; :how :seen .
      :w a [ a owl:Class ; owl:unionOf ( :A :B ) ] ; :how :seen .
      :g a :A ; :how :seen .
      :x :u :y . [] a owl:Axiom ; owl:annotatedSource :x ; owl:annotatedProperty :u ;
        owl:annotatedTarget :y ; :how :heard .
      """;

  private KnowledgeBase kb;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    kb = KnowledgeBase.of(Files.writeString(folder.resolve("toy.ttl"), TOY));
  }

  @AfterEach
  void close() {
    kb.close();
  }

  private String weakest(String query) {
    return kb.query(query).run().verification().map(Verification::label).orElse("");
  }

  @Test
  void aFactWithTwoPremisesIsAsGoodAsTheWeaker() {
    assertThat(weakest("SELECT ?s ?o { ?s :r ?o }"))
        .isEqualTo("weakest verification: heard of (1 fact)");
    assertThat(weakest("SELECT ?s { ?s :p ?o }")).isEqualTo("weakest verification: seen (1 fact)");
  }

  @Test
  void whatIsTakenInUnverifiedIsTheWeakest() {
    var ask = kb.query("SELECT ?s ?o { ?s :r ?o }");
    var all = ask.view().unverified(true);
    assertThat(ask.from(all).run().verification().map(Verification::label))
        .contains("weakest verification: guess (1 fact)");
  }

  @Test
  void whatIsRefutedOtherwiseIsCountedAsNotTraced() {
    assertThat(weakest("SELECT ?s { ?s a :C }"))
        .isEqualTo("weakest verification: seen (1 fact) · not traced: 1 fact");
  }

  @Test
  void onlyThePartsThatTookPartCount() {
    assertThat(weakest("SELECT ?s { { ?s :p ?o } UNION { ?o :q ?s . ?s :q ?n } }"))
        .isEqualTo("weakest verification: seen (1 fact)");
    assertThat(weakest("SELECT ?s { ?s :p ?o OPTIONAL { ?o :q ?n . ?n :q ?m } }"))
        .isEqualTo("weakest verification: seen (1 fact)");
    assertThat(weakest("SELECT ?s { ?s :p ?o OPTIONAL { ?o :q ?n } }"))
        .isEqualTo("weakest verification: heard of (1 fact)");
    assertThat(weakest("SELECT ?s { ?s :p ?o FILTER NOT EXISTS { ?s :q ?n } }"))
        .isEqualTo("weakest verification: seen (1 fact)");
    assertThat(weakest("SELECT ?s { ?s :p ?o FILTER EXISTS { ?o :q ?n } }"))
        .isEqualTo("weakest verification: seen (1 fact) · not traced: 1 fact");
    assertThat(weakest("SELECT (COUNT(*) AS ?n) { ?s :r ?o }"))
        .isEqualTo("weakest verification: heard of (1 fact)");
  }

  @Test
  void statementsAboutAStatementCount() {
    assertThat(weakest("SELECT ?o { :x :u ?o }"))
        .isEqualTo("weakest verification: heard of (1 fact)");
  }

  @Test
  void nothingIsSaidWhereNoFactCarriesALevel() {
    assertThat(weakest("SELECT ?s { ?s rdfs:subClassOf :C }")).isEmpty();
    assertThat(weakest("SELECT ?s { ?s :q :nobody }")).isEmpty();
    assertThat(weakest("ASK { :a :r :nobody }")).isEmpty();
    assertThat(weakest("ASK { :A rdfs:subClassOf :C }")).isEmpty();
    assertThat(weakest("CONSTRUCT { ?s :told ?o } WHERE { ?s :u :nobody , ?o }")).isEmpty();
  }

  @Test
  void whatIsTrueIsAsGoodAsTheFactsOfOneSolution() {
    assertThat(weakest("ASK { :a :r :c }")).isEqualTo("weakest verification: heard of (1 fact)");
    assertThat(weakest("ASK { :a :p ?o }")).isEqualTo("weakest verification: seen (1 fact)");
    assertThat(weakest("ASK { VALUES ?s { :b :e } ?s :q ?o }"))
        .isIn("weakest verification: heard of (1 fact)", "weakest verification: seen (1 fact)");
    assertThat(weakest("ASK { :w a :C }")).isEqualTo("weakest verification: not traced");
  }

  @Test
  void whatIsConstructedIsAsGoodAsTheWeakestOfAllSolutions() {
    assertThat(weakest("CONSTRUCT { ?s :told ?o } WHERE { ?s :p ?o }"))
        .isEqualTo("weakest verification: seen (1 fact)");
    assertThat(weakest("CONSTRUCT { ?s :told ?o } WHERE { { ?s :p ?o } UNION { ?s :q ?o } }"))
        .isEqualTo("weakest verification: heard of (1 fact)");
    assertThat(
            weakest(
                "CONSTRUCT { ?s :told ?o } WHERE { { ?s :p ?o } UNION { ?s :q ?o } }"
                    + " ORDER BY ?s LIMIT 1"))
        .isEqualTo("weakest verification: seen (1 fact)");
    assertThat(weakest("CONSTRUCT { ?s :told ?o } WHERE { ?s (:p|:q)+ ?o }"))
        .isEqualTo("weakest verification: not traced");
    assertThat(weakest("CONSTRUCT { ?s :told true } WHERE { ?s a :C FILTER (?s = :w) }"))
        .isEqualTo("weakest verification: not traced");
  }

  @Test
  void whatIsDescribedIsAsGoodAsItsWeakestTriple() {
    assertThat(weakest("DESCRIBE :b")).isEqualTo("weakest verification: heard of (1 fact)");
    assertThat(weakest("DESCRIBE :g")).isEqualTo("weakest verification: seen (1 fact)");
  }

  @Test
  void theSimpleRegimeLooksAtWhatIsAsserted() {
    var answers = kb.query("SELECT ?s ?o { ?s :q ?o }").regime(Regime.SIMPLE).run();
    assertThat(answers.verification().map(Verification::label))
        .contains("weakest verification: heard of (1 fact)");
  }
}
