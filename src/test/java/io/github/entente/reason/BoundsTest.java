// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.certificate.Evaluator;
import io.github.entente.model.Deadline;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Outcome;
import io.github.entente.reason.OntologySuite.Check;
import io.github.entente.reason.OntologySuite.Kind;
import io.github.entente.reason.OntologySuite.Text;
import io.github.entente.reason.dl.OwlBridge;
import io.github.entente.reason.dl.Refuter;
import io.github.entente.reason.dl.Theory;
import io.github.entente.reason.models.Models;
import io.github.entente.reason.rules.Closure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.model.OWLAxiom;

/**
 * What rules derive and what follows are true in every accepted model, and what is inconsistent has
 * none: on the bundled questions, and on the W3C's cases of OWL 2, whose own word is the oracle.
 */
class BoundsTest {
  private static final Path SUITE =
      Path.of(System.getProperty("entente.shared", "../shared")).resolve("suites/w3c-owl2/all.rdf");

  /**
   * It has a model: one element, d, the only one in only-d, and nothing else in any class or
   * property. Nothing in it says that there is something finite.
   */
  private static final String MISTAKEN =
      "WebOnt-description-logic-909/inconsistency: a model of what has none";

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration EACH = Duration.ofSeconds(2);

  @Test
  void whatTheBundledQuestionsFindIsTrueInEveryModel() {
    try (var kb = KnowledgeBase.bundled()) {
      for (var question : kb.questions()) {
        kb.ask(question.name()).run();
      }
      var entailments =
          ((Outcome.Answered<Entailments>) kb.entailments(kb.defaultDay(), LIMIT)).value();
      var models = entailments.models();
      assertThat(models.consistent(Deadline.after(LIMIT)::passed)).isTrue();
      var found = new ArrayList<OWLAxiom>();
      entailments
          .graph()
          .find()
          .filterDrop(triple -> entailments.snapshot().asserted().contains(triple))
          .forEachRemaining(triple -> Facts.of(triple, entailments.theory()).ifPresent(found::add));
      assertThat(found).hasSizeGreaterThan(1000);
      for (var model : models.accepted()) {
        var evaluator = Evaluator.of(model, entailments.axioms());
        assertThat(found).allMatch(evaluator::holds);
      }
    }
  }

  private int modelled;
  private int facts;
  private int conclusions;
  private int rejected;
  private final List<String> wrong = new ArrayList<>();

  @Test
  @Tag("full")
  void casesOfOwl2() {
    Assumptions.assumeTrue(Files.exists(SUITE), SUITE + " is not there");
    var checks = OntologySuite.read(SUITE);
    for (var check : checks.values()) {
      try {
        bounds(check);
      } catch (EntenteException e) {
        // What is refused is listed by OntologySuiteTest.
        assertThat(e.code()).as(check.name()).isNotEqualTo(ErrorCode.INTERNAL);
      }
    }
    System.out.printf(
        "BoundsTest: %d checks, of which %d have a checked model (%d proposals rejected);"
            + " %d derived facts and %d conclusions true in all of them%n",
        checks.size(), modelled, rejected, facts, conclusions);
    assertThat(wrong).containsExactly(MISTAKEN);
    assertThat(modelled).isGreaterThan(100);
    assertThat(conclusions).isGreaterThan(50);
  }

  private void bounds(Check check) {
    try (var kb = load(check.premise(), check.imports());
        var refuter = Refuter.create()) {
      var theory = Theory.of(bridge(kb));
      var models = Models.of(theory.axioms(), theory.individuals());
      rejected += models.consistent(Deadline.after(EACH)::passed) ? 0 : models.rejected();
      if (models.accepted().isEmpty()) {
        return;
      }
      modelled++;
      if (check.kind() == Kind.INCONSISTENCY) {
        wrong.add(check.name() + ": a model of what has none");
        return;
      }
      var closure = Closure.of(theory.program(), theory.factory(), Deadline.after(EACH)::passed);
      var derived = closure.map(c -> c.namedFacts().toList()).orElse(List.of());
      // Further models, that deny whatever they can.
      models.open(derived, Deadline.after(EACH)::passed);
      for (var model : models.accepted()) {
        var evaluator = Evaluator.of(model, theory.axioms());
        derived.stream()
            .filter(fact -> !evaluator.holds(fact))
            .forEach(fact -> wrong.add(check.name() + ": derived but denied: " + fact));
      }
      facts += derived.size();
      if (check.kind() == Kind.POSITIVE_ENTAILMENT) {
        conclusion(check, theory, models);
      }
    }
  }

  private void conclusion(Check check, Theory theory, Models models) {
    try (var kb = load(check.conclusion().orElseThrow(), check.imports())) {
      for (var axiom : Conclusion.axioms(bridge(kb).logicalAxioms(), theory.factory())) {
        for (var question : Question.of(axiom, theory.factory()).orElse(List.of())) {
          question
              .asked(theory.factory())
              .ifPresent(
                  asked -> {
                    conclusions++;
                    if (!models.undenied(List.of(asked)).contains(asked)
                        || !models
                            .open(List.of(asked), Deadline.after(EACH)::passed)
                            .contains(asked)) {
                      wrong.add(check.name() + ": follows but denied: " + asked);
                    }
                  });
        }
      }
    }
  }

  private static KnowledgeBase load(Text text, List<Text> imports) {
    var builder = KnowledgeBase.builder();
    builder.document(text.name(), text.location(), text.bytes());
    imports.forEach(i -> builder.document(i.name(), i.location(), i.bytes()));
    return builder.build();
  }

  private static OwlBridge bridge(KnowledgeBase kb) {
    return OwlBridge.of(kb.snapshot(Optional.empty()).asserted());
  }
}
