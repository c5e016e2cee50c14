// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of source texts: verified, refused with the difference, and cut by code points. */
class TextOptionTest {
  private static final String FIRST = "\uD83D\uDC1F Herons wait.";
  private static final String SECOND = "Caf\u00E9 owners do not.";
  private static final String TEXT = FIRST + "\n" + SECOND + "\n";
  private static final String QUERY =
      "SELECT ?note ?other WHERE { ?note <https://example.org/saidIn> ?p ; <https://example.org/of>"
          + " ?other }";

  @TempDir private Path folder;

  @BeforeEach
  void writeData() throws IOException {
    // Counted by hand: the fish is one code point, so the first sentence has 14.
    Files.writeString(folder.resolve("notes.ttl"), data(TEXT, 0, 14, 15, 34));
  }

  private static String data(String text, int start1, int end1, int start2, int end2) {
    return """
        @prefix ex: <https://example.org/> .
        @prefix oa: <http://www.w3.org/ns/oa#> .
        @prefix owl: <http://www.w3.org/2002/07/owl#> .
        @prefix spdx: <http://spdx.org/rdf/terms#> .
        ex:saidIn a owl:AnnotationProperty . ex:of a owl:ObjectProperty .
        oa:hasSource a owl:AnnotationProperty . oa:hasSelector a owl:AnnotationProperty .
        oa:start a owl:AnnotationProperty . oa:end a owl:AnnotationProperty .
        spdx:checksum a owl:AnnotationProperty . spdx:algorithm a owl:AnnotationProperty .
        spdx:checksumValue a owl:AnnotationProperty .
        ex:note a owl:NamedIndividual ; ex:saidIn <https://example.org/text/s2> ; ex:of ex:bird .
        ex:bird a owl:NamedIndividual .
        <https://example.org/text> spdx:checksum ex:sum .
        ex:sum spdx:algorithm spdx:checksumAlgorithm_sha256 ; spdx:checksumValue "%s" .
        <https://example.org/text/s1> oa:hasSource <https://example.org/text> ;
          oa:hasSelector ex:r1 ; spdx:checksum ex:sum1 .
        ex:r1 oa:start %d ; oa:end %d .
        ex:sum1 spdx:algorithm spdx:checksumAlgorithm_sha256 ; spdx:checksumValue "%s" .
        <https://example.org/text/s2> oa:hasSource <https://example.org/text> ;
          oa:hasSelector ex:r2 ; spdx:checksum ex:sum2 .
        ex:r2 oa:start %d ; oa:end %d .
        ex:sum2 spdx:algorithm spdx:checksumAlgorithm_sha256 ; spdx:checksumValue "%s" .
        """
        .formatted(sha256(text), start1, end1, sha256(FIRST), start2, end2, sha256(SECOND));
  }

  @Test
  void aRowShowsThePassageOfItsAnchoredTermByCodePoints() throws IOException {
    var run = query(copy(TEXT));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("row 1 · s2: " + SECOND + System.lineSeparator());
    assertThat(run.out()).doesNotContain("Herons");
  }

  @Test
  void theGuaranteeStillFollows() throws IOException {
    assertThat(query(copy(TEXT)).out().lines().toList())
        .last()
        .asString()
        .contains("owl-direct", "1 row");
  }

  @Test
  void aRowWithoutAnchoredTermShowsNothing() throws IOException {
    var run = run(copy(TEXT), "query", "-e", "SELECT ?b WHERE { ?n <https://example.org/of> ?b }");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("bird").doesNotContain("row 1", "Herons", "owners");
  }

  @Test
  void standardFormatsStayThemselves() throws IOException {
    var run = run(copy(TEXT), "query", "-e", QUERY, "--format", "json");
    assertThat(run.out()).startsWith("{").doesNotContain("owners");
    assertThat(run.err()).contains("--format table or md");
  }

  @Test
  void aPassageIsShownWithItsNeighbour() throws IOException {
    var run = run(copy(TEXT), "passage", "s2", "--format", "tsv");
    assertThat(run.out().lines())
        .containsExactly(
            "passage\tstart\tend\twords", "s1\t0\t14\t" + FIRST, "s2\t15\t34\t" + SECOND);
  }

  @Test
  void aPassageThatThereIsNotIsNamed() throws IOException {
    var run = run(copy(TEXT), "passage", "s9");
    assertThat(run.code()).isEqualTo(Exit.USAGE);
    assertThat(run.error()).isEqualTo("UNKNOWN_PASSAGE");
    assertThat(run.err()).contains("'s9'", "such as s1");
  }

