// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.reason.dl.Refuter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLRuntimeException;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.reasoner.ReasonerInterruptedException;
import org.semanticweb.owlapi.reasoner.TimeOutException;

/**
 * What the oracle said of many drawn ontologies: asking it takes most of the time, and its answers
 * do not depend on what is judged. A line for each draw: seed, digest of what was drawn, what came
 * of it, and a bit for each fact that can be said, set where it follows.
 */
final class TruthRecord {
  static final long FIRST = 100_000;
  static final int DRAWS = 10_000;
  static final String WRITE =
      "mvn -P full test -Dtest=TruthRecordTest -Dentente.write=true (some ten minutes)";
  private static final Path FILE =
      Path.of(System.getProperty("entente.basedir", "."))
          .resolve("src/test/resources/reason/truth.tsv");

  /** What came of asking. */
  enum Verdict {
    CONSISTENT,
    INCONSISTENT,
    /** Outside OWL 2 DL, or refused by the oracle. */
    OUTSIDE,
    /** Too hard for the oracle, or something that it is known to overlook. */
    UNDECIDED
  }

  /**
   * A draw with all that can be said: by names, and by some class expressions.
   *
   * @param digest of axioms and facts
   */
  record Draw(
      RandomOntology ontology,
      List<OWLAxiom> facts,
      List<OWLAxiom> inclusions,
      List<OWLAxiom> expressions,
      String digest) {
    static Draw of(long seed) {
      var ontology = RandomOntology.of(seed);
      var sayable = new Sayable(ontology);
      var facts = sayable.facts();
      var inclusions = sayable.inclusions();
      var expressions = sayable.expressions();
      return new Draw(
          ontology,
          facts,
          inclusions,
          expressions,
          digest(List.of(ontology.axioms, facts, inclusions, expressions)));
    }

    private static String digest(List<Collection<OWLAxiom>> parts) {
      try {
        var sha = MessageDigest.getInstance("SHA-256");
        for (var part : parts) {
          part.forEach(axiom -> sha.update((axiom + "\n").getBytes(StandardCharsets.UTF_8)));
        }
        return HexFormat.of().formatHex(sha.digest(), 0, 4);
      } catch (NoSuchAlgorithmException e) {
        throw new AssertionError(e);
      }
    }

    List<OWLAxiom> named() {
      return Stream.concat(facts.stream(), inclusions.stream()).toList();
    }
  }

  /**
   * A line.
   *
   * @param named what follows of facts and inclusions
   * @param expressed what follows of types of class expressions, unless the oracle refuses one
   */
  record Line(long seed, String digest, Verdict verdict, BitSet named, Optional<BitSet> expressed) {
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    static Line parse(String text) {
      var cells = text.split("\t", -1);
      return new Line(
          Long.parseLong(cells[0]),
          cells[1],
          Stream.of(Verdict.values())
              .filter(verdict -> letter(verdict).equals(cells[2]))
              .findAny()
              .orElseThrow(),
          bits(cells[3]),
          cells[4].equals("?") ? Optional.empty() : Optional.of(bits(cells[4])));
    }

    @Override
    public String toString() {
      return String.join(
          "\t",
          Long.toString(seed),
          digest,
          letter(verdict),
          text(named),
          expressed.map(Line::text).orElse("?"));
    }

    private static String letter(Verdict verdict) {
      return verdict.name().substring(0, 1).toLowerCase(Locale.ROOT);
    }

    private static String text(BitSet bits) {
      return ENCODER.encodeToString(bits.toByteArray());
    }

    private static BitSet bits(String text) {
      return BitSet.valueOf(Base64.getDecoder().decode(text));
    }

    /** What was drawn, which must be what was recorded. */
    Draw draw() {
      var draw = Draw.of(seed);
      assertThat(draw.digest())
          .as("Seed %d draws something else than was recorded; write it anew: %s", seed, WRITE)
          .isEqualTo(digest);
      return draw;
    }

