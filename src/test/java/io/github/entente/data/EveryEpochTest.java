// SPDX-License-Identifier: Apache-2.0
package io.github.entente.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Viewpoint;
import io.github.entente.reason.Inspection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The world of every day is within OWL 2 DL, consistent, and has no class without instances. */
class EveryEpochTest {
  @Test
  void everyEpochIsOwl2Dl() {
    try (var kb = KnowledgeBase.bundled()) {
      var wrong = new ArrayList<String>();
      assertThat(kb.epochs()).hasSizeGreaterThan(150);
      for (var epoch : kb.epochs()) {
        var day = day(epoch.last());
        var found = Inspection.of(kb.snapshot(Optional.of(day))).violations();
        if (!found.isEmpty()) {
          wrong.add(day + ": " + found.get(0));
        }
      }
      assertThat(wrong).isEmpty();
    }
  }

  @Test
  @Tag("full")
  void everyEpochIsConsistentAndHasNoUnsatisfiableClass() {
    try (var kb = KnowledgeBase.bundled()) {
      var wrong = new ArrayList<String>();
      for (var epoch : kb.epochs()) {
        var report = kb.check(Viewpoint.on(Optional.of(day(epoch.last()))), Duration.ofMinutes(1));
        if (!report.ok() || !report.complete()) {
          wrong.add(epoch + ": " + report.findings());
        }
      }
      assertThat(wrong).isEmpty();
    }
  }

  private static LocalDate day(LocalDate last) {
    return last.equals(LocalDate.MAX) ? LocalDate.of(2030, 1, 1) : last;
  }
}
