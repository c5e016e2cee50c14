// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.model.Deadline;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Guarantee;
import io.github.entente.reason.dl.AxiomPattern;
import io.github.entente.reason.dl.Datatypes;
import io.github.entente.reason.dl.Refuter;
import io.github.entente.reason.dl.Theory;
import io.github.entente.reason.rules.Closure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLDatatype;
import org.semanticweb.owlapi.model.OWLEntity;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLObject;

/**
 * The axioms of queries with variables in them: what these must stand for so that the axiom
 * follows. Each way to put names for variables makes questions, and those that rules do not answer
 * are decided by consistency, many at once. Solutions are kept. Safe for use by many threads.
 */
final class Templates {
  private static final int MAX_QUESTIONS = 20_000;
  private static final int KEPT = 256;

  private final Graph asserted;
  private final Theory theory;
  private final Judgement judgement;
  private final Map<Demand.Axiom, Solutions> kept = new ConcurrentHashMap<>();

  Templates(Graph asserted, Theory theory, Closure closure, Refuter refuter, CounterModels models) {
    this(
        asserted,
        theory,
        new Judgement(theory, Optional.of(closure), refuter, Optional.of(models)));
  }

  private Templates(Graph asserted, Theory theory, Judgement judgement) {
    this.asserted = asserted;
    this.theory = theory;
    this.judgement = judgement;
  }

  /** Where neither rules nor models are trusted. */
  static Templates byRefutation(Graph asserted, Theory theory, Refuter refuter) {
    var judgement = new Judgement(theory, Optional.empty(), refuter, Optional.empty());
    return new Templates(asserted, theory, judgement);
  }

  Solutions solutions(Demand.Axiom axiom, Deadline deadline) {
    var known = kept.get(axiom);
    if (known != null) {
      return known;
    }
    var solutions = solve(axiom, deadline);
    if (solutions.decision().guarantee().complete() || !deadline.passed()) {
      if (kept.size() >= KEPT) {
        kept.clear();
      }
      kept.put(axiom, solutions);
    }
    return solutions;
  }

  private Solutions solve(Demand.Axiom axiom, Deadline deadline) {
    var rows = new LinkedHashSet<>(stated(axiom));
    var decision = Decision.rules(Guarantee.SOUND_AND_COMPLETE);
    boolean legal = false;
    var readings = AxiomPattern.readings(theory, axiom.root(), axiom.triples().toList());
    if (!AxiomPattern.unknown(theory, axiom.triples().toList()).isEmpty()) {
      return new Solutions(List.copyOf(rows), decision);
    }
    for (var pattern : readings) {
      var run = new Run(axiom, pattern, deadline);
      run.solve();
      rows.addAll(run.rows);
      decision = decision.and(run.decision);
      legal |= run.legal;
    }
    if (!legal) {
      throw new EntenteException(
          ErrorCode.REFUSED_QUERY,
          "The triple pattern "
              + AxiomPattern.text(axiom.root())
              + " counts values of a property, or asks for a loop of it, that is transitive or above"
              + " a chain; OWL 2 DL allows neither. Ask of a property that is not.");
    }
    return new Solutions(List.copyOf(rows), decision);
  }

  /** What is stated follows; annotation properties have no other hierarchy. */
  private Set<Map<Node, Node>> stated(Demand.Axiom axiom) {
    var rows = new LinkedHashSet<Map<Node, Node>>();
    if (axiom.triples().anyMatch(t -> t.getSubject().isBlank() || t.getObject().isBlank())) {
      return rows;
    }
    var root = axiom.root();
    var subject = root.getSubject();
    var object = root.getObject();
    asserted
        .find(
            subject.isVariable() ? Node.ANY : subject,
            root.getPredicate(),
            object.isVariable() ? Node.ANY : object)
        .filterKeep(t -> t.getSubject().isURI() && t.getObject().isURI())
        .filterKeep(t -> !subject.equals(object) || t.getSubject().equals(t.getObject()))
        .forEachRemaining(
            triple -> {
              var row = new HashMap<Node, Node>();
              if (subject.isVariable()) {
                row.put(subject, triple.getSubject());
              }
              if (object.isVariable()) {
                row.put(object, triple.getObject());
              }
              if (row.keySet().containsAll(axiom.variables())) {
                rows.add(row);
              }
            });
    return rows;
  }

  /** One reading of an axiom. */
  private final class Run {
    private final Demand.Axiom axiom;
    private final AxiomPattern pattern;
    private final Deadline deadline;
    private final Set<Map<Node, Node>> rows = new LinkedHashSet<>();
    private Decision decision = Decision.rules(Guarantee.SOUND_AND_COMPLETE);
    private boolean legal;

