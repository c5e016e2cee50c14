// SPDX-License-Identifier: Apache-2.0
package io.github.entente.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.entente.KnowledgeBase;
import io.github.entente.model.EntenteException;
import io.github.entente.model.Viewpoint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.reasoner.ReasonerInterruptedException;
import org.semanticweb.owlapi.reasoner.TimeOutException;

/**
 * The inconsistency cases of the W3C's OWL 2 tests: each that is decided has a minimal conflict.
 */
@Tag("full")
class W3cConflictsTest {
  /**
   * Without one of their axioms they ask for models of hundreds of individuals, for which the
   * memory of a test does not do: their conflicts are not looked for.
   */
  private static final List<String> TOO_LARGE = List.of("-2Dlogic-2D909", "-2Dlogic-2D910");

  private static final String TEST = "http://www.w3.org/2007/OWL/testOntology#";

  @Test
  void eachInconsistentOntologyHasAMinimalConflict() {
    var shared = System.getProperty("entente.shared", "");
    var file = Path.of(shared, "suites/w3c-owl2/all.rdf");
    assumeThat(shared).isNotEmpty();
    assumeThat(Files.exists(file)).isTrue();
    var tests = RDFDataMgr.loadModel(file.toUri().toString());
    var outcomes = new TreeMap<String, Integer>();
    var wrong = new ArrayList<String>();
    var undecided = new ArrayList<String>();
    var cases =
        tests
            .listSubjectsWithProperty(
                RDF.type, ResourceFactory.createResource(TEST + "InconsistencyTest"))
            .toList();
    cases.sort(Comparator.comparing(Object::toString));
    for (var one : cases) {
      var premise = one.getProperty(ResourceFactory.createProperty(TEST, "rdfXmlPremiseOntology"));
      boolean tooLarge = TOO_LARGE.stream().anyMatch(one.toString()::endsWith);
      String outcome =
          premise == null
              ? "no RDF/XML"
              : tooLarge ? "too large" : conflict(one.toString(), premise.getString(), wrong);
      if (outcome.startsWith("not") || outcome.startsWith("HermiT") || tooLarge) {
        undecided.add(one.toString().replaceFirst(".*/", "") + ": " + outcome);
      }
      outcomes.merge(outcome, 1, Integer::sum);
    }
    System.out.println("W3C inconsistency cases: " + outcomes + "; not decided: " + undecided);
    assertThat(wrong).isEmpty();
    assertThat(outcomes.getOrDefault("minimal conflict", 0)).isGreaterThan(50);
  }

  private static String conflict(String name, String text, ArrayList<String> wrong) {
    var builder = KnowledgeBase.builder();
    try (var kb =
        builder
            .document(
                "http://example.org/premise", "premise.rdf", text.getBytes(StandardCharsets.UTF_8))
            .build()) {
      var found =
          kb.whyInconsistent(Viewpoint.ALL_DAYS, Explainer.Wish.FIRST, Duration.ofSeconds(20));
      if (found.isEmpty()) {
        return "not found";
      }
      var explanation = found.get();
      var axioms =
          explanation.cases().get(0).supports().get(0).justifications().get(0).leaves().stream()
              .map(number -> explanation.leaf(number).axiom().orElseThrow())
              .toList();
      boolean minimal = !Fresh.consistent(axioms);
      for (var axiom : axioms) {
        var rest = new ArrayList<>(axioms);
        rest.remove(axiom);
        minimal &= Fresh.consistent(rest);
      }
      if (!minimal) {
        wrong.add(name + ": " + axioms);
      }
      return minimal ? "minimal conflict" : "wrong";
    } catch (EntenteException e) {
      return "refused: " + e.code();
    } catch (TimeOutException | ReasonerInterruptedException | NullPointerException e) {
      // the oracle: HermiT without the ways around its defects
      return "HermiT: " + e.getClass().getSimpleName();
    }
  }
}
