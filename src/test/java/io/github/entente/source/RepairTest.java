// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import static io.github.entente.source.Fixtures.node;
import static io.github.entente.source.Fixtures.turtle;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.model.SourceDocument;
import io.github.entente.source.Repair.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RepairTest {
  private static final String INTEGER = "http://www.w3.org/2001/XMLSchema#integer";

  @Test
  void classesStandWhereOwlWantsThem() {
    var text =
        """
        :A rdfs:subClassOf [ owl:intersectionOf ( :B [ owl:complementOf :C ] ) ] .
        :p a owl:ObjectProperty ; rdfs:domain :D ; rdfs:range :E .
        :F a rdfs:Class .
        :i a :G .
        """;
    assertThat(kinds(text).keySet()).containsExactlyInAnyOrder("A", "B", "C", "D", "E", "F", "G");
    assertThat(kinds(text).values()).containsOnly(Kind.CLASS);
  }

  @Test
  void fillersTellObjectFromDataProperties() {
    var text =
        """
        :A a owl:Class ;
          rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :o ; owl:someValuesFrom :A ] ,
            [ a owl:Restriction ; owl:onProperty :d ; owl:allValuesFrom xsd:integer ] ,
            [ a owl:Restriction ; owl:onProperty :unclear ; owl:minCardinality 1 ] .
        :sub rdfs:subPropertyOf :o .
        """;
    assertThat(kinds(text))
        .isEqualTo(
            Map.of(
                "o", Kind.OBJECT_PROPERTY, "d", Kind.DATA_PROPERTY, "sub", Kind.OBJECT_PROPERTY));
  }

  @Test
  void valuesTellWhereNoAxiomDoes() {
    var text =
        """
        :i :o :j ; :d 1 ; :mixed 1 , :j ; :day "2024-04-04"^^xsd:date .
        :A a owl:Class ; :note 1 .
        """;
    assertThat(kinds(text))
        .isEqualTo(
            Map.of(
                "o", Kind.OBJECT_PROPERTY,
                "d", Kind.DATA_PROPERTY,
                "mixed", Kind.ANNOTATION_PROPERTY,
                "day", Kind.ANNOTATION_PROPERTY,
                "note", Kind.ANNOTATION_PROPERTY));
  }

  @Test
  void whatIsTwoThingsAtOnceIsLeftAlone() {
    var text =
        """
        :p a owl:ObjectProperty .
        :d a owl:DatatypeProperty .
        :both rdfs:subPropertyOf :p , :d .
        """;
    assertThat(kinds(text)).isEmpty();
  }

  @Test
  void declarationNamesTheFirstFileAndUse() {
    var declared = turtle("one", ":p a owl:ObjectProperty .");
    var using = turtle("two", ":i a :A .");
    var found = declarations(declared, using, turtle("three", ":j a :A ."));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).location()).isEqualTo("two.ttl");
    assertThat(found.get(0).use().getSubject()).isEqualTo(node("i"));
  }

  private static List<Repair.Declaration> declarations(SourceDocument... documents) {
    return Repair.of(List.of(documents), INTEGER::equals);
  }

  private static Map<String, Kind> kinds(String text) {
    return declarations(turtle("document", text)).stream()
        .collect(Collectors.toMap(d -> d.term().getLocalName(), Repair.Declaration::kind));
  }
}
