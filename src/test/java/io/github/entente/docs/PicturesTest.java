// SPDX-License-Identifier: Apache-2.0
package io.github.entente.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.query.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pictures of the guide show what the ontology and the data say; this test also draws them
 * anew. A query for each says what is in it and in which layer; what it finds and no file states is
 * drawn as inferred.
 */
class PicturesTest {
  private static final Path BASE = Path.of(System.getProperty("entente.basedir", "."));
  private static KnowledgeBase kb;
  private static Dataset files;

  @BeforeAll
  static void open() throws IOException {
    kb = KnowledgeBase.bundled();
    files = DatasetFactory.create();
    for (String folder : new String[] {"ontology", "data"}) {
      try (Stream<Path> found = Files.walk(BASE.resolve(folder))) {
        found
            .filter(file -> file.toString().matches(".*\\.(ttl|trig)"))
            .forEach(file -> RDFDataMgr.read(files, file.toUri().toString()));
      }
    }
  }

  @AfterAll
  static void close() {
    kb.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "membership   | A membership as a relator | The membership of Australia in AUKUS stands"
            + " between party and framework and carries role, standing, first day and verification"
            + " level; dashed arrows are inferred.",
        "rolification | Chains through one kind of membership | Austria and Belarus in Partnership"
            + " for Peace: both memberships are partnerships, only that of Austria is active, and"
            + " only Austria is related to the programme as an active partner.",
        "provisions   | Instrument, provisions and scope | Article 6 of the North Atlantic Treaty"
            + " limits Article 5, which is therefore confined to the Euro-Atlantic area; Article 4"
            + " is not limited. Norway is bound by both commitments.",
        "claim        | A claim with speaker, holder, content and passage | The speaker reports what"
            + " many Allies hold; what they hold is in a graph of its own, and the claim is anchored"
            + " at a range of the source text.",
        "modules      | The modules of the ontology | The umbrella ontology imports all modules;"
            + " claim imports commitment, commitment imports membership, membership imports core.",
      })
  void pictureIsDrawnFromTheData(String name, String title, String description) throws IOException {
    var query = Files.readString(BASE.resolve("src/test/resources/pictures/" + name + ".rq"));
    var answers = kb.query(query).run();
    assertThat(answers.rows()).hasSizeGreaterThan(6);
    var picture = new Picture(title, description);
    for (var row : answers.rows()) {
      add(picture, row);
    }
    var file = BASE.resolve("docs/guide/img/" + name + ".svg");
    var drawn = picture.svg();
    if (Boolean.getBoolean("entente.write")) {
      Files.writeString(file, drawn);
    }
    assertThat(file)
        .as("out of date; draw it anew: mvn test -Dtest=PicturesTest -Dentente.write=true")
        .hasContent(drawn);
  }

  private static void add(Picture picture, Row row) {
    var from = row.get("from").orElseThrow();
    picture.box(name(from), layer(row, "fromLayer"));
    if (row.get("words").isPresent()) {
      picture.line(name(from), row.get("words").get().getLiteralLexicalForm(), false);
      return;
    }
    var property = row.get("property").orElseThrow();
    var to = row.get("to").orElseThrow();
    boolean inferred = !files.asDatasetGraph().contains(Node.ANY, from, property, to);
    if (row.get("toLayer").isPresent()) {
      picture.box(name(to), layer(row, "toLayer"));
      picture.arrow(name(from), name(to), name(property), inferred);
    } else {
      String text = to.isLiteral() ? to.getLiteralLexicalForm() : name(to);
      String word = name(property).equals("type") ? "a" : name(property);
      picture.line(name(from), word + " " + text, inferred);
    }
  }

  private static int layer(Row row, String variable) {
    return Integer.parseInt(row.get(variable).orElseThrow().getLiteralLexicalForm());
  }

  private static String name(Node node) {
    return node.getURI().replaceAll(".*[/#]", "");
  }
}
