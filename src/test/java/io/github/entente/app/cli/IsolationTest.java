// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Work in a process of its own, and its limits. */
class IsolationTest {
  private static final String SOME =
      "SELECT ?x { VALUES ?x { entente:Japan entente:Malta } } ORDER BY ?x";

  @Test
  void theAnswerIsTheSame() {
    var alone = Run.of("query", "-e", SOME);
    var isolated = Run.of("query", "--isolate", "--memory", "1g", "-e", SOME);
    assertThat(isolated).isEqualTo(alone);
    assertThat(isolated.code()).isEqualTo(Exit.OK);
    assertThat(isolated.out()).contains("entente:Malta");
  }

  @Test
  void whatIsReadFromStandardInputArrives() {
    var isolated = Run.in(java.util.Map.of(), SOME, "query", "--isolate", "-q", "-");
    assertThat(isolated.out()).isEqualTo(Run.of("query", "-q", "-e", SOME).out());
  }

  @Test
  void aFailureIsToldOnceWithItsExitCode() {
    var run = Run.of("query", "--isolate", "-e", "SELECT");
    assertThat(run.code()).isEqualTo(Exit.USAGE);
    assertThat(run.err()).containsOnlyOnce("entente: ");
  }

  @Test
  void memoryIsLimited() {
    var run = Run.of("query", "--isolate", "--memory", "24m", "-e", SOME);
    assertThat(run.code()).isEqualTo(Exit.LIMIT);
    assertThat(run.err()).contains("LIMIT_REACHED", "--memory");
  }

  @Test
  void limitsThatMeanNothingAreRefused() {
    assertThat(Run.of("query", "--memory", "1g", "-e", SOME).err()).contains("BAD_OPTION");
    assertThat(Run.of("query", "--isolate", "--memory", "lots", "-e", SOME).err())
        .contains("BAD_OPTION", "512m");
  }
}
