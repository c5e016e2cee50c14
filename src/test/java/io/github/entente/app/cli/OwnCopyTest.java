// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One's own copy of the data, with the ontology's folder, answers as the bundled data do. */
class OwnCopyTest {
  private static final int ROWS = 172;
  private static final int ROWS_WITH_JAPAN_IN_AUKUS = 182;

  @TempDir private Path folder;

  @Test
  void aMembershipAddedToACopyOfARosterChangesTheAnswerAndRemovingItRestoresIt()
      throws IOException {
    copy(Run.BASE.resolve("data"), folder);
    var roster = folder.resolve("rosters/aukus.ttl");
    String before = Files.readString(roster);
    assertThat(rows()).isEqualTo(ROWS);
    Files.writeString(
        roster,
        before
            + """

            entente:AUKUS_Japan a entente:MemberMembership , entente:ActiveMembership ;
              entente:ofParty entente:Japan ; entente:inFramework entente:AUKUS ;
              entente:firstDay "2024-01-01"^^xsd:date .
            """);
    assertThat(rows()).isEqualTo(ROWS_WITH_JAPAN_IN_AUKUS);
    Files.writeString(roster, before);
    assertThat(rows()).isEqualTo(ROWS);
  }

  private long rows() {
    var run =
        Run.of(
            "query",
            Run.BASE.resolve("queries/cq/033-overlapping-frameworks.rq").toString(),
            "--data",
            folder.toString(),
            "--ontology",
            Run.BASE.resolve("ontology").toString(),
            "--as-of",
            "2024-04-04",
            "--format",
            "tsv");
    assertThat(run.code()).as(run.err()).isEqualTo(Exit.OK);
    return run.out().lines().count() - 1;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
