// SPDX-License-Identifier: Apache-2.0
package io.github.entente.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.clarkparsia.owlapi.explanation.BlackBoxExplanation;
import com.clarkparsia.owlapi.explanation.SatisfiabilityConverter;
import io.github.entente.KnowledgeBase;
import io.github.entente.explain.Explainer.Wish;
import io.github.entente.model.Outcome;
import io.github.entente.model.Viewpoint;
import io.github.entente.query.Answers;
import io.github.entente.query.Row;
import io.github.entente.reason.Entailments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.ReasonerFactory;
import org.semanticweb.owl.explanation.api.NullExplanationProgressMonitor;
import org.semanticweb.owl.explanation.impl.blackbox.BlackBoxExplanationGenerator2;
import org.semanticweb.owl.explanation.impl.blackbox.DivideAndConquerContractionStrategy;
import org.semanticweb.owl.explanation.impl.blackbox.InitialEntailmentCheckStrategy;
import org.semanticweb.owl.explanation.impl.blackbox.StructuralTypePriorityExpansionStrategy;
import org.semanticweb.owl.explanation.impl.blackbox.checker.SatisfiabilityEntailmentCheckerFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.reasoner.OWLReasoner;
import org.semanticweb.owlapi.reasoner.OWLReasonerConfiguration;

/** How long explanations take in a warm library: {@code mvn -P bench test -Dtest=WhyTimesTest}. */
@Tag("bench")
class WhyTimesTest {
  private static final int ROWS = 30;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static KnowledgeBase kb;

  @BeforeAll
  static void open() {
    kb = KnowledgeBase.bundled();
  }

  @AfterAll
  static void close() {
    kb.close();
  }

  private static List<Row> rows(Answers answers) {
    if (answers.form() == Answers.Form.TRUTH) {
      return answers.truth() ? List.of(new Row(Map.of())) : List.of();
    }
    var all = answers.rows();
    int step = Math.max(1, all.size() / ROWS);
    var some = new ArrayList<Row>();
    for (int i = 0; i < all.size() && some.size() < ROWS; i += step) {
      some.add(all.get(i));
    }
    return some;
  }

  private static double median(List<Double> times) {
    var sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static double millis(Runnable task) {
    long start = System.nanoTime();
    task.run();
    return (System.nanoTime() - start) / 1e6;
  }

  @Test
  void theFirstAndUpToTenOfRowsOfEachQuestion() {
    var first = new ArrayList<Double>();
    var ten = new ArrayList<Double>();
    System.out.println("| question | rows | first, median | first, longest | up to ten |");
    System.out.println("|---|---|---|---|---|");
    for (var question : kb.questions()) {
      var answers = kb.ask(question.name()).run();
      var rows = rows(answers);
      if (rows.isEmpty()) {
        continue;
      }
      rows.forEach(row -> kb.explain(answers, row));
      var times = rows.stream().map(row -> millis(() -> kb.explain(answers, row))).toList();
      first.addAll(times);
      double all = millis(() -> kb.explain(answers, rows.get(0), new Wish(10, false), LIMIT));
      ten.add(all);
      System.out.printf(
          "| %s | %d | %.0f ms | %.0f ms | %.0f ms |%n",
          question.name(), rows.size(), median(times), Collections.max(times), all);
    }
    System.out.printf(
        "first, median of %d rows: %.0f ms; up to ten, median of %d questions: %.0f ms, under 1 s:"
            + " %d%n",
        first.size(),
        median(first),
        ten.size(),
        median(ten),
        ten.stream().filter(time -> time < 1000).count());
    assertThat(median(first)).isLessThan(100);
  }

  /** With an explicit configuration, without which HermiT ignores datatypes it does not know. */
  private static final class Hermit extends ReasonerFactory {
    @Override
    public OWLReasoner createReasoner(OWLOntology ontology) {
      return super.createReasoner(ontology, new Configuration());
    }

    @Override
    public OWLReasoner createReasoner(OWLOntology ontology, OWLReasonerConfiguration ignored) {
      return createReasoner(ontology);
    }
  }

  /** The black boxes of owlexplanation and of the OWL API's tools, with HermiT, on one day. */
  @Test
  @SuppressWarnings("unchecked") // what was put into the array
  void besideBlackBoxes() throws Exception {
    var view = Viewpoint.on(kb.defaultDay());
    var world =
        ((Outcome.Answered<Entailments>) kb.entailments(view, Duration.ofMinutes(2))).value();
    var manager = OWLManager.createOWLOntologyManager();
    var ontology = manager.createOntology(world.axioms());
    var reasoner = new Hermit().createReasoner(ontology);
    var converter = new SatisfiabilityConverter(manager.getOWLDataFactory());
    var explanation =
        new BlackBoxExplanationGenerator2<OWLAxiom>(
            world.axioms(),
            new SatisfiabilityEntailmentCheckerFactory(
                new Hermit(), OWLManager::createOWLOntologyManager),
            new StructuralTypePriorityExpansionStrategy<OWLAxiom>(
                InitialEntailmentCheckStrategy.PERFORM, OWLManager::createOWLOntologyManager),
            new DivideAndConquerContractionStrategy<OWLAxiom>(),
            new NullExplanationProgressMonitor<OWLAxiom>(),
            OWLManager::createOWLOntologyManager);
    System.out.println("| statement | here | owlexplanation | black box of the OWL API | axioms |");
    System.out.println("|---|---|---|---|---|");
    for (String text :
        List.of(
            "entente:Australia entente:partnerOf entente:NATO",
            "entente:Japan a entente:NatoPartner",
            "entente:UnitedKingdom entente:fullMemberOf entente:NATO",
            "entente:Canada entente:seatIn entente:FiveEyes",
            "entente:PartnerMembership rdfs:subClassOf entente:Membership",
            "entente:FullMembership rdfs:subClassOf entente:ActiveMembership")) {
      var statement = kb.statement(text, view);
      var axiom = world.axiom(statement).orElseThrow();
      kb.why(statement, view, Wish.FIRST, LIMIT);
      var said = new Object[3];
      double here = millis(() -> said[0] = kb.why(statement, view, Wish.FIRST, LIMIT));
      double there =
          millis(
              () ->
                  said[1] =
                      new BlackBoxExplanation(ontology, new Hermit(), reasoner)
                          .getExplanation(converter.convert(axiom)));
      double other = millis(() -> said[2] = explanation.getExplanations(axiom, 1));
      var ours = ((Optional<io.github.entente.explain.Explanation>) said[0]).orElseThrow();
      int axioms =
          ours.cases().get(0).supports().stream()
              .mapToInt(support -> support.justifications().get(0).leaves().size())
              .sum();
      int theirs = ((Set<?>) said[1]).size();
      int others =
          ((Set<org.semanticweb.owl.explanation.api.Explanation<OWLAxiom>>) said[2])
              .stream().mapToInt(e -> e.getSize()).findFirst().orElse(0);
      System.out.printf(
          "| %s | %.0f ms | %.0f ms | %.0f ms | %d, %d, %d |%n",
          text, here, other, there, axioms, others, theirs);
      assertThat(axioms).isPositive();
    }
  }
}
