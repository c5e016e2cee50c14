// SPDX-License-Identifier: Apache-2.0
package io.github.entente.app.store;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.query.Queries;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.UpdateExecDatasetBuilder;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.modify.request.UpdateWithUsing;
import org.apache.jena.update.UpdateException;
import org.apache.jena.update.UpdateRequest;

/**
 * A knowledge base that can be changed. A change is made whole or not at all: it is carried out on
 * copies, checked, written to the journal, and only then seen. Those who ask while a change is made
 * see what was before it. Safe for use by many threads.
 *
 * <p>Its default graph is {@link KnowledgeBase#OWN_GRAPH}; patterns in updates see what is stored,
 * of all days and without what follows from it.
 */
public final class Store implements AutoCloseable {
  private static final int MOST_QUADS = 1_000_000;

  private final Journal journal;
  private final boolean reasoned;
  private final Duration timeout;
  private final Set<String> written = new HashSet<>();
  private volatile KnowledgeBase current;

  private Store(Journal journal, boolean reasoned, Duration timeout, KnowledgeBase current) {
    this.journal = journal;
    this.reasoned = reasoned;
    this.timeout = timeout;
    this.current = current;
  }

  /**
   * Opens the store in a folder: a knowledge base with the changes made to it so far. A graph that
   * was ever changed is the store's, whatever the files say now.
   *
   * @param base what there is without changes
   * @param reasoned whether changes are checked for consistency, beside the shapes
   * @param timeout how long a change may take, its check included
   * @throws EntenteException {@link ErrorCode#NOT_WRITABLE}, {@link ErrorCode#MALFORMED_FILE}
   */
  public static Store open(KnowledgeBase base, Path folder, boolean reasoned, Duration timeout) {
    var journal = Journal.open(folder);
    try {
      var store = new Store(journal, reasoned, timeout, base);
      store.redo(journal.changes());
      return store;
    } catch (RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  private void redo(List<Change> changes) {
    var graphs = current.graphs();
    for (var change : changes) {
      graphs = change.on(graphs);
      written(change);
    }
    if (!changes.isEmpty()) {
      current = current.with(graphs);
    }
  }

  private void written(Change change) {
    written.removeAll(change.dropped());
    written.addAll(change.begun());
  }

  /** What there is now. */
  public KnowledgeBase knowledge() {
    return current;
  }

  /**
   * Carries out a SPARQL update.
   *
   * @param base what relative IRIs are relative to
   * @param using graphs that make the default graph of its patterns, as USING would
   * @param usingNamed graphs that GRAPH in its patterns finds, as USING NAMED would
   * @throws EntenteException {@link ErrorCode#BAD_QUERY}, {@link ErrorCode#REFUSED_QUERY}, {@link
   *     ErrorCode#REFUSED_UPDATE}, {@link ErrorCode#MALFORMED_LITERAL}, {@link
   *     ErrorCode#LIMIT_REACHED}
   */
  public void update(String text, String base, List<String> using, List<String> usingNamed) {
    var request = Queries.parseUpdate("update", text, current.prefixes(), base);
    using(request, using, usingNamed);
    change(graphs -> executed(request, graphs));
  }

  private static void using(UpdateRequest request, List<String> graphs, List<String> named) {
    if (graphs.isEmpty() && named.isEmpty()) {
      return;
    }
    for (var operation : request.getOperations()) {
      if (operation instanceof UpdateWithUsing modify) {
        if (!modify.getUsing().isEmpty()
            || !modify.getUsingNamed().isEmpty()
            || modify.getWithIRI() != null) {
          throw new EntenteException(
              ErrorCode.BAD_QUERY,
              "The update names its dataset, and so does the request. Leave either out.");
        }
        graphs.forEach(graph -> modify.addUsing(NodeFactory.createURI(graph)));
        named.forEach(graph -> modify.addUsingNamed(NodeFactory.createURI(graph)));
      }
    }
  }

  private Map<String, Graph> executed(UpdateRequest request, Map<String, Graph> graphs) {
    var dataset = dataset(graphs);
    var context = ARQ.getContext().copy();
    context.set(ARQ.httpServiceAllowed, false);
    try {
      UpdateExecDatasetBuilder.create()
          .dataset(new Counted(dataset))
          .update(request)
          .context(context)
          .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
          .build()
          .execute();
    } catch (QueryCancelledException e) {
      throw new EntenteException(
          ErrorCode.LIMIT_REACHED, "the time limit came while the update was carried out", e);
    } catch (StackOverflowError e) {
      throw new EntenteException(
          ErrorCode.REFUSED_QUERY, "The update nests too deeply to be carried out.", e);
    } catch (UpdateException | QueryException e) {
      throw new EntenteException(
          ErrorCode.REFUSED_QUERY, "The update cannot be carried out: " + e.getMessage(), e);
    }
    return graphs(dataset);
  }

  /** Copies, so that nobody sees a change before it is whole. */
  private static DatasetGraph dataset(Map<String, Graph> graphs) {
    var own = copy(graphs.getOrDefault(KnowledgeBase.OWN_GRAPH, Graph.emptyGraph));
    var dataset = new DatasetGraphMapLink(own);
    graphs.forEach((name, graph) -> dataset.addGraph(NodeFactory.createURI(name), copy(graph)));
    dataset.addGraph(NodeFactory.createURI(KnowledgeBase.OWN_GRAPH), own);
    return dataset;
  }

  private static Map<String, Graph> graphs(DatasetGraph dataset) {
    var graphs = new LinkedHashMap<String, Graph>();
    dataset
        .listGraphNodes()
        .forEachRemaining(
            name -> {
              if (!name.isURI()) {
                throw new EntenteException(
                    ErrorCode.REFUSED_QUERY, "A graph is named by an IRI, not by " + name + ".");
              }
              graphs.put(name.getURI(), dataset.getGraph(name));
            });
    graphs.put(KnowledgeBase.OWN_GRAPH, dataset.getDefaultGraph());
    graphs.values().removeIf(Graph::isEmpty);
    return graphs;
  }

  private static Graph copy(Graph graph) {
    var copy = GraphFactory.createGraphMem();
    graph.find().forEachRemaining(copy::add);
    return copy;
  }

  /**
   * A graph, as it is stored.
   *
   * @param name its name; {@link KnowledgeBase#OWN_GRAPH} for the default graph
   */
  public Optional<Graph> graph(String name) {
    return Optional.ofNullable(current.graphs().get(name));
  }

  /**
   * Puts a graph in place of what the name stood for.
   *
   * @return whether the name stood for nothing before
   * @throws EntenteException as {@link #update}
   */
  public boolean put(String name, Graph graph) {
    var created = new boolean[1];
    change(
        graphs -> {
          created[0] = !graphs.containsKey(name);
          var after = new LinkedHashMap<>(graphs);
          after.put(name, copy(graph));
          return after;
        });
    return created[0];
  }

  /**
   * Adds a graph to what the name stands for.
   *
   * @return whether the name stood for nothing before
   * @throws EntenteException as {@link #update}
   */
  public boolean add(String name, Graph graph) {
    var created = new boolean[1];
    change(
        graphs -> {
          created[0] = !graphs.containsKey(name);
          var union = copy(graphs.getOrDefault(name, Graph.emptyGraph));
          graph.find().forEachRemaining(union::add);
          var after = new LinkedHashMap<>(graphs);
          after.put(name, union);
          return after;
        });
    return created[0];
  }

  /**
   * Takes a graph away.
   *
   * @return whether there was one
   * @throws EntenteException as {@link #update}
   */
  public boolean delete(String name) {
    var there = new boolean[1];
    change(
        graphs -> {
          var after = new LinkedHashMap<>(graphs);
          there[0] = after.remove(name) != null;
          return after;
        });
    return there[0];
  }

  private synchronized void change(UnaryOperator<Map<String, Graph>> work) {
    var before = current.graphs();
    var change = Change.between(before, work.apply(before), written);
    if (change.isEmpty()) {
      return;
    }
    Literals.check(change.inserted());
    var next = current.with(change.on(before));
    var defects = next.defectsSince(current, reasoned, timeout);
    if (!defects.isEmpty()) {
      throw new EntenteException(
          ErrorCode.REFUSED_UPDATE,
          "The change does not go together with the ontology and the data; nothing was changed.\n  "
              + String.join("\n  ", defects));
    }
    journal.append(change);
    written(change);
    current = next;
  }

  /** Ends; what was changed is in the journal. */
  @Override
  public void close() {
    journal.close();
  }

  /** Bounds what one update can add. */
  private static final class Counted extends DatasetGraphWrapper {
    private int added;

    Counted(DatasetGraph dataset) {
      super(dataset);
    }

    @Override
    public void add(Quad quad) {
      count();
      super.add(quad);
    }

    @Override
    public void add(Node graph, Node subject, Node predicate, Node object) {
      count();
      super.add(graph, subject, predicate, object);
    }

    private void count() {
      if (++added > MOST_QUADS) {
        throw new EntenteException(
            ErrorCode.LIMIT_REACHED,
            "an update adds at most " + MOST_QUADS + " triples; send it in parts");
      }
    }
  }
}