    Recorded truth(Draw draw) {
      var follows = new HashMap<OWLAxiom, Boolean>();
      put(draw.named(), named, follows);
      expressed.ifPresent(bits -> put(draw.expressions(), bits, follows));
      return new Recorded(verdict == Verdict.CONSISTENT, follows);
    }

    private static void put(List<OWLAxiom> facts, BitSet bits, Map<OWLAxiom, Boolean> follows) {
      for (int i = 0; i < facts.size(); i++) {
        follows.put(facts.get(i), bits.get(i));
      }
    }
  }

  /** What the oracle said, of what it was asked. */
  record Recorded(boolean consistent, Map<OWLAxiom, Boolean> follows) implements Truth {
    @Override
    public boolean entails(OWLAxiom fact) {
      return Optional.ofNullable(follows.get(fact))
          .orElseThrow(() -> new IllegalStateException("not recorded: " + fact));
    }

    @Override
    public Set<OWLAxiom> entailed(List<OWLAxiom> facts) {
      var all = new LinkedHashSet<OWLAxiom>(facts);
      all.removeIf(fact -> !entails(fact));
      return all;
    }

    /** All that follows. */
    Set<OWLAxiom> all() {
      return entailed(List.copyOf(follows.keySet()));
    }
  }

  private TruthRecord() {}

  static List<Line> lines() {
    try (var lines = Files.lines(FILE)) {
      return lines.filter(line -> !line.startsWith("#")).map(Line::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks the oracle everything and writes down what it says. */
  static void write() throws IOException {
    var text = new ArrayList<String>();
    text.add("# Written by " + WRITE + "; do not edit.");
    text.add("# seed, digest, verdict, bits of what follows: by names; types of class expressions");
    LongStream.range(FIRST, FIRST + DRAWS)
        .parallel()
        .mapToObj(seed -> asked(seed).toString())
        .forEachOrdered(text::add);
    Files.createDirectories(FILE.getParent());
    Files.write(FILE, text);
  }

  /** What the oracle says of a draw when it is asked. */
  static Line asked(long seed) {
    var draw = Draw.of(seed);
    var axioms = draw.ontology().axioms;
    if (!new OWL2DLProfile().checkOntology(draw.ontology().ontology()).getViolations().isEmpty()) {
      return without(seed, draw, Verdict.OUTSIDE);
    } else if (Refuter.overlooks(axioms)) {
      return without(seed, draw, Verdict.UNDECIDED);
    }
    BitSet named;
    try {
      if (!Oracle.consistent(axioms)) {
        return without(seed, draw, Verdict.INCONSISTENT);
      }
      named = bits(draw.named(), axioms);
    } catch (ReasonerInterruptedException | TimeOutException e) {
      return without(seed, draw, Verdict.UNDECIDED);
    } catch (IllegalArgumentException | OWLRuntimeException e) {
      return without(seed, draw, refused(e));
    }
    try {
      var expressed = Optional.of(bits(draw.expressions(), axioms));
      return new Line(seed, draw.digest(), Verdict.CONSISTENT, named, expressed);
    } catch (ReasonerInterruptedException | TimeOutException e) {
      return new Line(seed, draw.digest(), Verdict.CONSISTENT, named, Optional.empty());
    } catch (IllegalArgumentException | OWLRuntimeException e) {
      refused(e);
      return new Line(seed, draw.digest(), Verdict.CONSISTENT, named, Optional.empty());
    }
  }

  /** What HermiT refuses, and what OWL API fails on: nested inverses. */
  private static Verdict refused(RuntimeException e) {
    if (e.getStackTrace()[0].getClassName().startsWith("io.github.entente.")) {
      throw e;
    }
    return Verdict.OUTSIDE;
  }

  private static Line without(long seed, Draw draw, Verdict verdict) {
    return new Line(seed, draw.digest(), verdict, new BitSet(), Optional.empty());
  }

  private static BitSet bits(List<OWLAxiom> facts, Set<OWLAxiom> axioms) {
    var entailed = Oracle.entailed(axioms, facts);
    var bits = new BitSet();
    IntStream.range(0, facts.size())
        .filter(i -> entailed.contains(facts.get(i)))
        .forEach(bits::set);
    return bits;
  }
}
