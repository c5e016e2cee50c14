// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Engine;
import io.github.entente.model.Guarantee;
import io.github.entente.model.Regime;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each question needs what it says it needs: with less its answer is poorer or less certain, and
 * with that much it is what it is with everything. Where this differs from what one would expect of
 * a question, {@code src/test/resources/cq/needs.md} says why.
 */
class AgainstToysTest {
  private static final UnaryOperator<KnowledgeBase.Ask> SIMPLE = ask -> ask.regime(Regime.SIMPLE);
  private static final UnaryOperator<KnowledgeBase.Ask> RULES = ask -> ask.engine(Engine.RULES);

  private static KnowledgeBase kb;

  @BeforeAll
  static void open() {
    kb = KnowledgeBase.bundled();
  }

  @AfterAll
  static void close() {
    kb.close();
  }

  @TestFactory
  Stream<DynamicTest> eachQuestionNeedsWhatItSays() {
    assertThat(kb.questions()).hasSizeGreaterThanOrEqualTo(31);
    assertThat(kb.questions().stream().flatMap(q -> q.needs().stream()))
        .contains(Question.Needs.values());
    return kb.questions().stream()
        .map(question -> dynamicTest(question.name(), () -> assertNeeds(question)));
  }

  private static void assertNeeds(Question question) {
    var whole = kb.ask(question.name()).run();
    switch (question.needs().orElseThrow()) {
      case SIMPLE -> assertAsGood(under(SIMPLE, question), whole);
      case RULES -> {
        assertPoorer(under(SIMPLE, question), whole);
        assertAsGood(under(RULES, question), whole);
      }
      case DL -> assertPoorer(under(RULES, question), whole);
    }
  }

  private static Answers under(UnaryOperator<KnowledgeBase.Ask> less, Question question) {
    return less.apply(kb.ask(question.name())).run();
  }

  /** A row that is missing, no for yes, or a weaker guarantee. */
  private static void assertPoorer(Answers less, Answers whole) {
    boolean poorer =
        !contents(less).containsAll(contents(whole)) || weaker(less.guarantee(), whole.guarantee());
    assertThat(poorer).as(less.status() + " with " + less.rows().size() + " rows").isTrue();
  }

  private static void assertAsGood(Answers less, Answers whole) {
    assertThat(contents(less)).isEqualTo(contents(whole));
    assertThat(weaker(less.guarantee(), whole.guarantee())).as(less.status()).isFalse();
  }

  private static Set<Object> contents(Answers answers) {
    return answers.form() == Answers.Form.TRUTH
        ? Set.of(answers.truth())
        : new HashSet<>(answers.rows());
  }

  private static boolean weaker(Guarantee one, Guarantee other) {
    return other.sound() && !one.sound() || other.complete() && !one.complete();
  }
}
