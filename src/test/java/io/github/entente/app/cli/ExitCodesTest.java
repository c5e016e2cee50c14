// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each kind of error has its exit code, its code, its place and its remedy, and prints no result.
 */
class ExitCodesTest {
  private static final String PREFIXES =
      """
      @prefix : <https://example.org/> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      <https://example.org/ontology> a owl:Ontology .
      """;

  private static final String ALL = "SELECT ?x WHERE { ?x a owl:Class }";

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String turtle(String statements) throws IOException {
    return file("own.ttl", PREFIXES + statements);
  }

  private static void assertRefused(Run run, int exit, String code, String... said) {
    assertThat(run.error()).as(run.err()).isEqualTo(code);
    assertThat(run.code()).isEqualTo(exit);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains(said)
        .contains("See docs/errors.md#" + code.toLowerCase(Locale.ROOT))
        .doesNotContain("\tat ");
  }

  @Test
  void aMissingFileIs1() {
    String missing = folder.resolve("missing.ttl").toString();
    assertRefused(Run.of("query", "-e", ALL, "--data", missing), 1, "FILE_NOT_FOUND", missing);
  }

  @Test
  void aMissingQueryFileIs1() {
    assertRefused(Run.of("query", "missing.rq"), 1, "FILE_NOT_FOUND", "missing.rq", "-e");
  }

  @Test
  void malformedTurtleIs1AndNamesTheLine() throws IOException {
    String own = turtle(":a :b\n");
    assertRefused(Run.of("query", "-e", ALL, "--data", own), 1, "MALFORMED_FILE", own + ":");
  }

  @Test
  void anOntologyOutsideOwl2DlIs1() throws IOException {
    String own =
        turtle(
            """
            :p a owl:ObjectProperty , owl:TransitiveProperty .
            :A a owl:Class ; rdfs:subClassOf
              [ a owl:Restriction ; owl:onProperty :p ; owl:maxCardinality 1 ] .
            """);
    assertRefused(Run.of("query", "-e", ALL, "--data", own), 1, "NOT_OWL_2_DL", "example.org/p");
  }

  @Test
  void anUnsupportedDatatypeIs1() throws IOException {
    String own =
        turtle(
            """
            :born a owl:DatatypeProperty .
            :a a owl:NamedIndividual ; :born "2024-04-04"^^xsd:date .
            """);
    assertRefused(Run.of("query", "-e", ALL, "--data", own), 1, "UNSUPPORTED_DATATYPE", "date");
  }

  @Test
  void inconsistentDataIs3AndNamesTheConflict() throws IOException {
    assertRefused(
        Run.of("query", "-e", ALL, "--data", contradiction()), 3, "INCONSISTENT", "Disjoint");
  }

  private String contradiction() throws IOException {
    return turtle(
        """
        :A a owl:Class . :B a owl:Class ; owl:disjointWith :A .
        :a a :A , :B .
        """);
  }

  @Test
  void aCheckThatFindsSomethingIs3() throws IOException {
    var run = Run.of("check", "--data", contradiction());
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).startsWith("check\tplace\tmessage\n").contains("inconsistent");
    assertThat(run.err()).contains("1 finding");
  }

  @Test
  void aFalseAnswerIs3AndATrueOneIs0() throws IOException {
    String own = turtle(":A a owl:Class .");
    var no = Run.of("query", "-e", "ASK { :A rdfs:subClassOf owl:Nothing }", "--data", own);
    assertThat(no.code()).isEqualTo(3);
    assertThat(no.out()).isEqualTo("false" + System.lineSeparator());
    var yes = Run.of("query", "-e", "ASK { :A rdfs:subClassOf owl:Thing }", "--data", own);
    assertThat(yes.code()).isEqualTo(0);
    assertThat(yes.out()).isEqualTo("true" + System.lineSeparator());
  }

  @Test
  void anUnknownPrefixIs2() throws IOException {
    String own = turtle("");
    assertRefused(
        Run.of("query", "-e", "ASK { ?x nope:p ?y }", "--data", own), 2, "UNKNOWN_PREFIX", "nope");
  }

  @Test
  void aBadQueryIs2() throws IOException {
    String own = turtle("");
    assertRefused(Run.of("query", "-e", "SELECT WHERE", "--data", own), 2, "BAD_QUERY", "1:");
  }

  @Test
  void anUnknownQuestionIs2AndNearNamesAreOffered() {
    assertRefused(Run.of("ask", "five-membrs"), 2, "UNKNOWN_QUESTION", "'five-members'");
    assertRefused(Run.of("questions", "five-membrs"), 2, "UNKNOWN_QUESTION", "'five-members'");
  }

  @Test
  void aQuestionOfOwnDataIs2AndTheWayOutIsNamed() throws IOException {
    String own = turtle("");
    assertRefused(
        Run.of("ask", "five-members", "--data", own), 2, "UNKNOWN_QUESTION", "--with-bundled");
  }

  @ParameterizedTest
  @CsvSource({
    "ask x --as-of 2024-13,         BAD_DATE,       2024-04-04",
    "ask x --as-of yesterday,       BAD_DATE,       2024-04-04",
    "ask x --regime owl,            UNKNOWN_REGIME, owl-direct",
    "ask x --format yaml,           BAD_OPTION,     json",
    "ask x --fromat csv,            BAD_OPTION,     --format",
    "ask x --timeout soon,          BAD_OPTION,     30s",
    "ask x --timeout 0,             BAD_OPTION,     30s",
    "ask,                           BAD_OPTION,     NAME",
    "ask x y,                       BAD_OPTION,     'y'",
    "ask x --all,                   BAD_OPTION,     --all",
    "ask --all --format json,       BAD_OPTION,     tables",
    "ask --all --why 1,             BAD_OPTION,     --why",
    "aks x,                         BAD_OPTION,     'ask'",
    "query,                         BAD_OPTION,     -e",
    "query file.rq -e x,            BAD_OPTION,     -e",
    "completion,                    BAD_OPTION,     SHELL",
    "completion dos,                BAD_OPTION,     fish",
    "overlap --part all,            BAD_OPTION,     groups",
  })
  void aCallWithoutMeaningIs2BeforeAnythingIsRead(String call, String code, String said) {
    assertRefused(Run.of(call.split(" ")), 2, code, said);
  }

  @Test
  void turtleIsNoFormatForRows() throws IOException {
    String own = turtle("");
    assertRefused(
        Run.of("query", "-e", ALL, "--data", own, "--format", "ttl"), 2, "BAD_OPTION", "CONSTRUCT");
  }

  @Test
  void aLimitIs4() {
    assertRefused(
        Run.of("ask", "five-members", "--timeout", "1ms"), 4, "LIMIT_REACHED", "--timeout");
  }

  @Test
  void noCommandIs2AndShowsThemAll() {
    var run = Run.of();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("ask", "questions", "query", "overlap", "check", "completion");
  }

  @Test
  void theInsideOfAnErrorIsShownOnlyWhenAskedForTwice() throws IOException {
    String own = turtle(":a :b\n");
    assertThat(Run.of("check", "--data", own, "-v").err()).doesNotContain("\tat ");
    assertThat(Run.of("check", "--data", own, "-vv").err()).contains("\tat ");
  }
}
