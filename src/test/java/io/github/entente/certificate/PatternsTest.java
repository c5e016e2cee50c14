// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import static io.github.entente.certificate.Draw.F;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.core.BasicPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;

/**
 * Each basic graph pattern of a query is certified, wherever it stands: one that is overlooked
 * would be one whose solutions nobody looks at.
 */
class PatternsTest {
  private static final String PREFIXES =
      """
      PREFIX : <http://example.org/>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private static final String NS = "http://example.org/";
  private static final List<OWLAxiom> AXIOMS =
      List.of(
          F.getOWLSubClassOfAxiom(named("C"), named("D")),
          F.getOWLSubObjectPropertyOfAxiom(
              F.getOWLObjectProperty(NS + "p"), F.getOWLObjectProperty(NS + "q")),
          F.getOWLFunctionalDataPropertyAxiom(F.getOWLDataProperty(NS + "d")));

  private static OWLClass named(String name) {
    return F.getOWLClass(NS + name);
  }

  private static Patterns patterns(String query) {
    return Patterns.of(QueryFactory.create(PREFIXES + query, Syntax.syntaxARQ), AXIOMS);
  }

  /** What the patterns say of the classes and properties in them, in short. */
  private static String told(Patterns patterns) {
    return patterns.all().stream()
        .map(PatternsTest::told)
        .sorted()
        .collect(Collectors.joining(" | "));
  }

  private static String told(BasicPattern pattern) {
    return pattern.getList().stream()
        .map(
            triple ->
                triple.getPredicate().getLocalName().equals("type")
                    ? triple.getObject().isURI() ? triple.getObject().getLocalName() : "type"
                    : triple.getPredicate().getLocalName())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "==>",
      value = {
        "SELECT ?x { ?x a :C ; :p ?y } ==> C p",
        "ASK { ?x a :C } ==> C",
        "SELECT ?x { ?x a :C OPTIONAL { ?x :p ?y } } ==> C | p",
        "SELECT ?x { ?x a :C OPTIONAL { ?x :p ?y FILTER NOT EXISTS { ?y :q ?x } } } ==> C | p | q",
        "SELECT ?x { ?x a :C FILTER NOT EXISTS { ?x :p ?y } } ==> C | p",
        "SELECT ?x { ?x a :C FILTER (?x != :a && EXISTS { ?x :p ?y }) } ==> C | p",
        "SELECT ?x { ?x a :C BIND (EXISTS { ?x :p ?y } AS ?z) } ==> C | p",
        "SELECT (EXISTS { ?x :p ?y } AS ?z) { ?x a :C } ==> C | p",
        "SELECT ?z { ?x a :C } GROUP BY (EXISTS { ?x :p ?y } AS ?z) ==> C | p",
        "SELECT (COUNT(*) AS ?n) { ?x a :C } ==> C",
        "SELECT (SUM(IF(EXISTS { ?x :p ?y }, 1, 0)) AS ?n) { ?x a :C } ==> C | p",
        "SELECT ?x { ?x a :C } ORDER BY (EXISTS { ?x :p ?y }) ==> C | p",
        "SELECT ?x { ?x a :C } GROUP BY ?x HAVING (EXISTS { ?x :p ?y }) ==> C | p",
        "SELECT ?x { ?x a :C } ORDER BY ?x LIMIT 1 ==> C",
        "SELECT DISTINCT ?x { ?x a :C } ==> C",
        "SELECT REDUCED ?x { ?x a :C } ==> C",
        "SELECT ?x { { ?x a :C } UNION { ?x a :D } } ==> C | D",
        "SELECT ?x { { ?x a :C } MINUS { ?x a :D } } ==> C | D",
        "SELECT ?x { { ?x a :C } { ?x :p ?y } } ==> C | p",
        "SELECT ?x { { SELECT ?x { ?x :p ?y } } ?x a :C } ==> C | p",
        "SELECT ?x { VALUES ?x { :a } ?x a :C } ==> C",
        "SELECT ?x { ?x a :C GRAPH :g { ?x :p ?y } } ==> C",
        "SELECT ?x { GRAPH :g { ?x :p+ ?y FILTER EXISTS { ?x :q ?y } } ?x a :C } ==> C",
        "SELECT ?x { ?x :p+ ?y } ==> p",
        "SELECT ?x { ?x a :C . ?x (:p|^:q)* ?y . ?y :d ?z } ==> C | d | p | q",
        "SELECT ?x { ?x :p/:q ?y } ==> p | q",
        "SELECT ?x { ?x :p?/:q ?y } ==> p | q",
        "SELECT ?x { ?x a ?c } ==> type",
        "SELECT ?x { ?x owl:sameAs ?y } ==> sameAs",
        "SELECT ?x { ?x :note ?y } ==> note",
        "SELECT ?x { ?x rdfs:label ?y } ==> label",
        "SELECT ?x { ?x owl:versionInfo ?y } ==> versionInfo",
        "SELECT ?x { } ==> ''"
      })
  void eachPatternIsCertifiedWhereverItStands(String query, String expected) {
    assertThat(told(patterns(query))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONSTRUCT { ?x a :C } { ?x a :C }",
        "DESCRIBE :a",
        "SELECT ?x FROM :g { ?x a :C }",
        "SELECT ?x { ?x a :C } LIMIT 1",
        "SELECT ?x { ?x ?p ?y }",
        "SELECT ?x { ?x rdfs:subClassOf ?y }",
        "SELECT ?x { ?x rdfs:domain ?y }",
        "SELECT ?x { ?x owl:inverseOf ?y }",
        "SELECT ?x { ?x a owl:Class }",
        "SELECT ?x { ?x a rdfs:Class }",
        "SELECT ?x { ?x !:p ?y }",
        "SELECT ?x { ?x (:p/!:p)+ ?y }",
        "SELECT ?x { ?x rdfs:subClassOf* ?y }",
        "SELECT ?x { ?x a :C FILTER NOT EXISTS { ?x ?p ?y } }",
        "SELECT ?x { ?x a :C FILTER (CALL(:f, ?x)) }",
        "SELECT ?x { ?x a :C FILTER (<java:java.lang.Math>(?x)) }",
        "SELECT ?x { ?x a :C SERVICE :s { ?x :p ?y } }",
        "SELECT ?x { GRAPH :g { ?x a :C SERVICE :s { ?x :p ?y } } }",
        "SELECT ?x { ?x a [] }",
        "SELECT ?x { ?x a _:c . _:c a owl:Class }"
      })
  void whatCannotBeCertifiedIsRefused(String query) {
    assertThatThrownBy(() -> patterns(query))
        .isInstanceOfSatisfying(
            EntenteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REFUSED_QUERY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "==>",
      value = {
        "?x ?p ?y ==> name the property",
        "?x rdfs:subClassOf ?y ==> only individuals, classes and properties are certified",
        "?x rdfs:subClassOf ?y ==> ?x rdfs:subClassOf ?y"
      })
  void aRefusalSaysOfWhatAndWhy(String pattern, String said) {
    assertThatThrownBy(() -> patterns("SELECT ?x { " + pattern + " }")).hasMessageContaining(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "==>",
      value = {
        "?x a :C ==> TYPE",
        "?x a owl:Thing ==> TYPE",
        "?x a ?c ==> TYPE",
        "?x a :Unused ==> TYPE",
        "?x a owl:Class ==> OTHER",
        "?x a 1 ==> OTHER",
        "?x :p ?y ==> EDGE",
        "?x :d ?y ==> DATUM",
        "?x owl:sameAs ?y ==> SAME",
        "?x :note ?y ==> LOOKUP",
        "?x owl:deprecated ?y ==> LOOKUP",
        "?x owl:differentFrom ?y ==> OTHER",
        "?x ?p ?y ==> OTHER"
      })
  void aTripleIsAboutWhatItsNamesAre(String pattern, Signature.Kind kind) {
    var query = QueryFactory.create(PREFIXES + "SELECT * { " + pattern + " }", Syntax.syntaxARQ);
    var bgp = ((OpBGP) Algebra.compile(query.getQueryPattern())).getPattern();
    assertThat(Signature.of(AXIOMS).kind(bgp.get(0))).isEqualTo(kind);
  }

  // ---- class expressions ----

  @ParameterizedTest
  @CsvSource(
      delimiterString = "==>",
      value = {
        "owl:intersectionOf (:C :D) ==> ObjectIntersectionOf(C D)",
        "owl:unionOf (:C :D) ==> ObjectUnionOf(C D)",
        "a owl:Class ; owl:complementOf :C ==> ObjectComplementOf(C)",
        "owl:oneOf (:a :b) ==> ObjectOneOf(a b)",
        "owl:onProperty :p ; owl:someValuesFrom :C ==> ObjectSomeValuesFrom(p C)",
        "a owl:Restriction ; owl:onProperty :p ; owl:allValuesFrom :C ==> ObjectAllValuesFrom(p C)",
        "owl:onProperty :p ; owl:hasValue :a ==> ObjectHasValue(p a)",
        "owl:onProperty [ owl:inverseOf :p ] ; owl:hasValue :a ==>"
            + " ObjectHasValue(ObjectInverseOf(p) a)",
        "owl:onProperty :p ; owl:minCardinality 2 ==> ObjectMinCardinality(2 p owl:Thing)",
        "owl:onProperty :p ; owl:maxCardinality 2 ==> ObjectMaxCardinality(2 p owl:Thing)",
        "owl:onProperty :p ; owl:cardinality 2 ==> ObjectExactCardinality(2 p owl:Thing)",
        "owl:onProperty :p ; owl:minQualifiedCardinality 2 ; owl:onClass :C ==>"
            + " ObjectMinCardinality(2 p C)",
        "owl:onProperty :p ; owl:maxQualifiedCardinality 2 ; owl:onClass :C ==>"
            + " ObjectMaxCardinality(2 p C)",
        "owl:onProperty :p ; owl:qualifiedCardinality 2 ; owl:onClass :C ==>"
            + " ObjectExactCardinality(2 p C)",
        "owl:complementOf [ owl:unionOf (:C [ owl:complementOf :D ]) ] ==>"
            + " ObjectComplementOf(ObjectUnionOf(C ObjectComplementOf(D)))"
      })
  void aClassExpressionIsReadAsItIsWritten(String written, String means) {
    var patterns = patterns("SELECT ?x { ?x :q ?y ; a [ " + written + " ] }");
    var expression = patterns.expressions().iterator().next();
    assertThat(patterns.expressions()).hasSize(1);
    assertThat(expression.means().toString().replaceAll("<http://example.org/(\\w+)>", "$1"))
        .isEqualTo(means);
    assertThat(patterns.all().get(0).getList())
        .hasSize(2)
        .anyMatch(triple -> triple.getObject().equals(expression.name()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "owl:complementOf :Unknown",
        "owl:complementOf ?c",
        "owl:unionOf (:C ?c)",
        "owl:unionOf ?list",
        "owl:oneOf (:a 1)",
        "owl:complementOf :C ; owl:unionOf (:C :D)",
        "owl:complementOf :C ; :note 1",
        "owl:complementOf :C , :D",
        "a :C ; owl:complementOf :D",
        "owl:hasSelf true",
        "owl:onProperty :p",
        "owl:onProperty :p ; owl:someValuesFrom :C ; owl:allValuesFrom :C",
        "owl:onProperty :p ; owl:hasSelf true",
        "owl:onProperty :unknown ; owl:someValuesFrom :C",
        "owl:onProperty :d ; owl:someValuesFrom xsd:integer",
        "owl:onProperty :p ; owl:hasValue 1",
        "owl:onProperty :p ; owl:minCardinality -1",
        "owl:onProperty :p ; owl:minCardinality :C",
        "owl:onProperty :p ; owl:minCardinality 10000000",
        "owl:onProperty :p ; owl:onClass :C",
        "owl:onProperty :p ; owl:onClass :C ; owl:cardinality 1",
        "owl:onProperty :p ; owl:onClass :C ; owl:qualifiedCardinality 1 ; :note 1"
      })
  void aClassExpressionThatIsNotReadIsRefused(String written) {
    assertThatThrownBy(() -> patterns("SELECT ?x { ?x a [ " + written + " ] }"))
        .isInstanceOfSatisfying(
            EntenteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REFUSED_QUERY));
  }

  @Test
  void aListThatNeverEndsIsRefused() {
    assertThatThrownBy(
            () ->
                patterns(
                    "SELECT ?x { ?x a [ owl:unionOf _:l ] . _:l <"
                        + RDF_FIRST
                        + "> :C ; <"
                        + RDF_REST
                        + "> _:l }"))
        .isInstanceOf(EntenteException.class);
  }

  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final String RDF_FIRST = RDF + "first";
  private static final String RDF_REST = RDF + "rest";

  @Test
  void oneExpressionInTwoPatternsHasOneName() {
    var patterns =
        patterns(
            "SELECT ?x { { ?x a [ owl:complementOf :C ] } UNION { ?y a [ owl:complementOf :C ] } }");
    assertThat(
            patterns.expressions().stream()
                .map(Patterns.Expression::name)
                .collect(Collectors.toSet()))
        .isEqualTo(Set.of(patterns.expressions().iterator().next().name()));
  }
}
