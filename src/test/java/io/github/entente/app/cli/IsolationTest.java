// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.entente.app.cli.output.Console;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    var isolated = Run.in(Map.of(), SOME, "query", "--isolate", "-q", "-");
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

  /** A process that keeps no limit: it says who it is, and never ends of itself. */
  static final class Endless {
    public static void main(String[] arguments) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> spin()));
      System.out.println(ProcessHandle.current().pid());
      spin();
    }

    private static void spin() {
      for (long i = 0; ; i++) {
        if (i < 0) {
          i = 0;
        }
      }
    }
  }

  @Test
  void aProcessThatIgnoresItsLimitIsEndedForGood() {
    var out = new ByteArrayOutputStream();
    var console =
        Console.of(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            System.err,
            InputStream.nullInputStream(),
            Map.of());
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(java, "-cp", System.getProperty("java.class.path"), Endless.class.getName());
    long start = System.nanoTime();
    assertThatThrownBy(() -> Isolation.run(console, Duration.ofSeconds(3), command))
        .isInstanceOfSatisfying(
            EntenteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_REACHED))
        .hasMessageContaining("was ended");
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(20));
    var pid = out.toString(StandardCharsets.UTF_8).strip();
    assertThat(pid).as("the child ran").matches("\\d+");
    assertThat(ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void limitsThatMeanNothingAreRefused() {
    assertThat(Run.of("query", "--memory", "1g", "-e", SOME).err()).contains("BAD_OPTION");
    assertThat(Run.of("query", "--isolate", "--memory", "lots", "-e", SOME).err())
        .contains("BAD_OPTION", "512m");
  }
}
