// SPDX-License-Identifier: Apache-2.0
package io.github.entente.check;

import io.github.entente.check.CheckReport.Detail;
import io.github.entente.check.CheckReport.Finding;
import io.github.entente.check.CheckReport.Kind;
import io.github.entente.check.Section.Part;
import io.github.entente.model.Deadline;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.SourceDocument;
import io.github.entente.query.DeadlineGraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.shared.impl.PrefixMappingImpl;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Queries that have to find nothing. Immutable; safe for use by many threads.
 *
 * <p>They are asked of the triples as stored, of all days, without reasoning: the default graph is
 * that of all documents together, the named graphs are each document's under its graph name, and
 * the contents of claims under theirs. Each row is a finding about the term in its column {@code
 * focus}.
 */
public final class Hygiene {
  private final List<HygieneRule> rules;

  private Hygiene(List<HygieneRule> rules) {
    this.rules = rules;
  }

  /**
   * The rules in some texts, in the order of their numbers.
   *
   * @param texts queries with front matter, by path
   * @throws EntenteException {@link ErrorCode#BAD_QUERY}
   */
  public static Hygiene of(Map<String, String> texts) {
    return new Hygiene(
        texts.entrySet().stream()
            .map(entry -> HygieneRule.parse(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparing(HygieneRule::id))
            .toList());
  }

  /** The rules, in the order of their numbers. */
  public List<HygieneRule> rules() {
    return rules;
  }

  /** Asks them of what some documents say, until the deadline. */
  public Section run(List<SourceDocument> documents, Deadline deadline) {
    long start = System.nanoTime();
    var union = GraphFactory.createGraphMem();
    documents.forEach(document -> GraphUtil.addInto(union, document.graph()));
    var dataset = dataset(new DeadlineGraph(union, deadline), documents);
    var prefixes = prefixes(documents);
    var places = new Places(documents);
    var findings = new ArrayList<Finding>();
    int asked = 0;
    for (var rule : rules) {
      if (!ask(rule, dataset, prefixes, places, deadline, findings)) {
        findings.add(
            new Finding(
                Kind.LIMIT,
                "hygiene",
                "the time limit came after %d of %d queries".formatted(asked, rules.size())));
        break;
      }
      asked++;
    }
    findings.sort(Comparator.comparing(Finding::severity));
    return new Section(
        Part.HYGIENE,
        true,
        rules.size(),
        union.size(),
        Duration.ofNanos(System.nanoTime() - start),
        findings);
  }

  /** Whether it was carried to its end. */
  private static boolean ask(
      HygieneRule rule,
      DatasetGraph dataset,
      PrefixMapping prefixes,
      Places places,
      Deadline deadline,
      List<Finding> findings) {
    if (deadline.passed()) {
      return false;
    }
    var execution =
        QueryExec.dataset(dataset)
            .query(rule.query())
            .set(ARQ.httpServiceAllowed, false)
            .timeout(Math.min(deadline.millisLeft(), Integer.MAX_VALUE), TimeUnit.MILLISECONDS)
            .build();
    try (execution) {
      execution
          .select()
          .forEachRemaining(row -> findings.add(finding(rule, row, prefixes, places)));
      return true;
    } catch (QueryCancelledException e) {
      return false;
    }
  }

  private static Finding finding(
      HygieneRule rule, Binding row, PrefixMapping prefixes, Places places) {
    Node focus = row.get(HygieneRule.FOCUS);
    var value = Optional.ofNullable(row.get(HygieneRule.VALUE));
    var files = places.files(focus, value);
    return new Finding(
        Kind.HYGIENE,
        rule.severity(),
        Places.text(focus, files),
        rule.message(row, prefixes),
        Optional.of(
            new Detail(rule.id() + " " + rule.name(), focus, Optional.empty(), value, files)));
  }

  private static DatasetGraph dataset(Graph union, List<SourceDocument> documents) {
    var dataset = new DatasetGraphMapLink(union);
    for (var document : documents) {
      add(dataset, document.graphName(), document.graph());
      document.namedGraphs().forEach((name, graph) -> add(dataset, name, graph));
    }
    return dataset;
  }

  private static void add(DatasetGraph dataset, String name, Graph graph) {
    var node = NodeFactory.createURI(name);
    if (dataset.containsGraph(node)) {
      var both = GraphFactory.createGraphMem();
      GraphUtil.addInto(both, dataset.getGraph(node));
      GraphUtil.addInto(both, graph);
      dataset.addGraph(node, both);
    } else {
      dataset.addGraph(node, graph);
    }
  }

  private static PrefixMapping prefixes(List<SourceDocument> documents) {
    var prefixes = new PrefixMappingImpl();
    documents.forEach(d -> prefixes.setNsPrefixes(d.graph().getPrefixMapping()));
    return prefixes;
  }
}
