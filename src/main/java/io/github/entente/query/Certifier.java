// SPDX-License-Identifier: Apache-2.0
package io.github.entente.query;

import io.github.entente.certificate.Certificate;
import io.github.entente.certificate.Patterns;
import io.github.entente.certificate.Verifier;
import io.github.entente.model.Deadline;
import io.github.entente.model.Engine;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Regime;
import io.github.entente.model.Snapshot;
import io.github.entente.model.Viewpoint;
import io.github.entente.reason.Demand;
import io.github.entente.reason.Entailments;
import io.github.entente.reason.Proofs;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/** Makes certificates of answers: what proves each row, and that there is no other. */
public final class Certifier {
  /**
   * An answer with what proves it.
   *
   * @param answers the answer
   * @param certificate what proves it
   * @param verdict what the checker found the certificate to prove
   */
  public record Certified(Answers answers, Certificate certificate, Verifier.Verdict verdict) {}

  /** A certificate has a derivation of each fact: of more it would be of no use to anybody. */
  private static final int MOST_FACTS = 200_000;

  private Certifier() {}

  /**
   * Certifies an answer, and checks the certificate.
   *
   * @param query the query that was answered, its parameters put in
   * @param world what followed from the snapshot, all that the query demands found
   * @param stored the named graphs
   * @param deadline by when the search for models ends
   * @throws EntenteException {@link ErrorCode#REFUSED_QUERY} where a certificate cannot speak of
   *     the query or the data, {@link ErrorCode#LIMIT_REACHED} where it would be too long
   */
  public static Certified certify(
      Query query,
      Answers answers,
      Entailments world,
      Map<String, Graph> stored,
      Deadline deadline) {
    if (answers.regime() != Regime.OWL_DIRECT) {
      throw new EntenteException(
          ErrorCode.REFUSED_QUERY,
          "No certificate can be made under the regime "
              + answers.regime().label()
              + ": it proves what follows under owl-direct.");
    }
    var patterns = Patterns.of(query, world.axioms());
    refuseWorlds(query, answers);
    boolean asksForClasses =
        patterns.all().stream()
            .flatMap(pattern -> pattern.getList().stream())
            .anyMatch(
                t -> t.getPredicate().equals(RDF.type.asNode()) && t.getObject().isVariable());
    if (asksForClasses) {
      world.ensure(new Demand.AllTypes(), deadline);
    }
    var proofs = new Proofs(world);
    var graph = GraphFactory.createDefaultGraph();
    for (var expression : patterns.expressions()) {
      for (var individual : instances(expression, world, deadline)) {
        proofs.add(expression.means(), individual);
        graph.add(Triple.create(individual, RDF.type.asNode(), expression.name()));
      }
    }
    for (var pattern : patterns.all()) {
      var facts = Verifier.instances(pattern, new Union(world.graph(), graph));
      if (facts.size() > MOST_FACTS) {
        throw new EntenteException(
            ErrorCode.LIMIT_REACHED,
            "No certificate is made: the answer rests on "
                + facts.size()
                + " facts, and a certificate writes down at most "
                + MOST_FACTS
                + ", each with its derivation. Ask for fewer.");
      }
      facts.forEach(proofs::add);
    }
    var snapshot = world.snapshot();
    var asked =
        new Certificate.Asked(
            query.toString(),
            answers.view().orElseThrow().engine(Engine.HYBRID),
            snapshot.digest());
    var data = data(snapshot, world, stored);
    var draft = new Certificate(asked, proofs.steps(), proofs.models(), false, result(answers));
    var verifier = Verifier.over(data);
    var verdict = verifier.next(draft);
    while (!verdict.complete() && proofs.deny(verdict.candidates(), deadline)) {
      draft = new Certificate(asked, proofs.steps(), proofs.models(), false, draft.result());
      verdict = verifier.next(draft);
    }
    var certificate =
        new Certificate(asked, draft.steps(), draft.models(), verdict.complete(), draft.result());
    return new Certified(answers, certificate, verdict);
  }

  /** The individuals that were found to be in a class expression. */
  private static List<Node> instances(
      Patterns.Expression expression, Entailments world, Deadline deadline) {
    var variable = Var.alloc("individual");
    UnaryOperator<Node> blank =
        node -> Var.isBlankNodeVar(node) ? NodeFactory.createBlankNode(node.getName()) : node;
    var syntax = new LinkedHashSet<Triple>();
    for (var triple : expression.triples()) {
      syntax.add(
          Triple.create(
              blank.apply(triple.getSubject()),
              triple.getPredicate(),
              blank.apply(triple.getObject())));
    }
    var root = Triple.create(variable, RDF.type.asNode(), blank.apply(expression.root()));
    return world.solutions(new Demand.Axiom(root, syntax), deadline).rows().stream()
        .map(row -> row.get(variable))
        .toList();
  }

  private static void refuseWorlds(Query query, Answers answers) {
    var view = answers.view().orElse(Viewpoint.ALL_DAYS);
    Mentions.iris(query).stream()
        .filter(iri -> AsOf.viewpoint(iri, view).isPresent())
        .findFirst()
        .ifPresent(
            iri -> {
              throw new EntenteException(
                  ErrorCode.REFUSED_QUERY,
                  "No certificate can be made: the query names "
                      + iri
                      + ", and one world is certified at a time. Ask of it alone, with --as-of.");
            });
  }

  private static Verifier.Data data(
      Snapshot snapshot, Entailments world, Map<String, Graph> stored) {
    return new Verifier.Data(
        snapshot.digest(),
        world.axioms(),
        new Union(snapshot.asserted(), snapshot.generated()),
        stored);
  }

  private static Certificate.Result result(Answers answers) {
    if (answers.form() == Answers.Form.TRUTH) {
      return new Certificate.Result(List.of(), answers.truth() ? List.of(List.of()) : List.of());
    }
    var rows = new ArrayList<List<String>>();
    for (var row : answers.rows()) {
      rows.add(
          answers.variables().stream()
              .map(name -> row.get(name).map(Verifier::text).orElse(""))
              .toList());
    }
    return new Certificate.Result(answers.variables(), rows);
  }
}
