// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import static io.github.entente.certificate.Draw.F;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.entente.model.Engine;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Viewpoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLDataProperty;
import org.semanticweb.owlapi.model.OWLNamedIndividual;
import org.semanticweb.owlapi.model.OWLObjectProperty;

/**
 * Files of certificates: what is written is read again, and what cannot have been written is not.
 */
class CertificateFileTest {
  private static final String NS = "http://example.org/";
  private static final OWLClass C = F.getOWLClass(NS + "C");
  private static final OWLObjectProperty P = F.getOWLObjectProperty(NS + "p");
  private static final OWLDataProperty D = F.getOWLDataProperty(NS + "d");
  private static final OWLNamedIndividual A = F.getOWLNamedIndividual(NS + "a");
  private static final OWLNamedIndividual B = F.getOWLNamedIndividual(NS + "b");

  private static Certificate made() {
    var view =
        new Viewpoint(
            Optional.of(LocalDate.of(2024, 4, 4)),
            Optional.of(LocalDate.of(2025, 1, 2)),
            Optional.of("strict"),
            true,
            Set.of("one.trig"),
            Engine.HYBRID);
    OWLAxiom fact = F.getOWLClassAssertionAxiom(C, A);
    var steps =
        List.of(
            new Certificate.Step(F.getOWLClassAssertionAxiom(C, B), List.of(), List.of(), true),
            new Certificate.Step(
                F.getOWLObjectPropertyAssertionAxiom(P, A, B), List.of("x"), List.of(), false),
            new Certificate.Step(fact, List.of("y", "x"), List.of(0, 1), false));
    var first = Model.builder(10).name(A, 0).name(B, 9);
    for (int element : new int[] {0, 1, 2, 3, 5, 7, 8}) {
      first.instance(C, element);
    }
    first.row(P, 0, new int[] {1, 2, 4, 9}).row(P, 3, new int[] {3});
    first.value(D, 2, F.getOWLLiteral("a\tb\\n\n", "en")).value(D, 2, F.getOWLLiteral(5));
    var second = Model.builder(1).name(A, 0).name(B, 0);
    return new Certificate(
        new Certificate.Asked("SELECT ?x\n\t{ ?x a <C> } # \\ \r", view, "digest"),
        steps,
        List.of(first.build(), second.build()),
        true,
        new Certificate.Result(
            List.of("x", "y"), List.of(List.of("<a>", ""), List.of("", "\"\\t\""))));
  }

  private static List<String> lines(Certificate certificate) throws IOException {
    var bytes = new ByteArrayOutputStream();
    certificate.write(bytes);
    var in = new GZIPInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
  }

  /** Reads lines with an end that fits them. */
  private static Certificate read(List<String> lines) throws IOException {
    var text = String.join("\n", lines) + "\n";
    var digest = CertificateWriter.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.write(
          ("end\t" + HexFormat.of().formatHex(digest) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return Certificate.read(new ByteArrayInputStream(bytes.toByteArray()));
  }

  private static List<String> body(Certificate certificate) throws IOException {
    var lines = lines(certificate);
    return lines.subList(0, lines.size() - 1);
  }

  @Test
  void everythingThatIsWrittenIsReadAgain() throws IOException {
    var made = made();
    var read = read(body(made));
    assertThat(read.asked()).isEqualTo(made.asked());
    assertThat(read.steps()).isEqualTo(made.steps());
    assertThat(read.verdicts()).isEqualTo(1);
    assertThat(read.complete()).isTrue();
    assertThat(read.result()).isEqualTo(made.result());
    assertThat(read.models()).hasSameSizeAs(made.models());
    for (int i = 0; i < made.models().size(); i++) {
      var one = read.models().get(i);
      var other = made.models().get(i);
      assertThat(one.size()).isEqualTo(other.size());
      assertThat(one.individuals()).isEqualTo(other.individuals());
      assertThat(one.instances(C)).isEqualTo(other.instances(C));
      assertThat(one.values(D)).isEqualTo(other.values(D));
      for (int x = 0; x < one.size(); x++) {
        assertThat(one.relation(P).row(x)).containsExactly(other.relation(P).row(x));
      }
    }
    assertThat(lines(read)).isEqualTo(lines(made));
  }

  /** Else the search in a row would not find what a walk through it finds. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "==>",
      value = {
        "1 2 4 9 ==> 2 1 4 9",
        "1 2 4 9 ==> 1 1 4 9",
        "1 2 4 9 ==> 1-4 4 9",
        "1 2 4 9 ==> 9 1-2 4",
        "1 2 4 9 ==> 1 4-2 9",
        "0-3 5 7-8 ==> 5 0-3 7-8",
        "0-3 5 7-8 ==> 0-3 3-8",
        "0-3 5 7-8 ==> 0-3 5 7-10",
        "0-3 5 7-8 ==> 0-3 5 -8",
        "0-3 5 7-8 ==> 0-3 5 7-"
      })
  void elementsThatDoNotAscendAreRefused(String written, String changed) throws IOException {
    var lines = new ArrayList<>(body(made()));
    var separated = written.equals("1 2 4 9") ? "1-2 4 9" : written;
    assertThat(lines).anyMatch(line -> line.endsWith("\t" + separated));
    lines.replaceAll(
        line ->
            line.endsWith("\t" + separated)
                ? line.substring(0, line.length() - separated.length()) + changed
                : line);
    refused(lines);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "==>",
      value = {
        "verdicts\t1 ==> verdicts\t2",
        "verdicts\t1 ==> verdicts",
        "unverified\ttrue ==> unverified\tyes",
        "day\t2024-04-04 ==> day\tyesterday",
        "model\t1 ==> model\t0",
        "model\t1 ==> model\t10000001",
        "model\t1 ==> model\t-1",
        "snapshot\tdigest ==> snapshot\tdigest\\",
        "snapshot\tdigest ==> snapshot\t\\d",
        "claim\tcomplete ==> claim\tComplete",
        "snapshot\tdigest ==> shot\tdigest"
      })
  void aLineThatCannotBeIsRefused(String written, String changed) throws IOException {
    var lines = new ArrayList<>(body(made()));
    assertThat(lines).contains(written);
    lines.replaceAll(line -> line.equals(written) ? changed : line);
    refused(lines);
  }

  @Test
  void noStepRestsOnItself() throws IOException {
    var lines = new ArrayList<>(body(made()));
    assertThat(lines).anyMatch(line -> line.endsWith("\t0 1") && line.startsWith("step\t"));
    lines.replaceAll(
        line ->
            line.startsWith("step\t") && line.endsWith("\t0 1")
                ? line.substring(0, line.length() - 1) + "2"
                : line);
    refused(lines);
  }

  private static void refused(List<String> lines) {
    assertThatThrownBy(() -> read(lines))
        .isInstanceOfSatisfying(
            EntenteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_CERTIFICATE));
  }
}
