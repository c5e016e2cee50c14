// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.Entente;
import io.github.entente.model.Snapshot;
import io.github.entente.model.SourceDocument;
import io.github.entente.model.Spelled;
import io.github.entente.model.TemporalProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** Tells where statements of a snapshot come from. Safe for use by many threads. */
public final class Origins {
  private static final int KEPT = 8;

  private final List<SourceDocument> documents;
  private final TemporalProfile profile;
  private final List<Closure> closures;
  private final Graph all;
  private final Anchors anchors;
  private final Statements statements;
  private final Map<SourceDocument, Lines> lines = new ConcurrentHashMap<>();
  private final Map<String, List<Graph>> added = new ConcurrentHashMap<>();

  Origins(List<SourceDocument> documents, TemporalProfile profile, List<Closure> closures) {
    this.documents = documents;
    this.profile = profile;
    this.closures = closures;
    this.all = Corpus.union(documents.stream().map(SourceDocument::graph).toList());
    this.anchors = new Anchors(documents);
    this.statements = Statements.in(all);
  }

  /**
   * Where a statement comes from: each file that has it, or else the claim whose content it is, or
   * the rule by which the snapshot adds it.
   *
   * @param triple the statement, or the root of the triples that spell it
   */
  public List<Origin> of(Triple triple, Snapshot snapshot) {
    var origins = new ArrayList<Origin>();
    var spelled = Spelled.of(triple, snapshot.asserted());
    for (var document : documents) {
      if (document.graph().contains(triple)) {
        origins.add(stated(document, triple, spelled));
      }
    }
    if (origins.isEmpty()) {
      claimed(triple, spelled, snapshot).forEach(origins::add);
    }
    if (origins.isEmpty()) {
      ofRule(triple, snapshot).or(() -> added(triple, snapshot)).ifPresent(origins::add);
    }
    return origins;
  }

  /** Where a triple of a stored graph comes from. */
  public List<Origin> ofStored(Triple triple, Node graph) {
    return documents.stream()
        .flatMap(
            document -> {
              var named = document.namedGraphs().get(graph.toString());
              if (named != null && named.contains(triple)) {
                return Stream.of(content(document, graph, triple));
              }
              return document.graphName().equals(graph.toString())
                      && document.graph().contains(triple)
                  ? Stream.of(stated(document, triple, Spelled.of(triple, document.graph())))
                  : Stream.of();
            })
        .toList();
  }

  private Origin stated(SourceDocument document, Triple triple, Graph spelled) {
    var records = new ArrayList<Node>();
    if (isRecord(triple.getSubject())) {
      records.add(triple.getSubject());
    }
    records.addAll(statements.byTriple().getOrDefault(triple, List.of()));
    return new Origin(
        Origin.Kind.FILE,
        place(document),
        line(document, triple, spelled),
        first(records, profile.citation()).map(Origins::words),
        first(records, profile.verification()),
        days(records),
        passages(records),
        Optional.empty());
  }

  private boolean isRecord(Node subject) {
    return Stream.of(profile.verification(), profile.firstDay(), profile.lastDay())
        .flatMap(Set::stream)
        .anyMatch(predicate -> all.contains(subject, predicate, Node.ANY));
  }

  private Optional<Node> first(List<Node> records, Set<Node> predicates) {
    return records.stream()
        .flatMap(record -> predicates.stream().flatMap(p -> values(record, p).stream()))
        .min(Comparator.comparing(Node::toString));
  }

  private List<Node> values(Node subject, Node predicate) {
    return all.find(subject, predicate, Node.ANY).mapWith(Triple::getObject).toList();
  }

  private static String words(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
  }

  private Optional<String> days(List<Node> records) {
    var from = first(records, profile.firstDay()).map(Origins::words);
    var until =
        first(records, profile.lastDay())
            .or(() -> first(records, profile.endDay()))
            .map(Origins::words);
    return from.isEmpty() && until.isEmpty()
        ? Optional.empty()
        : Optional.of(
            (from.map(day -> "from " + day).orElse("")
                    + until.map(day -> " until " + day).orElse(""))
                .strip());
  }

  private List<Origin.Stated> passages(List<Node> records) {
    return records.stream()
        .flatMap(record -> anchors.of(record).stream())
        .distinct()
        .map(passage -> new Origin.Stated(passage, claimsAt(passage)))
        .toList();
  }

  private OptionalInt line(SourceDocument document, Triple triple, Graph spelled) {
    return lines.computeIfAbsent(document, Lines::of).of(triple, spelled);
  }

  private static String place(SourceDocument document) {
    return document.location().replaceFirst("^entente:", "");
  }

  // ---- claims ----

  private Stream<Origin> claimed(Triple triple, Graph spelled, Snapshot snapshot) {
    var contents = contents(triple, spelled);
    if (snapshot.view().policy().isEmpty()) {
      return Stream.empty();
    }
    for (var document : documents) {
      if (document.graph().contains(triple.getObject(), claim(Entente.modeProperty), Node.ANY)) {
        // What is accepted of a report: that the holder holds it.
        return Stream.of(claim(document, triple.getObject(), line(document, triple, spelled)));
      }
    }
    return documents.stream()
        .flatMap(
            document ->
                document.namedGraphs().entrySet().stream()
                    .filter(e -> contents.stream().anyMatch(e.getValue()::contains))
                    .map(
                        e ->
                            content(document, NodeFactory.createURI(e.getKey()), contents.get(0))));
  }

