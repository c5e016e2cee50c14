// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;

/**
 * Checks certificates without a reasoner: each step of each derivation follows by axioms of the
 * data; all axioms of the data hold in each model; each basic graph pattern has the same solutions
 * in what was derived as in all models together; and SPARQL's algebra over them gives the rows.
 * What is taken on trust: OWL API's reading of the data, ARQ's algebra, and the verdicts that the
 * certificate lists. Safe for use by many threads. Complexity: linear in the certificate but for
 * the evaluation of axioms ({@link Evaluator}) and of the query.
 */
public final class Verifier {
  private final Certificate certificate;
  private final Data data;
  private final Signature signature;
  private final Solving solving;
  private final Set<Triple> candidates = new LinkedHashSet<>();

  /**
   * What a certificate is checked against.
   *
   * @param digest identifies the snapshot
   * @param axioms the logical axioms of the snapshot
   * @param graph its triples
   * @param stored the named graphs, by IRI
   */
  public record Data(
      String digest,
      Collection<? extends OWLAxiom> axioms,
      Graph graph,
      Map<String, Graph> stored) {}

  /**
   * What a certificate was found to prove.
   *
   * @param complete whether it proves that there is no further row
   * @param steps derivations that were replayed
   * @param verdicts facts that rest on a verdict of the reasoner
   * @param models models that satisfy all axioms
   * @param rows rows of the answer
   * @param open what keeps it from being complete
   * @param candidates triples that are not derived, and that solutions which no model denies make
   *     of their patterns
   */
  public record Verdict(
      boolean complete,
      long steps,
      long verdicts,
      int models,
      int rows,
      List<String> open,
      Set<Triple> candidates) {
    public Verdict {
      open = List.copyOf(open);
      candidates = Set.copyOf(candidates);
    }

    /** One line: certified, and modulo what. */
    public String label() {
      return complete
          ? verdicts == 0
              ? "certified"
              : "certified modulo " + verdicts + (verdicts == 1 ? " verdict" : " verdicts")
          : verdicts == 0 ? "sound, not certified to be complete" : "not certified";
    }
  }

  private Verifier(Certificate certificate, Data data) {
    this.certificate = certificate;
    this.data = data;
    this.signature = Signature.of(data.axioms());
    this.solving = new Solving(signature, data.axioms());
  }

  /**
   * Checks a certificate.
   *
   * @throws EntenteException {@link ErrorCode#BAD_CERTIFICATE} saying what is wrong and where;
   *     {@link ErrorCode#REFUSED_QUERY} where a certificate cannot speak of the query
   */
  public static Verdict verify(Certificate certificate, Data data) {
    return new Verifier(certificate, data).verify();
  }

  private static EntenteException bad(String where, String what) {
    return new EntenteException(ErrorCode.BAD_CERTIFICATE, where + ": " + what);
  }

  private Verdict verify() {
    if (!certificate.asked().snapshot().equals(data.digest())) {
      throw bad(
          "The snapshot",
          "the certificate is about data with the digest "
              + certificate.asked().snapshot()
              + ", and these have "
              + data.digest()
              + ". Give the data that it was made for; if they changed, certify the query anew.");
    }
    nameless();
    var query = query();
    var patterns = Patterns.of(query, signature);
    patterns.expressions().forEach(e -> solving.put(e.name(), e.means()));
    replay();
    var derived = derived(patterns);
    models();
    var open = compare(patterns.all(), derived);
    if (certificate.complete() && !open.isEmpty()) {
      throw bad("The claim", "the answer is not shown to be complete: " + open.get(0));
    }
    rows(query, derived);
    return new Verdict(
        open.isEmpty(),
        certificate.steps().size() - certificate.verdicts(),
        certificate.verdicts(),
        certificate.models().size(),
        certificate.result().rows().size(),
        open,
        candidates);
  }

  /** Individuals without a name are called otherwise at each reading. */
  private void nameless() {
    data.axioms().stream()
        .flatMap(axiom -> axiom.individualsInSignature())
        .filter(individual -> individual.getIRI().toString().startsWith(StepCheck.UNNAMED))
        .findFirst()
        .ifPresent(
            individual -> {
              throw new EntenteException(
                  ErrorCode.REFUSED_QUERY,
                  "No certificate can be made: the data have blank nodes for individuals, which"
                      + " have no name that a certificate could use. Give them IRIs.");
            });
  }

