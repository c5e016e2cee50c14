// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.app.cli.Main;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Justifications come in the same order in each process, whatever the hash codes of objects. */
class SameOrderTest {
  /** Several ways to one fact, some of which rules do not find. */
  private static final String MANY_WAYS =
      """
      @prefix : <http://example.org/> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      :p a owl:ObjectProperty ; rdfs:domain :A ; rdfs:range :B .
      :A a owl:Class ; rdfs:subClassOf :C .
      :B a owl:Class ; rdfs:subClassOf :C .
      :D a owl:Class ; rdfs:subClassOf :A , :B .
      :C a owl:Class .
      :x a owl:NamedIndividual , :D , [ a owl:Class ; owl:unionOf ( :A :B ) ] ; :p :y .
      :y a owl:NamedIndividual ; :p :x .
      """;

  @Test
  void inProcessesOfTheirOwn(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("ways.ttl"), MANY_WAYS).toString();
    var first = said("why", "--data", file, ":x a :C", "--max", "10");
    assertThat(first)
        .contains("justification 5 of 5")
        .isEqualTo(said("why", "--data", file, ":x a :C", "--max", "10"));
  }

  @Tag("full")
  @Test
  void ofARowOfTheBundledQuestions() throws Exception {
    String[] asked = {
      "ask", "overlapping-frameworks", "--why", "1", "--max", "5", "--format", "json"
    };
    var first = said(asked);
    assertThat(first).contains("justifications").isEqualTo(said(asked));
  }

  /** What a new process says; the addresses from which hash codes are made differ. */
  private static String said(String... arguments) throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xss2m", "-cp", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(out).isZero();
    return out;
  }
}
