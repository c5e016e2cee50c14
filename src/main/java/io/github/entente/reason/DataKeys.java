// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import io.github.entente.model.Deadline;
import io.github.entente.reason.Question.Form;
import io.github.entente.reason.dl.AxiomPattern;
import io.github.entente.reason.dl.Theory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLDataProperty;
import org.semanticweb.owlapi.model.OWLHasKeyAxiom;
import org.semanticweb.owlapi.model.OWLLiteral;
import org.semanticweb.owlapi.model.OWLObject;
import org.semanticweb.owlapi.model.OWLPropertyExpression;
import org.semanticweb.owlapi.vocab.OWL2Datatype;

/**
 * Keys that data properties are part of. Two things that share a value of which nothing else is
 * known would show that such a key does not follow, and OWL 2 DL cannot speak of such a value. So a
 * yes is found by what is sufficient: a stated key of a class above, over properties above; no two
 * members that the object properties do not tell apart; no member with all the values. A no is
 * found by a sample: two things that share one value that the properties may have, consistently.
 * What neither finds is undecided.
 */
final class DataKeys {
  /** So many values of a property are tried, and so many literals of the axioms are among them. */
  private static final int SAMPLES = 4;

  private static final int LITERALS = 40;

  private final Theory theory;
  private final Function<List<Question>, Candidates<Question>> judge;
  private final Function<Map<Question, List<OWLAxiom>>, Candidates<Question>> refute;

  /**
   * For a theory.
   *
   * @param judge decides questions that are not of this kind
   * @param refute decides questions, given what is consistent if they do not follow
   */
  DataKeys(
      Theory theory,
      Function<List<Question>, Candidates<Question>> judge,
      Function<Map<Question, List<OWLAxiom>>, Candidates<Question>> refute) {
    this.theory = theory;
    this.judge = judge;
    this.refute = refute;
  }

  static boolean concern(Question question) {
    return question.form() == Form.KEY
        && question.parts().stream().anyMatch(OWLDataProperty.class::isInstance);
  }

  Candidates<Question> decide(List<Question> keys, Deadline deadline) {
    var reasons = new LinkedHashMap<Question, List<List<Question>>>();
    keys.forEach(key -> reasons.put(key, sufficient(key)));
    var asked = reasons.values().stream().flatMap(List::stream).flatMap(List::stream).distinct();
    var known = judge.apply(asked.toList());
    var follows = new HashSet<>(known.entailed());
    int checks = known.checks();
    var entailed = new ArrayList<Question>();
    var open = new ArrayList<Question>();
    reasons.forEach(
        (key, ways) -> (ways.stream().anyMatch(follows::containsAll) ? entailed : open).add(key));
    if (!open.isEmpty()) {
      var values = fitting(open);
      checks += values.checks();
      for (int sample = 0; sample < SAMPLES && !open.isEmpty() && !deadline.passed(); sample++) {
        var tried = new LinkedHashMap<Question, List<OWLAxiom>>();
        for (var key : open) {
          var shared = values.of(key, sample);
          if (shared.isPresent()) {
            tried.put(key, key.violated(theory.factory(), tried.size(), shared.get()).toList());
          }
        }
        var answer = refute.apply(tried);
        checks += answer.checks();
        var denied = new HashSet<>(tried.keySet());
        answer.entailed().forEach(denied::remove);
        answer.undecided().forEach(denied::remove);
        open.removeAll(denied);
      }
    }
    return new Candidates<>(entailed, List.copyOf(open), keys.size(), 0, checks);
  }

  // ---- yes ----

  /** Ways in which a key follows: each if all its questions do. */
  private List<List<Question>> sufficient(Question key) {
    var factory = theory.factory();
    var of = key.expression(0);
    var objects = new ArrayList<>(key.parts());
    objects.removeIf(OWLDataProperty.class::isInstance);
    var having =
        Stream.concat(
            Stream.of(of),
            dataProperties(key)
                .map(p -> factory.getOWLDataSomeValuesFrom(p, factory.getTopDatatype())));
    var ways = new ArrayList<List<Question>>();
    ways.add(List.of(new Question(Form.KEY, List.copyOf(objects))));
    ways.add(
        List.of(
            Question.included(
                factory.getOWLObjectIntersectionOf(having), factory.getOWLNothing())));
    for (var axiom : theory.terminology()) {
      if (axiom instanceof OWLHasKeyAxiom stated) {
        List<List<Question>> all =
            List.of(List.of(Question.included(of, stated.getClassExpression())));
        for (var above : stated.propertyExpressions().toList()) {
          all = extended(all, key, above);
        }
        ways.addAll(all);
      }
    }
    return ways;
  }

