// SPDX-License-Identifier: Apache-2.0
package io.github.entente.check;

import io.github.entente.check.CheckReport.Detail;
import io.github.entente.check.CheckReport.Finding;
import io.github.entente.check.CheckReport.Kind;
import io.github.entente.check.CheckReport.Severity;
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
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.vocabulary.RDF;

/**
 * SHACL shapes that data have to fit. Immutable; safe for use by many threads.
 *
 * <p>The shapes see the triples of all documents together, of all days, the ontology among them so
 * that instances of a subclass count; nothing is inferred. Named graphs are not among the triples,
 * but each is described by its type {@code sd:Graph} and its size {@code void:triples}.
 *
 * @see <a href="https://www.w3.org/TR/shacl/">Shapes Constraint Language (SHACL)</a>
 */
public final class Shapes {
  private static final Node GRAPH =
      NodeFactory.createURI("http://www.w3.org/ns/sparql-service-description#Graph");
  private static final Node TRIPLES = NodeFactory.createURI("http://rdfs.org/ns/void#triples");

  private final org.apache.jena.shacl.Shapes shapes;

  private Shapes(org.apache.jena.shacl.Shapes shapes) {
    this.shapes = shapes;
  }

  /**
   * The shapes in some documents.
   *
   * @throws EntenteException {@link ErrorCode#MALFORMED_FILE} when they are not well-formed
   */
  public static Shapes of(List<SourceDocument> documents) {
    var graph = GraphFactory.createGraphMem();
    documents.forEach(document -> GraphUtil.addInto(graph, document.graph()));
    try {
      return new Shapes(org.apache.jena.shacl.Shapes.parse(graph));
    } catch (ShaclParseException e) {
      throw new EntenteException(
          ErrorCode.MALFORMED_FILE,
          String.join(", ", documents.stream().map(SourceDocument::location).toList())
              + ": not well-formed SHACL: "
              + e.getMessage()
              + ". Correct the shape.",
          e);
    }
  }

  /** Number of shapes that have an IRI. */
  public int size() {
    return (int) shapes.getShapeMap().keySet().stream().filter(Node::isURI).count();
  }

  /** Applies them to what some documents say together, until the deadline. */
  public Section run(List<SourceDocument> documents, Deadline deadline) {
    long start = System.nanoTime();
    var union = union(documents);
    var data = new DeadlineGraph(union, deadline);
    var context = ValidationContext.create(shapes, data);
    var findings = new ArrayList<Finding>();
    int focused = 0;
    try {
      for (var shape : shapes.getTargetShapes()) {
        var nodes = VLib.focusNodes(data, shape);
        for (var node : nodes) {
          VLib.validateShape(context, data, shape, node);
        }
        focused += nodes.size();
      }
    } catch (QueryCancelledException e) {
      findings.add(
          new Finding(
              Kind.LIMIT, "shapes", "the time limit came before all shapes had been applied"));
    }
    var places = new Places(documents);
    context.generateReport().getEntries().stream()
        .map(entry -> finding(entry, union, places))
        .sorted(
            Comparator.comparing(Finding::severity)
                .thenComparing(f -> f.detail().orElseThrow().rule())
                .thenComparing(f -> f.detail().orElseThrow().focus().toString())
                .thenComparing(
                    f -> f.detail().orElseThrow().value().map(Node::toString).orElse("")))
        .forEach(findings::add);
    return new Section(
        Part.SHAPES, true, size(), focused, Duration.ofNanos(System.nanoTime() - start), findings);
  }

  private static Graph union(List<SourceDocument> documents) {
    var union = GraphFactory.createGraphMem();
    for (var document : documents) {
      GraphUtil.addInto(union, document.graph());
      document
          .namedGraphs()
          .forEach(
              (name, graph) -> {
                var node = NodeFactory.createURI(name);
                union.add(node, RDF.type.asNode(), GRAPH);
                union.add(
                    node,
                    TRIPLES,
                    NodeFactory.createLiteralDT("" + graph.size(), XSDDatatype.XSDinteger));
              });
    }
    return union;
  }

  private static Finding finding(ReportEntry entry, Graph data, Places places) {
    var focus = entry.focusNode();
    var value = Optional.ofNullable(entry.value());
    var files = places.files(focus, value);
    var rule = entry.source().isURI() ? entry.source().getURI() : entry.source().toString();
    var path = Optional.ofNullable(entry.resultPath()).map(p -> path(p, focus, value, data));
    return new Finding(
        Kind.SHAPE,
        severity(entry),
        Places.text(focus, files),
        message(entry),
        Optional.of(new Detail(rule, focus, path, value, files)));
  }

  /** The path; of an alternative path the property that was taken, where that is clear. */
  private static String path(Path path, Node focus, Optional<Node> value, Graph data) {
    if (path instanceof P_Alt && value.isPresent()) {
      var taken = data.find(focus, Node.ANY, value.get()).mapWith(Triple::getPredicate).toList();
      if (taken.size() == 1) {
        return new P_Link(taken.get(0)).toString();
      }
    }
    return path.toString();
  }

  private static Severity severity(ReportEntry entry) {
    return switch (entry.severity().level().getLocalName()) {
      case "Info" -> Severity.INFO;
      case "Warning" -> Severity.WARNING;
      default -> Severity.VIOLATION;
    };
  }

  private static String message(ReportEntry entry) {
    return entry.messages().stream()
        .filter(Node::isLiteral)
        .min(Comparator.comparing(m -> !m.getLiteralLanguage().startsWith("en")))
        .map(Node::getLiteralLexicalForm)
        .orElseGet(entry::message);
  }
}
