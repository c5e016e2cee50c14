// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Snapshot;
import io.github.entente.model.SourceDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Small documents in Turtle, and what the tests ask of them. */
final class Fixtures {
  static final String NS = "http://example.org/";

  static final ForeignSyntax NO_FOREIGN =
      (base, location, bytes) -> {
        throw new AssertionError("not to be called for " + location);
      };

  static final String PREFIXES =
      """
      PREFIX : <http://example.org/>
      PREFIX entente: <https://w3id.org/entente/>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  /** A profile with properties of its own: nothing in the code may depend on ours. */
  static final String PROFILE =
      """
      :profile a entente:TemporalProfile ;
        entente:firstDayProperty :from ;
        entente:lastDayProperty :until ;
        entente:endDayProperty :end ;
        entente:eventDayProperty :happened ;
        entente:curatedUntilProperty :curated ;
        entente:completeFromProperty :complete .
      """;

  private Fixtures() {}

  static SourceDocument turtle(String name, String text) {
    return Documents.read(NS + "graph/" + name, name + ".ttl", bytes(PREFIXES + text), NO_FOREIGN);
  }

  static Corpus corpus(String... texts) {
    var documents = new ArrayList<SourceDocument>();
    documents.add(turtle("profile", PROFILE));
    for (int i = 0; i < texts.length; i++) {
      documents.add(turtle("doc" + i, texts[i]));
    }
    return Corpus.of(documents, List.of());
  }

  static Snapshot on(Corpus corpus, String day) {
    return corpus.snapshot(Optional.of(LocalDate.parse(day)));
  }

  static Node node(String local) {
    return NodeFactory.createURI(NS + local);
  }

  static boolean mentions(Graph graph, String local) {
    return graph.contains(node(local), Node.ANY, Node.ANY)
        || graph.contains(Node.ANY, Node.ANY, node(local));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Path write(Path folder, String name, String text) {
    return write(folder, name, bytes(text));
  }

  static Path write(Path folder, String name, byte[] bytes) {
    try {
      var file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The message of the exception with that code which the call throws. */
  static AbstractStringAssert<?> assertRefused(ErrorCode code, ThrowingCallable call) {
    var thrown = catchThrowableOfType(EntenteException.class, call);
    assertThat(thrown).as("nothing was refused").isNotNull();
    assertThat(thrown.code()).as(thrown.getMessage()).isEqualTo(code);
    return assertThat(thrown.getMessage());
  }
}
