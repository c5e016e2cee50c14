// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.semanticweb.owlapi.model.HasIRI;
import org.semanticweb.owlapi.model.OWLIndividual;

/** Writes certificates: lines of fields apart by tabs, the last of them a digest, compressed. */
final class CertificateWriter {
  static final String NAME = "entente-certificate";
  static final String VERSION = "1";

  private final OutputStream out;
  private final MessageDigest digest;

  private CertificateWriter(OutputStream out) {
    this.out = out;
    this.digest = sha256();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static void write(Certificate certificate, OutputStream out) throws IOException {
    var zipped = new GZIPOutputStream(out);
    new CertificateWriter(zipped).write(certificate);
    zipped.finish();
  }

  private void write(Certificate certificate) throws IOException {
    line(NAME, VERSION);
    asked(certificate.asked());
    line("claim", certificate.complete() ? "complete" : "sound");
    line("verdicts", "" + certificate.verdicts());
    steps(certificate.steps());
    for (var model : certificate.models()) {
      model(model);
    }
    result(certificate.result());
    var end = "end\t" + HexFormat.of().formatHex(digest.digest()) + "\n";
    out.write(end.getBytes(StandardCharsets.UTF_8));
  }

  private void line(String... fields) throws IOException {
    line(Arrays.asList(fields));
  }

  private void line(List<String> fields) throws IOException {
    var text = fields.stream().map(CertificateWriter::escaped).collect(Collectors.joining("\t"));
    var bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    digest.update(bytes);
    out.write(bytes);
  }

  private static String escaped(String field) {
    return field
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private void asked(Certificate.Asked asked) throws IOException {
    var view = asked.view();
    line("query", asked.query());
    line("day", text(view.day()));
    line("recorded", text(view.recorded()));
    line("policy", text(view.policy()));
    line("unverified", "" + view.unverified());
    for (var source : view.without()) {
      line("without", source);
    }
    line("snapshot", asked.snapshot());
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }

  private void steps(List<Certificate.Step> steps) throws IOException {
    var numbers = new LinkedHashMap<String, Integer>();
    for (var step : steps) {
      step.axioms().forEach(axiom -> numbers.putIfAbsent(axiom, numbers.size()));
    }
    for (var axiom : numbers.keySet()) {
      line("axiom", axiom);
    }
    for (var step : steps) {
      if (step.verdict()) {
        line("verdict", step.fact().toString());
      } else {
        line(
            "step",
            step.fact().toString(),
            spaced(step.axioms().stream().map(numbers::get)),
            spaced(step.premises().stream()));
      }
    }
  }

  private static String spaced(Stream<?> items) {
    return items.map(Object::toString).collect(Collectors.joining(" "));
  }

  private void model(Model model) throws IOException {
    line("model", "" + model.size());
    for (var name : model.individuals().entrySet()) {
      line("name", text(name.getKey()), "" + name.getValue());
    }
    for (var type : sorted(model.classes())) {
      line("class", iri(type), ranges(model.instances(type).stream()));
    }
    for (var property : sorted(model.objectProperties())) {
      var relation = model.relation(property);
      for (int from = 0; from < model.size(); from++) {
        if (relation.row(from).length > 0) {
          line("edge", iri(property), "" + from, ranges(relation.from(from)));
        }
      }
    }
    for (var property : sorted(model.dataProperties())) {
      for (var values : model.values(property).entrySet()) {
        for (var literal : values.getValue()) {
          line("value", iri(property), "" + values.getKey(), literal.toString());
        }
      }
    }
  }

  private static <T extends Comparable<? super T>> List<T> sorted(Set<T> names) {
    return names.stream().sorted().toList();
  }

  private static String iri(HasIRI name) {
    return name.getIRI().toQuotedString();
  }

  private static String text(OWLIndividual individual) {
    return individual.isNamed() ? iri(individual.asOWLNamedIndividual()) : individual.toStringID();
  }

  /** Numbers in ascending order, runs as first and last: {@code 0-3 7}. */
  static String ranges(IntStream numbers) {
    var all = numbers.toArray();
    var runs = new ArrayList<String>();
    int start = 0;
    for (int i = 1; i <= all.length; i++) {
      if (i == all.length || all[i] != all[i - 1] + 1) {
        runs.add(i - 1 == start ? "" + all[start] : all[start] + "-" + all[i - 1]);
        start = i;
      }
    }
    return String.join(" ", runs);
  }

  private void result(Certificate.Result result) throws IOException {
    line(Stream.concat(Stream.of("columns"), result.columns().stream()).toList());
    for (var row : result.rows()) {
      line(Stream.concat(Stream.of("row"), row.stream()).toList());
    }
  }
}
