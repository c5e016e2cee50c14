// SPDX-License-Identifier: Apache-2.0
package io.github.entente.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.EntenteException;
import io.github.entente.model.Guarantee;
import io.github.entente.query.Answers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The 22 queries of OWL2Bench over its DL ontology with {@code entente.owl2bench} universities (1
 * without it; 2, 5 and 10 are there too), each asked once in a process that begins with it. Queries
 * for pairs are compared with {@link PlainRoles}. With {@code entente.certify} set to a number of
 * seconds each answer is certified as well, within that time.
 */
@Tag("bench")
class Owl2BenchQueriesTest {
  static final String NS = "https://kracr.iiitd.edu.in/OWL2Bench#";
  private static final int UNIVERSITIES = Integer.getInteger("entente.owl2bench", 1);
  private static final int CERTIFY = Integer.getInteger("entente.certify", 0);
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Path FOLDER =
      Path.of(System.getProperty("entente.shared", "../shared"), "bench");
  private static final Path DATA = FOLDER.resolve("owl2bench-dl-" + UNIVERSITIES + ".nt.gz");
  private static final Path SCRIPT = FOLDER.resolve("owl2bench/Experiments/QueryResponse.sh");

  @Test
  void everyQueryIsAnsweredCompletely() throws IOException {
    assumeTrue(Files.exists(DATA), () -> DATA + " is absent");
    var queries = queries();
    assertThat(queries).hasSize(22);
    var answers = new ArrayList<Answers>();
    try (var kb = KnowledgeBase.of(DATA)) {
      long start = System.nanoTime();
      kb.query("ASK { ?x a <urn:none> }").timeout(LIMIT).run();
      told("loaded", start);
      int checks = 0;
      for (int i = 0; i < queries.size(); i++) {
        start = System.nanoTime();
        long cpu = PatternsTest.cpu();
        var answer = kb.query(queries.get(i)).timeout(LIMIT).most(20_000_000).run();
        int here = answer.plan().parts().stream().mapToInt(part -> part.decision().checks()).sum();
        System.out.printf(
            "OWL2Bench DL(%d), Q%d: %d rows, %d ms (CPU %d ms), %d checks, %s%n",
            UNIVERSITIES,
            i + 1,
            answer.rows().size(),
            (System.nanoTime() - start) / 1_000_000,
            (PatternsTest.cpu() - cpu) / 1_000_000,
            here,
            answer.guarantee().label());
        checks += here;
        answers.add(answer);
      }
      told("22 queries, " + checks + " consistency checks", start);
      var roles = PlainRoles.of(DATA);
      var pairs = Pattern.compile("\\{ *\\?y :(\\w+) \\?x\\.? *}");
      int compared = 0;
      for (int i = 0; i < queries.size(); i++) {
        var matcher = pairs.matcher(queries.get(i));
        if (matcher.find()) {
          assertThat(answers.get(i).rows())
              .as("rows of query %d, by plain computation", i + 1)
              .hasSize((int) roles.count(NS + matcher.group(1)));
          compared++;
        }
      }
      System.out.println("OWL2Bench: " + compared + " counts compared with plain computation");
      assertThat(compared).isGreaterThanOrEqualTo(10);
      certify(kb, queries);
    }
    assertThat(answers).extracting(Answers::guarantee).containsOnly(Guarantee.SOUND_AND_COMPLETE);
  }

  private static void certify(KnowledgeBase kb, List<String> queries) {
    for (int i = 0; i < queries.size() && CERTIFY > 0; i++) {
      long cpu = PatternsTest.cpu();
      String label;
      try {
        var limit = Duration.ofSeconds(CERTIFY);
        label =
            kb.query(queries.get(i)).timeout(limit).most(20_000_000).certify().verdict().label();
      } catch (EntenteException e) {
        label = e.code() + " " + e.getMessage();
      }
      System.out.printf(
          "OWL2Bench DL(%d), Q%d: %s (CPU %d ms)%n",
          UNIVERSITIES, i + 1, label, (PatternsTest.cpu() - cpu) / 1_000_000);
    }
  }

  /** As the benchmark's script asks them, in its order, each once. */
  private static List<String> queries() throws IOException {
    var query = Pattern.compile("query -r \\S+ \"([^\"]+)\"");
    var number = Pattern.compile("Done Query(\\d+)");
    Map<Integer, String> queries = new LinkedHashMap<>();
    Optional<String> last = Optional.empty();
    for (var line : Files.readAllLines(SCRIPT)) {
      Matcher asked = query.matcher(line);
      if (asked.find()) {
        last = Optional.of(asked.group(1));
      }
      Matcher done = number.matcher(line);
      if (done.find() && last.isPresent()) {
        queries.put(Integer.parseInt(done.group(1)), last.get());
      }
    }
    var prologue =
        "PREFIX : <" + NS + "> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> ";
    return queries.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> prologue + e.getValue())
        .toList();
  }

  private static void told(String what, long start) throws IOException {
    String peak =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .findFirst()
            .orElse("");
    System.out.printf(
        "OWL2Bench DL(%d): %s; %.1f s since then; CPU of the process %.1f s; peak %s%n",
        UNIVERSITIES,
        what,
        (System.nanoTime() - start) / 1e9,
        PatternsTest.cpu() / 1e9,
        peak.replaceAll("\\D+", " ").strip() + " kB");
  }
}