  /** Each of the ways with each property of the key as the one below the given one. */
  private static List<List<Question>> extended(
      List<List<Question>> ways, Question key, OWLPropertyExpression above) {
    var extended = new ArrayList<List<Question>>();
    for (var way : ways) {
      for (var below : key.parts().subList(1, key.parts().size())) {
        if (below instanceof OWLDataProperty == above instanceof OWLDataProperty) {
          var form = below instanceof OWLDataProperty ? Form.DATA_INCLUDED : Form.CHAIN;
          var parts = form == Form.CHAIN ? List.of(above, below) : List.of(below, above);
          var longer = new ArrayList<>(way);
          longer.add(new Question(form, List.copyOf(parts)));
          extended.add(longer);
        }
      }
    }
    return extended;
  }

  private static Stream<OWLDataProperty> dataProperties(Question key) {
    return key.parts().stream()
        .filter(OWLDataProperty.class::isInstance)
        .map(OWLDataProperty.class::cast);
  }

  // ---- no ----

  /**
   * Values that things may have.
   *
   * @param checks how many consistency checks it took to find them
   */
  private record Values(Map<OWLDataProperty, List<OWLLiteral>> values, int checks) {
    /** One for each data property of a key; empty where one has none. */
    Optional<Map<OWLObject, OWLLiteral>> of(Question key, int sample) {
      var shared = new HashMap<OWLObject, OWLLiteral>();
      for (var property : dataProperties(key).toList()) {
        var all = values.get(property);
        if (all.isEmpty()) {
          return Optional.empty();
        }
        shared.put(property, all.get(sample % all.size()));
      }
      return Optional.of(shared);
    }
  }

  private Values fitting(List<Question> keys) {
    var factory = theory.factory();
    var literals = literals();
    var impossible = new LinkedHashMap<Question, Map.Entry<OWLDataProperty, OWLLiteral>>();
    Set<OWLDataProperty> properties =
        keys.stream()
            .flatMap(DataKeys::dataProperties)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (var property : properties) {
      for (var literal : literals) {
        OWLClassExpression having = factory.getOWLDataHasValue(property, literal);
        impossible.put(
            Question.included(having, factory.getOWLNothing()), Map.entry(property, literal));
      }
    }
    var answer = judge.apply(List.copyOf(impossible.keySet()));
    answer.entailed().forEach(impossible::remove);
    answer.undecided().forEach(impossible::remove);
    var values = new HashMap<OWLDataProperty, List<OWLLiteral>>();
    properties.forEach(property -> values.put(property, new ArrayList<>()));
    impossible.values().forEach(fit -> values.get(fit.getKey()).add(fit.getValue()));
    return new Values(values, answer.checks());
  }

  /**
   * Values of all kinds, first such as no axiom is likely to speak of, then those of the axioms.
   */
  private List<OWLLiteral> literals() {
    var factory = theory.factory();
    var literals = new LinkedHashSet<OWLLiteral>();
    literals.add(factory.getOWLLiteral("urn:x-entente:fresh:datum"));
    literals.add(factory.getOWLLiteral(918_273_645));
    literals.add(factory.getOWLLiteral("918273.645", OWL2Datatype.XSD_DECIMAL));
    literals.add(factory.getOWLLiteral(918.25e3));
    literals.add(factory.getOWLLiteral("918.25e3", OWL2Datatype.XSD_FLOAT));
    literals.add(factory.getOWLLiteral("1918-02-07T03:06:45Z", OWL2Datatype.XSD_DATE_TIME));
    literals.add(factory.getOWLLiteral("urn:x-entente:fresh:datum", OWL2Datatype.XSD_ANY_URI));
    literals.add(factory.getOWLLiteral("datum", "en"));
    literals.add(factory.getOWLLiteral("9182736450", OWL2Datatype.XSD_HEX_BINARY));
    literals.add(factory.getOWLLiteral("fresh/da", OWL2Datatype.XSD_BASE_64_BINARY));
    literals.add(factory.getOWLLiteral(true));
    literals.add(factory.getOWLLiteral(1));
    literals.add(factory.getOWLLiteral(-1));
    AxiomPattern.literals(theory.terminology()).stream()
        .sorted()
        .limit(LITERALS)
        .forEach(literals::add);
    return List.copyOf(literals);
  }
}
