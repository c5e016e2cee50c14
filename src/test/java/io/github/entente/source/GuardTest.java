// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import static io.github.entente.source.Fixtures.NO_FOREIGN;
import static io.github.entente.source.Fixtures.assertRefused;
import static io.github.entente.source.Fixtures.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.entente.model.ErrorCode;
import io.github.entente.model.SourceDocument;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class GuardTest {
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

  static Stream<Arguments> nested() {
    return Stream.of(
        Arguments.of("a.ttl", "<urn:a> <urn:p> ", "[ <urn:p> ", "1", " ]", " ."),
        Arguments.of("a.ttl", "<urn:a> <urn:p> ", "( ", "1", " )", " ."),
        Arguments.of("a.trig", "<urn:a> <urn:p> ", "[ <urn:p> ", "1", " ]", " ."),
        Arguments.of("a.jsonld", "", "{ \"urn:p\": ", "1", " }", ""),
        Arguments.of(
            "a.rdf",
            "<rdf:RDF xmlns:rdf='" + RDF + "' xmlns='urn:x:'><rdf:Description>",
            "<p rdf:parseType='Resource'>",
            "",
            "</p>",
            "</rdf:Description></rdf:RDF>"));
  }

  @ParameterizedTest
  @MethodSource("nested")
  void asDeepAsAllowedFitsASmallStack(
      String name, String before, String open, String inner, String close, String after)
      throws InterruptedException {
    int depth = Guard.MAX_DEPTH - 2;
    var text = before + open.repeat(depth) + inner + close.repeat(depth) + after;
    var result = new AtomicReference<SourceDocument>();
    var thread = new Thread(null, () -> result.set(read(name, text)), "small stack", 1024 * 1024);
    thread.start();
    thread.join();
    assertThat(result.get()).as("read without a stack overflow").isNotNull();
    assertThat(result.get().graph().size()).isGreaterThanOrEqualTo(depth - 1);
  }

  @ParameterizedTest
  @MethodSource("nested")
  void deeperIsRefused(
      String name, String before, String open, String inner, String close, String after) {
    int depth = 100_000;
    var text = "\n\n" + before + open.repeat(depth) + inner + close.repeat(depth) + after;
    assertRefused(ErrorCode.MALFORMED_FILE, () -> read(name, text))
        .contains(name + ":3: nested more than", "Give the inner parts names");
  }

  @Test
  void bracketsInStringsIrisAndCommentsDoNotNest() {
    var open = "([{".repeat(Guard.MAX_DEPTH);
    var text =
        "# "
            + open
            + "\n<urn:a> <urn:p> \""
            + open
            + "\", ' "
            + open
            + "', \"\"\"\"\\\""
            + open
            + "\"\"\", <urn:"
            + "(".repeat(Guard.MAX_DEPTH + 1)
            + "> .";
    assertThat(read("a.ttl", text).graph().size()).isEqualTo(4);
  }

  @Test
  void longListsAndBlankNodeChainsAreNotNested() {
    var text = "<urn:a> <urn:p> ( " + "1 ".repeat(100_000) + ") .";
    assertThat(read("a.ttl", text).graph().size()).isEqualTo(200_001);
  }

  @ParameterizedTest
  @MethodSource("xmlNames")
  void billionLaughsAreRefusedQuickly(String name) {
    var dtd = new StringBuilder("<!ENTITY e0 'ha'>");
    for (int i = 1; i < 30; i++) {
      dtd.append("<!ENTITY e").append(i).append(" '").append(entity(i - 1).repeat(10)).append("'>");
    }
    var root = name.endsWith(".owx") ? "Ontology" : "rdf:RDF xmlns:rdf='" + RDF + "'";
    var text =
        "<!DOCTYPE x [" + dtd + "]>\n<" + root + ">" + entity(29) + "</" + root.split(" ")[0] + ">";
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertRefused(ErrorCode.MALFORMED_FILE, () -> read(name, text))
                .contains(name, "Mend the XML there"));
  }

  static Stream<String> xmlNames() {
    return Stream.of("a.rdf", "a.owl", "a.owx");
  }

  @ParameterizedTest
  @MethodSource("externalEntities")
  void externalEntityIsRefused(String doctype, String content) {
    var text =
        doctype
            + "<rdf:RDF xmlns:rdf='"
            + RDF
            + "' xmlns='urn:x:'><rdf:Description rdf:about='urn:a'><p>"
            + content
            + "</p></rdf:Description></rdf:RDF>";
    assertRefused(ErrorCode.MALFORMED_FILE, () -> read("a.rdf", text)).contains("a.rdf:1:");
  }

  static Stream<Arguments> externalEntities() {
    return Stream.of(
        Arguments.of("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>", "&e;"),
        Arguments.of("<!DOCTYPE x SYSTEM 'file:///etc/hostname'>", ""),
        Arguments.of("<!DOCTYPE x [<!ENTITY % e SYSTEM 'http://127.0.0.1:9/'> %e;]>", ""));
  }

  private static String entity(int i) {
    return "&e" + i + ";";
  }

  private static SourceDocument read(String name, String text) {
    return Documents.read("urn:doc", name, bytes(text), NO_FOREIGN);
  }
}