  /** What a negation denies, or the triple itself. */
  private static List<Triple> contents(Triple triple, Graph spelled) {
    var source = value(spelled, OWL2.sourceIndividual);
    var property = value(spelled, OWL2.assertionProperty);
    var target = value(spelled, OWL2.targetIndividual).or(() -> value(spelled, OWL2.targetValue));
    var denied = value(spelled, OWL2.complementOf);
    if (source.isPresent() && property.isPresent() && target.isPresent()) {
      return List.of(Triple.create(source.get(), property.get(), target.get()));
    } else if (denied.isPresent()) {
      return List.of(Triple.create(triple.getSubject(), RDF.type.asNode(), denied.get()));
    }
    return List.of(triple);
  }

  private static Optional<Node> value(Graph graph, Property property) {
    return graph.find(Node.ANY, property.asNode(), Node.ANY).nextOptional().map(Triple::getObject);
  }

  private Origin content(SourceDocument document, Node graph, Triple triple) {
    var line =
        lines
            .computeIfAbsent(document, Lines::of)
            .of(triple, Spelled.of(triple, document.namedGraphs().get(graph.toString())));
    return all.find(Node.ANY, claim(Entente.contentProperty), graph)
        .nextOptional()
        .map(claim -> claim(document, claim.getSubject(), line))
        .orElseGet(
            () ->
                new Origin(
                    Origin.Kind.FILE,
                    place(document),
                    line,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty()));
  }

  private Origin claim(SourceDocument document, Node claim, OptionalInt line) {
    return new Origin(
        Origin.Kind.CLAIM,
        place(document),
        line,
        Optional.empty(),
        first(List.of(claim), profile.verification()),
        Optional.empty(),
        anchors.of(claim).stream().map(p -> new Origin.Stated(p, List.of(claim(claim)))).toList(),
        Optional.of(claim(claim)));
  }

  private List<Origin.Claim> claimsAt(Passage passage) {
    return all
        .find(Node.ANY, Node.ANY, passage.name())
        .mapWith(Triple::getSubject)
        .filterKeep(subject -> all.contains(subject, claim(Entente.modeProperty), Node.ANY))
        .toList()
        .stream()
        .distinct()
        .sorted(Comparator.comparing(Node::toString))
        .map(this::claim)
        .toList();
  }

  private Origin.Claim claim(Node claim) {
    return new Origin.Claim(
        claim,
        values(claim, claim(Entente.speakerProperty)).stream().findFirst(),
        values(claim, claim(Entente.modeProperty)).stream().findFirst(),
        values(claim, claim(Entente.certaintyProperty)).stream().findFirst());
  }

  /**
   * The property that the data use for a part of claims; where they name none, one of no triple.
   */
  private Node claim(Property kind) {
    return all
        .find(Node.ANY, RDF.type.asNode(), Entente.ClaimProfile.asNode())
        .mapWith(Triple::getSubject)
        .toList()
        .stream()
        .flatMap(reading -> values(reading, kind.asNode()).stream())
        .findFirst()
        .orElse(kind.asNode());
  }

  // ---- what a snapshot adds ----

  /** A rule of a document of rules, or a fact in one: a comment says where it stands. */
  private static Optional<Origin> ofRule(Triple triple, Snapshot snapshot) {
    var generated = snapshot.generated();
    if (!generated.contains(triple)) {
      return Optional.empty();
    }
    return Stream.concat(
            Stream.of(triple.getSubject()),
            generated
                .find(Node.ANY, OWL2.annotatedTarget.asNode(), triple.getObject())
                .mapWith(Triple::getSubject)
                .filterKeep(
                    note ->
                        generated.contains(note, OWL2.annotatedSource.asNode(), triple.getSubject())
                            && generated.contains(
                                note, OWL2.annotatedProperty.asNode(), triple.getPredicate()))
                .toList()
                .stream())
        .filter(Node::isBlank)
        .flatMap(node -> generated.find(node, RDFS.comment.asNode(), Node.ANY).toList().stream())
        .map(t -> t.getObject().getLiteralLexicalForm())
        .filter(where -> where.matches(".*:[0-9]+"))
        .map(Origins::place)
        .findFirst();
  }

  private static Origin place(String where) {
    int colon = where.lastIndexOf(':');
    return new Origin(
        Origin.Kind.FILE,
        where.substring(0, colon),
        OptionalInt.of(Integer.parseInt(where.substring(colon + 1))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private Optional<Origin> added(Triple triple, Snapshot snapshot) {
    var graphs = added(snapshot);
    for (int i = 0; i < graphs.size(); i++) {
      boolean blank = triple.getObject().isBlank();
      if (graphs
          .get(i)
          .contains(
              triple.getSubject().isBlank() ? Node.ANY : triple.getSubject(),
              triple.getPredicate(),
              blank ? Node.ANY : triple.getObject())) {
        return Optional.of(
            new Origin(
                Origin.Kind.SNAPSHOT,
                summary(closures.get(i)),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty()));
      }
    }
    return Optional.empty();
  }

  private static String summary(Closure closure) {
    return closure
        .text()
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst("^#\\+? *(summary:)?", "")
        .strip();
  }

  private List<Graph> added(Snapshot snapshot) {
    String key = snapshot.digest() + snapshot.asOf().map(Object::toString).orElse("");
    if (added.size() > KEPT) {
      added.clear();
    }
    return added.computeIfAbsent(
        key,
        k ->
            closures.stream()
                .map(
                    closure -> {
                      var output = DocumentReader.newGraph();
                      closure.run(
                          DatasetGraphFactory.wrap(snapshot.asserted()), snapshot.asOf(), output);
                      return (Graph) output;
                    })
                .collect(Collectors.toList()));
  }
}