    Run(Demand.Axiom axiom, AxiomPattern pattern, Deadline deadline) {
      this.axiom = axiom;
      this.pattern = pattern;
      this.deadline = deadline;
      if (pattern.places().values().stream().noneMatch(OWLDatatype.class::isInstance)) {
        Datatypes.refuseUnsupported(pattern.axioms());
      }
    }

    void solve() {
      var questions = new ArrayList<Question>();
      for (var part : pattern.axioms()) {
        questions.addAll(Question.of(part, theory.factory()).orElseThrow());
      }
      var subject = memberAlone();
      if (subject.isPresent()) {
        members(questions.get(0), subject.get());
      } else {
        each(questions);
      }
    }

    /** The variable for an individual, where the axiom says that it is in a class without it. */
    private Optional<Node> memberAlone() {
      if (pattern.axioms().size() != 1
          || !(pattern.axioms().get(0) instanceof OWLClassAssertionAxiom type)) {
        return Optional.empty();
      }
      return pattern.places().entrySet().stream()
          .filter(place -> place.getValue().equals(type.getIndividual()))
          .filter(
              place ->
                  type.getClassExpression()
                      .individualsInSignature()
                      .noneMatch(place.getValue()::equals))
          .map(Map.Entry::getKey)
          .findFirst();
    }

    private void members(Question question, Node subject) {
      var others = new ArrayList<>(pattern.places().keySet());
      others.remove(subject);
      var byExpression = new LinkedHashMap<OWLClassExpression, List<Map<Node, OWLObject>>>();
      for (var values : substitutions(others)) {
        var expression = (OWLClassExpression) pattern.put(values, question.expression(0));
        if (judgement.allowed(expression)) {
          legal = true;
          byExpression.computeIfAbsent(expression, e -> new ArrayList<>()).add(values);
        }
      }
      var answer = judgement.members(byExpression.keySet(), MAX_QUESTIONS, deadline);
      answer
          .members()
          .forEach(
              (expression, individuals) -> {
                for (var values : byExpression.get(expression)) {
                  for (OWLIndividual individual : individuals) {
                    var row = row(values);
                    row.put(subject, AxiomPattern.node(individual));
                    rows.add(row);
                  }
                }
              });
      decision = decision.and(answer.decision());
    }

    private void each(List<Question> questions) {
      var asked = new LinkedHashMap<Map<Node, OWLObject>, List<Question>>();
      var all = new LinkedHashSet<Question>();
      for (var values : substitutions(List.copyOf(pattern.places().keySet()))) {
        var here = questions.stream().map(q -> q.with(part -> pattern.put(values, part))).toList();
        if (here.stream().flatMap(q -> q.parts().stream()).allMatch(judgement::allowed)) {
          legal = true;
          asked.put(values, here);
          all.addAll(here);
        }
      }
      var answer = judgement.decide(all, deadline);
      var entailed = new HashSet<>(answer.entailed());
      asked.forEach(
          (values, here) -> {
            if (entailed.containsAll(here)) {
              rows.add(row(values));
            }
          });
      decision = decision.and(Judgement.decision(answer));
    }

    private Map<Node, Node> row(Map<Node, OWLObject> values) {
      var row = new HashMap<Node, Node>();
      values.forEach((variable, value) -> row.put(variable, AxiomPattern.node(value)));
      return row;
    }

    /** Literals are joined by value, and so are not compared here. */
    private boolean allowed(Node variable, OWLObject value) {
      return !(value instanceof OWLEntity) || axiom.allows(variable, AxiomPattern.node(value));
    }

    /** All ways to give variables values; none where there are too many. */
    private List<Map<Node, OWLObject>> substitutions(List<Node> variables) {
      var ranges = new LinkedHashMap<Node, List<OWLObject>>();
      long count = 1;
      for (var variable : variables) {
        var range = pattern.range(variable);
        range = range.stream().filter(value -> allowed(variable, value)).toList();
        ranges.put(variable, range);
        count = Math.min(Integer.MAX_VALUE, count * range.size());
      }
      if (count > MAX_QUESTIONS) {
        legal = true;
        decision =
            decision.and(
                Decision.rules(
                    Guarantee.incomplete(
                        "there are too many ways to put names for the variables of "
                            + AxiomPattern.text(axiom.root())
                            + " to decide them one by one")));
        return List.of();
      }
      List<Map<Node, OWLObject>> all = List.of(Map.of());
      for (var variable : variables) {
        var more = new ArrayList<Map<Node, OWLObject>>();
        for (var values : all) {
          for (var value : ranges.get(variable)) {
            var extended = new LinkedHashMap<>(values);
            extended.put(variable, value);
            more.add(extended);
          }
        }
        all = more;
      }
      legal |= all.isEmpty();
      return all;
    }
  }
}
