// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.entente.KnowledgeBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the questions' twins ask must not follow; a toy that makes it follow shows they can tell.
 */
class MustNotFollowTest {
  private static final Path BASE = Path.of(System.getProperty("entente.basedir", "."));
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
  Stream<DynamicTest> noTwinHolds() throws IOException {
    var twins = twins();
    assertThat(twins).hasSizeGreaterThanOrEqualTo(36);
    return twins.stream()
        .map(
            twin ->
                dynamicTest(
                    twin.getFileName().toString(),
                    () -> {
                      var answers = kb.query(Files.readString(twin)).run();
                      assertThat(answers.truth()).isFalse();
                      assertThat(answers.guarantee().complete()).isTrue();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aToyMakesATwinHold() throws IOException {
    var toys =
        twins().stream()
            .filter(twin -> Files.exists(toy(twin)))
            .filter(twin -> Math.floorMod(twin.getFileName().toString().hashCode(), 4) == 0)
            .toList();
    assertThat(toys).hasSizeGreaterThanOrEqualTo(4);
    return toys.stream()
        .map(
            twin ->
                dynamicTest(
                    twin.getFileName().toString(),
                    () -> {
                      try (var more =
                          KnowledgeBase.builder().withBundled().data(toy(twin)).build()) {
                        assertThat(more.query(Files.readString(twin)).run().truth()).isTrue();
                      }
                    }));
  }

  private static Path toy(Path twin) {
    return BASE.resolve("src/test/resources/cq-not")
        .resolve(twin.getFileName().toString().replace(".rq", ".trig"));
  }

  private static List<Path> twins() throws IOException {
    try (var files = Files.list(BASE.resolve("queries/cq-not"))) {
      return files.filter(file -> file.toString().endsWith(".rq")).sorted().toList();
    }
  }
}
