// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import io.github.entente.model.Engine;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Viewpoint;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLDataFactory;

/** Reads certificates; each line is looked at in turn, and any other than those known refused. */
final class CertificateReader {
  /** No more elements than this, lest a number alone fill the memory. */
  private static final int MOST_ELEMENTS = 10_000_000;

  private final OWLDataFactory factory = OWLManager.getOWLDataFactory();
  private final Functional functional = new Functional(factory);
  private final List<String> axioms = new ArrayList<>();
  private final List<Certificate.Step> steps = new ArrayList<>();
  private final List<Model> models = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();
  private final Set<String> without = new LinkedHashSet<>();
  private String query = "";
  private String snapshot = "";
  private Optional<LocalDate> day = Optional.empty();
  private Optional<LocalDate> recorded = Optional.empty();
  private Optional<String> policy = Optional.empty();
  private boolean unverified;
  private boolean complete;
  private long verdicts;
  private List<String> columns = List.of();
  private Model.Builder model;
  private int number;

  private CertificateReader() {}

  static Certificate read(InputStream in) throws IOException {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
      return new CertificateReader().read(lines);
    } catch (ZipException | EOFException e) {
      throw new EntenteException(
          ErrorCode.BAD_CERTIFICATE,
          "It is no certificate, or cut off: " + e.getMessage() + ".",
          e);
    }
  }

  private EntenteException bad(String what) {
    return new EntenteException(ErrorCode.BAD_CERTIFICATE, "Line " + number + ": " + what);
  }

  private Certificate read(BufferedReader lines) throws IOException {
    var digest = CertificateWriter.sha256();
    String last = null;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (last != null) {
        throw bad("there is something after the end.");
      }
      if (line.startsWith("end\t")) {
        last = line.substring(4);
      } else {
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
        line(line);
      }
    }
    whole(digest, last);
    flush();
    if (verdicts != steps.stream().filter(Certificate.Step::verdict).count()) {
      throw bad("the number of verdicts is not " + verdicts + ".");
    }
    var view = new Viewpoint(day, recorded, policy, unverified, without, Engine.HYBRID);
    return new Certificate(
        new Certificate.Asked(query, view, snapshot),
        steps,
        models,
        complete,
        new Certificate.Result(columns, rows));
  }

  private void whole(MessageDigest digest, String last) {
    if (last == null) {
      throw bad("the end is missing: the file was cut off.");
    } else if (!last.equals(HexFormat.of().formatHex(digest.digest()))) {
      throw bad("the digest does not fit: a line was changed, added or taken away.");
    }
  }

  private void line(String line) {
    var fields = Stream.of(line.split("\t", -1)).map(this::plain).toList();
    if ((number == 1) != fields.get(0).equals(CertificateWriter.NAME)) {
      throw bad("a certificate begins with '" + CertificateWriter.NAME + "', once.");
    }
    try {
      read(fields);
    } catch (IndexOutOfBoundsException e) {
      throw bad("a field is missing, or a number has nothing to stand for.");
    } catch (DateTimeException | IllegalArgumentException e) {
      throw bad(e.getMessage() + ".");
    } catch (EntenteException e) {
      throw bad(e.getMessage());
    }
  }

  private void read(List<String> fields) {
    String value = fields.size() > 1 ? fields.get(1) : "";
    switch (fields.get(0)) {
      case CertificateWriter.NAME -> {
        if (!value.equals(CertificateWriter.VERSION)) {
          throw bad("version " + value + " is not known here.");
        }
      }
      case "query" -> query = value;
      case "day" -> day = text(value).map(LocalDate::parse);
      case "recorded" -> recorded = text(value).map(LocalDate::parse);
      case "policy" -> policy = text(value);
      case "unverified" -> unverified = truth(value, "true", "false");
      case "without" -> without.add(value);
      case "snapshot" -> snapshot = value;
      case "claim" -> complete = truth(value, "complete", "sound");
      case "verdicts" -> verdicts = Long.parseLong(value);
      case "axiom" -> axioms.add(value);
      case "verdict" ->
          steps.add(new Certificate.Step(functional.fact(value), List.of(), List.of(), true));
      case "step" -> steps.add(step(fields));
      case "model" -> begin(number(value, MOST_ELEMENTS));
      case "name" -> model().name(functional.individual(value), element(fields.get(2)));
      case "class" ->
          Arrays.stream(ranges(fields.get(2)))
              .forEach(e -> model().instance(factory.getOWLClass(functional.iri(value)), e));
      case "edge" ->
          model()
              .row(
                  factory.getOWLObjectProperty(functional.iri(value)),
                  element(fields.get(2)),
                  ranges(fields.get(3)));
      case "value" ->
          model()
              .value(
                  factory.getOWLDataProperty(functional.iri(value)),
                  element(fields.get(2)),
                  functional.literal(fields.get(3)));
      case "columns" -> columns = fields.subList(1, fields.size());
      case "row" -> rows.add(fields.subList(1, fields.size()));
      default -> throw bad("there is no line '" + fields.get(0) + "'.");
    }
  }

  private static Optional<String> text(String value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  private boolean truth(String value, String yes, String no) {
    if (!value.equals(yes) && !value.equals(no)) {
      throw bad("'" + value + "' is neither " + yes + " nor " + no + ".");
    }
    return value.equals(yes);
  }

  private Certificate.Step step(List<String> fields) {
    var cited = numbers(fields.get(2), axioms::get);
    var premises = numbers(fields.get(3), Function.identity());
    if (premises.stream().anyMatch(premise -> premise >= steps.size())) {
      throw bad("a premise comes after its conclusion.");
    }
    return new Certificate.Step(functional.fact(fields.get(1)), cited, premises, false);
  }

  private <T> List<T> numbers(String field, Function<Integer, T> read) {
    return field.isEmpty()
        ? List.of()
        : Arrays.stream(field.split(" "))
            .map(text -> read.apply(number(text, Integer.MAX_VALUE)))
            .toList();
  }

  private int number(String text, int most) {
    int value = Integer.parseUnsignedInt(text);
    if (value < 0 || value > most) {
      throw bad("'" + text + "' is too large.");
    }
    return value;
  }

  private void begin(int size) {
    flush();
    model = Model.builder(size);
  }

  private void flush() {
    if (model != null) {
      models.add(model.build());
      model = null;
    }
  }

  private Model.Builder model() {
    if (model == null) {
      throw bad("there is no model that it is about.");
    }
    return model;
  }

  private int element(String text) {
    return number(text, MOST_ELEMENTS);
  }

  /** Elements in ascending order, each once: relations are searched by halving. */
  private int[] ranges(String field) {
    var all = IntStream.builder();
    int least = 0;
    for (var run : field.isEmpty() ? new String[0] : field.split(" ")) {
      int dash = run.indexOf('-');
      int first = element(dash < 0 ? run : run.substring(0, dash));
      int last = dash < 0 ? first : element(run.substring(dash + 1));
      if (first < least || last < first) {
        throw bad("the elements '" + field + "' do not ascend.");
      }
      IntStream.rangeClosed(first, last).forEach(all);
      least = last + 1;
    }
    return all.build().toArray();
  }

  private String plain(String field) {
    if (field.indexOf('\\') < 0) {
      return field;
    }
    var plain = new StringBuilder();
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c != '\\') {
        plain.append(c);
        continue;
      }
      char escaped = ++i < field.length() ? field.charAt(i) : ' ';
      plain.append(
          switch (escaped) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case '\\' -> '\\';
            default -> throw bad("a backslash stands for nothing.");
          });
    }
    return plain.toString();
  }
}
