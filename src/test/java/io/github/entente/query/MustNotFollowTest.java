// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.entente.KnowledgeBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
  private static final int GROUPS = 6;

  /** Toys that rightly make the twin of another question hold as well, with that twin. */
  private static final Map<String, String> ALSO =
      Map.of(
          "007-united-kingdom-in-the-eu-after", "005-united-kingdom-in-both",
          // Were AUKUS founded on the ANZUS Treaty, its third member would owe defence by it.
          "011-minilaterals-are-defence-pacts", "009-united-kingdom-owes-australia-defence");

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
    assertThat(twins).hasSizeGreaterThanOrEqualTo(38);
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

  /**
   * Toys about the same question come into different groups, and no group makes a twin hold that is
   * not of one of its toys.
   */
  @TestFactory
  Stream<DynamicTest> aToyMakesItsTwinHoldAndNoOther() throws IOException {
    var added = twins().stream().filter(twin -> Files.exists(toy(twin, ".trig"))).toList();
    assertThat(added).hasSizeGreaterThanOrEqualTo(35);
    return IntStream.range(0, GROUPS)
        .mapToObj(
            group ->
                dynamicTest(
                    "group " + group,
                    () -> {
                      var here =
                          added.stream()
                              .filter(twin -> added.indexOf(twin) % GROUPS == group)
                              .toList();
                      var holding =
                          here.stream().map(MustNotFollowTest::name).collect(Collectors.toSet());
                      ALSO.forEach(
                          (toy, other) -> {
                            if (holding.contains(toy)) {
                              holding.add(other);
                            }
                          });
                      var builder = KnowledgeBase.builder().withBundled();
                      here.forEach(twin -> builder.data(toy(twin, ".trig")));
                      try (var more = builder.build()) {
                        for (var twin : twins()) {
                          String text = Files.readString(twin);
                          if (here.contains(twin) || !text.contains("/as-of/")) {
                            assertThat(more.query(text).run().truth())
                                .as(twin.getFileName().toString())
                                .isEqualTo(holding.contains(name(twin)));
                          }
                        }
                      }
                    }));
  }

  /** What must be absent cannot be added; so something is taken away. */
  @TestFactory
  Stream<DynamicTest> aTwinHoldsWithoutWhatStandsAgainstIt() throws IOException {
    var missing = twins().stream().filter(twin -> !Files.exists(toy(twin, ".trig"))).toList();
    return missing.stream()
        .map(
            twin ->
                dynamicTest(
                    twin.getFileName().toString(),
                    () -> {
                      var ask = kb.query(Files.readString(twin));
                      for (var gone : Files.readAllLines(toy(twin, ".without"))) {
                        ask.from(ask.view().without(gone));
                      }
                      assertThat(ask.run().truth()).isTrue();
                    }));
  }

  private static Path toy(Path twin, String kind) {
    return BASE.resolve("src/test/resources/cq-not").resolve(name(twin) + kind);
  }

  private static String name(Path twin) {
    return twin.getFileName().toString().replace(".rq", "");
  }

  private static List<Path> twins() throws IOException {
    try (var files = Files.list(BASE.resolve("queries/cq-not"))) {
      return files.filter(file -> file.toString().endsWith(".rq")).sorted().toList();
    }
  }
}
