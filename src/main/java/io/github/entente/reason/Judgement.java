// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.model.Deadline;
import io.github.entente.model.Guarantee;
import io.github.entente.reason.dl.Refuter;
import io.github.entente.reason.dl.Theory;
import io.github.entente.reason.rules.Closure;
import io.github.entente.reason.rules.Program;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLNamedIndividual;
import org.semanticweb.owlapi.model.OWLObject;
import org.semanticweb.owlapi.model.OWLObjectCardinalityRestriction;
import org.semanticweb.owlapi.model.OWLObjectHasSelf;
import org.semanticweb.owlapi.model.OWLObjectPropertyExpression;
import org.semanticweb.owlapi.util.OWLObjectPropertyManager;

/**
 * Answers questions: by rules where they tell, for the rest by consistency. Safe for use by many
 * threads.
 */
final class Judgement {
  private static final String DEFINED = "urn:x-entente:expression:";
  private static final int MAX_PROGRAMS = 32;

  private final Theory theory;
  private final Optional<Closure> closed;
  private final Refuter refuter;
  private final Optional<CounterModels> models;
  private Set<Question> stated;
  private Set<OWLObjectPropertyExpression> composite;

  /**
   * Instances of class expressions.
   *
   * @param members by expression
   * @param decision how these were decided, and whether they are all
   */
  record Members(Map<OWLClassExpression, Set<OWLIndividual>> members, Decision decision) {}

  Judgement(Theory theory, Refuter refuter) {
    this(theory, Optional.empty(), refuter, Optional.of(CounterModels.of(theory)));
  }

  /**
   * For a theory.
   *
   * @param closed its closure, where there is one, so that it is not computed again
   * @param models empty where neither models nor rules are to be trusted
   */
  Judgement(
      Theory theory, Optional<Closure> closed, Refuter refuter, Optional<CounterModels> models) {
    this.theory = theory;
    this.closed = closed;
    this.refuter = refuter;
    this.models = models;
  }

  static Decision decision(Candidates<Question> answer) {
    return Decision.refutation(answer, "questions about axioms");
  }

  /** Whether OWL 2 DL has the object beside the axioms: it counts no values over chains. */
  boolean allowed(OWLObject object) {
    if (!(object instanceof OWLClassExpression expression)) {
      return true;
    }
    return expression
        .nestedClassExpressions()
        .noneMatch(
            nested ->
                nested instanceof OWLObjectCardinalityRestriction count
                        && composite().contains(count.getProperty())
                    || nested instanceof OWLObjectHasSelf self
                        && composite().contains(self.getProperty()));
  }

  private synchronized Set<OWLObjectPropertyExpression> composite() {
    if (composite == null) {
      composite =
          Set.copyOf(new OWLObjectPropertyManager(theory.ontology()).getNonSimpleProperties());
    }
    return composite;
  }

  // ---- instances of expressions ----

  /**
   * The instances of class expressions.
   *
   * @param most how many candidates that the rules leave are decided
   */
  Members members(Collection<OWLClassExpression> expressions, int most, Deadline deadline) {
    if (models.isEmpty()) {
      return refuted(expressions, most, deadline);
    }
    var exact = new LinkedHashMap<OWLClassExpression, Set<OWLIndividual>>();
    var others = new ArrayList<OWLClassExpression>();
    for (var expression : expressions) {
      models
          .get()
          .exactly(expression, deadline)
          .ifPresentOrElse(all -> exact.put(expression, all), () -> others.add(expression));
    }
    int individuals = theory.individuals().size();
    int denied = exact.values().stream().mapToInt(all -> individuals - all.size()).sum();
    var decision = Decision.models(denied);
    if (others.isEmpty()) {
      return new Members(exact, decision);
    }
    var rest = derived(others, most, deadline);
    exact.putAll(rest.members());
    return new Members(exact, decision.and(rest.decision()));
  }

