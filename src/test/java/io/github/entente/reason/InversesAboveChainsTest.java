// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static io.github.entente.reason.Oracle.FACTORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.entente.model.Deadline;
import io.github.entente.reason.dl.Refuter;
import io.github.entente.reason.dl.Refuter.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLNamedIndividual;
import org.semanticweb.owlapi.model.OWLObjectProperty;
import org.semanticweb.owlapi.model.OWLObjectPropertyExpression;

/**
 * What HermiT says of the inverse of a property above a chain depends on how the properties are
 * called, and is wrong in both directions; what the refuter says is what following the chains by
 * hand says.
 */
class InversesAboveChainsTest {
  private static final Deadline LIMIT = Deadline.after(Duration.ofMinutes(10));

  private static OWLObjectProperty property(String name) {
    return FACTORY.getOWLObjectProperty(IRI.create("http://x/" + name));
  }

  private static OWLNamedIndividual individual(String name) {
    return FACTORY.getOWLNamedIndividual(IRI.create("http://x/" + name));
  }

  /** The smallest ontology: a link follows by a chain, and its inverse is denied. */
  private static List<OWLAxiom> denied(String above, String inverse) {
    var a = individual("a");
    var b = individual("b");
    var c = individual("c");
    return List.of(
        FACTORY.getOWLObjectPropertyAssertionAxiom(property("r"), a, b),
        FACTORY.getOWLObjectPropertyAssertionAxiom(property("s"), b, c),
        FACTORY.getOWLSubPropertyChainOfAxiom(List.of(property("r"), property("s")), property("m")),
        FACTORY.getOWLSubObjectPropertyOfAxiom(property("m"), property(above)),
        FACTORY.getOWLInverseObjectPropertiesAxiom(property(above), property(inverse)),
        FACTORY.getOWLNegativeObjectPropertyAssertionAxiom(property(inverse), c, a));
  }

  private static boolean consistentForHermit(List<OWLAxiom> axioms) throws Exception {
    var ontology = OWLManager.createOWLOntologyManager().createOntology(axioms);
    var reasoner = new Reasoner(new Configuration(), ontology);
    try {
      return reasoner.isConsistent();
    } finally {
      reasoner.dispose();
    }
  }

  @Test
  void whatHermitSaysDependsOnTheNames() throws Exception {
    int wrong = 0;
    int right = 0;
    try (var refuter = Refuter.create()) {
      for (int i = 0; i < 60; i++) {
        var axioms = denied("b" + i, "h" + (7 * i));
        if (consistentForHermit(axioms)) {
          wrong++;
        } else {
          right++;
        }
        assertThat(refuter.check(axioms, LIMIT)).isEqualTo(Verdict.INCONSISTENT);
      }
    }
    assertThat(wrong).as("of one ontology under other names").isPositive();
    assertThat(right).isPositive();
  }

  @Test
  void linksFollowedByHandAreThoseThatCannotBeDenied() {
    assertThat(compared(40)).isGreaterThan(60);
  }

  @Tag("full")
  @Test
  void manyLinksFollowedByHandAreThoseThatCannotBeDenied() {
    assertThat(compared(400)).isGreaterThan(700);
  }

  /** Compares refuter and hand on random property axioms, and tells how often. */
  private static int compared(int seeds) {
    int checks = 0;
    try (var refuter = Refuter.create()) {
      for (int seed = 0; seed < seeds; seed++) {
        var links = new Links(new Random(seed));
        for (int i = 0; i < 3; i++) {
          var denial = links.denial();
          var axioms = new ArrayList<>(links.axioms);
          axioms.add(denial.axiom);
          var verdict = refuter.check(axioms, LIMIT);
          assertThat(verdict)
              .as("seed " + seed + ": " + axioms)
              .isEqualTo(denial.holds ? Verdict.INCONSISTENT : Verdict.CONSISTENT);
          checks++;
        }
      }
    }
    return checks;
  }

  /**
   * @param holds whether what the axiom denies follows
   */
  private record Denial(OWLAxiom axiom, boolean holds) {}

  private record Step(int property, boolean backwards) {}

  private record Rule(List<Step> body, int head) {}

