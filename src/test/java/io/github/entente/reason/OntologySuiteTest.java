// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Deadline;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Outcome;
import io.github.entente.reason.OntologySuite.Check;
import io.github.entente.reason.OntologySuite.Text;
import io.github.entente.reason.dl.OwlBridge;
import io.github.entente.reason.dl.Refuter;
import io.github.entente.reason.dl.Theory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The W3C's OWL 2 test cases, through our loader and reasoner. Those that do not pass are listed in
 * a file; one that does no longer pass fails here, and so does one that passes and is listed,
 * unless it is listed as taking too long.
 */
class OntologySuiteTest {
  private static final int COUNT = 417;
  private static final int PASSING = 385;
  private static final int QUICK_BYTES = 700;
  private static final String TIMEOUT = "timeout";

  /** Ample for what is listed as passing, so that a slow machine does not fail it. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final Duration LIMIT_OF_LISTED = Duration.ofSeconds(10);
  private static final Path SUITE =
      Path.of(System.getProperty("entente.shared", "../shared")).resolve("suites/w3c-owl2/all.rdf");
  private static final Path OUTCOMES =
      Path.of(System.getProperty("entente.basedir", "."))
          .resolve("src/test/resources/w3c/owl2-outcomes.tsv");

  /** What came of a check. */
  private record Result(String outcome, String detail) {}

  @Test
  void enoughChecksPassAndNoneIsWrong() throws IOException {
    var listed = listed();
    assertThat(COUNT - listed.values().stream().filter(o -> !passes(o)).count())
        .isGreaterThanOrEqualTo(PASSING);
    assertThat(listed.values()).isSubsetOf(TIMEOUT, "refused", "functional only");
    if (Files.exists(SUITE)) {
      assertThat(checks().keySet()).hasSize(COUNT).containsAll(listed.keySet());
    }
  }

  @TestFactory
  Stream<DynamicTest> shortChecksComeOutAsListed() throws IOException {
    var listed = listed();
    return tests(
        checks().values().stream()
            .filter(check -> check.premise().bytes().length < QUICK_BYTES)
            .filter(check -> !TIMEOUT.equals(listed.get(check.name())))
            .toList());
  }

  @TestFactory
  @Tag("full")
  Stream<DynamicTest> everyCheckComesOutAsListed() throws IOException {
    return tests(checks().values());
  }

  private static Stream<DynamicTest> tests(Iterable<Check> checks) throws IOException {
    var listed = listed();
    var tests = new ArrayList<DynamicTest>();
    for (var check : checks) {
      var expected = listed.getOrDefault(check.name(), "pass");
      tests.add(
          dynamicTest(
              check.name(),
              () -> {
                boolean slow = expected.equals(TIMEOUT);
                var result = result(check, slow ? LIMIT_OF_LISTED : LIMIT);
                if (slow && result.outcome().equals("pass")) {
                  System.out.println("OntologySuiteTest: in time this once: " + check.name());
                } else {
                  assertThat(result.outcome()).as(result.detail()).isEqualTo(expected);
                }
              }));
    }
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  private static Map<String, Check> checks() {
    Assumptions.assumeTrue(Files.exists(SUITE), SUITE + " is not there");
    return OntologySuite.read(SUITE);
  }

  /** Outcomes by the names of checks. */
  private static Map<String, String> listed() throws IOException {
    var listed = new HashMap<String, String>();
    for (var line : Files.readAllLines(OUTCOMES)) {
      if (!line.startsWith("#")) {
        var cells = line.split("\t");
        assertThat(cells).as(line).hasSize(4);
        listed.put(cells[0] + "/" + cells[1], cells[2]);
      }
    }
    return listed;
  }

  private static boolean passes(String outcome) {
    return outcome.equals("pass") || outcome.equals("functional only");
  }

  private static Result result(Check check, Duration limit) {
    var result = resultOf(check, limit);
    if (result.outcome().equals("refused") && check.functional().isPresent()) {
      var other = resultOf(check.functional().get(), limit);
      return other.outcome().equals("pass")
          ? new Result("functional only", result.detail())
          : other;
    }
    return result;
  }

  private static Result resultOf(Check check, Duration limit) {
    try {
      return switch (check.kind()) {
        case CONSISTENCY -> consistency(check, Outcome.Answered.class, limit);
        case INCONSISTENCY -> consistency(check, Outcome.Inconsistent.class, limit);
        case POSITIVE_ENTAILMENT -> entailment(check, true, limit);
        case NEGATIVE_ENTAILMENT -> entailment(check, false, limit);
      };
    } catch (EntenteException e) {
      return new Result(
          e.code() == ErrorCode.LIMIT_REACHED ? TIMEOUT : "refused",
          e.code() + ": " + e.getMessage());
    }
  }

  private static KnowledgeBase load(Text text, List<Text> imports) {
    var builder = KnowledgeBase.builder();
    builder.document(text.name(), text.location(), text.bytes());
    imports.forEach(i -> builder.document(i.name(), i.location(), i.bytes()));
    return builder.build();
  }

  private static Result consistency(Check check, Class<?> expected, Duration limit) {
    try (var kb = load(check.premise(), check.imports())) {
      var outcome = kb.entailments(Optional.empty(), limit);
      if (outcome instanceof Outcome.LimitReached<Entailments> reached) {
        return new Result(TIMEOUT, reached.what());
      }
      return new Result(expected.isInstance(outcome) ? "pass" : "wrong", outcome.toString());
    }
  }

  private static Result entailment(Check check, boolean expected, Duration limit) {
    try (var conclusion = load(check.conclusion().orElseThrow(), check.imports());
        var premise = load(check.premise(), check.imports());
        var refuter = Refuter.create()) {
      var theory = Theory.of(bridge(premise));
      var axioms = Conclusion.axioms(bridge(conclusion).logicalAxioms(), theory.factory());
      var questions = new ArrayList<Question>();
      for (var axiom : axioms) {
        questions.addAll(Question.of(axiom, theory.factory()).orElseThrow());
      }
      var answer = new Judgement(theory, refuter).decide(questions, Deadline.after(limit));
      int no = questions.size() - answer.entailed().size() - answer.undecided().size();
      if (no == 0 && !answer.undecided().isEmpty()) {
        return new Result(TIMEOUT, "undecided: " + answer.undecided());
      }
      return new Result(
          (no == 0) == expected ? "pass" : "wrong", no + " do not follow of " + questions);
    }
  }

  private static OwlBridge bridge(KnowledgeBase kb) {
    return OwlBridge.of(kb.snapshot(Optional.empty()).asserted());
  }
}
