// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Axioms and class expressions that stand in a query. What is expected follows by hand. */
class AxiomQueriesTest {
  private static final String PREFIXES =
      """
      PREFIX : <http://example.org/>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private static final String FAMILY =
      """
      :Person a owl:Class . :Man a owl:Class ; rdfs:subClassOf :Person .
      :Woman a owl:Class ; rdfs:subClassOf :Person ; owl:disjointWith :Man .
      :Parent a owl:Class ; owl:equivalentClass
        [ a owl:Restriction ; owl:onProperty :hasChild ; owl:someValuesFrom :Person ] .
      :Adult a owl:Class ; rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :age ;
        owl:someValuesFrom [ a rdfs:Datatype ; owl:onDatatype xsd:integer ;
          owl:withRestrictions ( [ xsd:minInclusive 18 ] ) ] ] .
      :hasChild a owl:ObjectProperty ; rdfs:range :Person .
      :hasParent a owl:ObjectProperty ; owl:inverseOf :hasChild .
      :hasGrandchild a owl:ObjectProperty ; owl:propertyChainAxiom ( :hasChild :hasChild ) .
      :hasAncestor a owl:ObjectProperty , owl:TransitiveProperty .
      :hasParent rdfs:subPropertyOf :hasAncestor .
      :hasMother a owl:ObjectProperty , owl:FunctionalProperty ; rdfs:subPropertyOf :hasParent ;
        rdfs:range :Woman .
      :hasFather a owl:ObjectProperty ; rdfs:subPropertyOf :hasParent ; rdfs:range :Man .
      :hasSpouse a owl:ObjectProperty , owl:SymmetricProperty .
      :age a owl:DatatypeProperty , owl:FunctionalProperty .
      :yearsOld a owl:DatatypeProperty ; rdfs:subPropertyOf :age .
      :grown a rdfs:Datatype ; owl:equivalentClass [ a rdfs:Datatype ; owl:onDatatype xsd:integer ;
        owl:withRestrictions ( [ xsd:minInclusive 18 ] ) ] .
      :yearsGrown a owl:DatatypeProperty ; rdfs:range :grown .
      :note a owl:AnnotationProperty . :remark a owl:AnnotationProperty ; rdfs:subPropertyOf :note .
      :number a owl:DatatypeProperty . :Registered a owl:Class ; owl:hasKey ( :hasMother ) .
      :Peer a owl:Class ; rdfs:subClassOf :Registered .
      :serial a owl:DatatypeProperty ; rdfs:subPropertyOf :number .
      :Numbered a owl:Class ; owl:hasKey ( :number ) .
      :ann a :Woman ; :hasChild :bob ; :age 40 ; :hasSpouse :dan .
      :bob a :Man ; :hasChild :cid . :cid :age 3 ; :hasMother :eve .
      :dan a owl:NamedIndividual , :Man . :eve a owl:NamedIndividual .
      [] a owl:NegativePropertyAssertion ; owl:sourceIndividual :dan ;
        owl:assertionProperty :hasChild ; owl:targetIndividual :cid .
      [] a owl:NegativePropertyAssertion ; owl:sourceIndividual :dan ;
        owl:assertionProperty :age ; owl:targetValue 41 .
      """;

  private static KnowledgeBase family;

  @BeforeAll
  static void load() {
    family =
        KnowledgeBase.builder()
            .document(
                "http://example.org/graph",
                "family.ttl",
                (PREFIXES + FAMILY).getBytes(StandardCharsets.UTF_8))
            .build();
  }

  @AfterAll
  static void close() {
    family.close();
  }

  private static Answers ask(String query) {
    return family.query(PREFIXES + query).run();
  }

  /** The rows in order: terms by local name, joined with hyphens, rows with blanks. */
  private static String rows(Answers answers) {
    return answers.rows().stream()
        .map(
            row ->
                answers.variables().stream()
                    .flatMap(v -> row.get(v).stream())
                    .map(
                        node ->
                            node.isLiteral() ? node.getLiteralLexicalForm() : node.getLocalName())
                    .collect(Collectors.joining("-")))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        // instances of expressions, with names left open
        "?x a [ a owl:Restriction ; owl:onProperty :hasChild ; owl:someValuesFrom :Man ] | ann",
        "?x a [ a owl:Restriction ; owl:onProperty :hasChild ; owl:someValuesFrom ?c ] ."
            + " FILTER(?x = :ann) | ann-Man ann-Parent ann-Person ann-Thing",
        "?x a [ a owl:Restriction ; owl:onProperty ?p ; owl:someValuesFrom :Man ]"
            + " | ann-hasChild ann-hasSpouse cid-hasAncestor cid-hasParent",
        "?x a [ a owl:Restriction ; owl:onProperty :hasChild ; owl:hasValue ?y ] | ann-bob bob-cid"
            + " eve-cid",
        "?x a [ a owl:Restriction ; owl:onProperty :age ; owl:hasValue ?v ] | ann-40 cid-3",
        "?x a [ a owl:Restriction ; owl:onProperty [ owl:inverseOf :hasChild ] ; owl:someValuesFrom"
            + " :Woman ] | bob cid",
        "?x a [ owl:complementOf ?c ] . VALUES ?c { :Man :Woman }"
            + " | ann-Man bob-Woman dan-Woman eve-Man",
        "?x a [ a owl:Class ; owl:oneOf ( :ann ?y ) ] . FILTER(?y = :bob) | ann-bob bob-bob",
        "?x a [ a owl:Restriction ; owl:onProperty :hasMother ; owl:maxCardinality"
            + " \"1\"^^xsd:nonNegativeInteger ] | ann bob cid dan eve",
        "?x a [ a owl:Restriction ; owl:onProperty :age ; owl:someValuesFrom [ a rdfs:Datatype ;"
            + " owl:onDatatype xsd:integer ; owl:withRestrictions ( [ xsd:minInclusive 18 ] ) ] ]"
            + " | ann",
        "?x a [ owl:complementOf [ a owl:Restriction ; owl:onProperty :hasChild ; owl:hasValue :cid"
            + " ] ] | dan",
        // inclusions between expressions and names
        "?c rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :hasChild ; owl:someValuesFrom"
            + " owl:Thing ] | Nothing Parent",
        "[ owl:intersectionOf ( :Man :Woman ) ] rdfs:subClassOf ?c . FILTER(?c IN (:Parent,"
            + " owl:Nothing)) | Nothing Parent",
        "[ a owl:Restriction ; owl:onProperty :hasGrandchild ; owl:someValuesFrom owl:Thing ]"
            + " rdfs:subClassOf ?c . | Thing",
        "?c owl:equivalentClass [ a owl:Restriction ; owl:onProperty :hasChild ; owl:someValuesFrom"
            + " owl:Thing ] | Parent",
        "?c rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :age ; owl:someValuesFrom [ a"
            + " rdfs:Datatype ; owl:onDatatype xsd:integer ; owl:withRestrictions ( ["
            + " xsd:minInclusive 10 ] ) ] ] | Adult Nothing",
        "?c owl:disjointWith :Man . FILTER(?c != owl:Nothing) | Woman",
        "[] a owl:AllDisjointClasses ; owl:members ( :Man ?c ) . FILTER(?c != owl:Nothing) | Woman",
        // properties
        "?p a owl:FunctionalProperty | age hasMother yearsOld",
        "?p a owl:FunctionalProperty . FILTER(?p != :age) | hasMother yearsOld",
        "?p a owl:TransitiveProperty | hasAncestor",
        "?p a owl:SymmetricProperty | hasSpouse",
        ":hasMother rdfs:subPropertyOf ?p | hasAncestor hasMother hasParent",
        ":yearsOld rdfs:subPropertyOf ?p | age yearsOld",
        "?p rdfs:subPropertyOf :note | remark",
        "?p owl:inverseOf :hasParent | hasChild",
        "?p owl:inverseOf :hasSpouse | hasSpouse",
        "?p owl:propertyDisjointWith :hasFather | hasMother",
        ":hasParent rdfs:domain ?c | Person Thing",
        ":hasMother rdfs:range ?c | Parent Person Thing Woman",
        "?q owl:propertyChainAxiom ( ?p :hasChild ) . FILTER(?p != :hasGrandchild)"
            + " | hasGrandchild-hasChild",
        "?c owl:hasKey ( :hasMother ) | Nothing Peer Registered",
        "?c owl:hasKey ( :number ) | Nothing Numbered",
        "?c owl:hasKey ( :serial ) | Nothing Numbered",
        "?c owl:hasKey ( :yearsGrown ) | Nothing",
        "?c owl:hasKey ( :hasMother :yearsGrown ) | Nothing Peer Registered",
        "[ owl:intersectionOf ( :Numbered :Man ) ] owl:hasKey ( :serial :hasMother ) . ?c owl:hasKey"
            + " ( :number ) | Nothing Numbered",
        // datatypes
        "?d owl:equivalentClass [ a rdfs:Datatype ; owl:onDatatype xsd:integer ;"
            + " owl:withRestrictions ( [ xsd:minInclusive \"18\"^^xsd:integer ] ) ] | grown",
        "?d owl:equivalentClass [ a rdfs:Datatype ; owl:intersectionOf ( xsd:integer [ a"
            + " rdfs:Datatype ; owl:onDatatype xsd:integer ; owl:withRestrictions ( ["
            + " xsd:minExclusive 17 ] ) ] ) ] | grown",
        "?d owl:equivalentClass [ a rdfs:Datatype ; owl:onDatatype xsd:integer ;"
            + " owl:withRestrictions ( [ xsd:minInclusive 17 ] ) ] |",
        // individuals
        "?x owl:differentFrom :ann | bob cid dan",
        "[] a owl:NegativePropertyAssertion ; owl:sourceIndividual ?x ; owl:assertionProperty"
            + " :hasParent ; owl:targetIndividual ?y | cid-dan",
        "[] a owl:NegativePropertyAssertion ; owl:sourceIndividual :dan ; owl:assertionProperty"
            + " :age ; owl:targetValue 41 . ?x a :Woman . FILTER(?x = :ann) | ann",
      })
  void whatFollowsIsAnsweredInFull(String pattern, String expected) {
    var answers = ask("SELECT * { " + pattern + " }");
    assertThat(rows(answers)).isEqualTo(expected == null ? "" : expected);
    assertThat(answers.guarantee().label()).isEqualTo("sound and complete");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT ?x ?y { ?x :hasChild ?y . ?y a [ owl:complementOf :Woman ] } | ann-bob",
        "SELECT ?x { ?x a :Person MINUS { ?x a [ owl:complementOf :Woman ] } } | ann cid eve",
        "SELECT ?x { ?x a :Person FILTER EXISTS { ?x a [ owl:complementOf :Woman ] } } | bob dan",
        "SELECT ?x { ?x a :Man FILTER NOT EXISTS { ?x a [ a owl:Restriction ; owl:onProperty"
            + " :hasChild ; owl:someValuesFrom owl:Thing ] } } | dan",
        "SELECT ?x ?c { ?x a :Man OPTIONAL { ?x a [ a owl:Restriction ; owl:onProperty :hasChild ;"
            + " owl:hasValue ?c ] } } | bob-cid dan",
        "SELECT (COUNT(*) AS ?n) { ?x a [ owl:unionOf ( :Man :Woman ) ] } | 4",
        "SELECT ?x { { SELECT ?x { ?x a [ owl:complementOf :Man ] } } } | ann eve",
        "SELECT ?x { { ?x a [ owl:complementOf :Man ] } UNION { ?x a [ owl:complementOf :Woman ] } }"
            + " | ann bob dan eve",
        "SELECT ?x { GRAPH <https://w3id.org/entente/as-of/2024-04-04> { ?x a [ owl:complementOf"
            + " :Man ] } } | ann eve",
      })
  void whatStandsAbovePatternsIsAsEver(String query, String expected) {
    assertThat(rows(ask(query))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "?x a [ a owl:Restriction ; owl:onProperty :hasChld ; owl:someValuesFrom :Man ]"
            + " | hasChld | 'hasChild'",
        "?x a [ a owl:Restriction ; owl:onProperty :hasChild ; owl:someValuesFrom :Mann ]"
            + " | Mann | 'Man'",
        "?x a [ a owl:Restriction ; owl:onProperty :hasChild ; owl:hasValue :anne ]"
            + " | anne | 'ann'",
        "?x a [ a owl:Class ; owl:unionOf ( :Women :Man ) ] | Women | 'Woman'",
        "?x a [ a owl:Class ; owl:oneOf ( :evee :bob ) ] | evee | 'eve'",
        "?x a [ a owl:Restriction ; owl:onProperty [ owl:inverseOf :hasChilt ] ;"
            + " owl:someValuesFrom :Man ] | hasChilt | 'hasChild'",
        "?p owl:propertyChainAxiom ( :hasChildd :hasChild ) | hasChildd | 'hasChild'",
        ":Persson rdfs:subClassOf ?c | Persson | 'Person'",
        "?c owl:hasKey ( :hasMotherr ) | hasMotherr | 'hasMother'",
        "[] a owl:NegativePropertyAssertion ; owl:sourceIndividual :dann ; owl:assertionProperty"
            + " :hasChild ; owl:targetIndividual ?y | dann | 'dan'",
      })
  void whatIsMistypedInAnAxiomIsTold(String pattern, String wrong, String meant) {
    var answers = ask("SELECT * { " + pattern + " }");
    assertThat(answers.notes())
        .anySatisfy(
            note -> assertThat(note).contains(wrong + " is in neither", "Did you mean", meant));
  }

  @Test
  void allConditionsOfHavingHoldWithADatasetClause() {
    for (var from : List.of("", "FROM <https://w3id.org/entente/as-of/2024-04-04> ")) {
      for (var pattern : List.of("?x a ?c .", "?x a ?c . ?x a [ owl:complementOf :Nobody ] .")) {
        var query =
            "SELECT ?c (COUNT(?x) AS ?n) "
                + from
                + "WHERE { VALUES ?c { :Man :Woman :Person } "
                + pattern.replace(":Nobody", "owl:Nothing")
                + " } GROUP BY ?c HAVING (COUNT(?x) > 2) (COUNT(?x) < 4) (?c != :Nobody)";
        assertThat(rows(ask(query))).as(query).isEqualTo("");
        assertThat(rows(ask(query.replace("< 4", "< 6")))).as(query).isEqualTo("Person-5");
      }
    }
  }

  @Test
  void solutionsOfAxiomsStayOutOfOtherPatterns() {
    var answers =
        ask("SELECT DISTINCT ?p { ?x a [ owl:complementOf :Man ] . ?s ?p ?o FILTER(isIRI(?p)) }");
    assertThat(answers.rows()).isNotEmpty();
    assertThat(answers.rows())
        .noneMatch(row -> row.get("p").orElseThrow().getURI().startsWith("urn:x-entente"));
  }

  @Test
  void inAStoredGraphSyntaxIsMatchedAsItStands() {
    var answers =
        ask(
            "SELECT ?p { GRAPH <http://example.org/graph> { ?c owl:equivalentClass [ owl:onProperty"
                + " ?p ] } }");
    assertThat(rows(answers)).isEqualTo("hasChild");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{ ?x a [ a owl:Restriction ; owl:onProperty :hasChild ] } | no axiom of OWL 2 DL",
        "{ ?r owl:onProperty :hasChild } | no axiom in the pattern uses",
        "{ [] a owl:Restriction ; owl:onProperty :hasChild ; owl:someValuesFrom :Man } | no axiom in"
            + " the pattern uses",
        "{ ?x a [ a owl:Restriction ; owl:onProperty :age ; owl:someValuesFrom :Man ] } | no axiom"
            + " of OWL 2 DL",
        "{ ?x a [ a owl:Restriction ; owl:onProperty :hasChild ; owl:someValuesFrom xsd:integer ] }"
            + " | { […] <http://www.w3.org/2002/07/owl#someValuesFrom>"
            + " <http://www.w3.org/2001/XMLSchema#integer> } belongs to no axiom",
        "{ ?x a [ a owl:Restriction ; owl:onProperty :hasChild ; owl:allValuesFrom [ a rdfs:Datatype"
            + " ; owl:oneOf ( 1 2 ) ] ] } | is an object property",
        "{ ?x a [ a owl:Restriction ; owl:onProperty :hasChild ; owl:hasValue 1 ] } | is an object"
            + " property",
        "{ :hasChild rdfs:range [ a rdfs:Datatype ; owl:oneOf ( 1 2 ) ] } | is an object property",
        "{ :age rdfs:range :Man } | is a data property",
        "{ ?x a [ a owl:Restriction ; owl:onProperty :hasAncestor ; owl:maxCardinality"
            + " \"1\"^^xsd:nonNegativeInteger ] } | transitive or above a chain",
        "{ ?c rdfs:subClassOf/owl:onProperty ?p } | no axiom in the pattern uses",
      })
  void whatIsNoAxiomIsRefusedByName(String pattern, String why) {
    assertThatThrownBy(() -> ask("SELECT * " + pattern))
        .isInstanceOfSatisfying(
            EntenteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REFUSED_QUERY))
        .hasMessageContaining("triple pattern {")
        .hasMessageContaining(why);
  }
}
