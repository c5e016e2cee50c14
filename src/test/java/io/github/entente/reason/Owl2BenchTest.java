// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Deadline;
import io.github.entente.model.Outcome;
import io.github.entente.reason.dl.OwlBridge;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.model.IRI;

/** OWL2Bench DL with one university, on which no reasoner finishes: everything is decided. */
@Tag("full")
class Owl2BenchTest {
  private static final String NS = "https://kracr.iiitd.edu.in/OWL2Bench#";
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Path DATA =
      Path.of(System.getProperty("entente.shared", "../shared"), "bench", "owl2bench-dl-1.nt.gz");

  @Test
  void allClassesAndPropertiesAreDecided() {
    assumeTrue(Files.exists(DATA), () -> DATA + " is absent");
    try (var kb = KnowledgeBase.of(DATA)) {
      var outcome = kb.entailments(Optional.empty(), LIMIT);
      assertThat(outcome).isInstanceOf(Outcome.Answered.class);
      var entailments = ((Outcome.Answered<Entailments>) outcome).value();
      var theory = entailments.theory();
      var incomplete = new ArrayList<String>();
      int refuted = 0;
      for (var named : theory.classes()) {
        var decision =
            entailments.decision(
                new Demand.Instances(OwlBridge.node(named.getIRI())), Deadline.after(LIMIT));
        if (!decision.guarantee().complete()) {
          incomplete.add(named + " " + decision);
        }
        refuted += decision.checks();
      }
      for (var property : theory.properties()) {
        var decision =
            entailments.decision(
                new Demand.Values(OwlBridge.node(property.getIRI())), Deadline.after(LIMIT));
        if (!decision.guarantee().complete()) {
          incomplete.add(property + " " + decision);
        }
      }
      System.out.println(
          "Owl2BenchTest: %d classes, %d properties, %d incomplete, %d checks without data, %d models"
              .formatted(
                  theory.classes().size(),
                  theory.properties().size(),
                  incomplete.size(),
                  refuted,
                  entailments.models().accepted().size()));
      assertThat(theory.classes()).hasSizeGreaterThan(130);
      assertThat(incomplete).isEmpty();
      // NonScience is the complement of Science, and both are disciplines: so is everything.
      var discipline = theory.factory().getOWLClass(IRI.create(NS + "CollegeDiscipline"));
      var answers = kb.query("SELECT ?x { ?x a <" + NS + "CollegeDiscipline> }").run();
      assertThat(answers.rows()).hasSize(theory.individuals().size());
      for (var model : entailments.models().accepted()) {
        for (var named : theory.classes()) {
          var members = model.instances(named);
          for (var one : entailments.closure().instances(named)) {
            assertThat(members.get(model.element(one).orElseThrow()))
                .as("%s is a %s in every model", one, named)
                .isTrue();
          }
        }
        assertThat(model.instances(discipline).cardinality()).isEqualTo(model.size());
      }
    }
  }
}
