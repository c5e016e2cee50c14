// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
  private static final List<String> KNOWN = List.of("ask", "query", "questions", "--format");

  @Test
  void aSlipOfTheFingerIsUnderstood() {
    assertThat(Spelling.hint("aks", KNOWN)).isEqualTo(" Did you mean 'ask'?");
    assertThat(Spelling.hint("qeury", KNOWN)).isEqualTo(" Did you mean 'query'?");
    assertThat(Spelling.hint("question", KNOWN)).isEqualTo(" Did you mean 'questions'?");
    assertThat(Spelling.hint("--fromat", KNOWN)).isEqualTo(" Did you mean '--format'?");
  }

  @Test
  void anotherWordIsNotGuessedAt() {
    assertThat(Spelling.hint("serve", KNOWN)).isEmpty();
    assertThat(Spelling.hint("x", KNOWN)).isEmpty();
  }
}