  @Test
  void windowsLineEndsAreNamed() throws IOException {
    refused(TEXT.replace("\n", "\r\n"), "its lines end in CR LF", sha256(TEXT));
  }

  @Test
  void aByteOrderMarkIsNamed() throws IOException {
    refused("\uFEFF" + TEXT, "byte order mark");
  }

  @Test
  void decomposedLettersAreNamed() throws IOException {
    refused(Normalizer.normalize(TEXT, Normalizer.Form.NFD), "decomposed");
  }

  @Test
  void aMissingLastLineBreakIsNamed() throws IOException {
    refused(TEXT.strip(), "does not end in exactly one line break");
  }

  @Test
  void severalChangesAreNamedTogether() throws IOException {
    refused("\uFEFF" + TEXT.replace("\n", "\r\n"), "byte order mark", "CR LF");
  }

  @Test
  void theFirstPassageWithOtherWordsIsNamed() throws IOException {
    String altered = TEXT.replace("owners", "guests");
    refused(
        altered,
        "the first passage that differs is s2, code points 15 to 34",
        "It has 35 code points, where the last passage ends at 34",
        sha256(TEXT),
        sha256(altered));
  }

  @Test
  void wordsBetweenPassagesCountToo() throws IOException {
    refused(TEXT + "More.", "outside the 2 passages");
  }

  @Test
  void aShorterCopyIsRefused() throws IOException {
    refused(FIRST, "the first passage that differs is s2", "It has 14 code points");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() throws IOException {
    var file = folder.resolve("copy.txt");
    Files.write(file, TEXT.getBytes(StandardCharsets.ISO_8859_1));
    var run = query(file);
    assertThat(run.code()).isEqualTo(Exit.FAILURE);
    assertThat(run.error()).isEqualTo("NOT_UTF8");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThat(query(folder.resolve("none.txt")).error()).isEqualTo("FILE_NOT_FOUND");
  }

  @Test
  void aRangeThatDoesNotFitTheTextIsTheDatasFault() throws IOException {
    Files.writeString(folder.resolve("notes.ttl"), data(TEXT, 0, 14, 15, 900));
    refused(TEXT, "the data's passage s2, code points 15 to 900, does not fit it");
  }

  @Test
  void theInterviewsOwnCopyIsTaken() throws IOException {
    String shared = System.getProperty("entente.shared", "");
    var text = Path.of(shared, "seed", "interview.txt");
    assumeTrue(
        !shared.isEmpty() && Files.exists(text),
        "the interview is not shown: no seed/interview.txt in the folder of entente.shared");
    var points = Files.readString(text).codePoints().toArray();
    for (String line : Files.readAllLines(text.resolveSibling("passages.tsv"))) {
      var cells = line.split("\t");
      if (cells[1].equals("sentence")) {
        int start = Integer.parseInt(cells[2]);
        String words = new String(points, start, Integer.parseInt(cells[3]) - start);
        assertThat(passages(text)).as(cells[0]).contains(cells[0] + "\t" + start, words);
      }
    }
    var run = Run.onTerminal("ask", "grand-on-japan", "--text", text.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("row 1 · A");
    var altered = folder.resolve("altered.txt");
    Files.writeString(altered, Files.readString(text) + "\n");
    assertThat(Run.of("ask", "grand-on-japan", "--text", altered.toString()).error())
        .isEqualTo("WRONG_TEXT");
  }

  private String all;

  private String passages(Path text) {
    if (all == null) {
      all = Run.of("passage", "--text", text.toString(), "--format", "tsv").out();
    }
    return all;
  }

  private void refused(String content, String... parts) throws IOException {
    var run = query(copy(content));
    assertThat(run.code()).isEqualTo(Exit.FAILURE);
    assertThat(run.error()).isEqualTo("WRONG_TEXT");
    assertThat(run.err()).contains(parts);
    assertThat(run.out()).isEmpty();
  }

  private Path copy(String content) throws IOException {
    return Files.writeString(folder.resolve("copy.txt"), content);
  }

  private Run query(Path text) {
    return run(text, "query", "-e", QUERY);
  }

  private Run run(Path text, String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", folder.resolve("notes.ttl").toString()));
    all.addAll(List.of("--text", text.toString()));
    return Run.in(Run.terminal(400), "", all.toArray(String[]::new));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
