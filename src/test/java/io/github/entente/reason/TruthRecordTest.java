// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.reason.TruthRecord.Line;
import io.github.entente.reason.TruthRecord.Verdict;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLRuntimeException;
import org.semanticweb.owlapi.reasoner.ReasonerInterruptedException;
import org.semanticweb.owlapi.reasoner.TimeOutException;

/** Whether the record of what the oracle said is of what is drawn, and still what it says. */
class TruthRecordTest {
  private static final int PART = 300;

  @Test
  void theRecordIsOfWhatIsDrawn() {
    var lines = TruthRecord.lines();
    assertThat(lines).hasSize(TruthRecord.DRAWS);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(lines.get(i).seed()).isEqualTo(TruthRecord.FIRST + i);
      if (i % 10 == 0) {
        lines.get(i).draw();
      }
    }
    assertThat(lines.stream().filter(line -> line.verdict() == Verdict.CONSISTENT).count())
        .isGreaterThan(TruthRecord.DRAWS / 2);
    assertThat(lines.stream().filter(line -> line.verdict() == Verdict.INCONSISTENT).count())
        .isGreaterThan(TruthRecord.DRAWS / 5);
  }

  /**
   * Another part each day, so that all of it is asked anew in a month or so; {@code -Dentente.part}
   * repeats one. What follows is asked alone, the rest in groups from the other end.
   */
  @Test
  @Tag("full")
  void theOracleSaysTheSameAgain() throws IOException {
    if (Boolean.getBoolean("entente.write")) {
      TruthRecord.write();
    }
    int parts = TruthRecord.DRAWS / PART;
    int part =
        Integer.getInteger(
            "entente.part", (int) (LocalDate.now(ZoneOffset.UTC).toEpochDay() % parts));
    var differences = new ArrayList<String>();
    int asked = 0;
    var lines = TruthRecord.lines();
    for (int i = part; i < lines.size(); i += parts) {
      asked += same(lines.get(i), differences) ? 1 : 0;
    }
    System.out.printf("TruthRecordTest: part %d, %d asked anew%n", part, asked);
    assertThat(differences).as("-Dentente.part=%d", part).isEmpty();
    assertThat(asked).isGreaterThan(PART / 2);
  }

  private static boolean same(Line line, List<String> differences) {
    if (line.verdict() != Verdict.CONSISTENT && line.verdict() != Verdict.INCONSISTENT) {
      return false;
    }
    var draw = line.draw();
    var axioms = draw.ontology().axioms;
    try {
      if (Oracle.consistent(axioms) != (line.verdict() == Verdict.CONSISTENT)) {
        differences.add(line.seed() + ": consistent or not");
      } else if (line.verdict() == Verdict.CONSISTENT) {
        var truth = line.truth(draw);
        var rest = new ArrayList<OWLAxiom>();
        Stream.concat(
                draw.named().stream(),
                line.expressed().stream().flatMap(bits -> draw.expressions().stream()))
            .filter(fact -> !truth.entails(fact))
            .forEach(rest::add);
        Collections.reverse(rest);
        Oracle.entailed(axioms, rest).forEach(fact -> differences.add(line.seed() + ": " + fact));
        truth.all().stream()
            .filter(fact -> !axioms.contains(fact) && !Oracle.entails(axioms, fact))
            .forEach(fact -> differences.add(line.seed() + ": not " + fact));
      }
      return true;
    } catch (ReasonerInterruptedException | TimeOutException e) {
      // Too hard today.
      return false;
    } catch (IllegalArgumentException | OWLRuntimeException e) {
      differences.add(line.seed() + ": refused, " + e);
      return false;
    }
  }
}
