// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static io.github.entente.reason.Oracle.FACTORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.query.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.AxiomType;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLDataProperty;
import org.semanticweb.owlapi.model.OWLIndividual;
import org.semanticweb.owlapi.model.OWLLiteral;
import org.semanticweb.owlapi.model.OWLObjectProperty;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.util.OWLObjectDuplicator;

/**
 * Queries with class expressions and axioms over random small ontologies, against the consistency
 * of axioms and negation for every way to put names for variables.
 */
class TemplateDifferentialTest {
  private static final int DRAWN = 60;
  private static final int DRAWN_IN_FULL = 200;
  private static final String PREFIXES =
      """
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private int compared;
  private int rows;
  private int patterns;
  private int complete;
  private final List<String> differences = new ArrayList<>();

  @Test
  void whatIsAnsweredFollowsAndWhatIsCalledCompleteLacksNothing() {
    run(500_000, DRAWN);
    assertThat(compared).isGreaterThan(DRAWN / 2);
    assertThat(rows).isGreaterThan(DRAWN);
  }

  @Test
  @Tag("full")
  void whatIsAnsweredFollowsInManyDraws() {
    run(Long.getLong("entente.seed", 600_000), Integer.getInteger("entente.draws", DRAWN_IN_FULL));
  }

  private void run(long first, int count) {
    LongStream.range(first, first + count).forEach(this::compare);
    System.out.printf(
        "TemplateDifferentialTest: seeds %d to %d, %d ontologies compared, %d patterns of which %d"
            + " sound and complete, %d rows, %d differences%n",
        first, first + count - 1, compared, patterns, complete, rows, differences.size());
    assertThat(differences).isEmpty();
  }

  private void compare(long seed) {
    var drawn = RandomOntology.of(seed);
    if (!new OWL2DLProfile().checkOntology(drawn.ontology()).getViolations().isEmpty()) {
      return;
    }
    try {
      if (!Oracle.consistent(drawn.axioms)) {
        return;
      }
      try (var kb =
          KnowledgeBase.builder()
              .document(RandomOntology.NS + "graph", "drawn.ttl", drawn.turtle())
              .build()) {
        var comparison = new Comparison(seed, drawn, kb);
        comparison.instances();
        comparison.inclusions();
        comparison.algebra();
        comparison.keys();
        comparison.dataKeys();
        if (drawn.axioms.stream().noneMatch(axiom -> axiom.isOfType(AxiomType.HAS_KEY))) {
          comparison.properties();
        }
        compared++;
      }
    } catch (EntenteException e) {
      // OWL API cannot write inverses of inverses.
      if (e.code() != ErrorCode.LOST_TRIPLE) {
        differences.add("seed " + seed + ": " + e.getMessage());
      }
    } catch (RuntimeException e) {
      // The oracle or OWL API's writer cannot take it.
      if (!e.getStackTrace()[0].getClassName().startsWith("org.semanticweb")) {
        throw e;
      }
    }
  }

  private final class Comparison {
    private final long seed;
    private final RandomOntology drawn;
    private final KnowledgeBase kb;
    private final OWLClassExpression expression;
    private final Optional<OWLClass> opened;
    private final List<OWLClass> classes;

    Comparison(long seed, RandomOntology drawn, KnowledgeBase kb) {
      this.seed = seed;
      this.drawn = drawn;
      this.kb = kb;
      this.expression = drawn.expression();
      this.opened = expression.classesInSignature().filter(c -> !c.isBuiltIn()).findFirst();
      // Only names that the loaded axioms or declarations have.
      this.classes =
          Stream.concat(
                  drawn.classes.stream(), Stream.of(FACTORY.getOWLThing(), FACTORY.getOWLNothing()))
              .toList();
    }

    /** The instances of an expression, one of its names a variable. */
    void instances() {
      var expected = new HashSet<List<String>>();
      for (var value : opened.isPresent() ? classes : List.of(FACTORY.getOWLThing())) {
        List<OWLAxiom> facts =
            drawn.individuals.stream()
                .<OWLAxiom>map(i -> FACTORY.getOWLClassAssertionAxiom(with(value), i))
                .toList();
        for (var fact : Oracle.entailed(drawn.axioms, facts)) {
          var individual = fact.individualsInSignature().filter(i -> subject(fact, i)).findFirst();
          expected.add(row(individual.orElseThrow().getIRI(), value.getIRI()));
        }
      }
      check("?x a " + Spelling.of(expression, opened), List.of("x", "c"), expected);
    }

    private boolean subject(OWLAxiom fact, OWLIndividual individual) {
      return ((OWLClassAssertionAxiom) fact).getIndividual().equals(individual);
    }

    private List<String> row(IRI one, IRI other) {
      return opened.isPresent()
          ? List.of(one.toString(), other.toString())
          : List.of(one.toString());
    }

    private OWLClassExpression with(OWLClass value) {
      if (opened.isEmpty()) {
        return expression;
      }
      return new OWLObjectDuplicator(
              Map.of(opened.get(), value.getIRI()), OWLManager.createOWLOntologyManager())
          .duplicateObject(expression);
    }

    void inclusions() {
      String spelled = Spelling.of(expression, Optional.empty());
      var below = new HashSet<List<String>>();
      var above = new HashSet<List<String>>();
      var apart = new HashSet<List<String>>();
      for (var named : classes) {
        String iri = named.getIRI().toString();
        if (entailed(FACTORY.getOWLSubClassOfAxiom(named, expression))) {
          below.add(List.of(iri));
        }
        if (entailed(FACTORY.getOWLSubClassOfAxiom(expression, named))) {
          above.add(List.of(iri));
        }
        if (entailed(
            FACTORY.getOWLSubClassOfAxiom(
                FACTORY.getOWLObjectIntersectionOf(expression, named), FACTORY.getOWLNothing()))) {
          apart.add(List.of(iri));
        }
      }
      check("?y rdfs:subClassOf " + spelled, List.of("y"), below);
      check("?y owl:disjointWith " + spelled, List.of("y"), apart);
      above.retainAll(below);
      check("?y owl:equivalentClass " + spelled, List.of("y"), above);
    }

    private boolean entailed(OWLAxiom axiom) {
      return !Oracle.entailed(drawn.axioms, List.of(axiom)).isEmpty();
    }

    void properties() {
      var counterexamples =
          new LinkedHashMap<
              String, BiFunction<OWLObjectProperty, OWLObjectProperty, List<OWLAxiom>>>();
      counterexamples.put(
          "?p a owl:FunctionalProperty",
          (p, q) -> List.of(pair(p, "a", "b"), pair(p, "a", "c"), different("b", "c")));
      counterexamples.put(
          "?p a owl:InverseFunctionalProperty",
          (p, q) -> List.of(pair(p, "b", "a"), pair(p, "c", "a"), different("b", "c")));
      counterexamples.put(
          "?p a owl:TransitiveProperty",
          (p, q) -> List.of(pair(p, "a", "b"), pair(p, "b", "c"), no(p, "a", "c")));
      counterexamples.put(
          "?p a owl:SymmetricProperty", (p, q) -> List.of(pair(p, "a", "b"), no(p, "b", "a")));
      counterexamples.put(
          "?p a owl:AsymmetricProperty", (p, q) -> List.of(pair(p, "a", "b"), pair(p, "b", "a")));
      counterexamples.put("?p a owl:ReflexiveProperty", (p, q) -> List.of(no(p, "a", "a")));
      counterexamples.put("?p a owl:IrreflexiveProperty", (p, q) -> List.of(pair(p, "a", "a")));
      counterexamples.put(
          "?p rdfs:subPropertyOf ?q", (p, q) -> List.of(pair(p, "a", "b"), no(q, "a", "b")));
      counterexamples.put(
          "?p owl:propertyDisjointWith ?q",
          (p, q) -> List.of(pair(p, "a", "b"), pair(q, "a", "b")));
      counterexamples.put(
          "?q owl:propertyChainAxiom ( ?p [ owl:inverseOf ?q ] )",
          (p, q) -> List.of(pair(p, "a", "b"), pair(q, "c", "b"), no(q, "a", "c")));
      counterexamples.forEach(
          (query, counterexample) -> {
            boolean two = query.contains("?q");
            var expected = new HashSet<List<String>>();
            for (var p : drawn.properties) {
              for (var q : two ? drawn.properties : List.of(p)) {
                var axioms = new HashSet<>(drawn.axioms);
                axioms.addAll(counterexample.apply(p, q));
                if (!Oracle.consistent(axioms)) {
                  expected.add(
                      two
                          ? List.of(p.getIRI().toString(), q.getIRI().toString())
                          : List.of(p.getIRI().toString()));
                }
              }
            }
            check(
                query + " . ?p a owl:ObjectProperty",
                two ? List.of("p", "q") : List.of("p"),
                expected);
          });
    }

    /** What stands above patterns, against joins of what is entailed, written out by hand. */
    void algebra() {
      var other = drawn.expression();
      String e = Spelling.of(expression, Optional.empty());
      String f = Spelling.of(other, Optional.empty());
      var named = drawn.classes.get((int) (seed % drawn.classes.size()));
      var p = drawn.properties.get((int) (seed % drawn.properties.size()));
      var q = drawn.properties.get((int) (seed / 7 % drawn.properties.size()));
      String c = named.getIRI().toQuotedString();
      String pi = p.getIRI().toQuotedString();
      String qi = q.getIRI().toQuotedString();
      var ofE = instances(expression);
      var ofF = instances(other);
      var ofC = instances(named);
      var ps = pairs(p);
      var qs = pairs(q);

      var optional = new HashSet<List<String>>();
      for (var x : ofE) {
        var filled = ps.stream().filter(t -> t.get(0).equals(x) && ofC.contains(t.get(1))).toList();
        optional.addAll(filled.isEmpty() ? List.of(List.of(x)) : filled);
      }
      check(
          "?x a " + e + " OPTIONAL { ?x " + pi + " ?y . ?y a " + c + " }",
          List.of("x", "y"),
          optional);

      var minus = new HashSet<List<String>>();
      for (var x : ofC) {
        if (ps.stream().noneMatch(t -> t.get(0).equals(x) && ofF.contains(t.get(1)))) {
          minus.add(List.of(x));
        }
      }
      check("?x a " + c + " MINUS { ?x " + pi + " ?y . ?y a " + f + " }", List.of("x"), minus);

      var without = new HashSet<List<String>>();
      ps.stream().filter(t -> !ofE.contains(t.get(1))).forEach(without::add);
      check("?x " + pi + " ?y FILTER NOT EXISTS { ?y a " + e + " }", List.of("x", "y"), without);

      var either = new HashSet<List<String>>();
      ofF.forEach(x -> either.add(List.of(x)));
      qs.forEach(t -> either.add(List.of(t.get(1))));
      checkRows(
          "SELECT DISTINCT ?x { { ?x a " + f + " } UNION { ?y " + qi + " ?x } }",
          List.of("x"),
          either);

      var path = new HashSet<List<String>>();
      for (var one : ps) {
        for (var two : qs) {
          if (one.get(1).equals(two.get(1)) && ofC.contains(one.get(0))) {
            path.add(List.of(one.get(0), two.get(0)));
          }
        }
      }
      checkRows(
          "SELECT DISTINCT ?x ?y { ?x " + pi + "/^" + qi + " ?y . ?x a " + c + " }",
          List.of("x", "y"),
          path);

      var counts = new HashSet<List<String>>();
      for (var x : ofC) {
        long n = ps.stream().filter(t -> t.get(0).equals(x)).count();
        if (n > 0) {
          counts.add(List.of(x, "" + n));
        }
      }
      checkRows(
          "SELECT ?x (STR(COUNT(?y)) AS ?n) { ?x a " + c + " ; " + pi + " ?y } GROUP BY ?x",
          List.of("x", "n"),
          counts);
    }

    private Set<String> instances(OWLClassExpression of) {
      List<OWLAxiom> facts =
          drawn.individuals.stream()
              .<OWLAxiom>map(i -> FACTORY.getOWLClassAssertionAxiom(of, i))
              .toList();
      return Oracle.entailed(drawn.axioms, facts).stream()
          .map(fact -> ((OWLClassAssertionAxiom) fact).getIndividual())
          .map(i -> i.asOWLNamedIndividual().getIRI().toString())
          .collect(Collectors.toSet());
    }

    private Set<List<String>> pairs(OWLObjectProperty property) {
      var facts = new LinkedHashMap<OWLAxiom, List<String>>();
      for (var i : drawn.individuals) {
        for (var j : drawn.individuals) {
          facts.put(
              FACTORY.getOWLObjectPropertyAssertionAxiom(property, i, j),
              List.of(i.getIRI().toString(), j.getIRI().toString()));
        }
      }
      return Oracle.entailed(drawn.axioms, List.copyOf(facts.keySet())).stream()
          .map(facts::get)
          .collect(Collectors.toSet());
    }

    void keys() {
      for (var p : drawn.properties) {
        var expected = new HashSet<List<String>>();
        for (var named : classes) {
          var axioms = new HashSet<>(drawn.axioms);
          axioms.add(FACTORY.getOWLClassAssertionAxiom(named, fresh("a")));
          axioms.add(FACTORY.getOWLClassAssertionAxiom(named, fresh("b")));
          axioms.addAll(List.of(pair(p, "a", "v"), pair(p, "b", "v"), different("a", "b")));
          if (!Oracle.consistent(axioms)) {
            expected.add(List.of(named.getIRI().toString()));
          }
        }
        check("?c owl:hasKey ( " + p.getIRI().toQuotedString() + " )", List.of("c"), expected);
      }
    }

    /** The drawn axioms tell values apart by their literals and by being integers alone. */
    void dataKeys() {
      var values = new LinkedHashSet<>(drawn.literals);
      values.add(FACTORY.getOWLLiteral(77));
      values.add(FACTORY.getOWLLiteral("77"));
      for (var p : drawn.dataProperties) {
        var expected = new HashSet<List<String>>();
        for (var named : classes) {
          if (values.stream().noneMatch(value -> mayBeShared(p, value, named))) {
            expected.add(List.of(named.getIRI().toString()));
          }
        }
        check("?c owl:hasKey ( " + p.getIRI().toQuotedString() + " )", List.of("c"), expected);
      }
    }

    private boolean mayBeShared(OWLDataProperty p, OWLLiteral value, OWLClass named) {
      var axioms = new HashSet<>(drawn.axioms);
      for (var name : List.of("a", "b")) {
        axioms.add(FACTORY.getOWLClassAssertionAxiom(named, fresh(name)));
        axioms.add(FACTORY.getOWLDataPropertyAssertionAxiom(p, fresh(name), value));
      }
      axioms.add(different("a", "b"));
      return Oracle.consistent(axioms);
    }

    private void check(String pattern, List<String> columns, Set<List<String>> expected) {
      checkRows("SELECT * { " + pattern + " }", columns, expected);
    }

    private void checkRows(String pattern, List<String> columns, Set<List<String>> expected) {
      var answers = kb.query(PREFIXES + pattern).timeout(Duration.ofSeconds(30)).run();
      var given =
          answers.rows().stream()
              .map(row -> terms(row, columns))
              .collect(Collectors.toCollection(HashSet::new));
      rows += given.size();
      if (given.size() != answers.rows().size()) {
        differences.add("seed " + seed + ": a row stands twice in " + pattern);
      }
      var wrong = new HashSet<>(given);
      wrong.removeAll(expected);
      var missing = new HashSet<>(expected);
      missing.removeAll(given);
      boolean sound = answers.guarantee().sound();
      patterns++;
      complete += answers.guarantee().complete() && sound ? 1 : 0;
      if (sound && !wrong.isEmpty() || answers.guarantee().complete() && !missing.isEmpty()) {
        differences.add(
            "seed " + seed + ": " + pattern + "\n  wrong " + wrong + "\n  missing " + missing);
      }
    }

    private static List<String> terms(Row row, List<String> columns) {
      return columns.stream()
          .flatMap(c -> row.get(c).stream())
          .map(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.toString())
          .toList();
    }
  }

  private static OWLIndividual fresh(String name) {
    return FACTORY.getOWLNamedIndividual(IRI.create("urn:test:fresh:" + name));
  }

  private static OWLAxiom pair(OWLObjectProperty property, String one, String other) {
    return FACTORY.getOWLObjectPropertyAssertionAxiom(property, fresh(one), fresh(other));
  }

  private static OWLAxiom no(OWLObjectProperty property, String one, String other) {
    return FACTORY.getOWLNegativeObjectPropertyAssertionAxiom(property, fresh(one), fresh(other));
  }

  private static OWLAxiom different(String one, String other) {
    return FACTORY.getOWLDifferentIndividualsAxiom(fresh(one), fresh(other));
  }
}
