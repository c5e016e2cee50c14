// SPDX-License-Identifier: Apache-2.0
package io.github.entente.check;

import io.github.entente.check.CheckReport.Finding;
import io.github.entente.check.CheckReport.Kind;
import io.github.entente.check.FullReport.QuestionRun;
import io.github.entente.check.Section.Part;
import io.github.entente.check.Section.State;
import io.github.entente.model.Deadline;
import io.github.entente.model.EntenteException;
import io.github.entente.model.Outcome;
import io.github.entente.model.Snapshot;
import io.github.entente.model.SourceDocument;
import io.github.entente.query.Answers;
import io.github.entente.query.Question;
import io.github.entente.reason.Entailments;
import io.github.entente.reason.Inspection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * All checks of a knowledge base in one run: profile, consistency and satisfiability of the world
 * of one day; shapes and hygiene of all that is stored; and the named questions.
 *
 * @param snapshot the world of the day
 * @param documents all that is stored
 * @param entailments computes what follows by a deadline; not asked when the profile is violated
 * @param shapes what data have to fit
 * @param hygiene queries that have to find nothing
 * @param questions the named questions
 * @param ask answers one by a deadline
 */
public record FullCheck(
    Snapshot snapshot,
    List<SourceDocument> documents,
    Function<Deadline, Outcome<Entailments>> entailments,
    Supplier<Shapes> shapes,
    Supplier<Hygiene> hygiene,
    List<Question> questions,
    BiFunction<Question, Deadline, Outcome<Answers>> ask) {
  public FullCheck {
    documents = List.copyOf(documents);
    questions = List.copyOf(questions);
  }

  /**
   * Runs them.
   *
   * @param begins is told each part as it begins
   * @throws EntenteException when the shapes or hygiene queries are not well-formed
   */
  public FullReport run(Deadline deadline, Consumer<Part> begins) {
    var sections = new ArrayList<Section>();
    var runs = new ArrayList<QuestionRun>();
    begins.accept(Part.PROFILE);
    long start = System.nanoTime();
    var inspection = Inspection.of(snapshot);
    int axioms = inspection.axioms();
    sections.add(section(Part.PROFILE, axioms, start, Checks.profile(inspection, documents)));
    boolean sane = sections.get(0).state() == State.PASSED;
    sane = sane && semantic(sections, axioms, deadline, begins);
    for (var part : List.of(Part.CONSISTENCY, Part.SATISFIABILITY)) {
      if (sections.size() <= part.ordinal()) {
        sections.add(Section.notRun(part));
      }
    }
    begins.accept(Part.SHAPES);
    sections.add(shapes.get().run(documents, deadline));
    begins.accept(Part.HYGIENE);
    sections.add(hygiene.get().run(documents, deadline));
    begins.accept(Part.QUESTIONS);
    sections.add(sane ? askAll(runs, deadline) : Section.notRun(Part.QUESTIONS));
    return new FullReport(report(inspection, sections), sections, runs);
  }

  /** Whether there is a consistent world of the day. */
  private boolean semantic(
      List<Section> sections, int axioms, Deadline deadline, Consumer<Part> begins) {
    begins.accept(Part.CONSISTENCY);
    long start = System.nanoTime();
    var findings = new ArrayList<Finding>();
    var follows = Checks.consistency(() -> entailments.apply(deadline), findings);
    sections.add(section(Part.CONSISTENCY, axioms, start, findings));
    if (follows.isEmpty()) {
      return false;
    }
    begins.accept(Part.SATISFIABILITY);
    start = System.nanoTime();
    var unsatisfiable = Checks.satisfiability(follows.get(), documents, deadline);
    sections.add(section(Part.SATISFIABILITY, axioms, start, unsatisfiable));
    return true;
  }

  private static Section section(Part part, int subjects, long start, List<Finding> findings) {
    return new Section(
        part, true, 1, subjects, Duration.ofNanos(System.nanoTime() - start), findings);
  }

  private Section askAll(List<QuestionRun> runs, Deadline deadline) {
    long start = System.nanoTime();
    var findings = new ArrayList<Finding>();
    for (var question : questions) {
      if (deadline.passed()) {
        findings.add(
            new Finding(
                Kind.LIMIT,
                "questions",
                "the time limit came after %d of %d questions"
                    .formatted(runs.size(), questions.size())));
        break;
      }
      runs.add(ask(question, deadline, findings));
    }
    int rows = runs.stream().mapToInt(QuestionRun::rows).sum();
    return new Section(
        Part.QUESTIONS,
        true,
        questions.size(),
        rows,
        Duration.ofNanos(System.nanoTime() - start),
        findings);
  }

  private QuestionRun ask(Question question, Deadline deadline, List<Finding> findings) {
    long start = System.nanoTime();
    Optional<Answers> answers = Optional.empty();
    var place = question.id() + " " + question.name();
    try {
      var outcome = ask.apply(question, deadline);
      if (outcome instanceof Outcome.Answered<Answers> answered) {
        answers = Optional.of(answered.value());
        if (answered.value().cutShort()) {
          findings.add(
              new Finding(
                  Kind.LIMIT, place, String.join(" ", answered.value().guarantee().reasons())));
        }
      } else if (outcome instanceof Outcome.LimitReached<Answers> limit) {
        findings.add(new Finding(Kind.LIMIT, place, limit.what()));
      } else if (outcome instanceof Outcome.Inconsistent<Answers> inconsistent) {
        findings.add(new Finding(Kind.QUESTION, place, String.join("\n", inconsistent.conflict())));
      }
    } catch (EntenteException e) {
      findings.add(new Finding(Kind.QUESTION, place, e.code().name() + ": " + e.getMessage()));
    }
    return new QuestionRun(
        question.id(),
        question.name(),
        answers.flatMap(Answers::asOf),
        answers.map(FullCheck::size).orElse(0),
        answers.map(a -> a.guarantee().label()),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private static int size(Answers answers) {
    return switch (answers.form()) {
      case ROWS -> answers.rows().size();
      case TRUTH -> 1;
      case GRAPH -> answers.graph().size();
    };
  }

  private CheckReport report(Inspection inspection, List<Section> sections) {
    var findings = sections.stream().flatMap(s -> s.findings().stream()).toList();
    return Checks.report(snapshot, documents, inspection, findings);
  }
}
