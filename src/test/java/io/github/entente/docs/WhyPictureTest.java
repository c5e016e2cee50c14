// SPDX-License-Identifier: Apache-2.0
package io.github.entente.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.explain.Drawing;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The picture of a proof in the guide to explanations is what the command draws. */
class WhyPictureTest {
  private static final Path BASE = Path.of(System.getProperty("entente.basedir", "."));

  @Test
  void theProofIsDrawnFromTheExample() throws Exception {
    var picture = BASE.resolve("docs/guide/img/why.svg");
    try (var kb = KnowledgeBase.of(BASE.resolve("docs/guide/example/pacts.ttl"))) {
      var answers =
          kb.query("PREFIX : <http://example.org/pacts#> SELECT ?hub { ?hub a :Hub }").run();
      var drawn = Drawing.svg(kb.explain(answers, answers.first()));
      if (Boolean.getBoolean("entente.write")) {
        Files.writeString(picture, drawn);
      }
      assertThat(drawn).contains(":Ruritania");
      assertThat(picture)
          .as("out of date; draw it anew: mvn test -Dtest=WhyPictureTest -Dentente.write=true")
          .hasContent(drawn);
    }
  }
}
