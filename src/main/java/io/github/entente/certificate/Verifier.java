// SPDX-License-Identifier: Apache-2.0
package io.github.entente.certificate;

import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.semanticweb.owlapi.model.OWLAxiom;

/**
 * Checks certificates without a reasoner: each step of each derivation follows by axioms of the
 * data; all axioms of the data hold in each model; each basic graph pattern has the same solutions
 * in what was derived as in all models together; and SPARQL's algebra over them gives the rows.
 * What is taken on trust: OWL API's reading of the data, ARQ's algebra, and the verdicts that the
 * certificate lists. For use by one thread. Complexity: linear in the certificate but for the
 * evaluation of axioms ({@link Evaluator}) and of the query.
 */
public final class Verifier {
  private final Data data;
  private final Signature signature;
  private final Solving solving;

  /** What was checked last; of the next, only what differs from it is checked. */
  private Optional<Certificate> last = Optional.empty();

  private Patterns patterns;
  private Graph derived;
  private Graph plain;
  private final Set<Model> sound = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Solved> solved = new ArrayList<>();
  private Certificate certificate;
  private final Set<Triple> candidates = new LinkedHashSet<>();

  /** Solutions of a pattern: those that are derived, and those that all models so far have. */
  private static final class Solved {
    private final BasicPattern pattern;
    private final Set<List<Node>> lower;
    private final Set<Model> models = Collections.newSetFromMap(new IdentityHashMap<>());
    private Set<List<Node>> upper;

    Solved(BasicPattern pattern, Set<List<Node>> lower) {
      this.pattern = pattern;
      this.lower = lower;
    }
  }

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

  private Verifier(Data data) {
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
    return over(data).next(certificate);
  }

  /** For certificates over the same data that are made one out of another. */
  public static Verifier over(Data data) {
    return new Verifier(data);
  }

  /**
   * Checks a certificate. What is the same in the one before it, and the same models, are not
   * checked again.
   *
   * @throws EntenteException as {@link #verify}
   */
  public Verdict next(Certificate next) {
    certificate = next;
    candidates.clear();
    var before = last;
    last = Optional.empty();
    var verdict = check(before);
    last = Optional.of(next);
    return verdict;
  }

  private static EntenteException bad(String where, String what) {
    return new EntenteException(ErrorCode.BAD_CERTIFICATE, where + ": " + what);
  }

  private Verdict check(Optional<Certificate> before) {
    boolean known =
        before
            .filter(
                one ->
                    one.asked().equals(certificate.asked())
                        && one.steps().equals(certificate.steps())
                        && one.result().equals(certificate.result())
                        && certificate.models().containsAll(one.models()))
            .isPresent();
    if (!known) {
      derivations();
    }
    models();
    var open = compare();
    if (certificate.complete() && !open.isEmpty()) {
      throw bad("The claim", "the answer is not shown to be complete: " + open.get(0));
    }
    if (!known) {
      rows(query(), derived);
    }
    return new Verdict(
        open.isEmpty(),
        certificate.steps().size() - certificate.verdicts(),
        certificate.verdicts(),
        certificate.models().size(),
        certificate.result().rows().size(),
        open,
        candidates);
  }

  /** Checks the derivations, and keeps what they and the data have for each pattern. */
  private void derivations() {
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
    patterns = Patterns.of(query(), signature);
    patterns.expressions().forEach(e -> solving.put(e.name(), e.means()));
    replay();
    derived = new DerivedGraph(certificate.steps(), data, signature).of(patterns);
    solved.clear();
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

  // ---- models ----

  private void models() {
    for (int i = 0; i < certificate.models().size(); i++) {
      var model = certificate.models().get(i);
      int number = i;
      if (sound.contains(model)) {
        continue;
      }
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
      sound.add(model);
    }
  }

  // ---- patterns ----

  /** What keeps the solutions from being shown to be all. */
  private List<String> compare() {
    if (certificate.models().isEmpty()) {
      return List.of("there is no model");
    }
    if (solved.isEmpty()) {
      plain = solving.plain(derived);
      patterns.all().forEach(pattern -> solved.add(new Solved(pattern, lower(pattern))));
    }
    var open = new ArrayList<String>();
    for (var one : solved) {
      for (int i = 0; i < certificate.models().size(); i++) {
        if (one.models.add(certificate.models().get(i))) {
          intersect(one, i);
        }
      }
      if (!one.upper.isEmpty()) {
        for (var row : one.upper) {
          Solving.put(one.pattern, row).filter(t -> !plain.contains(t)).forEach(candidates::add);
        }
        open.add(
            one.upper.size()
                + " solutions of '"
                + one.pattern
                + "' are neither derived nor false in a model, the first being "
                + one.upper.iterator().next());
      }
    }
    return open;
  }

  private Set<List<Node>> lower(BasicPattern pattern) {
    var lower = solving.solutions(pattern, plain);
    if (!solving.told(pattern, derived).equals(lower)) {
      throw new EntenteException(
          ErrorCode.REFUSED_QUERY,
          "No certificate can be made: in '"
              + pattern
              + "' literals of the same value, written otherwise, would join.");
    }
    return lower;
  }

  /** Of solutions beyond the derived ones those that a model has too; it must have the derived. */
  private void intersect(Solved one, int number) {
    var model = certificate.models().get(number);
    var here = solving.solutions(one.pattern, solving.triples(model, one.pattern, plain));
    for (var row : one.lower) {
      if (!here.remove(row)) {
        throw bad(
            "Model " + number,
            "the derived solution " + row + " of '" + one.pattern + "' is false.");
      }
    }
    if (one.upper == null) {
      one.upper = here;
    } else {
      one.upper.retainAll(here);
    }
  }

  // ---- rows ----

  private void rows(Query query, Graph derived) {
    var expected = new LinkedHashMap<List<String>, Integer>();
    certificate.result().rows().forEach(row -> expected.merge(row, 1, Integer::sum));
    for (var row : evaluated(query, derived, data.stored(), certificate.result().columns())) {
      if (!expected.containsKey(row)) {
        throw bad("The answer", "the row " + row + " is missing.");
      }
      expected.computeIfPresent(row, (r, times) -> times == 1 ? null : times - 1);
    }
    if (!expected.isEmpty()) {
      throw bad(
          "The answer",
          "the row " + expected.keySet().iterator().next() + " is not among the answers.");
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