  /** The same by a closure with the expressions' definitions, and refutation. */
  private Members derived(Collection<OWLClassExpression> expressions, int most, Deadline deadline) {
    var factory = theory.factory();
    var definitions = new LinkedHashMap<OWLClassExpression, OWLAxiom>();
    var names = new HashMap<OWLClassExpression, OWLClass>();
    for (var expression : expressions) {
      var name = factory.getOWLClass(IRI.create(DEFINED + names.size()));
      names.put(expression, name);
      definitions.put(expression, factory.getOWLSubClassOfAxiom(expression, name));
    }
    var closure =
        closed
            .or(() -> Closure.of(theory.program(), factory, deadline::passed))
            .flatMap(base -> base.with(definitions.values(), deadline::passed));
    var members = new LinkedHashMap<OWLClassExpression, Set<OWLIndividual>>();
    var open = new ArrayList<OWLClassExpression>();
    for (var expression : expressions) {
      members.put(
          expression,
          closure.map(c -> c.instances(names.get(expression))).orElseGet(LinkedHashSet::new));
      open.add(expression);
    }
    if (closure.isPresent()) {
      open.removeAll(completeByRules(closure.get(), definitions, names));
    }
    return decided(members, open, most, deadline);
  }

  /** The same by refutation alone. */
  private Members refuted(Collection<OWLClassExpression> expressions, int most, Deadline deadline) {
    var none = new LinkedHashMap<OWLClassExpression, Set<OWLIndividual>>();
    expressions.forEach(expression -> none.put(expression, new LinkedHashSet<>()));
    return decided(none, expressions, most, deadline);
  }

  /** Members that are known, and those of open expressions that are found by deciding on each. */
  private Members decided(
      Map<OWLClassExpression, Set<OWLIndividual>> members,
      Collection<OWLClassExpression> open,
      int most,
      Deadline deadline) {
    var individuals = theory.individuals();
    var questions = new ArrayList<Question>();
    for (var expression : open) {
      for (var individual : individuals) {
        if (!members.get(expression).contains(individual)) {
          questions.add(Question.member(expression, individual));
        }
      }
    }
    if (questions.size() > most) {
      return new Members(
          members,
          Decision.rules(
              Guarantee.incomplete(
                  "there are too many candidates for instances of expressions in the query to"
                      + " decide them one by one")));
    }
    var answer = decide(questions, deadline);
    for (var question : answer.entailed()) {
      members.get(question.expression(0)).add((OWLIndividual) question.parts().get(1));
    }
    return new Members(members, decision(answer));
  }

  /**
   * The expressions of which the rules find all instances. What the rules do not follow in a
   * definition that only another expression uses does no harm, so that few expressions are looked
   * at each by itself as well.
   */
  private Set<OWLClassExpression> completeByRules(
      Closure closure,
      Map<OWLClassExpression, OWLAxiom> definitions,
      Map<OWLClassExpression, OWLClass> names) {
    var all = definitions.keySet();
    var together = program(all, definitions);
    if (complete(together, names.values(), closure)) {
      return all;
    }
    return all.stream()
        .filter(
            one ->
                complete(together, List.of(names.get(one)), closure)
                    || all.size() > 1
                        && all.size() <= MAX_PROGRAMS
                        && complete(
                            program(Set.of(one), definitions), List.of(names.get(one)), closure))
        .collect(Collectors.toSet());
  }

  private static boolean complete(Program program, Collection<OWLClass> names, Closure closure) {
    return program.beyondRules(names, closure).isEmpty();
  }

  /** What bears on class expressions, and their definitions. */
  private Program program(
      Set<OWLClassExpression> expressions, Map<OWLClassExpression, OWLAxiom> definitions) {
    var used = new LinkedHashSet<OWLClass>();
    expressions.forEach(expression -> expression.classesInSignature().forEach(used::add));
    var axioms = new ArrayList<OWLAxiom>(theory.axiomsFor(used));
    expressions.forEach(expression -> axioms.add(definitions.get(expression)));
    return Program.of(axioms, theory.individuals(), theory.factory());
  }

  // ---- any questions ----

  /** Which of the questions are to be answered with yes, and which could not be decided. */
  Candidates<Question> decide(Collection<Question> questions, Deadline deadline) {
    var ofKeys = questions.stream().collect(Collectors.partitioningBy(DataKeys::concern));
    var others = withoutDataKeys(ofKeys.get(false), deadline);
    var keys = ofKeys.get(true);
    return keys.isEmpty() ? others : others.and(dataKeys(keys, deadline));
  }

  private Candidates<Question> dataKeys(List<Question> keys, Deadline deadline) {
    return new DataKeys(
            theory,
            questions -> withoutDataKeys(questions, deadline),
            negated ->
                Candidates.decide(
                    theory.axiomsFor(classes(negated.keySet())),
                    List.copyOf(negated.keySet()),
                    question -> negated.get(question).stream(),
                    refuter,
                    deadline))
        .decide(keys, deadline);
  }

