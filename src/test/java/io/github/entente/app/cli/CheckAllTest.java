// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code entente check --all}. */
class CheckAllTest {
  @TempDir private Path folder;
  private String own;

  @BeforeEach
  void write() throws IOException {
    var file = folder.resolve("own.ttl");
    Files.writeString(
        file,
        """
        @prefix entente: <https://w3id.org/entente/> .
        @prefix owl: <http://www.w3.org/2002/07/owl#> .
        entente:Framework a owl:Class .
        entente:curatedUntil a owl:AnnotationProperty .
        <https://example.org/Mine> entente:curatedUntil "soon" .
        """);
    own = file.toString();
  }

  @Test
  void theTableHasPartsAndFindingsAndTheCodeIsNegative() {
    var run = Run.onTerminal("check", "--all", "--data", own);
    assertThat(run.code()).isEqualTo(Exit.NEGATIVE);
    assertThat(run.out())
        .startsWith("part ")
        .contains("violation · Roster-curatedUntil · ")
        .contains("failed · ");
  }

  @Test
  void jsonIsOneObject() {
    var run = Run.of("check", "--all", "--data", own, "--format", "json");
    assertThat(JSON.parse(run.out()).getBoolean("ok")).isFalse();
  }

  @Test
  void rowsAreTheFindings() {
    var run = Run.of("check", "--all", "--data", own);
    assertThat(run.out()).startsWith("check\tplace\tmessage\n").contains("shape\t");
  }

  @Test
  void htmlIsAPage() {
    var run = Run.of("check", "--html", "--data", own);
    assertThat(run.out()).startsWith("<!DOCTYPE html>").endsWith("</html>" + '\n');
    assertThat(run.code()).isEqualTo(Exit.NEGATIVE);
  }

  @Test
  void filesOfShapesAreAppliedAndNotReasonedOver() throws IOException {
    Files.writeString(
        folder.resolve("shapes.ttl"),
        """
        @prefix sh: <http://www.w3.org/ns/shacl#> .
        <urn:x:Mine> a sh:NodeShape ;
          sh:targetNode <https://example.org/Mine> ;
          sh:property [ sh:path <urn:x:name> ; sh:minCount 1 ; sh:message "Name it." ] .
        """);
    assertThat(Run.onTerminal("check", "--data", folder.toString()).code()).isEqualTo(Exit.OK);
    assertThat(Run.onTerminal("check", "--all", "--data", folder.toString()).out())
        .contains("Name it.");
  }

  @Test
  void theFolderOfTheOntologyIsWithinTheProfile() {
    var run = Run.onTerminal("check", "--ontology", Run.BASE.resolve("ontology").toString());
    assertThat(run.out()).contains("no findings");
  }
}
