// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import static io.github.entente.reason.rif.RifDocuments.document;
import static io.github.entente.reason.rif.RifDocuments.frame;
import static io.github.entente.reason.rif.RifDocuments.member;
import static io.github.entente.reason.rif.RifDocuments.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --rules} on the commands that take data. */
class RulesOptionTest {
  private static final String PACTS = "docs/guide/example/pacts.ttl";
  private static final String BOUND = "docs/guide/example/rules/bound.ttl";
  private static final String RULES = "docs/guide/example/rules/bound.rif";
  private static final String NS = "http://example.org/pacts#";

  @TempDir Path folder;

  private static String file(String name) {
    return Run.BASE.resolve(name).toString();
  }

  private static Run run(String command, String... more) {
    var words =
        new ArrayList<>(
            List.of(command, "--data", file(PACTS), "--data", file(BOUND), "--rules", file(RULES)));
    words.addAll(List.of(more));
    return Run.of(words.toArray(String[]::new));
  }

  @Test
  void whyNamesFileAndLineOfARule() {
    var run = run("why", "<" + NS + "Graustark> <" + NS + "boundTo> <" + NS + "Ruritania>");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("bound.rif:16").contains("-> boundTo(?state, ?hub)");
    assertThat(run.out()).doesNotContain("source not found");
  }

  @Test
  void theExportedClosureHasWhatRulesConcludeAndNotTheRules() throws IOException {
    var out = folder.resolve("closure.nt");
    run("reason", "--out", out.toString());
    assertThat(Files.readString(out))
        .contains("<" + NS + "Graustark> <" + NS + "boundTo> <" + NS + "Ruritania> .")
        .doesNotContain("swrl");
  }

  @Test
  void noCertificateIsMadeOverRules() {
    var out = folder.resolve("answer.cert").toString();
    var run = run("certify", "-e", "SELECT ?x { ?x a <" + NS + "Hub> }", "--out", out);
    assertThat(run.code()).isEqualTo(Exit.USAGE);
    assertThat(run.err()).contains("REFUSED_QUERY").contains("rules");
  }

  @Test
  void rulesWorkOverTheBundledDataToo() throws IOException {
    var ns = "https://w3id.org/entente/";
    var rules =
        Files.writeString(
            folder.resolve("own.rif"),
            document(rule("x", frame("?x", "stands", "Here"), member("?x", "<" + ns + "State>"))));
    var derived = count("?x <http://example.org/stands> ?y", "rif", rules);
    assertThat(derived).isEqualTo(count("?x a entente:State", "simple", rules));
    assertThat(derived).isGreaterThan(50);
    assertThat(count("?x <http://example.org/stands> ?y", "simple", rules)).isZero();
  }

  private static int count(String pattern, String regime, Path rules) {
    var query = "SELECT (COUNT(*) AS ?n) { " + pattern + " }";
    var run = Run.of("query", "--rules", rules.toString(), "--regime", regime, "-e", query);
    assertThat(run.code()).as(run.err()).isZero();
    return Integer.parseInt(run.out().lines().skip(1).findFirst().orElseThrow());
  }
}