  private Candidates<Question> withoutDataKeys(Collection<Question> questions, Deadline deadline) {
    var entailed = new ArrayList<Question>();
    List<Question> open = new ArrayList<>();
    var likely = includedByRules(questions);
    boolean trusting = models.isPresent();
    for (var question : questions) {
      boolean known =
          question.trivial()
              || trusting && likely.contains(question)
              || stated().contains(question);
      (known ? entailed : open).add(question);
    }
    int asked = open.size();
    if (trusting) {
      open = models.get().open(open, question -> question.asked(theory.factory()), deadline);
    }
    var undecided = new ArrayList<Question>();
    int checks = 0;
    var terminology = theory.separableTerminology();
    var parts =
        open.stream()
            .collect(
                Collectors.partitioningBy(
                    question ->
                        terminology.isEmpty()
                            || question.hasIndividuals()
                            || question.form() == Question.Form.KEY));
    for (var part : parts.entrySet()) {
      var axioms =
          part.getKey()
              ? theory.axiomsFor(classes(part.getValue()))
              : terminology.orElse(List.of());
      var answer = decide(axioms, part.getValue(), likely, deadline);
      entailed.addAll(answer.entailed());
      undecided.addAll(answer.undecided());
      checks += answer.checks();
    }
    return new Candidates<>(entailed, undecided, asked, asked - open.size(), checks);
  }

  private Candidates<Question> decide(
      Collection<OWLAxiom> axioms,
      List<Question> questions,
      Set<Question> likely,
      Deadline deadline) {
    var numbers = new HashMap<Question, Integer>();
    questions.forEach(question -> numbers.put(question, numbers.size()));
    return Candidates.decide(
        axioms,
        questions,
        likely::contains,
        question -> question.negated(theory.factory(), numbers.get(question)),
        refuter,
        deadline);
  }

  private static Set<OWLClass> classes(Collection<Question> questions) {
    var classes = new LinkedHashSet<OWLClass>();
    for (var question : questions) {
      question.parts().forEach(part -> part.classesInSignature().forEach(classes::add));
    }
    return classes;
  }

  /** What the axioms that are not about individuals say outright. */
  private synchronized Set<Question> stated() {
    if (stated == null) {
      stated =
          theory.terminology().stream()
              .flatMap(axiom -> Question.of(axiom, theory.factory()).stream())
              .flatMap(List::stream)
              .collect(Collectors.toSet());
    }
    return stated;
  }

  /** Inclusions that the rules derive for a new individual of which nothing else is said. */
  private Set<Question> includedByRules(Collection<Question> questions) {
    var factory = theory.factory();
    var samples = new LinkedHashMap<OWLObject, OWLNamedIndividual>();
    var names = new HashMap<OWLObject, OWLClass>();
    var axioms =
        theory.terminology().stream().filter(Hierarchy::keepsApart).collect(Collectors.toList());
    var asked =
        questions.stream()
            .filter(q -> q.form() == Question.Form.INCLUDED && !q.hasIndividuals())
            .toList();
    if (asked.isEmpty()) {
      return Set.of();
    }
    for (var question : asked) {
      var sub = question.expression(0);
      var sup = question.expression(1);
      if (!samples.containsKey(sub)) {
        var sample =
            factory.getOWLNamedIndividual(IRI.create(DEFINED + "sample:" + samples.size()));
        samples.put(sub, sample);
        axioms.add(factory.getOWLClassAssertionAxiom(sub, sample));
      }
      if (!names.containsKey(sup)) {
        var name = factory.getOWLClass(IRI.create(DEFINED + names.size()));
        names.put(sup, name);
        axioms.add(factory.getOWLSubClassOfAxiom(sup, name));
      }
    }
    var closure = Closure.of(Program.of(axioms, factory), factory, () -> false).orElseThrow();
    var instances = new HashMap<OWLClass, Set<OWLIndividual>>();
    names.values().forEach(name -> instances.put(name, closure.instances(name)));
    var included = new HashSet<Question>();
    for (var question : asked) {
      var sample = samples.get(question.expression(0));
      if (instances.get(names.get(question.expression(1))).contains(sample)) {
        included.add(question);
      }
    }
    return included;
  }
}
