// SPDX-License-Identifier: Apache-2.0
package io.github.entente.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long patterns take on the bundled snapshot: plain ones when warm, and those with class
 * expressions the first time and again.
 */
@Tag("bench")
class PatternsTest {
  private static final int WARM_UP = 500;
  private static final int RUNS = 500;
  private static final double MOST_MILLIS = 5;

  private static final Map<String, String> ATOMIC = new LinkedHashMap<>();
  private static final Map<String, String> EXPRESSIONS = new LinkedHashMap<>();

  static {
    ATOMIC.put("instances of a class", "SELECT ?x { ?x a entente:Framework }");
    ATOMIC.put("values of a property", "SELECT ?x { entente:Japan entente:partnerOf ?x }");
    ATOMIC.put("both ends open", "SELECT ?x ?y { ?x entente:fullMemberOf ?y }");
    ATOMIC.put("a fact", "ASK { entente:Japan entente:partnerOf entente:NATO }");
    EXPRESSIONS.put(
        "some value",
        "SELECT ?x { ?x a [ a owl:Restriction ; owl:onProperty entente:fullMemberOf ;"
            + " owl:someValuesFrom entente:Alliance ] }");
    EXPRESSIONS.put(
        "intersection",
        "SELECT ?x { ?x a [ a owl:Class ; owl:intersectionOf ( entente:State [ a owl:Restriction ;"
            + " owl:onProperty entente:partnerOf ; owl:hasValue entente:NATO ] ) ] }");
    EXPRESSIONS.put(
        "at least two",
        "SELECT ?x { ?x a [ a owl:Restriction ; owl:onProperty entente:hasMembership ;"
            + " owl:minQualifiedCardinality \"2\"^^xsd:nonNegativeInteger ;"
            + " owl:onClass entente:FullMembership ] }");
    EXPRESSIONS.put("complement", "SELECT ?x { ?x a [ owl:complementOf entente:FullMembership ] }");
    EXPRESSIONS.put(
        "class left open",
        "SELECT ?x ?c { ?x a [ a owl:Restriction ; owl:onProperty entente:hasMembership ;"
            + " owl:someValuesFrom ?c ] VALUES ?c { entente:FullMembership } }");
  }

  @Test
  void warmAtomicPatterns() {
    try (var kb = KnowledgeBase.bundled()) {
      for (var pattern : ATOMIC.entrySet()) {
        var nanos = new long[RUNS];
        int rows = 0;
        for (int i = -WARM_UP; i < RUNS; i++) {
          long start = System.nanoTime();
          var answers = kb.query(pattern.getValue()).run();
          if (i >= 0) {
            nanos[i] = System.nanoTime() - start;
          }
          rows = answers.rows().size();
        }
        Arrays.sort(nanos);
        double median = nanos[RUNS / 2] / 1e6;
        System.out.printf(
            "warm, %s: median %.2f ms, 95 %% within %.2f ms, %d rows%n",
            pattern.getKey(), median, nanos[RUNS * 95 / 100] / 1e6, rows);
        assertThat(median).as(pattern.getKey()).isLessThan(MOST_MILLIS);
      }
    }
  }

  @Test
  void classExpressions() {
    try (var kb = KnowledgeBase.bundled()) {
      kb.query("ASK { ?x a entente:Framework }").run();
      for (var pattern : EXPRESSIONS.entrySet()) {
        long start = System.nanoTime();
        long cpu = cpu();
        var answers = kb.query(pattern.getValue()).timeout(Duration.ofSeconds(120)).run();
        double first = (System.nanoTime() - start) / 1e6;
        double firstCpu = (cpu() - cpu) / 1e6;
        for (int i = 0; i < 20; i++) {
          kb.query(pattern.getValue()).run();
        }
        start = System.nanoTime();
        kb.query(pattern.getValue()).run();
        System.out.printf(
            "expression, %s: first %.0f ms (CPU %.0f ms), again %.2f ms, %d rows, %s%n",
            pattern.getKey(),
            first,
            firstCpu,
            (System.nanoTime() - start) / 1e6,
            answers.rows().size(),
            answers.guarantee().label());
      }
    }
  }

  static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
