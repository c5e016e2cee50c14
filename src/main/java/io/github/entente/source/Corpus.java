// SPDX-License-Identifier: Apache-2.0
package io.github.entente.source;

import io.github.entente.model.Entente;
import io.github.entente.model.Snapshot;
import io.github.entente.model.SourceDocument;
import io.github.entente.model.TemporalProfile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final SnapshotBuilder builder;
  private final Map<Optional<Snapshot.Epoch>, Once<Snapshot>> snapshots =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<Optional<Snapshot.Epoch>, Once<Snapshot>> eldest) {
          return size() > KEPT_SNAPSHOTS;
        }
      };

  private Corpus(List<SourceDocument> documents, List<Closure> closures) {
    this.documents = List.copyOf(documents);
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

  /**
   * The world of a day, or all days together. Linear in the number of triples, the first time.
   *
   * @param asOf the day; empty for everything that was ever in force, without closures that depend
   *     on a day
   */
  public Snapshot snapshot(Optional<LocalDate> asOf) {
    var epoch = asOf.map(this::epoch);
    Once<Snapshot> once;
    synchronized (snapshots) {
      once = snapshots.computeIfAbsent(epoch, key -> new Once<>());
    }
    var shared = once.get(() -> builder.build(asOf, epoch));
    return new Snapshot(
        shared.asserted(),
        shared.generated(),
        asOf,
        epoch,
        shared.doubts(),
        shared.openRosters(),
        shared.digest());
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
        marked(documents, Entente.curatedUntilProperty),
        marked(documents, Entente.completeFromProperty));
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

  private static Graph union(List<Graph> graphs) {
    if (graphs.size() == 1) {
      return graphs.get(0);
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
