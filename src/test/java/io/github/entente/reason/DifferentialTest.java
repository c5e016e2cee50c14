// SPDX-License-Identifier: Apache-2.0
package io.github.entente.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.Deadline;
import io.github.entente.model.EntenteException;
import io.github.entente.model.ErrorCode;
import io.github.entente.model.Outcome;
import io.github.entente.reason.dl.Manchester;
import io.github.entente.reason.dl.OwlBridge;
import io.github.entente.reason.dl.Refuter;
import io.github.entente.reason.dl.Theory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.compose.Union;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClassAssertionAxiom;
import org.semanticweb.owlapi.model.OWLDataPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLEntity;
import org.semanticweb.owlapi.model.OWLObjectPropertyAssertionAxiom;
import org.semanticweb.owlapi.model.OWLRuntimeException;
import org.semanticweb.owlapi.model.OWLSameIndividualAxiom;
import org.semanticweb.owlapi.model.OWLSubClassOfAxiom;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.reasoner.ReasonerInterruptedException;
import org.semanticweb.owlapi.reasoner.TimeOutException;

/**
 * Random small ontologies: what the entailments say against the consistency of axioms and negated
 * fact, fact by fact.
 */
class DifferentialTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int DRAWN = 200;
  private static final int DRAWN_WITH_RULES = Integer.getInteger("entente.draws.rules", 60);
  private static final int PROGRESS = 500;
  private static final int OTHER_DRAWS = 100;

  /** What came of the draws. */
  private static final class Tally {
    private int drawn;
    private int outside;
    private int tooHard;
    private int inconsistent;
    private int compared;
    private int demands;
    private int byRules;
    private int entailedFacts;
    private int derivedFacts;
    private final List<String> differences = new ArrayList<>();

    private void note(long seed, String what) {
      differences.add("seed " + seed + ": " + what);
    }

    @Override
    public String toString() {
      return ("%d compared, %d inconsistent, %d outside OWL 2 DL, %d too hard for the oracle;"
              + " rules alone complete for %d of %d demands (%.1f %%),"
              + " %d of %d entailed facts derived by them (%.1f %%)")
          .formatted(
              compared,
              inconsistent,
              outside,
              tooHard,
              byRules,
              demands,
              100.0 * byRules / Math.max(1, demands),
              derivedFacts,
              entailedFacts,
              100.0 * derivedFacts / Math.max(1, entailedFacts));
    }
  }

  @Test
  void whatIsSaidFollowsAndWhatIsCalledCompleteLacksNothing() {
    var tally = run(1, DRAWN, RandomOntology::of);
    assertThat(tally.compared).as(tally.toString()).isGreaterThan(DRAWN / 2);
    assertThat(tally.inconsistent).as(tally.toString()).isGreaterThan(DRAWN / 30);
  }

  @Test
  void withDlSafeRulesToo() {
    var tally = run(1, DRAWN_WITH_RULES, RandomOntology::withRules);
    assertThat(tally.compared).as(tally.toString()).isGreaterThan(DRAWN_WITH_RULES / 4);
  }

  @Test
  @Tag("full")
  void whatIsSaidIsWhatWasRecordedInManyDraws() {
    var tally = new Tally();
    for (var line : TruthRecord.lines()) {
      progress(tally);
      switch (line.verdict()) {
        case OUTSIDE -> tally.outside++;
        case UNDECIDED -> tally.tooHard++;
        default -> {
          var draw = line.draw();
          compare(line.seed(), draw.ontology(), line.truth(draw), tally);
        }
      }
    }
    judge(tally);
    assertThat(tally.compared).as(tally.toString()).isGreaterThan(TruthRecord.DRAWS / 2);
  }

  /** Other draws than those of the record, the oracle asked. */
  @Test
  @Tag("full")
  void whatIsSaidFollowsAndWhatIsCalledCompleteLacksNothingInOtherDraws() {
    long first = Long.getLong("entente.seed", 700_000);
    int count = Integer.getInteger("entente.draws", OTHER_DRAWS);
    var tally = run(first, count, RandomOntology::of);
    assertThat(tally.compared).as(tally.toString()).isGreaterThan(count / 2);
  }

  private static Tally run(long first, int count, LongFunction<RandomOntology> draw) {
    var tally = new Tally();
    for (long seed = first; seed < first + count; seed++) {
      progress(tally);
      var drawn = draw.apply(seed);
      if (!new OWL2DLProfile().checkOntology(drawn.ontology()).getViolations().isEmpty()) {
        tally.outside++;
      } else if (Refuter.overlooks(drawn.axioms)) {
        // The oracle is HermiT.
        tally.tooHard++;
      } else {
        compare(seed, drawn, new Truth.Asked(drawn.axioms), tally);
      }
    }
    judge(tally);
    return tally;
  }

  private static void progress(Tally tally) {
    if (++tally.drawn % PROGRESS == 0) {
      System.out.printf(
          "DifferentialTest: %d drawn, %d differences so far%n",
          tally.drawn, tally.differences.size());
    }
  }

  private static void judge(Tally tally) {
    System.out.println("DifferentialTest: " + tally);
    if (!tally.differences.isEmpty()) {
      fail(tally.differences.size() + " differences\n" + String.join("\n", tally.differences));
    }
  }

  private static void compare(long seed, RandomOntology drawn, Truth truth, Tally tally) {
    try (var kb =
        KnowledgeBase.builder()
            .document(RandomOntology.NS + "graph", "drawn.ttl", drawn.turtle())
            .build()) {
      boolean consistent = truth.consistent();
      var outcome = kb.entailments(Optional.empty(), LIMIT);
      if (outcome instanceof Outcome.Answered<Entailments> answered) {
        if (!consistent) {
          tally.note(seed, "answered although inconsistent");
          return;
        }
        new Comparison(seed, drawn, truth, answered.value(), tally).run();
        tally.compared++;
      } else if (outcome instanceof Outcome.Inconsistent<Entailments> inconsistent) {
        if (consistent) {
          tally.note(seed, "inconsistent although there is a model");
        }
        conflict(seed, inconsistent.conflict(), kb, tally);
        tally.inconsistent++;
      } else {
        tally.tooHard++;
      }
    } catch (ReasonerInterruptedException | TimeOutException e) {
      tally.tooHard++;
    } catch (IllegalArgumentException e) {
      tally.outside++;
    } catch (OWLRuntimeException e) {
      // OWL API fails on nested inverses.
      if (!failsUpstream(e)) {
        throw e;
      }
      tally.outside++;
    } catch (EntenteException e) {
      // An inverse of an inverse has no form in RDF: such a draw is refused as a lost triple.
      boolean nested = e.getCause() instanceof OWLRuntimeException;
      if (e.code() == ErrorCode.NOT_OWL_2_DL || e.code() == ErrorCode.LOST_TRIPLE && nested) {
        tally.outside++;
      } else {
        tally.note(seed, "failed with " + e.code() + " " + e.getMessage());
      }
    }
  }

  private static boolean failsUpstream(RuntimeException e) {
    return Stream.of(e.getStackTrace())
        .map(StackTraceElement::getClassName)
        .takeWhile(name -> !name.startsWith("io.github.entente."))
        .anyMatch(
            name -> name.startsWith("org.semanticweb.") || name.startsWith("uk.ac.manchester."));
  }

  private static void conflict(long seed, List<String> lines, KnowledgeBase kb, Tally tally) {
    var snapshot = kb.snapshot(Optional.empty());
    var axioms = Theory.of(OwlBridge.of(snapshot.asserted())).axioms();
    var conflict = axioms.stream().filter(axiom -> lines.contains(Manchester.text(axiom))).toList();
    if (conflict.size() != lines.size()) {
      tally.note(seed, "the conflict " + lines + " is not made of axioms");
    } else if (Oracle.consistent(conflict)) {
      tally.note(seed, "the conflict is none: " + lines);
    }
    for (var axiom : conflict) {
      var rest = new ArrayList<OWLAxiom>(conflict);
      rest.remove(axiom);
      if (!Oracle.consistent(rest)) {
        tally.note(seed, "the conflict is not minimal: " + lines + " without " + axiom);
      }
    }
  }

  /** One ontology's facts. */
  private static final class Comparison {
    private final long seed;
    private final RandomOntology drawn;
    private final Sayable sayable;
    private final Truth truth;
    private final Entailments entailments;
    private final Theory theory;
    private final Tally tally;
    private final Graph closure;
    private final Set<OWLAxiom> claimedBefore;

    Comparison(long seed, RandomOntology drawn, Truth truth, Entailments entailments, Tally tally) {
      this.seed = seed;
      this.drawn = drawn;
      this.sayable = new Sayable(drawn);
      this.truth = truth;
      this.entailments = entailments;
      var snapshot = entailments.snapshot();
      this.theory = Theory.of(OwlBridge.of(new Union(snapshot.asserted(), snapshot.generated())));
      this.tally = tally;
      this.closure = entailments.graph();
      this.claimedBefore = claimed(sayable.facts(), closure);
    }

    void run() {
      sound(claimedBefore, "the closure");
      var demands = new ArrayList<Runnable>();
      for (var named : drawn.classes) {
        demands.add(
            () ->
                decided(
                    new Demand.Instances(OwlBridge.node(named.getIRI())),
                    sayable.types(named),
                    named));
      }
      for (var property : drawn.properties) {
        demands.add(
            () ->
                decided(
                    new Demand.Values(OwlBridge.node(property.getIRI())),
                    sayable.values(property),
                    property));
      }
      for (var property : drawn.dataProperties) {
        demands.add(
            () ->
                decided(
                    new Demand.Values(OwlBridge.node(property.getIRI())),
                    sayable.values(property),
                    property));
      }
      demands.add(() -> decided(new Demand.Same(), sayable.equalities()));
      demands.add(() -> inclusions());
      Collections.shuffle(demands, new Random(seed));
      demands.forEach(Runnable::run);
      entailments.ensure(new Demand.Everything(), Deadline.after(LIMIT));
      sound(claimed(sayable.facts(), entailments.graph()), "the graph in the end");
    }

    private void sound(Set<OWLAxiom> claimed, String what) {
      for (var fact : claimed) {
        if (!drawn.axioms.contains(fact) && !truth.entails(fact)) {
          tally.note(seed, "UNSOUND: " + what + " has " + Manchester.text(fact));
        }
      }
    }

    private void decided(Demand demand, List<OWLAxiom> facts, OWLEntity... about) {
      var guarantee = entailments.ensure(demand, Deadline.after(LIMIT));
      boolean byRules = theory.beyondRules(entailments.closure(), about).isEmpty();
      tally.demands++;
      tally.byRules += byRules ? 1 : 0;
      var claimed = claimed(facts, entailments.graph());
      var entailed = new ArrayList<OWLAxiom>(claimed);
      entailed.addAll(missing(facts, claimed));
      tally.entailedFacts += entailed.size();
      tally.derivedFacts += (int) entailed.stream().filter(claimedBefore::contains).count();
      for (var fact : entailed) {
        if (guarantee.complete() && !claimed.contains(fact)) {
          tally.note(seed, "MISSING: " + demand + " lacks " + Manchester.text(fact));
        }
        if (byRules && !claimedBefore.contains(fact)) {
          tally.note(seed, "BEYOND RULES: " + demand + " lacks " + Manchester.text(fact));
        }
      }
      boolean data = Stream.of(about).anyMatch(OWLEntity::isOWLDataProperty);
      if (!guarantee.complete() && !data) {
        tally.note(seed, "undecided: " + demand + " " + guarantee);
      }
    }

    private List<OWLAxiom> missing(List<OWLAxiom> facts, Set<OWLAxiom> claimed) {
      var open = facts.stream().filter(fact -> !claimed.contains(fact)).toList();
      if (seed % 10 == 0) {
        return open.stream().filter(truth::entails).toList();
      }
      return List.copyOf(truth.entailed(open));
    }

    private void inclusions() {
      var demand = new Demand.Inclusion(RDFS.subClassOf.asNode(), Node.ANY, Node.ANY);
      var guarantee = entailments.ensure(demand, Deadline.after(LIMIT));
      if (!guarantee.complete()) {
        tally.note(seed, "undecided: " + demand);
      }
      var inUse = theory.classes();
      var facts =
          sayable.inclusions().stream()
              .filter(
                  fact ->
                      fact.classesInSignature().allMatch(c -> c.isOWLThing() || inUse.contains(c)))
              .toList();
      var claimed = claimed(facts, entailments.graph());
      sound(claimed, "the hierarchy");
      for (var fact : missing(facts, claimed)) {
        tally.note(seed, "MISSING: the hierarchy lacks " + Manchester.text(fact));
      }
    }

    private static Set<OWLAxiom> claimed(List<OWLAxiom> facts, Graph graph) {
      return facts.stream().filter(fact -> has(graph, fact)).collect(Collectors.toSet());
    }

    private static boolean has(Graph graph, OWLAxiom fact) {
      if (fact instanceof OWLSubClassOfAxiom inclusion) {
        return graph.contains(
            OwlBridge.node(inclusion.getSubClass().asOWLClass().getIRI()),
            RDFS.subClassOf.asNode(),
            OwlBridge.node(inclusion.getSuperClass().asOWLClass().getIRI()));
      } else if (fact instanceof OWLDataPropertyAssertionAxiom d) {
        var literal = OwlBridge.node(d.getObject());
        return graph
            .find(
                OwlBridge.node(d.getSubject()),
                OwlBridge.node(d.getProperty().asOWLDataProperty().getIRI()),
                Node.ANY)
            .toList()
            .stream()
            .anyMatch(triple -> triple.getObject().sameValueAs(literal));
      } else if (fact instanceof OWLSameIndividualAxiom same) {
        var two = same.getIndividualsAsList();
        var one = OwlBridge.node(two.get(0));
        var other = OwlBridge.node(two.get(1));
        return graph.contains(one, OWL2.sameAs.asNode(), other);
      } else if (fact instanceof OWLClassAssertionAxiom type) {
        return graph.contains(
            OwlBridge.node(type.getIndividual()),
            RDF.type.asNode(),
            OwlBridge.node(type.getClassExpression().asOWLClass().getIRI()));
      }
      var value = (OWLObjectPropertyAssertionAxiom) fact;
      return graph.contains(
          OwlBridge.node(value.getSubject()),
          OwlBridge.node(value.getProperty().getNamedProperty().getIRI()),
          OwlBridge.node(value.getObject()));
    }
  }
}
