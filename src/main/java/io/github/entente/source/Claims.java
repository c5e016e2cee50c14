// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.Entente;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Policy;
import io.github.entente.model.SourceDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * Accepts claims by a policy. What a claim then adds depends on its mode and polarity:
 *
 * <table>
 * <caption>What an accepted claim adds</caption>
 * <tr><th>mode</th><th>affirmed</th><th>denied</th></tr>
 * <tr><td>fact</td><td>its content</td><td>the negation of its content, or a refusal</td></tr>
 * <tr><td>report</td><td>that the holder holds it</td><td>that the holder holds it</td></tr>
 * <tr><td>any other</td><td>nothing</td><td>nothing</td></tr>
 * </table>
 *
 * <p>Which properties and values these are is read from an individual of the class ClaimProfile, so
 * that the engine knows no vocabulary of its own.
 */
final class Claims {
  private final List<SourceDocument> documents;
  private final Map<String, Graph> contents = new HashMap<>();

  Claims(List<SourceDocument> documents) {
    this.documents = documents;
    documents.forEach(document -> contents.putAll(document.namedGraphs()));
  }

  List<Policy> policies() {
    var policies = new ArrayList<Policy>();
    for (var document : documents) {
      var graph = document.graph();
      graph
          .find(Node.ANY, RDF.type.asNode(), Entente.AcceptancePolicy.asNode())
          .mapWith(Triple::getSubject)
          .forEachRemaining(policy -> policies.add(policy(graph, policy)));
    }
    policies.sort(Comparator.comparing(Policy::name));
    return policies;
  }

  private static Policy policy(Graph graph, Node policy) {
    return new Policy(
        policy.getURI(),
        text(graph, policy, SKOS.notation).orElse(policy.getLocalName()),
        text(graph, policy, RDFS.label).orElse(policy.getLocalName()),
        text(graph, policy, SKOS.definition).orElse(""),
        values(graph, policy, Entente.acceptsSpeaker),
        values(graph, policy, Entente.acceptsMode),
        values(graph, policy, Entente.acceptsCertainty));
  }

  private static Optional<String> text(Graph graph, Node subject, Property property) {
    return values(graph, subject, property).stream()
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .findFirst();
  }

  private static Set<Node> values(Graph graph, Node subject, Property property) {
    return values(graph, subject, property.asNode());
  }

  private static Set<Node> values(Graph graph, Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toSet();
  }

  /**
   * Adds to a world what the claims in it that the policy accepts amount to.
   *
   * @param name IRI or short name of the policy
   * @return how many claims were accepted, and the refusals
   * @throws EntenteException {@link ErrorCode#BAD_OPTION} when there is no such policy
   */
  List<String> accept(String name, Graph world, Withdrawal.Withdrawn withdrawn) {
    var policies = policies();
    var policy =
        policies.stream()
            .filter(p -> p.iri().equals(name) || p.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new EntenteException(
                        ErrorCode.BAD_OPTION,
                        "There is no acceptance policy '"
                            + name
                            + "'. There are: "
                            + policies.stream().map(Policy::name).collect(Collectors.joining(", "))
                            + "."));
    var notes = new ArrayList<String>();
    var added = new HashSet<Triple>();
    int accepted = 0;
    for (var reading : readings(world)) {
      for (var claim : world.find(Node.ANY, reading.content(), Node.ANY).toList()) {
        var graph = contents.get(claim.getObject().toString());
        if (graph != null
            && withdrawn.keepsGraph(claim.getObject().toString())
            && accepts(policy, reading, world, claim.getSubject())) {
          accepted++;
          promote(reading, world, claim.getSubject(), graph, added, notes);
        }
      }
    }
    added.forEach(world::add);
    notes.add(0, accepted + " claims accepted by the policy '" + policy.label() + "'");
    return notes;
  }

  /** How claims are written: the properties and values of one claim profile. */
  private record Reading(
      Node content,
      Node polarity,
      Node denied,
      Node mode,
      Node fact,
      Node report,
      Node certainty,
      Node speaker,
      Node holder,
      Node holds) {}

  private List<Reading> readings(Graph world) {
    return world
        .find(Node.ANY, RDF.type.asNode(), Entente.ClaimProfile.asNode())
        .mapWith(Triple::getSubject)
        .toList()
        .stream()
        .map(
            profile ->
                new Reading(
                    only(world, profile, Entente.contentProperty),
                    only(world, profile, Entente.polarityProperty),
                    only(world, profile, Entente.deniedPolarity),
                    only(world, profile, Entente.modeProperty),
                    only(world, profile, Entente.assertiveMode),
                    only(world, profile, Entente.reportiveMode),
                    only(world, profile, Entente.certaintyProperty),
                    only(world, profile, Entente.speakerProperty),
                    only(world, profile, Entente.holderProperty),
                    only(world, profile, Entente.holdingProperty)))
        .toList();
  }

  private static Node only(Graph world, Node profile, Property property) {
    return values(world, profile, property).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new EntenteException(
                    ErrorCode.MALFORMED_FILE,
                    "The claim profile "
                        + Names.of(profile)
                        + " lacks "
                        + property.getURI()
                        + ". Add it; each property of a claim profile is needed once."));
  }

  private static boolean accepts(Policy policy, Reading reading, Graph world, Node claim) {
    return meets(policy.speakers(), values(world, claim, reading.speaker()))
        && meets(policy.modes(), values(world, claim, reading.mode()))
        && meets(policy.certainties(), values(world, claim, reading.certainty()));
  }

  private static boolean meets(Set<Node> wanted, Set<Node> had) {
    return wanted.isEmpty() || had.stream().anyMatch(wanted::contains);
  }

  private static void promote(
      Reading reading,
      Graph world,
      Node claim,
      Graph content,
      Set<Triple> added,
      List<String> notes) {
    var modes = values(world, claim, reading.mode());
    if (modes.contains(reading.report())) {
      values(world, claim, reading.holder())
          .forEach(holder -> added.add(Triple.create(holder, reading.holds(), claim)));
    } else if (modes.contains(reading.fact())) {
      if (!values(world, claim, reading.polarity()).contains(reading.denied())) {
        content.find().forEachRemaining(added::add);
      } else if (content.size() == 1) {
        added.addAll(negation(content.find().toList().get(0)));
      } else {
        notes.add(
            ErrorCode.REFUSED_CLAIM
                + ": the denied claim "
                + Names.of(claim)
                + " has a content of "
                + content.size()
                + " statements, whose negation is no OWL axiom");
      }
    }
  }

  /** A negative assertion, or membership in the complement. */
  private static List<Triple> negation(Triple triple) {
    var node = NodeFactory.createBlankNode();
    if (triple.getPredicate().equals(RDF.type.asNode())) {
      return List.of(
          Triple.create(triple.getSubject(), RDF.type.asNode(), node),
          Triple.create(node, RDF.type.asNode(), OWL2.Class.asNode()),
          Triple.create(node, OWL2.complementOf.asNode(), triple.getObject()));
    }
    var target =
        triple.getObject().isLiteral() ? OWL2.targetValue.asNode() : OWL2.targetIndividual.asNode();
    return List.of(
        Triple.create(node, RDF.type.asNode(), OWL2.NegativePropertyAssertion.asNode()),
        Triple.create(node, OWL2.sourceIndividual.asNode(), triple.getSubject()),
        Triple.create(node, OWL2.assertionProperty.asNode(), triple.getPredicate()),
        Triple.create(node, target, triple.getObject()));
  }
}
