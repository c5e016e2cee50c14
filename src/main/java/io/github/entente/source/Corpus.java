// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.Engine;
import io.github.entente.model.Entente;
import io.github.entente.model.LayeredGraph;
import io.github.entente.model.Policy;
import io.github.entente.model.Snapshot;
import io.github.entente.model.SourceDocument;
import io.github.entente.model.TemporalProfile;
import io.github.entente.model.Viewpoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.RDF;

/**
 * Everything that was loaded, and the world of any day in it. Immutable, and safe for use from many
 * threads; the snapshots of the epochs used last are kept.
 */
public final class Corpus {
  private static final int KEPT_SNAPSHOTS = 32;

  private final List<SourceDocument> documents;
  private final TemporalProfile profile;
  private final Map<String, Graph> storedGraphs;
  private final List<Snapshot.Epoch> epochs;
  private final List<LocalDate> firstDays;
  private final List<Closure> closures;
  private final SnapshotBuilder builder;
  private final Once<Origins> origins = new Once<>();
  private final Map<Key, Once<Snapshot>> snapshots =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Once<Snapshot>> eldest) {
          return size() > KEPT_SNAPSHOTS;
        }
      };

  private Corpus(List<SourceDocument> documents, List<Closure> closures) {
    this.documents = List.copyOf(documents);
    this.closures = closures;
    this.profile = profile(documents);
    this.storedGraphs = storedGraphs(documents);
    var marks = Marks.read(documents, profile);
    this.epochs = epochs(marks);
    this.firstDays = epochs.stream().map(Snapshot.Epoch::first).toList();
    this.builder = new SnapshotBuilder(documents, marks, closures);
  }

  /**
   * The documents together, and the CONSTRUCT queries that complete a snapshot. Such a query sees
   * the asserted triples in force, never what another has constructed; it may compare {@code
   * ?asOf}, the day as an xsd:date, with temporal marks of the profile, and with nothing else,
   * since all days of an epoch share what it constructs.
   *
   * @throws io.github.entente.model.EntenteException {@link
   *     io.github.entente.model.ErrorCode#BAD_INTERVAL}, {@link
   *     io.github.entente.model.ErrorCode#BAD_QUERY}
   */
  public static Corpus of(List<SourceDocument> documents, List<String> closureQueries) {
    return new Corpus(documents, closureQueries.stream().map(Closure::parse).toList());
  }

  /** This one with a document more. */
  public Corpus with(SourceDocument document) {
    var more = new ArrayList<>(documents);
    more.add(document);
    return new Corpus(more, closures);
  }

  /**
   * This one with other graphs in place of those stored. A name that is new stands for a named
   * graph of the document {@code own}, which is added when it is needed.
   *
   * @param graphs all graphs by name
   * @param own the graph name of the document for what is in no other
   */
  public Corpus withGraphs(Map<String, Graph> graphs, String own) {
    var left = new LinkedHashMap<>(graphs);
    var others = new ArrayList<SourceDocument>();
    for (var document : documents) {
      if (document.graphName().equals(own)) {
        continue;
      }
      var graph = Optional.ofNullable(left.remove(document.graphName()));
      var named = new LinkedHashMap<String, Graph>();
      for (var name : document.namedGraphs().keySet()) {
        Optional.ofNullable(left.remove(name)).ifPresent(other -> named.put(name, other));
      }
      if (graph.isPresent() || !named.isEmpty()) {
        others.add(changed(document, graph.orElseGet(DocumentReader::newGraph), named));
      }
    }
    var ownGraph = Optional.ofNullable(left.remove(own));
    if (ownGraph.isPresent() || !left.isEmpty()) {
      var empty = new SourceDocument(own, own, Graph.emptyGraph, Map.of(), "");
      others.add(changed(empty, ownGraph.orElseGet(DocumentReader::newGraph), left));
    }
    return new Corpus(others, closures);
  }

  private static SourceDocument changed(
      SourceDocument document, Graph graph, Map<String, Graph> named) {
    if (document.graph() == graph && document.namedGraphs().equals(named)) {
      return document;
    }
    var text = new TreeSet<String>();
    graph.find().forEachRemaining(triple -> text.add(triple.toString()));
    named.forEach(
        (name, content) ->
            content.find().forEachRemaining(triple -> text.add(name + " " + triple)));
    byte[] bytes = String.join("\n", text).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return new SourceDocument(
        document.graphName(), document.location(), graph, named, Digests.sha256(bytes));
  }

  /** The documents, in the order given. */
  public List<SourceDocument> documents() {
    return documents;
  }

  /** Which predicates have a temporal meaning: of all profiles in the documents together. */
  public TemporalProfile profile() {
    return profile;
  }

  /**
   * The graphs as they were read, by name: one for each document, and the named graphs in the
   * documents. Where two have one name, their union.
   */
  public Map<String, Graph> storedGraphs() {
    return storedGraphs;
  }

  /** The epochs, without gaps, from the first to the last; one if no fact has a temporal mark. */
  public List<Snapshot.Epoch> epochs() {
    return epochs;
  }

  /** What a snapshot depends on: days of one epoch, and engines, share theirs. */
  private record Key(Optional<Snapshot.Epoch> epoch, Viewpoint view) {}

  /**
   * The world of a day, or all days together; as {@link #snapshot(Viewpoint)}.
   *
   * @param asOf the day; empty for everything that was ever in force
   */
  public Snapshot snapshot(Optional<LocalDate> asOf) {
    return snapshot(Viewpoint.on(asOf));
  }

  /**
   * The world as looked at from a viewpoint. Linear in the number of triples, the first time.
   * Without a day, closures that depend on one add nothing.
   *
   * @throws io.github.entente.model.EntenteException {@link
   *     io.github.entente.model.ErrorCode#BAD_OPTION} when a policy or a withdrawn source is
   *     unknown
   */
  public Snapshot snapshot(Viewpoint view) {
    var epoch = view.day().map(this::epoch);
    var key = new Key(epoch, view.day(Optional.empty()).engine(Engine.HYBRID));
    Once<Snapshot> once;
    synchronized (snapshots) {
      once = snapshots.computeIfAbsent(key, k -> new Once<>());
    }
    var shared = once.get(() -> builder.build(view, epoch));
    return new Snapshot(
        shared.asserted(),
        shared.generated(),
        view,
        epoch,
        shared.doubts(),
        shared.openRosters(),
        shared.notes(),
        shared.digest());
  }

  /** Where statements come from. */
  public Origins origins() {
    return origins.get(() -> new Origins(documents, profile, closures));
  }

  /** The policies by which claims can be accepted, in the order of their names. */
  public List<Policy> policies() {
    return new Claims(documents).policies();
  }

  private Snapshot.Epoch epoch(LocalDate day) {
    int at = Collections.binarySearch(firstDays, day);
    return epochs.get(at >= 0 ? at : -at - 2);
  }

  private static TemporalProfile profile(List<SourceDocument> documents) {
    return new TemporalProfile(
        marked(documents, Entente.firstDayProperty),
        marked(documents, Entente.lastDayProperty),
        marked(documents, Entente.endDayProperty),
        marked(documents, Entente.eventDayProperty),
        marked(documents, Entente.curatedUntilProperty),
        marked(documents, Entente.completeFromProperty),
        marked(documents, Entente.recordedFromProperty),
        marked(documents, Entente.recordedUntilProperty),
        marked(documents, Entente.verificationProperty),
        marked(documents, Entente.leftOutLevel),
        marked(documents, Entente.levelRankProperty),
        marked(documents, Entente.citationProperty));
  }

  private static Set<Node> marked(List<SourceDocument> documents, Property kind) {
    var predicates = new HashSet<Node>();
    for (var document : documents) {
      var graph = document.graph();
      graph
          .find(Node.ANY, RDF.type.asNode(), Entente.TemporalProfile.asNode())
          .forEachRemaining(
              profile ->
                  graph
                      .find(profile.getSubject(), kind.asNode(), Node.ANY)
                      .forEachRemaining(triple -> predicates.add(triple.getObject())));
    }
    return predicates;
  }

  private static Map<String, Graph> storedGraphs(List<SourceDocument> documents) {
    var parts = new LinkedHashMap<String, List<Graph>>();
    for (var document : documents) {
      parts.computeIfAbsent(document.graphName(), name -> new ArrayList<>()).add(document.graph());
      document
          .namedGraphs()
          .forEach(
              (name, graph) -> parts.computeIfAbsent(name, key -> new ArrayList<>()).add(graph));
    }
    var graphs = new LinkedHashMap<String, Graph>();
    parts.forEach((name, list) -> graphs.put(name, union(list)));
    return Collections.unmodifiableMap(graphs);
  }

  /** One graph with the triples of all; of a single one that itself, which nobody may change. */
  static Graph union(List<Graph> graphs) {
    if (graphs.size() == 1) {
      return graphs.get(0);
    }
    var largest = graphs.stream().max(Comparator.comparingInt(Graph::size));
    if (largest.isPresent() && largest.get().size() >= LayeredGraph.MANY) {
      var union = new LayeredGraph(largest.get());
      graphs.stream()
          .filter(graph -> graph != largest.get())
          .forEach(graph -> GraphUtil.addInto(union, graph));
      return union;
    }
    var union = DocumentReader.newGraph();
    graphs.forEach(graph -> GraphUtil.addInto(union, graph));
    return union;
  }

  private static List<Snapshot.Epoch> epochs(Marks marks) {
    var epochs = new ArrayList<Snapshot.Epoch>();
    var first = LocalDate.MIN;
    for (var change : marks.changes()) {
      epochs.add(new Snapshot.Epoch(first, change.minusDays(1)));
      first = change;
    }
    epochs.add(new Snapshot.Epoch(first, LocalDate.MAX));
    return List.copyOf(epochs);
  }
}