  private Query query() {
    try {
      return QueryFactory.create(certificate.asked().query(), Syntax.syntaxARQ);
    } catch (QueryException e) {
      throw bad("The query", e.getMessage());
    }
  }

  // ---- derivations ----

  private void replay() {
    var byText = new HashMap<String, OWLAxiom>();
    data.axioms().forEach(axiom -> byText.put(axiom.toString(), axiom));
    var check = StepCheck.of(data.axioms());
    var steps = certificate.steps();
    for (int i = 0; i < steps.size(); i++) {
      var step = steps.get(i);
      if (step.verdict()) {
        continue;
      }
      var cited = new ArrayList<OWLAxiom>();
      for (var text : step.axioms()) {
        var axiom = byText.get(text);
        if (axiom == null) {
          throw bad("Derivation " + i, "the axiom '" + text + "' is not in the data.");
        }
        cited.add(axiom);
      }
      for (int premise : step.premises()) {
        if (premise < 0 || premise >= i) {
          throw bad("Derivation " + i, "the premise " + premise + " does not come before it.");
        }
      }
      var premises = step.premises().stream().map(number -> steps.get(number).fact()).toList();
      if (!check.follows(step.fact(), premises, cited)) {
        throw bad(
            "Derivation " + i,
            "'" + step.fact() + "' does not follow from " + premises + " by " + cited + ".");
      }
    }
  }

  /** The data, and the facts that were derived, as triples. */
  private Graph derived(Patterns patterns) {
    var graph = GraphFactory.createDefaultGraph();
    data.graph().find().forEachRemaining(graph::add);
    var ranges = new DataRanges(data.axioms());
    for (var step : certificate.steps()) {
      triples(step.fact(), ranges).forEach(graph::add);
    }
    boolean asksForSame =
        patterns.all().stream()
            .flatMap(pattern -> pattern.getList().stream())
            .anyMatch(triple -> signature.kind(triple) == Signature.Kind.SAME);
    patterns.expressions().forEach(expression -> written(expression, graph));
    if (asksForSame) {
      data.axioms().stream()
          .flatMap(axiom -> axiom.individualsInSignature())
          .map(Solving::node)
          .forEach(node -> graph.add(Triple.create(node, OWL2.sameAs.asNode(), node)));
    }
    return graph;
  }

  /**
   * Adds the derived instances of a class expression: under the name put for it, and as the query
   * writes it, so that the query as it is finds each of them once.
   */
  private void written(Patterns.Expression expression, Graph graph) {
    var blanks = new HashMap<Node, Node>();
    UnaryOperator<Node> blank =
        node ->
            node.isVariable()
                ? blanks.computeIfAbsent(node, n -> NodeFactory.createBlankNode())
                : node;
    graph
        .find(Node.ANY, RDF.type.asNode(), Node.ANY)
        .filterKeep(t -> t.getObject().isBlank() && data.graph().contains(t))
        .toList()
        .forEach(graph::delete);
    for (var triple : expression.triples()) {
      graph.add(
          Triple.create(
              blank.apply(triple.getSubject()),
              triple.getPredicate(),
              blank.apply(triple.getObject())));
    }
    for (var step : certificate.steps()) {
      if (step.fact() instanceof OWLClassAssertionAxiom type
          && type.getClassExpression().equals(expression.means())) {
        var individual = Solving.node(type.getIndividual());
        graph.add(Triple.create(individual, RDF.type.asNode(), expression.name()));
        graph.add(Triple.create(individual, RDF.type.asNode(), blank.apply(expression.root())));
      }
    }
  }

  private static Stream<Triple> triples(OWLAxiom axiom, DataRanges ranges) {
    var fact = Fact.of(axiom, ranges);
    if (fact instanceof Fact.Type type) {
      return type.of().isAnonymous()
          ? Stream.of()
          : Stream.of(
              Triple.create(
                  Solving.node(type.individual()),
                  RDF.type.asNode(),
                  NodeFactory.createURI(type.of().asOWLClass().toStringID())));
    } else if (fact instanceof Fact.Edge edge) {
      return Stream.of(
          Triple.create(
              Solving.node(edge.from()),
              NodeFactory.createURI(edge.by().toStringID()),
              Solving.node(edge.to())));
    } else if (fact instanceof Fact.Datum datum) {
      var literal =
          ((org.semanticweb.owlapi.model.OWLDataPropertyAssertionAxiom) axiom).getObject();
      return Stream.of(
          Triple.create(
              Solving.node(datum.from()),
              NodeFactory.createURI(datum.by().toStringID()),
              Solving.node(literal)));
    }
    var same = (Fact.Same) fact;
    var one = Solving.node(same.one());
    var other = Solving.node(same.other());
    return Stream.of(
        Triple.create(one, OWL2.sameAs.asNode(), other),
        Triple.create(other, OWL2.sameAs.asNode(), one));
  }

