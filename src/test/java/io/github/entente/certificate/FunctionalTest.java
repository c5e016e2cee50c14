// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import static io.github.entente.certificate.Draw.F;
import static io.github.entente.certificate.Draw.NS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.entente.model.EntenteException;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.ClassExpressionType;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;

/** What OWL API writes is read as it was. */
class FunctionalTest {
  private final Functional functional = new Functional(F);

  private void assertRead(OWLAxiom axiom) {
    assertThat(functional.fact(axiom.toString())).isEqualTo(axiom);
  }

  @Test
  void factsWithEveryKindOfExpressionAreRead() {
    var seen = new HashSet<ClassExpressionType>();
    var facts =
        List.of(
            AxiomType.CLASS_ASSERTION,
            AxiomType.OBJECT_PROPERTY_ASSERTION,
            AxiomType.DATA_PROPERTY_ASSERTION,
            AxiomType.SAME_INDIVIDUAL);
    for (long seed = 0; seed < 400; seed++) {
      var draw = new Draw(seed);
      for (int i = 0; i < 40; i++) {
        var axiom = draw.axiom();
        if (facts.contains(axiom.getAxiomType())) {
          assertRead(axiom);
        }
        if (axiom instanceof OWLClassAssertionAxiom type) {
          type.nestedClassExpressions().forEach(c -> seen.add(c.getClassExpressionType()));
        }
      }
    }
    assertThat(seen).hasSize(ClassExpressionType.values().length);
  }

  @Test
  void literalsWithAnyCharacterAreRead() {
    for (var text : List.of("", "a\"b", "a\\b", "\\", "\n\t", "é😀", "a@en", "(", ")^^")) {
      var literal = F.getOWLLiteral(text);
      assertThat(functional.literal(literal.toString())).isEqualTo(literal);
      var tagged = F.getOWLLiteral(text, "en");
      assertThat(functional.literal(tagged.toString())).isEqualTo(tagged);
    }
  }

  @Test
  void facetsAreRead() {
    assertRead(
        F.getOWLClassAssertionAxiom(
            F.getOWLDataSomeValuesFrom(
                F.getOWLDataProperty(NS + "d"), F.getOWLDatatypeMinMaxInclusiveRestriction(1, 5)),
            F.getOWLNamedIndividual(NS + "i")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ClassAssertion",
        "ClassAssertion(",
        "ClassAssertion(<a> <b>",
        "ClassAssertion(<a> <b>) more",
        "ClassAssertion(<a <b>)",
        "ClassAssertion(ObjectSomeOf(<a> <b>) <c>)",
        "ClassAssertion(DataSomeOf(<a> <b>) <c>)",
        "ClassAssertion(foo:Thing <b>)",
        "ClassAssertion(Thing <b>)",
        "ClassAssertion(ObjectMinCardinality(x <a> <b>) <c>)",
        "ClassAssertion(DataSomeValuesFrom(<d> DataNotOf(<a>)) <c>)",
        "ClassAssertion(DataSomeValuesFrom(<d> DatatypeRestriction(xsd:integer f(big \"1\"))) <c>)",
        "DataPropertyAssertion(<d> <a> \"open)",
        "DataPropertyAssertion(<d> <a> 1)",
        "SubClassOf(<a> <b>)"
      })
  void whatIsNoFactIsRefused(String text) {
    assertThatThrownBy(() -> functional.fact(text))
        .isInstanceOf(EntenteException.class)
        .hasMessageContaining(text);
  }
}
