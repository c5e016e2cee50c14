// SPDX-License-Identifier: Apache-2.0
package io.github.entente.w3c;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.entente.w3c.Outcomes.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.query.ARQ;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * Runs the tests of a W3C suite and compares with what is recorded of it: a test that is recorded
 * as failing and passes fails the build as well, until it is recorded anew with {@code
 * -Dentente.write=true}.
 */
final class Suite {
  private static final String WRITE = "entente.write";

  /** What came of one test. */
  record Result(String test, String iri, Optional<String> failure) {
    boolean passed() {
      return failure.isEmpty();
    }
  }

  private final String name;
  private final Outcomes recorded;
  private final boolean mayWrite;
  private final List<Result> results = new ArrayList<>();

  /**
   * The suite of a name.
   *
   * @param whole whether all of its tests will run, so that the run may be recorded
   */
  Suite(String name, boolean whole) {
    this.name = name;
    this.recorded = Outcomes.read(Outcomes.file(name));
    this.mayWrite = whole && Boolean.getBoolean(WRITE);
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
          if (mayWrite || !comparable()) {
            return;
          }
          var before = recorded.tests().get(test);
          if (failure.isPresent() && (before == null || before.passed())) {
            throw failure.get();
          } else if (failure.isEmpty() && before != null && !before.passed()) {
            fail("passes, which is not recorded; record the run: -D" + WRITE + "=true");
          }
        });
  }

  /** Whether what is recorded was found with this version of Jena, if it depends on that. */
  private boolean comparable() {
    var jena = recorded.head("jena");
    return jena.isEmpty() || jena.equals(ARQ.VERSION);
  }

  private static String line(Throwable failure) {
    String text = String.valueOf(failure.getMessage()).strip();
    text = text.replaceAll("\\s+", " ").replaceAll("file:\\S*/", "");
    return text.substring(0, Math.min(200, text.length())).replaceAll("[\"\\\\]", "'");
  }

  List<Result> results() {
    return results;
  }

  Outcomes recorded() {
    return recorded;
  }

  /** The run, with the reasons that are recorded for what still does not pass. */
  Outcomes outcomes(List<String> also) {
    var tests = new TreeMap<String, Outcome>();
    for (var result : results) {
      var before = recorded.tests().get(result.test());
      if (result.passed()) {
        tests.put(result.test(), new Outcome(Outcomes.PASSED, ""));
      } else if (before != null && !before.passed()) {
        tests.put(result.test(), before);
      } else {
        tests.put(result.test(), new Outcome("failed", result.failure().orElseThrow()));
      }
    }
    var head = new LinkedHashMap<>(recorded.head());
    head.put("also", also);
    return new Outcomes(head, tests);
  }

  /**
   * Compares the whole run with what is recorded, or records it.
   *
   * @param also further findings, each a line
   */
  void conclude(List<String> also) {
    var outcomes = outcomes(also);
    System.out.println("W3C " + name + ": " + outcomes.line());
    also.forEach(line -> System.out.println("  " + line));
    writeEarl("");
    if (mayWrite) {
      outcomes.write(Outcomes.file(name));
    } else if (comparable() && !recorded.tests().isEmpty()) {
      assertThat(outcomes.tests().keySet()).isEqualTo(recorded.tests().keySet());
      assertThat(recorded.also()).isEqualTo(also);
    }
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

  /** The tests of the artifact on the class path, in a folder of that name, laid out as files. */
  static Path bundled(String folder) {
    try {
      var uri = Suite.class.getResource("/" + folder).toURI();
      var target = Path.of(System.getProperty("entente.target"), "w3c", folder);
      try (var files = FileSystems.newFileSystem(uri, Map.of());
          var walk = Files.walk(files.getPath("/" + folder))) {
        for (var file : walk.filter(Files::isRegularFile).toList()) {
          var copy = target.resolve(files.getPath("/" + folder).relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.write(copy, Files.readAllBytes(file));
        }
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The SPARQL 1.1 tests of the artifact. */
  static Path bundledSparql11() {
    return bundled("testcases-sparql-1.1-w3c");
  }
}
