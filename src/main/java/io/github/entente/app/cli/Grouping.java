// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.cli;

import io.github.entente.KnowledgeBase;
import io.github.entente.app.cli.output.GroupView;
import io.github.entente.query.Answers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The compact view that a question's front matter asks for: {@code #+ groupBy:} names a variable,
 * {@code #+ first:} a class whose instances come first.
 */
final class Grouping {
  private static final String INSTANCES = "SELECT ?x WHERE { ?x a ?class . } ORDER BY ?x";

  private Grouping() {}

  static Optional<GroupView> of(Answers answers, KnowledgeBase kb, Duration timeout) {
    var front = answers.question().map(question -> question.front());
    return front
        .map(f -> f.get("groupBy"))
        .filter(answers.variables()::contains)
        .map(
            variable ->
                front
                    .map(f -> f.get("first"))
                    .map(iri -> view(variable, NodeFactory.createURI(iri), answers, kb, timeout))
                    .orElseGet(() -> new GroupView(variable, "", Set.of())));
  }

  private static GroupView view(
      String variable, Node type, Answers answers, KnowledgeBase kb, Duration timeout) {
    var ask = kb.query(INSTANCES).bind("class", type).regime(answers.regime()).timeout(timeout);
    answers.view().ifPresent(ask::from);
    var first =
        ask.run().rows().stream().flatMap(row -> row.get("x").stream()).collect(Collectors.toSet());
    return new GroupView(variable, answers.labels().label(type), first);
  }
}
