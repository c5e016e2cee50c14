// SPDX-License-Identifier: Apache-2.0
package io.github.entente.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.entente.KnowledgeBase;
import io.github.entente.check.CheckReport.Finding;
import io.github.entente.check.CheckReport.Kind;
import io.github.entente.check.CheckReport.Severity;
import io.github.entente.check.FullReport.QuestionRun;
import io.github.entente.check.Section.Part;
import io.github.entente.check.Section.State;
import io.github.entente.model.Deadline;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Outcome;
import io.github.entente.model.Viewpoint;
import io.github.entente.query.Answers;
import io.github.entente.query.Question;
import io.github.entente.source.Bundled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** All checks in one run, on what is bundled and on small wrong things. */
class FullCheckTest {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final String HEAD =
      """
      @prefix : <https://example.org/> .
      @prefix entente: <https://w3id.org/entente/> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      """;

  /** Shapes and hygiene of what is bundled: {@link ShapesTest}, {@link HygieneTest}. */
  @Test
  void whatIsBundledPasses() {
    try (var kb = KnowledgeBase.bundled()) {
      var names = Set.of("partners-in-aukus-or-five-eyes", "overlapping-frameworks");
      var begun = new ArrayList<Part>();
      var report =
          new FullCheck(
                  kb.snapshot(kb.defaultDay()),
                  kb.documents(),
                  deadline -> kb.entailments(kb.defaultDay(), TIMEOUT),
                  () -> Shapes.of(List.of()),
                  () -> Hygiene.of(Map.of()),
                  kb.questions().stream().filter(q -> names.contains(q.name())).toList(),
                  (question, deadline) -> kb.ask(question.name()).outcome())
              .run(Deadline.NEVER, begun::add);
      assertThat(begun).containsExactly(Part.values());
      assertThat(report.sections()).extracting(Section::part).containsExactly(Part.values());
      assertThat(report.sections()).extracting(Section::state).containsOnly(State.PASSED);
      assertThat(report.check().ok()).isTrue();
      assertThat(report.check().complete()).isTrue();
      assertThat(report.check().asOf()).isEqualTo(kb.defaultDay());
      assertThat(report.questions())
          .extracting(QuestionRun::name, QuestionRun::rows, QuestionRun::guarantee)
          .containsExactly(
              tuple("partners-in-aukus-or-five-eyes", 3, Optional.of("sound and complete")),
              tuple("overlapping-frameworks", 172, Optional.of("sound and complete")));
    }
  }

  @Test
  void dataOutsideTheProfileAreNotReasonedOverButTheirShapeIsChecked() {
    var report =
        check(
            """
            :p a owl:ObjectProperty, owl:TransitiveProperty, owl:FunctionalProperty .
            entente:Membership a owl:Class .
            :m a entente:Membership .
            """);
    assertThat(states(report))
        .containsEntry(Part.PROFILE, State.FAILED)
        .containsEntry(Part.CONSISTENCY, State.NOT_RUN)
        .containsEntry(Part.SATISFIABILITY, State.NOT_RUN)
        .containsEntry(Part.SHAPES, State.FAILED)
        .containsEntry(Part.HYGIENE, State.PASSED)
        .containsEntry(Part.QUESTIONS, State.NOT_RUN);
    assertThat(report.check().ok()).isFalse();
    assertThat(kinds(report)).contains(Kind.PROFILE, Kind.SHAPE);
  }

  @Test
  void aContradictionLeavesClassesAndQuestionsUnasked() {
    var report = check(":A a owl:Class ; owl:disjointWith :B . :B a owl:Class . :i a :A, :B .");
    assertThat(states(report))
        .containsEntry(Part.PROFILE, State.PASSED)
        .containsEntry(Part.CONSISTENCY, State.FAILED)
        .containsEntry(Part.SATISFIABILITY, State.NOT_RUN)
        .containsEntry(Part.QUESTIONS, State.NOT_RUN);
    assertThat(kinds(report)).containsExactly(Kind.INCONSISTENT);
  }

  @Test
  void aClassWithoutPossibleInstancesFails() {
    var report =
        check(
            ":A a owl:Class ; owl:disjointWith :B . :B a owl:Class ."
                + " :C a owl:Class ; rdfs:subClassOf :A, :B .");
    assertThat(states(report)).containsEntry(Part.SATISFIABILITY, State.FAILED);
    assertThat(report.check().findings())
        .singleElement()
        .satisfies(f -> assertThat(f.kind()).isEqualTo(Kind.UNSATISFIABLE_CLASS))
        .satisfies(f -> assertThat(f.place()).isEqualTo("https://example.org/C in own.ttl"));
  }

  @Test
  void warningsAndRemarksDoNotFail() {
    var report =
        check(
            ":C rdfs:subClassOf :A, :B . :B rdfs:subClassOf :A ."
                + " :A a owl:Class . :B a owl:Class . :C a owl:Class .");
    assertThat(report.count(Severity.INFO)).isEqualTo(1);
    assertThat(report.check().ok()).isTrue();
    assertThat(states(report)).containsEntry(Part.HYGIENE, State.REMARKS);
  }

  @Test
  void aQuestionThatIsRefusedIsAFinding() {
    var report =
        ask(
            (question, deadline) -> {
              throw new EntenteException(ErrorCode.REFUSED_QUERY, "not like this");
            });
    assertThat(report.check().findings())
        .singleElement()
        .isEqualTo(new Finding(Kind.QUESTION, "CQ-999 anything", "REFUSED_QUERY: not like this"));
    assertThat(report.questions()).singleElement().matches(run -> run.guarantee().isEmpty());
    assertThat(states(report)).containsEntry(Part.QUESTIONS, State.FAILED);
  }

  @Test
  void aQuestionThatTakesTooLongIsALimit() {
    var report = ask((question, deadline) -> new Outcome.LimitReached<>("too long"));
    assertThat(kinds(report)).containsExactly(Kind.LIMIT);
    assertThat(report.check().ok()).isTrue();
    assertThat(report.check().complete()).isFalse();
    assertThat(states(report)).containsEntry(Part.QUESTIONS, State.CUT_SHORT);
  }

  private static FullReport check(String turtle) {
    try (var kb = own(turtle)) {
      return kb.checkAll(Viewpoint.ALL_DAYS, TIMEOUT, part -> {});
    }
  }

  private static FullReport ask(BiFunction<Question, Deadline, Outcome<Answers>> ask) {
    try (var kb = own(":A a owl:Class .")) {
      var question =
          Question.parse(
              "q.rq",
              "#+ id: CQ-999\n#+ name: anything\n#+ question: ?\n#+ summary: .\nASK { ?s ?p ?o }");
      return new FullCheck(
              kb.snapshot(Optional.empty()),
              kb.documents(),
              deadline -> kb.entailments(Optional.empty(), TIMEOUT),
              () -> Shapes.of(Bundled.shapes()),
              () -> Hygiene.of(Map.of()),
              List.of(question),
              ask)
          .run(Deadline.NEVER, part -> {});
    }
  }

  private static KnowledgeBase own(String turtle) {
    return KnowledgeBase.builder()
        .document(
            "https://example.org/graph",
            "own.ttl",
            (HEAD + turtle).getBytes(StandardCharsets.UTF_8))
        .build();
  }

  private static Map<Part, State> states(FullReport report) {
    return report.sections().stream().collect(Collectors.toMap(Section::part, Section::state));
  }

  private static List<Kind> kinds(FullReport report) {
    return report.check().findings().stream().map(Finding::kind).toList();
  }
}