  /** Random properties in layers, each above chains of lower ones, some with a declared inverse. */
  private static final class Links {
    private static final int LAYERS = 4;
    private static final int THINGS = 4;
    private final Random random;
    private final List<OWLAxiom> axioms = new ArrayList<>();
    private final boolean[][][] linked = new boolean[LAYERS][THINGS][THINGS];
    private final List<OWLObjectProperty> names = new ArrayList<>();
    private final List<OWLObjectProperty> inverses = new ArrayList<>();
    private final List<OWLNamedIndividual> things =
        IntStream.range(0, THINGS).mapToObj(i -> individual("i" + i)).toList();

    Links(Random random) {
      this.random = random;
      for (int i = 0; i < LAYERS; i++) {
        names.add(property("p" + random.nextInt(100_000)));
        inverses.add(random.nextBoolean() ? property("q" + random.nextInt(100_000)) : null);
        if (inverses.get(i) != null) {
          axioms.add(FACTORY.getOWLInverseObjectPropertiesAxiom(names.get(i), inverses.get(i)));
        }
      }
      var rules = new ArrayList<Rule>();
      for (int layer = 1; layer < LAYERS; layer++) {
        var body = new ArrayList<Step>();
        int length = 1 + random.nextInt(3);
        for (int i = 0; i < length; i++) {
          body.add(new Step(random.nextInt(layer), random.nextInt(3) == 0));
        }
        if (length == 2 && random.nextInt(4) == 0) {
          body.set(0, new Step(layer, false));
        }
        rules.add(new Rule(body, layer));
        var chain = body.stream().map(this::spelled).toList();
        var above = spelled(new Step(layer, false));
        axioms.add(
            length == 1
                ? FACTORY.getOWLSubObjectPropertyOfAxiom(chain.get(0), above)
                : FACTORY.getOWLSubPropertyChainOfAxiom(chain, above));
      }
      for (int i = 0; i < 4; i++) {
        int from = random.nextInt(THINGS);
        int to = random.nextInt(THINGS);
        int layer = random.nextInt(2);
        linked[layer][from][to] = true;
        axioms.add(
            FACTORY.getOWLObjectPropertyAssertionAxiom(
                spelled(new Step(layer, false)), things.get(from), things.get(to)));
      }
      follow(rules);
    }

    /** One of the ways to write a property or its inverse. */
    private OWLObjectPropertyExpression spelled(Step step) {
      var inverse = inverses.get(step.property);
      if (inverse != null && random.nextBoolean()) {
        return step.backwards ? inverse : FACTORY.getOWLObjectInverseOf(inverse);
      }
      var name = names.get(step.property);
      return step.backwards ? FACTORY.getOWLObjectInverseOf(name) : name;
    }

    private void follow(List<Rule> rules) {
      boolean changed = true;
      while (changed) {
        changed = false;
        for (var rule : rules) {
          for (int from = 0; from < THINGS; from++) {
            var reached = new boolean[THINGS];
            reached[from] = true;
            for (var step : rule.body) {
              var next = new boolean[THINGS];
              for (int x = 0; x < THINGS; x++) {
                for (int y = 0; y < THINGS; y++) {
                  var links = linked[step.property];
                  next[y] |= reached[x] && (step.backwards ? links[y][x] : links[x][y]);
                }
              }
              reached = next;
            }
            for (int to = 0; to < THINGS; to++) {
              changed |= reached[to] && !linked[rule.head][from][to];
              linked[rule.head][from][to] |= reached[to];
            }
          }
        }
      }
    }

    Denial denial() {
      int layer = 1 + random.nextInt(LAYERS - 1);
      int from = random.nextInt(THINGS);
      int to = random.nextInt(THINGS);
      for (int i = 0; i < 30 && random.nextInt(4) > 0 && !linked[layer][from][to]; i++) {
        from = random.nextInt(THINGS);
        to = random.nextInt(THINGS);
      }
      return new Denial(
          FACTORY.getOWLNegativeObjectPropertyAssertionAxiom(
              spelled(new Step(layer, false)), things.get(from), things.get(to)),
          linked[layer][from][to]);
    }
  }
}
