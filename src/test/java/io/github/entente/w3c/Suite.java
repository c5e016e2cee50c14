// SPDX-License-Identifier: Apache-2.0
package io.github.entente.w3c;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * Runs the tests of a W3C suite against a list of those that are known to fail: a test of that list
 * that passes fails the build until it is taken off.
 */
final class Suite {
  /** What came of one test. */
  record Result(String test, String iri, Optional<String> failure) {
    boolean passed() {
      return failure.isEmpty();
    }
  }

  private final String name;
  private final Map<String, String> expectedFailures;
  private final List<Result> results = new ArrayList<>();

  Suite(String name) {
    this.name = name;
    this.expectedFailures = expectedFailures(name);
  }

  private static Map<String, String> expectedFailures(String name) {
    try (var in = Suite.class.getResourceAsStream("/w3c/" + name + "-failures.tsv")) {
      var found = new TreeMap<String, String>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .forEach(columns -> found.put(columns[0], columns[1]));
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The test as JUnit runs it. */
  DynamicTest test(String test, String iri, Executable body) {
    return DynamicTest.dynamicTest(
        test,
        () -> {
          Optional<Throwable> failure = Optional.empty();
          try {
            body.execute();
          } catch (Throwable e) {
            failure = Optional.of(e);
          }
          results.add(new Result(test, iri, failure.map(Suite::line)));
          var reason = expectedFailures.get(test);
          if (reason == null && failure.isPresent()) {
            throw failure.get();
          } else if (reason != null && failure.isEmpty()) {
            fail("passes now: take it out of src/test/resources/w3c/" + name + "-failures.tsv");
          }
        });
  }

  private static String line(Throwable failure) {
    String text = String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " ");
    return text.substring(0, Math.min(200, text.length())).replaceAll("[\"\\\\]", "'");
  }

  List<Result> results() {
    return results;
  }

  /** The tests that are known to fail, each with the reason. */
  Map<String, String> expectedFailures() {
    return expectedFailures;
  }

  /** Passed and all, by what a test's name begins with up to a slash. */
  String totals() {
    var totals = new LinkedHashMap<String, int[]>();
    for (var result : results) {
      var count = totals.computeIfAbsent(result.test().replaceAll("/.*", ""), k -> new int[2]);
      count[0] += result.passed() ? 1 : 0;
      count[1]++;
    }
    return totals.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue()[0] + " of " + e.getValue()[1])
        .collect(Collectors.joining(", "));
  }

  /** Each listed failure is a test that there is. */
  void noListedFailureIsUnknown() {
    var run = results.stream().map(Result::test).collect(Collectors.toSet());
    assertThat(run).containsAll(expectedFailures.keySet());
  }

  /** Writes the results as EARL into the build's folder. */
  void writeEarl(String suffix) {
    var text =
        new StringBuilder(
            "@prefix earl: <http://www.w3.org/ns/earl#> .\n"
                + "@prefix doap: <http://usefulinc.com/ns/doap#> .\n\n"
                + "<https://w3id.org/entente/software> a doap:Project, earl:TestSubject, earl:Software ;\n"
                + "  doap:name \"Entente\" .\n");
    for (var result : results) {
      text.append("\n[] a earl:Assertion ;\n  earl:subject <https://w3id.org/entente/software> ;\n")
          .append("  earl:test <" + result.iri() + "> ;\n  earl:mode earl:automatic ;\n")
          .append("  earl:result [ a earl:TestResult ; earl:outcome earl:")
          .append(result.passed() ? "passed" : "failed")
          .append(" ; earl:info \"" + result.test())
          .append(result.failure().map(why -> ": " + why).orElse("") + "\" ] .\n");
    }
    try {
      var folder = Files.createDirectories(Path.of(System.getProperty("entente.target"), "w3c"));
      Files.writeString(folder.resolve(name + suffix + ".ttl"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the shared suites, where they are present. */
  static Optional<Path> shared(String path) {
    return Optional.of(Path.of(System.getProperty("entente.shared", "../shared"), "suites", path))
        .filter(Files::exists);
  }

  /** The SPARQL 1.1 tests of the artifact on the class path, laid out as files. */
  static Path bundledSparql11() {
    try {
      var uri = Suite.class.getResource("/testcases-sparql-1.1-w3c/manifest-all.ttl").toURI();
      var target = Path.of(System.getProperty("entente.target"), "w3c", "sparql11");
      try (var files = FileSystems.newFileSystem(uri, Map.of());
          var walk = Files.walk(files.getPath("/testcases-sparql-1.1-w3c"))) {
        for (var file : walk.filter(Files::isRegularFile).toList()) {
          var copy =
              target.resolve(
                  files.getPath("/testcases-sparql-1.1-w3c").relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.write(copy, Files.readAllBytes(file));
        }
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