  // ---- models ----

  private void models() {
    for (int i = 0; i < certificate.models().size(); i++) {
      var model = certificate.models().get(i);
      int number = i;
      data.axioms().stream()
          .flatMap(axiom -> axiom.individualsInSignature())
          .filter(individual -> model.element(individual).isEmpty())
          .findFirst()
          .ifPresent(
              individual -> {
                throw bad("Model " + number, "it has no element for " + individual + ".");
              });
      Evaluator.violated(model, data.axioms())
          .ifPresent(
              axiom -> {
                throw bad("Model " + number, "'" + axiom + "' does not hold in it.");
              });
    }
  }

  // ---- patterns ----

  /** What keeps the solutions from being shown to be all. */
  private List<String> compare(List<BasicPattern> patterns, Graph derived) {
    if (certificate.models().isEmpty()) {
      return List.of("there is no model");
    }
    var open = new ArrayList<String>();
    var plain = solving.plain(derived);
    for (var pattern : patterns) {
      var lower = solving.solutions(pattern, plain);
      if (!solving.told(pattern, derived).equals(lower)) {
        throw new EntenteException(
            ErrorCode.REFUSED_QUERY,
            "No certificate can be made: in '"
                + pattern
                + "' literals of the same value, written otherwise, would join.");
      }
      Set<List<Node>> upper = null;
      for (int i = 0; i < certificate.models().size(); i++) {
        var model = certificate.models().get(i);
        var here = solving.solutions(pattern, solving.triples(model, pattern, plain));
        for (var row : lower) {
          if (!here.contains(row)) {
            throw bad(
                "Model " + i, "the derived solution " + row + " of '" + pattern + "' is false.");
          }
        }
        if (upper == null) {
          upper = here;
        } else {
          upper.retainAll(here);
        }
      }
      upper.removeAll(lower);
      if (!upper.isEmpty()) {
        for (var row : upper) {
          Solving.put(pattern, row).filter(t -> !plain.contains(t)).forEach(candidates::add);
        }
        open.add(
            upper.size()
                + " solutions of '"
                + pattern
                + "' are neither derived nor false in a model, the first being "
                + upper.iterator().next());
      }
    }
    return open;
  }

  // ---- rows ----

  private void rows(Query query, Graph derived) {
    var expected = new ArrayList<>(certificate.result().rows());
    var found = evaluated(query, derived, data.stored(), certificate.result().columns());
    for (var row : found) {
      if (!expected.remove(row)) {
        throw bad("The answer", "the row " + row + " is missing.");
      }
    }
    if (!expected.isEmpty()) {
      throw bad("The answer", "the row " + expected.get(0) + " is not among the answers.");
    }
  }

  private static List<List<String>> evaluated(
      Query query, Graph graph, Map<String, Graph> stored, List<String> columns) {
    var dataset = new DatasetGraphMapLink(graph);
    stored.forEach((name, content) -> dataset.addGraph(NodeFactory.createURI(name), content));
    var context = ARQ.getContext().copy();
    context.set(ARQ.httpServiceAllowed, false);
    var rows = new ArrayList<List<String>>();
    try (var execution = QueryExec.dataset(dataset).query(query).context(context).build()) {
      if (query.isAskType()) {
        return execution.ask() ? List.of(List.of()) : List.of();
      }
      var solutions = execution.select();
      if (!solutions.getResultVars().stream().map(v -> v.getVarName()).toList().equals(columns)) {
        throw bad("The answer", "its columns are not " + columns + ".");
      }
      solutions.forEachRemaining(
          binding ->
              rows.add(
                  solutions.getResultVars().stream()
                      .map(v -> binding.contains(v) ? text(binding.get(v)) : "")
                      .toList()));
    }
    return rows;
  }

  /** A term as certificates write it. */
  public static String text(Node node) {
    return NodeFmtLib.strNT(node);
  }

  /** The triples that the solutions of a pattern over a graph make of it: what they rest on. */
  public static Set<Triple> instances(BasicPattern pattern, Graph graph) {
    return Solving.instances(pattern, graph);
  }
}
